"""Values are nested at most ten deep.

The deepest field of the schema needs four; 30 kB of `[` kills a careless parser.
"""

from __future__ import annotations

from spreekkamer.diagnostics import Severity
from spreekkamer.rules import Rule, Sample

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("role: " + "[" * 12 + "]" * 12),
    passes=Sample("also: [trust-check]"),
)
