"""The report as a person reads it in a terminal: place, message, the line itself, what to do."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final

from spreekkamer.diagnostics import Diagnostic, Severity
from spreekkamer.source import printable
from spreekkamer.texts import Texts

_WIDTH: Final = 100
_BEFORE: Final = 40


def problem(diagnostic: Diagnostic) -> str:
    """Return one problem in two to four lines."""
    start = diagnostic.span.start
    head = f"{diagnostic.path}:{start.line}:{start.column}: "
    head += f"{diagnostic.severity.value}[{diagnostic.rule}] {diagnostic.message}"
    margin = " " * len(str(start.line))
    lines = [head]
    if diagnostic.excerpt.strip():
        shown, pointer = _excerpt(diagnostic)
        lines += [f"  {start.line} | {shown}", f"  {margin} | {pointer}"]
    if diagnostic.hint:
        lines.append(f"  {margin} = {diagnostic.hint}")
    return "\n".join(lines)


def _excerpt(diagnostic: Diagnostic) -> tuple[str, str]:
    """Return the part of the line around the problem, and the marks that go under it."""
    line, span = diagnostic.excerpt.rstrip(), diagnostic.span
    first = span.start.column - 1
    last = span.end.column - 1 if span.end.line == span.start.line else len(line)
    begin = max(first - _BEFORE, 0) if len(line) > _WIDTH else 0
    end = min(begin + _WIDTH, len(line))
    before, marked = line[begin:first], line[first : min(last, end)]
    shown = printable(line[begin:end]) + ("…" if end < len(line) else "")
    lead = "…" if begin else ""
    pad = " " * (len(lead) + _columns(before))
    return lead + shown, pad + "^" * max(_columns(marked), 1)


def _columns(text: str) -> int:
    """Return how many columns a terminal needs for `text`."""
    wide = sum(unicodedata.east_asian_width(each) in "WF" for each in text)
    combining = sum(unicodedata.combining(each) > 0 for each in text)
    return len(printable(text)) + wide - combining


def summary(diagnostics: Sequence[Diagnostic], number: int, texts: Texts) -> str:
    """Return one sentence on how many problems there are in `number` files."""
    files = texts.count("check.files", number)
    if not diagnostics:
        return texts("check.clean", files=files)
    errors = sum(each.severity is Severity.ERROR for each in diagnostics)
    return texts(
        "check.summary",
        errors=texts.count("check.errors", errors),
        warnings=texts.count("check.warnings", len(diagnostics) - errors),
        files=files,
    )


def render(diagnostics: Sequence[Diagnostic], number: int, texts: Texts) -> str:
    """Return all problems with a blank line between them, and the summary on `number` files."""
    blocks = [problem(each) for each in diagnostics]
    return "\n\n".join([*blocks, summary(diagnostics, number, texts)])
