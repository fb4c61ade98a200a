"""A card that worked under the law of its day may advise what is no longer allowed.

The link between law and tag is `affects` of the law change; a situation tag says who it is about,
not what was done, so it does not count (design, section 3.1).
"""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.checks.fresh_cards import found
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample

LAW = """\
zoektermijn:
  label: {nl: De zoektermijn is veranderd}
  date: "2026-01-01"
  what: {nl: "Jongeren mogen meteen aanvragen."}
  affects: [intake]
"""

RULE = Rule(
    severity=Severity.WARNING,
    fails=Sample(
        'period: "2025-Q4"\ntags: {phase: [intake]}',
        beside={"law_changes.yml": LAW},
    ),
    passes=Sample(
        'period: "2025-Q4"\nlaw_checked: "2026-01"\ntags: {phase: [intake]}',
        beside={"law_changes.yml": LAW},
    ),
    spoils=False,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    for notice in found(document, collection, "law"):
        where = "law_checked" if "law_checked" in document.values else "tags"
        yield Finding((where,), {"laws": ", ".join(law.label["nl"] for law in notice.laws)})
