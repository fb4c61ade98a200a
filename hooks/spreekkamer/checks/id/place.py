"""A file in a place that nothing reads is reported, so that no card is lost in the wrong folder."""

from __future__ import annotations

from spreekkamer.diagnostics import Severity
from spreekkamer.rules import Rule, Sample

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("title: Eerst de taalles, dan werk", path="kaart.yml", whole=True),
    passes=Sample("role: klantmanager", path="cards/team/voorbeeld.yml"),
)
