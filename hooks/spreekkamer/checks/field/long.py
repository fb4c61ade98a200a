"""A card is read in the five minutes before a meeting; a text has a limit.

Limits count code points after normalisation (NFC) and trimming.
"""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.checks.swallowed import swallowed
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample
from spreekkamer.schema_types import Text

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("role: " + "klantmanager " * 6),
    passes=Sample("role: klantmanager inkomen en werk"),
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    for item in document.of_type(Text):
        if item.text and len(item.text) > item.type.longest:
            # Items of a list that are not told apart are not one that is too long.
            if isinstance(item.route[-1], int) and ";" in item.text:
                continue
            # Without the fields that are in it by mistake it may be short enough.
            span = item.node.span
            if any(span.start < each.span.start < span.end for each in swallowed(document)):
                continue
            length, limit = len(item.text), item.type.longest
            values = {"length": length, "limit": limit, "over": length - limit}
            yield Finding(item.route, values)
