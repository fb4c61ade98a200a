"""The report as a JSON list, for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from spreekkamer.diagnostics import Diagnostic


def render(diagnostics: Sequence[Diagnostic]) -> str:
    """Return `diagnostics` as a JSON list of objects.

    Lines and columns count from 1, ends are exclusive. It is ASCII, to survive any terminal.
    """
    return json.dumps([_entry(each) for each in diagnostics], indent=2)


def _entry(diagnostic: Diagnostic) -> dict[str, str | int]:
    span = diagnostic.span
    return {
        "rule": diagnostic.rule,
        "severity": diagnostic.severity.value,
        "path": diagnostic.path,
        "line": span.start.line,
        "column": span.start.column,
        "end_line": span.end.line,
        "end_column": span.end.column,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
    }
