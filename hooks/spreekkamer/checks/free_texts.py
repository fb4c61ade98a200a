"""What the rules on texts have in common: the texts that people write, and their sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from spreekkamer.diagnostics import Span
from spreekkamer.document import Document
from spreekkamer.nodes import Scalar
from spreekkamer.prose import ends_short
from spreekkamer.rules import Finding, Route
from spreekkamer.screening import Screen, Sought

_NOT_FOR_READERS: Final = frozenset(("allow",))
_QUOTED: Final = re.compile(
    "[‘“„][^’”“]{1,200}[’”]|(?<![a-zA-Zé])'[^']{3,200}'(?![a-zA-Z])|\"[^\"]{1,200}\""
)
STOP: Final = "[.!?…]"
CLOSING: Final = "\"'’”)"
"""What may stand behind the sign that ends a sentence."""
OPENING: Final = "A-Z0-9‘“„\"'(À-Þ"
"""What a sentence begins with."""
# Begins with a set of characters, as that is looked for fastest.
_END: Final = re.compile(rf"[.!?…\n](?:(?<=\n)|{STOP}*[{CLOSING}]*(?=\s+[{OPENING}]|\s*$))")


class FreeText(NamedTuple):
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


def _for_readers(document: Document) -> list[tuple[Route, Scalar]]:
    found = document.texts if document.kind == "card" else ()
    return [(route, scalar) for route, scalar in found if route[0] not in _NOT_FOR_READERS]


def texts(document: Document) -> Iterator[FreeText]:
    """Yield the texts of a card that its readers see."""
    return (FreeText(document, route, scalar) for route, scalar in _for_readers(document))


# The rules ask one after another for the same card.
@lru_cache(maxsize=1)
def all_at_once(document: Document) -> str:
    """Return the texts of a card below each other, to see at once that none holds something."""
    return "\n".join(scalar.text for _, scalar in _for_readers(document))


_SOUGHT: list[Callable[[], Sought]] = []


def in_one_walk(sought: Callable[[], Sought]) -> Callable[[Document], bool]:
    """Return what tells whether the pattern that `sought` gives may match in a text of a card.

    One walk through the texts tells it for each rule that asks this. The pattern matches wherever
    the rule finds something, or more often.
    """
    number = len(_SOUGHT)
    _SOUGHT.append(sought)
    return lambda document: number in _may_match(document)


@lru_cache(maxsize=1)
def _may_match(document: Document) -> frozenset[int]:
    return frozenset(_screen(len(_SOUGHT)).candidates(all_at_once(document)))


@cache
def _screen(number: int) -> Screen:
    return Screen(each() for each in _SOUGHT[:number])


def without_quotations(text: str) -> str:
    """Return `text` with what somebody else said replaced by spaces."""
    return _QUOTED.sub(lambda match: " " * len(match[0]), text)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of `text` starts, with the space before it, and ends."""
    start = 0
    for match in _END.finditer(text):
        stop, end = match.span()
        if text[stop] != "." or not ends_short(text, stop):
            yield start, end
            start = end
    yield start, len(text)
