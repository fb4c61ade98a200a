"""Work changes: an own card that nobody looked at for two years may no longer fit."""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.checks.fresh_cards import found
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample

RULE = Rule(
    severity=Severity.WARNING,
    fails=Sample('period: "2024-Q3"\noutcome: {after_months: 6, what: Hij werkt er nog.}'),
    passes=Sample(
        'period: "2023"\nchecked: "2025-01"\noutcome: {after_months: 6, what: Hij werkt er nog.}'
    ),
    spoils=False,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    for _ in found(document, collection, "check"):
        field = "checked" if "checked" in document.values else "period"
        yield Finding((field,))
