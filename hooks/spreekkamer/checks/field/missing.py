"""Without the fields that are always needed a card says nothing to a colleague."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spreekkamer.checks.groups import groups, holds
from spreekkamer.checks.swallowed import written
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.nodes import Mapping, last_line
from spreekkamer.privacy import hits
from spreekkamer.rules import Finding, Route, Rule, Sample

_SHOWN: Final = 200

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
        there = written(document, route, table, mapping)
        for field in table.fields.values():
            if field.always and mapping.get(field.name) is None and field.name not in there:
                if not (field.forbidden and holds(field.forbidden, table, mapping) is not False):
                    yield _finding(document, (*route, field.name), mapping)


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
