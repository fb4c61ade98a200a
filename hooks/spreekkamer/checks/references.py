"""The references in a file, and the words by which people know what they point to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from spreekkamer.document import Document, Item
from spreekkamer.schema_types import Ref


def references(document: Document, target: str) -> Iterator[tuple[Item[Ref], str]]:
    """Yield every reference in `document` to something of the kind `target`, with its id."""
    for item in document.of_type(Ref):
        if item.type.target == target and (ident := item.text):
            yield item, ident


def words_for(values: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the labels in all languages and the synonyms of a dilemma, side, facet or tag."""
    label = values.get("label")
    labels = label.values() if isinstance(label, Mapping) else ()
    return (*labels, *values.get("synonyms", ()))
