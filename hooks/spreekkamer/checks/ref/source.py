"""A source must stand in the register `sources.yml`, so that a reader can look it up."""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.checks.references import references
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("sources: [voorbeld]"),
    passes=Sample("sources: [voorbeeld]"),
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    known = collection.sources
    for item, ident in references(document, "source"):
        if "://" in ident:
            yield Finding(item.route, {"value": ident}, "address")
        elif known is not None and ident not in known:
            choices = {
                key: tuple(filter(None, (each.get("title"),))) for key, each in known.items()
            }
            yield Finding(item.route, {"value": ident}, choices=choices)
