"""What the patterns of privacy find: the same in Python and in the browser, and without delay."""

from __future__ import annotations

import functools
import importlib
import json
import pkgutil
import random
import re
import time
from collections.abc import Iterator
from importlib import resources
from itertools import pairwise
from pathlib import Path
from re import _parser as parser  # type: ignore[attr-defined]  # only their parser knows
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page
from stdnum import iban
from stdnum.nl import bsn

import hostile
from conftest import card_with
from finding import check_card
from spreekkamer import checks, privacy, prose
from spreekkamer.privacy import patterns, searching
from spreekkamer.privacy.checksums import CHECKSUMS
from spreekkamer.private_parts import may_show
from spreekkamer.screening import Screen
from spreekkamer.yaml_reader import parse

# The same code very many times: tracing it takes longer than running it, and covers nothing new.
pytestmark = pytest.mark.untraced

CASES = json.loads((Path(__file__).parent / "privacy_cases.json").read_text(encoding="utf-8"))
DATA = json.loads(resources.files(privacy).joinpath("patterns.json").read_text(encoding="utf-8"))
PARTS = DATA["parts"] | {"surnames": "|".join(DATA["id_names"]["surnames"])}
SOURCES = [
    (number, name, entry[name], bool(entry.get("ignore_case")))
    for number, entry in enumerate(DATA["patterns"])
    for name in ("find", "unless_before")
    if name in entry
]
NAMES = [f"{number}-{DATA['patterns'][number]['rule']}-{name}" for number, name, *_ in SOURCES]
# Reserved for examples: they pass the tests and belong to nobody.
BSN, IBAN, PHONE = "111222333", "NL91ABNA0417164300", "0612345678"


def found(text: str, kind: str = "practice") -> list[tuple[str, str]]:
    """Return the rules that find something in a text of a card of `kind`, with what they find."""
    root, _ = parse(f"kind: {kind}")
    shown = may_show("card", root)  # type: ignore[arg-type]  # all it needs of a mapping
    hits = (hit for hit in privacy.hits(text) if hit.kind not in shown)
    return [(f"privacy-{hit.kind}", text[hit.start : hit.end]) for hit in hits]


def expanded(text: str) -> str:
    """Return a pattern with its parts filled in."""
    while re.search("<[a-z0-9_]+>", text):
        text = re.sub("<([a-z0-9_]+)>", lambda part: PARTS[part[1]], text)
    return text


# The cases.


@pytest.mark.parametrize("case", CASES, ids=range(len(CASES)))
def test_a_sentence_has_exactly_the_expected_findings(case: dict[str, Any]) -> None:
    expected = [(each["rule"], each["found"]) for each in case["finds"]]
    assert found(case["text"], case.get("kind", "practice")) == expected, case["why"]


def test_there_are_many_cases_and_most_of_them_are_clean() -> None:
    assert len(CASES) >= 150
    assert len({case["text"] for case in CASES}) == len(CASES)
    assert sum(not case["finds"] for case in CASES) >= len(CASES) * 2 / 3


def test_every_rule_that_looks_at_texts_has_cases() -> None:
    rules = {name for name, each in checks.rules().items() if each.family == "privacy"}
    assert {each["rule"] for case in CASES for each in case["finds"]} == rules - {
        "privacy-combination"
    }


# One file for two languages.


@pytest.mark.parametrize(("_number", "_name", "source", "_ignore"), SOURCES, ids=NAMES)
def test_a_pattern_uses_only_what_python_and_javascript_share(
    _number: int, _name: str, source: str, _ignore: bool
) -> None:
    pattern = expanded(source)
    assert re.search(r"\\[a-zA-Z0-9](?<!\\n)(?<!\\t)(?<!\\u)", pattern) is None
    assert not {*re.findall(r"\(\?[^:=!]", pattern)}, "look-behind, named group or flag"
    assert re.search(r"[*+?}]\+", pattern) is None, "possessive"
    assert re.search(r"\\[AZzQE]", pattern) is None
    assert max(map(ord, pattern)) < 0x10000
    re.compile(pattern)


def test_a_pattern_finds_its_first_group() -> None:
    for entry in DATA["patterns"]:
        assert re.compile(expanded(entry["find"])).groups == 1


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return browser.new_page()


