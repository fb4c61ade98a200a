"""A date of birth, with little else, identifies a person."""

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
        "choice: Op het formulier stond geboren op 12-03-1980 en dat klopte niet met de brief."
    ),
    passes=Sample(
        "choice: Op het formulier stond de geboortedatum verkeerd, en dat klopte niet met "
        "de brief. Ze is geboren in een dorp met 3 straten."
    ),
    spoils=False,
    on_private=True,
    overrulable=True,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    yield from found(document, "birth-date")
