"""A file whose name does not end in `.yml` is not read.

It may be a card that somebody saved as `.txt` or `.yaml`; saying nothing would lose it.
"""

from __future__ import annotations

from spreekkamer.diagnostics import Severity
from spreekkamer.rules import Rule, Sample

RULE = Rule(
    severity=Severity.WARNING,
    fails=Sample("titel", path="cards/kladje.txt", whole=True),
    passes=Sample("role: klantmanager"),
)
