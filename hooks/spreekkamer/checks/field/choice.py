"""Some fields have a closed list of values, so that cards can be counted and found."""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.contents import Item
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample
from spreekkamer.schema_types import Choice
from spreekkamer.schema_walk import field_at
from spreekkamer.texts import in_all_languages

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("result: werkte"),
    passes=Sample("result: partly"),
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    for item in document.of_type(Choice):
        if item.text and item.text not in item.type.names:
            choices = {
                name: in_all_languages(f"choices.{_address(document, item)}.{name}")
                for name in item.type.names
            }
            yield Finding(item.route, {"value": item.text}, choices=choices)


def _address(document: Document, item: Item[Choice]) -> str:
    found = field_at(document.kind, item.route)
    return f"{found[0].name}.{found[1].name}" if found else ""
