"""Tags stand under a facet that exists, such as `situation`, `phase` or `instrument`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spreekkamer.checks.references import references, words_for
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample

# What people type instead of the names that we use, beside the labels.
_IN_DUTCH: Final = {
    "situation": ("situatie", "situaties"),
    "phase": ("fase", "fases", "moment"),
    "instrument": ("instrumenten", "middel", "middelen", "voorziening"),
    "technique": ("techniek", "technieken", "gesprekstechniek"),
    "noticed": ("opgevallen", "gemerkt"),
}

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
            choices = {
                name: (*words_for(each.values), *_IN_DUTCH.get(name, ()))
                for name, each in collection.facets.items()
            }
            yield Finding(item.route, {"value": ident}, at_key=True, choices=choices)
