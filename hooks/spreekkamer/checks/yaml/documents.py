"""A file holds one document.

What follows a second `---` would be dropped by most readers.
"""

from __future__ import annotations

from spreekkamer.diagnostics import Severity
from spreekkamer.rules import Rule, Sample

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("role: klantmanager\n---\nrole: coach"),
    passes=Sample("role: klantmanager --- coach"),
)