IN_JAVASCRIPT = """
([data, texts]) => {
  const fill = (text) => {
    while (/<[a-z0-9_]+>/.test(text)) {
      text = text.replace(/<([a-z0-9_]+)>/g, (_, name) => data.parts[name]);
    }
    return text;
  };
  const compiled = data.patterns.flatMap((entry) => ["find", "unless_before"]
    .filter((name) => name in entry)
    .map((name) => new RegExp(fill(entry[name]), "ug" + (entry.ignore_case ? "i" : ""))));
  const start = (match) => match[1] === undefined ? match.index
    : match.index + match[0].length - match[1].length;
  const all = (pattern, text) => {
    const found = [];
    for (const match of text.matchAll(pattern)) {
      // Group 1 ends the match, so that its place needs no flag of its own.
      const points = [...text.slice(0, start(match))].length;
      found.push([points, points + [...(match[1] ?? match[0])].length]);
    }
    return found;
  };
  return compiled.map((pattern) => texts.map((text) => all(pattern, text)));
}
"""
WORDS = [word for case in CASES for word in re.findall(r"\S+\s*", case["text"])]
ODD = ["\u00a0", "\n", " ", "\u2013", "😀", "İ", "ſ", "\u212a", "ß", "é", "e\u0301", "-", "."]


def generated(number: int) -> list[str]:
    """Return texts of words of the cases, odd characters and what the patterns find."""
    chance = random.Random(2015)
    trees = [parser.parse(expanded(entry["find"])) for entry in DATA["patterns"]]
    makers = (
        lambda: chance.choice(WORDS),
        lambda: hostile.sampled(chance.choice(trees), chance) + chance.choice(ODD),
        lambda: chance.choice(ODD),
    )
    return [
        "".join(chance.choices(makers, [6, 3, 1])[0]() for _ in range(chance.randint(1, 14)))
        for _ in range(number)
    ]


@functools.cache
def all_texts() -> list[str]:
    """Return the texts of the cases and thousands of made ones."""
    return [case["text"] for case in CASES] + generated(3000)


def test_every_pattern_finds_the_same_in_a_browser(page: Page) -> None:
    texts = [searching.plain(text) for text in all_texts()]
    in_browser = page.evaluate(IN_JAVASCRIPT, [DATA | {"parts": PARTS}, texts])
    total = 0
    for (_, _, source, ignore), name, answers in zip(SOURCES, NAMES, in_browser, strict=True):
        pattern = re.compile(expanded(source), re.IGNORECASE if ignore else 0)
        group = min(pattern.groups, 1)
        for text, answer in zip(texts, answers, strict=True):
            ours = [[*match.span(group)] for match in pattern.finditer(text)]
            assert ours == answer, (name, text)
            total += len(ours)
    assert total > 8_000


def test_group_1_ends_what_a_pattern_finds() -> None:
    texts = generated(200)
    for entry in DATA["patterns"]:
        pattern = re.compile(expanded(entry["find"]), re.IGNORECASE)
        for text in texts:
            assert all(match.end(1) == match.end() for match in pattern.finditer(text))


def test_what_saves_time_hides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = all_texts()
    quick = [privacy.hits(text) for text in texts]
    searching._sought.cache_clear()
    everything = range(len(DATA["patterns"]) + 1)
    monkeypatch.setattr(Screen, "candidates", lambda *_: everything)
    assert [privacy.hits(text) for text in texts] == quick
    searching._sought.cache_clear()


