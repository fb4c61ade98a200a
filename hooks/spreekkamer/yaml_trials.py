"""Finds by trying which line is indented otherwise, has a hyphen too many or too few, or is absent.

In a file of dilemmas, tags or sources such a line makes others seem wrong. What gives the file the
form that its schema asks for is what was meant, and only that is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from spreekkamer.diagnostics import Span
from spreekkamer.form import misfits
from spreekkamer.nodes import Node
from spreekkamer.rules import Raised, Route
from spreekkamer.schema import FILES
from spreekkamer.schema_types import MapOf
from spreekkamer.schema_walk import tables
from spreekkamer.yaml_layout import (
    above,
    at,
    fields_below,
    holds,
    indent,
    key_on,
    owner,
    told,
    types_of,
)
from spreekkamer.yaml_reader import parse

_SYNTAX: Final = "yaml-syntax"
_TWICE: Final = "yaml-duplicate-key"
# Of the parser's findings those that another form of a line may be the cause of.
_OF_LINES: Final = frozenset(
    (
        "colon-lines",
        "crooked",
        "crooked-one",
        "crooked-out",
        "crooked-top",
        "dash-field",
        "dash-missing",
        "first-indent",
        "indent",
        "item-margin",
        "list-alone",
        "list-indent",
        "no-colon",
        "no-field",
        "stray-colon",
        "text-below",
        "text-margin",
    )
)
_NAME_ALONE: Final = re.compile(r"(?P<before> *)(?P<name>[a-z0-9]+(?:-[a-z0-9]+)*)(?: *[;=：])? *")
_DEPTHS: Final = range(0, 10, 2)
_STEP: Final = 2
_NEW_NAME: Final = "nieuwe-naam"
_SUSPECTS_AT_MOST: Final = 10
_OTHERS_AT_MOST: Final = 2
# One line that stands elsewhere does not make more wrong than its group holds.
_MISTAKES_AT_MOST: Final = 50
# To read this many characters takes half a second.
_READ_AT_MOST: Final = 500_000


class _Trial(NamedTuple):
    """Another form of line `number`: the text with it, and what to tell when that is right."""

    number: int
    lines: list[str]
    variant: str
    values: dict[str, object]


def misplaced(
    text: str, kind: str, root: Node | None, raised: Sequence[Raised]
) -> tuple[Raised, ...]:
    """Return the finding for the one line that makes a file of `kind` wrong, if that is the cause.

    `root` and `raised` are what the reader made of `text`.
    """
    before = _wrong(kind, root, raised)
    if not before and not _is_of_lines(raised):
        return ()
    if before and len(before) > _MISTAKES_AT_MOST:
        return ()
    lines, best, read = text.split("\n"), None, 0
    numbers = [*(before or {}).values(), *(_line(each) for each in raised)]
    suspects = _suspects(lines, numbers)
    fewest = len(before) if before else _OTHERS_AT_MOST + 1
    for trial in _trials(lines, suspects):
        read += len(text)
        if not fewest or read > _READ_AT_MOST:
            break
        after = _wrong(kind, *parse("\n".join(trial.lines)))
        if after is not None and len(after) < fewest and _is_left(after, before, suspects):
            best, fewest = trial, len(after)
    return (_tell(lines, best),) if best else ()


def _is_left(after: dict[Route, int], before: dict[Route, int] | None, suspects: list[int]) -> bool:
    """Return whether what is wrong `after` a trial are other mistakes, that were there `before`."""
    if before is None:
        return set(suspects).isdisjoint(after.values())
    return {route[-1:] for route in after} <= {route[-1:] for route in before}


def _is_of_lines(raised: Sequence[Raised]) -> bool:
    return any(each.rule == _SYNTAX and each.finding.variant in _OF_LINES for each in raised)


def _line(raised: Raised) -> int:
    """Return the line, from 0, of what the reader of text found."""
    where = raised.finding.where
    return where.start.line - 1 if isinstance(where, Span) else 0


def _wrong(kind: str, root: Node | None, raised: Sequence[Raised]) -> dict[Route, int] | None:
    """Return what is wrong in the form of a file, with its line; None when it cannot be read."""
    if root is None or any(each.rule != _TWICE for each in raised):
        return None
    found = {each.route: each.line for each in misfits(FILES[kind], root)}
    twice = {(_TWICE, str(each.finding.values["value"])): _line(each) for each in raised}
    return found | twice


def _suspects(lines: list[str], numbers: Iterable[int]) -> list[int]:
    """Return the lines to try: the first of the group around each of `numbers`, what it is under,
    itself, and the line above it."""
    found: dict[int, None] = {}
    for number in dict.fromkeys(numbers):
        if len(found) >= _SUSPECTS_AT_MOST:
            break
        over = owner(lines, number)
        below = (each for each in range(over + 1, len(lines)) if lines[each].strip())
        near = (next(below, -1), over, number, above(lines, number))
        found |= dict.fromkeys(each for each in near if at(lines, each).strip())
    return list(found)


def _trials(lines: list[str], numbers: Iterable[int]) -> Iterator[_Trial]:
    for number in numbers:
        yield from _moved(lines, number)
        yield from _with_dash(lines, number)
        yield from _below(lines, number)
        yield from _with_colon(lines, number)
    for number in numbers:
        yield from _with_name(lines, number)


def _moved(lines: list[str], number: int) -> Iterator[_Trial]:
    """Yield line `number` indented otherwise, alone and with all that is indented below it."""
    line, here = lines[number], indent(lines[number])
    end = number + 1
    while end < len(lines) and (not lines[end].strip() or indent(lines[end]) > here):
        end += 1
    before, below, after = lines[:number], lines[number + 1 : end], lines[end:]
    for depth in sorted(_DEPTHS, key=lambda each: abs(each - here)):
        if depth == here:
            continue
        variant = "far-left" if depth > here else _at_top("far-right", depth)
        moved = " " * depth + line.lstrip()
        yield _Trial(number, [*before, moved, *below, *after], variant, {"spaces": depth})
        if any(below):
            shifted = [_shifted(each, depth - here) for each in below]
            values: dict[str, object] = {
                "spaces": depth,
                "last": end - (not lines[end - 1].strip()),
            }
            yield _Trial(number, [*before, moved, *shifted, *after], f"{variant}-all", values)


def _shifted(line: str, by: int) -> str:
    return " " * max(indent(line) + by, 0) + line.lstrip()


def _with_dash(lines: list[str], number: int) -> Iterator[_Trial]:
    """Yield line `number` without the hyphen it begins with, or else with one."""
    line, here = lines[number], indent(lines[number])
    before, rest, after = lines[:number], line.strip(), lines[number + 1 :]
    if rest.startswith("- "):
        fixed = rest[_STEP:].lstrip()
        new = " " * here + fixed
        yield _Trial(number, [*before, new, *after], "dash-field", {"fixed": fixed})
        return
    for depth in (here, here - _STEP) if key_on(lines, number) else ():
        values: dict[str, object] = {"fixed": f"- {rest}", "spaces": depth}
        new = f"{' ' * depth}- {rest}"
        yield _Trial(number, [*before, new, *after], _at_top("dash-absent", depth), values)


def _with_colon(lines: list[str], number: int) -> Iterator[_Trial]:
    """Yield line `number` with a colon behind the name that stands on it alone."""
    if match := _NAME_ALONE.fullmatch(lines[number]):
        fixed = f"{match['name']}:"
        new = [*lines[:number], match["before"] + fixed, *lines[number + 1 :]]
        yield _Trial(number, new, "no-colon-field", {"fixed": fixed})


def _below(lines: list[str], number: int) -> Iterator[_Trial]:
    """Yield the fields that stand straight below line `number` indented below it."""
    here, first = indent(lines[number]), number + 1
    end = first
    while end < len(lines) and (_is_field_at(lines[end], here) or indent(lines[end]) > here):
        end += 1
    if end - first < _STEP or not _is_field_at(lines[first], here):
        return
    shifted = [_shifted(each, _STEP) for each in lines[first:end]]
    values: dict[str, object] = {"spaces": _STEP, "first": first + 1, "last": end}
    yield _Trial(first, [*lines[:first], *shifted, *lines[end:]], "block-left", values)


def _is_field_at(line: str, depth: int) -> bool:
    return indent(line) == depth and bool(types_of(key_on([line], 0)))


def _with_name(lines: list[str], number: int) -> Iterator[_Trial]:
    """Yield the lines with a name above line `number`, under which it and those below it belong."""
    key, depth = key_on(lines, number), indent(lines[number]) - _STEP
    if not key or depth < 0:
        return
    for name in (_NEW_NAME, *_groups_with(key)):
        new = [*lines[:number], f"{' ' * depth}{name}:", *lines[number:]]
        variant = "name-absent" if name == _NEW_NAME else "field-absent"
        values: dict[str, object] = {"fixed": f"{name}:", "spaces": depth}
        yield _Trial(number, new, _at_top(variant, depth), values)


@lru_cache(maxsize=64)
def _groups_with(key: str) -> tuple[str, ...]:
    """Return the fields that may hold one by the name `key`, or a name that is no field's."""
    names = dict.fromkeys(name for table in tables() for name in table.fields)
    may_be_name = not types_of(key)
    return tuple(
        each for each in names if key in fields_below(each) or (may_be_name and holds(each, MapOf))
    )


def _at_top(variant: str, depth: int) -> str:
    return variant if depth else f"{variant}-top"


def _tell(lines: list[str], trial: _Trial) -> Raised:
    line = lines[trial.number].rstrip()
    return told(trial.number, indent(line), len(line), trial.variant, **trial.values)
