"""A bank account number leads to one person or household.

It is found by its form and checksum, in any country of the IBAN registry (ISO 13616).
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
        "choice: Het leefgeld ging naar NL91 ABNA 0417 1643 00, elke vrijdag een klein bedrag."
    ),
    passes=Sample(
        "choice: Het leefgeld ging elke vrijdag naar een aparte rekening, een klein bedrag. "
        "De IBAN stond op haar pas, en 60 euro per week was genoeg."
    ),
    spoils=False,
    on_private=True,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    yield from found(document, "iban")
