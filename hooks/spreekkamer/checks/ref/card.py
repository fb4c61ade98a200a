"""A card that is named must exist, now or under an earlier id."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

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


@lru_cache(maxsize=1)
def _by_title(collection: Collection) -> dict[str, str]:
    """Return the ids of the cards by their titles, in small letters."""
    titles = {name: each.values.get("title") for name, each in collection.cards.items()}
    return {str(title).casefold(): name for name, title in titles.items() if title}


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    for item, ident in references(document, "card"):
        if ident not in collection.card_ids:
            choices: dict[str, tuple[str, ...]] = dict.fromkeys(sorted(collection.card_ids), ())
            if name := _by_title(collection).get(ident.casefold()):
                choices[name] = (ident,)
            yield Finding(item.route, {"value": ident}, choices=choices)
