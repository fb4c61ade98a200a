"""A dilemma with cards on one side only makes that side look like the right one.

Invented examples are no experience, so they do not fill a side; one line per dilemma.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection, is_whole
from spreekkamer.rules import Finding, Rule, Sample
from spreekkamer.schema import COUNTED

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
    filled = _filled(collection) if document.kind == "dilemma" and is_whole(document) else None
    if filled is None:
        return
    sides = document.values.get("sides", {})
    empty = [side for side in sides if (document.ident, side) not in filled]
    if empty:
        labels = ", ".join(f"«{sides[side]['label']['nl']}»" for side in empty)
        yield Finding(("sides", empty[0]), {"sides": labels}, at_key=True)


@lru_cache(maxsize=1)
def _filled(collection: Collection) -> frozenset[tuple[str, str]] | None:
    """Return the sides, with their dilemma, that have an active card that counts.

    None when that cannot be known, because of a card that is not sound.
    """
    cards = [each for each in collection.of_kind("card") if _counts(each)]
    if not all(each.root is not None and each.whole and not each.bad for each in cards):
        return None
    sides = [(each.values.get("dilemma"), each.values.get("side")) for each in cards]
    # A misspelt key is no field that is missing, so a side may be absent all the same.
    known = frozenset((dilemma, side) for dilemma, side in sides if dilemma and side)
    return known if len(known) == len({*sides}) else None


def _counts(card: Document) -> bool:
    kind, status = card.values.get("kind", "practice"), card.values.get("status", "active")
    return kind in COUNTED and status == "active"
