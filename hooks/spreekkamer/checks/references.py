"""The references in a file, and the words by which people know what they point to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from spreekkamer.contents import Item
from spreekkamer.document import Document
from spreekkamer.schema_types import Ref


def references(document: Document, target: str) -> Sequence[tuple[Item[Ref], str]]:
    """Return every reference in `document` to something of the kind `target`, with its id."""
    return _by_target(document).get(target, ())


# The rules ask one after another for the same file.
@lru_cache(maxsize=1)
def _by_target(document: Document) -> dict[str, list[tuple[Item[Ref], str]]]:
    found: dict[str, list[tuple[Item[Ref], str]]] = {}
    for item in document.of_type(Ref):
        if ident := item.text:
            found.setdefault(item.type.target, []).append((item, ident))
    return found


def words_for(values: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the labels in all languages and the synonyms of a dilemma, side, facet or tag."""
    label = values.get("label")
    labels = label.values() if isinstance(label, Mapping) else ()
    return (*labels, *values.get("synonyms", ()))
