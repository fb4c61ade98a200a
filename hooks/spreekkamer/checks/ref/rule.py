"""What a card overrules is a rule that exists and that may be overruled.

Citizen service number, bank account, e-mail and telephone never may (design, section 5), nor
mistakes in form.
"""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("allow: [{rule: privacy-bsn, because: Dat is een ander nummer.}]"),
    passes=Sample(
        "choice: Ik vroeg om hulp bij de Blauwe Brigade in de wijk, en die kwam nog dezelfde dag.\n"
        "allow: [{rule: privacy-name, because: Dit is de naam van een instrument.}]",
    ),
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    for number, entry in enumerate(_allowed(document)):
        rule = entry.get("rule")
        if rule is None or collection.rules.get(rule):
            continue
        where = ("allow", number, "rule")
        if rule in collection.rules:
            yield Finding(where, {"value": rule}, "refused")
        else:
            choices = {name: () for name, allowed in collection.rules.items() if allowed}
            yield Finding(where, {"value": rule}, choices=choices)


def _allowed(document: Document) -> tuple[dict[str, str], ...]:
    entries: tuple[dict[str, str], ...] = document.values.get("allow", ())
    return entries if document.kind == "card" else ()
