"""Fields that are part of the text of the field above them, as they are indented below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from spreekkamer.checks.groups import labels, meant
from spreekkamer.diagnostics import Place, Span
from spreekkamer.document import Document
from spreekkamer.nodes import Mapping, Scalar
from spreekkamer.rules import Route
from spreekkamer.schema import FILES
from spreekkamer.schema_types import Group, Table, Text

_FIELD: Final = re.compile(r"[ \t]{1,99}([^\s:#][^:\n#]{0,60}):(?=[ \t]|$)")
_BLOCK: Final = re.compile(r":[ \t]*[>|][-+]?[ \t]*$")
_NO_WORDS: Final = frozenset(("because", "beneath", "unsure"))
"""Fields of one word that no sentence has before a colon, so that they count with a capital too."""


class Swallowed(NamedTuple):
    """A field with a colon at the beginning of a line, and where it stands, as it was typed."""

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
    return tuple(each for node in texts for each in _within(document, node, whole.table))


def written(document: Document, route: Route, table: Table, mapping: Mapping) -> frozenset[str]:
    """Return the fields of a group that are there under another name or in another text."""
    within = () if route else swallowed(document)
    return meant(table, mapping) | {each.name for each in within}


def _meant(line: str, typed: str, table: Table) -> str:
    """Return the field that `typed` stands for at the beginning of `line`, or nothing.

    In running text a word may stand before a colon («Kind: vier jaar»); a field of more words does
    not, nor a whole question of the card, nor a word before the sign of a text of more lines.
    """
    plain = typed.strip().casefold()
    name = re.sub("[ -]", "_", plain)
    told = typed.rstrip() in table.fields or "_" in name or name in _NO_WORDS
    if told and name in table.fields:
        return name
    if plain.endswith("?") or _BLOCK.search(line):
        words = {word.casefold(): field for field, them in labels(table).items() for word in them}
        return words.get(plain, "")
    return ""


def _within(document: Document, node: Scalar, table: Table) -> Iterator[Swallowed]:
    if node.begin.line == node.end.line or ":" not in node.text:
        return
    lines = document.written.lines
    for number in range(node.begin.line + 1, min(node.end.line + 1, len(lines))):
        match = _FIELD.match(lines[number])
        # The parser ends a block where the next line begins; that is no part of the text.
        if match and number < node.span.end.line:
            if name := _meant(lines[number], match[1], table):
                start = Place(number + 1, match.start(1) + 1)
                yield Swallowed(name, Span(start, Place(number + 1, match.end() + 1)))
