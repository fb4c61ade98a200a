"""Many situations together describe one person, even when each of them is common."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample

_MOST: Final = 3
_FACET: Final = "situation"

FACET = """\
label: {nl: Situatie}
question: {nl: "Wie zit er tegenover je?"}
max_per_card: 5
values:
  a: {label: {nl: Schulden}}
  b: {label: {nl: Alleenstaande ouder}}
  c: {label: {nl: Lang in de bijstand}}
  d: {label: {nl: Dakloos}}
"""

RULE = Rule(
    severity=Severity.WARNING,
    fails=Sample("tags: {situation: [a, b, c, d]}", beside={"tags/situation.yml": FACET}),
    passes=Sample("tags: {situation: [a, b, c]}", beside={"tags/situation.yml": FACET}),
    spoils=False,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    if document.kind == "card":
        tags = document.values.get("tags", {}).get(_FACET, ())
        if len(tags) > _MOST:
            yield Finding(("tags", _FACET), {"most": _MOST})
