"""Fields that are part of the text of the field above them, as they are indented below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from spreekkamer.checks.groups import meant
from spreekkamer.diagnostics import Place, Span
from spreekkamer.document import Document
from spreekkamer.nodes import Mapping, Scalar
from spreekkamer.rules import Route
from spreekkamer.schema import FILES
from spreekkamer.schema_types import Group, Table, Text

_FIELD: Final = re.compile(r"[ \t]{1,99}([a-z_]{1,40}):(?=[ \t]|$)")


class Swallowed(NamedTuple):
    """A name with a colon at the beginning of a line, and where it stands."""

    name: str
    span: Span


# The rules ask one after another for the same file.
@lru_cache(maxsize=1)
def swallowed(document: Document) -> tuple[Swallowed, ...]:
    """Return the fields at the top of a file that are written within one of its texts."""
    whole = FILES[document.kind]
    if not isinstance(whole, Group):
        return ()
    texts = (item.node for item in document.of_type(Text) if isinstance(item.node, Scalar))
    names = whole.table.fields
    return tuple(each for node in texts for each in _within(document, node) if each.name in names)


def written(document: Document, route: Route, table: Table, mapping: Mapping) -> frozenset[str]:
    """Return the fields of a group that are there under another name or in another text."""
    within = () if route else swallowed(document)
    return meant(table, mapping) | {each.name for each in within}


def _within(document: Document, node: Scalar) -> Iterator[Swallowed]:
    if node.begin.line == node.end.line:
        return
    lines = document.written.lines
    for number in range(node.begin.line + 1, min(node.end.line + 1, len(lines))):
        match = _FIELD.match(lines[number])
        # The parser ends a block where the next line begins; that is no part of the text.
        if match and number < node.span.end.line:
            start = Place(number + 1, match.start(1) + 1)
            yield Swallowed(match[1], Span(start, Place(number + 1, match.end() + 1)))
