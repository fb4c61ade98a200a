"""A dilemma with its two sides, complete and frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Translated = Mapping[str, str]
"""A text by language; Dutch is always there."""


def in_language(text: Translated, language: str) -> str:
    """Return `text` in `language`, or in Dutch when there is no such text."""
    return text.get(language) or text["nl"]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two ways to go."""

    id: str
    label: Translated
    definition: Translated


@dataclass(frozen=True, slots=True)
class Research:
    """A published finding about the dilemma, with the keys of its sources."""

    text: Translated
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dilemma:
    """A choice that caseworkers face, with two sides of equal weight."""

    id: str
    path: str
    label: Translated
    question: Translated
    sides: tuple[Side, Side]
    origin: str | None = None
    synonyms: tuple[str, ...] = ()
    find_only: tuple[str, ...] = ()
    not_to_confuse_with: tuple[tuple[str, str], ...] = ()
    research: tuple[Research, ...] = ()

    def side(self, ident: str) -> Side | None:
        """Return the side with this id; None for `between`."""
        return next((side for side in self.sides if side.id == ident), None)


def from_values(ident: str, path: str, values: Mapping[str, Any]) -> Dilemma:
    """Return the dilemma with the checked `values` of a file; KeyError when one is missing."""
    first, second = (
        Side(name, side["label"], side["definition"]) for name, side in values["sides"].items()
    )
    research = (
        Research(
            {language: text for language, text in each.items() if language != "sources"},
            each.get("sources", ()),
        )
        for each in values.get("research", ())
    )
    return Dilemma(
        id=ident,
        path=path,
        label=values["label"],
        question=values["question"],
        sides=(first, second),
        origin=values.get("origin"),
        synonyms=values.get("synonyms", ()),
        find_only=values.get("find_only", ()),
        not_to_confuse_with=tuple(values.get("not_to_confuse_with", {}).items()),
        research=tuple(research),
    )
