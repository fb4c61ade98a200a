"""A web address or an account name leads to a person or an employer; links belong in `sources`."""

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
        "choice: Ik zocht samen met hem een baan op www.example.nl en dat duurde een uur."
    ),
    passes=Sample(
        "choice: Ik zocht samen met hem een baan op een vacaturesite en dat duurde een "
        "uur.Daarna mailde hij, z.s.m. dus."
    ),
    spoils=False,
    on_private=True,
    overrulable=True,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    yield from found(document, "web")
