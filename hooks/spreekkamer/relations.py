"""Which cards belong together: same situation with another choice, and cards that look alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from spreekkamer.card import Card
from spreekkamer.library import Library
from spreekkamer.schema import BETWEEN

_SHOWN: Final = 3
_SAME_DILEMMA: Final = 2


@dataclass(frozen=True, slots=True)
class Related:
    """Cards that go with a card, the best first."""

    other_choice: tuple[Card, ...]
    alike: tuple[Card, ...]


def _shared(library: Library, tags: Iterable[str]) -> Counter[str]:
    """Return, by id, how many of `tags` each card carries."""
    return Counter(card.id for tag in tags for card in library.by_tag.get(tag, ()))


def related(library: Library, card: Card) -> Related:
    """Return what goes with `card`: the same dilemma with another side, and shared tags."""
    situations = _shared(library, card.tags.get("situation", ()))
    tags = _shared(library, card.tag_ids)
    same_dilemma = [
        each
        for each in library.by_dilemma[card.dilemma]
        if each.dilemma == card.dilemma and each.id != card.id
    ]
    other_choice = sorted(
        (each for each in same_dilemma if each.side and card.side and each.side != card.side),
        key=lambda each: (each.side == BETWEEN, -situations[each.id], -tags[each.id], each.id),
    )[:_SHOWN]
    scores = situations + tags
    scores.update({each.id: _SAME_DILEMMA for each in same_dilemma})
    left_out = {card.id, *(each.id for each in other_choice)}
    alike = sorted(
        (ident for ident, score in scores.items() if score > 1 and ident not in left_out),
        key=lambda ident: (-scores[ident], ident),
    )[:_SHOWN]
    return Related(tuple(other_choice), tuple(library.cards[ident] for ident in alike))
