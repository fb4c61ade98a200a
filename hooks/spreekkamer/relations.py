"""Which cards belong together: same situation with another choice, and cards that look alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from spreekkamer.card import Card
from spreekkamer.library import Library
from spreekkamer.schema import BETWEEN

_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Related:
    """Cards that go with a card, the best first."""

    other_choice: tuple[Card, ...]
    alike: tuple[Card, ...]


def _shared(card: Card, other: Card) -> tuple[int, int]:
    """Return how many situation tags, and how many tags in all, two cards share."""
    situations = set(card.tags.get("situation", ())) & set(other.tags.get("situation", ()))
    return len(situations), len(card.tag_ids & other.tag_ids)


def related(library: Library, card: Card) -> Related:
    """Return what goes with `card`: the same dilemma with another side, and shared tags."""
    others = [each for each in library.cards.values() if each.active and each.id != card.id]
    same_dilemma = [each for each in others if each.dilemma == card.dilemma]
    other_choice = sorted(
        (each for each in same_dilemma if each.side and card.side and each.side != card.side),
        key=lambda each: (
            each.side == BETWEEN,
            *(-number for number in _shared(card, each)),
            each.id,
        ),
    )[:_SHOWN]
    chosen = {each.id for each in other_choice}
    scored = (
        ((each.dilemma == card.dilemma) * 2 + sum(_shared(card, each)), each)
        for each in others
        if each.id not in chosen
    )
    alike = sorted(((score, each) for score, each in scored if score > 1), key=_best_first)
    return Related(tuple(other_choice), tuple(each for _, each in alike[:_SHOWN]))


def _best_first(scored: tuple[int, Card]) -> tuple[int, str]:
    return -scored[0], scored[1].id
