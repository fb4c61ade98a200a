"""The data of meeting sheets: of each card what fits on its part of one A4, loaded on demand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from spreekkamer import addresses
from spreekkamer.card import Card
from spreekkamer.library import Library
from spreekkamer.page_data import page_data
from spreekkamer.prose import opening
from spreekkamer.texts import DEFAULT_LANGUAGE

_VERSION: Final = 1
BUDGETS: Final = {
    "situation": (110, 220, 550),
    "choice": (120, 230, 450),
    "what_worked": (90, 170, 450),
    "what_did_not_work": (70, 130, 270),
    "not_when": (70, 110, 190),
    "beneath": (60, 110, 270),
}
"""The parts of a card on a sheet, with the characters for three, two and one card on it."""


class Sheets:
    """The cards of one library as they stand on a meeting sheet.

    `edit_address` gives the address where the file at a path can be changed, if there is one.
    """

    def __init__(
        self, library: Library, language: str, edit_address: Callable[[str], str | None]
    ) -> None:
        self._library = library
        self._language = language
        self._edit_address = edit_address

    def script(self) -> str:
        """Return the data as a script."""
        cards = {card.id: self._card(card) for card in self._library.cards.values()}
        return page_data("spreekkamerSheets", {"version": _VERSION, "cards": cards})

    def _card(self, card: Card) -> dict[str, object]:
        sides = [side.id for side in self._library.dilemmas[card.dilemma].sides]
        return {
            "url": addresses.card(card.id),
            "title": card.title,
            "lang": "" if self._language == DEFAULT_LANGUAGE else DEFAULT_LANGUAGE,
            "dilemma": card.dilemma,
            # What somebody chose who did not choose this; nothing of a choice in between.
            "other": next((side for side in sides if side != card.side in sides), ""),
            "tried": bool(card.tries),
            "edit": self._edit_address(card.path) or "",
            "question": card.question or "",
            "parts": list(self._parts(card)),
        }

    def _parts(self, card: Card) -> Iterator[tuple[str, list[str]]]:
        """Yield the name of each part with its text for three, two and one card on a sheet."""
        for name, budgets in BUDGETS.items():
            if text := getattr(card, name):
                texts = [opening(text, most) for most in budgets]
                yield name, texts[:1] if texts[0] == texts[-1] else texts
