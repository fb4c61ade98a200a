"""Which words are split, and into what."""

from __future__ import annotations

import pytest

from search_cards import ROOT
from spreekkamer.compounds import Splitter


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("loonkostensubsidie", "loon kosten subsidie"),
        ("proefplaatsing", "proef plaatsing"),
        ("bijstandsmoeder", "bijstand moeder"),
        ("schuldregeling", "schuld regeling"),
        ("keukentafelgesprek", "keuken tafel gesprek"),
        ("taalcursus", "taal cursus"),
        ("taalles", "taal les"),
        ("kinderopvangtoeslag", "kinder opvang toeslag"),
        # Not in the dictionary, not in the collection: a word of next year.
        ("scholingsvouchergesprek", "scholing voucher gesprek"),
    ],
)
def test_a_compound_is_split_into_its_parts(word: str, parts: str) -> None:
    assert Splitter(["voucher"]).parts(word) == tuple(parts.split())


@pytest.mark.parametrize(
    "word",
    [
        *("gemeente", "uitkering", "onderzoek", "begeleiding", "gesprekken", "kwijtschelding"),
        *("voorschot", "samenwonen", "handhaving", "daardoor", "beschikking", "maatregel", "werk"),
        *("nieuwsgierig", "55plus", "lks", "", "日本語"),
    ],
)
def test_another_word_stays_whole(word: str) -> None:
    assert Splitter().parts(word) == ()


def test_words_of_the_collection_are_parts_too() -> None:
    assert Splitter().parts("jongerenloket") == ()
    assert Splitter(["jongeren", "loket"]).parts("jongerenloket") == ("jongeren", "loket")


def test_the_shipped_list_is_small_sorted_and_has_its_licence() -> None:
    data = ROOT / "hooks/spreekkamer/data"
    parts = (data / "compound_parts.txt").read_text(encoding="utf-8").splitlines()
    assert parts == sorted(set(parts))
    assert 2_000 < len(parts) < 20_000
    assert "OpenTaal" in (data / "compound_parts.LICENSE.txt").read_text(encoding="utf-8")
