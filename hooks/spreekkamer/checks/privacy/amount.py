"""An exact amount, of a debt or an income, is in few files.

Published cards may hold published amounts.
"""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.checks.private_texts import found
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample

RULE = Rule(
    severity=Severity.WARNING,
    fails=Sample(
        "choice: Er stond een schuld van 23.417 euro open en we begonnen met de huur van toen."
    ),
    passes=Sample(
        "choice: Er stond een schuld van ruim 20.000 euro open en we begonnen met de huur "
        "van 640 euro. In 2024 waren er 1.000 brieven."
    ),
    spoils=False,
    on_private=True,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    yield from found(document, "amount")
