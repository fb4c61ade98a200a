"""Covers what is private in the lines of a file that reports show."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate, islice
from typing import Final

from spreekkamer import privacy
from spreekkamer.diagnostics import Place, Span
from spreekkamer.places import Written
from spreekkamer.private_parts import PrivatePart, secrets
from spreekkamer.source import forbidden_character

_CODES: Final = re.compile(
    r"(?<!\S)[^\s\\]*\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})\S*"
    r"|(?<!\S)(?=\S*\\)(?:[^\s0-9]*[0-9]){6}\S*"  # a number that is broken up by an escape
)
_WORD: Final = re.compile(r"\S+")
_STRETCH: Final = 1000
_AROUND: Final = 160
_COLUMNS_SHOWN: Final = 20_000
# A key with a year, quarter or month, as reports on freshness show it: nothing private fits in it.
_PLAIN_TIME: Final = re.compile("[a-z_]+: [\"']?[0-9]{4}(?:-Q[1-4]|-[0-9]{2})?[\"']?")
_LINES_AROUND: Final = 3


def without_codes(text: str) -> str:
    """Return `text` with words covered in which characters stand as codes: nobody reads those."""
    if "\\" not in text:  # what Python would try at each character
        return text
    return _CODES.sub(lambda match: privacy.COVER * len(match[0]), text)


class Cover:
    """Covers what is private in the lines of a text that reports show."""

    def __init__(
        self, written: Written, parts: tuple[PrivatePart, ...], shown: frozenset[str]
    ) -> None:
        self._written = written
        self._private = parts
        self._shown = shown
        self._kept: dict[tuple[int, int], str] = {}

    @cached_property
    def _parts(self) -> list[Span]:
        return _apart(part.span for part in self._private if part.route != ())

    @cached_property
    def _known(self) -> frozenset[str]:
        return secrets(self._private)

    def line(self, place: Place) -> str:
        """Return the line at `place` with everything private in it covered.

        What lies far from `place` is covered or cut off: no report shows it. Of a line that is
        longer than anybody writes nothing is shown.
        """
        if place.line > len(self._written.lines) or place.column > _COLUMNS_SHOWN:
            return ""
        line = self._written.lines[place.line - 1]
        if _PLAIN_TIME.fullmatch(line):
            return line
        stretch = (place.column - 1) // _STRETCH
        if (place.line, stretch) not in self._kept:
            self._kept[place.line, stretch] = self._covered(place.line, stretch)
        return self._kept[place.line, stretch]

    def _covered(self, number: int, stretch: int) -> str:
        """Return a line up to a stretch and the next one; before the last one it is covered."""
        lines = self._written.lines
        begin, end = max(0, stretch - 1) * _STRETCH, (stretch + 2) * _STRETCH
        near = lines[number - 1][begin:end]
        above = "\n".join(lines[max(0, number - 1 - _LINES_AROUND) : number - 1])[-_AROUND:]
        below = "\n".join(lines[number : number + _LINES_AROUND])[:_AROUND]
        private = _private_offsets("\n".join((above, near, below)), self._shown)
        covered = {at - len(above) - 1 for at in private}
        for first, last in self._columns(number, begin, begin + len(near)):
            covered.update(range(first - begin, last - begin))
        told = list(near)
        for at in covered | privacy.other_offsets(near, self._shown):
            if 0 <= at < len(told):
                told[at] = privacy.COVER
        rest = privacy.without_secrets("".join(told), self._known)
        return privacy.COVER * begin + without_codes(rest)

    def _columns(self, number: int, begin: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the private stretches of a line between two columns that count from 0."""
        place = bisect_left(self._parts, Place(number, begin + 1), key=lambda span: span.end)
        for span in islice(self._parts, place, None):
            if span.start >= Place(number, end + 1):
                return
            first = span.start.column - 1 if span.start.line == number else begin
            last = span.end.column - 1 if span.end.line == number else end
            if max(first, begin) < min(last, end):
                yield max(first, begin), min(last, end)


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Return `spans` in order, those that overlap as one."""
    apart: list[Span] = []
    for span in sorted(set(spans)):
        if apart and span.start <= apart[-1].end:
            apart[-1] = Span(apart[-1].start, max(apart[-1].end, span.end))
        else:
            apart.append(span)
    return apart


def _private_offsets(text: str, shown: frozenset[str]) -> set[int]:
    """Return the offsets in `text` that are private when its lines are read as one text."""
    if forbidden_character(text):
        odd = {at for at, each in enumerate(text) if forbidden_character(each)}
        kept = [at for at in range(len(text)) if at not in odd]
        spaced = "".join(" " if at in odd else each for at, each in enumerate(text))
        # What nobody sees may stand within a word or between two.
        joined = _private_offsets("".join(text[at] for at in kept), shown)
        return {kept[at] for at in joined} | _private_offsets(spaced, shown)
    collapsed = " ".join(text.split())
    hits = [hit for hit in privacy.hits(collapsed) if hit.kind not in shown]
    # Where each word starts, in the text and when there is one space between words.
    starts = [match.start() for match in _WORD.finditer(text)] if hits else []
    lengths = (len(word) + 1 for word in collapsed.split(" ")) if hits else ()
    counted = list(accumulate(lengths, initial=0))

    def offset(place: int) -> int:
        word = bisect_right(counted, place) - 1
        return starts[word] + place - counted[word]

    return {at for hit in hits for at in range(offset(hit.start), offset(hit.end - 1) + 1)}
