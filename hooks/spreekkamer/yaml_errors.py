"""What the YAML parser stumbled over, as a finding that names the cause and the cure."""

from __future__ import annotations

import re
from typing import Final

import yaml

from spreekkamer import yaml_values
from spreekkamer.diagnostics import TOP, Place, Span
from spreekkamer.nodes import Scalar
from spreekkamer.rules import Finding, Raised
from spreekkamer.schema_types import MapOf
from spreekkamer.yaml_layout import (
    above,
    at,
    block,
    goes_on,
    holds,
    indent,
    key_on,
    may_be_text,
    owner,
    parent,
    quoted,
    told,
)
from spreekkamer.yaml_lines import (
    behind_dash,
    behind_hash,
    crooked,
    crooked_item,
    crooked_text,
    list_alone,
    text_at_margin,
    text_below,
    unlike_block,
    without_dash,
)
from spreekkamer.yaml_slips import apostrophe, slip

_NO_SPACE: Final = re.compile(r"\b([a-z_]+):(?=[^\s:/])")
_DASH_WITHOUT_SPACE: Final = re.compile(r"-(?P<value>[^-\s:][^:]*)")
_IN_QUOTES: Final = ("end of stream", "document indicator", "escape", "hexdecimal")
_KEY_WITH_VALUE: Final = re.compile(r"(?P<key>\s*(?:- )?[^\s:#][^:#]*: +)(?P<value>\S.*)")


def _raised(mark: yaml.Mark, length: int, variant: str, **values: object) -> Raised:
    return told(mark.line, mark.column, mark.column + max(length, 1), variant, **values)


def _colon(mark: yaml.Mark, lines: list[str]) -> Raised:
    number, line = mark.line, at(lines, mark.line)
    found = yaml_values.two_fields(lines, number, mark.column)
    if found := found or yaml_values.in_round_brackets(lines, number):
        return found
    match = _KEY_WITH_VALUE.fullmatch(line)
    if match and len(match["key"]) <= mark.column:
        if goes_on(lines, number) or _is_more(lines, number):
            sign = block(lines, number)
            return _raised(mark, 1, "colon-lines", key=match["key"].strip(), sign=sign)
        value = match["value"].rstrip()
        if value.count('"') == 1:
            value = value.removesuffix('"')
        return _raised(mark, 1, "colon", fixed=match["key"].strip() + " " + quoted(value))
    over = above(lines, number)
    found = crooked(mark, lines) or text_below(mark, lines)
    if found := found or text_at_margin(over, lines):
        return found
    before = at(lines, over)
    if before.strip() and ":" not in before and indent(before) == indent(line):
        return told(over, indent(before), len(before.rstrip()), "no-colon")
    key = key_on(lines, owner(lines, number))
    if may_be_text(key):
        return _raised(mark, 1, "colon-lines", key=f"{key}:", sign=">-")
    return _raised(mark, 1, "stray-colon")


def _is_more(lines: list[str], number: int) -> bool:
    """Return whether the line below `number` is more of its text, though it is not indented."""
    line, after = at(lines, number), at(lines, number + 1)
    is_item = after.lstrip().startswith("- ") and indent(after) >= indent(line)
    is_item = is_item and may_be_text(key_on(lines, number))
    return is_item or text_at_margin(number + 1, lines) is not None


def _expected_key(mark: yaml.Mark, lines: list[str], last: Scalar | None) -> Raised:
    line = at(lines, mark.line)
    before = line[: mark.column].strip()
    length = len(line.rstrip()) - mark.column
    if not before:
        found = without_dash(mark, lines) or crooked_item(mark, lines)
        found = found or (None if mark.column else behind_dash(mark, lines))
        found = found or list_alone(mark.line, lines) or crooked(mark, lines)
        return found or crooked_text(mark, lines) or _raised(mark, length, "indent")
    if before.endswith(("'", '"')):
        start = last.span.start if last else Place(mark.line + 1, 1)
        if found := apostrophe(start.line - 1, start.column - 1, lines):
            return found
        if start.line <= mark.line:
            # The quotation began lines before: that is where its end was forgotten.
            return yaml_values.unclosed_quote(lines, start.line - 1, start.column - 1)
        return yaml_values.after_quote(lines, mark.line, start.column - 1, mark.column)
    return yaml_values.after_bracket(lines, mark.line, mark.column)


def _no_colon(mark: yaml.Mark, lines: list[str]) -> Raised:
    line = at(lines, mark.line)
    content = line[mark.column :].rstrip()
    if item := _DASH_WITHOUT_SPACE.fullmatch(content):
        return _raised(mark, len(content), "dash-space", fixed=f"- {item['value']}")
    key, colon, value = content.partition(":")
    if colon and value and re.fullmatch(r"[a-z_]+", key):
        fixed = _NO_SPACE.sub(r"\1: ", line.strip())
        return _raised(mark, len(content), "no-space", fixed=fixed)
    found = text_below(mark, lines) or text_at_margin(mark.line, lines)
    return found or list_alone(mark.line, lines) or _raised(mark, len(content), "no-colon")


