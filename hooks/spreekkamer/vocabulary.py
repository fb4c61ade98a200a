"""What cards refer to besides dilemmas: tags by facet, sources, law changes, equal words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from spreekkamer.dilemma import Translated


@dataclass(frozen=True, slots=True)
class Tag:
    """A word to find cards by; `misspellings` and `find_only` find it but are never shown."""

    id: str
    facet: str
    label: Translated
    synonyms: tuple[str, ...] = ()
    misspellings: tuple[str, ...] = ()
    find_only: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    legacy: bool = False
    replaced_by: str | None = None


@dataclass(frozen=True, slots=True)
class Facet:
    """A group of tags that answer one question."""

    id: str
    label: Translated
    question: Translated
    max_per_card: int
    values: Mapping[str, Tag]


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A publication in the register; `year` is as printed, so it may hold more than a year."""

    id: str
    title: str
    by: str | None = None
    year: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class LawChange:
    """A change of law and the tags it touches; without `date` it is not certain yet."""

    id: str
    label: Translated
    what: Translated
    date: str | None = None
    until: str | None = None
    status: str | None = None
    affects: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WordGroup:
    """Words that search treats as equal; `default` is the one the interface uses."""

    id: str
    default: Translated | None = None
    search_as_equal: tuple[str, ...] = ()


def facet_from_values(ident: str, values: Mapping[str, Any]) -> Facet:
    """Return the facet with the checked `values` of a file; KeyError when one is missing."""
    tags = {name: Tag(id=name, facet=ident, **tag) for name, tag in values["values"].items()}
    return Facet(ident, values["label"], values["question"], values["max_per_card"], tags)
