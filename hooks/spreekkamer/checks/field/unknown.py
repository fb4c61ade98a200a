"""A key must be a field of its table; otherwise what it holds would be lost."""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.checks.groups import cut_off, groups, labels, unknown_in, with_space
from spreekkamer.checks.hints import quoted
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample

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
        parts = {part for whole in cut.values() for part in whole.split(", ")}
        unknown = [entry.key.text for entry in entries if entry.key.text not in parts]
        choices = labels(table) if unknown else {}
        for name in unknown:
            if fixed := with_space(table, name):
                values = {"value": name, "fixed": fixed}
                yield Finding((*route, name), values, "no-space", at_key=True)
            else:
                yield Finding((*route, name), {"value": name}, at_key=True, choices=choices)
