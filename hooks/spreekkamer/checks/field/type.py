"""A value must have the shape of its field: a text, a list, a month, a number, true or false."""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.checks.yaml.surprise import surprises
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document, Item
from spreekkamer.library import Collection
from spreekkamer.nodes import Mapping, Scalar, Sequence
from spreekkamer.rules import Finding, Rule, Sample
from spreekkamer.schema_types import Flag, Group, ListOf, MapOf, Number, Pattern, Type

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("also: trust-check"),
    passes=Sample("also: [trust-check]"),
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    for item in document.items:
        if variant := _misfit(item):
            yield Finding(item.route, _values(item), variant, at_key=item.is_key)


def _misfit(item: Item) -> str:
    """Return the name of the shape that the value should have and has not, or nothing."""
    type_, node = item.type, item.node
    if isinstance(node, Scalar) and not node.text:
        return ""
    if isinstance(type_, ListOf):
        return "" if isinstance(node, Sequence) else "list"
    if isinstance(type_, MapOf | Group):
        if not isinstance(node, Mapping):
            return "mapping"
        exactly = type_.exactly if isinstance(type_, MapOf) else None
        return "exactly" if exactly and len(node.entries) != exactly else ""
    if not isinstance(node, Scalar):
        return "single"
    return _wrong_form(type_, node)


def _wrong_form(type_: Type, node: Scalar) -> str:
    if isinstance(type_, Number):
        sound = node.plain and node.text.isdecimal() and node.text.isascii()
        in_range = sound and type_.lowest <= int(node.text[:9]) <= type_.highest
        return "" if in_range and str(int(node.text)) == node.text else "number"
    if isinstance(type_, Flag):
        return "" if node.plain and node.text in ("true", "false") else "flag"
    if isinstance(type_, Pattern) and not surprises(type_, node):
        empty = type_.nullable and node.is_null
        return "" if empty or type_.matches(node.text) else type_.name
    return ""


def _values(item: Item) -> dict[str, object]:
    values: dict[str, object] = {"value": item.node.text if isinstance(item.node, Scalar) else ""}
    if isinstance(item.type, Number):
        values |= {"lowest": item.type.lowest, "highest": item.type.highest}
    if isinstance(item.type, MapOf):
        values["exactly"] = item.type.exactly
    return values
