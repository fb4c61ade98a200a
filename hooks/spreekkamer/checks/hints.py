"""Text that a reader can paste: a field with the value it probably should have."""

from __future__ import annotations

from spreekkamer.contents import Item
from spreekkamer.schema_types import Type


def quoted(text: str) -> str:
    """Return `text` between double quotes, as YAML reads it back."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def fixed(item: Item[Type], text: str) -> str:
    """Return the field of `item` with `text` in quotes; inside a list just the text."""
    return with_key(item, quoted(text))


def with_key(item: Item[Type], value: str) -> str:
    """Return `value` behind the key of `item`; inside a list just the value."""
    last = item.route[-1]
    return value if isinstance(last, int) else f"{last}: {value}"
