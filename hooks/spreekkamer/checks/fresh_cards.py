"""What the rules of freshness have in common: one kind of notice of a card."""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer import freshness
from spreekkamer.document import Document
from spreekkamer.freshness import Notice
from spreekkamer.library import Collection


def found(document: Document, collection: Collection, kind: str) -> Iterator[Notice]:
    """Yield the notices of `kind` that the card in `document` gets today."""
    if document.kind == "card" and "period" in document.values:
        laws = collection.law_changes.values()
        for notice in freshness.notices(document.values, laws, collection.today):
            if notice.kind == kind:
                yield notice
