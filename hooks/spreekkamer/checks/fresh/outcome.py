"""An own card is worth most when it tells how things went later; after a year that can be known."""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.checks.fresh_cards import found
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample

RULE = Rule(
    severity=Severity.WARNING,
    fails=Sample('period: "2025-Q3"'),
    passes=Sample('period: "2025-Q4"'),
    spoils=False,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    for _ in found(document, collection, "outcome"):
        yield Finding(("period",))
