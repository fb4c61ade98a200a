"""The other forms in which a line may have been meant: elsewhere, with a hyphen, below a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from spreekkamer.schema_types import MapOf
from spreekkamer.schema_walk import tables
from spreekkamer.yaml_layout import above, at, fields_below, holds, indent, key_on, types_of

_NAME_ALONE: Final = re.compile(r"(?P<before> *)(?P<name>[a-z0-9]+(?:-[a-z0-9]+)*)(?: *[;=：])? *")
_TOP: Final = {
    "far-right": "far-right-top",
    "dash-absent": "dash-absent-top",
    "name-absent": "name-absent-top",
    "field-absent": "field-absent-top",
}
_WITH_ALL: Final = {
    "far-left": "far-left-all",
    "far-right": "far-right-all",
    "far-right-top": "far-right-top-all",
}
_DEPTHS: Final = range(0, 10, 2)
_STEP: Final = 2
_NEW_NAME: Final = "nieuwe-naam"


class Trial(NamedTuple):
    """Another form of line `number`: the text with it, and what to tell when that is right."""

    number: int
    lines: list[str]
    variant: str
    values: dict[str, object]


def trials(lines: list[str], numbers: Iterable[int]) -> Iterator[Trial]:
    """Yield the other forms of the lines with these `numbers`, from 0, the likeliest first."""
    for number in numbers:
        yield from _moved(lines, number)
        yield from _with_dash(lines, number)
        yield from _below(lines, number)
        yield from _with_colon(lines, number)
    for number in numbers:
        yield from _with_name(lines, number)


def _moved(lines: list[str], number: int) -> Iterator[Trial]:
    """Yield line `number` indented otherwise, alone and with what is indented below it."""
    line, here = lines[number], indent(lines[number])
    before, after = lines[:number], lines[number + 1 :]
    # A text that moves becomes more of the text above it.
    if not key_on(lines, number) and not line.lstrip().startswith("- "):
        return
    for depth in sorted(_DEPTHS, key=lambda each: abs(each - here)):
        if depth == here:
            continue
        variant = "far-left" if depth > here else _at_top("far-right", depth)
        moved = " " * depth + line.lstrip()
        yield Trial(number, [*before, moved, *after], variant, {"spaces": depth})
        for end in _ends(lines, number):
            below = [_shifted(each, depth - here) for each in lines[number + 1 : end]]
            values: dict[str, object] = {"spaces": depth, "last": end}
            yield Trial(number, [*before, moved, *below, *lines[end:]], _WITH_ALL[variant], values)


def _ends(lines: list[str], number: int) -> list[int]:
    """Return where what belongs to line `number` may end: all that is deeper, or its fields."""
    first = end = number + 1
    while end < len(lines) and indent(lines[end]) > indent(lines[number]):
        end += 1
    depth = indent(lines[first]) if first < end else 0
    others = (
        each
        for each in range(first, end)
        if indent(lines[each]) == depth and not types_of(key_on(lines, each))
    )
    return sorted({end, next(others, end)} - {first}, reverse=True)


def _shifted(line: str, by: int) -> str:
    return " " * max(indent(line) + by, 0) + line.lstrip()


def _with_dash(lines: list[str], number: int) -> Iterator[Trial]:
    """Yield line `number` without the hyphen it begins with, or else with one."""
    line, here = lines[number], indent(lines[number])
    before, rest, after = lines[:number], line.strip(), lines[number + 1 :]
    if rest.startswith("- "):
        fixed = rest[_STEP:].lstrip()
        new = " " * here + fixed
        yield Trial(number, [*before, new, *after], "dash-field", {"fixed": fixed})
        return
    depths = range(here, max(here - _STEP, 0) - 1, -_STEP)
    for depth in depths if key_on(lines, number) else _of_items(lines, number):
        values: dict[str, object] = {"fixed": f"- {rest}", "spaces": depth}
        new = f"{' ' * depth}- {rest}"
        yield Trial(number, [*before, new, *after], _at_top("dash-absent", depth), values)


def _of_items(lines: list[str], number: int) -> tuple[int, ...]:
    """Return how far the item above line `number` is indented, if that is one."""
    over = at(lines, above(lines, number))
    is_text = lines[number].strip()[-1:] not in ("]", "}", ",", "-")
    return (indent(over),) if is_text and over.lstrip().startswith("- ") else ()


def _with_colon(lines: list[str], number: int) -> Iterator[Trial]:
    """Yield line `number` with a colon behind the name that stands on it alone."""
    if match := _NAME_ALONE.fullmatch(lines[number]):
        fixed = f"{match['name']}:"
        new = [*lines[:number], match["before"] + fixed, *lines[number + 1 :]]
        yield Trial(number, new, "no-colon-field", {"fixed": fixed})


def _below(lines: list[str], number: int) -> Iterator[Trial]:
    """Yield the fields that stand straight below line `number` indented below it."""
    here, first = indent(lines[number]), number + 1
    end = first
    while end < len(lines) and (_is_field_at(lines[end], here) or indent(lines[end]) > here):
        end += 1
    if end - first < _STEP or not _is_field_at(lines[first], here):
        return
    shifted = [_shifted(each, _STEP) for each in lines[first:end]]
    values: dict[str, object] = {"spaces": _STEP, "first": first + 1, "last": end}
    yield Trial(first, [*lines[:first], *shifted, *lines[end:]], "block-left", values)


def _is_field_at(line: str, depth: int) -> bool:
    return indent(line) == depth and bool(types_of(key_on([line], 0)))


def _with_name(lines: list[str], number: int) -> Iterator[Trial]:
    """Yield the lines with a name above line `number`, under which it and those below it belong."""
    key, depth = key_on(lines, number), indent(lines[number]) - _STEP
    if not key or depth < 0:
        return
    for name in (_NEW_NAME, *_groups_with(key)):
        new = [*lines[:number], f"{' ' * depth}{name}:", *lines[number:]]
        variant = "name-absent" if name == _NEW_NAME else "field-absent"
        values: dict[str, object] = {"fixed": f"{name}:", "spaces": depth}
        yield Trial(number, new, _at_top(variant, depth), values)


@lru_cache(maxsize=64)
def _groups_with(key: str) -> tuple[str, ...]:
    """Return the fields that may hold one by the name `key`, or a name that is no field's."""
    names = dict.fromkeys(name for table in tables() for name in table.fields)
    may_be_name = not types_of(key)
    return tuple(
        each for each in names if key in fields_below(each) or (may_be_name and holds(each, MapOf))
    )


def _at_top(variant: str, depth: int) -> str:
    return variant if depth else _TOP[variant]
