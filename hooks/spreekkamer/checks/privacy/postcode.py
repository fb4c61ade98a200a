"""A postcode is about twenty households: with one more fact it points at one of them."""

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
        "choice: Ik keek welke banen er waren in de buurt van 1234 AB, met de fiets te doen."
    ),
    passes=Sample(
        "choice: Ik keek welke banen er waren in 2024 en 2025, met de fiets te doen. "
        "Sinds 2015 PW, en 1940 SS blijft een jaartal."
    ),
    spoils=False,
    on_private=True,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    yield from found(document, "postcode")
