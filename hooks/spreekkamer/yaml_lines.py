"""What the lines around the place where the YAML parser stopped tell of the mistake."""

from __future__ import annotations

import re
from typing import Final

import yaml

from spreekkamer.diagnostics import Place, Span
from spreekkamer.rules import Finding, Raised
from spreekkamer.schema_walk import tables

_KEY: Final = re.compile(r"\s*(?:- +)?(?P<key>[a-z0-9_-]+):(?: .*)?")
_FIELD_BEHIND_DASH: Final = re.compile(r"- +(?P<field>[a-z_]+:(?: .*)?)")
_BLOCK_SIGN: Final = re.compile(r"(?P<key>\s*(?:- )?[a-z_]+:) *(?P<sign>[>|])[ >|−–—-]*")
_PROSE: Final = re.compile(r"[^\W\d_][^\s:]* [^\s:]+ ")
_FIELDS: Final = tuple(frozenset(table.fields) for table in tables())


def _siblings(one: str, other: str) -> bool:
    """Return whether two names are fields of one group, or both are none of any."""
    if any({one, other} <= fields for fields in _FIELDS):
        return True
    return not any(one in fields or other in fields for fields in _FIELDS)


def crooked(mark: yaml.Mark, lines: list[str]) -> Raised | None:
    """Return the finding for a field that does not stand straight below the one above it."""
    line = lines[mark.line] if mark.line < len(lines) else ""
    above = next((each for each in reversed(lines[: mark.line]) if each.strip()), "")
    field, other = _KEY.fullmatch(line), _KEY.fullmatch(above)
    if not field or not other or not _siblings(field["key"], other["key"]):
        return None
    column = other.start("key")
    if line.lstrip().startswith("- ") or field.start("key") == column:
        return None
    start = field.start("key") + 1
    span = Span(Place(mark.line + 1, start), Place(mark.line + 1, start + len(field["key"])))
    values = {"above": other["key"], "spaces": column}
    variant = {0: "crooked-top", 1: "crooked-one"}.get(column, "crooked")
    return Raised("yaml-syntax", Finding(span, values, variant))


def behind_dash(mark: yaml.Mark, lines: list[str]) -> Raised | None:
    """Return the finding for a hyphen before a field, at the margin on this or the first line."""
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    for number in dict.fromkeys((mark.line, first)):
        line = lines[number] if number < len(lines) else ""
        if match := _FIELD_BEHIND_DASH.fullmatch(line.rstrip()):
            span = Span(Place(number + 1, 1), Place(number + 1, len(line.rstrip()) + 1))
            return Raised("yaml-syntax", Finding(span, {"fixed": match["field"]}, "dash-field"))
    return None


def behind_hash(number: int, lines: list[str]) -> Raised | None:
    """Return the finding for a sign `#` within brackets, on line `number` or the one above it."""
    for at in (number, number - 1):
        line = lines[at] if 0 <= at < len(lines) else ""
        before, sign, after = line.partition("#")
        opens = max(map(before.rfind, "[{")) > max(map(before.rfind, "]}"))
        if sign and opens and before.endswith((" ", ",", "[", "{")) and {*after} & {*"]}"}:
            place = Place(at + 1, len(before) + 1)
            span = Span(place, Place(place.line, place.column + 1))
            return Raised("yaml-syntax", Finding(span, {}, "hash-inside"))
    return None


def text_below(mark: yaml.Mark, lines: list[str]) -> Raised | None:
    """Return the finding for a text with a colon, of more lines, below the field it belongs to."""
    line = lines[mark.line] if mark.line < len(lines) else ""
    indent = len(line) - len(line.lstrip())
    number = mark.line - 1
    while number > 0 and lines[number].strip() and lines[number].startswith(" " * indent):
        number -= 1
    above = lines[number].rstrip() if number >= 0 else ""
    match = _KEY.fullmatch(above)
    if not indent or not match or not above.endswith(":") or match.start("key") >= indent:
        return None
    if not _PROSE.match(lines[number + 1].lstrip()):
        return None
    start = Place(number + 1, match.start("key") + 1)
    key = f"{match['key']}:"
    span = Span(start, Place(start.line, start.column + len(key)))
    return Raised("yaml-syntax", Finding(span, {"key": key}, "text-below"))


def unlike_block(mark: yaml.Mark, rest: int, line: str) -> Raised:
    """Return the finding for what stands behind the sign that begins a text of more lines."""
    start = Place(mark.line + 1, mark.column + 1)
    span = Span(start, Place(start.line, start.column + max(rest, 1)))
    if match := _BLOCK_SIGN.fullmatch(line.rstrip()):
        fixed = f"{match['key'].strip()} {match['sign']}-"
        return Raised("yaml-syntax", Finding(span, {"fixed": fixed}, "block-sign"))
    return Raised("yaml-syntax", Finding(span, {}, "block"))
