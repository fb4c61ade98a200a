"""The nearest of the allowed names to what somebody typed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spreekkamer.suggestions import nearest, several_in

CHOICES = {
    "worked": ("Werkte", "It worked"),
    "partly": ("Werkte een beetje", "It worked a little"),
    "did-not-work": ("Werkte niet",),
}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("worked", "worked"),
        ("Worked", "worked"),
        ("wroked", "worked"),
        ("werkte", "worked"),
        ("Werkte een beetje", "partly"),
        ("it worked a little", "partly"),
        ("werkte niet", "did-not-work"),
        ("did not work", "did-not-work"),
        ("cards/worked.yml", "worked"),
        ("https://voorbeeld.nl/cards/worked/", "worked"),
        ("- worked,", "worked"),
        ("ja/worked niet", None),
        ("", None),
        ("iets heel anders", None),
        ("x" * 10_000, None),
    ],
)
def test_a_name_is_found_by_itself_or_by_its_words(typed: str, name: str | None) -> None:
    assert nearest(typed, CHOICES) == name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("not worked", "did-not-work"),
        ("unworked", None),
        ("werkte deels", None),
        ("niet zo", None),
    ],
)
def test_what_says_not_is_never_taken_for_what_does_not(typed: str, name: str | None) -> None:
    """Of "result: not worked" the hint said "worked": pasted, it told the contrary."""
    assert nearest(typed, CHOICES) == name


def test_other_words_have_to_be_nearer_than_names() -> None:
    choices = {"homeless": ("zwervend",), "place": (), "limited-dutch": ("taal",)}
    assert nearest("werkend", choices) is None
    assert nearest("phase", choices) is None
    assert nearest("limited duch", choices) == "limited-dutch"


def test_a_name_goes_before_the_words_of_another() -> None:
    assert nearest("debts", {"loans": ("debts",), "debts": ()}) == "debts"


def test_without_choices_nothing_is_near() -> None:
    assert nearest("worked", {}) is None


@settings(max_examples=60)
@given(st.text(max_size=80))
def test_only_a_choice_is_ever_proposed(typed: str) -> None:
    assert nearest(typed, CHOICES) in {*CHOICES, None}


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("worked, partly", ("worked", "partly")),
        ("worked partly", ("worked", "partly")),
        ("Werkte / werkte niet", ("worked", "did-not-work")),
        ("worked, wroked", ()),
        ("worked, partley", ()),
        ("worked, iets anders", ()),
        ("Werkte een beetje", ()),
        ("partly", ()),
        ("", ()),
    ],
)
def test_several_names_in_one_place_are_told_apart(typed: str, names: tuple[str, ...]) -> None:
    """Of "debts single-parent" the hint said "single-parent": pasted, the debts were gone."""
    assert several_in(typed, CHOICES) == names


@pytest.mark.parametrize("typed", ["what_didnt_work", "what_didn't_work", "what_didn\u2019t_work"])
def test_a_short_form_of_not_says_not(typed: str) -> None:
    assert nearest(typed, {"what_worked": (), "what_did_not_work": ()}) == "what_did_not_work"
