"""The report as a person reads it in a terminal: place, message, the line itself, what to do."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final

from spreekkamer import privacy
from spreekkamer.diagnostics import Diagnostic, Severity
from spreekkamer.reporting.defusing import defused
from spreekkamer.reporting.material import Material
from spreekkamer.source import printable
from spreekkamer.texts import Texts

_WIDTH: Final = 100
_BEFORE: Final = 40


def problem(diagnostic: Diagnostic) -> str:
    """Return one problem in two to four lines."""
    start = diagnostic.span.start
    head = f"{privacy.masked_path(diagnostic.path)}:{start.line}:{start.column}: "
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
    if text.isascii() and text.isprintable():
        return len(text)
    wide = sum(unicodedata.east_asian_width(each) in "WF" for each in text)
    combining = sum(unicodedata.combining(each) > 0 for each in text)
    return len(printable(text)) + wide - combining


def entry(diagnostic: Diagnostic, material: Material) -> str:
    """Return one problem with a line on where to read more."""
    margin = " " * len(str(diagnostic.span.start.line))
    more = material.texts("check.more", place=material.more(diagnostic.rule))
    return f"{problem(diagnostic)}\n  {margin} = {more}"


def counted(diagnostics: Sequence[Diagnostic], texts: Texts) -> str:
    """Return how many errors and warnings there are."""
    errors = sum(each.severity is Severity.ERROR for each in diagnostics)
    return texts(
        "check.counted",
        errors=texts.count("check.errors", errors),
        warnings=texts.count("check.warnings", len(diagnostics) - errors),
    )


def summary(material: Material) -> str:
    """Return one sentence on how many problems there are in how many files."""
    files = material.texts.count("check.files", len(material.files))
    if not material.diagnostics:
        return material.texts("check.clean", files=files)
    problems = counted(material.diagnostics, material.texts)
    return material.texts("check.summary", problems=problems, files=files)


def render(material: Material) -> str:
    """Return all problems with a blank line between them, and the summary."""
    blocks = [entry(each, material) for each in material.diagnostics]
    return defused("\n\n".join([*blocks, summary(material)]))
