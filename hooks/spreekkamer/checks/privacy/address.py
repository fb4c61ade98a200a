"""An address leads to the people who live there.

It is a street with a number, or a postcode with a number.
"""

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
        "choice: Ik ging bij haar langs op Dorpsstraat 12, met een bosje bloemen van de markt."
    ),
    passes=Sample(
        "choice: Ik ging bij haar langs in de Dorpsstraat, 3 keer. Op het Werkplein 2 "
        "gesprekken, en op straat 1 uur samen lopen."
    ),
    spoils=False,
    on_private=True,
    overrulable=True,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    yield from found(document, "address")
