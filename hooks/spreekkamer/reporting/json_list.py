"""The report as a JSON list, for programs."""

from __future__ import annotations

import json

from spreekkamer.diagnostics import Diagnostic
from spreekkamer.reporting.defusing import defused_json
from spreekkamer.reporting.material import Material


def render(material: Material) -> str:
    """Return the problems as a JSON list of objects.

    Lines and columns count from 1, ends are exclusive. It is ASCII, to survive any terminal.
    """
    entries = [_entry(each, material) for each in material.diagnostics]
    return defused_json(json.dumps(entries, indent=2))


def _entry(diagnostic: Diagnostic, material: Material) -> dict[str, str | int]:
    span = diagnostic.span
    return {
        "rule": diagnostic.rule,
        "severity": diagnostic.severity.value,
        "path": diagnostic.path,
        "line": span.start.line,
        "column": span.start.column,
        "end_line": span.end.line,
        "end_column": span.end.column,
        "field": diagnostic.field,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "more": material.more(diagnostic.rule),
    }
