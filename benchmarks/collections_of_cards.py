"""Large collections for benchmarks, made from the cards of this checkout."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

ROOT = Path(__file__).parent.parent

_CARD = """\
title: "{title}"
kind: {kind}
dilemma: {dilemma}
side: {side}
result: {result}
period: "{period}"
situation: >-
  {situation}
choice: >-
  {choice}
what_worked: >-
  {worked}
what_did_not_work: "{failed}"
beneath: "{beneath}"
{more}tags:
  situation: [{tags}]
"""
_SOURCED = 'sources: [{source}]\nevidence: "municipal-figures"\nplace: "Utrecht"\n'
# What a reviewer has to see: each is in a card of one in ten.
_FAULTS = (
    "Ik belde mevrouw Voorbeeld op 06-12345678.",
    "Zijn BSN was 111222333, dat stond op de brief van 12 maart 2024.",
    "Hij was gewoon lui, dat zag iedereen.",
    "Een man van 45 uit Dorpsstraat 12 kwam met een schuld van 23.417 euro.",
    "Ze mailde naar jobcoach@example.org en kreeg **meteen** antwoord.",
    "Hij kwam uit Eritrea en had een depressie.",
)


def grow(target: Path, number: int) -> Path:
    """Copy `learnings/` to `target` with `number` cards more; return the folder."""
    shutil.copytree(ROOT / "learnings", target)
    cards = sorted((ROOT / "learnings/cards").glob("*.yml"))
    for count in range(number):
        card = cards[count % len(cards)]
        name = f"{card.stem[:40].strip('-')}-copy-{count}.yml"
        (target / "cards" / name).write_bytes(card.read_bytes())
    return target


def invent(target: Path, number: int) -> Path:
    """Copy `learnings/` to `target` with `number` cards that all tell something else.

    One in ten has a fault that people make; one in fifty tells an earlier one again.
    """
    shutil.copytree(ROOT / "learnings", target)
    inventor = _Inventor()
    for count in range(number):
        (target / f"cards/made-{count}.yml").write_text(inventor.card(count), encoding="utf-8")
    return target


class _Inventor:
    """Writes cards with the words of the real ones, the same each time."""

    def __init__(self) -> None:
        self._random = random.Random(2015)
        cards = sorted((ROOT / "learnings/cards").glob("*.yml"))
        text = " ".join(re.sub(r"^[a-z_]+:|[>|]-", "", _text(card)) for card in cards)
        self._words = re.findall(r"[a-zà-ÿ]{2,}", text)
        self._names = re.findall(r"[A-Z][a-zà-ÿ]{3,}", text)
        self._sides = {
            file.stem: re.findall(r"^  ([a-z-]+):$", _text(file), re.MULTILINE)[:2]
            for file in sorted((ROOT / "learnings/dilemmas").glob("*.yml"))
        }
        self._tags = re.findall(
            r"^  ([a-z0-9-]+):$", _text(ROOT / "learnings/tags/situation.yml"), re.MULTILINE
        )
        self._sources = re.findall(
            r"^([a-z0-9-]+):$", _text(ROOT / "learnings/sources.yml"), re.MULTILINE
        )
        self._last = ""

    def card(self, count: int) -> str:
        """Return the text of card number `count`."""
        if count % 50 != 49:
            self._last = self._new_card(count)
        return self._last

    def _new_card(self, count: int) -> str:
        chance = self._random
        dilemma = chance.choice([*self._sides])
        sourced = chance.random() < 0.25
        fault = chance.choice(_FAULTS) if count % 10 == 0 else ""
        return _CARD.format(
            title=self._sentence(6)[:70] + f" {count}",
            kind="sourced" if sourced else "practice",
            dilemma=dilemma,
            side=chance.choice(self._sides[dilemma]),
            result=chance.choice(("worked", "partly", "unclear")),
            period=f"{chance.randint(2018, 2026)}-Q{chance.randint(1, 3)}",
            situation=self._text(420),
            choice=f"{self._text(330)} {fault}",
            worked=self._text(330),
            failed=self._text(200),
            beneath=self._text(200),
            more=_SOURCED.format(source=chance.choice(self._sources)) if sourced else "",
            tags=", ".join(chance.sample(self._tags, 2)),
        )

    def _sentence(self, length: int) -> str:
        words = self._random.choices(self._words, k=length)
        if self._random.random() < 0.2:
            words[length // 2] = f"{self._random.choice(self._names)} {words[length // 2]}"
        if self._random.random() < 0.2:
            words[-1] = f"{self._random.randint(2, 60)} weken"
        return " ".join(words).capitalize()

    def _text(self, most: int) -> str:
        text = ""
        while len(text) < most - 90:
            text += f"{self._sentence(self._random.randint(6, 14))}. "
        return text.strip()


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")
