"""A client, case or file number leads to one person for whoever has the system."""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.checks.private_texts import found
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample(
        "choice: Ik zocht het op onder cliëntnummer 1234567 en zag twee eerdere trajecten."
    ),
    passes=Sample(
        "choice: Ik zocht het op in het dossier van 2024 en zag 2 eerdere trajecten, bij "
        "zaak 2 ook een nummer zonder brief."
    ),
    spoils=False,
    on_private=True,
    overrulable=True,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    yield from found(document, "case-number")
