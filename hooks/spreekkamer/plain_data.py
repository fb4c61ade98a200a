"""What stands in a configuration file, as plain data."""

from __future__ import annotations

from typing import Any

from spreekkamer.nodes import Mapping, Node, Sequence, node_at, yaml_type
from spreekkamer.yaml_reader import parse


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
