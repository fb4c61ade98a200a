"""A card that is named must exist, now or under an earlier id."""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.checks.references import references
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample(
        "see_also:\n  - {card: trust-crad, how: follows}", beside={"cards/trust-card.yml": ""}
    ),
    passes=Sample(
        "see_also:\n  - {card: trust-card, how: follows}", beside={"cards/trust-card.yml": ""}
    ),
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    for item, ident in references(document, "card"):
        if ident not in collection.card_ids:
            choices = dict.fromkeys(sorted(collection.card_ids), ())
            yield Finding(item.route, {"value": ident}, choices=choices)
