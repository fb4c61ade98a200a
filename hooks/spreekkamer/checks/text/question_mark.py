"""The question for intervisie opens a talk, so it has to be one."""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer import privacy
from spreekkamer.checks.hints import quoted
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("question: Praat eens over wanneer je wacht en wanneer je doorpakt."),
    passes=Sample("question: Wanneer wacht je, en wanneer pak je door?"),
    spoils=False,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    question = document.values.get("question") if document.kind == "card" else None
    if question and not question.endswith("?"):
        asked = question.rstrip(".!;:,\"'”’“‘» ").removesuffix("?")
        fixed = quoted(f"{asked}?")
        variant = "private" if privacy.hits(question) else "last" if "?" in asked else ""
        yield Finding(("question",), {"fixed": fixed}, variant)
