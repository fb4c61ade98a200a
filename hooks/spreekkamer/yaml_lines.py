"""What the lines around the place where the YAML parser stopped tell of the mistake."""

from __future__ import annotations

import re
from typing import Final

import yaml

from spreekkamer.diagnostics import Place, Span
from spreekkamer.rules import Finding, Raised
from spreekkamer.schema import CARD
from spreekkamer.schema_types import Group, ListOf, MapOf, Number
from spreekkamer.yaml_layout import (
    KEY,
    above,
    at,
    block,
    fields_below,
    holds,
    indent,
    key_on,
    may_be_text,
    owner,
    siblings,
    told,
    types_of,
)
from spreekkamer.yaml_slips import DUTCH

_FIELD_BEHIND_DASH: Final = re.compile(r"- +(?P<field>[a-z_]+:(?: .*)?)")
_BLOCK_SIGN: Final = re.compile(r"(?P<key>\s*(?:- )?[a-z_]+:) *(?P<sign>[>|])[ >|−–—-]*")
_NUMBER_SIGN: Final = re.compile(r"\s*(?:- )?(?P<key>[a-z_]+): *> *(?P<number>[0-9]+)\b.*")
_NOTHING_BEHIND: Final = re.compile(r"(?P<before>\s*(?:- +)?)(?P<key>[a-z0-9_-]+): *[^\w\"'\[{]*")
_PROSE: Final = re.compile(r"[^\W\d_][^\s:]* [^\s:]+ ")
_WORD: Final = re.compile(r"[^\W\d_]")
_TWO: Final = 2
_NEAR: Final = 4


def crooked(mark: yaml.Mark, lines: list[str]) -> Raised | None:
    """Return the finding for a field that does not stand straight below another of its group."""
    number = mark.line
    field = KEY.fullmatch(at(lines, number).rstrip())
    if not field or "-" in field["before"]:
        return None
    over = above(lines, number)
    return (
        _too_far_left(lines, over, field)
        or _crooked(number, field, KEY.fullmatch(at(lines, over).rstrip()))
        or _outside(lines, number, field)
        or _crooked(number, field, _sibling_above(lines, over, field["key"]))
    )


def _too_far_left(lines: list[str], over: int, field: re.Match[str]) -> Raised | None:
    """Return the finding for a field on line `over` of the group of `field`, not indented as that.

    Above it stands what both are part of, or a field of the group that stands straight.
    """
    other = KEY.fullmatch(at(lines, over).rstrip())
    first = KEY.fullmatch(at(lines, above(lines, over)).rstrip())
    column = field.start("key")
    if not other or not first or "-" in other["before"] or other.start("key") >= column:
        return None
    key, group = other["key"], fields_below(first["key"])
    straight = first.start("key") == column and siblings(first["key"], key)
    opens = (
        other.start("key") <= first.start("key") < column
        and {key, field["key"]} <= group
        and not first["value"]
    )
    if not siblings(key, field["key"]) or not types_of(key) or not (straight or opens):
        return None
    start, end = other.start("key"), len(lines[over].rstrip())
    return told(over, start, end, "far-left", spaces=column)


def _crooked(number: int, field: re.Match[str], other: re.Match[str] | None) -> Raised | None:
    start, key = field.start("key"), field["key"]
    if not other or not siblings(key, other["key"]) or start == other.start("key"):
        return None
    column = other.start("key")
    variant = {0: "crooked-top", 1: "crooked-one"}.get(column, "crooked")
    return told(number, start, start + len(key), variant, above=other["key"], spaces=column)


def _sibling_above(lines: list[str], number: int, key: str) -> re.Match[str] | None:
    """Return the nearest field from line `number` up that is of one group with `key`, if any."""
    while number >= 0:
        other = KEY.fullmatch(lines[number].rstrip())
        if other and siblings(key, other["key"]):
            return other
        number = -1 if other and not indent(lines[number]) else above(lines, number)
    return None


def _outside(lines: list[str], number: int, field: re.Match[str]) -> Raised | None:
    """Return the finding for a field of the card that is indented below a group or a text of it."""
    key, over, start = field["key"], key_on(lines, owner(lines, number)), field.start("key")
    in_text = may_be_text(over) and key in DUTCH
    if not start or key not in CARD.fields or key in fields_below(over) or in_text:
        return None
    if holds(over, MapOf):
        return None
    return told(number, start, start + len(key), "crooked-out", name=key)


def behind_dash(mark: yaml.Mark, lines: list[str]) -> Raised | None:
    """Return the finding for a hyphen before a field, at the margin on this or the first line."""
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    for number in dict.fromkeys((mark.line, first)):
        line = at(lines, number).rstrip()
        if match := _FIELD_BEHIND_DASH.fullmatch(line):
            return told(number, 0, len(line), "dash-field", fixed=match["field"])
    return None


def crooked_item(mark: yaml.Mark, lines: list[str]) -> Raised | None:
    """Return the finding for an item of a list that does not stand straight below the others."""
    line = at(lines, mark.line).rstrip()
    match = KEY.fullmatch(line)
    if not match or "-" not in match["before"]:
        return None
    over = above(lines, mark.line)
    while over > 0 and not lines[over].lstrip().startswith("- ") and indent(lines[over]):
        over = above(lines, over)
    column, parent = indent(at(lines, over)), key_on(lines, owner(lines, over))
    if not holds(parent, ListOf) or match["key"] not in fields_below(parent):
        return None
    start = indent(line)
    if column == start:
        return None
    return told(mark.line, start, len(line), "item-margin", key=parent, spaces=column)


