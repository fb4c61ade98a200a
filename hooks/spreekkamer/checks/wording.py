"""What is said of a value that has not the shape of its field, and what was probably meant."""

from __future__ import annotations

from typing import Final

from spreekkamer.checks import meant, proposals
from spreekkamer.checks.hints import quoted, with_key
from spreekkamer.contents import Item
from spreekkamer.diagnostics import Span
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.nodes import Mapping, Scalar
from spreekkamer.schema_types import Flag, Group, ListOf, MapOf, Number, Pattern, Type

# What is wrong with a list or a group of fields, over more lines and within brackets.
_BY_FORM: Final = {
    "no-dashes": ("dashes-group", "dashes-braces"),
    "one-item": ("group-dash", "group-brackets"),
    "pieces": ("pieces-dashes", "group"),
    "single-fields": ("single-colon", "single"),
    "single-items": ("single-list", "single"),
}
_WITH_MEANT: Final = ("period", "month", "number", "flag")


def in_detail(document: Document, item: Item[Type], variant: str, values: dict[str, object]) -> str:
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
    if variant in _WITH_MEANT and values["meant"] is None:
        if variant == "number" and item.text and item.text.isdecimal():
            return "number-range"
        return f"{variant}-example"
    return "none-inner" if variant == "none" and len(item.route) > 1 else variant


def one_too_many(item: Item[Type]) -> Span | None:
    """Return where the first name stands that makes a mapping too long."""
    most = item.type.exactly if isinstance(item.type, MapOf) else None
    entries = item.node.entries if isinstance(item.node, Mapping) else ()
    return entries[most].key.span if most and len(entries) > most else None


def values_for(document: Document, item: Item[Type], collection: Collection) -> dict[str, object]:
    """Return what a message on `item` needs: what stands there, what was meant, the limits."""
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
