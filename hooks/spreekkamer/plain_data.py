"""Nodes as plain data: text, numbers, tuples and dicts."""

from __future__ import annotations

from typing import Any

from spreekkamer.nodes import Mapping, Node, Scalar, Sequence, node_at, yaml_type
from spreekkamer.rules import Route
from spreekkamer.schema_types import Flag, Group, ListOf, MapOf, Number, Type
from spreekkamer.yaml_reader import parse


def typed(type_: Type, node: Node, route: Route, bad: frozenset[Route]) -> Any:
    """Return `node`, which stands at `route`, as data of `type_`.

    Values at the routes `bad` and fields that the schema does not know are left out; a value of
    another shape than its type becomes None.
    """
    if isinstance(node, Scalar):
        return _single(type_, node)
    if isinstance(node, Mapping):
        values: dict[str, Any] = {}
        for key, value in node.entries:
            inner, way = _inner_type(type_, key.text), (*route, key.text)
            if inner is not None and way not in bad:
                values[key.text] = typed(inner, value, way, bad)
        return values
    if isinstance(type_, ListOf):
        return tuple(
            typed(type_.type, item, (*route, number), bad)
            for number, item in enumerate(node.items)
            if (*route, number) not in bad
        )
    return None


def _inner_type(type_: Type, name: str) -> Type | None:
    if isinstance(type_, Group):
        field = type_.table.fields.get(name)
        return field.type if field else None
    return type_.type if isinstance(type_, MapOf) else None


def _single(type_: Type, node: Scalar) -> str | int | bool | None:
    if isinstance(type_, Number):
        return int(node.text) if node.text.isdecimal() and len(node.text) < 10 else None
    if isinstance(type_, Flag):
        return node.text == "true"
    return None if node.is_null else node.text


def plain_value(text: str, route: tuple[str, ...]) -> Any:
    """Return what stands under `route` in the configuration file `text`, as plain data.

    Tags, which MkDocs allows in its configuration, are read as plain values. ValueError when the
    text is no YAML mapping.
    """
    node, _ = parse(text)
    if node is None:
        raise ValueError("no mapping")
    return _untyped(node_at(node, route))


def _untyped(node: Node | None) -> Any:
    if isinstance(node, Mapping):
        return {entry.key.text: _untyped(entry.value) for entry in node.entries}
    if isinstance(node, Sequence):
        return [_untyped(item) for item in node.items]
    if node is None or node.is_null:
        return None
    if node.plain and yaml_type(node.text) == "bool":
        return node.text.lower() in ("true", "yes", "on")
    return node.text