def without_dash(mark: yaml.Mark, lines: list[str]) -> Raised | None:
    """Return the finding for the first item of a list that has no hyphen, where the second has."""
    over = owner(lines, mark.line)
    if not at(lines, mark.line).lstrip().startswith("- ") or not holds(key_on(lines, over), ListOf):
        return None
    first = next(number for number in range(over + 1, len(lines)) if lines[number].strip())
    line = lines[first].rstrip()
    match = KEY.fullmatch(line)
    if not match or "-" in match["before"] or first >= mark.line:
        return None
    return told(first, indent(line), len(line), "dash-missing", fixed=f"- {line.lstrip()}")


def behind_hash(number: int, lines: list[str]) -> Raised | None:
    """Return the finding for a sign `#` within brackets, on line `number` or just above it."""
    for each in range(number, number - _NEAR, -1):
        before, sign, after = at(lines, each).partition("#")
        above_it = "\n".join((*lines[max(each - _NEAR, 0) : max(each, 0)], before))
        opens = max(map(above_it.rfind, "[{")) > max(map(above_it.rfind, "]}"))
        if sign and opens and before.endswith((" ", ",", "[", "{")) and {*after} & {*"]}"}:
            return told(each, len(before), len(before) + 1, "hash-inside")
    return None


def text_below(mark: yaml.Mark, lines: list[str]) -> Raised | None:
    """Return the finding for a text with a colon, of more lines, below the field it belongs to."""
    depth, number = indent(at(lines, mark.line)), mark.line - 1
    while number > 0 and (not lines[number].strip() or indent(lines[number]) >= depth):
        number -= 1
    match = _NOTHING_BEHIND.fullmatch(at(lines, number).rstrip())
    if not depth or not match or match.start("key") >= depth:
        return None
    key = match["key"]
    if holds(key, Group, ListOf, MapOf):
        return None
    if not may_be_text(key) and not _PROSE.match(lines[number + 1].lstrip()):
        return None
    start = match.start("key")
    return told(
        number, start, start + len(key) + 1, "text-below", key=f"{key}:", sign=block(lines, number)
    )


def text_at_margin(number: int, lines: list[str]) -> Raised | None:
    """Return the finding for text on line `number` that is not indented below its field."""
    line, over = at(lines, number).rstrip(), above(lines, number)
    if not line.strip() or KEY.fullmatch(line) or line.lstrip()[:2] == "- ":
        return None
    depth, end = indent(line), len(line)
    if (match := KEY.fullmatch(at(lines, over).rstrip())) and indent(lines[over]) >= depth:
        value = match["value"] or ""
        is_open = not value.strip(">|-+ ") or (
            may_be_text(match["key"]) and value[0] not in "\"'[{"
        )
        if is_open and not holds(match["key"], Group, MapOf):
            spaces = match.start("key") + _TWO
            return told(number, depth, end, "text-margin", key=match["key"], spaces=spaces)
    elif indent(at(lines, over)) > depth and may_be_text(key := key_on(lines, owner(lines, over))):
        return told(number, depth, end, "text-margin", key=key, spaces=indent(lines[over]))
    return None


def list_alone(number: int, lines: list[str]) -> Raised | None:
    """Return the finding for a list within brackets on line `number` that has no field."""
    line = at(lines, number).rstrip()
    if not line.lstrip().startswith("["):
        return None
    return told(number, indent(line), len(line), "list-alone")


def crooked_text(mark: yaml.Mark, lines: list[str]) -> Raised | None:
    """Return the finding for a line of text that begins elsewhere than the line above it."""
    number, over = mark.line, above(lines, mark.line)
    line, before = at(lines, number).rstrip(), at(lines, over).rstrip()
    if not _is_text(line):
        return None
    end = len(line)
    if _is_text(before) and indent(before) not in (0, indent(line)):
        spaces = indent(at(lines, owner(lines, over))) + _TWO
        return told(number, indent(line), end, "crooked-text", spaces=spaces)
    complete = before.endswith(('"', "'", "]", "}"))
    return told(number, indent(line), end, "no-field") if complete and KEY.match(before) else None


def _is_text(line: str) -> bool:
    return bool(_WORD.match(line.lstrip())) and not KEY.fullmatch(line)


def unlike_block(mark: yaml.Mark, rest: int, line: str) -> Raised:
    """Return the finding for what stands behind the sign that begins a text of more lines."""
    start = Place(mark.line + 1, mark.column + 1)
    span = Span(start, Place(start.line, start.column + max(rest, 1)))
    number = _NUMBER_SIGN.fullmatch(line.rstrip())
    if number and holds(number["key"], Number):
        fixed = f"{number['key']}: {number['number']}"
        return Raised("yaml-syntax", Finding(span, {"fixed": fixed}, "number-sign"))
    if match := _BLOCK_SIGN.fullmatch(line.rstrip()):
        fixed = f"{match['key'].strip()} {match['sign']}-"
        return Raised("yaml-syntax", Finding(span, {"fixed": fixed}, "block-sign"))
    return Raised("yaml-syntax", Finding(span, {}, "block"))
