"""Without the fields that are always needed a card says nothing to a colleague."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spreekkamer.checks.groups import groups, holds
from spreekkamer.checks.swallowed import written
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.nodes import Mapping, Sequence, last_line, node_at
from spreekkamer.privacy import hits
from spreekkamer.rules import Finding, Route, Rule, Sample
from spreekkamer.schema_types import Table

_SHOWN: Final = 200
_PIECES: Final = 2

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("title: Eerst de taalles, dan werk\nperiod: 2026\n", whole=True),
    passes=Sample(
        "title: Eerst de taalles, dan werk\n"
        "dilemma: work-training\n"
        "side: training-first\n"
        "result: worked\n"
        "period: 2026\n"
        "situation: Een inwoner wilde snel werken, maar sprak nog weinig Nederlands.\n"
        "choice: We spraken af dat eerst de taalles af moest, met een datum.\n"
        "what_worked: Ze begreep de uitleg en bleef na de eerste maand.\n",
        whole=True,
    ),
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    for route, table, mapping in groups(document):
        if (first := _in_pieces(document, route, table)) is not None:
            if route[-1] == 0:
                yield Finding(route, {"value": first, "first": first}, "one-item")
            continue
        if (
            route
            and mapping.entries
            and not any(e.key.text in table.fields for e in mapping.entries)
        ):
            continue  # the rule on unknown fields tells which there are
        absent = [each for each in table.needed if each.name not in mapping.by_name]
        there = written(document, route, table, mapping) if absent else frozenset[str]()
        for field in absent:
            if field.name not in there:
                if not (field.forbidden and holds(field.forbidden, table, mapping) is not False):
                    yield _finding(document, (*route, field.name), mapping)


def _in_pieces(document: Document, route: Route, table: Table) -> str | None:
    """Return the first field of an item in a list, if each field of it is an item by itself."""
    in_list = route and isinstance(route[-1], int)
    around = node_at(document.root, route[:-1]) if in_list else None
    if not isinstance(around, Sequence):
        return None
    if not _PIECES <= len(around.items) <= len(table.fields):
        return None
    entries = [each.entries for each in around.items if isinstance(each, Mapping)]
    names = [each[0].key.text for each in entries if len(each) == 1]
    whole = len({*names} & {*table.fields}) == len(around.items)
    return names[0] if whole else None


def _finding(document: Document, route: Route, mapping: Mapping) -> Finding:
    """Return the finding that the last step of `route` is not in `mapping`."""
    name = str(route[-1])
    whole = document.written.within(mapping.span)
    if whole.startswith("{"):
        # What is private cannot be shown, and a comment ends what stands behind it.
        if len(whole) >= _SHOWN or "#" in whole or hits(whole):
            return Finding(route, {"value": name}, "within")
        inner = " ".join(whole[1:-1].split()).removesuffix(",").rstrip()
        fixed = f"{{{inner}, {name}: …}}"
        return Finding(route, {"value": name, "fixed": fixed}, "in-braces")
    if len(route) == 1:
        return Finding(route, {"value": name})
    spaces, line = mapping.span.start.column - 1, last_line(mapping)
    return Finding(route, {"value": name, "spaces": spaces, "line": line}, "inner")
