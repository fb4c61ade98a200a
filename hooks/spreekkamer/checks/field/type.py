"""A value must have the shape of its field: a text, a list, a month, a number, true or false."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spreekkamer import privacy
from spreekkamer.checks import meant
from spreekkamer.checks.hints import quoted, with_key
from spreekkamer.checks.yaml.surprise import surprises
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document, Item
from spreekkamer.library import Collection
from spreekkamer.nodes import Mapping, Node, Scalar, Sequence
from spreekkamer.rules import Finding, Rule, Sample
from spreekkamer.schema_types import Flag, Group, ListOf, MapOf, Number, Pattern, Ref, Text, Type

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("also: trust-check"),
    passes=Sample("also: [trust-check]"),
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    for item in document.items:
        if variant := _misfit(item):
            values = _values(item)
            if variant in ("period", "month", "number", "flag") and values["meant"] is None:
                variant += "-example"
            if variant == "mapping" and (fixed := _in_facets(item, collection)):
                variant, values["fixed"] = "mapping-tags", fixed
            yield Finding(item.route, values, variant, at_key=item.is_key)


def _misfit(item: Item[Type]) -> str:
    """Return the name of the shape that the value should have and has not, or nothing."""
    type_, node = item.type, item.node
    if _nothing(node):
        return ""
    if isinstance(type_, ListOf):
        return _no_list(type_, node)
    if isinstance(type_, MapOf | Group):
        if not isinstance(node, Mapping):
            return "group" if isinstance(type_, Group) else "mapping"
        exactly = type_.exactly if isinstance(type_, MapOf) else None
        return "exactly" if exactly and len(node.entries) != exactly else ""
    if not isinstance(node, Scalar):
        return "single"
    return _wrong_form(type_, node)


def _nothing(node: Node) -> bool:
    """Return whether nothing stands here, which another rule reports."""
    if isinstance(node, Scalar):
        return not node.text or node.is_null
    return not (node.entries if isinstance(node, Mapping) else node.items)


def _no_list(type_: ListOf, node: Node) -> str:
    if isinstance(node, Sequence):
        return ""
    return "list" if isinstance(node, Scalar) and not isinstance(type_.type, Group) else "dashes"


def _wrong_form(type_: Type, node: Scalar) -> str:
    if isinstance(type_, Number):
        sound = re.fullmatch("0|[1-9][0-9]{0,8}", node.text) is not None
        if not sound or not type_.lowest <= int(node.text) <= type_.highest:
            return "number"
    if isinstance(type_, Flag) and node.text not in ("true", "false"):
        return "flag"
    if isinstance(type_, Number | Flag):
        return "" if node.plain else "unquoted"
    if isinstance(type_, Pattern) and not surprises(type_, node):
        empty = type_.nullable and node.is_null
        return "" if empty or type_.matches(node.text) else type_.name
    return ""


def _values(item: Item[Type]) -> dict[str, object]:
    text = item.node.text if isinstance(item.node, Scalar) else ""
    # What stands there may be half a list already.
    inner = text.strip("[]").removeprefix("-").strip()
    values: dict[str, object] = {"value": text, "inner": inner}
    if isinstance(item.type, Group):
        values["fixed"] = with_key(item, _filled_in(item.type, text))
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


def _in_facets(item: Item[Type], collection: Collection) -> str:
    """Return tags that are written without their facets with these, if all of them are known."""
    node = item.node
    parts = node.items if isinstance(node, Sequence) else (node,)
    if item.route != ("tags",) or not all(isinstance(each, Scalar) for each in parts):
        return ""
    tags = [each.text for each in parts if isinstance(each, Scalar)]
    names = {
        facet: [tag for tag in tags if tag in (collection.tags(facet) or ())]
        for facet in collection.facets
    }
    if {tag for some in names.values() for tag in some} != {*tags}:
        return ""
    shown = (f"{facet}: [{', '.join(some)}]" for facet, some in names.items() if some)
    return f"tags: {{{', '.join(shown)}}}"


def _filled_in(type_: Group, text: str) -> str:
    """Return the fields that are needed, with `text` in the first that may hold it."""
    needed = {name: each.type for name, each in type_.table.fields.items() if each.always}
    holder = next((name for name, each in needed.items() if isinstance(each, Text | Ref)), "")
    # What is private cannot be shown, and has to go.
    shown_text = quoted(text) if text and not privacy.hits(text) else "…"
    shown = {name: shown_text if name == holder else "…" for name in needed}
    return "{" + ", ".join(f"{name}: {each}" for name, each in shown.items()) + "}"
