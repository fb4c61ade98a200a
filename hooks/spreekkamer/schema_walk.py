"""Ways through the schema: all its tables, the field at the end of a route, what is needed."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Any, Final

from spreekkamer.rules import Route
from spreekkamer.schema import FILES, FOLDERS
from spreekkamer.schema_types import Field, Group, ListOf, MapOf, Table, Type

_TELLING: Final = 2


def tables() -> tuple[Table, ...]:
    """Return every table, groups within groups included, each once."""
    found: dict[str, Table] = {}

    def visit(type_: Type) -> None:
        if isinstance(type_, ListOf | MapOf):
            visit(type_.type)
        elif isinstance(type_, Group) and type_.table.name not in found:
            found[type_.table.name] = type_.table
            for each in type_.table.fields.values():
                visit(each.type)

    for file in FILES.values():
        visit(file)
    return tuple(found.values())


@cache
def _only_there() -> dict[str, frozenset[str]]:
    """Return for each kind of file in a folder the fields that no other such kind has."""
    groups = {each: FILES[each] for each in FOLDERS.values()}
    fields = {
        each: frozenset(type_.table.fields)
        for each, type_ in groups.items()
        if isinstance(type_, Group)
    }
    return {
        each: own.difference(*(fields[other] for other in fields if other != each))
        for each, own in fields.items()
    }


def other_folder(kind: str, names: Collection[str]) -> str:
    """Return where a file of `kind` with the fields `names` at its top belongs, if it is no such.

    That is plain when it has no field that only such files have, and some of another kind.
    """
    telling = _only_there()
    if kind not in telling or not telling[kind].isdisjoint(names):
        return ""
    number = {each: len(only.intersection(names)) for each, only in telling.items()}
    best = max(number, key=number.__getitem__)
    folders = {each: folder for folder, each in FOLDERS.items()}
    return folders[best] if number[best] >= _TELLING else ""


def field_at(kind: str, route: Route) -> tuple[Table, Field] | None:
    """Return the innermost field on `route` in a file of `kind`, with its table, if any."""
    type_: Type | None = FILES[kind]
    found: tuple[Table, Field] | None = None
    for step in route:
        if isinstance(type_, Group):
            field = type_.table.fields.get(str(step))
            found = (type_.table, field) if field else found
            type_ = field.type if field else None
        elif isinstance(type_, ListOf | MapOf):
            type_ = type_.type
    return found


def complete(type_: Type, value: Any) -> bool:
    """Return whether each group in `value`, plain data, has the fields that are always needed."""
    if isinstance(type_, Group):
        fields = type_.table.fields
        needed = all(name in value for name, field in fields.items() if field.always)
        return needed and all(complete(fields[name].type, each) for name, each in value.items())
    if isinstance(type_, ListOf | MapOf):
        inner = value.values() if isinstance(type_, MapOf) else value
        return all(complete(type_.type, each) for each in inner)
    return True
