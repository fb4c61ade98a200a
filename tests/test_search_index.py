"""What the script of the search page gets: what is shown, and by which words it is found."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from typing import Any

import pytest

from making import a_card, a_dilemma, a_library, a_question
from search_cards import searched
from spreekkamer import search_words, texts
from spreekkamer.card import Card, Outcome, Signal, Try
from spreekkamer.library import Library
from spreekkamer.search_index import Index, Written
from spreekkamer.search_words import stem
from spreekkamer.vocabulary import Tag, WordGroup

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


def data_of(library: Library, language: str = "nl") -> dict[str, Any]:
    """Return what the script gets, as it reads it."""
    script = Index(library, texts.load(language)).script()
    found: dict[str, Any] = json.loads(script.removeprefix(PREFIX).removesuffix(";\n"))
    return found


def card_data(card: Card, language: str = "nl") -> dict[str, Any]:
    """Return what the script gets of one card."""
    (found,) = data_of(a_library(card, tags=TAGS), language)["cards"]
    assert isinstance(found, dict)
    return found


def by_id(entries: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return entries by their ids."""
    return {each["id"]: each for each in entries}


def group_of(card: dict[str, Any], query: str) -> int | None:
    """Return the number of the heaviest group with every word of `query`, None without one."""
    asked = {search_words.stem(form) for slot in search_words.words(query) for form in slot}
    groups = [set(group.split()) for group in card["w"]]
    return next((at for at, group in enumerate(groups) if asked <= group), None)


def test_every_card_tag_and_dilemma_is_there_active_or_not() -> None:
    cards = [
        a_card("a"),
        a_question("d"),
        a_card("oud", status="retired", retired_because="De regel is weg."),
        a_card("vervangen", status="superseded", replaced_by="a"),
    ]
    library = a_library(*cards, dilemmas=[a_dilemma(), a_dilemma("leeg")], tags=TAGS)
    found = data_of(library)
    assert {each["id"]: each["status"] for each in found["cards"]} == {
        "a": "active",
        "d": "active",
        "oud": "retired",
        "vervangen": "superseded",
    }
    assert [*by_id(found["tags"])] == ["debts", "no-show"]
    assert [*by_id(found["dilemmas"])] == ["work-training", "leeg"]
    assert (found["version"], found["language"]) == (1, "nl")


def test_an_entry_leads_to_its_page() -> None:
    found = data_of(a_library(a_card("een"), tags=TAGS))
    assert found["cards"][0]["url"] == "kaarten/een.html"
    assert found["dilemmas"][0]["url"] == "dilemmas/work-training.html"
    assert found["tags"][0]["url"] == "trefwoorden/situation/debts.html"


def test_a_card_shows_its_kind_its_result_its_choice_and_how_it_went() -> None:
    card = card_data(a_card("een", choice="Eerst dit. " + "En toen dat. " * 40, tags=CARRIED))
    told = {name: card[name] for name in ("title", "kind", "badge", "result", "resultLabel")}
    assert told == {
        "title": "Kaart een",
        "kind": "practice",
        "badge": "Eigen praktijk",
        "result": "worked",
        "resultLabel": "Werkte",
    }
    assert (card["dilemma"], card["side"]) == ("work-training", "training-first")
    assert (card["sideLabel"], card["sideNumber"], card["year"]) == ("Eerst leren", 2, "2026")
    assert card["text"].startswith("Eerst dit. En toen dat.")
    assert len(card["text"]) <= 140
    assert card["gain"] == "Ze bleef na de eerste maand."
    assert card["tags"] == ["debts"]


def test_a_question_shows_its_situation_and_a_card_in_between_says_so() -> None:
    question = card_data(a_question("vraag", period="unknown"))
    assert question["text"] == "Een inwoner wilde snel werken."
    assert (question["gain"], question["side"], question["sideNumber"]) == ("", "", 0)
    assert question["year"] == "jaar onbekend"
    between = card_data(a_card("een", side="between"))
    assert (between["sideLabel"], between["sideNumber"]) == ("Er tussenin", 0)


def test_a_card_holds_the_sentences_that_its_result_does_not_show() -> None:
    texts_of = {
        "choice": "Eerst dit.",
        "what_worked": "Ze bleef.",
        "because": "Ze wist wat er kwam.",
    }
    card = card_data(a_card("een", situation="Zij wilde snel. Hij niet.", **texts_of))
    assert (card["text"], card["gain"]) == ("Eerst dit.", "Ze bleef.")
    assert card["s"] == ["Zij wilde snel.", "Hij niet.", "Ze wist wat er kwam."]
    question = card_data(a_question("vraag", situation="Wat doe je dan?"))
    assert question["s"] == []


