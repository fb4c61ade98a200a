"""Somebody who reports a problem waits for an answer; half a year is too long to hear nothing."""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.checks.fresh_cards import found
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample

RULE = Rule(
    severity=Severity.WARNING,
    fails=Sample(
        'period: "2026-Q1"\n'
        'signal: {text: De wachttijd bij schuldhulp is te lang., since: "2026-05"}',
    ),
    passes=Sample(
        'period: "2026-Q1"\n'
        'signal: {text: De wachttijd is te lang., since: "2026-05", status: answered}',
    ),
    spoils=False,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    for _ in found(document, collection, "signal"):
        since = ("since",) if "since" in document.values["signal"] else ()
        yield Finding(("signal", *since))
