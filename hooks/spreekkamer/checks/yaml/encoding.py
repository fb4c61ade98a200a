"""A file is UTF-8; a byte order mark may stand at its start only.

Files that Windows programs save otherwise show broken letters to every other reader.
"""

from __future__ import annotations

from spreekkamer.diagnostics import Severity
from spreekkamer.rules import Rule, Sample

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("title: Café".encode("latin-1"), whole=True),
    passes=Sample("role: coördinator"),
)
