"""Help text or a reminder that is left in tells the reader nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from spreekkamer.checks.free_texts import all_at_once, texts
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Route, Rule, Sample
from spreekkamer.schema_walk import field_at
from spreekkamer.screening import Screen
from spreekkamer.texts import in_all_languages

_WORDS: Final = (
    r"TODO|FIXME|TBD|N\.?N\.?B\.?|(?i:lorem ipsum|nog invullen|nog in te vullen|vul hier"
    r"|hier invullen|hier komt|invullen a\.?u\.?b|tekst hier|x{3,}|y{3,}|fill in here)"
)
_IN_PLACE: Final = (
    r"^(?:[.…\-_?]+|\[[^\]]*\]|<[^>]*>)$"
    r"|\[(?:\.\.\.|…|(?i:invullen|naam|tekst|datum|situatie)[^\]]{0,40})\]"
)
_LEFT_IN: Final = re.compile(rf"(?<!\w)(?:{_WORDS})(?!\w)|{_IN_PLACE}")
_SCREEN: Final = Screen(((rf"(?m)\b(?:{_WORDS})|{_IN_PLACE}", 0),))

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("because: Wat zorgde ervoor? Een ander mag het anders zien."),
    passes=Sample(
        "because: Hij mocht zelf kiezen wat hij wilde invullen op het formulier; niemand keek mee."
        " De hele todo-lijst was van hem. Een ander mag het anders zien, maar dit is wat ik denk."
    ),
    spoils=False,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    left_in = bool(_SCREEN.candidates(all_at_once(document)))
    for each in texts(document):
        # All items of a list have the same help.
        route = tuple(0 if isinstance(step, int) else step for step in each.route)
        if _begins_as(_helps(route), each.text) and _plain(each.text) in _helps(route):
            yield Finding(each.route)
        elif left_in and (match := _LEFT_IN.search(each.text)):
            yield each.finding(*match.span())


def _begins_as(helps: frozenset[str], text: str) -> bool:
    first = text.split(maxsplit=1)[0].casefold().rstrip(".")
    return first in _first_words(helps)


@cache
def _first_words(helps: frozenset[str]) -> frozenset[str]:
    return frozenset(each.split()[0] for each in helps)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".")


@cache
def _helps(route: Route) -> frozenset[str]:
    """Return the label and the help of the field at `route` in all languages."""
    found = field_at("card", route)
    if found is None:
        return frozenset()
    key = f"fields.{found[0].name}.{found[1].name}"
    both = (*in_all_languages(f"{key}.label"), *in_all_languages(f"{key}.help"))
    return frozenset(map(_plain, both))
