"""An id is at most 60 characters, so that paths stay short enough for Windows and for people."""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.diagnostics import TOP, Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample
from spreekkamer.schema_types import ID_LENGTH, Id

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("role: klantmanager", path="cards/" + "lange-naam-" * 6 + "x.yml"),
    passes=Sample("role: klantmanager", path="cards/korte-naam.yml"),
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    if document.named_by_id and len(document.ident) > ID_LENGTH:
        yield Finding(TOP, _values(document.ident), "file")
    for item in document.of_type(Id):
        if item.text and len(item.text) > ID_LENGTH:
            yield Finding(item.route, _values(item.text), at_key=item.is_key)


def _values(name: str) -> dict[str, object]:
    return {"value": name, "length": len(name), "limit": ID_LENGTH}
