"""Reads YAML text as nodes, over the parser's events, and refuses what no card needs."""

from __future__ import annotations

import re
from typing import Any, Final

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs leave it out
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from spreekkamer.diagnostics import TOP, Place, Span
from spreekkamer.nodes import Entry, Mapping, Node, Scalar, Sequence, normalised, span_of
from spreekkamer.places import Written
from spreekkamer.rules import Finding, Raised
from spreekkamer.source import forbidden_character
from spreekkamer.yaml_errors import explain_syntax
from spreekkamer.yaml_twice import Again, tell

DEPTH: Final = 10
_DASHES: Final = 3
_MERGE: Final = "<<"
_FOLDED_BREAK: Final = re.compile(r"\n(?!\n|- )(?<!\n\n)")
_FOLDER: Final = re.compile(r"(?:^|[^A-Za-z\\])[A-Za-z]:\\(?!\\)")
_LETTER: Final = re.compile(r"(?<!\\)(?:\\\\)*\\(?=[A-TV-Za-tv-wyz_])")
# Who writes ` \ ` wants to see a slash, which is gone when the space behind it is escaped.
_SLASH: Final = re.compile(r"(?<=\S) \\(?= \S)")
_LOST_IN_LIST: Final = re.compile(r"[\s\[,](#)(?=[^\s#])")
_COMMENT: Final = re.compile(r" +(#[^\n]*)")


class _Refused(Exception):
    """The text has something after which reading on makes no sense."""

    def __init__(self, raised: Raised) -> None:
        self.raised = raised


