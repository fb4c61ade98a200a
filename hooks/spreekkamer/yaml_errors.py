"""What the YAML parser stumbled over, as a finding that names the cause and the cure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import yaml

from spreekkamer.diagnostics import TOP, Place, Span
from spreekkamer.nodes import Scalar
from spreekkamer.rules import Finding, Raised
from spreekkamer.yaml_lines import behind_dash, behind_hash, crooked, text_below, unlike_block

_KEY_WITHOUT_SPACE: Final = re.compile(r"\s*(?:- )?(?P<key>[a-z_]+:)(?P<value>[^\s:].*)")
_NO_SPACE: Final = re.compile(r"\b([a-z_]+):(?=[^\s:/])")
_CLOSED_BY: Final = {"[": "]", "{": "}"}
_DASH_WITHOUT_SPACE: Final = re.compile(r"-(?P<value>[^-\s:][^:]*)")
_APOSTROPHE: Final = re.compile(r"'(?:[a-z]|en) ")
_DASH_BEFORE_KEY: Final = re.compile(r"\s*-(?P<key>[a-z_]+: .*)")
_KEY_WITH_VALUE: Final = re.compile(r"(?P<key>\s*(?:- )?[^\s:#][^:#]*: +)(?P<value>\S.*)")


def _line(lines: list[str], number: int) -> str:
    return lines[number] if number < len(lines) else ""


def _raised(mark: yaml.Mark, length: int, variant: str, **values: object) -> Raised:
    start = Place(mark.line + 1, mark.column + 1)
    span = Span(start, Place(start.line, start.column + max(length, 1)))
    return Raised("yaml-syntax", Finding(span, values, variant))


def _quoted(value: str) -> str:
    escaped = value.strip().replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _colon(mark: yaml.Mark, lines: list[str]) -> Raised:
    line = _line(lines, mark.line)
    match = _KEY_WITH_VALUE.fullmatch(line)
    if match and len(match["key"]) <= mark.column:
        if _goes_on(lines, mark.line):
            return _raised(mark, 1, "colon-lines", key=match["key"].strip())
        return _raised(mark, 1, "colon", fixed=match["key"].strip() + " " + _quoted(match["value"]))
    before = _line(lines, mark.line - 1) if mark.line else ""
    if dashed := _DASH_BEFORE_KEY.fullmatch(before):
        values = {"fixed": f"- {dashed['key']}"}
        return _above(mark, before, _indent(before), "dash-space", values)
    if found := crooked(mark, lines) or text_below(mark, lines):
        return found
    if unspaced := _KEY_WITHOUT_SPACE.fullmatch(before):
        values = {"fixed": f"{unspaced['key']} {unspaced['value'].strip()}"}
        return _above(mark, before, unspaced.start("key"), "no-space", values)
    if before.strip() and ":" not in before and _indent(before) == _indent(line):
        return _above(mark, before, _indent(before), "no-colon", {})
    return _raised(mark, 1, "stray-colon")


def _above(
    mark: yaml.Mark, line: str, column: int, variant: str, values: Mapping[str, object]
) -> Raised:
    """Return the finding for the line above `mark`, on which the mistake was made."""
    span = Span(Place(mark.line, column + 1), Place(mark.line, len(line.rstrip()) + 1))
    return Raised("yaml-syntax", Finding(span, values, variant))


def _goes_on(lines: list[str], number: int) -> bool:
    """Return whether the text of the field on line `number` goes on below it."""
    after = _line(lines, number + 1)
    return bool(after.strip()) and _indent(after) > _indent(_line(lines, number))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _apostrophe(mark_line: int, column: int, lines: list[str]) -> Raised | None:
    """Return the finding for a text that begins with ‘'s’ or ‘'t’, which opens a quotation."""
    line = _line(lines, mark_line)
    if not _APOSTROPHE.match(line, column):
        return None
    start = Place(mark_line + 1, column + 1)
    span = Span(start, Place(start.line, start.column + 1))
    fixed = line[:column].strip() + " " + _quoted(line[column:])
    goes_on = _goes_on(lines, mark_line)
    values = {"key": line[:column].strip()} if goes_on else {"fixed": fixed.strip()}
    variant = "apostrophe-lines" if goes_on else "apostrophe"
    return Raised("yaml-syntax", Finding(span, values, variant))


def _expected_key(mark: yaml.Mark, lines: list[str], last: Scalar | None) -> Raised:
    line = _line(lines, mark.line)
    before = line[: mark.column].strip()
    length = len(line.rstrip()) - mark.column
    if not before:
        found = (None if mark.column else behind_dash(mark, lines)) or crooked(mark, lines)
        return found or _raised(mark, length, "indent")
    if before.endswith(("'", '"')):
        start = last.span.start if last else Place(mark.line + 1, 1)
        if found := _apostrophe(start.line - 1, start.column - 1, lines):
            return found
        if start.line <= mark.line:
            # The quotation began lines before: that is where its end was forgotten.
            character = _line(lines, start.line - 1)[start.column - 1 : start.column]
            span = Span(start, Place(start.line, start.column + 1))
            return Raised("yaml-syntax", Finding(span, {"character": character}, "quote"))
        return _raised(mark, length, "after-quote")
    match = _KEY_WITH_VALUE.fullmatch(line)
    if match and match["value"].startswith(("[", "{")) and not _goes_on(lines, mark.line):
        fixed = match["key"].strip() + " " + _quoted(match["value"])
        return _raised(mark, length, "after-bracket", fixed=fixed)
    return _raised(mark, length, "after-value")


def _no_colon(mark: yaml.Mark, line: str) -> Raised:
    content = line[mark.column :].rstrip()
    if item := _DASH_WITHOUT_SPACE.fullmatch(content):
        return _raised(mark, len(content), "dash-space", fixed=f"- {item['value']}")
    key, colon, value = content.partition(":")
    if colon and value and re.fullmatch(r"[a-z_]+", key):
        fixed = _NO_SPACE.sub(r"\1: ", line.strip())
        return _raised(mark, len(content), "no-space", fixed=fixed)
    return _raised(mark, len(content), "no-colon")


def _bad_start(mark: yaml.Mark, lines: list[str]) -> Raised:
    line = _line(lines, mark.line)
    character = line[mark.column : mark.column + 1]
    key = line[: mark.column]
    if re.fullmatch(r"\s*(?:- )?[^\s:#\[{]+: +", key):
        if _goes_on(lines, mark.line):
            return _raised(mark, 1, "start-lines", character=character, key=key.strip())
        fixed = f"{key.strip()} {_quoted(line[mark.column :])}"
        return _raised(mark, 1, "start", character=character, fixed=fixed)
    return _raised(mark, 1, "start-inside", character=character)


def _by_line(problem: str, mark: yaml.Mark, lines: list[str], last: Scalar | None) -> Raised | None:
    """Return what can be told from the line on which the parser stopped."""
    line = _line(lines, mark.line)
    rest = len(line.rstrip()) - mark.column
    if "mapping values" in problem:
        return _colon(mark, lines)
    if "cannot start any token" in problem or "keys are not allowed" in problem:
        return _bad_start(mark, lines)
    if "escape" in problem or "hexdecimal" in problem:
        return _raised(mark, 1, "escape")
    if "expected key" in problem:
        return _expected_key(mark, lines, last)
    if "'-' indicator" in problem:
        found = (None if mark.column else behind_dash(mark, lines)) or crooked(mark, lines)
        return found or _raised(mark, rest, "list-indent")
    if "document start" in problem:
        return _second_document(mark, rest, lines)
    if "block sequence entries" in problem:
        return _raised(mark, 1, "dash")
    if "comment or line break" in problem:
        return unlike_block(mark, rest, line)
    if "expected node content" in problem:
        is_comma = line[mark.column :][:1] == ","
        return _raised(mark, 1, "comma") if is_comma else behind_hash(mark.line, lines)
    return None


def _second_document(mark: yaml.Mark, length: int, lines: list[str]) -> Raised:
    """Return the finding for what follows where the parser took the file to end."""
    first = next((n for n, line in enumerate(lines) if line.strip() and line[:1] != "#"), 0)
    indent = _indent(_line(lines, first))
    if indent and first < mark.line:
        # The fields below it begin at the margin, so that they are not of the same card.
        span = Span(Place(first + 1, 1), Place(first + 1, indent + 1))
        return Raised("yaml-syntax", Finding(span, {}, "first-indent"))
    return Raised("yaml-documents", Finding(_raised(mark, length, "").finding.where))


def _by_context(problem: str, mark: yaml.Mark, lines: list[str]) -> Raised | None:
    """Return what can be told from the place where the parser began what it could not end."""
    line = _line(lines, mark.line)
    character = line[mark.column :][:1]
    if "end of stream" in problem or "document indicator" in problem:
        found = _apostrophe(mark.line, mark.column, lines)
        return found or _raised(mark, 1, "quote", character=character)
    if "',' or" in problem:
        if found := behind_hash(mark.line, lines):
            return found
        closed = _CLOSED_BY.get(character, "\n") in line[mark.column :]
        return _raised(mark, 1, "bracket-inside" if closed else "bracket", character=character)
    if "alphabetic or numeric" in problem:
        return _bad_start(mark, lines)
    if "expected ':'" in problem:
        return text_below(mark, lines) or _no_colon(mark, line)
    return None


def explain_syntax(error: yaml.YAMLError, text: str, last: Scalar | None = None) -> Raised:
    """Return `error` as a finding that names the cause, without the parser's own words.

    `last` is the value that was read before the parser stopped. When a comment follows it, its
    text was cut off there, and that is the mistake.
    """
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Raised("yaml-syntax", Finding(TOP, {}, "other"))
    problem, mark = error.problem or "", error.problem_mark
    if last and last.comment and mark.line <= last.span.end.line:
        return Raised("yaml-cut-off", Finding(last.span, {"value": last.text}, "lines"))
    context, lines = error.context_mark or mark, text.split("\n")
    found = _by_context(problem, context, lines) or _by_line(problem, mark, lines, last)
    return found or _raised(mark, 1, "other")
