"""A side is one of the two of the card's dilemma, or `between`."""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.checks.references import references, words_for
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample
from spreekkamer.schema import BETWEEN
from spreekkamer.texts import in_all_languages

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("side: work-frist"),
    passes=Sample("side: between"),
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    dilemma = document.values.get("dilemma")
    sides = collection.sides(dilemma) if dilemma else None
    for item, ident in references(document, "side"):
        if sides is not None and ident not in sides and ident != BETWEEN:
            choices = {name: words_for(side) for name, side in sides.items()}
            choices[BETWEEN] = in_all_languages("choices.card.side.between")
            yield Finding(item.route, {"value": ident, "dilemma": dilemma}, choices=choices)
