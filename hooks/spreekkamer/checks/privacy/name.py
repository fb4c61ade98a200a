"""A name leads to a person.

Found are a title with a capitalised word, and two capitalised words in mid-sentence that are not
known as something else. Published cards may name who and what the source names.
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
        "choice: Ik belde mevrouw Van der Voorbeeld en vroeg of ze een kop koffie kwam drinken."
    ),
    passes=Sample(
        "choice: Ik belde mevrouw en vroeg of ze koffie kwam drinken bij de Sociale "
        "Dienst in Capelle aan den IJssel. Mei was druk, zei Roos."
    ),
    spoils=False,
    on_private=True,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    yield from found(document, "name")
