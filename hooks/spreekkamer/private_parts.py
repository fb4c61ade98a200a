"""Which parts of one file may lead back to a person."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from spreekkamer import privacy
from spreekkamer.diagnostics import Place, Span
from spreekkamer.nodes import Mapping, Node, Scalar, Sequence
from spreekkamer.places import Written
from spreekkamer.rules import Route
from spreekkamer.schema import CARD
from spreekkamer.schema_types import Id, ListOf

NEVER_ALLOWED: Final = frozenset(("bsn", "iban", "email", "phone"))
"""What no file may hold and nobody can overrule."""
_OUR_OWN: Final = frozenset((privacy.OPENING,))
_MAY_BE_PUBLISHED: Final = _OUR_OWN | {"name", "amount"}
_MAY_BE_IN_A_REGISTER: Final = _OUR_OWN | {"sensitive", "age", "amount"}
_ROLE: Final = "role"
_IN_AN_ID: Final = NEVER_ALLOWED | {
    *("number", "v-number", "case-number", "date", "birth-date", "address", "postcode", "plate"),
}
_NEW_IDS: Final = tuple(
    name
    for name, field in CARD.fields.items()
    if isinstance(field.type, ListOf) and isinstance(field.type.type, Id)
)
_BSN, _NUMBER = "bsn", "number"
_OF_A_BSN: Final = re.compile("(?i)bsn|burgerservice|sofi")
_FIGURES: Final = re.compile("[0-9]-[0-9]{1,2}-[0-9]")
_SPACES: Final = re.compile(" +\n *(?![ \n])|\n +(?![ \n])| {2,}")
"""Space that is more than one character, as at the end of a line or before the next one."""
_DIRECTIVE: Final = re.compile("^%(.*)", re.MULTILINE)
_COMMENT: Final = re.compile(r"(?:^|[ \t])#(.*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PrivatePart:
    """A find: its kind, and where it stands.

    `route` is None for a comment, and empty for the id, which stands in no line. `text` is what
    was found: to cover it elsewhere, never to show it.
    """

    kind: str
    span: Span
    route: Route | None
    text: str = ""


def may_show(kind: str, root: Mapping | None) -> frozenset[str]:
    """Return the kinds of find that a file may show: published cards name places and amounts."""
    if kind != "card":
        return _MAY_BE_IN_A_REGISTER
    entry = root.get("kind") if root else None
    published = entry and isinstance(entry.value, Scalar) and entry.value.text == "sourced"
    return _MAY_BE_PUBLISHED if published else frozenset()


def _new_ids(root: Mapping) -> Iterator[tuple[Route, Scalar]]:
    """Yield the ids that a card makes up itself, in a list of them."""
    for name in _NEW_IDS:
        if (entry := root.get(name)) and isinstance(entry.value, Sequence):
            for number, item in enumerate(entry.value.items):
                if isinstance(item, Scalar):
                    yield (name, number), item


def _comments(written: Written, root: Mapping) -> Iterator[tuple[int, str]]:
    """Yield the comments of a file with their offsets."""
    yield from _directives(written, root)
    if "#" not in written.text:
        return
    spans = list(_spans(root))
    starts = [written.offset_of(span.start) for span in spans]
    for match in _COMMENT.finditer(written.text):
        sign = match.start(1) - 1
        before = bisect_right(starts, sign) - 1
        if before < 0 or sign >= written.offset_of(spans[before].end):
            yield match.start(1), match[1]


def _directives(written: Written, root: Mapping) -> Iterator[tuple[int, str]]:
    """Yield the lines with orders to the parser, which stand above the first field."""
    if "%" in written.text:
        first = root.span.start.line - 1
        for match in _DIRECTIVE.finditer(written.text, 0, written.offset_of(Place(first + 1, 1))):
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


def find(
    kind: str,
    ident: str,
    written: Written,
    root: Mapping,
    free_texts: Iterable[tuple[Route, Scalar]],
) -> Iterator[PrivatePart]:
    """Yield what stands in the ids, the `free_texts` and the comments of a file of `kind`."""
    shown = may_show(kind, root)

    def sought(hit: privacy.Hit) -> bool:
        return hit.kind not in shown and (kind == "card" or hit.kind in NEVER_ALLOWED)

    if kind == "card":
        yield from (part for part in _in_ids(ident, root) if part.kind not in shown)
    for route, scalar in free_texts:
        hits = _hits(scalar.text)
        if isinstance(route[-1], str) and _OF_A_BSN.search(route[-1]):
            hits = tuple(replace(hit, kind=_BSN) if hit.kind == _NUMBER else hit for hit in hits)
        if route[-1] == _ROLE and not any(hit.start == 0 for hit in hits):
            hits += tuple(_opening_name(scalar.text))
        for hit in filter(sought, hits):
            span = written.span_within(scalar.span, scalar.text, hit.start, hit.end)
            yield PrivatePart(hit.kind, span, route, scalar.text[hit.start : hit.end])
    for offset, comment in _comments(written, root):
        for hit in filter(sought, _hits(comment)):
            start, end = offset + hit.start, offset + hit.end
            span = Span(written.place_of(start), written.place_of(end))
            yield PrivatePart(hit.kind, span, None, comment[hit.start : hit.end])


def _opening_name(text: str) -> Iterator[privacy.Hit]:
    """Yield the name that a text begins with: a role is no sentence, and needs no capital."""
    for start, end in privacy.name_places(text)[:1]:
        if start == 0 and privacy.id_names.ends_in_surname(text[:end]):
            yield privacy.Hit(start, end, "name")


def _hits(text: str) -> tuple[privacy.Hit, ...]:
    """Return what is found in `text` when the space between two words is one character.

    Two line breaks part what has nothing to do with each other.
    """
    # One of these stands in whatever `_SPACES` finds, which takes much longer to look.
    if not ("  " in text or " \n" in text or "\n " in text):
        return privacy.hits(text)
    places: list[int] = []
    start = 0
    for match in _SPACES.finditer(text):
        places += range(start, match.start() + 1)
        start = match.end()
    places += range(start, len(text))
    plain = "".join(text[at] for at in places)
    return tuple(
        privacy.Hit(places[hit.start], places[hit.end - 1] + 1, hit.kind)
        for hit in privacy.hits(plain)
    )


def _in_ids(ident: str, root: Mapping) -> Iterator[PrivatePart]:
    """Yield what stands in the id of a card, and in the ids that it had before."""
    first = root.entries[0].key.span if root.entries else root.span
    for kind in _kinds_in_id(ident):
        yield PrivatePart(kind, first, ())
    for route, scalar in _new_ids(root):
        for kind in _kinds_in_id(scalar.text):
            yield PrivatePart(kind, scalar.span, route)


def forms(ident: str) -> list[str]:
    """Return `ident` as people would read it: next to all that is sought in an id has digits."""
    found = [ident.replace("-", " ")] if any(map(str.isdecimal, ident)) else []
    # The hyphens of a date in figures are its own.
    return [*found, ident] if _FIGURES.search(ident) else found


def _kinds_in_id(ident: str) -> list[str]:
    hits = [hit for form in forms(ident) for hit in privacy.hits(form)]
    hits += privacy.streets(ident.replace("-", " "))
    hits += (privacy.Hit(*place, "plate") for place in privacy.id_plates.places(ident))
    kinds = list(dict.fromkeys(hit.kind for hit in hits if hit.kind in _IN_AN_ID))
    return kinds + ["name" for _ in privacy.id_names.places(ident)]


def secrets(parts: Iterable[PrivatePart]) -> frozenset[str]:
    """Return what was found, to cover it where it stands in another form."""
    return frozenset(secret for part in parts for secret in privacy.secrets(part.text))
