"""Which cards belong together: same situation with another choice, and cards that look alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from spreekkamer.card import Card
from spreekkamer.library import Library
from spreekkamer.schema import BETWEEN, COUNTED

_SHOWN: Final = 3
_SAME_DILEMMA: Final = 2
_DIFFERENT: Final = ("contradicts", "partly")


@dataclass(frozen=True, slots=True)
class Linked:
    """A card beside another; `how` they go together, if the other one says so under `see_also`."""

    card: Card
    how: str = ""


@dataclass(frozen=True, slots=True)
class Related:
    """Cards that go with a card, the best first; no card is in two of them.

    `differs` are those that the card names because it went another way there, `named` the others
    that it names and no list shows. `alone` is a card of which nobody chose otherwise.
    """

    differs: tuple[Linked, ...]
    alone: bool
    other_choice: tuple[Linked, ...]
    alike: tuple[Card, ...]
    named: tuple[Linked, ...]


def _shared(library: Library, tags: Iterable[str]) -> Counter[str]:
    """Return, by id, how many of `tags` each card carries."""
    return Counter(card.id for tag in tags for card in library.by_tag.get(tag, ()))


def _invented(card: Card) -> bool:
    """Whether a card tells no experience; such a card stands last."""
    return card.kind not in COUNTED


def _differs(library: Library, hows: Mapping[str, str]) -> tuple[Linked, ...]:
    """Return the cards that show the opposite, or something partly different."""
    linked = (Linked(library.cards[ident], how) for ident, how in hows.items())
    found = (each for each in linked if each.how in _DIFFERENT and each.card.active)
    return tuple(sorted(found, key=lambda each: _invented(each.card)))


def related(library: Library, card: Card) -> Related:
    """Return what goes with `card`: the same dilemma with another side, shared tags, its links."""
    hows = {found.id: each.how for each in card.see_also if (found := library.card(each.card))}
    differs = _differs(library, hows)
    elsewhere = {each.card.id for each in differs}
    situations = _shared(library, card.tags.get("situation", ()))
    tags = _shared(library, card.tag_ids)
    same_dilemma = [
        each
        for each in library.by_dilemma[card.dilemma]
        if each.dilemma == card.dilemma and each.id != card.id
    ]
    others = [each for each in same_dilemma if each.side and card.side and each.side != card.side]
    other_choice = sorted(
        (each for each in others if each.id not in elsewhere),
        key=lambda each: (
            _invented(each),
            each.side == BETWEEN,
            -situations[each.id],
            -tags[each.id],
            each.id,
        ),
    )[:_SHOWN]
    scores = situations + tags
    scores.update({each.id: _SAME_DILEMMA for each in same_dilemma})
    left_out = {card.id, *elsewhere, *(each.id for each in other_choice)}
    named = [ident for ident in hows if ident not in left_out]
    left_out.update(named)
    alike = sorted(
        (ident for ident, score in scores.items() if score > 1 and ident not in left_out),
        key=lambda ident: (-scores[ident], ident),
    )[:_SHOWN]
    return Related(
        differs,
        not others,
        tuple(Linked(each, hows.get(each.id, "")) for each in other_choice),
        tuple(library.cards[ident] for ident in alike),
        tuple(Linked(library.cards[ident], hows[ident]) for ident in named),
    )
