"""A dilemma that is named must exist, or the card stands in no list."""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.checks.references import references, words_for
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("dilemma: work-trainin\nside: between"),
    passes=Sample("dilemma: work-training"),
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    if "dilemma" in collection.absent:
        return
    for item, ident in references(document, "dilemma"):
        if ident not in collection.dilemmas:
            choices = {name: words_for(each.values) for name, each in collection.dilemmas.items()}
            yield Finding(item.route, {"value": ident}, at_key=item.is_key, choices=choices)
