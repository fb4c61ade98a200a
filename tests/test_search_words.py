"""Words as search compares them, in Python and, the same, in the browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from engine_page import WORDS, open_scripts
from search_cards import ROOT
from spreekkamer.search_words import fold, joined, stem, words

ODD = (
    *(
        "Straße",
        "İstanbul ıŞIK",
        "Łódź",
        "ﬁets ²",
        "Één coördinator, ÉÉN!",
        "日本",
        "ΣΊΣΥΦΟΣ",
        "ĲSLAND",
    ),
    *("55+", "55plus", "55-plus", "55 plus", "55-plussers", "vijfenvijftig", "vijftigplus", "+55"),
    *("27-", "<27", "18-27", "onder de 27 jaar", "jonger dan 27", "tot 27 uur", "ouder dan 50"),
    *("58-jarige", "58 jarige", "4weken", "2e", "nt2", "9 t/m 12", "€ 1.250,50", "100%", "١٢ plus"),
    *("auto's", "zzp'er", "zzp’er", "'s ochtends", "p.v.a.", "o.a.", "a.b", "pro/vso", "no-show"),
    *("terug te betalen", "re-integratie", "tweeëntwintig", "zesentachtigplus", "…", "", " – ! "),
    *(
        "a\u0300e\u0301",
        "x\u200dy",
        "\ufeffbom",
        "tab\tnieuw\nregel\u00a0vast\u2028einde",
        "👩‍👧 kind",
    ),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Coördinator ÉÉN", "coordinator een"),
        ("e\u0301e\u0301n", "een"),
        ("Straße İ Łódź ﬁets ²", "strasse i lodz fiets 2"),
        ("’t is 55‑plus", "'t is 55-plus"),
    ],
)
def test_words_are_folded_without_accents_and_capitals(text: str, expected: str) -> None:
    assert fold(text) == expected
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize("said", ["55+", "55plus", "55-plus", "55 plus", "55-plusser", "55 PLUS"])
def test_over_an_age_is_said_in_many_ways(said: str) -> None:
    assert words(said) == [("55", "55plus")]


@pytest.mark.parametrize("said", ["27-", "<27"])
def test_under_an_age_is_said_in_more_ways_than_one(said: str) -> None:
    assert words(said) == [("27", "27min")]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("vijfenvijftig", ("55",)),
        ("tweeëntwintig", ("22",)),
        ("vier", ("4",)),
        ("vijftigplusser", ("50", "50plus")),
        ("een", ("een",)),
    ],
)
def test_numbers_are_written_in_words_too(said: str, expected: tuple[str, ...]) -> None:
    assert words(said) == [expected]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("onder de 27", ("27", "27min")),
        ("tot 27 jaar", ("27", "27min")),
        ("ouder dan 50", ("50", "50plus")),
        ("tot 27 uur per week", ("27",)),
        ("in 27 gemeenten", ("27",)),
    ],
)
def test_a_number_after_a_limit_is_an_age_unless_it_is_measured(
    said: str, expected: tuple[str, ...]
) -> None:
    assert expected in words(said)
    assert len(max(words(said), key=len)) == len(expected)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("no-show", ["no", "show"]),
        ("de auto's", ["de", "auto"]),
        ("een p.v.a. dus", ["een", "pva", "dus"]),
        ("binnen 4weken", ["binnen", "4", "weken"]),
        ("zo'n «keuze»: o.a. geld", ["zo", "keuze", "oa", "geld"]),
    ],
)
def test_words_end_where_a_reader_ends_them(said: str, expected: list[str]) -> None:
    assert [forms[0] for forms in words(said)] == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [("schuld", "schulden"), ("gesprek", "gesprekken"), ("taal", "talen"), ("gift", "giften")],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_short_words_and_numbers_keep_their_letters() -> None:
    short = ["lks", "wet", "55", "nt2"]
    assert [stem(word) for word in short] == short


def test_neighbours_are_joined_and_a_verb_that_te_parts_too() -> None:
    assert list(joined("proef plaatsing")) == ["proefplaatsing"]
    assert "terugbetalen" in joined("om terug te betalen")
    assert list(joined("alleen")) == []


# The same in the browser.


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Page:
    return open_scripts(browser, tmp_path_factory.mktemp("words"), WORDS)


def in_browser(page: Page, texts: list[str]) -> list[list[list[str]]]:
    """Return for each text its words and what they are joined to, as the browser sees them."""
    script = """texts => {
      const { words, joined } = window.spreekkamer.words;
      return texts.map(text => [words(text), joined(words(text))]);
    }"""
    found: list[list[list[str]]] = page.evaluate(script, texts)
    return found


def in_python(texts: list[str]) -> list[list[list[str]]]:
    """Return the same as this package sees it."""
    both = ([[list(forms) for forms in words(text)], list(joined(text))] for text in texts)
    return [list(each) for each in both]


def dutch_words() -> list[str]:
    """Return all words of the collection, and the thousands of the list of parts of compounds."""
    files = sorted((ROOT / "learnings").rglob("*.yml"))
    told = " ".join(file.read_text(encoding="utf-8") for file in files)
    listed = (ROOT / "hooks/spreekkamer/data/compound_parts.txt").read_text(encoding="utf-8")
    endings = ("en", "ing", "heden", "lijke")
    made = [word + ending for word in listed.split() for ending in endings]
    found = [*(forms[0] for forms in words(told)), *listed.split(), *made]
    return sorted(set(found))


def test_the_browser_makes_the_same_stems_of_thousands_of_words(page: Page) -> None:
    every = dutch_words()
    assert len(every) > 20_000
    script = "every => every.map(window.spreekkamer.words.stem)"
    different = [
        (word, ours, theirs)
        for word, ours, theirs in zip(
            every, map(stem, every), page.evaluate(script, every), strict=True
        )
        if ours != theirs
    ]
    assert different == []


def test_the_browser_sees_the_same_words_in_odd_texts(page: Page) -> None:
    assert in_browser(page, list(ODD)) == in_python(list(ODD))


def test_the_browser_sees_the_same_words_in_every_file(page: Page) -> None:
    files = sorted((ROOT / "learnings").rglob("*.yml"))
    told = [file.read_text(encoding="utf-8") for file in files]
    assert in_browser(page, told) == in_python(told)


LETTERS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cn", "Co"))
PIECES = st.one_of(st.text(LETTERS, max_size=6), st.sampled_from(ODD), st.integers(0, 120).map(str))


@settings(max_examples=10, deadline=None)
@given(st.lists(st.lists(PIECES, max_size=6).map(" ".join), min_size=50, max_size=50))
def test_the_browser_sees_the_same_words_in_any_text(page: Page, texts: list[str]) -> None:
    assert in_browser(page, texts) == in_python(texts)


def test_the_vendored_scripts_keep_their_licences() -> None:
    for folder in (Path(ROOT) / "docs/assets/vendor").iterdir():
        assert "Copyright" in (folder / "LICENSE").read_text(encoding="utf-8")
        scripts = [each.read_text(encoding="utf-8") for each in folder.glob("*.js")]
        assert scripts
        assert not any("eval(" in each or "new Function" in each for each in scripts)
        assert not any("sourceMappingURL" in each or "WebAssembly" in each for each in scripts)
