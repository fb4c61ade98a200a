"""Some fields ask for another, or rule it out.

A card that did not work says what did not work; a published card names its source; a question has
no choice yet; own cards never name a place.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spreekkamer.checks.groups import because, groups, holds
from spreekkamer.checks.swallowed import written
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.nodes import Mapping, Node, Scalar
from spreekkamer.rules import Finding, Route, Rule, Sample
from spreekkamer.schema import KINDS, UNKNOWN_PERIOD
from spreekkamer.schema_types import Condition, Table

_MANY: Final = 3

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("place: Voorbeeldstad"),
    passes=Sample("kind: sourced\nplace: Voorbeeldstad\nevidence: advice\nsources: [voorbeeld]"),
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    for route, table, mapping in groups(document):
        out_of_place: dict[Condition, list[str]] = {}
        for field in table.conditional:
            entry, forbidden, required = mapping.get(field.name), field.forbidden, field.required
            if entry:
                if forbidden and not _empty(entry.value) and holds(forbidden, table, mapping):
                    out_of_place.setdefault(forbidden, []).append(field.name)
            elif required and holds(required, table, mapping):
                ruled_out = forbidden and holds(forbidden, table, mapping)
                if not ruled_out and field.name not in written(document, route, table, mapping):
                    where = (*route, field.name)
                    yield Finding(where, because(required, table, mapping), "required")
        for condition, names in out_of_place.items():
            yield from _forbidden(route, names, condition, table, mapping)
    yield from _unknown_period(document)


def _forbidden(
    route: Route, names: list[str], condition: Condition, table: Table, mapping: Mapping
) -> Iterator[Finding]:
    """Yield that fields are out of place, and what to write when their partner was forgotten.

    Where many fields are, the one that they do not go with is the mistake.
    """
    values, partner = because(condition, table, mapping), mapping.get(condition.field)
    if partner and len(names) >= _MANY:
        values["fields"] = ", ".join(names)
        yield Finding((*route, condition.field), values, "several", at_key=True)
        return
    forgotten = condition.negated and not partner and len(condition.values) == 1
    if forgotten:
        values["needed"] = f"{condition.field}: {condition.values[0]}"
    for name in names:
        variant = "forgotten" if forgotten else "forbidden"
        yield Finding((*route, name), values, variant, at_key=True)


def _empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text


def _unknown_period(document: Document) -> Iterator[Finding]:
    kind = document.values.get("kind", "practice")
    if document.values.get("period") == UNKNOWN_PERIOD and kind in KINDS and kind != "sourced":
        yield Finding(("period",), {"value": UNKNOWN_PERIOD, "other": f"kind: {kind}"}, "period")
