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
    first = _first_of_same(collection).get(document.path)
    if first is None:
        return
    # A copy has a message of its own, as have two files of one name.
    told_twice = document.path in duplicates(collection)
    if first.ident != document.ident and not told_twice:
        yield Finding(("title",), {"other": first.ident}, involves=(first.path,))


@lru_cache(maxsize=1)
def _first_of_same(collection: Collection) -> dict[str, Document]:
    """Return for the path of each card with the title of an earlier one the first card with it."""
    first: dict[str, Document] = {}
    found: dict[str, Document] = {}
    for each in sorted(collection.of_kind("card"), key=lambda each: each.path):
        title = each.values.get("title")
        earlier = first.setdefault(_plain(title), each) if title is not None else each
        if earlier is not each:
            found[each.path] = earlier
    return found


def _plain(title: str) -> str:
    """Return what makes titles the same to a reader: letters and figures, without accents."""
    plain = unicodedata.normalize("NFKD", title.casefold())
    return "".join(filter(str.isalnum, plain))
