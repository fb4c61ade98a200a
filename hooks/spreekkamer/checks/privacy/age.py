"""An exact age, with a situation and a town, narrows down to one person.

Groups that the law or the work knows (under 27, 55 and older) are not exact ages.
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
        "choice: Een man van 45 wilde niet meer, en ik vroeg hem eerst naar zijn oude werk."
    ),
    passes=Sample(
        "choice: Iemand van boven de 55 wilde niet meer. Jongeren tot 27 jaar krijgen een "
        "zoektermijn van 4 weken, en zij is 16 uur gaan werken."
    ),
    spoils=False,
    on_private=True,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    yield from found(document, "age")
