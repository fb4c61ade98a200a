"""A source that nothing leans on is either forgotten on a card or no longer needed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample
from spreekkamer.schema_types import Ref

RULE = Rule(
    severity=Severity.WARNING,
    fails=Sample(
        "vergeten: {title: Een bron die niemand noemt}\n"
        "voorbeeld: {title: Een bron die gebruikt is}",
        path="sources.yml",
        whole=True,
    ),
    passes=Sample(
        'voorbeeld: {title: Een bron die gebruikt is, by: Voorbeeldbureau, year: "2020"}',
        path="sources.yml",
        whole=True,
    ),
    spoils=False,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    if document.kind == "sources":
        used = _used(collection)
        for name in document.values:
            if name not in used:
                yield Finding((name,), {"value": name}, at_key=True)


@lru_cache(maxsize=1)
def _used(collection: Collection) -> frozenset[str]:
    items = (item for each in collection.documents for item in each.of_type(Ref))
    return frozenset(item.text or "" for item in items if item.type.target == "source")
