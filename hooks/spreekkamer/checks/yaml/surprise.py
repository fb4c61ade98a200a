"""A plain value of a text field must not be one that YAML reads as something else.

`no` is a boolean, `12:30` a number of minutes, `2026-03-01` a date and `0123` an octal number in
YAML 1.1 (the "Norway problem"), so other programs would not get the text that was typed. A year
in a field with a form of its own (`period: 2026`) is taken as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document, Item
from spreekkamer.library import Collection
from spreekkamer.nodes import Scalar, yaml_type
from spreekkamer.rules import Finding, Rule, Sample
from spreekkamer.schema_types import Pattern, Text, Type

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("role: no"),
    passes=Sample('role: "no"'),
)


def surprises(type_: Type, node: Scalar) -> bool:
    """Return whether YAML reads the value of a text field as something else than text."""
    if not node.plain or not node.text:
        return False
    kind = yaml_type(node.text)
    if isinstance(type_, Text):
        return kind != "str"
    if isinstance(type_, Pattern):
        allowed = ("str", "int") + (("null", "timestamp") if type_.nullable else ())
        return kind not in allowed
    return False


def surprising(item: Item) -> bool:
    """Return whether `item` holds a value that surprises."""
    return isinstance(item.node, Scalar) and surprises(item.type, item.node)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    for item in document.items:
        if isinstance(item.node, Scalar) and surprises(item.type, item.node):
            fixed = _fixed(item.type, item.node.text)
            yield Finding(item.route, {"value": item.node.text, "fixed": fixed})


def _fixed(type_: Type, text: str) -> str:
    """Return what to type instead: the month or quarter of a date, or the text in quotes."""
    day = re.match("([0-9]{4})-([0-9]{1,2})-", text)
    if isinstance(type_, Pattern) and day:
        month = int(day[2])
        return f"{day[1]}-Q{(month + 2) // 3}" if type_.name == "period" else f"{day[1]}-{month:02}"
    return f'"{text}"'
