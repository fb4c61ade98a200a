"""What the YAML parser stumbled over, as a finding that names the cause and the cure."""

from __future__ import annotations

import re
from typing import Final

import yaml

from spreekkamer.diagnostics import TOP, Place, Span
from spreekkamer.rules import Finding, Raised

_KEY_WITH_VALUE: Final = re.compile(r"(?P<key>\s*(?:- )?[^\s:#][^:#]*: +)(?P<value>\S.*)")


def _line(text: str, number: int) -> str:
    lines = text.split("\n")
    return lines[number] if number < len(lines) else ""


def _raised(mark: yaml.Mark, length: int, variant: str, **values: object) -> Raised:
    start = Place(mark.line + 1, mark.column + 1)
    span = Span(start, Place(start.line, start.column + max(length, 1)))
    return Raised("yaml-syntax", Finding(span, values, variant))


def _quoted(value: str) -> str:
    escaped = value.strip().replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _colon(mark: yaml.Mark, line: str) -> Raised:
    match = _KEY_WITH_VALUE.fullmatch(line)
    if match and len(match["key"]) <= mark.column:
        return _raised(mark, 1, "colon", fixed=match["key"].strip() + " " + _quoted(match["value"]))
    return _raised(mark, 1, "stray-colon")


def _expected_key(mark: yaml.Mark, line: str) -> Raised:
    before = line[: mark.column].strip()
    length = len(line.rstrip()) - mark.column
    if not before:
        return _raised(mark, length, "indent")
    if before.endswith(("'", '"')):
        return _raised(mark, length, "after-quote")
    return _raised(mark, length, "after-value")


def _no_colon(mark: yaml.Mark, line: str) -> Raised:
    content = line[mark.column :].rstrip()
    key, colon, value = content.partition(":")
    if colon and value and re.fullmatch(r"[a-z_]+", key):
        return _raised(mark, len(content), "no-space", fixed=f"{key}: {value}")
    return _raised(mark, len(content), "no-colon")


def _by_line(problem: str, mark: yaml.Mark, line: str) -> Raised | None:
    """Return what can be told from the line on which the parser stopped."""
    rest = len(line.rstrip()) - mark.column
    if "mapping values" in problem:
        return _colon(mark, line)
    if "cannot start any token" in problem:
        fixed = _quoted(line[mark.column :])
        return _raised(mark, 1, "start", character=line[mark.column : mark.column + 1], fixed=fixed)
    if "escape" in problem or "hexdecimal" in problem:
        return _raised(mark, 1, "escape")
    if "expected key" in problem:
        return _expected_key(mark, line)
    if "'-' indicator" in problem:
        return _raised(mark, rest, "list-indent")
    if "block sequence entries" in problem:
        return _raised(mark, 1, "dash")
    return _raised(mark, rest, "block") if "comment or line break" in problem else None


def _by_context(problem: str, mark: yaml.Mark, line: str) -> Raised | None:
    """Return what can be told from the place where the parser began what it could not end."""
    character = line[mark.column :][:1]
    if "end of stream" in problem or "document indicator" in problem:
        return _raised(mark, 1, "quote", character=character)
    if "',' or" in problem:
        return _raised(mark, 1, "bracket", character=character)
    return _no_colon(mark, line) if "expected ':'" in problem else None


def explain_syntax(error: yaml.YAMLError, text: str) -> Raised:
    """Return `error` as a finding of the rule `yaml-syntax`, without the parser's own words."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Raised("yaml-syntax", Finding(TOP, {}, "other"))
    problem, mark = error.problem or "", error.problem_mark
    context = error.context_mark or mark
    found = _by_context(problem, context, _line(text, context.line))
    found = found or _by_line(problem, mark, _line(text, mark.line))
    return found or _raised(mark, 1, "other")
