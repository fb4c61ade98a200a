"""Whether the form of a file is what its schema asks for: groups, lists and the names in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from spreekkamer.nodes import Mapping, Node, Scalar, Sequence
from spreekkamer.rules import Route
from spreekkamer.schema_types import ID_PATTERN, Group, Id, ListOf, MapOf, Text, Type

_FIELD_IN_TEXT: Final = re.compile(r"\n\s*(?:- |[a-z_-]+:(?:\s|$))")


class Misfit(NamedTuple):
    """Something that the schema does not allow: the way to it, and its line, from 0."""

    route: Route
    line: int


def misfits(type_: Type, node: Node, route: Route = ()) -> Iterator[Misfit]:
    """Yield where the form of `node` is not that of `type_`; what values say is not looked at."""
    if isinstance(type_, Group) and isinstance(node, Mapping):
        yield from _in_group(type_, node, route)
    elif isinstance(type_, MapOf) and isinstance(node, Mapping):
        yield from _in_map(type_, node, route)
    elif isinstance(type_, ListOf) and isinstance(node, Sequence):
        for place, item in enumerate(node.items):
            yield from misfits(type_.type, item, (*route, place))
    elif not _is_single(type_, node):
        yield Misfit(route, _line(node))


def _in_group(type_: Group, node: Mapping, route: Route) -> Iterator[Misfit]:
    fields = type_.table.fields
    for needed in type_.table.needed:
        if node.get(needed.name) is None:
            yield Misfit((*route, needed.name), _line(node))
    for key, value in node.entries:
        if key.text in fields:
            yield from misfits(fields[key.text].type, value, (*route, key.text))
        else:
            yield Misfit((*route, key.text), _line(key))


def _in_map(type_: MapOf, node: Mapping, route: Route) -> Iterator[Misfit]:
    if type_.exactly not in (None, len(node.entries)):
        yield Misfit(route, _line(node))
    for key, value in node.entries:
        # Which names there are to refer to is not known here; those of dilemmas have a hyphen.
        may_be = ID_PATTERN.fullmatch(key.text) and (isinstance(type_.key, Id) or "-" in key.text)
        if not may_be:
            yield Misfit((*route, key.text), _line(key))
        yield from misfits(type_.type, value, (*route, key.text))


def _line(node: Node) -> int:
    return node.span.start.line - 1


def _is_single(type_: Type, node: Node) -> bool:
    """Return whether a single value stands in `node`, as `type_` asks."""
    if not isinstance(node, Scalar) or isinstance(type_, Group | MapOf | ListOf):
        return False
    return not (isinstance(type_, Text) and not node.text) and not _holds_field(node)


def _holds_field(node: Scalar) -> bool:
    """Return whether a field, or an item of a list, was taken for more of the text above it."""
    if not node.plain or node.begin.line == node.end.line:
        return False
    return _FIELD_IN_TEXT.search(node.file[node.begin.index : node.end.index]) is not None
