"""What the schema makes of one file: its values with their types, and as plain data."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, Final, Generic, TypeVar

from spreekkamer.nodes import Mapping, Node, Scalar
from spreekkamer.rules import Route
from spreekkamer.schema_types import Flag, Group, ListOf, MapOf, Number, Pattern, Text, Type

_URL: Final = "url"
_T = TypeVar("_T", bound=Type, covariant=True)


@dataclass(slots=True)  # for the same reason as a `Scalar`
class Item(Generic[_T]):
    """A value, or a key of a mapping, that the schema knows, with the type it should have.

    `text` is the text of the value; None when it is no single value, or when nothing is there.
    """

    route: Final[Route]
    type: _T  # the type checker takes no variable one as final
    node: Final[Node]
    text: Final[str | None]
    is_key: Final[bool] = False


@dataclass(slots=True)
class Contents:
    """What stands in a file, in its order, outer values before inner ones.

    `values` has the fields by name: text, numbers, lists as tuples, mappings as dicts; a value of
    another shape than its type is None. `unknown` are single values that the schema has no type
    for, with the ways to them.
    """

    items: list[Item[Type]] = field(default_factory=list)
    by_type: dict[type[Any], list[Item[Any]]] = field(default_factory=lambda: defaultdict(list))
    values: dict[str, Any] = field(default_factory=dict)
    unknown: list[tuple[Route, Scalar]] = field(default_factory=list)

    @property
    def free_texts(self) -> list[tuple[Route, Scalar]]:
        """What people write freely: texts, empty ones too, and what the schema does not know."""
        texts = ((each.route, each.node) for each in self.by_type.get(Text, ()) if not each.is_key)
        addresses = (
            (each.route, each.node)
            for each in self.by_type.get(Pattern, ())
            if each.type.name == _URL
        )
        found = [(way, node) for way, node in (*texts, *addresses) if isinstance(node, Scalar)]
        return found + self.unknown


def read(type_: Type, root: Mapping, without: frozenset[Route]) -> Contents:
    """Return what stands in `root`, a file of `type_`, but for the values at some routes."""
    walk = _Walk(without)
    walk.found.values = walk.entries(type_, root, ())
    return walk.found


class _Walk:
    """One walk through a file; what it meets is in `found`."""

    def __init__(self, without: frozenset[Route]) -> None:
        self._without = without
        self.found = Contents()

    def _add(self, item: Item[Type]) -> None:
        self.found.items.append(item)
        self.found.by_type[type(item.type)].append(item)

    def _value(self, type_: Type, node: Node, route: Route) -> Any:
        """Return what stands at `route` as plain data."""
        if isinstance(node, Scalar):
            self._add(Item(route, type_, node, None if node.is_null else node.text or None))
            return _single(type_, node)
        self._add(Item(route, type_, node, None))
        if isinstance(node, Mapping):
            return self.entries(type_, node, route)
        if not isinstance(type_, ListOf):
            self._add_unknown(node, route)
            return None
        ways = ((*route, number) for number in range(len(node.items)))
        return tuple(
            self._value(type_.type, item, way)
            for item, way in zip(node.items, ways, strict=True)
            if way not in self._without
        )

    def entries(self, type_: Type, node: Mapping, route: Route) -> dict[str, Any]:
        """Return the values of a mapping that stands at `route` by name, as plain data."""
        values = {}
        for key, value in node.entries:
            way = (*route, key.text)
            inner = _inner_type(type_, key.text)
            if inner is None:
                self._add_unknown(value, way)
            elif way not in self._without:
                if isinstance(type_, MapOf):
                    self._add(Item(way, type_.key, key, key.text or None, is_key=True))
                values[key.text] = self._value(inner, value, way)
        return values

    def _add_unknown(self, node: Node, route: Route) -> None:
        if isinstance(node, Scalar):
            self.found.unknown.append((route, node))
        elif isinstance(node, Mapping):
            for key, value in node.entries:
                self._add_unknown(value, (*route, key.text))
        else:
            for number, item in enumerate(node.items):
                self._add_unknown(item, (*route, number))


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
