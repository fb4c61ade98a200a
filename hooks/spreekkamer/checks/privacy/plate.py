"""A licence plate leads to the owner of the car (RDW, sidecodes 1 to 14)."""

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
        "choice: Hij kwam met de auto, kenteken XX-123-X, en die stond op naam van een ander."
    ),
    passes=Sample(
        "choice: Hij kwam met de auto, en die stond op naam van een ander. MBO-2 en VCA "
        "haalde hij met B1 in week 12."
    ),
    spoils=False,
    on_private=True,
    overrulable=True,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    yield from found(document, "plate")
