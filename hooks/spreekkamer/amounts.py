"""How many cards there are, in words: experience first, and what is no experience by its name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from spreekkamer.card import Card
from spreekkamer.schema import COUNTED
from spreekkamer.texts import Texts

_OTHERS: Final = {"question": "pages.amounts.questions", "example": "pages.amounts.examples"}


def experience(cards: Sequence[Card]) -> int:
    """Return how many of `cards` tell what really happened."""
    return sum(card.kind in COUNTED for card in cards)


def others(cards: Sequence[Card], texts: Texts) -> str:
    """Return what of `cards` is no experience: "1 vraag en 2 voorbeelden", empty without any."""
    return _listed(_others(cards, texts), texts)


def everything(cards: Sequence[Card], texts: Texts) -> str:
    """Return what `cards` are, so that it adds up to their number; empty without any.

    "3 kaarten en 2 voorbeelden", or "alleen 1 voorbeeld" where nobody has experience yet.
    """
    told = _others(cards, texts)
    if number := experience(cards):
        return _listed([texts.count("pages.cards", number), *told], texts)
    return texts("pages.amounts.no-experience", others=_listed(told, texts)) if told else ""


def _others(cards: Sequence[Card], texts: Texts) -> list[str]:
    numbers = {kind: sum(card.kind == kind for card in cards) for kind in _OTHERS}
    return [texts.count(_OTHERS[kind], number) for kind, number in numbers.items() if number]


def _listed(parts: Sequence[str], texts: Texts) -> str:
    *first, last = parts or ("",)
    return texts("pages.amounts.and", first=", ".join(first), last=last) if first else last
