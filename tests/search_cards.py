"""Cards to search in: every tag of the real collection on at least two, the same each time."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import yaml

from spreekkamer import texts
from spreekkamer.card import Card
from spreekkamer.checking import check_folder
from spreekkamer.library import Library

ROOT: Final = Path(__file__).parent.parent
SEARCH: Final = Path(__file__).parent / "search"
_RESULTS: Final = ("worked", "partly", "did-not-work", "worked", "unclear")
_KINDS: Final = ("practice", "practice", "sourced", "practice", "example")
_PER_CARD: Final = {"noticed": 1, "situation": 2, "phase": 1, "instrument": 1, "technique": 1}


def read(name: str) -> Any:
    """Return the content of a file of the test set."""
    return yaml.safe_load((SEARCH / name).read_text(encoding="utf-8"))


def searched(number: int = 200) -> Library:
    """Return the words and dilemmas of the real collection with `number` made cards."""
    real = check_folder(ROOT / "learnings", "learnings", texts.load("nl")).library
    cards = {card.id: card for card in _cards(real, number)}
    return replace(real, cards=cards)


def _cards(real: Library, number: int) -> Iterator[Card]:
    told = read("sentences.yml")
    chance = random.Random(2015)
    turns = {name: _Turn(chance, list(facet.values)) for name, facet in real.facets.items()}
    dilemmas = _Turn(chance, list(real.dilemmas))
    for count in range(number):
        tags = {name: tuple(turns[name].next(most)) for name, most in _PER_CARD.items()}
        (dilemma,) = dilemmas.next(1)
        side = real.dilemmas[dilemma].sides[count % 2].id
        yield _card(count, told, chance, tags, dilemma, side)


class _Turn:
    """Gives what is in a list in turn, in a new order each time round."""

    def __init__(self, chance: random.Random, every: Sequence[str]) -> None:
        self._chance = chance
        self._every = every
        self._left: list[str] = []

    def next(self, number: int) -> list[str]:
        if len(self._left) < number:
            again = [each for each in self._every if each not in self._left]
            self._chance.shuffle(again)
            self._left += again
        given, self._left = self._left[:number], self._left[number:]
        return given


def _card(
    count: int,
    told: Any,
    chance: random.Random,
    tags: dict[str, tuple[str, ...]],
    dilemma: str,
    side: str,
) -> Card:
    sentences = {name: [told["tags"][tag] for tag in of] for name, of in tags.items()}
    anything = chance.sample(told["any"], 6)
    gain = " ".join(anything[2:4])
    result = _RESULTS[count % len(_RESULTS)]
    return Card(
        id=f"made-{count}",
        path=f"learnings/cards/made-{count}.yml",
        title=told["titles"][count % len(told["titles"])],
        dilemma=dilemma,
        side=side,
        kind=_KINDS[count % len(_KINDS)],
        result=result,
        period=f"{2020 + count % 7}-Q{1 + count % 3}",
        situation=" ".join(
            (*sentences["situation"], *sentences["noticed"], *sentences["phase"], anything[0])
        ),
        choice=" ".join((*sentences["instrument"], *sentences["technique"], anything[1])),
        what_worked=None if result == "did-not-work" else gain,
        what_did_not_work=gain if result == "did-not-work" else None,
        because=anything[4],
        next_time=anything[5],
        tags={name: of for name, of in tags.items() if of},
    )
