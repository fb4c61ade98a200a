"""What the rules on texts have in common: the texts that people write, and their sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from spreekkamer.diagnostics import Span
from spreekkamer.document import Document
from spreekkamer.nodes import Scalar
from spreekkamer.prose import SHORT
from spreekkamer.rules import Finding, Route

_NOT_FOR_READERS: Final = frozenset(("allow",))
_QUOTED: Final = re.compile(
    "[‘“„][^’”“]{1,200}[’”]|(?<![a-zA-Zé])'[^']{3,200}'(?![a-zA-Z])|\"[^\"]{1,200}\""
)
_END: Final = re.compile("[.!?…]+[\"'’”)]*(?=\\s+[A-Z0-9‘“„\"'(À-Þ]|\\s*$)|\\n")


_WORD: Final = re.compile("[a-z]+")


@dataclass(frozen=True, slots=True)
class FreeText:
    """A text of a card with its way in the file."""

    document: Document
    route: Route
    scalar: Scalar

    @property
    def text(self) -> str:
        """The text itself."""
        return self.scalar.text

    @property
    def field(self) -> str:
        """The field at the top of the card that holds the text."""
        return str(self.route[0])

    def finding(self, start: int, end: int, **values: object) -> Finding:
        """Return a finding at a stretch of the text."""
        span: Span = self.document.part(self.scalar, start, end)
        return Finding(self.route, values, part=span)


def texts(document: Document) -> Iterator[FreeText]:
    """Yield the texts of a card that its readers see."""
    if document.kind != "card":
        return
    for route, scalar in document.texts:
        if route[0] not in _NOT_FOR_READERS:
            yield FreeText(document, route, scalar)


@lru_cache(maxsize=64)
def small_words(text: str) -> frozenset[str]:
    """Return the words of `text` in small letters, cut at all but a to z.

    To look up first whether a text has a word that a rule begins with: few have one, and that is
    fast. The rules look at the texts of a card one after another, so these are remembered shortly.
    """
    return frozenset(_WORD.findall(text.lower()))


def without_quotations(text: str) -> str:
    """Return `text` with what somebody else said replaced by spaces."""
    return _QUOTED.sub(lambda match: " " * len(match[0]), text)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of `text` starts and ends."""
    start = 0
    for match in _END.finditer(text):
        if match[0][0] == "." and SHORT.search(text[start : match.start()]):
            continue
        if text[start : match.end()].strip():
            lead = len(text[start : match.end()]) - len(text[start : match.end()].lstrip())
            yield start + lead, match.end()
        start = match.end()
    if text[start:].strip():
        yield start + len(text[start:]) - len(text[start:].lstrip()), len(text)
