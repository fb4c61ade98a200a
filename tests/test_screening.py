"""Looking for all patterns at once: it may point at too many of them, and never misses one."""

from __future__ import annotations

import random
import re
from re import _constants as codes  # type: ignore[attr-defined]  # the names of its pieces
from re import _parser as parser  # type: ignore[attr-defined]  # what a pattern is made of
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import hostile
from spreekkamer.checks.text import judging, markup, placeholder, sentence
from spreekkamer.privacy import searching
from spreekkamer.privacy.patterns import data
from spreekkamer.screening import Finder, Screen, Sought, loosened

# The same code very many times: tracing it takes longer than running it, and covers nothing new.
pytestmark = pytest.mark.untraced

FINDS = [each.sought for each in data().patterns]
FINDERS = [each.find for each in data().patterns]


@pytest.mark.parametrize(
    ("pattern", "loose"),
    [
        ("a(?=b)c", "ac"),
        ("a(?!b(?:c|[)])(?=d))e", "ae"),
        (r"a(?!\))b", "ab"),
        ("(?:a)(b)", "(?:a)(b)"),
        ("a{0,10}b{2,3}c{0,11}", "a{0,10}b{2,3}c*"),
        ("a{0,64}b{1,30}c{8,20}?d{8}", "a*b+c{8,}?d{8}"),
        ("[(?=]x[^)]", "[(?=]x[^)]"),
        (r"\u00a0[\u2010-\u2015]", r"\x{00a0}[\x{2010}-\x{2015}]"),
    ],
)
def test_a_loose_pattern_looks_nowhere_ahead_and_counts_no_further_than_ten(
    pattern: str, loose: str
) -> None:
    assert loosened(pattern) == loose


def test_the_patterns_that_may_match_are_named_in_order() -> None:
    patterns = [Sought(f"{number}(?!x)", in_figures=number % 2 == 0) for number in range(100, 200)]
    screen = Screen(patterns)
    assert list(screen.candidates("199 en 142, 101 en 100x")) == [0, 1, 42, 99]
    assert list(screen.candidates("niets")) == []


def test_capitals_count_only_where_a_pattern_says_so() -> None:
    screen = Screen(
        [
            Sought("nee"),
            Sought("nee", re.IGNORECASE),
            Sought("\u00e9\u00e9n", re.IGNORECASE),
        ]
    )
    assert list(screen.candidates("NEE, \u00c9\u00c9N")) == [1, 2]


def test_texts_that_are_looked_at_as_one_are_left_alone_when_nothing_is_in_any() -> None:
    screen = Screen(
        [Sought("(?:^|[^a-z])een"), Sought("(?:^|[^a-z])twee(?![a-z])"), Sought("[0-9]x", 0, True)]
    )
    groups = [
        ["nee", "een"],
        ["zeven", "3", "x"],
        ["nee", "twee"],
        ["4x"],
        ["\udc80"],
        ["en ja"],
        [],
    ]
    assert list(screen.left_alone(groups)) == [["zeven", "3", "x"], ["en ja"], []]


def test_of_a_text_that_no_file_can_hold_everything_is_looked_at() -> None:
    assert list(Screen([Sought("a"), Sought("b", in_figures=True)]).candidates("\udc80")) == [0, 1]


PIECES = st.sampled_from(
    [*hostile.PIECES, "\u0130", "\u0131", "\u017f", "\u212a", "\u00df", "\u2588"]
)


@settings(max_examples=400, deadline=None)
@given(st.integers(0, len(FINDS) - 1), st.randoms(use_true_random=False), st.lists(PIECES))
def test_what_a_pattern_of_privacy_finds_is_never_missed(
    number: int, chance: random.Random, around: list[str]
) -> None:
    source = FINDS[number].source
    middle = len(around) // 2
    made = hostile.sampled(parser.parse(source), chance)
    text = searching.plain("".join(around[:middle]) + made + "".join(around[middle:]))
    found = data().screen.candidates(text)
    for other, each in enumerate(FINDS):
        exact = re.search(each.source, text, each.flags)
        assert other in found or not exact, (other, text)
        assert _span(FINDERS[other].search(text, 0)) == _span(exact), (other, text)


