"""The references in a file, and the words by which people know what they point to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from spreekkamer.contents import Item
from spreekkamer.document import Document
from spreekkamer.schema_types import Ref

# What people type instead of the names of our facets, beside the labels.
_FACETS_IN_DUTCH: Final = {
    "situation": ("situatie", "situaties"),
    "phase": ("fase", "fases", "moment"),
    "instrument": ("instrumenten", "middel", "middelen", "voorziening"),
    "technique": ("techniek", "technieken", "gesprekstechniek"),
    "noticed": ("opgevallen", "gemerkt"),
}


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


def facet_words(facets: Mapping[str, Document]) -> dict[str, tuple[str, ...]]:
    """Return the facets with the words by which people know them."""
    return {
        name: (*words_for(each.values), *_FACETS_IN_DUTCH.get(name, ()))
        for name, each in facets.items()
    }
