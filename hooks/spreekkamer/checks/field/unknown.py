"""A key must be a field of its table; otherwise what it holds would be lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spreekkamer.checks import misplaced
from spreekkamer.checks.groups import (
    by_elimination,
    cut_off,
    groups,
    labels,
    unknown_in,
    with_space,
)
from spreekkamer.checks.hints import quoted
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample
from spreekkamer.schema import URGENT
from spreekkamer.suggestions import nearest

_ALSO_URGENT: Final = ("urgentie", "dringend", "spoed", "gevaar")

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("titel: Eerst de taalles"),
    passes=Sample("title: Eerst de taalles, dan werk"),
    spoils=False,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    yield from _unlike_urgent(document)
    for route, table, mapping in groups(document):
        entries = unknown_in(table, mapping)
        if not entries:
            continue
        cut = cut_off(table, mapping)
        for field, whole in cut.items():
            values = {"fixed": f"{field}: {quoted(whole)}"}
            yield Finding((*route, field), values, "comma", at_key=True)
        of_others = {part for whole in cut.values() for part in whole.split(", ")}
        for field, text in misplaced.loose(table, mapping).items():
            yield Finding((*route, text), {"key": f"{field}:"}, "text", at_key=True)
            of_others.add(text)
        of_others |= misplaced.below_empty(table, mapping, collection.facets)
        elsewhere = dict(misplaced.elsewhere(document, route, table, mapping, collection))
        choices, only = labels(table), by_elimination(table, mapping)
        for entry in entries:
            name = entry.key.text
            if name in of_others:
                continue
            where, values = (*route, name), {"value": name}
            if fixed := with_space(table, entry):
                variant = "no-space" if name.startswith(fixed.partition(" ")[0]) else "no-colon"
                yield Finding(where, values | {"fixed": fixed}, variant, at_key=True)
            elif name in elsewhere:
                variant, group = elsewhere[name]
                yield Finding(where, values | {"group": group}, variant, at_key=True)
            elif only:
                yield Finding(where, values | {"only": only}, "only", at_key=True)
            else:
                yield Finding(where, values, at_key=True, choices=choices)


def _unlike_urgent(document: Document) -> Iterator[Finding]:
    """Yield what stands for the words on danger, without which search does not warn of it.

    A group of words may have any other name.
    """
    if document.kind != "words" or URGENT in document.values:
        return
    choices: dict[str, tuple[str, ...]] = {URGENT: _ALSO_URGENT}
    for name in document.values:
        if nearest(name, choices):
            yield Finding((name,), {"value": name}, at_key=True, choices=choices)
