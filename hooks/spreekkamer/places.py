"""Where a stretch of a value stands in the file that it was read from."""

from __future__ import annotations

from typing import Final

from spreekkamer.diagnostics import Place, Span
from spreekkamer.source import place_of

_BETWEEN: Final = " \n\"'\\\u00ad"
"""What the file may hold between two characters of a value: folding, quotes, soft hyphens."""


def offset_of(text: str, place: Place) -> int:
    """Return the offset of `place` in `text`; the end when it lies behind it."""
    start = 0
    for _ in range(place.line - 1):
        start = text.find("\n", start) + 1
        if not start:
            return len(text)
    return min(start + place.column - 1, len(text))


def _stretch(source: str, value: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where `value[start:end]` stands in `source`, the text that was read as `value`.

    None when the two differ in more than folding and quotes, as with escapes.
    """
    place = source.find("\n") if source[:1] in (">", "|") else 0
    first = None
    for offset, character in enumerate(value[:end]):
        if character.isspace():
            continue
        found = source.find(character, place)
        if found < 0 or source[place:found].strip(_BETWEEN):
            return None
        if first is None and offset >= start:
            first = found
        place = found + 1
    return None if first is None else (first, place)


def span_within(text: str, span: Span, value: str, start: int, end: int) -> Span:
    """Return where `value[start:end]` stands in `text`, in which the value takes up `span`.

    That is the whole span when the value differs from the text in more than folding and quotes.
    """
    offset = offset_of(text, span.start)
    found = _stretch(text[offset : offset_of(text, span.end)], value, start, end)
    if found is None:
        return span
    return Span(place_of(text, offset + found[0]), place_of(text, offset + found[1]))
