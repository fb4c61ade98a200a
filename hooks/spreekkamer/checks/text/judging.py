"""A judgement about a person says more about who wrote it; what they saw helps a colleague.

What somebody said, between quotation marks, and what the writer believed beforehand (`beneath`)
may judge: there the judgement is what the card is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from spreekkamer.checks.free_texts import in_one_walk, texts, without_quotations
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample
from spreekkamer.screening import Sought

_WORDS: Final = (
    "aansteller|achterlijke?|agressieveling|asociaal|asociale|bedrieger|bedriegers|dom|dommerik"
    "|fraudeur|fraudeurs|gestoorde?|hopeloos geval|hopeloze gevallen|idioot|idiote|klaploper"
    "|klaplopers|krankzinnige?|lastpak|lastpost|leugenaar|leugenaars|lui|luie|luiaard|luiaards"
    "|luiwammes|manipulatief|manipulatieve|mongool|notoire klager|notoire weigeraar"
    "|nietsnut|nietsnutten|onbemiddelbare?|onbeschofte?|onbetrouwbare?|onhandelbare?|onwillige?"
    "|onverbeterlijke?|oplichter|oplichters|profiteur|profiteurs|psychopaat|querulant|querulanten"
    "|steuntrekker|steuntrekkers|sukkel|sukkels|tokkie|tokkies|uitvreter|uitvreters|werkschuwe?"
    "|werkweigeraar|werkweigeraars|zeikerd|zeur|zeurder|zeurpiet|zwakzinnige?|zielenpoot|zielig"
    "|zielige|zwerver|zwervers|hardnekkige weigeraar"
)
_JUDGING: Final = re.compile(f"(?<![\\w-])(?:{_WORDS})(?![\\w-])", re.IGNORECASE)
_MAY_JUDGE: Final = frozenset(("beneath",))

RULE = Rule(
    severity=Severity.WARNING,
    fails=Sample("choice: Hij is gewoon lui, dus ik legde meteen een plicht op met een datum."),
    passes=Sample(
        'choice: >-\n  Hij kwam drie keer niet. Zijn buurman noemde hem ‘lui’, en hij zei: "Ik ben'
        ' dom." Ik vroeg wat er speelde, bij de luifel, met geluid uit de kamer en een domein'
        " vol folders."
        "\nbeneath: Ik dacht vooraf dat hij lui was, en een profiteur. Dat klopte niet."
    ),
    spoils=False,
)


def _sought() -> Sought:
    return Sought(rf"\b(?:{_WORDS})\b", re.IGNORECASE)


_may_hold = in_one_walk(_sought)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    for each in texts(document) if _may_hold(document) else ():
        if each.field not in _MAY_JUDGE:
            for match in _JUDGING.finditer(without_quotations(each.text)):
                yield each.finding(*match.span(), value=match[0])
