"""A field without a value is left out, not left empty: an empty one looks forgotten."""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.nodes import Mapping, Node, Scalar
from spreekkamer.rules import Finding, Rule, Sample
from spreekkamer.schema_types import Pattern

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("because:"),
    passes=Sample("because: De drempel was lager."),
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    for item in document.items:
        if _empty(item.node) and not (isinstance(item.type, Pattern) and item.type.nullable):
            yield Finding(item.route, {"value": ""}, at_key=item.is_key)


def _empty(node: Node) -> bool:
    if isinstance(node, Scalar):
        return not node.text
    return not (node.entries if isinstance(node, Mapping) else node.items)
