"""An id belongs to one card, dilemma, facet or tag, now and in the past.

Two ids that differ in capitals or in how letters are composed are one file on Windows and macOS.
"""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.diagnostics import TOP, Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("formerly: [trust-card]", beside={"cards/trust-card.yml": ""}),
    passes=Sample("formerly: [eerdere-naam]"),
    spoils=False,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    for claim in document.claims:
        first = collection.claimed_before(claim)
        if first and not (claim.route and first.route and first.path == document.path):
            where = claim.route or TOP
            at_key = claim.kind == "tag"
            values = {"value": claim.ident, "other": first.path}
            yield Finding(where, values, at_key=at_key, involves=(first.path,))