def test_what_many_texts_are_passed_over_for_is_found_in_none_of_them() -> None:
    texts = all_texts()
    one_by_one = [privacy.hits(text) for text in texts]
    chance = random.Random(8)
    for most in (1, 3, 40):
        groups = [chance.sample(texts, most) for _ in range(300 // most)]
        privacy.pass_over([*groups, ["Niets."] * most, ["Ook niets."]])
        assert {"Niets.", "Ook niets."} <= searching._CLEAN
        searching._sought.cache_clear()
        assert [privacy.hits(text) for text in texts] == one_by_one
    privacy.pass_over([])


# Numbers with a checksum.


def test_the_lengths_of_account_numbers_are_those_of_the_registry() -> None:
    known = {
        country: 4 + sum(int(length) for length in re.findall("([0-9]+)!", entry["bban"]))
        for country, entry in ((each, _registry(each)) for each in DATA["iban_lengths"])
    }
    assert known == DATA["iban_lengths"]
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    missing = {a + b for a in letters for b in letters if _registry(a + b)} - {*known}
    assert missing == set()


def _registry(country: str) -> dict[str, str]:
    return dict(iban._ibandb.info(country + "00")[0][1])


@pytest.mark.parametrize("number", [BSN, "123456782", "999999990", "12345672"])
def test_a_number_that_passes_the_eleven_test_is_one(number: str) -> None:
    assert CHECKSUMS["bsn"](number, {}) == len(number)


@pytest.mark.parametrize(
    "number", ["123456789", "000000000", "111222334", "1234567", "1112223330", "x", "", "aaaaaaaaa"]
)
def test_a_number_that_fails_the_eleven_test_is_none(number: str) -> None:
    assert CHECKSUMS["bsn"](number, {}) == 0


@pytest.mark.parametrize(
    ("text", "length"),
    [
        (IBAN, 18),
        ("nl91abna0417164300", 18),
        ("NL91 ABNA 0417 1643 00", 22),
        (IBAN + "12", 18),
        ("BE68539007547034", 16),
        ("GB29NWBK60161331926819", 22),
    ],
)
def test_an_account_number_is_what_has_the_length_of_its_country(text: str, length: int) -> None:
    assert CHECKSUMS["iban"](text, DATA["iban_lengths"]) == length


@pytest.mark.parametrize("text", ["NL92ABNA0417164300", "NL91ABNA041716430", "XX91ABNA0417164300"])
def test_an_account_number_of_another_length_or_sum_is_none(text: str) -> None:
    assert CHECKSUMS["iban"](text, DATA["iban_lengths"]) == 0


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**9 - 1))
def test_the_eleven_test_is_that_of_the_library(number: int) -> None:
    digits = f"{number:09}"
    assert bool(CHECKSUMS["bsn"](digits, {})) is bsn.is_valid(digits)


# Numbers that are planted.

DUTCH = st.lists(
    st.sampled_from(["we", "spraken", "af", "dat", "hij", "eerst", "naar", "de", "les", "daarna"]),
    min_size=1,
    max_size=8,
).map(" ".join)
# Dots and dashes in fixed groups are in the cases; at random they make dates, which come first.
BREAKS = st.sampled_from(["", "", " ", "\n", "\u00a0", "\u202f", " \n"])


@st.composite
def spread(draw: st.DrawFn, number: str) -> str:
    """Draw `number` with something or nothing between its characters."""
    return "".join(each + draw(BREAKS) for each in number[:-1]) + number[-1]


@settings(max_examples=150, deadline=None)
@given(DUTCH, DUTCH, st.data())
def test_a_planted_number_is_found_however_it_is_broken_up(
    before: str, after: str, data: st.DataObject
) -> None:
    planted = {
        "bsn": "bsn " + data.draw(spread(BSN)),
        "number": data.draw(spread(BSN)),
        "iban": "NL" + data.draw(spread(IBAN[2:])),
        # Nobody breaks "NL" and "06", and a row such as 0 5 10 15 is no number.
        "phone": "06" + data.draw(spread(PHONE[2:])),
        "email": f"{data.draw(st.sampled_from(['a.b', 'voornaam', 'x_1']))}@example.org",
        "web": "https://example.org/" + data.draw(st.sampled_from(["", "a", "b?c=1"])),
    }
    for kind, number in planted.items():
        text = f"{before} {number} {after}"
        covered = privacy.masked(text)
        kinds = {hit.kind for hit in privacy.hits(text)}
        assert kind in kinds, number
        squeezed = re.sub(r"\s", "", covered)
        assert number.rpartition(" ")[2].replace("-", "") not in squeezed


