"""A reference leads on: one to the card itself, or to its dilemma once more, leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.checks.references import references
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("see_also:\n  - {card: voorbeeld, how: follows}"),
    passes=Sample(
        "see_also:\n  - {card: trust-card, how: follows}", beside={"cards/trust-card.yml": ""}
    ),
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    for item, ident in references(document, "card"):
        # What replaces a card has a rule of its own, on circles.
        now = collection.former_ids.get(ident, ident)
        if item.route[0] == "see_also" and now == document.ident:
            yield Finding(item.route, {"value": ident})
    own = document.values.get("dilemma") if document.kind == "card" else document.ident
    for item, ident in references(document, "dilemma"):
        if item.route != ("dilemma",) and ident == own:
            variant = "dilemma" if document.kind == "card" else "confused"
            yield Finding(item.route, {"value": ident}, variant, at_key=item.is_key)
