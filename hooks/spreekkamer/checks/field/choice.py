"""Some fields have a closed list of values, so that cards can be counted and found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spreekkamer.contents import Item
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample
from spreekkamer.schema_types import Choice
from spreekkamer.schema_walk import field_at
from spreekkamer.texts import in_all_languages

# What people type instead of the English names, beside the labels.
_IN_DUTCH: Final = {
    "practice": ("eigen", "praktijk", "eigen kaart", "eigen ervaring", "ervaring"),
    "sourced": ("bron", "publicatie", "met bron"),
    "example": ("voorbeeld", "verzonnen"),
    "question": ("vraag",),
    "worked": ("ja", "goed", "gelukt", "werkt", "het werkte", "positief"),
    "partly": ("deels", "gedeeltelijk", "een beetje", "beetje", "half", "soms"),
    "did-not-work": ("nee", "niet", "mislukt", "niet gelukt", "werkt niet", "negatief"),
    "unclear": ("onduidelijk", "onbekend", "weet niet", "geen verschil"),
    "confirms": ("bevestigt", "hetzelfde", "zelfde", "net zo"),
    "contradicts": ("anders", "tegengesteld", "tegendeel"),
    "seen": ("gezien",),
    "system": ("systeem",),
    "research": ("onderzoek",),
    "unknown": ("onbekend", "weet niet"),
    "answered": ("antwoord",),
    "superseded": ("vervangen", "oud"),
    "retired": (
        "vervallen",
        "ingetrokken",
        "inactief",
        "niet meer actief",
        "archief",
        "gearchiveerd",
    ),
    "follows": ("vervolg", "volgt", "gaat verder"),
}

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("result: werkte"),
    passes=Sample("result: partly"),
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    for item in document.of_type(Choice):
        if item.text and item.text not in item.type.names:
            choices = {
                name: (
                    *in_all_languages(f"choices.{_address(document, item)}.{name}"),
                    *_IN_DUTCH.get(name, ()),
                )
                for name in item.type.names
            }
            yield Finding(item.route, {"value": item.text}, choices=choices)


def _address(document: Document, item: Item[Choice]) -> str:
    found = field_at(document.kind, item.route)
    return f"{found[0].name}.{found[1].name}" if found else ""
