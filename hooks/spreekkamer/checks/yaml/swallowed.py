"""A field that is indented below a text is read as a part of that text, and is lost as a field."""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.checks import swallowed
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("because: >-\n  Zij durfde het zelf.\n  next_time: Ik bel eerder."),
    passes=Sample(
        "because: >-\n  Zij durfde het zelf. Volgende keer: eerder bellen.\n"
        "  En dan zonder brief.\nnext_time: Ik bel eerder."
    ),
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    for each in swallowed.swallowed(document):
        yield Finding(each.span, {"name": each.name})
