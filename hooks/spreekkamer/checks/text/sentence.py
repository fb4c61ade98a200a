"""A sentence of more than 25 words is hard to read in the five minutes before a meeting.

Source: the advice on B1 texts of the Dutch government (Direct Duidelijk): about 15 words, and no
sentence over 25.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spreekkamer.checks.free_texts import sentences, texts
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample

_WORDS_AT_MOST: Final = 25

RULE = Rule(
    severity=Severity.WARNING,
    fails=Sample(
        "choice: Ik vroeg eerst wat hij zelf wilde en daarna pas wat er kon, omdat ik had"
        " gemerkt dat een gesprek dat begint met de regels meestal ook eindigt met de regels en"
        " niet met werk."
    ),
    passes=Sample(
        "choice: >-\n  Ik vroeg eerst wat hij zelf wilde, bijv. wat voor werk, en daarna pas wat"
        " er kon. Ik had gemerkt: een gesprek dat begint met de regels, eindigt ook met de"
        " regels. En niet met werk! Dus draaide ik het om. Wat wil je, wat kun je, en wat mag"
        " er dan?"
    ),
    spoils=False,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    for each in texts(document):
        text = each.text
        for start, end in sentences(text) if _may_be_long(text, 0, len(text)) else ():
            if _may_be_long(text, start, end):
                sentence = text[start:end].lstrip()
                words = len(sentence.split())
                if words > _WORDS_AT_MOST:
                    found = {"words": words, "most": _WORDS_AT_MOST}
                    yield each.finding(end - len(sentence), end, **found)


def _may_be_long(text: str, start: int, end: int) -> bool:
    """Return whether there is enough space between words, as that is counted faster than these."""
    return text.count(" ", start, end) + text.count("\n", start, end) >= _WORDS_AT_MOST
