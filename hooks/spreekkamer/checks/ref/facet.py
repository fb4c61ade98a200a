"""Tags stand under a facet that exists, such as `situation`, `phase` or `instrument`."""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.checks.references import facet_words, references
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("tags:\n  situatie: [debts]"),
    passes=Sample("tags:\n  situation: [debts]"),
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    if "facet" in collection.absent:
        return
    for item, ident in references(document, "facet"):
        if ident not in collection.facets:
            choices = facet_words(collection.facets)
            yield Finding(item.route, {"value": ident}, at_key=True, choices=choices)
