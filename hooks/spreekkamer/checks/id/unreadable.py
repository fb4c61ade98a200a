"""A file that cannot be read is reported: without a word a card would vanish from the site."""

from __future__ import annotations

from spreekkamer.diagnostics import Severity
from spreekkamer.rules import Rule, Sample

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample(path="cards/map.yml", folder=True),
    passes=Sample("role: klantmanager"),
)
