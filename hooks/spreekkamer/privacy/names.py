"""Tells rows of capitalised words that may be a person's name from those that are not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_OPENS: Final = ".!?:;…\n•*/"
_BOLD: Final = "**"
_WORDS_AT_MOST: Final = 5
_LOOKS_BACK: Final = 60
_ARTICLES: Final = frozenset(("De", "Het"))
_STREETS: Final = ("straat", "gracht", "singel", "plein", "steeg", "plantsoen")
_TWO: Final = 2
_SECOND_PART: Final = re.compile(r"(?<=[a-z])-[a-z]{3,}$")
_BEFORE_A_SENTENCE: Final = " \u00a0\"'“”„‘’«»([{–—-"


@dataclass(frozen=True, slots=True)
class KnownWords:
    """Words that tell names from other rows: `surnames` are in small letters.

    `allowed` are names of no person. `openers` begin a sentence and no name: «Volgens Bakker».
    """

    allowed: frozenset[str]
    surnames: frozenset[str]
    openers: re.Pattern[str]

    def make_a_name(self, words: list[str], known: list[bool]) -> bool:
        """Return whether the words up to the first that is known end in one of the surnames."""
        until = next((place for place, each in enumerate(known) if each), len(words))
        if until <= 1 or words[0] in _ARTICLES or self.openers.fullmatch(words[0]):
            return False
        return words[until - 1].lower() in self.surnames


def begins_sentence(text: str, start: int) -> bool:
    """Return whether what stands at `start` opens a sentence, a quotation or a list item."""
    before = text[max(0, start - _LOOKS_BACK) : start].rstrip(_BEFORE_A_SENTENCE)
    if before.endswith(_BOLD):
        before = before[: -len(_BOLD)].rstrip(_BEFORE_A_SENTENCE)
    return not before or before[-1] in _OPENS or text[start - 1 : start] in ('"', "“", "„", "‘")


def _known(words: list[str], allowed: frozenset[str]) -> list[bool]:
    """Return which of `words` belong to an allowed name, the longest names first.

    A name may be the first part of a word: «een Albert Heijn-tas».
    """
    words = [_SECOND_PART.sub("", word) if "-" in word else word for word in words]
    known = [False] * len(words)
    place = 0
    while place < len(words):
        length = next(
            (
                size
                for size in range(_WORDS_AT_MOST, 0, -1)
                if " ".join(words[place : place + size]) in allowed
            ),
            0,
        )
        known[place : place + length] = [True] * min(length, len(words) - place)
        place += length or 1
    return known


def _is_no_person(row: str, run: list[tuple[int, int]], surnames: frozenset[str]) -> bool:
    """Return whether a run is what a house or a shop is called, or a street: «De Regenboog»."""
    first, last = (row[start:end] for start, end in (run[0], run[-1]))
    if last.endswith(_STREETS):
        return True
    return len(run) == _TWO and first in _ARTICLES and last.lower() not in surnames


def names_in(row: str, opens: bool, lists: KnownWords) -> Iterator[tuple[int, int]]:
    """Yield where in `row`, capitalised words with prefixes between, a name may stand.

    `opens` tells that the first word opens a sentence, so that its capital says nothing, unless
    it opens a name of `lists`. A name takes two capitalised words beside each other that are not
    allowed there.
    """
    words = row.replace("\n", " ").replace("\u00a0", " ").split(" ")
    known = _known(words, lists.allowed)
    known[0] = known[0] or (opens and not lists.make_a_name(words, known))
    run: list[tuple[int, int]] = []
    start = 0
    for word, is_known in zip([*words, ""], [*known, True], strict=True):
        if (is_known and word[:1] != word[:1].lower()) or not word:
            if len(run) > 1 and not _is_no_person(row, run, lists.surnames):
                yield run[0][0], run[-1][1]
            run = []
        elif word[:1] != word[:1].lower():
            run.append((start, start + len(word)))
        start += len(word) + 1
