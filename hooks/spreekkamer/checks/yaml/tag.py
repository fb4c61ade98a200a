"""Tags such as `!!python/object` are refused.

They change what a value means, and in careless parsers they run code.
"""

from __future__ import annotations

from spreekkamer.diagnostics import Severity
from spreekkamer.rules import Rule, Sample

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("role: !!str klantmanager"),
    passes=Sample("role: klantmanager!"),
)
