"""The lines of a file that is no YAML: what stands where, and which fields the schema knows."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from spreekkamer.diagnostics import Place, Span
from spreekkamer.rules import Finding, Raised
from spreekkamer.schema_types import Group, ListOf, MapOf, Text, Type
from spreekkamer.schema_walk import tables

KEY: Final = re.compile(r"(?P<before>\s*(?:- +)?)(?P<key>[a-z0-9_-]+):(?: +(?P<value>.*))?")
"""A field at the beginning of a line, in a list too."""
_FIRST_INSIDE: Final = re.compile(r"\{ *(?P<name>[a-z_]+):")
_BEFORE: Final = re.compile(r"\s*(?:- +)?")


def at(lines: list[str], number: int) -> str:
    """Return line `number`, counted from 0; nothing behind the last or before the first."""
    return lines[number] if 0 <= number < len(lines) else ""


def indent(line: str) -> int:
    """Return how many spaces `line` begins with."""
    return len(line) - len(line.lstrip())


def quoted(value: str) -> str:
    """Return `value` between double quotes, as YAML reads it back."""
    escaped = value.strip().replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def told(number: int, start: int, end: int, variant: str, **values: object) -> Raised:
    """Return the finding for the characters from `start` to `end` on line `number`, from 0."""
    place = Place(number + 1, start + 1)
    span = Span(place, Place(place.line, max(end, start + 1) + 1))
    return Raised("yaml-syntax", Finding(span, values, variant))


def goes_on(lines: list[str], number: int) -> bool:
    """Return whether the text of the field on line `number` goes on below it."""
    after, match = at(lines, number + 1), _BEFORE.match(at(lines, number))
    return bool(after.strip()) and indent(after) > (match.end() if match else 0)


def block(lines: list[str], number: int) -> str:
    """Return the sign for a text that begins on line `number`: one that keeps a list in it."""
    below = at(lines, number + 1).lstrip()
    return "|-" if below.startswith(("- ", "* ", "• ")) else ">-"


def above(lines: list[str], number: int) -> int:
    """Return the number of the first line above `number` that is not blank, or -1."""
    return next((each for each in range(number - 1, -1, -1) if at(lines, each).strip()), -1)


def owner(lines: list[str], number: int) -> int:
    """Return the number of the line above `number` under which that one is indented, or -1."""
    depth = indent(at(lines, number))
    lesser = (each for each in range(number - 1, -1, -1) if _before(lines[each], depth))
    return next(lesser, -1)


def _before(line: str, depth: int) -> bool:
    return bool(line.strip()) and indent(line) < depth


def key_on(lines: list[str], number: int) -> str:
    """Return the field on line `number`, or nothing."""
    match = KEY.fullmatch(at(lines, number).rstrip())
    return match["key"] if match else ""


@lru_cache(maxsize=1024)
def types_of(key: str) -> tuple[Type, ...]:
    """Return what fields by the name `key` hold in the tables of the schema; nothing if unknown."""
    return tuple(table.fields[key].type for table in tables() if key in table.fields)


@lru_cache(maxsize=1024)
def holds(key: str, *types: type[Type]) -> bool:
    """Return whether every field by the name `key` holds one of `types`."""
    found = types_of(key)
    return bool(found) and all(isinstance(each, types) for each in found)


@lru_cache(maxsize=1024)
def may_be_text(key: str) -> bool:
    """Return whether a field by the name `key` holds free text."""
    return any(isinstance(each, Text) for each in types_of(key))


@lru_cache(maxsize=1024)
def fields_below(key: str) -> frozenset[str]:
    """Return the fields of the groups that a field by the name `key` holds, in a list too."""
    found = types_of(key)
    inner = [each.type if isinstance(each, ListOf | MapOf) else each for each in found]
    return frozenset().union(*(each.table.fields for each in inner if isinstance(each, Group)))


@lru_cache(maxsize=1024)
def siblings(one: str, other: str) -> bool:
    """Return whether two names are fields of one group, or both are none of any."""
    if any(one in table.fields and other in table.fields for table in tables()):
        return True
    return not types_of(one) and not types_of(other)


def parent(lines: list[str], number: int) -> str:
    """Return the field under which line `number` is indented; a list may begin below its name."""
    over = owner(lines, number)
    if over >= 0:
        return key_on(lines, over)
    field = key_on(lines, above(lines, number))
    return field if holds(field, ListOf) and not indent(at(lines, number)) else ""


def opens_group(key: str, rest: str) -> bool:
    """Return whether `rest` begins with a brace and a field that stands below `key`."""
    match = _FIRST_INSIDE.match(rest)
    return match is not None and match["name"] in fields_below(key)