class _Reader:
    """Walks the events of one text once.

    What it meets on the way is in `raised`, and the value that it read last in `last`.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._next = CParser(text).get_event
        self._has_comments = " #" in text
        self._depth = 0
        self._names_used = False
        self._is_item = False
        self.last: Scalar | None = None
        self.raised: list[Raised] = []

    def read(self) -> Node | None:
        """Return the root of the first document, or None when there is none."""
        self._next()
        if isinstance(self._next(), StreamEndEvent):
            return None
        root = self._node(self._next())
        self._next()
        more: Any = self._next()
        if not isinstance(more, StreamEndEvent):
            rest = self._text[more.start_mark.index + _DASHES :].strip()
            where = self._span(more, length=_DASHES)
            self.raised.append(
                Raised("yaml-documents", Finding(where, {}, "" if rest else "nothing"))
            )
        return root

    def _report(self, rule: str, span: Span, **values: object) -> None:
        self.raised.append(Raised(rule, Finding(span, values)))

    def _span(self, event: Any, length: int | None = None) -> Span:
        begin = event.start_mark
        if length is None:
            return span_of(self._text, begin, event.end_mark)
        start = Place(begin.line + 1, begin.column + 1)
        return Span(start, Place(start.line, start.column + length))

    def _node(self, event: Any) -> Node:
        kind = type(event)
        if event.anchor or (kind is not AliasEvent and event.tag):
            self._refuse_properties(event)
        # Most events are scalars, and there is no other kind of these.
        if kind is ScalarEvent:
            return self._scalar(event)
        if kind is MappingStartEvent:
            return self._inside(event, self._mapping)
        if kind is SequenceStartEvent:
            return self._inside(event, self._sequence)
        return Scalar("", True, self._text, event.start_mark, event.end_mark)

    def _inside(self, event: Any, read: Any) -> Node:
        self._depth += 1
        if self._depth > DEPTH:
            span = self._span(event, length=1)
            raise _Refused(Raised("yaml-depth", Finding(span, {"depth": DEPTH})))
        node: Node = read(event)
        self._depth -= 1
        return node

    def _mapping(self, event: Any) -> Mapping:
        entries: dict[str, Entry] = {}
        again: list[Again] = []
        is_item, self._is_item = self._is_item, False
        above: Entry | None = None
        while type(ahead := self._next()) is not MappingEndEvent:
            key, value = self._node(ahead), self._node(self._next())
            if not isinstance(key, Scalar):
                raise _Refused(Raised("yaml-syntax", Finding(self._span(ahead, 1), {}, "key")))
            if key.plain and key.text == _MERGE:
                self._report_name(key.span, _MERGE)
                continue
            entry = Entry(key, value)
            if key.text not in entries:
                entries[key.text] = entry
            elif above:
                again.append(Again(entry, above))
            above = entry
        if again:
            self.raised += tell(entries, again, is_item)
        begin, end = event.start_mark, _bracket(event, ahead)
        return Mapping(self._text, begin, end, tuple(entries.values()), entries)

    def _sequence(self, event: Any) -> Sequence:
        items: list[Node] = []
        while type(ahead := self._next()) is not SequenceEndEvent:
            self._is_item = type(ahead) is MappingStartEvent
            items.append(self._node(ahead))
        if event.flow_style:
            self._look_at_comments(event, ahead)
        begin, end = event.start_mark, _bracket(event, ahead)
        return Sequence(self._text, begin, end, tuple(items))

    def _look_at_comments(self, event: Any, end: Any) -> None:
        """Report a sign that makes words of a list of more lines a comment, as in `[#1, twee`."""
        if event.start_mark.line == end.end_mark.line:
            return
        for match in _LOST_IN_LIST.finditer(self._text, event.start_mark.index, end.end_mark.index):
            before = self._text[self._text.rfind("\n", 0, match.start()) + 1 : match.start(1)]
            if not before.count('"') % 2:
                place = Written(self._text).place_of(match.start(1))
                span = Span(place, Place(place.line, place.column + 1))
                self.raised.append(Raised("yaml-syntax", Finding(span, {}, "hash-list")))

    def _scalar(self, event: Any) -> Scalar:
        value, style, end = event.value, event.style, event.end_mark
        comment = ""
        if not style:
            if self._has_comments and (match := _COMMENT.match(self._text, end.index)):
                comment = match[1]
        elif style == '"':
            self._look_at_escapes(event)
        if "\n" in value and style != "|":
            value = _FOLDED_BREAK.sub("\n\n", value)
        text, begin = normalised(value), event.start_mark
        self.last = scalar = Scalar(text, not style, self._text, begin, end, comment)
        return scalar

    def _look_at_escapes(self, event: Any) -> None:
        raw = self._text[event.start_mark.index : event.end_mark.index]
        if "\\" not in raw:
            return
        # Only an escape can hold what is not in the text of the file, which was looked through.
        match = forbidden_character(event.value)
        # Who writes the name of a disk or a folder means no escape.
        slash = (
            _FOLDER.search(raw) or _SLASH.search(raw) or (_LETTER.search(raw) if match else None)
        )
        if slash:
            end, written = event.start_mark.index + slash.end(), Written(self._text)
            span = Span(written.place_of(end - 1), written.place_of(end))
            self.raised.append(Raised("yaml-syntax", Finding(span, {}, "escape")))
        elif match:
            self._report("yaml-character", self._span(event), code=f"U+{ord(match[0]):04X}")

    def _report_name(self, span: Span, name: str) -> None:
        # An anchor, its aliases and a merge are one mistake: only the first is reported.
        if not self._names_used:
            self._names_used = True
            self._report("yaml-anchor", span, value=name)

    def _refuse_properties(self, event: Any) -> None:
        start = event.start_mark.index
        if event.anchor:
            sign = "*" if isinstance(event, AliasEvent) else "&"
            offset = max(self._text.find(sign + event.anchor, start) - start, 0)
            place = Place(event.start_mark.line + 1, event.start_mark.column + 1 + offset)
            end = Place(place.line, place.column + 1 + len(event.anchor))
            self._report_name(Span(place, end), sign + event.anchor)
        tag = None if isinstance(event, AliasEvent) else event.tag
        if tag:
            offset = max(self._text.find("!", start) - start, 0)
            shown = re.match(r"\S*", self._text[start + offset :])
            value = shown[0] if shown else tag
            place = Place(event.start_mark.line + 1, event.start_mark.column + 1 + offset)
            self._report(
                "yaml-tag", Span(place, Place(place.line, place.column + len(value))), value=value
            )


def _bracket(begin: Any, end: Any) -> Any:
    """Return the mark behind the bracket that closes a collection, or None of a block."""
    return end.end_mark if begin.flow_style else None


def parse(text: str) -> tuple[Node | None, tuple[Raised, ...]]:
    """Return the root node of `text` and what is wrong with its YAML.

    The node is None when reading stopped, or when there is nothing in the text.
    """
    reader = _Reader(text)
    try:
        root = reader.read()
    except _Refused as refused:
        # What was refused before is probably why the parser stopped.
        return None, tuple(reader.raised) or (refused.raised,)
    except yaml.YAMLError as error:
        return None, tuple(reader.raised) or (explain_syntax(error, text, reader.last),)
    if not isinstance(root, Mapping) and not reader.raised:
        empty = root is None or (isinstance(root, Scalar) and root.is_null)
        variant = "empty" if empty else "list" if isinstance(root, Sequence) else "text"
        span = TOP if empty or root is None else root.span
        return None, (Raised("yaml-root", Finding(span, {}, variant)),)
    return root, tuple(reader.raised)
