"""Anchors, aliases and merge keys are refused.

Nobody needs them in a card, a reader cannot follow them, and a file of 428 bytes of merge keys
kept a parser busy for 36 seconds.
"""

from __future__ import annotations

from spreekkamer.diagnostics import Severity
from spreekkamer.rules import Rule, Sample

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("role: &functie klantmanager"),
    passes=Sample("role: klantmanager & coach"),
)
