"""A key must be a field of its table; otherwise what it holds would be lost."""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.checks.groups import (
    below_empty,
    cut_off,
    groups,
    labels,
    loose,
    unknown_in,
    with_space,
)
from spreekkamer.checks.hints import quoted
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.nodes import Entry
from spreekkamer.rules import Finding, Route, Rule, Sample
from spreekkamer.schema import FILES
from spreekkamer.schema_types import Group, Table

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("titel: Eerst de taalles"),
    passes=Sample("title: Eerst de taalles, dan werk"),
    spoils=False,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    for route, table, mapping in groups(document):
        entries = unknown_in(table, mapping)
        if not entries:
            continue
        cut = cut_off(table, mapping)
        for field, whole in cut.items():
            values = {"fixed": f"{field}: {quoted(whole)}"}
            yield Finding((*route, field), values, "comma", at_key=True)
        of_others = {part for whole in cut.values() for part in whole.split(", ")}
        for field, text in loose(table, mapping).items():
            yield Finding((*route, text), {"key": f"{field}:"}, "text", at_key=True)
            of_others.add(text)
        of_others |= below_empty(table, mapping, collection.facets)
        for entry in entries:
            if entry.key.text not in of_others:
                yield _unknown(document, (*route, entry.key.text), table, entry)


def _unknown(document: Document, route: Route, table: Table, entry: Entry) -> Finding:
    name = entry.key.text
    if fixed := with_space(table, entry):
        return Finding(route, {"value": name, "fixed": fixed}, "no-space", at_key=True)
    whole = FILES[document.kind]
    if len(route) > 1 and isinstance(whole, Group) and name in whole.table.fields:
        return Finding(route, {"value": name, "group": route[0]}, "outside", at_key=True)
    return Finding(route, {"value": name}, at_key=True, choices=labels(table))