ANY_TEXT = st.one_of(
    st.text(max_size=120),
    st.lists(st.sampled_from([*WORDS, *hostile.PIECES, *ODD]), max_size=12).map("".join),
)


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT)
def test_what_is_found_lies_apart_and_in_order(text: str) -> None:
    hits = privacy.hits(text)
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert all(one.end <= next_one.start for one, next_one in pairwise(hits))
    assert all(f"privacy-{hit.kind}" in checks.rules() for hit in hits)


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT)
def test_what_is_masked_stays_masked_and_keeps_its_length(text: str) -> None:
    covered = privacy.masked(text)
    hidden = {place for hit in privacy.hits(text) for place in range(hit.start, hit.end)}
    assert len(covered) == len(text)
    for place, (shown, typed) in enumerate(zip(covered, text, strict=True)):
        assert shown == (privacy.COVER if place in hidden else typed)
    assert privacy.masked(covered) == covered


# No text takes long.

SECONDS = 2.0


def spent(text: str) -> float:
    """Return the seconds of CPU that looking through `text` takes."""
    searching._sought.cache_clear()
    start = time.process_time()
    privacy.hits(text)
    privacy.masked(text)
    return time.process_time() - start


@pytest.mark.parametrize("pieces", [hostile.PIECES, tuple(hostile.mixes())], ids=["one", "two"])
def test_no_piece_that_comes_again_and_again_takes_long(pieces: tuple[str, ...]) -> None:
    slow = {piece: took for piece in pieces if (took := spent(hostile.whole(piece))) > SECONDS}
    assert slow == {}


# `make crawl`, as each takes seconds.
@pytest.mark.slow
@pytest.mark.parametrize("number", range(len(DATA["patterns"])))
def test_nothing_that_a_pattern_is_made_of_takes_it_long(number: int) -> None:
    pattern = patterns.data().patterns[number]
    for piece in hostile.parts_of(pattern.source):
        start = time.process_time()
        list(searching.matches(pattern, hostile.whole(piece)))
        assert time.process_time() - start < SECONDS, piece


def _expressions() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield every regular expression of the rules on texts, with the module it stands in."""
    packages = (checks, importlib.import_module("spreekkamer.checks.text"))
    names = [
        f"{package.__name__}.{info.name}"
        for package in packages
        for info in pkgutil.iter_modules(package.__path__)
    ]
    for module in map(importlib.import_module, (*names, prose.__name__)):
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern):
                yield f"{module.__name__.rpartition('.')[2]}.{name}", value


def test_no_expression_of_a_rule_on_texts_takes_long() -> None:
    expressions = dict(_expressions())
    assert {"judging._JUDGING", "markup._MARKUP", "placeholder._LEFT_IN"} <= {*expressions}
    assert {"free_texts._QUOTED", "free_texts._END", "prose._QUOTATION"} <= {*expressions}
    slow = {}
    for name, pattern in expressions.items():
        for piece in {*hostile.PIECES, *hostile.parts_of(pattern.pattern)}:
            text = hostile.whole(piece)
            start = time.process_time()
            for _ in pattern.finditer(text):
                pass
            if time.process_time() - start > SECONDS:
                slow[name, piece] = time.process_time() - start
    assert slow == {}


def _as_comment(text: str) -> str:
    return "# " + text.replace("\n", "\n# ")


SHAPES = {
    "folded": lambda text: "choice: >-\n  " + text.replace("\n", "\n  "),
    "quoted": lambda text: "choice: " + json.dumps(text, ensure_ascii=False),
    "comment": _as_comment,
}


# Whole cards of what each pattern is tried with above, so `make crawl` is often enough.
@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES)
def test_no_card_of_the_largest_size_takes_long(shape: str) -> None:
    slow = {}
    for piece in hostile.PIECES:
        content = card_with(SHAPES[shape](hostile.whole(piece, 50_000))).encode()[: 64 * 1024]
        searching._sought.cache_clear()
        start = time.process_time()
        check_card(content)
        if (took := time.process_time() - start) > SECONDS:
            slow[piece] = took
    assert slow == {}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Zie 0-6-1.2345678!", f"Zie {privacy.COVER * 13}!"),
        ("0612345678 en 0612345678", f"{privacy.COVER * 10} en {privacy.COVER * 10}"),
        ("\u0130\u0130 0612345678", f"\u0130\u0130 {privacy.COVER * 10}"),
        ("061234567", "061234567"),
    ],
)
def test_what_is_known_to_be_private_is_covered_in_another_form(text: str, shown: str) -> None:
    assert privacy.without_secrets(text, frozenset(("0612345678",))) == shown
