"""The kinds of value a field can hold, and the conditions under which it is needed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final

ID_PATTERN: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ID_LENGTH: Final = 60


def _impossible_day(text: str) -> bool:
    try:
        return len(text) == len("2026-11-01") and not date.fromisoformat(text)
    except ValueError:
        return True


@dataclass(frozen=True, slots=True)
class Text:
    """Free text of `shortest` to `longest` code points, after NFC and trimming."""

    longest: int
    shortest: int = 1


@dataclass(frozen=True, slots=True)
class Pattern:
    """A plain value of one form; `name` names the form in the texts, with an example.

    A number without quotes is taken as text (`period: 2026`). `also` are words that are allowed
    beside the form.
    """

    name: str
    pattern: re.Pattern[str]
    also: tuple[str, ...] = ()
    nullable: bool = False

    def matches(self, text: str) -> bool:
        """Return whether `text` has the form; a full date must exist in the calendar."""
        if text in self.also:
            return True
        return self.pattern.fullmatch(text) is not None and not _impossible_day(text)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a closed list of names."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number from `lowest` to `highest`."""

    lowest: int
    highest: int


@dataclass(frozen=True, slots=True)
class Flag:
    """`true` or `false`."""


@dataclass(frozen=True, slots=True)
class Id:
    """A new id: lower-case ASCII words joined by hyphens."""


@dataclass(frozen=True, slots=True)
class Ref:
    """The id of something that exists: dilemma, side, facet, tag, card or source."""

    target: str


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of at most `most` values of one type; `most=None` leaves it open."""

    type: Type
    most: int | None = None


@dataclass(frozen=True, slots=True)
class MapOf:
    """A mapping from ids, or from references, to values of one type."""

    key: Id | Ref
    type: Type
    exactly: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A mapping with the fields of `table`."""

    table: Table


Type = Text | Pattern | Choice | Number | Flag | Id | Ref | ListOf | MapOf | Group


@dataclass(frozen=True, slots=True)
class Condition:
    """Holds when `field` has one of `values`, or with `negated` when it has none of them."""

    field: str
    values: tuple[str, ...]
    negated: bool = False

    @property
    def opposite(self) -> Condition:
        """The condition that holds when this one does not."""
        return Condition(self.field, self.values, not self.negated)


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a table; its label and help stand in `texts/` under `fields.<table>.<name>`.

    The field is out of place when `forbidden` holds; otherwise it is needed when `always`, or when
    `required` holds. `default` is its value when it is absent.
    """

    name: str
    type: Type
    always: bool = False
    required: Condition | None = None
    forbidden: Condition | None = None
    default: str | None = None


@dataclass(frozen=True)
class Table:
    """The fields of one kind of mapping, by name, in the order in which they are written."""

    name: str
    fields: dict[str, Field] = field(default_factory=dict)

    @cached_property
    def needed(self) -> tuple[Field, ...]:
        """The fields that are always needed."""
        return tuple(each for each in self.fields.values() if each.always)

    @cached_property
    def conditional(self) -> tuple[Field, ...]:
        """The fields that another one asks for, or rules out."""
        return tuple(each for each in self.fields.values() if each.forbidden or each.required)


def table(name: str, *fields: Field) -> Table:
    """Return a table with `fields` in this order."""
    return Table(name, {each.name: each for each in fields})
