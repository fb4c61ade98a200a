"""Some fields ask for another, or rule it out.

A card that did not work says what did not work; a published card names its source; a question has
no choice yet; own cards never name a place.
"""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.checks.groups import because, groups, holds
from spreekkamer.checks.swallowed import written
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.nodes import Node, Scalar
from spreekkamer.rules import Finding, Rule, Sample
from spreekkamer.schema import KINDS, UNKNOWN_PERIOD

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("place: Voorbeeldstad"),
    passes=Sample("kind: sourced\nplace: Voorbeeldstad\nevidence: advice\nsources: [voorbeeld]"),
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    for route, table, mapping in groups(document):
        there = written(document, route, table, mapping)
        conditional = (each for each in table.fields.values() if each.forbidden or each.required)
        for field in conditional:
            entry = mapping.get(field.name)
            where = (*route, field.name)
            ruled_out = field.forbidden and holds(field.forbidden, table, mapping)
            if entry and ruled_out and field.forbidden and not _empty(entry.value):
                yield Finding(
                    where, because(field.forbidden, table, mapping), "forbidden", at_key=True
                )
            elif entry is None and field.required and not ruled_out:
                if holds(field.required, table, mapping) and field.name not in there:
                    yield Finding(where, because(field.required, table, mapping), "required")
    yield from _unknown_period(document)


def _empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text


def _unknown_period(document: Document) -> Iterator[Finding]:
    kind = document.values.get("kind", "practice")
    if document.values.get("period") == UNKNOWN_PERIOD and kind in KINDS and kind != "sourced":
        yield Finding(("period",), {"value": UNKNOWN_PERIOD, "other": f"kind: {kind}"}, "period")
