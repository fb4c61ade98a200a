"""Control, bidirectional and zero-width characters are refused.

They are invisible, and can make a text look other than it is (Unicode TR36). A soft hyphen and a
no-break space come from word processors and are made plain instead; a joiner inside an emoji
stays.
"""

from __future__ import annotations

from spreekkamer.diagnostics import Severity
from spreekkamer.rules import Rule, Sample

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("role: klant\u200bmanager"),
    passes=Sample("role: klantmanager en coördinator"),
)