def test_a_choice_that_did_not_work_shows_what_did_not_work() -> None:
    both = {"what_worked": "De rust hielp.", "what_did_not_work": "Zij stopte."}
    assert card_data(a_card("een", **both))["gain"] == "De rust hielp."
    assert card_data(a_card("een", result="did-not-work", **both))["gain"] == "Zij stopte."


def test_a_tag_tells_its_cards_and_keeps_apart_what_is_never_shown() -> None:
    gone = a_card("weg", tags=CARRIED, status="retired", retired_because="De regel is weg.")
    tags = by_id(data_of(a_library(a_card("a", tags=CARRIED), gone, tags=TAGS))["tags"])
    assert (tags["debts"]["number"], tags["debts"]["note"]) == (1, "1 kaart")
    assert (tags["no-show"]["number"], tags["no-show"]["note"]) == (0, "")
    assert tags["debts"]["also"] == ["deurwaarder", "beslagvrije voet"]
    # As stems, since nobody sees them and they are most of the data.
    assert tags["debts"]["stems"] == [*map(stem, ("schulde", "wsnp", "debts"))]


def test_a_hidden_name_keeps_its_words_where_a_stem_of_it_would_not_do() -> None:
    said = ("komt niet", "komt de brug niet over", "bij 55+", "schuld schulden", "dure schulden")
    tags = {"situation": [replace(DEBTS, label={"nl": "Schulden"}, find_only=said)]}
    (found,) = data_of(a_library(tags=tags))["tags"]
    # Of the first no word tells, of the second one, as of the last; a number has more forms.
    assert found["w"] == ["komt niet", "komt de brug niet over", "bij 55+", "schuld schulden"]
    assert found["stems"] == [stem("schulde"), "dur schuld"]


@pytest.mark.parametrize(
    ("kinds", "dutch", "english"),
    [
        ("pse", "2 kaarten en 1 voorbeeld", "2 cards and 1 example"),
        ("pqee", "1 kaart, 1 vraag en 2 voorbeelden", "1 card, 1 question and 2 examples"),
        ("e", "alleen 1 voorbeeld", "only 1 example"),
        (
            "qqee",
            "alleen 2 vragen en 2 voorbeelden",
            "only 2 questions and 2 examples",
        ),
        ("", "", ""),
    ],
)
def test_a_way_in_names_all_its_cards_so_that_they_add_up_to_the_filter(
    kinds: str, dutch: str, english: str
) -> None:
    names = {"p": "practice", "s": "sourced", "e": "example"}
    cards = [
        a_question(f"k{at}", tags=CARRIED)
        if kind == "q"
        else a_card(f"k{at}", kind=names[kind], tags=CARRIED)
        for at, kind in enumerate(kinds)
    ]
    library = a_library(*cards, tags=TAGS)
    for language, note in (("nl", dutch), ("en", english)):
        found = data_of(library, language)
        assert by_id(found["tags"])["debts"]["note"] == note
        assert by_id(found["dilemmas"])["work-training"]["note"] == note


def test_a_dilemma_counts_the_cards_that_its_filter_finds() -> None:
    both = [a_dilemma(), a_dilemma("fast-lasting")]
    cards = [a_card("a", also=("fast-lasting",)), a_card("b", dilemma="fast-lasting")]
    found = by_id(data_of(a_library(*cards, dilemmas=both))["dilemmas"])
    assert found["fast-lasting"]["note"] == found["work-training"]["note"] == "1 kaart"


def test_a_dilemma_is_found_by_its_question_its_label_and_its_sides() -> None:
    (found,) = data_of(a_library(dilemmas=[a_dilemma(synonyms=("scholing",))]))["dilemmas"]
    assert found["also"] == ["scholing", "Eerst werk", "Eerst leren"]
    hidden = {("vraag", "work", "training"), ("label", "work", "training"), ("work", "first")}
    assert {" ".join(map(stem, each)) for each in hidden} <= set(found["stems"])
    assert found["question"] == "Vraag work-training?"


def test_a_word_in_the_title_of_a_card_is_in_its_heaviest_group() -> None:
    card = card_data(a_card("een", title="Coördineer de trajectkaart", situation="Een kaart."))
    assert group_of(card, "trajectkaart") == 0
    assert group_of(card, "COORDINEER") == 0
    assert group_of(card, "kaart") == 1


@pytest.mark.parametrize(
    "name",
    [
        *("situation", "choice", "what_worked", "what_did_not_work", "because", "beneath"),
        *("next_time", "not_when", "unsure", "question", "place"),
    ],
)
def test_a_card_is_found_by_the_words_of_its_texts(name: str) -> None:
    assert group_of(card_data(a_card("een", **{name: "Hier staat zoekwoord."})), "zoekwoord") == 1