def _bad_start(mark: yaml.Mark, lines: list[str]) -> Raised:
    line = at(lines, mark.line)
    character = line[mark.column : mark.column + 1]
    key = line[: mark.column]
    if character in "?!" and (found := yaml_values.sign_behind_quote(lines, mark.line)):
        return found
    if re.fullmatch(r"\s*(?:- )?[^\s:#\[{]+: +", key):
        if goes_on(lines, mark.line):
            values = {"character": character, "key": key.strip(), "sign": block(lines, mark.line)}
            return _raised(mark, 1, "start-lines", **values)
        fixed = f"{key.strip()} {quoted(line[mark.column :])}"
        return _raised(mark, 1, "start", character=character, fixed=fixed)
    return _raised(mark, 1, "start-inside", character=character)


def _by_line(problem: str, mark: yaml.Mark, lines: list[str], last: Scalar | None) -> Raised | None:
    """Return what can be told from the line on which the parser stopped."""
    line = at(lines, mark.line)
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
        found = found or _behind_item(mark, lines, last)
        return found or _raised(mark, rest, "list-indent")
    if "document start" in problem:
        return _second_document(mark, rest, lines)
    if "block sequence entries" in problem:
        return _dash(mark, lines)
    if "comment or line break" in problem:
        return unlike_block(mark, rest, line)
    if "expected node content" in problem:
        return _no_content(mark, lines)
    return None


def _behind_item(mark: yaml.Mark, lines: list[str], last: Scalar | None) -> Raised | None:
    """Return the finding for what stands behind an item of a list that has ended."""
    before = at(lines, mark.line)[: mark.column].strip()
    if before.endswith(('"', "'")) and last and last.span.start.line == mark.line + 1:
        return yaml_values.after_quote(lines, mark.line, last.span.start.column - 1, mark.column)
    if before.endswith(("}", "]")):
        return yaml_values.after_bracket(lines, mark.line, mark.column)
    return None


def _dash(mark: yaml.Mark, lines: list[str]) -> Raised:
    """Return the finding for a list that begins behind a field."""
    key = at(lines, mark.line)[: mark.column].strip().removeprefix("- ")
    in_tags = holds(parent(lines, mark.line), MapOf)
    if may_be_text(key.removesuffix(":")) and not in_tags:
        return _raised(mark, 1, "dash-text", key=key)
    return _raised(mark, 1, "dash")


def _no_content(mark: yaml.Mark, lines: list[str]) -> Raised | None:
    """Return the finding for a place within brackets where a value should stand."""
    if at(lines, mark.line)[mark.column :][:1] == ",":
        return _raised(mark, 1, "comma")
    return behind_hash(mark.line, lines) or yaml_values.open_bracket(lines, mark.line)


def _second_document(mark: yaml.Mark, length: int, lines: list[str]) -> Raised:
    """Return the finding for what follows where the parser took the file to end."""
    first = next((n for n, line in enumerate(lines) if line.strip() and line[:1] != "#"), 0)
    depth = indent(at(lines, first))
    if depth and first < mark.line:
        # The fields below it begin at the margin, so that they are not of the same card.
        span = Span(Place(first + 1, 1), Place(first + 1, depth + 1))
        return Raised("yaml-syntax", Finding(span, {}, "first-indent"))
    return Raised("yaml-documents", Finding(_raised(mark, length, "").finding.where))


def _by_context(problem: str, mark: yaml.Mark, lines: list[str]) -> Raised | None:
    """Return what can be told from the place where the parser began what it could not end."""
    if "end of stream" in problem or "document indicator" in problem:
        found = apostrophe(mark.line, mark.column, lines)
        return found or yaml_values.unclosed_quote(lines, mark.line, mark.column)
    if "',' or" in problem:
        if found := behind_hash(mark.line, lines):
            return found
        return yaml_values.within_brackets(lines, mark.line, mark.column)
    if "alphabetic or numeric" in problem:
        return _bad_start(mark, lines)
    if "expected ':'" in problem:
        return _no_colon(mark, lines)
    return None


def _at_beginning(
    problem: str, context: yaml.Mark, mark: yaml.Mark, lines: list[str]
) -> Raised | None:
    """Return what is plainly wrong at the beginning of the line, or of the one above it."""
    if any(each in problem for each in _IN_QUOTES):
        return None
    numbers = [mark.line, above(lines, mark.line)]
    if "expected ':'" in problem:
        numbers.insert(0, context.line)
    found = (slip(lines, number) for number in dict.fromkeys(numbers))
    return next((each for each in found if each), None)


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
    found = (
        _at_beginning(problem, context, mark, lines)
        or _by_context(problem, context, lines)
        or _by_line(problem, mark, lines, last)
    )
    return found or _raised(mark, 1, "other")
