"""Tabs are refused everywhere in a file.

YAML forbids them in indentation, parsers disagree about them elsewhere, and nobody sees them.
"""

from __future__ import annotations

from spreekkamer.diagnostics import Severity
from spreekkamer.rules import Rule, Sample

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("situation:\ttekst"),
    passes=Sample("situation: Een inwoner wilde snel werken, maar sprak nog weinig Nederlands."),
)
