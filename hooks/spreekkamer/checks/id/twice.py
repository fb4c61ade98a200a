"""An id belongs to one card, dilemma, facet or tag, now and in the past.

Two ids that differ in capitals or in how letters are composed are one file on Windows and macOS.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from spreekkamer.diagnostics import TOP, Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample

_COPY_FROM: Final = 4

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("formerly: [trust-card]", beside={"cards/trust-card.yml": ""}),
    passes=Sample("formerly: [eerdere-naam]"),
    spoils=False,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    before = ((claim, collection.claimed_before(claim)) for claim in document.claims)
    taken = [(claim, first) for claim, first in before if first]
    if not taken:
        return
    copies = Counter(first.path for claim, first in taken if claim.kind == "tag")
    for other, number in copies.items():
        if other != document.path and number >= _COPY_FROM:
            yield Finding(TOP, {"other": other}, "copy", involves=(other,))
    for claim, first in taken:
        if claim.kind == "tag" and copies[first.path] >= _COPY_FROM:
            continue
        if not (claim.route and first.route and first.path == document.path):
            where = claim.route or TOP
            at_key = claim.kind == "tag"
            values = {"value": claim.ident, "other": first.path}
            yield Finding(where, values, at_key=at_key, involves=(first.path,))
