"""A file is a list of fields with values, not a list of items, a text, or nothing."""

from __future__ import annotations

from spreekkamer.diagnostics import Severity
from spreekkamer.rules import Rule, Sample

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("- situation\n- choice\n", whole=True),
    passes=Sample("situation: Een inwoner wilde snel werken, maar sprak nog weinig Nederlands."),
)
