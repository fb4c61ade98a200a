"""Symbolic links are refused: they can lead out of the folder, to what is not ours to show."""

from __future__ import annotations

from spreekkamer.diagnostics import Severity
from spreekkamer.rules import Rule, Sample

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample(path="cards/elders.yml", link_to="../../buiten.yml"),
    passes=Sample("role: klantmanager"),
)
