"""Which parts of one file may lead back to a person, and the file's text with them covered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spreekkamer import privacy
from spreekkamer.diagnostics import Place, Span
from spreekkamer.nodes import Mapping, Node, Scalar, Sequence
from spreekkamer.places import offset_of, span_within
from spreekkamer.rules import Route
from spreekkamer.schema import FILES
from spreekkamer.schema_types import Group, ListOf, MapOf, Text, Type
from spreekkamer.source import place_of

NEVER_ALLOWED: Final = frozenset(("bsn", "iban", "email", "phone"))
"""What no file may hold and nobody can overrule."""
_MAY_BE_PUBLISHED: Final = frozenset(("name", "amount"))
_IN_AN_ID: Final = NEVER_ALLOWED | {"number", "v-number", "date"}
_COMMENT: Final = re.compile(r"(?:^|[ \t])#(.*)", re.MULTILINE)
_AROUND: Final = 1000
_LINES_AROUND: Final = 3


@dataclass(frozen=True, slots=True)
class PrivatePart:
    """A find: its kind, and where it stands.

    `route` is None for a comment, and empty for the id, which stands in no line.
    """

    kind: str
    span: Span
    route: Route | None


def may_show(kind: str, root: Mapping | None) -> frozenset[str]:
    """Return the kinds of find that a file may show: published cards name places and amounts."""
    entry = root.get("kind") if root and kind == "card" else None
    published = entry and isinstance(entry.value, Scalar) and entry.value.text == "sourced"
    return _MAY_BE_PUBLISHED if published else frozenset()


def _free_texts(node: Node, type_: Type | None, route: Route) -> Iterator[tuple[Route, Scalar]]:
    """Yield what people write freely: texts, and values that the schema does not know."""
    if isinstance(node, Scalar):
        if type_ is None or isinstance(type_, Text):
            yield route, node
    elif isinstance(node, Sequence):
        inner = type_.type if isinstance(type_, ListOf) else None
        for number, item in enumerate(node.items):
            yield from _free_texts(item, inner, (*route, number))
    else:
        for entry in node.entries:
            name = entry.key.text
            yield from _free_texts(entry.value, _type_of(type_, name), (*route, name))


def _type_of(type_: Type | None, name: str) -> Type | None:
    if isinstance(type_, MapOf):
        return type_.type
    field = type_.table.fields.get(name) if isinstance(type_, Group) else None
    return field.type if field else None


def _comments(text: str, root: Mapping) -> Iterator[tuple[int, str]]:
    """Yield the comments in `text` with their offsets."""
    if "#" not in text:
        return
    spans = [(offset_of(text, span.start), offset_of(text, span.end)) for span in _spans(root)]
    for match in _COMMENT.finditer(text):
        if not any(start <= match.start(1) - 1 < end for start, end in spans):
            yield match.start(1), match[1]


def _spans(node: Node) -> Iterator[Span]:
    if isinstance(node, Scalar):
        yield node.span
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _spans(item)
    else:
        for entry in node.entries:
            yield from _spans(entry.value)


def find(kind: str, ident: str, text: str, root: Mapping) -> Iterator[PrivatePart]:
    """Yield what stands in the texts, the comments and the id of a file of `kind`."""
    shown = may_show(kind, root)
    first = root.entries[0].key.span if root.entries else root.span
    for hit in privacy.hits(ident.replace("-", " ")) if kind == "card" else ():
        if hit.kind in _IN_AN_ID:
            yield PrivatePart(hit.kind, first, ())
    for route, scalar in _free_texts(root, FILES[kind], ()):
        for hit in privacy.hits(scalar.text):
            if hit.kind not in shown and (kind == "card" or hit.kind in NEVER_ALLOWED):
                span = span_within(text, scalar.span, scalar.text, hit.start, hit.end)
                yield PrivatePart(hit.kind, span, route)
    for offset, comment in _comments(text, root):
        for hit in privacy.hits(comment):
            if hit.kind not in shown and (kind == "card" or hit.kind in NEVER_ALLOWED):
                start, end = offset + hit.start, offset + hit.end
                yield PrivatePart(hit.kind, Span(place_of(text, start), place_of(text, end)), None)


def covered_line(
    text: str, place: Place, parts: tuple[PrivatePart, ...], shown: frozenset[str]
) -> str:
    """Return the line of `text` at `place` with everything private in it covered.

    What lies far from `place` is covered too: no report shows it.
    """
    lines = text.split("\n")
    if place.line > len(lines):
        return ""
    line = lines[place.line - 1]
    near = range(max(0, place.column - _AROUND), min(len(line), place.column + _AROUND))
    first = max(0, place.line - 1 - _LINES_AROUND)
    above = "\n".join(lines[first : place.line - 1])[-_AROUND:]
    below = "\n".join(lines[place.line : place.line + _LINES_AROUND])[:_AROUND]
    window = "\n".join((above, line[near.start : near.stop], below))
    private = _private_offsets(window, shown)
    start = len(above) + 1 - near.start
    return "".join(
        privacy.COVER
        if at not in near or start + at in private or _inside(place.line, at + 1, parts)
        else each
        for at, each in enumerate(line)
    )


def _private_offsets(text: str, shown: frozenset[str]) -> set[int]:
    """Return the offsets in `text` that are private when its lines are read as one text."""
    offsets: list[int] = []
    for place, each in enumerate(text):
        if not each.isspace() or (offsets and not text[offsets[-1]].isspace()):
            offsets.append(place)
    collapsed = "".join(" " if text[place].isspace() else text[place] for place in offsets)
    hits = (hit for hit in privacy.hits(collapsed) if hit.kind not in shown)
    return {place for hit in hits for place in range(offsets[hit.start], offsets[hit.end - 1] + 1)}


def _inside(line: int, column: int, parts: tuple[PrivatePart, ...]) -> bool:
    place = Place(line, column)
    return any(part.span.start <= place < part.span.end for part in parts if part.route != ())
