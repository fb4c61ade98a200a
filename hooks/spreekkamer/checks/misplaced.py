"""Fields, and lines of text, that stand somewhere else than they belong."""

from __future__ import annotations

from collections import abc
from collections.abc import Iterator
from functools import lru_cache

from spreekkamer.checks.groups import bare, groups, labels, nearest_field, unknown_in, with_space
from spreekkamer.checks.references import facet_words
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.nodes import Mapping, Scalar
from spreekkamer.rules import Route
from spreekkamer.schema import FILES
from spreekkamer.schema_types import Group, MapOf, Table, Text


def loose(table: Table, mapping: Mapping) -> dict[str, str]:
    """Return what is no field but text with a colon that is not indented, by the text above it.

    Below `choice: >-` the parser takes a line «Ik vroeg: wat wil je?» at the margin for a field.
    """
    found: dict[str, str] = {}
    above = ""
    for entry in mapping.entries:
        key, value = entry
        if key.text in table.fields:
            of_text = isinstance(table.fields[key.text].type, Text) and isinstance(value, Scalar)
            above = key.text if of_text else ""
        elif above:
            is_text = " " in key.text and not bare(key, value) and not with_space(table, entry)
            if is_text and not nearest_field(key.text, table.name):
                found[above] = key.text
            above = ""
    return found


# Asked of each empty field of the same file.
@lru_cache(maxsize=1)
def loose_fields(document: Document) -> frozenset[Route]:
    """Return the ways to the fields of `document` whose text stands below them at the margin."""
    return frozenset(
        (*route, field)
        for route, table, mapping in groups(document)
        if unknown_in(table, mapping)
        for field in loose(table, mapping)
    )


def below_empty(table: Table, mapping: Mapping, facets: abc.Collection[str]) -> set[str]:
    """Return the fields that stand straight below an empty group, not indented, and belong to it.

    Of these the rule on empty fields tells, once; `facets` are what may stand below tags.
    """
    found: set[str] = set()
    inner: abc.Collection[str] = ()
    for key, value in mapping.entries:
        if key.text in table.fields:
            type_ = table.fields[key.text].type
            empty = isinstance(value, Scalar) and not value.text
            group = type_.table.fields if isinstance(type_, Group) else ()
            inner = (facets if isinstance(type_, MapOf) else group) if empty else ()
        elif key.text in inner:
            found.add(key.text)
    return found


def elsewhere(
    document: Document, route: Route, table: Table, mapping: Mapping, collection: Collection
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield what is no field here but is one elsewhere, with the variant and the group to name."""
    whole = FILES[document.kind]
    if not isinstance(whole, Group):
        return
    if route:
        outer = ("outside", str(route[0]))
        yield from (
            (entry.key.text, outer)
            for entry in mapping.entries
            if entry.key.text in whole.table.fields
        )
        return
    words = facet_words(collection.facets) if "tags" in table.fields else {}
    facets = {word.casefold(): name for name, some in words.items() for word in (name, *some)}
    own = {word.casefold() for some in labels(table).values() for word in some}
    inside: tuple[str, abc.Collection[str]] = ("", ())
    for key, value in mapping.entries:
        if key.text in table.fields:
            type_ = table.fields[key.text].type
            there = type_.table.fields if isinstance(type_, Group) else ()
            inside = (key.text, there if isinstance(value, Mapping) else ())
        elif key.text in inside[1]:
            yield key.text, ("inside", inside[0])
        elif (typed := key.text.casefold()) in facets and typed not in own:
            yield key.text, ("facet", facets[typed])
