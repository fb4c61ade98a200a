"""Ways through the schema: all its tables, the field at the end of a route, what is needed."""

from __future__ import annotations

from typing import Any

from spreekkamer.rules import Route
from spreekkamer.schema import FILES
from spreekkamer.schema_types import Field, Group, ListOf, MapOf, Table, Type


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
