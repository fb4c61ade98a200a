"""A key may stand only once in the same place.

Parsers silently keep the last one, so a text that somebody wrote would be lost (yamllint's
`key-duplicates`).
"""

from __future__ import annotations

from spreekkamer.diagnostics import Severity
from spreekkamer.rules import Rule, Sample

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("result: worked\nresult: partly", whole=False),
    passes=Sample("result: partly"),
)
