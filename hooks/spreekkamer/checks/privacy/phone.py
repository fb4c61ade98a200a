"""A telephone number leads to one person.

Short public numbers (112, 0800, 0900, 14 plus area code) are nobody's.
"""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.checks.private_texts import found
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample(
        "choice: Ik gaf hem mijn nummer, 06-12345678, en zei dat hij altijd mocht bellen."
    ),
    passes=Sample(
        "choice: Ik gaf hem 0800-8051 en 113 en zei dat hij daar altijd mocht bellen, 24 "
        "uur per dag en 7 dagen per week."
    ),
    spoils=False,
    on_private=True,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    yield from found(document, "phone")
