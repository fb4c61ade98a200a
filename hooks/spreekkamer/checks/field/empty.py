"""A field without a value is left out, not left empty: an empty one looks forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from spreekkamer.checks.groups import because, holds
from spreekkamer.checks.hints import with_key
from spreekkamer.checks.misplaced import loose_fields
from spreekkamer.contents import Item
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.nodes import Mapping, Node, Scalar
from spreekkamer.rules import Finding, Rule, Sample
from spreekkamer.schema_types import Group, MapOf, Number, Pattern, Text, Type
from spreekkamer.schema_walk import field_at

_DOTS: Final = ("…", "...")

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("because:"),
    passes=Sample("because: De drempel was lager."),
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    for item in document.items:
        if item.text is not None:
            # Of what is no card no other rule tells that the dots of a hint were left in.
            if document.kind != "card" and item.text in _DOTS and isinstance(item.type, Text):
                yield _finding(document, item)
            continue
        if item.is_key:
            if isinstance(item.node, Scalar) and not item.node.text:
                yield Finding(item.route, {"value": ""}, at_key=True)
        elif _empty(item.type, item.node) and item.route not in loose_fields(document):
            yield _finding(document, item)


def _finding(document: Document, item: Item[Type]) -> Finding:
    found, values = field_at(document.kind, item.route), {"value": ""}
    table, field = found if found and found[1].name == item.route[-1] else (None, None)
    if fixed := _number(document, item):
        return Finding(item.route, {"fixed": fixed}, "number")
    variant = _variant(item.type, item.node, field is not None and field.always)
    at_top = len(item.route) == 1 and variant in ("", "needed")
    if table and field and at_top and (root := document.root):
        for told, condition in (("forbidden", field.forbidden), ("required", field.required)):
            if condition and holds(condition, table, root):
                return Finding(item.route, values | because(condition, table, root), told)
    return Finding(item.route, values, variant)


def _number(document: Document, item: Item[Type]) -> str:
    """Return the field with its number alone: of `>6` the parser makes the sign of a text."""
    written = document.written.within(item.node.span) if isinstance(item.type, Number) else ""
    match = re.fullmatch(r">[ +-]*([0-9]+)\s*", written)
    return with_key(item, match[1]) if match else ""


def _variant(type_: Type, node: Node, needed: bool) -> str:
    """Return the variant of the message: of a group with a name the fields may stand elsewhere."""
    if isinstance(node, Scalar) and node.comment[1:2].strip():
        return "comment"
    if isinstance(type_, Group | MapOf):
        return "group-needed" if needed else "group"
    if isinstance(type_, Text) and isinstance(node, Scalar) and node.comment:
        return "comment"
    return "needed" if needed else ""


def _empty(type_: Type, node: Node) -> bool:
    if isinstance(node, Mapping):
        return not node.entries
    if not isinstance(node, Scalar):
        return not node.items
    if node.text and not node.is_null:
        return False
    if isinstance(type_, Pattern) and type_.nullable:
        return False
    if isinstance(type_, Text):
        # Of `choice: #Ik belde` the text was cut off; `~` is a surprise.
        return not node.text and not node.loses_text
    return not node.text or not isinstance(type_, Pattern)
