"""A reason to overrule a rule that no longer finds anything hides what the card may say later.

The engine yields this itself: only it knows what all rules found.
"""

from __future__ import annotations

from spreekkamer.diagnostics import Severity
from spreekkamer.rules import Rule, Sample

RULE = Rule(
    severity=Severity.WARNING,
    fails=Sample(
        "allow: [{rule: privacy-name, because: Dit is de naam van een instrument.}]",
    ),
    passes=Sample(
        "choice: Ik vroeg om hulp bij de Blauwe Brigade in de wijk, en die kwam nog dezelfde dag.\n"
        "allow: [{rule: privacy-name, because: Dit is de naam van een instrument.}]",
    ),
    spoils=False,
)
