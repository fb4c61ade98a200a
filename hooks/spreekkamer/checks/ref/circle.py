"""What is replaced is not replaced by itself, nor round about: a reader would go in circles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("status: superseded\nreplaced_by: voorbeeld"),
    passes=Sample(
        "status: superseded\nreplaced_by: trust-card", beside={"cards/trust-card.yml": ""}
    ),
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    if document.kind == "card":
        if circle := _circle(document.ident, collection.card_successors):
            paths = tuple(collection.cards[name].path for name in circle[1:-1])
            yield Finding(("replaced_by",), {"circle": " → ".join(circle)}, involves=paths)
    elif document.kind == "facet":
        for name in document.values.get("values", ()):
            if circle := _circle(name, collection.tag_successors):
                yield Finding(("values", name, "replaced_by"), {"circle": " → ".join(circle)})


def _circle(start: str, successors: Mapping[str, str]) -> tuple[str, ...]:
    """Return the way from `start` back to itself, for the first id of a circle only."""
    way = [start]
    while (after := successors.get(way[-1])) and after not in way:
        way.append(after)
    return (*way, start) if after == start and start == min(way) else ()
