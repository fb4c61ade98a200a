"""Which pages a site has, and what stands in the head of each."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from making import (
    a_card,
    a_dilemma,
    a_library,
    a_question,
    a_site,
    every_html,
    html_of,
    ids_in,
    pages_of,
)
from spreekkamer import addresses, texts
from spreekkamer.addresses import ABOUT, CARDS, DILEMMAS, SEARCH, SOURCES, START, TAGS, WRITE
from spreekkamer.card import Card, SeeAlso
from spreekkamer.library import Library
from spreekkamer.vocabulary import Facet, LawChange, SourceEntry, Tag

ORDERS = {
    CARDS: "kind",
    addresses.CARDS_BY_DILEMMA: "dilemma",
    addresses.CARDS_BY_RESULT: "result",
    addresses.CARDS_BY_TITLE: "title",
}
OWN = {START, SEARCH, DILEMMAS, TAGS, SOURCES, WRITE, ABOUT, addresses.RULES, *ORDERS}
EXAMPLE = a_card("verzonnen", kind="example", title="Een verzonnen kaart")


def test_a_site_has_a_page_for_each_card_and_each_dilemma() -> None:
    library = a_library(a_card("een"), a_card("twee"), dilemmas=[a_dilemma(), a_dilemma("fast")])
    found = pages_of(library)
    assert ids_in(found, "kaarten/") == {"een", "twee"}
    assert ids_in(found, "dilemmas/") == {"work-training", "fast"}


def test_an_empty_site_has_its_own_pages_and_no_others() -> None:
    assert set(pages_of(Library.empty())) == OWN


def test_every_tag_has_a_page_carried_or_not() -> None:
    tags = {
        "situation": [Tag("debts", "situation", {"nl": "Schulden"})],
        "noticed": [Tag("no-show", "noticed", {"nl": "Komt niet"}, legacy=True)],
    }
    found = pages_of(a_library(a_card(tags={"situation": ("debts",)}), tags=tags))
    assert found["trefwoorden/situation/debts.html"].title == "Schulden"
    assert found["trefwoorden/noticed/no-show.html"].title == "Komt niet"


def test_the_overviews_of_all_cards_lead_to_each_other_and_have_their_own_title() -> None:
    library = a_library(a_card("een", title="Een eigen titel"))
    found = pages_of(library)
    assert len({found[path].title for path in ORDERS}) == len(ORDERS)
    for path, order in ORDERS.items():
        html = html_of(library, path)
        assert f'<h1 id="start">{found[path].title}</h1>' in html
        assert "Een eigen titel" in html
        assert found[path].context["order"] == order
        assert html.count('aria-current="page"') == 1


def test_a_former_id_keeps_its_address_and_leads_to_the_card() -> None:
    library = a_library(a_card("nieuw", formerly=("oud", "ouder")))
    found = pages_of(library)
    assert {"kaarten/oud.html", "kaarten/ouder.html"} <= set(found)
    assert 'href="nieuw.html"' in html_of(library, "kaarten/ouder.html")
    assert found["kaarten/oud.html"].tab == DILEMMAS


@pytest.mark.parametrize(
    "status",
    [
        {"status": "superseded", "replaced_by": "nieuw"},
        {"status": "retired", "retired_because": "De regel is weg."},
    ],
)
def test_a_card_that_no_longer_holds_keeps_its_page_but_leaves_the_lists(
    status: dict[str, str],
) -> None:
    library = a_library(a_card("oud", title="Zo deden we het", **status), a_card("nieuw"))
    assert "kaarten/oud.html" in pages_of(library)
    for path in (START, *ORDERS, "dilemmas/work-training.html", "kaarten/nieuw.html"):
        assert "Zo deden we het" not in html_of(library, path)


def test_without_examples_their_pages_and_former_addresses_are_gone() -> None:
    library = a_library(a_card("echt"), a_card("nep", kind="example", formerly=("ouder",)))
    assert ids_in(pages_of(library), "kaarten/") == {"echt", "nep", "ouder"}
    assert ids_in(pages_of(library, examples=False), "kaarten/") == {"echt"}


def test_without_examples_nothing_leads_to_them() -> None:
    echt = a_card("echt", see_also=(SeeAlso("verzonnen", "follows"),))
    oud = a_card("oud", status="superseded", replaced_by="verzonnen")
    library = a_library(echt, oud, EXAMPLE)
    for html in every_html(library, examples=False).values():
        assert "verzonnen.html" not in html
        assert "Een verzonnen kaart" not in html
    assert "verzonnen.html" in html_of(library, "kaarten/echt.html")


def test_without_examples_a_site_of_examples_is_an_empty_site() -> None:
    html = html_of(a_library(EXAMPLE), START, examples=False)
    assert texts.load("nl")("pages.first.heading") in html


def test_a_page_knows_the_file_behind_it() -> None:
    found = pages_of(a_library(a_card("een")))
    assert found["kaarten/een.html"].source == "learnings/cards/een.yml"
    assert found["dilemmas/work-training.html"].source == "learnings/dilemmas/work-training.yml"
    assert {found[path].source for path in OWN} == {""}


@pytest.mark.parametrize(
    ("path", "tab"),
    [
        (START, ""),
        (DILEMMAS, DILEMMAS),
        ("dilemmas/work-training.html", DILEMMAS),
        ("kaarten/een.html", DILEMMAS),
        *((path, DILEMMAS) for path in ORDERS),
        (SEARCH, SEARCH),
        (TAGS, SEARCH),
        ("trefwoorden/situation/debts.html", SEARCH),
        (SOURCES, ABOUT),
        (ABOUT, ABOUT),
        (addresses.RULES, ABOUT),
        (WRITE, WRITE),
    ],
)
def test_a_page_lights_its_tab(path: str, tab: str) -> None:
    tags = {"situation": [Tag("debts", "situation", {"nl": "Schulden"})]}
    assert pages_of(a_library(a_card("een"), tags=tags))[path].tab == tab


def test_the_tabs_are_what_people_come_to_do() -> None:
    tabs = a_site(Library.empty()).tabs()
    assert [tab.path for tab in tabs] == [SEARCH, DILEMMAS, WRITE, ABOUT]
    assert tabs[0].title == "Gesprek voorbereiden"


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_every_tab_leads_to_a_page(language: str) -> None:
    site = a_site(Library.empty(), language=language)
    assert {tab.path for tab in site.tabs()} <= {page.path for page in site.pages()}
    assert all(tab.title for tab in site.tabs())


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_every_page_has_a_title_and_a_description(language: str) -> None:
    tags = {"situation": [Tag("debts", "situation", {"nl": "Schulden"})]}
    library = a_library(a_card("een", formerly=("oud",)), a_question(), tags=tags)
    for page in pages_of(library, language=language).values():
        assert page.title.strip()
        assert 0 < len(page.description) <= 160


def test_the_title_of_a_card_is_the_title_of_its_page_and_is_plain_text() -> None:
    page = pages_of(a_library(a_card("een", title="Werk & <taal>")))["kaarten/een.html"]
    assert page.title == "Werk & <taal>"


def test_the_description_of_a_card_is_the_beginning_of_its_situation() -> None:
    page = pages_of(a_library(a_card("een", situation="Eerst dit. " + "Toen dat. " * 60)))
    assert page["kaarten/een.html"].description.startswith("Eerst dit. Toen dat.")


def test_a_dilemma_has_its_question_as_title_in_the_language_of_the_site() -> None:
    dutch_only = a_dilemma("fast", question={"nl": "Snel of niet?"}, label={"nl": "Snel"})
    library = a_library(dilemmas=[a_dilemma(), dutch_only])
    english = pages_of(library, language="en")
    assert english["dilemmas/work-training.html"].title == "Question work-training?"
    assert english["dilemmas/fast.html"].title == "Snel of niet?"
    assert pages_of(library)["dilemmas/work-training.html"].title == "Vraag work-training?"


def test_the_start_page_shows_the_newest_cards_and_one_open_question() -> None:
    cards = [
        a_card(f"k{year}", title=f"Uit {year}", period=str(year)) for year in range(2020, 2026)
    ]
    asked = [a_question("vraag-a", title="Eerste vraag"), a_question("vraag-b", title="Tweede")]
    html = html_of(a_library(*cards, *asked, EXAMPLE), START)
    assert html.index("Uit 2025") < html.index("Uit 2024") < html.index("Uit 2023")
    assert "Uit 2022" not in html
    assert "Eerste vraag" in html
    assert "Tweede" not in html
    assert EXAMPLE.title not in html


def test_the_list_of_cards_keeps_the_kinds_apart() -> None:
    cards = [
        a_card("d", kind="example", title="Verzonnen titel"),
        a_question("c", title="Gevraagde titel"),
        a_card("b", kind="sourced", title="Gepubliceerde titel"),
        a_card("a", title="Eigen titel"),
    ]
    html = html_of(a_library(*cards), CARDS)
    places = [html.index(f"{name} titel") for name in ("Eigen", "Gepubliceerde", "Gevraagde")]
    assert places == sorted(places)
    assert places[-1] < html.index("Verzonnen titel")


def test_the_page_of_a_dilemma_shows_its_cards_by_side_examples_last() -> None:
    cards = [
        a_card("a-nep", kind="example", title="Verzonnen titel"),
        a_card("b-stuk", kind="sourced", title="Gepubliceerde titel"),
        a_card("c-eigen", title="Eigen titel"),
        a_card("d", side="between", title="Titel ertussenin"),
        a_question("e", title="Gevraagde titel"),
        a_card("f", dilemma="fast", also=("work-training",), title="Titel van elders"),
    ]
    html = html_of(a_library(*cards), "dilemmas/work-training.html")
    order = ["Eigen titel", "Gepubliceerde titel", "Verzonnen titel", "Titel ertussenin"]
    order += ["Gevraagde titel", "Titel van elders"]
    places = [html.index(title, html.index('<h2 id="sides"')) for title in order]
    assert places == sorted(places)


def test_the_cards_of_one_side_and_kind_stand_newest_first() -> None:
    periods = {"a": "2024", "b": "2026-Q3", "c": "2026", "d": "2025-Q1"}
    cards = [a_card(name, title=f"Titel {name}", period=of) for name, of in periods.items()]
    html = html_of(a_library(*cards), "dilemmas/work-training.html")
    places = [html.index(f"Titel {name}", html.index('<h2 id="sides"')) for name in "cbda"]
    assert places == sorted(places)


def test_the_page_of_a_tag_shows_its_cards_by_dilemma() -> None:
    tag = Tag("debts", "situation", {"nl": "Schulden"}, synonyms=("deurwaarder", "beslag"))
    carried = {"situation": ("debts",)}
    library = a_library(
        a_card("a", title="Titel van snel", dilemma="fast", tags=carried),
        a_card("b", title="Titel van werk", tags=carried),
        a_card("c", title="Titel zonder"),
        dilemmas=[a_dilemma(), a_dilemma("fast")],
        tags={"situation": [tag]},
    )
    html = html_of(library, "trefwoorden/situation/debts.html")
    assert html.index("Vraag work-training?") < html.index("Titel van werk")
    assert html.index("Titel van werk") < html.index("Vraag fast?") < html.index("Titel van snel")
    assert "Titel zonder" not in html
    assert "deurwaarder, beslag" in html


def test_a_tag_without_cards_asks_for_one() -> None:
    tags = {"situation": [Tag("debts", "situation", {"nl": "Schulden"})]}
    html = html_of(a_library(tags=tags), "trefwoorden/situation/debts.html")
    assert texts.load("nl")("pages.tag.none") in html
    assert 'href="../../schrijven.html"' in html
    assert 'href="../../zoeken.html?q=Schulden"' in html


@pytest.mark.parametrize(
    ("cards", "words"),
    [
        ([a_card("a", kind="example")], "Wel 1 verzonnen voorbeeld."),
        ([a_question("a"), a_question("b")], "Wel 2 open vragen."),
        (
            [a_question("a"), a_card("b", kind="example")],
            "Wel 1 verzonnen voorbeeld en 1 open vraag.",
        ),
        ([a_question("a"), a_card("b")], None),
        ([], None),
    ],
)
def test_a_tag_without_experience_says_what_there_is_and_where_to_look(
    cards: list[Card], words: str | None
) -> None:
    tags = {"situation": [Tag(name, "situation", {"nl": name}) for name in ("hier", "daar")]}
    beside = a_card("z", tags={"situation": ("daar",)})
    carrying = [replace(card, tags={"situation": ("hier",)}) for card in cards]
    html = html_of(a_library(beside, *carrying, tags=tags), "trefwoorden/situation/hier.html")
    seen = " ".join(re.sub("<[^>]*>", "", html).split())
    assert ("Hier hebben we nog geen echte ervaring mee" in seen) is (words is not None)
    assert words is None or words in seen
    real = any(card.kind == "practice" for card in cards)
    assert ("daar (1 kaart)" in seen) is not real


def test_a_tag_with_examples_only_says_so_in_the_list() -> None:
    tags = {"situation": [Tag(name, "situation", {"nl": name}) for name in ("hier", "daar")]}
    cards = [a_card("a", kind="example", tags={"situation": ("hier", "daar")})]
    cards += [a_card("b", tags={"situation": ("daar",)})]
    html = html_of(a_library(*cards, tags=tags), TAGS)
    seen = " ".join(re.sub("<[^>]*>", "", html).split())
    assert "hier (alleen 1 voorbeeld)" in seen
    assert "daar&nbsp;(1) 1 kaart" in seen


def test_a_source_of_a_law_is_not_named_twice_on_the_page_of_a_tag() -> None:
    about = {"label": {"nl": "Een wet"}, "what": {"nl": "Iets"}}
    law = LawChange("wet", **about, affects=("debts",), sources=("stuk",))
    sources = [SourceEntry("stuk", "Een stuk"), SourceEntry("boek", "Een boek")]
    for own, heading in ((("stuk",), 0), (("stuk", "boek"), 1)):
        tag = Tag("debts", "situation", {"nl": "Schulden"}, sources=own)
        library = a_library(tags={"situation": [tag]}, laws=[law], sources=sources)
        html = html_of(library, "trefwoorden/situation/debts.html")
        assert html.count("Een stuk") == 1
        assert html.count('<h2 id="sources">') == heading


def test_a_group_of_tags_has_one_name_in_the_list_and_on_the_page_of_a_tag() -> None:
    facet = Facet("situation", {"nl": "Situatie"}, {"nl": "Wat speelt er?"}, 3, {})
    tag = Tag("debts", "situation", {"nl": "Schulden"})
    library = replace(a_library(), facets={"situation": replace(facet, values={"debts": tag})})
    assert '<h2 id="situation">Situatie</h2>' in html_of(library, TAGS)
    crumb = '<a href="../index.html#situation">Situatie</a>'
    assert crumb in html_of(library, "trefwoorden/situation/debts.html")


def test_the_page_of_sources_has_every_source_with_what_leans_on_it() -> None:
    sources = [SourceEntry("boek", "Een boek"), SourceEntry("stuk", "Een stuk")]
    library = a_library(a_card("een", title="Een titel", sources=("boek",)), sources=sources)
    html = html_of(library, SOURCES)
    book, piece = html.split('<li id="boek">')[1].split('<li id="stuk">')
    assert 'href="kaarten/een.html"' in book
    assert "href" not in piece
    assert texts.load("nl")("pages.sources.unused") in book


def test_sources_stand_by_letter_and_a_line_leads_to_each_letter() -> None:
    names = {"a": "‘Aan het werk’", "b": "Alles", "c": "2 jaar", "d": "Zo"}
    sources = [SourceEntry(ident, title) for ident, title in names.items()]
    html = html_of(a_library(a_card(sources=tuple(names)), sources=sources), SOURCES)
    letters = ["letter_0-9", "letter_a", "letter_z"]
    assert re.findall('<h2 id="([^"]*)"', html) == letters
    assert re.findall('href="#([^"]*)"', html) == letters
    assert re.findall('<li id="([^"]*)"', html) == ["c", "a", "b", "d"]


def test_the_foot_of_a_page_leads_to_pages_that_exist() -> None:
    site = a_site(Library.empty())
    assert [tab.path for tab in site.footer()] == [CARDS, TAGS, SOURCES, ABOUT]
    assert {tab.path for tab in site.footer()} <= {page.path for page in site.pages()}


def test_a_report_is_one_page_at_the_start_of_the_site() -> None:
    page = a_site(Library.empty()).report((), ("Er is geen map.",))
    assert (page.path, page.tab) == (START, "")
    assert page.context["notices"] == ("Er is geen map.",)
