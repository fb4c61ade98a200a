"""Finds by trying which line is indented otherwise, has a hyphen too many or too few, or is absent.

In a file of dilemmas, tags or sources such a line makes others seem wrong. What gives the file the
form that its schema asks for is what was meant, and only that is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from spreekkamer.diagnostics import Span
from spreekkamer.form import misfits
from spreekkamer.nodes import Node
from spreekkamer.rules import Raised, Route
from spreekkamer.schema import FILES
from spreekkamer.yaml_forms import Trial, trials
from spreekkamer.yaml_layout import (
    above,
    at,
    indent,
    owner,
    told,
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
        "far-left",
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
_SUSPECTS_AT_MOST: Final = 10
_OTHERS_AT_MOST: Final = 2
# One line that stands elsewhere does not make more wrong than its group holds.
_MISTAKES_AT_MOST: Final = 50
# To read this many lines again, of usual length, takes about a second.
_LINES_AT_MOST: Final = 80_000
_USUAL_LENGTH: Final = 40


def misplaced(
    text: str, kind: str, root: Node | None, raised: Sequence[Raised]
) -> tuple[Raised, ...]:
    """Return the finding for the one line that makes a file of `kind` wrong, if that is the cause.

    `root` and `raised` are what the reader made of `text`.
    """
    before = _wrong(kind, root, raised)
    if not before and not _is_of_lines(raised):
        return ()
    if len(before or ()) > _MISTAKES_AT_MOST or len(raised) > _MISTAKES_AT_MOST:
        return ()
    lines, best, read = text.split("\n"), None, 0
    numbers = [*(before or {}).values(), *(_line(each) for each in raised)]
    suspects = _suspects(lines, numbers, first=before is None)
    fewest = len(before) if before else _OTHERS_AT_MOST + 1
    for trial in trials(lines, suspects):
        read += len(lines) + len(text) // _USUAL_LENGTH
        if not fewest or read > _LINES_AT_MOST:
            break
        after = _wrong(kind, *parse("\n".join(trial.lines)))
        is_better = after is not None and len(after) < min(fewest, _OTHERS_AT_MOST + 1)
        if after is not None and is_better and _is_left(after, before, suspects):
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


def _suspects(lines: list[str], numbers: Iterable[int], first: bool) -> list[int]:
    """Return the lines to try: `numbers`, the first of the group, what it is under, what is above.

    Where the parser stopped, the `first` of the group is more probably the cause.
    """
    found: dict[int, None] = {}
    for number in dict.fromkeys(numbers):
        if len(found) >= _SUSPECTS_AT_MOST:
            break
        over = owner(lines, number)
        below = (each for each in range(over + 1, len(lines)) if lines[each].strip())
        opens, over_it = next(below, -1), above(lines, number)
        near = (opens, over, number, over_it) if first else (number, over, opens, over_it)
        found |= dict.fromkeys(each for each in near if at(lines, each).strip())
    return list(found)


def _tell(lines: list[str], trial: Trial) -> Raised:
    line = lines[trial.number].rstrip()
    return told(trial.number, indent(line), len(line), trial.variant, **trial.values)
