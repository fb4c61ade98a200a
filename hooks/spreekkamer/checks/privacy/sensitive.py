"""Nationality, religion, diagnosis and offences are special data (GDPR, articles 9 and 10).

They are seldom needed to understand the choice.
"""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.checks.private_texts import found
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample

RULE = Rule(
    severity=Severity.WARNING,
    fails=Sample(
        "choice: Hij vertelde dat hij autisme heeft, en ik vroeg wat hij op het werk nodig had."
    ),
    passes=Sample(
        "choice: Hij vertelde dat drukte hem veel kost, en ik vroeg wat hij nodig had. "
        "Nederlands leren ging beter met stress van de baan."
    ),
    spoils=False,
    on_private=True,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    yield from found(document, "sensitive")
