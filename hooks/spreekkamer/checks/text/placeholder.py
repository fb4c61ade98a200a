"""Help text or a reminder that is left in tells the reader nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from spreekkamer.checks.free_texts import in_one_walk, texts
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Route, Rule, Sample
from spreekkamer.schema_types import Field, Table
from spreekkamer.schema_walk import field_at, tables
from spreekkamer.screening import Sought
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

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("because: Wat zorgde ervoor? Een ander mag het anders zien."),
    passes=Sample(
        "because: Hij mocht zelf kiezen wat hij wilde invullen op het formulier; niemand keek mee."
        " De hele todo-lijst was van hem. Een ander mag het anders zien, maar dit is wat ik denk."
    ),
    spoils=False,
)


def _sought() -> Sought:
    fields = ((table, field) for table in tables() for field in table.fields.values())
    helps = frozenset().union(*(_helps_of(*each) for each in fields))
    words = "|".join(r"\s+".join(map(re.escape, each.split())) for each in sorted(helps))
    return Sought(rf"(?m)\b(?:{_WORDS})|{_IN_PLACE}|^\s*(?i:{words})[.…\s]*$")


_may_hold = in_one_walk(_sought)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    for each in texts(document) if _may_hold(document) else ():
        # All items of a list have the same help.
        route = tuple(0 if isinstance(step, int) else step for step in each.route)
        if _plain(each.text) in _helps(route):
            yield Finding(each.route)
        elif match := _LEFT_IN.search(each.text):
            yield each.finding(*match.span())
    # Who overrules a rule has to say why: to a reviewer, so it is no text for readers.
    for route, scalar in document.texts if "allow" in document.values else ():
        if route[0] == "allow" and _LEFT_IN.search(scalar.text):
            yield Finding(route)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(" .…")


@cache
def _helps(route: Route) -> frozenset[str]:
    found = field_at("card", route)
    return _helps_of(*found) if found else frozenset()


def _helps_of(table: Table, field: Field) -> frozenset[str]:
    key = f"fields.{table.name}.{field.name}"
    both = (*in_all_languages(f"{key}.label"), *in_all_languages(f"{key}.help"))
    return frozenset(map(_plain, both))
