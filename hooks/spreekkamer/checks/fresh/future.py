"""A month that is still to come is a slip, and a card with one would never be told to be old."""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer import freshness
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample
from spreekkamer.schema_types import Pattern

RULE = Rule(
    severity=Severity.WARNING,
    fails=Sample("period: 2062"),
    passes=Sample("period: 2026-Q4\nlaw_checked: 2026-11\nchecked: 2026-10"),
    spoils=False,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    for item in document.of_type(Pattern) if document.kind == "card" else ():
        if item.text and freshness.begins_after(item.text, collection.today):
            variant = "month" if item.type.name == "month" else ""
            yield Finding(item.route, {"value": item.text}, variant)
