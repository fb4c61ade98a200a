"""A day identifies people: who had a meeting that day is in every diary."""

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
        "choice: Op 12 maart 2024 zaten we met drie mensen aan tafel en maakten we een plan."
    ),
    passes=Sample(
        "choice: In maart 2024 zaten we met 3 mensen aan tafel. Het loket is 24/7 open, "
        "stap 1-2 duurde 4 weken, in 2024-2025."
    ),
    spoils=False,
    on_private=True,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    yield from found(document, "date")
