"""A value must have the shape of its field: a text, a list, a month, a number, true or false."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, TypeGuard

from spreekkamer.checks import meant, proposals
from spreekkamer.checks.hints import quoted, with_key
from spreekkamer.checks.yaml.surprise import surprises
from spreekkamer.contents import Item
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.nodes import Mapping, Node, Scalar, Sequence
from spreekkamer.rules import Finding, Rule, Sample
from spreekkamer.schema import CARD
from spreekkamer.schema_types import (
    Choice,
    Flag,
    Group,
    Id,
    ListOf,
    MapOf,
    Number,
    Pattern,
    Ref,
    Text,
    Type,
)

_NONE: Final = frozenset(("geen", "niets", "nvt", "n.v.t", "nee", "none", "-", "–", "n/a", "leeg"))
# What is wrong with a list or a group of fields, over more lines and within brackets.
_BY_FORM: Final = {
    "no-dashes": ("dashes-group", "dashes-braces"),
    "one-item": ("group-dash", "group-brackets"),
    "pieces": ("pieces-dashes", "group"),
    "single-fields": ("single-colon", "single"),
    "single-items": ("single-list", "single"),
}
_WORDS_OF_NAMES: Final = 3
_ADDRESS: Final = "://"
_OF_MORE: Final = (ListOf, Group, MapOf)
_OF_A_NAME: Final = (Choice, Id, Ref)
_ARROW: Final = re.compile("(?:[-=–—]+>|>>|[→➔➜⇒›»])(?:\\s|$)")

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("also: trust-check"),
    passes=Sample("also: [trust-check]"),
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    astray = _astray(document, collection)
    for item in document.items:
        if astray and item.route[0] == "tags" and item.route[1:2] and item.route[1] in astray:
            if item.is_key:
                yield Finding(item.route, {}, "indented", at_key=True)
            continue
        # Of a single name other rules tell whether it is the right one.
        if item.text is not None and isinstance(item.type, _OF_A_NAME):
            continue
        if variant := _misfit(item):
            values = _values(document, item, collection)
            variant = _in_detail(document, item, variant, values)
            if variant == "mapping" and (fixed := proposals.in_facets(item, collection)):
                variant, values["fixed"] = "mapping-tags", fixed
            yield Finding(item.route, values, variant, at_key=item.is_key)


def _in_detail(
    document: Document, item: Item[Type], variant: str, values: dict[str, object]
) -> str:
    """Return the variant by what is written, and give `values` what it should be."""
    written = " ".join(document.written.within(item.node.span).split())
    if variant in _BY_FORM:
        in_brackets = written[:1] in ("[", "{")
        whole = f"{{{written[1:-1].strip()}}}" if variant == "pieces" else f"[{written}]"
        values["fixed"] = with_key(item, whole)
        return _BY_FORM[variant][in_brackets]
    if variant == "item-colon":
        values["fixed"] = quoted(written)
    if variant == "mapping-text" and isinstance(item.node, Scalar):
        values["fixed"] = quoted(item.node.text)
    if variant == "period" and item.text and document.values.get("kind") == "sourced":
        values["meant"] = values["meant"] or meant.unknown(item.text)
    if variant in ("period", "month", "number", "flag") and values["meant"] is None:
        if variant == "number" and item.text and item.text.isdecimal():
            return "number-range"
        return f"{variant}-example"
    return "none-inner" if variant == "none" and len(item.route) > 1 else variant


def _astray(document: Document, collection: Collection) -> frozenset[str]:
    """Return the fields of the card that are indented below its tags, and so read as facets."""
    tags = document.root.get("tags") if document.root and collection.facets else None
    if document.kind != "card" or not tags or not isinstance(tags.value, Mapping):
        return frozenset()
    names = {entry.key.text for entry in tags.value.entries}.intersection(CARD.fields)
    return frozenset(names.difference(collection.facets))


def _misfit(item: Item[Type]) -> str:
    """Return the name of the shape that the value should have and has not, or nothing."""
    type_, node = item.type, item.node
    # Nothing there is what another rule reports.
    if isinstance(node, Scalar):
        if not node.text or node.is_null:
            return ""
        if not isinstance(type_, _OF_MORE):
            if isinstance(item.route[-1], int) and isinstance(type_, Text) and ";" in node.text:
                return "semicolon"
            return _wrong_form(type_, node)
    elif not (node.entries if isinstance(node, Mapping) else node.items):
        return ""
    if isinstance(type_, ListOf):
        return _no_list(type_, node)
    if isinstance(type_, Group):
        return "" if isinstance(node, Mapping) else _no_group(type_, item)
    if isinstance(type_, MapOf):
        return _no_map(type_, node)
    return _not_single(item)


def _no_map(type_: MapOf, node: Node) -> str:
    if isinstance(node, Mapping):
        return "exactly" if type_.exactly and len(node.entries) != type_.exactly else ""
    if isinstance(node, Scalar) and isinstance(type_.type, Text):
        return "mapping-text"
    return "mapping-dash" if _is_of_mappings(node) else "mapping"


def _no_list(type_: ListOf, node: Node) -> str:
    if isinstance(node, Sequence):
        return ""
    if isinstance(node, Scalar) and node.text.casefold().rstrip(".") in _NONE:
        return "none"
    if isinstance(node, Mapping) and not isinstance(type_.type, Group):
        return "list" if proposals.only_names(node) else "dashes"
    if isinstance(node, Mapping) and isinstance(type_.type, Group):
        known = all(entry.key.text in type_.type.table.fields for entry in node.entries)
        return "no-dashes" if known else "dashes"
    if isinstance(node, Scalar) and _ADDRESS in node.text and isinstance(type_.type, Ref):
        return "list-address"
    if isinstance(node, Scalar) and _is_title(type_.type, node.text):
        return "list-title"
    if isinstance(node, Scalar):
        return "list-groups" if isinstance(type_.type, Group) else "list"
    return "dashes"


def _is_title(type_: Type, text: str) -> bool:
    """Return whether a source is written out, where the name of it in the register belongs."""
    named = isinstance(type_, Ref) and type_.target == "source"
    return named and (text != text.lower() or len(text.split()) > _WORDS_OF_NAMES)


def _no_group(type_: Group, item: Item[Type]) -> str:
    node = item.node
    if _is_of_mappings(node):
        if len(node.items) == 1:
            return "one-item"
        names = [
            entry.key.text
            for each in node.items
            if isinstance(each, Mapping)
            for entry in each.entries
        ]
        if len(names) == len({*names} & {*type_.table.fields}):
            return "pieces"
        return "group-many"
    # In a register, a field of an entry at the margin reads as an entry by that name.
    in_register = len(item.route) == 1 and item.route[0] in type_.table.fields
    return "group-margin" if in_register else "group"


def _is_of_mappings(node: Node) -> TypeGuard[Sequence]:
    return isinstance(node, Sequence) and all(isinstance(each, Mapping) for each in node.items)


def _not_single(item: Item[Type]) -> str:
    """Return what is wrong with a list or a group of fields where one value should be."""
    if isinstance(item.type, Ref):
        if item.type.target == "source" and isinstance(item.node, Mapping):
            return "list-title"
        inside = isinstance(item.node, Sequence) and isinstance(item.route[-1], int)
        return "single-inner" if inside else "single-name"
    if not isinstance(item.type, Text):
        return "single"
    if isinstance(item.node, Mapping):
        return "item-colon" if isinstance(item.route[-1], int) else "single-fields"
    return "single-items"


def _wrong_form(type_: Type, node: Scalar) -> str:
    if isinstance(type_, Text):
        return "arrow" if node.plain and _ARROW.match(node.text) else ""
    if isinstance(type_, Number):
        sound = re.fullmatch("0|[1-9][0-9]{0,8}", node.text) is not None
        if not sound or not type_.lowest <= int(node.text) <= type_.highest:
            return "number"
        return "" if node.plain else "unquoted"
    if isinstance(type_, Flag):
        if node.text not in ("true", "false"):
            return "flag"
        return "" if node.plain else "unquoted"
    if isinstance(type_, Pattern) and not surprises(type_, node):
        if (type_.nullable and node.is_null) or type_.matches(node.text):
            return ""
        return "no-day" if type_.pattern.fullmatch(node.text) else type_.name
    return ""


def _values(document: Document, item: Item[Type], collection: Collection) -> dict[str, object]:
    text = item.node.text if isinstance(item.node, Scalar) else ""
    values: dict[str, object] = {"value": text}
    if isinstance(item.type, ListOf):
        values["inner"] = _inner(document, item, item.type, collection)
    if isinstance(item.type, ListOf) and isinstance(item.type.type, Group):
        filled = proposals.filled_in(item.type.type, item.node)
        values["fixed"] = with_key(item, f"[{filled}]")
    if isinstance(item.type, Group):
        values["fixed"] = with_key(item, proposals.filled_in(item.type, item.node))
    if isinstance(item.type, ListOf | Group):
        values["first"] = proposals.first_field(item.node)
    if isinstance(item.type, Flag):
        values["meant"] = meant.flag(text)
    if isinstance(item.type, Pattern):
        values["meant"] = meant.month(text) if item.type.name == "month" else meant.period(text)
    if isinstance(item.type, Number):
        values["meant"] = meant.number(text, item.type.lowest, item.type.highest)
        values |= {"lowest": item.type.lowest, "highest": item.type.highest}
    if isinstance(item.type, MapOf):
        values["exactly"] = item.type.exactly
    return values


def _inner(document: Document, item: Item[Type], type_: ListOf, collection: Collection) -> str:
    """Return what was probably meant as the inside of a list; each line was meant as an item."""
    node = item.node
    text = ", ".join(each.key.text for each in node.entries) if isinstance(node, Mapping) else ""
    if isinstance(node, Scalar):
        text = document.written.within(node.span) if node.plain else node.text
    return proposals.inner(type_.type, text, str(item.route[-1]), collection)
