"""Where a stretch of a value stands in the file that it was read from."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import Final

from spreekkamer.diagnostics import Place, Span

_BETWEEN: Final = " \n\"'\\\u00ad"
"""What the file may hold between two characters of a value: folding, quotes, soft hyphens."""


_BLOCK: Final = (">", "|")
_PIECE: Final = re.compile(r"\s|\S+")
_INDENTED_AT_MOST: Final = 100
"""How far ahead a word is looked for as a whole: a line break with the usual indent is less."""


class Written:
    """The text of a file, with what was looked up in it: no search starts at its top again."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._offsets: dict[Span, Sequence[int]] = {}

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, without what ends them."""
        return self.text.split("\n")

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(line) + 1 for line in self.lines), initial=0))

    def offset_of(self, place: Place) -> int:
        """Return the offset of `place` in the text; the end when it lies behind it."""
        if place.line > len(self.lines):
            return len(self.text)
        return min(self._starts[place.line - 1] + place.column - 1, len(self.text))

    def within(self, span: Span) -> str:
        """Return what stands from the start of `span` to its end."""
        return self.text[self.offset_of(span.start) : self.offset_of(span.end)]

    def place_of(self, offset: int) -> Place:
        """Return line and column of the code point at `offset`."""
        line = bisect_right(self._starts, offset, hi=len(self.lines))
        return Place(line, offset - self._starts[line - 1] + 1)

    def span_within(self, span: Span, value: str, start: int, end: int) -> Span:
        """Return where `value[start:end]` stands in the text, in which the value takes up `span`.

        That is the whole span when the value differs from the text in more than folding and quotes.
        """
        if span not in self._offsets:
            source, begin = self.within(span), self.offset_of(span.start)
            self._offsets[span] = _offsets(source, value, begin)
        offsets = self._offsets[span]
        seen = value[start:end].strip()
        first = value.find(seen, start)
        last = first + len(seen) - 1
        if not seen or last >= len(offsets):
            return span
        stop = _end_of_character(self.text, offsets[last])
        return Span(self.place_of(offsets[first]), self.place_of(stop))


def _end_of_character(text: str, start: int) -> int:
    """Return the offset behind the character at `start` and the marks that belong to it."""
    end = start + 1
    while end < len(text) and _joins(text[end]):
        end += 1
    return end


def _joins(character: str) -> bool:
    """Return whether a character joins the one before it: an accent, or a part of a Hangul one."""
    return unicodedata.combining(character) > 0 or "\u1160" <= character <= "\u11ff"


def _composed(source: str) -> tuple[str, Sequence[int]]:
    """Return `source` in NFC, as values are, with the offset in it of each character."""
    if source.isascii() or unicodedata.is_normalized("NFC", source):
        return source, range(len(source))
    text, offsets, start = [], array("L"), 0
    while start < len(source):
        end = _end_of_character(source, start)
        text.append(unicodedata.normalize("NFC", source[start:end]))
        offsets.extend([start] * len(text[-1]))
        start = end
    return "".join(text), offsets


def _offsets(source: str, value: str, begin: int) -> Sequence[int]:
    """Return the offset of each character of `value` in `source`, which starts at `begin`.

    It ends before the first character that is not there, as with escapes.
    """
    source, places = _composed(source)
    for quote in (0, 1):
        if source.startswith(value, quote):
            if isinstance(places, range):
                return range(begin + quote, begin + quote + len(value))
            return array("L", (begin + each for each in places[quote : quote + len(value)]))
    if isinstance(places, range) and (by_lines := _in_lines(source, value, begin)):
        return by_lines
    offsets = array("L")
    place = source.find("\n") if source[:1] in _BLOCK else 0
    for piece in _PIECE.findall(value):
        if piece.isspace():
            offsets.append(begin + places[max(place - 1, 0)])
            continue
        found = _followed(source, piece, place)
        if isinstance(found, range) and isinstance(places, range):  # as most words are
            offsets.extend(range(begin + found.start, begin + found.stop))
        else:
            offsets.extend(begin + places[at] for at in found)
        if len(found) < len(piece):
            break
        place = found[-1] + 1
    return offsets


def _in_lines(source: str, value: str, begin: int) -> Sequence[int]:
    """Return what `_offsets` does of a value that is just the lines of `source`, or nothing.

    Most long texts are that, and a line is found much faster than each of its words.
    """
    offsets = array("L")
    place = source.find("\n") + 1 if source[:1] in _BLOCK else 0
    for line in source[place:].split("\n"):
        words = line.strip(" ")
        if not words or not value.startswith(words, len(offsets)):
            break
        start = begin + place + line.index(words)
        # Of the space between two lines no stretch of a value begins or ends with it.
        offsets.extend(range(start, start + len(words) + 1))
        place += len(line) + 1
    return offsets[:-1] if len(offsets) == len(value) + 1 else ()


def _followed(source: str, word: str, place: int) -> Sequence[int]:
    """Return where the characters of `word` stand in `source`, from `place` on.

    It ends before the first one that is not there.
    """
    start = source.find(word, place, place + len(word) + _INDENTED_AT_MOST)
    if start >= 0 and not source[place:start].strip(_BETWEEN):
        return range(start, start + len(word))
    places: list[int] = []
    for character in word:
        found = source.find(character, place)
        if found < 0 or source[place:found].strip(_BETWEEN):
            break
        places.append(found)
        place = found + 1
    return places
