"""Without the fields that are always needed a card says nothing to a colleague."""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.checks.groups import groups, holds, meant
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample

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
        misspelt = meant(table, mapping)
        for field in table.fields.values():
            if field.always and mapping.get(field.name) is None and field.name not in misspelt:
                if not (field.forbidden and holds(field.forbidden, table, mapping) is not False):
                    yield Finding((*route, field.name), {"value": field.name})
