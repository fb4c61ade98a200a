"""A number of nine digits that passes the eleven test may be a citizen service number."""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.checks.private_texts import found
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample

RULE = Rule(
    severity=Severity.WARNING,
    fails=Sample(
        "choice: In het systeem stond 123456782, zonder verdere uitleg of een naam erbij."
    ),
    passes=Sample(
        "choice: In het systeem stond 123456789, zonder verdere uitleg. De kosten waren "
        "100.000.000 en de jaren 2019 2020 2021."
    ),
    spoils=False,
    on_private=True,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    yield from found(document, "number")
