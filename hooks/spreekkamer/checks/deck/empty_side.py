"""A dilemma with cards on one side only makes that side look like the right one.

Invented examples are no experience, so they do not fill a side; one line per dilemma.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample

_EXPERIENCE: Final = frozenset(("practice", "sourced"))

NEW: Final = """\
label: {nl: Nu of later}
question: {nl: "Doe ik het nu, of wacht ik?"}
sides:
  now: {label: {nl: Nu}, definition: {nl: Je doet het meteen.}}
  later: {label: {nl: Later}, definition: {nl: Je wacht op een beter moment.}}
"""

RULE = Rule(
    severity=Severity.WARNING,
    fails=Sample(NEW, path="dilemmas/nieuw.yml", whole=True),
    passes=Sample(
        NEW,
        path="dilemmas/nieuw.yml",
        whole=True,
        beside={
            "cards/meteen.yml": "dilemma: nieuw\nside: now",
            "cards/gewacht.yml": "dilemma: nieuw\nside: later",
        },
    ),
    spoils=False,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    filled = collection.keep(_filled) if document.kind == "dilemma" and document.whole else None
    if filled is None:
        return
    sides = document.values.get("sides", {})
    empty = [side for side in sides if (document.ident, side) not in filled]
    if empty:
        labels = ", ".join(f"«{sides[side]['label']['nl']}»" for side in empty)
        yield Finding(("sides", empty[0]), {"sides": labels}, at_key=True)


def _filled(collection: Collection) -> frozenset[tuple[str, str]] | None:
    """Return the sides, with their dilemma, that have an active card that counts.

    None when that cannot be known, because of a card that is not sound.
    """
    cards = list(collection.of_kind("card"))
    if not all(each.root is not None and each.whole and not each.bad for each in cards):
        return None
    return frozenset(
        (each.values["dilemma"], each.values["side"])
        for each in cards
        if each.values.get("kind", "practice") in _EXPERIENCE
        and each.values.get("status", "active") == "active"
    )
