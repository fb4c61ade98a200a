"""A tag must be a value of its facet, or no search by that tag finds the card."""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.checks.references import references, words_for
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.nodes import Scalar, Sequence, node_at
from spreekkamer.rules import Finding, Rule, Sample

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("tags:\n  situation: [debt]"),
    passes=Sample("tags:\n  situation: [debts]"),
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    for item, ident in references(document, "tag"):
        facet = str(item.route[1])
        tags = collection.tags(facet)
        if tags is not None and ident not in tags:
            home = next(
                (name for name in collection.facets if ident in (collection.tags(name) or ())), ""
            )
            there = node_at(document.root, ("tags", home))
            tags_there = there.items if isinstance(there, Sequence) else ()
            names = [each.text for each in tags_there if isinstance(each, Scalar)]
            whole = ", ".join(dict.fromkeys((*names, ident)))
            values = {"value": ident, "facet": facet, "home": home, "whole": whole}
            variant = "elsewhere" if home else ""
            choices = {} if home else {name: words_for(tag) for name, tag in tags.items()}
            yield Finding(item.route, values, variant, choices=choices)
    tags = collection.all_tags
    for item, ident in references(document, "any-tag"):
        if tags is not None and ident not in tags:
            choices = {name: words_for(tag) for name, tag in tags.items()}
            yield Finding(item.route, {"value": ident}, "any", choices=choices)
