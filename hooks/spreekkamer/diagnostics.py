"""What can be said about a file: how bad, where, and in which words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class Severity(Enum):
    """How bad a problem is: an error stops publication, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


# Each value of a file has two places and a span; a tuple is made in a third of the time.
class Place(NamedTuple):
    """A position in a text; line and column count from 1, columns in code points."""

    line: int
    column: int


class Span(NamedTuple):
    """A stretch of text; `end` is exclusive."""

    start: Place
    end: Place


TOP = Span(Place(1, 1), Place(1, 1))
"""Where a problem of a whole file or of a whole collection is shown."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem as the reader sees it.

    `path` is relative to the project and uses `/`. `message` and `hint` are sentences in the
    language of the run; `hint` is empty when there is none. `excerpt` is the line of the file at
    `span.start`, with what is private in it covered, or empty. `field` is the way to the value,
    such as `tags.phase.0`, or empty. `involves` are the paths of other files with a part in it.
    """

    path: str
    span: Span
    rule: str
    severity: Severity
    message: str
    hint: str = ""
    excerpt: str = ""
    field: str = ""
    involves: tuple[str, ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        """The file that the problem is shown at, and the others that have a part in it."""
        return (self.path, *self.involves)

    @property
    def order(self) -> tuple[str, Span, str, str]:
        """The order of a report: path, line, column, rule."""
        return (self.path, self.span, self.rule, self.message)
