"""A V-number is the number of the immigration service (IND) for one person."""

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
        "choice: Ik belde de IND met zijn V-nummer 281 234 5678 en kreeg meteen antwoord."
    ),
    passes=Sample(
        "choice: Ik belde de IND zonder zijn V-nummer te noemen en kreeg na 20 minuten "
        "antwoord, binnen 8 weken."
    ),
    spoils=False,
    on_private=True,
    overrulable=True,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    yield from found(document, "v-number")
