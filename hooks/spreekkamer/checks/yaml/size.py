"""A card is at most 64 kB and any other file at most 2 MB.

Larger is a mistake, or meant to harm; the file is refused before it is read.
"""

from __future__ import annotations

from spreekkamer.diagnostics import Severity
from spreekkamer.rules import Rule, Sample

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("situation: " + "x" * 70_000),
    passes=Sample("situation: Een inwoner wilde snel werken, maar sprak nog weinig Nederlands."),
)
