"""By which words cards, dilemmas and tags are found, and what the script gets."""

from __future__ import annotations

import json

import pytest

from making import a_card, a_dilemma, a_library, a_question
from spreekkamer import texts
from spreekkamer.card import Card, Try
from spreekkamer.library import Library
from spreekkamer.search_index import Entry, Index, folded
from spreekkamer.vocabulary import Tag

PREFIX = "window.spreekkamerSearch = "
DEBTS = Tag(
    "debts",
    "situation",
    {"nl": "Schulden", "en": "Debts"},
    synonyms=("deurwaarder", "beslagvrije voet"),
    misspellings=("schulde",),
    find_only=("wsnp",),
)
UNUSED = Tag("no-show", "noticed", {"nl": "Komt niet opdagen"})
TAGS = {"situation": [DEBTS], "noticed": [UNUSED]}
CARRIED = {"situation": ("debts",)}


def entries(library: Library, language: str = "nl") -> dict[tuple[str, str], Entry]:
    found = list(Index(library, texts.load(language)).entries())
    by_id = {(each.kind, each.id): each for each in found}
    assert len(by_id) == len(found)
    return by_id


def card_entry(card: Card, language: str = "nl") -> Entry:
    return entries(a_library(card, tags=TAGS), language)["card", card.id]


def group_of(entry: Entry, query: str) -> int | None:
    """Return the number of the heaviest group with every word of `query`, None without one."""
    asked = set(folded(query).split())
    groups = [set(str(group).split()) for group in entry.data()["words"]]
    return next((number for number, group in enumerate(groups) if asked <= group), None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        (" … – ! ", ""),
        ("Schulden", "schulden"),
        ("Één coördinator, ÉÉN!", "een coordinator"),
        ("e\u0301e\u0301n", "een"),
        ("werk werk Werk", "werk"),
        ("b a b", "b a"),
        ("no-show/afwezig (55+)", "no show afwezig 55"),
        ("zo'n «keuze»: o.a. geld\n- en werk", "zo n keuze o a geld en werk"),
        ("ﬁets ²", "fiets 2"),
        ("日本 Łódź", "日本 łodz"),
    ],
)
def test_words_are_folded_without_accents_capitals_and_signs_each_once(
    text: str, expected: str
) -> None:
    assert folded(text) == expected
    assert folded(folded(text)) == folded(text)


def test_every_dilemma_tag_and_active_card_is_an_entry() -> None:
    cards = [
        a_card("a"),
        a_card("b", kind="sourced"),
        a_card("c", kind="example"),
        a_question("d"),
        a_card("oud", status="retired", retired_because="De regel is weg."),
        a_card("vervangen", status="superseded", replaced_by="a"),
    ]
    library = a_library(*cards, dilemmas=[a_dilemma(), a_dilemma("leeg")], tags=TAGS)
    assert set(entries(library)) == {
        ("dilemma", "work-training"),
        ("dilemma", "leeg"),
        ("tag", "debts"),
        ("tag", "no-show"),
        *(("card", name) for name in "abcd"),
    }
    assert entries(Library.empty()) == {}


def test_an_entry_leads_to_its_page() -> None:
    found = entries(a_library(a_card("een"), tags=TAGS))
    assert {key: entry.address for key, entry in found.items()} == {
        ("dilemma", "work-training"): "dilemmas/work-training.html",
        ("tag", "debts"): "trefwoorden/situation/debts.html",
        ("tag", "no-show"): "trefwoorden/noticed/no-show.html",
        ("card", "een"): "kaarten/een.html",
    }


@pytest.mark.parametrize(
    "query", ["schulden", "debts", "deurwaarder", "beslagvrije voet", "schulde", "wsnp"]
)
@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_a_tag_is_found_by_every_word_for_it_in_both_languages(query: str, language: str) -> None:
    tag = entries(a_library(tags=TAGS), language)["tag", "debts"]
    assert group_of(tag, query) is not None


def test_the_label_of_a_tag_weighs_more_than_other_words_for_it() -> None:
    tag = entries(a_library(tags=TAGS))["tag", "debts"]
    assert (group_of(tag, "schulden"), group_of(tag, "deurwaarder")) == (0, 1)


