"""One file as its table in the schema sees it: which value stands where, and what it says."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePosixPath
from typing import Any, Final, TypeVar

from spreekkamer import contents, privacy
from spreekkamer.claims import Claim
from spreekkamer.contents import Contents, Item
from spreekkamer.covering import Cover
from spreekkamer.diagnostics import TOP, Place, Span
from spreekkamer.nodes import Mapping, Node, Scalar, Sequence, normalised
from spreekkamer.places import Written
from spreekkamer.private_parts import PrivatePart, find, forms, may_show, secrets
from spreekkamer.rules import Finding, Raised, Route
from spreekkamer.schema import FILES, NAMED_BY_ID, kind_of
from spreekkamer.schema_types import Group, Id, MapOf, Text, Type
from spreekkamer.schema_walk import other_folder
from spreekkamer.source import EXTENSION, Source
from spreekkamer.yaml_reader import parse
from spreekkamer.yaml_trials import misplaced

_APART: Final = re.compile("[ _]+")
_Asked = TypeVar("_Asked", bound=Type)


@dataclass(frozen=True, eq=False)  # each is itself alone, so that what is made of it can be cached
class Document:
    """One file of a collection; without `root` it could not be read as YAML.

    `ident` is the id that the file's name gives. `bad` are the routes to values that do not hold
    what the schema asks; they are in neither `items` nor `values`. `whole` tells that, apart from
    references that lead nowhere, all values are there.
    """

    path: str
    within: PurePosixPath
    kind: str
    ident: str
    text: str = ""
    root: Mapping | None = None
    bad: frozenset[Route] = frozenset()
    whole: bool = True

    @cached_property
    def _contents(self) -> Contents:
        return self._read(self.bad)

    def _read(self, without: frozenset[Route]) -> Contents:
        return contents.read(FILES[self.kind], self.root, without) if self.root else Contents()

    @property
    def items(self) -> list[Item[Type]]:
        """Every value the schema knows, outer ones first, in the order of the file."""
        return self._contents.items

    def of_type(self, type_: type[_Asked]) -> list[Item[_Asked]]:
        """Return those of `items` that should have a value of `type_`."""
        return self._contents.by_type.get(type_, [])

    @cached_property
    def values(self) -> dict[str, Any]:
        """The contents as plain data: text, numbers, lists as tuples, mappings as dicts."""
        return self._contents.values

    @cached_property
    def texts(self) -> tuple[tuple[Route, Scalar], ...]:
        """What people write freely in the fields that the schema knows, with the ways to it."""
        return tuple(
            (item.route, item.node)
            for item in self.of_type(Text)
            if not item.is_key and isinstance(item.node, Scalar) and item.text is not None
        )

    @property
    def named_by_id(self) -> bool:
        """Whether the file's name is an id; registers have a fixed name."""
        return self.kind in NAMED_BY_ID

    @cached_property
    def claim(self) -> Claim:
        """The id that the file's name claims."""
        return Claim(self.kind, self.within.stem, self.path)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The ids that the file claims: its own, earlier ones, and those of tags in it."""
        if self.kind == "facet":
            tags = (
                item
                for item in self.of_type(Id)
                if item.is_key and item.route[:-1] == ("values",) and item.text
            )
            inner = tuple(Claim("tag", item.text or "", self.path, item.route) for item in tags)
        elif self.kind == "card":
            former = (item for item in self.of_type(Id) if item.text)
            inner = tuple(Claim("card", item.text or "", self.path, item.route) for item in former)
        else:
            inner = ()
        return (self.claim, *inner)

    def without(self, bad: frozenset[Route], whole: bool) -> Document:
        """Return this document with the values at the routes `bad` set aside too."""
        if not bad and whole:
            return self
        return replace(self, bad=self.bad | bad, whole=self.whole and whole)

    def set_aside(self, *within: str) -> dict[str, Any]:
        """Return the names of a mapping by which something was set aside, with nothing in them.

        A name that is no id is there as one too, as others may refer to it already.
        """
        depth = len(within)
        routes = (route for route in self.bad if route[:depth] == within and len(route) > depth)
        names = [str(route[depth]) for route in routes]
        ids = ("-".join(_APART.split(each.casefold())) for each in names)
        return {name: {} for name in (*names, *ids)}

    def span(self, route: Route, at_key: bool) -> Span:
        """Return where the value at `route` stands, or its key; of nothing, the key or the top.

        A route to something that is not there leads to the first key of the mapping around it.
        """
        node: Node | None = self.root
        found: Span | None = None
        for depth, step in enumerate(route):
            last = depth == len(route) - 1
            if isinstance(node, Mapping) and (entry := node.get(str(step))):
                found = (
                    entry.key.span
                    if last and (at_key or _nothing(entry.value))
                    else entry.value.span
                )
                node = entry.value
            elif isinstance(node, Sequence) and isinstance(step, int):
                node = node.items[step]
                found = node.span
            else:
                found = _first_key(node) or found
                break
        return found or _first_key(self.root) or TOP

    def part(self, scalar: Scalar, start: int, end: int) -> Span:
        """Return where `scalar.text[start:end]` stands; the whole value when that is unclear."""
        return self.written.span_within(scalar.span, scalar.text, start, end)

    @cached_property
    def written(self) -> Written:
        """The text, to look up where something stands in it."""
        return Written(self.text)

    @property
    def _free_texts(self) -> list[tuple[Route, Scalar]]:
        """What people wrote freely, what was set aside included."""
        whole = self._contents if not self.bad else self._read(frozenset())
        return whole.free_texts

    @property
    def sought(self) -> list[str]:
        """Nearly all that is looked through for what is private: texts, and the id."""
        return [*(text.text for _, text in self._free_texts), *forms(self.ident)]

    @cached_property
    def private(self) -> tuple[PrivatePart, ...]:
        """What in the file may lead back to a person."""
        if self.root is None:
            return ()
        return tuple(find(self.kind, self.ident, self.written, self.root, self._free_texts))

    @cached_property
    def secrets(self) -> frozenset[str]:
        """What in the file, or in its path, may not be repeated in another form either."""
        named = privacy.secrets(self.path) | privacy.secrets(self.path.removesuffix(EXTENSION))
        return named | secrets(self.private)

    @cached_property
    def _cover(self) -> Cover:
        return Cover(self.written, self.private, may_show(self.kind, self.root))

    def line(self, place: Place) -> str:
        """Return the line of text at `place`, or nothing; what is private in it is covered."""
        return self._cover.line(place)


def _nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and node.plain and not node.text


def _first_key(node: Node | None) -> Span | None:
    return node.entries[0].key.span if isinstance(node, Mapping) and node.entries else None


def _of_names(kind: str, raised: Raised) -> Raised:
    """Return `raised`, of a list where names belong as one that says so."""
    if raised.rule != "yaml-root" or raised.finding.variant != "list":
        return raised
    is_register = isinstance(FILES[kind], MapOf)
    return Raised(raised.rule, replace(raised.finding, variant="names")) if is_register else raised


def read(source: Source) -> tuple[Document | None, tuple[Raised, ...]]:
    """Return the document in `source`, and what is wrong with it as YAML.

    Without a document the place of the file is unknown to the schema. A document without a root
    could not be read, but its id is known.
    """
    kind = kind_of(source.within)
    if kind is None or source.within.suffix != EXTENSION:
        return None, source.raised
    root, raised = parse(source.text) if not source.raised else (None, source.raised)
    if isinstance(root, Mapping) and not root.entries and isinstance(FILES[kind], Group):
        raised = (*raised, Raised("yaml-root", Finding(root.span, {}, "empty")))
    if isinstance(root, Mapping) and not raised:
        if folder := other_folder(kind, [each.key.text for each in root.entries]):
            raised = (Raised("id-place", Finding(TOP, {"folder": folder}, "other")),)
    if kind != "card":
        raised = misplaced(source.text, kind, root, raised) or raised
    raised = tuple(_of_names(kind, each) for each in raised)
    stopped = any(each.rule != "yaml-duplicate-key" for each in raised)
    whole = root if isinstance(root, Mapping) and not stopped else None
    ident = normalised(source.within.stem)
    return Document(source.path, source.within, kind, ident, source.text, whole), raised
