"""What each rule is for: the words and samples behind the page of rules and `explain`."""

from __future__ import annotations

import re

import pytest

from conftest import Project
from spreekkamer import checks, texts
from spreekkamer.checks import NamedRule
from spreekkamer.diagnostics import Severity
from spreekkamer.explaining import Shown, explain, families, nearest_rule, visible
from spreekkamer.reporting import explanation
from spreekkamer.source import forbidden_character

NL, EN = texts.load("nl"), texts.load("en")
RULES = list(checks.rules().values())
NAMES = [rule.name for rule in RULES]
MOST_WORDS = 25
MOST_SENTENCES = 4


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?]) (?=[A-Z«])", text)


# The texts.


@pytest.mark.parametrize("language", [NL, EN], ids=texts.LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_rule_says_why_in_a_few_sentences(name: str, language: texts.Texts) -> None:
    found = explain(name, language)
    assert found.title
    assert found.why.endswith(".")
    assert 1 <= len(sentences(found.why)) <= MOST_SENTENCES


@pytest.mark.parametrize("name", NAMES)
def test_no_dutch_sentence_is_long(name: str) -> None:
    words = {each: len(each.split()) for each in sentences(explain(name, NL).why)}
    assert {each: number for each, number in words.items() if number > MOST_WORDS} == {}


def test_each_family_has_a_title_and_a_sentence_and_all_its_rules() -> None:
    found = families(NL)
    assert [each.name for each in found] == [*checks.FORM, *checks.REFERENCE, *checks.JUDGEMENT]
    assert [rule.name for each in found for rule in each.rules] == NAMES
    assert all(each.title and each.about for each in found)
    assert all(rule.name.startswith(f"{each.name}-") for each in found for rule in each.rules)


def test_an_unknown_rule_is_an_error() -> None:
    with pytest.raises(KeyError):
        explain("privacy-alles", NL)


# The samples.


def one(name: str, language: texts.Texts = NL) -> tuple[Shown, Shown]:
    found = explain(name, language)
    assert len(found.fails) == len(found.passes) == 1
    return found.fails[0], found.passes[0]


@pytest.mark.parametrize("name", NAMES)
def test_the_samples_can_be_told_apart_and_read(name: str) -> None:
    found = explain(name, NL)
    assert found.fails != found.passes
    for shown in (*found.fails, *found.passes):
        assert shown.path or shown.code or shown.words
        assert not forbidden_character(shown.code)
        assert "\t" not in shown.code
        assert len(shown.code) < 1000


def test_a_part_of_a_card_is_shown_as_it_is_typed() -> None:
    assert one("ref-side") == (Shown(code="side: work-frist"), Shown(code="side: between"))


def test_a_rule_on_names_shows_names_only() -> None:
    assert one("id-characters") == (
        Shown("cards/Mijn_Kaart.yml"),
        Shown("cards/mijn-kaart-2.yml"),
    )


def test_a_whole_file_is_marked_as_such() -> None:
    fails, _ = one("yaml-root")
    assert fails == Shown(code="- situation\n- choice", whole=True)


def test_what_cannot_be_typed_is_described() -> None:
    assert one("id-link")[0] == Shown("cards/elders.yml", words=NL("explain.link"))
    assert one("id-unreadable", EN)[0] == Shown("cards/map.yml", words=EN("explain.folder"))
    assert one("yaml-encoding")[0] == Shown(code="title: Caf�", words=NL("explain.other-encoding"))


def test_a_file_beside_the_sample_is_told_of_once_if_it_stays_the_same() -> None:
    law = explain("fresh-law", NL)
    assert law.fails[1].words == NL("explain.beside", path="law_changes.yml")
    assert law.fails[1].code.startswith("zoektermijn:")
    assert len(law.passes) == 1
    title = explain("deck-same-title", NL)
    assert len(title.fails) == len(title.passes) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("situation:\ttekst", "situation:⟨tab⟩tekst"),
        ("klant\u200bmanager", "klant⟨U+200B⟩manager"),
        ("een\u00a0huis\u00ad\u202e", "een⟨U+00A0⟩huis⟨U+00AD⟩⟨U+202E⟩"),
        ("twee\r\nregels\n", "twee⟨U+000D⟩\nregels"),
        ("één «gewone» tekst…", "één «gewone» tekst…"),
    ],
)
def test_what_cannot_be_seen_is_written_out(text: str, expected: str) -> None:
    assert visible(text, NL) == expected