def _span(match: re.Match[str] | None) -> tuple[int, int] | None:
    return match.span() if match else None


@pytest.mark.parametrize("before", ["", "\udc80", "woord " * 2_000], ids=["", "odd", "long"])
def test_a_pattern_is_found_from_any_place_on(before: str) -> None:
    text, finder = f"{before}ja nee; jaja nee", Finder(Sought("ja(?= nee)"))
    first = len(before)
    assert _span(finder.search(text, 0)) == (first, first + 2)
    assert _span(finder.search(text, first + 1)) == (first + 10, first + 12)
    assert finder.search(text, first + 11) is None


ON_TEXTS = (
    (Screen([judging._sought()]), judging._JUDGING),
    (Screen([markup._sought()]), markup._MARKUP),
    (Screen([placeholder._sought()]), placeholder._LEFT_IN),
)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.one_of(PIECES, st.sampled_from(["nnb", "tekst hier", "hopeloos geval", "dom"]))))
def test_what_a_rule_on_texts_finds_is_never_missed(pieces: list[str]) -> None:
    text = "".join(pieces)
    for screen, pattern in ON_TEXTS:
        # The rules look at all texts of a card at once.
        together = f"Vooraf.\n{text.strip()}\nEn erna."
        assert screen.candidates(together) or not pattern.search(text.strip())


WORDS = st.sampled_from(
    [
        *("woord", "Woord", "één", "3.500", "(of", "niet)", "‘lui’", '"ik', 'dom"', "'t", "–", ")"),
        *(
            "o.a.",
            "(bijv.",
            "A.",
            "art.",
            "klaar.",
            "Echt?",
            "kom!'",
            'ja."',
            "(nee.)",
            "en…",
            "?!",
        ),
        *("”", "...", "x.y", "a)b.", "T.", "\n", "\n- ", " ", "\u2009"),
    ]
)


@settings(max_examples=600, deadline=None)
@given(st.lists(WORDS, max_size=8), st.lists(WORDS, max_size=60), st.integers(0, 30))
def test_a_long_sentence_is_never_missed(before: list[str], words: list[str], plain: int) -> None:
    at = len(words) // 2
    text = " ".join((*before, *words[:at], *["woord"] * plain, *words[at:])).strip()
    found = sentence._SCREEN.candidates(f"Vooraf.\n{text}\nEn erna.")
    assert found or not list(sentence._long(text))


def test_a_text_of_short_sentences_is_not_looked_at_again() -> None:
    text = f"{'Ik zei: “Kom (je) maar.” Hij kwam om 9.30 uur, en het ging goed! Toch? ' * 9}\n- Ja"
    assert not sentence._SCREEN.candidates(text)


@pytest.mark.parametrize("number", range(len(FINDS)))
def test_a_pattern_is_known_to_find_figures_only(number: int) -> None:
    pattern = FINDS[number]
    assert pattern.in_figures is _needs_figure(parser.parse(pattern.source, pattern.flags))


def _needs_figure(pieces: Any) -> bool:
    """Return whether all that a parsed pattern matches holds a figure."""
    return any(_is_figure(*piece) for piece in pieces)


def _is_figure(code: Any, value: Any) -> bool:
    figures = range(ord("0"), ord("9") + 1)
    if code is codes.LITERAL:
        return value in figures
    if code is codes.IN:
        return all(
            each in figures if its_code is codes.LITERAL else set(each) <= set(figures)
            for its_code, each in value
            if its_code is not codes.NEGATE
        ) and codes.NEGATE not in dict(value)
    if code is codes.BRANCH:
        return all(map(_needs_figure, value[1]))
    if code is codes.SUBPATTERN:
        return _needs_figure(value[-1])
    repeats = code in (codes.MAX_REPEAT, codes.MIN_REPEAT) and value[0] > 0
    return repeats and _needs_figure(value[-1])


def test_what_stands_behind_a_million_odd_characters_is_found() -> None:
    chance = random.Random(4)
    odd = "".join(chance.choices([*hostile.PIECES, *map(chr, range(0x20, 0x250))], k=700_000))
    assert len(odd) > 900_000
    screen = Screen([*FINDS[1:], *FINDS[:1]])
    assert len(FINDS) - 1 in screen.candidates(odd + " naam@example.org")
