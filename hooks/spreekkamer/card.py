"""A practice card, complete and frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it ended, some months later."""

    what: str
    after_months: int | None = None
    known_how: str | None = None


@dataclass(frozen=True, slots=True)
class Try:
    """A colleague who did the same; `result` is confirms, partly or contradicts."""

    period: str
    result: str
    note: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Signal:
    """Something that policy should know; `reply` is the answer to it."""

    text: str
    since: str | None = None
    status: str = "open"
    reply: str | None = None


@dataclass(frozen=True, slots=True)
class SeeAlso:
    """A link to another card; `how` is contradicts, partly or follows."""

    card: str
    how: str


@dataclass(frozen=True, slots=True)
class Allow:
    """A warning that was overruled, and why."""

    rule: str
    because: str


@dataclass(frozen=True, slots=True)
class Card:
    """One card; the fields are those of the table `card` in `schema.py`, with its id and path.

    Absent texts are None, absent lists empty. `path` is the card's file, relative to the project.
    """

    id: str
    path: str
    title: str
    dilemma: str
    period: str
    situation: str
    kind: str = "practice"
    side: str | None = None
    also: tuple[str, ...] = ()
    result: str | None = None
    place: str | None = None
    evidence: str | None = None
    choice: str | None = None
    what_worked: str | None = None
    what_did_not_work: str | None = None
    because: str | None = None
    beneath: str | None = None
    next_time: str | None = None
    not_when: str | None = None
    unsure: str | None = None
    outcome: Outcome | None = None
    tries: tuple[Try, ...] = ()
    signal: Signal | None = None
    question: str | None = None
    tags: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    law_checked: str | None = None
    checked: str | None = None
    see_also: tuple[SeeAlso, ...] = ()
    sources: tuple[str, ...] = ()
    status: str = "active"
    replaced_by: str | None = None
    retired_because: str | None = None
    role: str | None = None
    composite: bool = False
    formerly: tuple[str, ...] = ()
    allow: tuple[Allow, ...] = ()

    @property
    def active(self) -> bool:
        """Whether the card belongs in lists and search results."""
        return self.status == "active"

    @property
    def consequence(self) -> str:
        """What came of the choice: what worked, of a choice that did not work what did not."""
        worked, did_not = self.what_worked or "", self.what_did_not_work or ""
        return (did_not or worked) if self.result == "did-not-work" else (worked or did_not)

    @property
    def tag_ids(self) -> frozenset[str]:
        """The tags of all facets together."""
        return frozenset(tag for tags in self.tags.values() for tag in tags)


def from_values(ident: str, path: str, values: Mapping[str, Any]) -> Card:
    """Return the card with the checked `values` of a file; TypeError when one is missing."""
    parts = dict(values)
    for name, part in (("outcome", Outcome), ("signal", Signal)):
        if name in parts:
            parts[name] = part(**parts[name])
    for name, item in (("tries", Try), ("see_also", SeeAlso), ("allow", Allow)):
        if name in parts:
            parts[name] = tuple(item(**each) for each in parts[name])
    return Card(id=ident, path=path, **parts)
