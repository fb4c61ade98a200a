"""Two cards with one title cannot be told apart in a list."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from spreekkamer.checks.deck.near_duplicate import duplicates
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample

RULE = Rule(
    severity=Severity.WARNING,
    fails=Sample(
        "title: Eerst de taalles, daarna pas solliciteren",
        path="cards/zelfde-titel.yml",
        beside={"cards/andere-kaart.yml": "title: Eerst de taalles daarna pas solliciteren!"},
    ),
    passes=Sample(
        "title: Eerst de taalles, daarna pas solliciteren",
        path="cards/andere-titel.yml",
        beside={"cards/andere-kaart.yml": "title: Eerst solliciteren, daarna pas de taalles"},
    ),
    spoils=False,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    title = document.values.get("title") if document.kind == "card" else None
    if title is None:
        return
    first = _first_titles(collection)[_plain(title)]
    # A copy has a message of its own, as have two files of one name.
    told_twice = document.path in duplicates(collection)
    if first.path != document.path and first.ident != document.ident and not told_twice:
        yield Finding(("title",), {"other": first.ident}, involves=(first.path,))


@lru_cache(maxsize=1)
def _first_titles(collection: Collection) -> dict[str, Document]:
    """Return the first card of each title, in the order of the paths."""
    cards = sorted(collection.of_kind("card"), key=lambda each: each.path, reverse=True)
    return {_plain(each.values["title"]): each for each in cards if "title" in each.values}


def _plain(title: str) -> str:
    """Return what makes titles the same to a reader: letters and figures, without accents."""
    plain = unicodedata.normalize("NFKD", title.casefold())
    return "".join(each for each in plain if each.isalnum())
