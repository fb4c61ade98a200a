"""A list has a limit, and no value stands in it twice.

A card that carries every tag is found by every search and helps nobody.
"""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.contents import Item
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.nodes import Scalar, Sequence
from spreekkamer.rules import Finding, Rule, Sample
from spreekkamer.schema_types import ListOf

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("also: [trust-check, fast-lasting, help-enforce]"),
    passes=Sample("also: [trust-check, fast-lasting]"),
    after_form=True,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    for item in document.of_type(ListOf):
        if isinstance(item.node, Sequence):
            most = _most(item, collection)
            if most is not None and len(item.node.items) > most:
                yield Finding(item.route, {"number": len(item.node.items), "most": most})
            else:
                yield from _repeated(item, item.node)


def _most(item: Item[ListOf], collection: Collection) -> int | None:
    if item.route[0] == "tags" and len(item.route) == 2:
        facet = collection.facets.get(str(item.route[1]))
        most = facet.values.get("max_per_card") if facet else None
        return most if isinstance(most, int) else None
    return item.type.most


def _repeated(item: Item[ListOf], node: Sequence) -> Iterator[Finding]:
    seen: set[str] = set()
    for number, each in enumerate(node.items):
        if isinstance(each, Scalar) and each.text:
            if each.text in seen:
                yield Finding((*item.route, number), {"value": each.text}, "repeated")
            seen.add(each.text)
