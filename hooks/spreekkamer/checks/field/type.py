"""A value must have the shape of its field: a text, a list, a month, a number, true or false."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, TypeGuard

from spreekkamer.checks import proposals, wording
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
            values = wording.values_for(document, item, collection)
            variant = wording.in_detail(document, item, variant, values)
            if variant == "mapping" and (fixed := proposals.in_facets(item, collection)):
                variant, values["fixed"] = "mapping-tags", fixed
            part = wording.one_too_many(item) if variant == "exactly" else None
            yield Finding(item.route, values, variant, at_key=item.is_key, part=part)


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
