"""A sentence of more than 25 words is hard to read in the five minutes before a meeting.

Source: the advice on B1 texts of the Dutch government (Direct Duidelijk): about 15 words, and no
sentence over 25.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from spreekkamer.checks.free_texts import (
    CLOSING,
    OPENING,
    STOP,
    all_at_once,
    sentences,
    texts,
)
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.prose import SHORT
from spreekkamer.rules import Finding, Rule, Sample
from spreekkamer.screening import Screen, Sought

_WORDS_AT_MOST: Final = 25
_GOES_ON: Final = rf"(?:\S*[^\s.!?…{CLOSING}])?[{CLOSING}]*"
_SHORT: Final = "|".join(map(re.escape, sorted(SHORT)))
# A sentence is long when so many words go on; or a full stop in it ends no sentence, as it ends an
# abbreviation or what follows has no capital.
_SCREEN: Final = Screen(
    (
        Sought(rf"(?:{_GOES_ON}[^\S\n]+){{{_WORDS_AT_MOST}}}\S"),
        Sought(rf"(?:^|[\s(])(?:{_SHORT}|[A-Za-z])\."),
        Sought(rf"{STOP}[{CLOSING}]*[^\S\n]+[^\s{OPENING}]"),
    )
)

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
    for each in texts(document) if _SCREEN.candidates(all_at_once(document)) else ():
        for start, end, words in _long(each.text):
            yield each.finding(start, end, words=words, most=_WORDS_AT_MOST)


def _long(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield where each sentence of `text` with too many words starts and ends, and how many."""
    for start, end in sentences(text):
        if _may_be_long(text, start, end):
            sentence = text[start:end].lstrip()
            words = len(sentence.split())
            if words > _WORDS_AT_MOST:
                yield end - len(sentence), end, words


def _may_be_long(text: str, start: int, end: int) -> bool:
    """Return whether there is enough space between words, as that is counted faster than these."""
    return text.count(" ", start, end) + text.count("\n", start, end) >= _WORDS_AT_MOST
