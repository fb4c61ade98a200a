"""Which of two files that take the same id goes first."""

from __future__ import annotations

import pytest

from spreekkamer.claims import Claim


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kaart", "KAART"),
        ("caf\u00e9", "cafe\u0301"),
        ("\ufb01ets", "fiets"),
        ("stra\u00dfe", "STRASSE"),
    ],
)
def test_names_that_are_one_file_somewhere_are_the_same_claim(one: str, other: str) -> None:
    assert Claim("card", one, "a").folded == Claim("card", other, "b").folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Claim("card", "kaart", "a"), Claim("card", "kaart-2", "b")),
        (Claim("card", "werk", "a"), Claim("dilemma", "werk", "b")),
        (Claim("facet", "werk", "a"), Claim("tag", "werk", "b")),
    ],
)
def test_other_names_and_other_kinds_are_other_claims(one: Claim, other: Claim) -> None:
    assert one.folded != other.folded


def test_a_name_goes_before_an_earlier_name_a_sound_one_before_another_then_the_path() -> None:
    claims = [
        Claim("card", "kaart", "a", ("formerly", 0)),
        Claim("card", "Kaart", "a"),
        Claim("card", "kaart", "z"),
        Claim("card", "kaart", "b"),
    ]
    ranked = sorted(claims, key=lambda claim: claim.rank)
    assert [claim.path + claim.ident[0] for claim in ranked] == ["bk", "zk", "aK", "ak"]
