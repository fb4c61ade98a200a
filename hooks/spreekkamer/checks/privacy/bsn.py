"""A citizen service number identifies one person in all of Dutch government.

It is found next to a word such as BSN, when it passes the eleven test (Wet algemene bepalingen
burgerservicenummer; the test: Logisch Ontwerp BSN).
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
        "choice: Ik zocht het dossier op met BSN 1112.22.333 en belde hem dezelfde dag nog."
    ),
    passes=Sample(
        "choice: Ik zocht het dossier op en belde hem dezelfde dag nog. "
        "Naar het BSN vroeg ik niet. Van 2024-2025 stond er 1 brief in."
    ),
    spoils=False,
    on_private=True,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    yield from found(document, "bsn")
