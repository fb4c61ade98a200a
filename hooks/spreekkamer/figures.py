"""Counts of a library: marks per side, each kind of experience by itself, examples never."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spreekkamer.card import Card
from spreekkamer.dilemma import Dilemma, Translated
from spreekkamer.library import Library
from spreekkamer.schema import BETWEEN, COUNTED, RESULTS, UNKNOWN_PERIOD


@dataclass(frozen=True, slots=True)
class SideRow:
    """The counted cards of one kind on one side, in the order of their results."""

    kind: str
    side: str
    cards: tuple[Card, ...]

    @property
    def by_result(self) -> dict[str, tuple[Card, ...]]:
        """The cards with each result."""
        return {
            result: tuple(card for card in self.cards if card.result == result)
            for result in RESULTS
        }


@dataclass(frozen=True, slots=True)
class SideCards:
    """The cards of one side of a dilemma; `side` is a side's id or `between`."""

    side: str
    definition: Translated | None
    cards: tuple[Card, ...]

    @property
    def counted(self) -> tuple[Card, ...]:
        """The cards that count as experience; the others are examples."""
        return counted(self.cards)


def counted(cards: Iterable[Card]) -> tuple[Card, ...]:
    """Return the active cards that count as experience: own and published ones."""
    return tuple(card for card in cards if card.active and card.kind in COUNTED)


def side_rows(library: Library, dilemma: Dilemma) -> tuple[SideRow, ...]:
    """Return a row for each kind and each side of `dilemma`, `between` last."""
    own = [card for card in counted(library.by_dilemma[dilemma.id]) if card.dilemma == dilemma.id]
    order = {result: number for number, result in enumerate(RESULTS)}
    sides = (*(side.id for side in dilemma.sides), BETWEEN)
    return tuple(
        SideRow(
            kind,
            side,
            tuple(
                sorted(
                    (card for card in own if card.kind == kind and card.side == side),
                    key=lambda card: (order[card.result or "unclear"], card.id),
                )
            ),
        )
        for kind in COUNTED
        for side in sides
    )


def newest_first(cards: Iterable[Card]) -> list[Card]:
    """Return `cards` by period, the most recent first, unknown periods last."""
    by_id = sorted(cards, key=lambda card: card.id)
    return sorted(by_id, key=_period, reverse=True)


def _period(card: Card) -> str:
    """Return the last quarter of the card's period; a whole year ends with its last."""
    if card.period == UNKNOWN_PERIOD:
        return ""
    return card.period if "Q" in card.period else f"{card.period}-Q4"


def newest(library: Library, number: int) -> tuple[Card, ...]:
    """Return the `number` most recent cards that count, by period."""
    return tuple(newest_first(counted(library.cards.values()))[:number])