def test_a_very_long_line_is_cut_with_a_word_on_the_rest() -> None:
    assert visible("x" * 400, NL) == "x" * 400
    assert visible(f"a\n{'x' * 401}", NL) == f"a\n{'x' * 60}… (en nog 341 tekens)"
    assert visible("x" * 401, EN).endswith("… (and 341 more characters)")


# Overruling.

OVERRULED = [each for each in RULES if explain(each.name, NL).allow]


@pytest.mark.parametrize("named", OVERRULED, ids=[each.name for each in OVERRULED])
def test_the_lines_to_overrule_a_rule_work_when_pasted(named: NamedRule, project: Project) -> None:
    project.add(named.rule.fails)
    assert project.all_rules() == [named.name]
    card = project.learnings / named.rule.fails.path
    because = "Dat is hier de bedoeling, en wel hierom."
    lines = explain(named.name, NL).allow
    card.write_text(f"{card.read_text(encoding='utf-8')}{lines} {because}\n", encoding="utf-8")
    assert project.all_rules() == []


@pytest.mark.parametrize("named", OVERRULED, ids=[each.name for each in OVERRULED])
def test_a_reason_has_to_be_filled_in(named: NamedRule, project: Project) -> None:
    project.card(explain(named.name, NL).allow)
    assert project.all_rules() == ["field-empty"]


def test_only_a_card_can_overrule_and_not_everything() -> None:
    allowed = {each.name for each in OVERRULED}
    assert {"privacy-name", "privacy-address", "text-judging", "fresh-law"} <= allowed
    never = ("privacy-bsn", "privacy-iban", "privacy-email", "privacy-phone", "ref-side")
    elsewhere = ("id-extension", "deck-empty-side", "deck-unused-source", "fresh-allow")
    assert allowed.isdisjoint((*never, *elsewhere))


# A name that is typed wrongly.


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("privacy-bns", "privacy-bsn"),
        ("bsn", "privacy-bsn"),
        ("Near-Duplicate", "deck-near-duplicate"),
        ("ontbekend veld", "field-unknown"),
        ("unknown field", "field-unknown"),
        ("xqzxqz", None),
    ],
)
def test_the_nearest_rule_is_found_by_name_or_title(typed: str, expected: str | None) -> None:
    assert nearest_rule(typed) == expected


# As text.


def test_a_rule_is_explained_as_text() -> None:
    assert explanation.render(explain("privacy-postcode", NL), NL) == (
        "privacy-postcode: Er staat een postcode\n"
        "Waarschuwing\n\n"
        "Bij één postcode horen ongeveer twintig huizen. Meestal is «in de buurt» genoeg.\n\n"
        "Geeft een melding:\n"
        "    choice: Ik keek welke banen er waren in de buurt van 1234 AB, met de fiets te doen.\n"
        "\n"
        "Geeft geen melding:\n"
        "    choice: Ik keek welke banen er waren in 2024 en 2025, met de fiets te doen. Sinds 2015"
        " PW, en 1940 SS blijft een jaartal.\n\n"
        "Klopt dit niet voor jouw kaart? Zet deze regels onderaan de kaart, en schrijf\n"
        "achter because: waarom niet. Staat allow er al, zet er dan alleen de onderste\n"
        "twee regels bij.\n\n"
        "    allow:\n"
        "      - rule: privacy-postcode\n"
        "        because:"
    )


@pytest.mark.parametrize("language", [NL, EN], ids=texts.LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_rule_can_be_explained_as_text(name: str, language: texts.Texts) -> None:
    found = explain(name, language)
    shown = explanation.render(found, language)
    assert shown.startswith(f"{name}: {found.title}\n")
    assert language(f"explain.severity.{found.severity.value}") in shown
    assert (found.allow != "") == (language("explain.overrule") in shown)
    if not found.allow:
        severity = found.severity.value
        why_not = language(f"explain.not-overruled.{severity}")
        assert why_not in " ".join(shown.split())


def test_the_list_of_rules_has_each_name_with_its_title_by_family() -> None:
    shown = explanation.list_all(families(EN), EN)
    lines = [" ".join(line.split()) for line in shown.splitlines()]
    wanted = [f"{name} {EN(f'rules.{name}.title')}" for name in NAMES]
    assert [line for line in lines if line in wanted] == wanted
    assert all(EN(f"explain.family.{each.name}.title") in lines for each in families(EN))
    assert {each.rule.severity for each in RULES} == set(Severity)
