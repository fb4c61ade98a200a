"""A source that nothing leans on is either forgotten on a card or no longer needed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from spreekkamer.checks.references import references
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample

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
    if document.kind == "sources" and all(map(_is_read, collection.documents)):
        used = _used(collection)
        for name in document.values:
            if name not in used:
                yield Finding((name,), {"value": name}, at_key=True)


def _is_read(document: Document) -> bool:
    """Return whether no reference in a file was set aside, as it is when it could not be read."""
    return document.root is not None and not document.bad


@lru_cache(maxsize=1)
def _used(collection: Collection) -> frozenset[str]:
    return frozenset(
        ident for each in collection.documents for _, ident in references(each, "source")
    )
