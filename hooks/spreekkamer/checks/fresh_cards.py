"""What the rules of freshness have in common: one kind of notice of a card."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from spreekkamer import freshness
from spreekkamer.document import Document
from spreekkamer.freshness import Notice
from spreekkamer.library import Collection

_TELLING: Final = {(name,) for name in ("kind", "status", "outcome", "signal", "checked")}


def found(document: Document, collection: Collection, kind: str) -> Iterator[Notice]:
    """Yield the notices of `kind` that the card in `document` gets today."""
    if document.kind == "card":
        yield from (each for each in _notices(document, collection) if each.kind == kind)


# The rules ask one after another for the same card.
@lru_cache(maxsize=1)
def _notices(document: Document, collection: Collection) -> tuple[Notice, ...]:
    # What is not sound is not in the values: as if it had been left out, which means something.
    if "period" not in document.values or any(route[:1] in _TELLING for route in document.bad):
        return ()
    laws = collection.law_changes.values()
    return tuple(freshness.notices(document.values, laws, collection.today))
