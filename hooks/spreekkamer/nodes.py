"""YAML values as nodes with positions, and what YAML takes a plain value for."""

from __future__ import annotations

import unicodedata
from collections import abc
from dataclasses import dataclass
from typing import Final, NamedTuple

import yaml

from spreekkamer.diagnostics import Place, Span

_SOFT_HYPHEN: Final = "\u00ad"
# YAML 1.1, https://yaml.org/type/null.html; asked of each value a few times.
_NULL: Final = frozenset(("", "~", "null", "Null", "NULL"))


# A card has dozens of values, and each rule reads them. A tuple takes four times as long to read,
# and what `frozen` freezes four times as long to make: here mypy sees that nothing is changed.
@dataclass(slots=True)
class Scalar:
    """A value; `text` is normalised and trimmed, `plain` tells that it stood without quotes.

    It stands in `file` from `begin` to `end`. `comment` is what follows ` #` on its line, sign
    included, or empty.
    """

    text: Final[str]
    plain: Final[bool]
    file: Final[str]
    begin: Final[yaml.Mark]
    end: Final[yaml.Mark]
    comment: Final[str] = ""

    # Of a thousand values one is asked where it stands, so this is found when it is.
    @property
    def span(self) -> Span:
        """Where it stands."""
        return span_of(self.file, self.begin, self.end)

    @property
    def loses_text(self) -> bool:
        """Whether the comment is probably text that was meant to belong to the value."""
        return bool(self.comment) and (bool(self.text) or self.comment[1:2] not in ("", " "))

    @property
    def is_null(self) -> bool:
        """Whether nothing stands here, or a word that YAML takes for nothing."""
        return self.plain and self.text in _NULL


class Entry(NamedTuple):
    """A key with its value."""

    key: Scalar
    value: Node


@dataclass(slots=True)
class _Several:
    """What holds other nodes; it stands in `file` from `begin` on, within brackets up to `end`."""

    file: Final[str]
    begin: Final[yaml.Mark]
    end: Final[yaml.Mark | None]

    @property
    def span(self) -> Span:
        """Where it stands: up to the bracket; without brackets, the first line is shown."""
        start = Place(self.begin.line + 1, self.begin.column + 1)
        if self.end:
            return Span(start, Place(self.end.line + 1, self.end.column + 1))
        line_end = self.file.find("\n", self.begin.index)
        line = self.file[self.begin.index : line_end if line_end >= 0 else None]
        return Span(start, Place(start.line, start.column + len(line.rstrip())))


@dataclass(slots=True)
class Mapping(_Several):
    """Keys with values, in the order of the file; a key that stands twice is in it once.

    `by_name` holds the same `entries`, under the texts of their keys.
    """

    entries: Final[tuple[Entry, ...]]
    by_name: Final[abc.Mapping[str, Entry]]

    def get(self, name: str) -> Entry | None:
        """Return the entry under `name`, if there is one."""
        return self.by_name.get(name)


@dataclass(slots=True)
class Sequence(_Several):
    """A list."""

    items: Final[tuple[Node, ...]]


Node = Scalar | Mapping | Sequence


def span_of(file: str, begin: yaml.Mark, end: yaml.Mark) -> Span:
    """Return the stretch of `file` between two marks, without the space that it ends with."""
    start = Place(begin.line + 1, begin.column + 1)
    if begin.line == end.line:
        return Span(start, Place(start.line, end.column + 1))
    text = file[begin.index : end.index].rstrip()
    breaks = text.count("\n")
    if not breaks:
        return Span(start, Place(start.line, start.column + len(text)))
    return Span(start, Place(start.line + breaks, len(text) - text.rfind("\n")))


def last_line(node: Node) -> int:
    """Return the line that `node` ends on."""
    inner = [entry.value for entry in node.entries] if isinstance(node, Mapping) else []
    inner += node.items if isinstance(node, Sequence) else ()
    return max((node.span.end.line, *map(last_line, inner)))


def node_at(root: Node | None, route: tuple[str | int, ...]) -> Node | None:
    """Return what stands in `root` at the end of `route`, if it is there."""
    node = root
    for step in route:
        if isinstance(node, Mapping):
            entry = node.get(str(step))
            node = entry.value if entry else None
        elif isinstance(node, Sequence) and isinstance(step, int):
            node = node.items[step]
        else:
            return None
    return node


def yaml_type(text: str) -> str:
    """Return what YAML 1.1 takes the plain value `text` for: str, null, bool, int, timestamp…"""
    resolvers = yaml.resolver.Resolver.yaml_implicit_resolvers
    for tag, pattern in resolvers.get(text[:1], []):
        if pattern.match(text):
            return str(tag.rpartition(":")[2])
    return "str"


def normalised(text: str) -> str:
    """Return `text` in NFC, trimmed, without soft hyphens."""
    if text.isascii():
        return text.strip()
    return unicodedata.normalize("NFC", text.replace(_SOFT_HYPHEN, "")).strip()
