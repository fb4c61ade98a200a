"""A text that is too short does not tell a colleague what was going on."""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.checks.yaml.surprise import surprising
from spreekkamer.contents import Item
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.nodes import Scalar
from spreekkamer.rules import Finding, Rule, Sample
from spreekkamer.schema_types import Text

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("title: Taalles"),
    passes=Sample("title: Eerst de taalles, dan werk"),
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    for item in document.of_type(Text):
        text = item.text
        if text and len(text) < item.type.shortest and not _misread(item):
            values = {"length": len(text), "limit": item.type.shortest}
            yield Finding(item.route, values, "one" if len(text) == 1 else "")


def _misread(item: Item[Text]) -> bool:
    """Return whether the value is not what was typed, which another rule reports."""
    return surprising(item) or (isinstance(item.node, Scalar) and bool(item.node.comment))