def test_a_card_is_found_by_what_came_of_it_later() -> None:
    card = card_data(
        a_card(
            "een",
            tries=(Try("2026", "confirms", "Ook met een fietsplan."),),
            outcome=Outcome("Nu is ze bloemist."),
            signal=Signal("De bus rijdt te laat."),
        )
    )
    assert group_of(card, "fietsplan bloemist bus") == 1


def test_words_that_say_nothing_are_left_out() -> None:
    card = card_data(a_card("een", situation="Hij heeft het niet, en zij ook nog lang niet."))
    assert not {"hij", "het", "niet", "en", "zij"} & set(card["w"][1].split())


def test_compounds_are_split_once_for_everything() -> None:
    tag = Tag("lks", "instrument", {"nl": "Loonkostensubsidie"})
    card = a_card("een", situation="We vroegen een proefplaatsing aan.")
    found = data_of(a_library(card, tags={"instrument": [tag]}))["compounds"]
    assert found["loonkostensubsidie"] == "lon kost subsidie"
    assert found["proefplaats"].split() == ["proef", "plaatsing"]


def test_neighbours_that_are_one_word_elsewhere_are_joined() -> None:
    one, two = (
        a_card("een", situation="Een proef plaatsing."),
        a_card("b", choice="Proefplaatsing!"),
    )
    cards = by_id(data_of(a_library(one, two))["cards"])
    assert group_of(cards["een"], "proefplaatsing") == 1
    assert "eenproef" not in cards["een"]["w"][1]


def test_equal_urgent_and_stop_words_are_folded() -> None:
    words = {
        "person": WordGroup("person", search_as_equal=("inwoner", "cliënt")),
        "urgent": WordGroup("urgent", search_as_equal=("Suïcide", "huiselijk geweld")),
    }
    found = data_of(replace(a_library(), words=words))["words"]
    assert found["equal"] == [["inwoner", "client"]]
    assert found["urgent"] == ["suicide", "huiselijk geweld"]
    assert {"de", "niet", "jaar", "the"} <= set(found["stop"])


def test_the_facets_stand_in_the_order_of_the_page() -> None:
    found = data_of(searched(15))["facets"]
    assert [each["id"] for each in found] == [
        *("noticed", "situation", "phase", "instrument", "technique"),
        *("dilemma", "side", "result", "kind"),
    ]
    # The options of the first five are the tags of the page.
    options = {each["id"]: [option["id"] for option in each["options"]] for each in found[5:]}
    assert "work-training.work-first" in options["side"]
    assert "work-training.between" in options["side"]
    assert options["kind"] == ["practice", "sourced", "question", "example"]
    assert all(option["label"] for each in found[5:] for option in each["options"])


def test_the_language_of_the_site_is_spoken_and_content_without_it_says_so() -> None:
    found = data_of(a_library(a_card("een"), tags=TAGS), "en")
    tags = by_id(found["tags"])
    assert (tags["debts"]["label"], tags["debts"]["lang"]) == ("Debts", "")
    assert (tags["no-show"]["label"], tags["no-show"]["lang"]) == ("Komt niet opdagen", "nl")
    assert stem("schulden") in tags["debts"]["stems"]
    assert found["cards"][0]["lang"] == "nl"
    assert found["dilemmas"][0]["question"] == "Question work-training?"


def test_a_page_that_people_wrote_is_found_by_its_words() -> None:
    text = "---\nhide: toc\n---\n# Onze spelregels\n\nLees [dit](x.md) **eerst**: de huisregels.\n"
    script = Index(a_library(), texts.load("nl")).script([Written("regels.html", text)])
    (page,) = json.loads(script.removeprefix(PREFIX).removesuffix(";\n"))["pages"]
    assert (page["url"], page["title"]) == ("regels.html", "Onze spelregels")
    assert page["text"] == "Lees dit eerst : de huisregels."
    assert {"spelregel", "huisregel"} <= set(page["w"].split())


ODD = 'Zij zei: "nee" \\ </script> é 👩 \u2028 en \u2029 einde'


def test_the_script_is_one_line_of_json_after_its_first_words() -> None:
    library = a_library(a_card("een", title=ODD, choice=ODD), a_question("twee"), tags=TAGS)
    script = Index(library, texts.load("nl")).script()
    assert script.startswith(PREFIX)
    assert len(script.splitlines()) == 1
    assert "\\u2028" in script
    assert data_of(library)["cards"][0]["title"] == ODD


def test_an_empty_site_has_data_too() -> None:
    found = data_of(Library.empty())
    assert (found["cards"], found["tags"], found["dilemmas"], found["pages"]) == ([], [], [], [])


def test_the_data_is_small() -> None:
    def size(library: Library) -> int:
        script = Index(library, texts.load("nl")).script()
        return len(gzip.compress(script.encode(), 9))

    full = searched(200)
    fixed = size(replace(full, cards={}))
    assert fixed < 25_000
    assert (size(full) - fixed) / 200 < 1_200
