"""Some names cannot be files: Windows keeps device names for itself, `index` is the overview page.

Source: Microsoft, "Naming Files, Paths, and Namespaces". A side cannot be called `between`.
"""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.diagnostics import TOP, Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample
from spreekkamer.schema import BETWEEN
from spreekkamer.schema_types import Id

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("role: klantmanager", path="cards/index.yml"),
    passes=Sample("role: klantmanager", path="cards/index-kaart.yml"),
)


DEVICES = frozenset(
    (
        "con",
        "prn",
        "aux",
        "nul",
        *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)),
    )
)
RESERVED = DEVICES | {"index"}


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    if document.named_by_id and document.ident in RESERVED:
        yield Finding(TOP, {"value": document.ident})
    for item in document.of_type(Id):
        side = item.route[0] == "sides" and item.text == BETWEEN
        if side or item.text in RESERVED:
            yield Finding(item.route, {"value": item.text or ""}, at_key=item.is_key)
