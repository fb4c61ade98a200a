"""An e-mail address names a person or an employer."""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.checks.private_texts import found
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("choice: Ik liet haar mailen naar jobcoach@example.org, dan kon ze rustig lezen."),
    passes=Sample(
        "choice: Ik liet haar mailen naar de jobcoach, dan kon ze rustig lezen. Een mail "
        "@ huis was genoeg, zei ze."
    ),
    spoils=False,
    on_private=True,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    yield from found(document, "email")
