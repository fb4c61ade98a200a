"""What the rules of freshness have in common: one kind of notice of a card."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from spreekkamer import freshness
from spreekkamer.document import Document
from spreekkamer.freshness import Notice
from spreekkamer.library import Collection


def found(document: Document, collection: Collection, kind: str) -> Iterator[Notice]:
    """Yield the notices of `kind` that the card in `document` gets today."""
    if document.kind == "card":
        yield from (each for each in _notices(document, collection) if each.kind == kind)


# The rules ask one after another for the same card.
@lru_cache(maxsize=1)
def _notices(document: Document, collection: Collection) -> tuple[Notice, ...]:
    if "period" not in document.values:
        return ()
    laws = collection.law_changes.values()
    return tuple(freshness.notices(document.values, laws, collection.today))
