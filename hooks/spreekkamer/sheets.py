"""The data of meeting sheets: the texts of each card by sentence, loaded on demand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from spreekkamer import addresses, days, freshness
from spreekkamer.card import Card
from spreekkamer.library import Library
from spreekkamer.page_data import page_data
from spreekkamer.prose import sentences
from spreekkamer.texts import DEFAULT_LANGUAGE, Texts

_VERSION: Final = 2
PARTS: Final = (
    "situation",
    "choice",
    "what_worked",
    "what_did_not_work",
    "not_when",
    "beneath",
)
"""The parts of a card on a sheet. How much of them fits is known by the browser alone."""


class Sheets:
    """The cards of one library as they stand on a meeting sheet.

    `edit_address` gives the address where the file at a path can be changed, if there is one.
    """

    def __init__(
        self,
        library: Library,
        texts: Texts,
        edit_address: Callable[[str], str | None],
        today: date | None = None,
    ) -> None:
        self._library = library
        self._texts = texts
        self._edit_address = edit_address
        self._today = today or date.today()

    def script(self) -> str:
        """Return the data as a script."""
        cards = {card.id: self._card(card) for card in self._library.cards.values()}
        return page_data("spreekkamerSheets", {"version": _VERSION, "cards": cards})

    def _card(self, card: Card) -> dict[str, object]:
        sides = [side.id for side in self._library.dilemmas[card.dilemma].sides]
        return {
            "url": addresses.card(card.id),
            "title": card.title,
            "kind": card.kind,
            "lang": "" if self._texts.language == DEFAULT_LANGUAGE else DEFAULT_LANGUAGE,
            "dilemma": card.dilemma,
            # What somebody chose who did not choose this; nothing of a choice in between.
            "other": next((side for side in sides if side != card.side in sides), ""),
            "tried": bool(card.tries),
            "edit": self._edit_address(card.path) or "",
            "question": card.question or "",
            "law": self._law_changed(card),
            "parts": list(self._parts(card)),
        }

    def _law_changed(self, card: Card) -> str:
        """Return the warning that the rules of `card` have changed, with the last time."""
        found = freshness.of_card(card, self._library.law_changes.values(), self._today)
        changed = [law.date or "" for notice in found for law in notice.laws]
        if not changed:
            return ""
        return self._texts("pages.sheet.law", day=days.day(max(changed), self._texts.language))

    def _parts(self, card: Card) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the name of each part with its sentences."""
        for name in PARTS:
            if text := getattr(card, name):
                yield name, sentences(text)
