"""After a plain value of a text field, ` #` begins a comment, and what follows is lost.

`choice: bel #1 eerst` reads as "bel". Comments after other values, such as ids, are fine.
"""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.checks.hints import fixed
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.nodes import Scalar
from spreekkamer.rules import Finding, Rule, Sample
from spreekkamer.schema_types import Pattern, Text

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("role: klantmanager #1"),
    passes=Sample('role: "klantmanager #1"\nresult: partly # nog eens navragen'),
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    for item in document.of_type(Text):
        if isinstance(item.node, Scalar) and item.node.loses_text:
            whole = f"{item.node.text} {item.node.comment}".strip()
            yield Finding(item.route, {"value": item.node.text, "fixed": fixed(item, whole)})
    for address in document.of_type(Pattern):
        node = address.node
        # A comment has a space behind its sign; a place in a page has not.
        if address.type.name == "url" and isinstance(node, Scalar) and node.comment[1:2].strip():
            yield Finding(address.route, {}, "address")