def test_a_tag_says_how_many_active_cards_it_has_and_never_how_to_misspell_it() -> None:
    gone = a_card("weg", tags=CARRIED, status="retired", retired_because="De regel is weg.")
    found = entries(a_library(a_card("a", tags=CARRIED), gone, tags=TAGS))
    assert found["tag", "debts"].title == "Schulden"
    assert "1 kaart" in found["tag", "debts"].line
    assert "nog geen kaart" in found["tag", "no-show"].line
    invented = entries(a_library(a_card("a", kind="example", tags=CARRIED), tags=TAGS))
    assert invented["tag", "debts"].line == "trefwoord, alleen voorbeeld"
    for entry in found.values():
        shown = f"{entry.title} {entry.line} {entry.text}"
        assert "wsnp" not in shown
        assert "schulde " not in shown


@pytest.mark.parametrize("query", ["Vraag work-training", "Label", "Eerst leren", "work first"])
def test_a_dilemma_is_found_by_its_question_its_label_and_its_sides(query: str) -> None:
    dilemma = entries(a_library(dilemmas=[a_dilemma(synonyms=("scholing",))]))
    assert group_of(dilemma["dilemma", "work-training"], query) == 0
    assert group_of(dilemma["dilemma", "work-training"], "scholing") == 1


def test_a_word_in_the_title_of_a_card_is_in_its_heaviest_group() -> None:
    card = a_card("een", title="Coördineer de trajectkaart", situation="De trajectkaart lag er.")
    assert group_of(card_entry(card), "trajectkaart") == 0
    assert group_of(card_entry(card), "COORDINEER") == 0


def test_a_card_is_found_by_the_words_of_its_tags_its_dilemma_and_its_side() -> None:
    entry = card_entry(a_card("een", tags={**CARRIED, "noticed": ("onbekend",)}))
    assert group_of(entry, "schulden") == 0
    assert group_of(entry, "deurwaarder") == 1
    assert group_of(entry, "label") == 1
    assert group_of(entry, "leren") == 1
    assert group_of(entry, "onbekend") is None


@pytest.mark.parametrize(
    "name",
    [
        "situation",
        "choice",
        "what_worked",
        "what_did_not_work",
        "because",
        "beneath",
        "next_time",
        "not_when",
        "unsure",
        "question",
        "place",
    ],
)
def test_a_card_is_found_by_the_words_of_its_texts(name: str) -> None:
    assert group_of(card_entry(a_card("een", **{name: "Hier staat zoekwoord."})), "zoekwoord") == 2


def test_a_card_is_found_by_what_colleagues_tried_later() -> None:
    card = a_card("een", tries=(Try("2026", "confirms", "Ook met een fietsplan."),))
    assert group_of(card_entry(card), "fietsplan") == 2


def test_a_card_shows_its_kind_its_result_and_how_its_choice_begins() -> None:
    entry = card_entry(a_card("een", choice="Eerst dit. " + "En toen dat. " * 40))
    assert (entry.title, entry.badge) == ("Kaart een", "Eigen praktijk")
    assert entry.line == "Werkte · Keuze: Eerst leren · 2026"
    assert entry.text.startswith("Eerst dit. En toen dat.")
    assert entry.text.endswith("dat. …")
    assert len(entry.text) <= 140
    question = card_entry(a_question("vraag"))
    assert question.text == "Een inwoner wilde snel werken."
    assert question.line == "2026"
    assert card_entry(a_question("vraag", period="unknown")).line == "jaar onbekend"


def test_entries_are_in_the_language_of_the_site_and_content_without_it_in_dutch() -> None:
    found = entries(a_library(a_card("een"), tags=TAGS), "en")
    assert found["dilemma", "work-training"].title == "Question work-training?"
    assert found["tag", "debts"].title == "Debts"
    assert found["tag", "no-show"].title == "Komt niet opdagen"
    assert found["card", "een"].title == "Kaart een"


ODD = 'Zij zei: "nee" \\ </script> é 👩 \u2028 en \u2029 einde'


def test_the_script_is_json_after_its_first_words() -> None:
    library = a_library(a_card("een", title=ODD, choice=ODD), a_question("twee"), tags=TAGS)
    index = Index(library, texts.load("nl"))
    script = index.script()
    assert script.startswith(PREFIX)
    assert script.endswith(";\n")
    assert json.loads(script.removeprefix(PREFIX).removesuffix(";\n")) == [
        each.data() for each in index.entries()
    ]


def test_the_script_has_no_end_of_line_that_is_none_in_json() -> None:
    script = Index(a_library(a_card("een", title=ODD)), texts.load("nl")).script()
    assert len(script.splitlines()) == 1
    assert "\\u2028" in script


def test_the_script_of_an_empty_site_is_an_empty_list() -> None:
    assert Index(Library.empty(), texts.load("nl")).script() == f"{PREFIX}[];\n"
