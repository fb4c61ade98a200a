"""What the pages show: every field, nothing raw, links that work, both languages."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from functools import cache
from html import unescape
from html.parser import HTMLParser
from importlib import resources
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from making import (
    TRAINING_FIRST,
    WORK_FIRST,
    a_card,
    a_dilemma,
    a_library,
    a_question,
    a_site,
    every_html,
    html_of,
)
from spreekkamer import schema, texts
from spreekkamer.addresses import (
    ABOUT,
    CARDS,
    CARDS_BY_TITLE,
    DILEMMAS,
    SEARCH,
    SOURCES,
    START,
    TAGS,
    WRITE,
)
from spreekkamer.card import Allow, Card, Outcome, SeeAlso, Signal, Try
from spreekkamer.diagnostics import TOP, Diagnostic, Severity
from spreekkamer.dilemma import Dilemma, Research, Side
from spreekkamer.library import Library
from spreekkamer.rendering import Renderer, contact_address, relative
from spreekkamer.settings import Forge
from spreekkamer.vocabulary import LawChange, SourceEntry, Tag

NL, EN = texts.load("nl"), texts.load("en")
CARD_PAGE = "kaarten/deze.html"
TAG_PAGE = "trefwoorden/situation/debts.html"
DILEMMA_PAGE = "dilemmas/work-training.html"
ATTACK = "</script><img src=x onerror=1>"
TYPED = f'{ATTACK} <b onclick="x">vet</b> & &amp; **vet** [link](https://example.org) # `kop`'


class Tags(HTMLParser):
    """The elements of a page, and the words in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[tuple[str, str | None]] = []
        self._languages: list[tuple[str, str | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in {"br", "img", "circle", "path", "meta", "link", "input"}:
            inherited = self._languages[-1][1] if self._languages else None
            self._languages.append((tag, dict(attrs).get("lang", inherited)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag in [name for name, _ in self._languages]:
            while self._languages.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.words.append((data, self._languages[-1][1] if self._languages else None))

    def language_of(self, words: str) -> set[str | None]:
        return {language for text, language in self.words if words in text}


def links(html: str) -> list[str]:
    return [tag[1]["href"] or "" for tag in Tags(html).found if tag[0] == "a"]


def shown(html: str) -> str:
    """Return what a reader sees of `html`."""
    return " ".join(unescape(re.sub("<[^>]*>", " ", html)).split())


FULL = a_card(
    "deze",
    title="Titelwoord",
    kind="sourced",
    also=("fast",),
    result="partly",
    period="2024-Q2",
    place="Plaatswoord",
    evidence="qualitative",
    situation="Situatiewoord",
    choice="Keuzewoord",
    what_worked="Werktewoord",
    what_did_not_work="Mislukwoord",
    because="Omdatwoord",
    beneath="Wateronderwoord",
    next_time="Volgendewoord",
    not_when="Nietwanneerwoord",
    unsure="Onzekerwoord",
    outcome=Outcome("Afloopwoord", 7, "heard"),
    tries=(Try("2025-Q4", "contradicts", "Pogingwoord", "Collegafunctie"),),
    signal=Signal("Signaalwoord", "2025-03", "answered", "Antwoordwoord"),
    question="Vraagwoord?",
    tags={"situation": ("debts",), "phase": ("intake",)},
    law_checked="2025-11",
    checked="2025-10",
    see_also=(SeeAlso("andere", "contradicts"),),
    sources=("boek",),
    status="superseded",
    replaced_by="opvolger",
    retired_because="Verlopenwoord",
    role="Functiewoord",
    composite=True,
    formerly=("eerdernaam",),
    allow=(Allow("privacy-regelnaam", "Redenwoord"),),
)
LIBRARY = a_library(
    FULL,
    a_card("andere", title="Anderewoord"),
    a_card("opvolger", title="Opvolgerwoord"),
    dilemmas=[a_dilemma(), a_dilemma("fast")],
    tags={
        "situation": [Tag("debts", "situation", {"nl": "Schuldenwoord"})],
        "phase": [Tag("intake", "phase", {"nl": "Intakewoord"})],
    },
    sources=[SourceEntry("boek", "Boekwoord", "Schrijverwoord", "1999", "https://example.org/b")],
)


@cache
def full_page(language: str = "nl") -> str:
    return html_of(LIBRARY, CARD_PAGE, language=language)


SHOWN = {
    "title": ["Titelwoord"],
    "kind": ["Gepubliceerd"],
    "dilemma": ["Label work-training"],
    "side": ["Eerst leren"],
    "also": ["Label fast"],
    "result": ["Werkte een beetje"],
    "period": ["voorjaar 2024"],
    "place": ["Plaatswoord"],
    "evidence": ["interviews en meekijken"],
    "situation": ["Situatiewoord"],
    "choice": ["Keuzewoord"],
    "what_worked": ["Werktewoord"],
    "what_did_not_work": ["Mislukwoord"],
    "because": ["Omdatwoord"],
    "beneath": ["Wateronderwoord"],
    "next_time": ["Volgendewoord"],
    "not_when": ["Nietwanneerwoord"],
    "unsure": ["Onzekerwoord"],
    "outcome": ["Afloopwoord", "Na 7 maanden", "gehoord"],
    "tries": ["Pogingwoord", "Collegafunctie", "eind 2025", "Bij mij ging het anders"],
    "signal": ["Signaalwoord", "Speelt sinds maart 2025 · beantwoord", "Antwoordwoord"],
    "question": ["Vraagwoord?"],
    "tags": ["Schuldenwoord", "Intakewoord"],
    "law_checked": ["november 2025"],
    "checked": ["oktober 2025"],
    "see_also": ["Anderewoord", "laat het tegendeel zien"],
    "sources": ["Boekwoord", "Schrijverwoord", "1999"],
    "status": ["Vervangen"],
    "replaced_by": ["Opvolgerwoord"],
    "retired_because": ["Verlopenwoord"],
    "role": ["Functiewoord"],
    "composite": ["Samengesteld"],
    "formerly": ["eerdernaam"],
    "allow": ["privacy-regelnaam", "Redenwoord"],
}


def test_the_card_with_every_field_leaves_none_out() -> None:
    assert set(SHOWN) == set(schema.CARD.fields)
    assert {each.name for each in fields(Card)} == {"id", "path", *SHOWN}
    assert [name for name in SHOWN if not getattr(FULL, name)] == []


@pytest.mark.parametrize("field", SHOWN)
def test_the_page_of_a_card_shows_the_field_when_it_is_filled_in(field: str) -> None:
    seen = shown(full_page())
    assert [words for words in SHOWN[field] if words not in seen] == []


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_a_card_with_every_field_can_be_shown_in_both_languages(language: str) -> None:
    seen = shown(full_page(language))
    assert texts.load(language)("fields.card.beneath.label") in seen


def test_a_card_with_only_what_is_needed_shows_no_heading_without_a_text() -> None:
    seen = shown(html_of(a_library(a_card("deze")), CARD_PAGE))
    for name in ("beneath", "because", "outcome", "tries", "signal", "sources", "see_also"):
        assert NL(f"fields.card.{name}.label") not in seen
    assert "None" not in seen


def test_an_outcome_needs_no_months_and_no_way_of_knowing() -> None:
    card = a_card("deze", outcome=Outcome("Zij werkt er nog."))
    seen = shown(html_of(a_library(card), CARD_PAGE))
    assert "Zij werkt er nog." in seen
    assert "None" not in seen
    at_once = replace(card, outcome=Outcome("Zij werkt er nog.", 0, "seen"))
    assert "Na 0 maanden" in shown(html_of(a_library(at_once), CARD_PAGE))


def test_a_question_asks_for_an_answer() -> None:
    html = html_of(a_library(a_question("deze")), CARD_PAGE)
    assert "../schrijven.html" in links(html)
    assert NL("pages.card.answer") in shown(html)


@pytest.mark.parametrize("kind", schema.KINDS)
def test_each_kind_of_card_says_how_it_is_to_be_read(kind: str) -> None:
    book = SourceEntry("boek", "Een boek")
    card = a_question("deze") if kind == "question" else a_card("deze", kind=kind)
    html = html_of(a_library(replace(card, sources=("boek",)), sources=[book]), CARD_PAGE)
    said = {
        "practice": "pages.kind.practice",
        "sourced": "pages.card.sourced",
        "example": "pages.card.example",
        "question": "pages.kind.question",
    }
    assert [each for each, key in said.items() if NL(key) in shown(html)] == [kind]


def test_a_source_without_an_address_is_no_link_and_an_unknown_one_is_left_out() -> None:
    card = a_card("deze", sources=("boek", "weg"))
    html = html_of(a_library(card, sources=[SourceEntry("boek", "Een boek")]), CARD_PAGE)
    assert "Een boek" in shown(html)
    assert not [link for link in links(html) if link.startswith("http")]


def test_what_a_card_points_to_but_is_not_published_is_left_out() -> None:
    card = a_card(
        "deze",
        also=("weg",),
        see_also=(SeeAlso("verdwenen", "follows"),),
        status="superseded",
        replaced_by="verdwenen",
        tags={"situation": ("onbekend",)},
    )
    seen = html_of(a_library(card), CARD_PAGE)
    assert "verdwenen" not in seen
    assert "onbekend" not in seen


def test_a_link_to_a_former_id_leads_to_the_card_itself() -> None:
    new = a_card("nieuw", formerly=("oud",))
    card = a_card("deze", see_also=(SeeAlso("oud", "follows"),))
    assert "nieuw.html" in links(html_of(a_library(card, new), CARD_PAGE))


# Everything that somebody wrote is shown as it was typed.

CARD_TEXTS = [
    name for name, each in schema.CARD.fields.items() if isinstance(each.type, schema.Text)
]
IN_GROUPS: dict[str, Any] = {
    "outcome": lambda text: Outcome(text),
    "tries": lambda text: (Try("2025", "confirms", text),),
    "tries.role": lambda text: (Try("2025", "confirms", "Poging", text),),
    "signal": lambda text: Signal(text),
    "signal.reply": lambda text: Signal("Knelpunt", reply=text),
    "allow": lambda text: (Allow(text, "Reden"),),
    "allow.because": lambda text: (Allow("privacy-naam", text),),
}


def check_shown_as_typed(html: str, text: str) -> None:
    page = Tags(html)
    assert text in " ".join(data for data, _ in page.words)
    assert not {tag for tag, _ in page.found} & {"script", "b", "img"}
    assert not [attrs for _, attrs in page.found if {"onclick", "onerror"} & set(attrs)]
    assert "https://example.org" not in links(html)


@pytest.mark.parametrize("name", CARD_TEXTS)
def test_a_text_field_of_a_card_is_shown_as_it_was_typed(name: str) -> None:
    card = a_card("deze", **{name: TYPED}, status="retired")
    check_shown_as_typed(html_of(a_library(card), CARD_PAGE), TYPED)


@pytest.mark.parametrize("name", IN_GROUPS)
def test_a_text_inside_a_field_of_a_card_is_shown_as_it_was_typed(name: str) -> None:
    card = a_card("deze", **{name.partition(".")[0]: IN_GROUPS[name](TYPED)})
    check_shown_as_typed(html_of(a_library(card), CARD_PAGE), TYPED)


def test_a_list_in_a_text_is_shown_as_a_list_of_what_was_typed() -> None:
    card = a_card("deze", situation=f"Zo:\n- {TYPED}\n- gewoon")
    html = html_of(a_library(card), CARD_PAGE)
    check_shown_as_typed(html, TYPED)
    assert '<li dir="auto">gewoon</li>' in html


def a_dilemma_that_says(name: str, text: str) -> Dilemma:
    both = {"nl": text, "en": text}
    side = Side("work-first", both, WORK_FIRST.definition)
    defined = Side("work-first", WORK_FIRST.label, both)
    return {
        "label": a_dilemma(label=both),
        "question": a_dilemma(question=both),
        "side": a_dilemma(sides=(side, TRAINING_FIRST)),
        "definition": a_dilemma(sides=(defined, TRAINING_FIRST)),
        "research": a_dilemma(research=(Research(both, ()),)),
        "not_to_confuse_with": a_dilemma(not_to_confuse_with=(("fast", text),)),
    }[name]


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize(
    "name", ["label", "question", "side", "definition", "research", "not_to_confuse_with"]
)
def test_a_text_of_a_dilemma_is_shown_as_it_was_typed(name: str, language: str) -> None:
    other = a_dilemma("fast", not_to_confuse_with=(("work-training", "Het gaat om iets anders."),))
    library = a_library(a_card("deze"), dilemmas=[a_dilemma_that_says(name, TYPED), other])
    pages = every_html(library, language=language)
    path = "dilemmas/fast.html" if name == "label" else DILEMMA_PAGE
    check_shown_as_typed(pages[path], TYPED)
    assert [path for path, html in pages.items() if "<img" in html or "<b " in html] == []


def test_a_tag_is_shown_as_it_was_typed() -> None:
    tag = Tag("debts", "situation", {"nl": TYPED})
    card = a_card("deze", tags={"situation": ("debts",)})
    library = a_library(card, tags={"situation": [tag]})
    for path in (CARD_PAGE, DILEMMA_PAGE, TAG_PAGE, TAGS):
        check_shown_as_typed(html_of(library, path), TYPED)


@pytest.mark.parametrize("path", [SEARCH, START])
def test_a_tag_is_shown_as_it_was_typed_beside_the_search_box(path: str) -> None:
    tag = Tag("debts", "situation", {"nl": TYPED})
    library = a_library(a_card("deze", tags={"situation": ("debts",)}), tags={"situation": [tag]})
    html = html_of(library, path)
    assert TYPED in " ".join(data for data, _ in Tags(html).words)
    assert not {name for name, _ in Tags(html).found} & {"b", "img"}


def test_other_words_for_a_tag_are_shown_as_they_were_typed() -> None:
    tag = Tag("debts", "situation", {"nl": "Schulden"}, synonyms=(TYPED,))
    check_shown_as_typed(html_of(a_library(tags={"situation": [tag]}), TAG_PAGE), TYPED)


def test_what_only_finds_a_tag_is_shown_nowhere() -> None:
    tag = Tag(
        "debts", "situation", {"nl": "Schulden"}, misspellings=("schulde",), find_only=("wsnp",)
    )
    library = a_library(a_card("deze", tags={"situation": ("debts",)}), tags={"situation": [tag]})
    for html in every_html(library).values():
        assert "schulde" not in shown(html).split()
        assert "wsnp" not in html


def test_a_law_change_stands_on_the_page_of_each_tag_it_touches() -> None:
    law = LawChange(
        "wet",
        {"nl": TYPED},
        {"nl": "Wat er verandert."},
        date="2026-01-01",
        until="2027-07",
        affects=("debts",),
        sources=("boek",),
    )
    tags = {"situation": [Tag("debts", "situation", {"nl": "Schulden"})]}
    library = a_library(tags=tags, laws=[law], sources=[SourceEntry("boek", "Boekwoord")])
    html = html_of(library, TAG_PAGE)
    check_shown_as_typed(html, TYPED)
    for words in ("1 januari 2026", "juli 2027", "Wat er verandert.", "Boekwoord"):
        assert words in shown(html)
    undated = a_library(tags=tags, laws=[replace(law, date=None, until=None)])
    assert NL("pages.tag.no-date") in shown(html_of(undated, TAG_PAGE))


@pytest.mark.parametrize("name", ["title", "by", "year"])
def test_a_source_is_shown_as_it_was_typed(name: str) -> None:
    entry = replace(
        SourceEntry("boek", "Een boek", url="https://example.org/?a=1&b"), **{name: TYPED}
    )
    research = a_dilemma(research=(Research({"nl": "Een bevinding."}, ("boek", "weg")),))
    library = a_library(a_card("deze", sources=("boek",)), dilemmas=[research], sources=[entry])
    for path in (CARD_PAGE, DILEMMA_PAGE, SOURCES):
        html = html_of(library, path)
        check_shown_as_typed(html, TYPED)
        assert "https://example.org/?a=1&b" in links(html)


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_a_title_that_is_html_is_raw_on_no_page_at_all(language: str) -> None:
    attack = a_card(
        "aanval", title=ATTACK, situation=ATTACK, choice=ATTACK, what_worked=ATTACK, question=ATTACK
    )
    cards = [
        attack,
        replace(attack, id="oud", status="superseded", replaced_by="aanval"),
        replace(attack, id="nieuw", formerly=("eerder",), see_also=(SeeAlso("aanval", "partly"),)),
        replace(attack, id="anders", side="work-first"),
        replace(attack, id="nep", kind="example"),
        a_question("vraag", title=ATTACK, situation=ATTACK),
        replace(attack, id="elders", dilemma="fast", also=("work-training",)),
    ]
    for html in every_html(a_library(*cards), language=language).values():
        assert ATTACK not in html
        assert "<img" not in html


@pytest.mark.parametrize("path", [START, CARDS, DILEMMA_PAGE, CARD_PAGE])
def test_settings_are_shown_as_they_were_typed(path: str) -> None:
    settings = {"contact": "https://example.org/?a=1&b", "organisation": ATTACK}
    html = html_of(a_library(a_card("deze")), path, **settings)
    assert "<img" not in html


def test_a_problem_in_the_banner_or_the_report_is_shown_as_it_was_typed() -> None:
    problem = Diagnostic(
        "x.yml", TOP, "ref-side", Severity.ERROR, f"«{ATTACK}»", excerpt=f"side: {ATTACK}"
    )
    site = a_site(Library.empty())
    renderer = Renderer(site)
    report = renderer.content(site.report((problem,), (ATTACK,)))
    for html in (renderer.banner((problem,), (ATTACK,)), report):
        check_shown_as_typed(html, ATTACK)
        assert "error[ref-side]" in html


def test_the_banner_counts_problems_and_notices_together() -> None:
    problem = Diagnostic("x.yml", TOP, "ref-side", Severity.ERROR, "Klopt niet")
    banner = Renderer(a_site(Library.empty())).banner
    assert NL.count("pages.banner.title", 1) in banner((problem,), ())
    assert NL.count("pages.banner.title", 3) in banner((problem, problem), ("Let op.",))


# Links.


@pytest.mark.parametrize(
    ("target", "start", "expected"),
    [
        ("index.html", "index.html", "index.html"),
        ("kaarten/een.html", "index.html", "kaarten/een.html"),
        ("index.html", "kaarten/een.html", "../index.html"),
        ("kaarten/twee.html", "kaarten/een.html", "twee.html"),
        ("dilemmas/fast.html", "kaarten/een.html", "../dilemmas/fast.html"),
        ("a/b/c.html", "d/e/f.html", "../../a/b/c.html"),
        ("kaarten/met spatie.html", "index.html", "kaarten/met%20spatie.html"),
    ],
)
def test_a_link_is_relative_to_the_page_it_stands_on(
    target: str, start: str, expected: str
) -> None:
    assert relative(target, start) == expected


@pytest.mark.parametrize("library", [LIBRARY, Library.empty(), a_library(a_question("deze"))])
def test_every_link_within_the_site_leads_to_a_page(library: Library) -> None:
    pages = every_html(library)
    for path, html in pages.items():
        for link in links(html):
            if not urlsplit(link).scheme:
                to = unquote(urlsplit(link).path)
                target = normpath(join(dirname(path), to)) if to else path
                assert target in pages, f"{path} leads to {link}"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("github", "https://example.org/x/edit/een/tak/learnings/cards/deze.yml"),
        ("gitlab", "https://example.org/x/-/edit/een/tak/learnings/cards/deze.yml"),
        ("gitea", "https://example.org/x/_edit/een/tak/learnings/cards/deze.yml"),
        ("forgejo", "https://example.org/x/_edit/een/tak/learnings/cards/deze.yml"),
        (
            "azure",
            "https://example.org/x?path=/learnings/cards/deze.yml&version=GBeen/tak&_a=contents",
        ),
    ],
)
@pytest.mark.parametrize("address", ["https://example.org/x", "https://example.org/x/"])
def test_a_card_leads_to_its_file_on_the_forge(kind: str, expected: str, address: str) -> None:
    forge = Forge(kind, address, "een/tak")
    renderer = Renderer(a_site(Library.empty(), forge=forge))
    assert renderer.edit_address("learnings/cards/deze.yml") == expected
    assert expected in links(html_of(a_library(a_card("deze")), CARD_PAGE, forge=forge))


def test_odd_characters_in_the_name_of_a_file_are_quoted_in_its_address() -> None:
    forge = Forge("github", "https://example.org/x")
    address = Renderer(a_site(Library.empty(), forge=forge)).edit_address('een "map"/é?#.yml')
    assert address == "https://example.org/x/edit/main/een%20%22map%22/%C3%A9%3F%23.yml"


def test_without_a_forge_or_a_file_there_is_nothing_to_edit() -> None:
    assert Renderer(a_site(Library.empty())).edit_address("learnings/cards/x.yml") is None
    forge = Forge("github", "https://example.org/x")
    assert Renderer(a_site(Library.empty(), forge=forge)).edit_address("") is None


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        (None, None),
        ("kaarten@example.org", "mailto:kaarten@example.org"),
        ("een?b=c@example.org", "mailto:een%3Fb%3Dc@example.org"),
        ("https://example.org/contact", "https://example.org/contact"),
        ("https://example.org/@team", "https://example.org/@team"),
    ],
)
def test_a_contact_is_a_mail_or_a_web_address(contact: str | None, expected: str | None) -> None:
    assert contact_address(contact) == expected


def test_a_card_says_where_to_tell_that_something_is_wrong() -> None:
    library = a_library(a_card("deze"))
    found = links(html_of(library, CARD_PAGE, contact="kaarten@example.org"))
    assert "mailto:kaarten@example.org" in found
    assert not [link for link in links(html_of(library, CARD_PAGE)) if "mailto" in link]


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({}, [NL("pages.write.send-nobody")]),
        ({"contact": "kaarten@example.org"}, ["kaarten@example.org"]),
        (
            {"forge": Forge("github", "https://example.org/x")},
            [NL("pages.write.send-nobody"), "https://example.org/x"],
        ),
        (
            {"contact": "a@example.org", "forge": Forge("github", "https://example.org/x")},
            ["a@example.org", "https://example.org/x"],
        ),
    ],
)
def test_the_page_to_write_on_says_where_to_send_a_card(
    settings: dict[str, Any], words: list[str]
) -> None:
    seen = shown(html_of(Library.empty(), WRITE, **settings))
    assert [each for each in words if each not in seen] == []
    assert (NL("pages.write.send-nobody") in seen) is ("contact" not in settings)


def test_the_page_to_write_on_names_every_field_that_a_card_needs() -> None:
    seen = shown(html_of(Library.empty(), WRITE))
    for field in schema.CARD.fields.values():
        if field.always:
            assert NL(f"fields.card.{field.name}.label") in seen


def test_the_title_of_a_question_is_asked_for_as_a_question() -> None:
    card, question = shown(html_of(Library.empty(), WRITE)).split(NL("pages.write.question"))
    of_card, of_question = NL("fields.card.title.help"), NL("pages.write.question-title")
    assert (of_card in card, of_question in card) == (True, False)
    assert (of_card in question, of_question in question) == (False, True)


# Languages.


@pytest.mark.parametrize("path", [CARD_PAGE, CARDS, DILEMMA_PAGE, START])
def test_the_texts_of_a_card_are_marked_as_dutch_on_an_english_site(path: str) -> None:
    card = a_card("deze", title="Dit is de titel", choice="Dit is de keuze")
    page = Tags(html_of(a_library(card), path, language="en"))
    assert page.language_of("Dit is de titel") == {"nl"}
    assert page.language_of("Dit is de keuze") == {"nl"}


FIELDS_IN_DUTCH = sorted(
    {word for name in CARD_TEXTS for word in SHOWN[name]}
    | {"Afloopwoord", "Pogingwoord", "Collegafunctie", "Signaalwoord", "Antwoordwoord"}
    | {"Redenwoord", "Anderewoord", "Opvolgerwoord", "Schuldenwoord", "Intakewoord"}
)


@pytest.mark.parametrize("words", FIELDS_IN_DUTCH)
def test_every_text_without_a_translation_is_marked_as_dutch(words: str) -> None:
    assert Tags(full_page("en")).language_of(words) == {"nl"}


def test_a_missing_english_text_of_a_dilemma_is_shown_in_dutch_and_marked() -> None:
    dutch = a_dilemma(
        question={"nl": "Nederlandse vraag?"}, research=(Research({"nl": "Gevonden"}, ()),)
    )
    html = html_of(a_library(a_card("deze"), dilemmas=[dutch]), DILEMMA_PAGE, language="en")
    page = Tags(html)
    assert page.language_of("Nederlandse vraag?") == {"nl"}
    assert page.language_of("Gevonden") == {"nl"}
    assert page.language_of("Eerst aan de slag.") == {"nl"}
    assert page.language_of("Training first") == {None}


def test_a_text_with_a_translation_is_shown_in_english_and_not_marked() -> None:
    tag = Tag("debts", "situation", {"nl": "Schulden", "en": "Debts"})
    card = a_card("deze", tags={"situation": ("debts",)})
    html = html_of(a_library(card, tags={"situation": [tag]}), CARD_PAGE, language="en")
    assert Tags(html).language_of("Debts") == {None}
    assert "Schulden" not in html


@pytest.mark.parametrize(
    "path",
    [CARD_PAGE, CARDS, DILEMMA_PAGE, DILEMMAS, START, WRITE, TAG_PAGE, TAGS, SOURCES, SEARCH],
)
def test_on_a_dutch_site_nothing_is_marked_as_dutch(path: str) -> None:
    assert "lang=" not in html_of(LIBRARY, path)


@pytest.mark.parametrize(
    ("period", "dutch", "english"),
    [
        ("2024", "2024", "2024"),
        ("2024-Q1", "begin 2024", "early 2024"),
        ("2024-Q2", "voorjaar 2024", "spring 2024"),
        ("2024-Q3", "zomer 2024", "summer 2024"),
        ("2024-Q4", "eind 2024", "late 2024"),
        ("unknown", "jaar onbekend", "year unknown"),
    ],
)
def test_a_period_is_shown_in_words(period: str, dutch: str, english: str) -> None:
    library = a_library(a_card("deze", period=period))
    assert dutch in shown(html_of(library, CARD_PAGE))
    assert english in shown(html_of(library, CARD_PAGE, language="en"))


@pytest.mark.parametrize(
    ("year", "dutch", "english"),
    [
        ("2021-02", "februari 2021", "February 2021"),
        ("2025-10-15", "15 oktober 2025", "October 15, 2025"),
        *(
            (as_it_is, as_it_is, as_it_is)
            for as_it_is in (
                "2020",
                "begin 2026",
                "2024-2025",
                "2024-25",
                "2025-02-30",
                "2021-02 (2)",
            )
        ),
    ],
)
def test_the_date_of_a_source_is_shown_as_people_write_it(
    year: str, dutch: str, english: str
) -> None:
    library = a_library(sources=[SourceEntry("boek", "Een boek", year=year)])
    assert f"Een boek ({dutch})" in shown(html_of(library, SOURCES))
    assert f"Een boek ({english})" in shown(html_of(library, SOURCES, language="en"))


def test_a_card_in_a_long_list_shows_its_result_and_its_choice_apart() -> None:
    card = a_card("deze", result="did-not-work", period="2024-Q2", choice="Eerst dit. " * 20)
    by_kind = shown(html_of(a_library(card), CARDS))
    chosen = NL("pages.card.chosen", side="Eerst leren")
    assert f"Werkte niet {chosen} voorjaar 2024 Kaart deze Eerst dit." in by_kind
    assert NL("choices.card.kind.practice") in shown(html_of(a_library(card), CARDS_BY_TITLE))
    assert by_kind.count(NL("choices.card.kind.practice")) == 2  # the jump and the heading


def test_a_month_is_shown_in_words() -> None:
    library = a_library(a_card("deze", checked="2026-05"))
    assert "mei 2026" in shown(html_of(library, CARD_PAGE))
    assert "May 2026" in shown(html_of(library, CARD_PAGE, language="en"))


def test_later_tries_are_counted_by_what_they_say() -> None:
    results = ("confirms", "contradicts", "confirms")
    tries = tuple(Try("2025", result, "Zo ging het.") for result in results)
    library = a_library(a_card("deze", tries=tries))
    assert "2 keer ook zo, 1 keer anders" in shown(html_of(library, CARD_PAGE))
    assert "2 times the same, 1 time different" in shown(html_of(library, CARD_PAGE, language="en"))


# What a page says when there is nothing to show.


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize("path", [START, CARDS])
def test_an_empty_collection_says_how_to_write_the_first_card(path: str, language: str) -> None:
    html = html_of(a_library(), path, language=language)
    assert texts.load(language)("pages.first.button") in shown(html)
    assert relative(WRITE, path) in links(html)


def test_a_collection_without_dilemmas_says_so() -> None:
    for path in (START, DILEMMAS):
        assert NL("pages.dilemmas.none") in shown(html_of(Library.empty(), path))


def test_a_side_without_experience_asks_for_it_by_name() -> None:
    html = html_of(a_library(a_card("deze")), DILEMMA_PAGE)
    assert NL("pages.empty-side.text", side="Eerst werk") in shown(html)
    assert NL("pages.empty-side.text", side="Eerst leren") not in shown(html)
    assert "../schrijven.html" in links(html)


@pytest.mark.parametrize(("label", "language"), [({"nl": "Eerst leren"}, "nl"), (None, None)])
def test_an_empty_side_without_an_english_label_marks_its_label_as_dutch(
    label: dict[str, str] | None, language: str | None
) -> None:
    side = replace(TRAINING_FIRST, label=label or {"nl": "Eerst leren", "en": "Eerst leren"})
    dilemma = a_dilemma(sides=(WORK_FIRST, side))
    library = a_library(a_card("deze", side="work-first"), dilemmas=[dilemma])
    html = html_of(library, DILEMMA_PAGE, language="en")
    page = Tags(html[html.index('class="sk-empty"') :].partition("</div>")[0])
    around = [language for words, language in page.words if "Eerst leren" in words]
    assert around == [language, language]
    invitation = re.sub("<[^>]*>", "", html)
    assert EN("pages.empty-side.text", side="Eerst leren") in unescape(invitation)


@pytest.mark.parametrize(("number", "said"), [(1, "example"), (2, "examples")])
def test_a_side_with_only_invented_examples_asks_for_experience_after_them(
    number: int, said: str
) -> None:
    cards = [a_card(f"k{each}", kind="example", title="Verzonnen") for each in range(number)]
    seen = shown(html_of(a_library(*cards), DILEMMA_PAGE)).partition(NL("pages.dilemma.cards"))[2]
    invitation = NL("pages.empty-side.real", side="Eerst leren") + " "
    invitation += NL(f"pages.empty-side.{said}")
    assert seen.index("Verzonnen") < seen.index(invitation)


def test_the_button_of_a_side_without_experience_is_named_after_the_side() -> None:
    html = html_of(a_library(), DILEMMA_PAGE)
    buttons = re.findall('<a class="sk-button".*?</a>', html)
    assert [shown(each) for each in buttons] == [
        f"{NL('pages.start.write-button')} {NL('pages.empty-side.about', side=side)}"
        for side in ("Eerst werk", "Eerst leren")
    ]


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        ((), "Eerst leren: nog geen ervaring"),
        (("example",), "Eerst leren: 1 verzonnen voorbeeld"),
        (("example", "example"), "Eerst leren: 2 verzonnen voorbeelden"),
        (("practice", "example"), "Eerst leren: 1 kaart"),
        (("practice", "sourced", "example"), "Eerst leren: 2 kaarten"),
    ],
)
def test_the_way_to_a_side_never_counts_examples(kinds: tuple[str, ...], said: str) -> None:
    cards = [a_card(f"k{number}", kind=kind) for number, kind in enumerate(kinds)]
    html = html_of(a_library(*cards), DILEMMA_PAGE)
    chips = re.findall('<a href="#[^"]*">.*?</a>', html, re.DOTALL)
    assert [shown(each) for each in chips] == ["Eerst werk: nog geen ervaring", said]


@pytest.mark.parametrize("side", ["training-first", "between"])
def test_a_side_without_experience_says_so_without_marks(side: str) -> None:
    example = a_card("nep", kind="example", side=side)
    html = html_of(a_library(example, a_card("deze", side="work-first")), DILEMMA_PAGE)
    assert html.count("sk-side__marks") == 1


def test_a_card_without_another_choice_beside_it_asks_for_one() -> None:
    alone = html_of(a_library(a_card("deze")), CARD_PAGE)
    assert NL("pages.card.nobody") in shown(alone)
    both = a_library(a_card("deze"), a_card("anders", side="work-first", title="De andere kant"))
    assert NL("pages.card.nobody") not in shown(html_of(both, CARD_PAGE))
    assert "De andere kant" in shown(html_of(both, CARD_PAGE))


@pytest.mark.parametrize(
    ("cards", "said"),
    [
        ((), "lead-none"),
        ((a_card(kind="example"),), "lead-examples"),
        ((a_card(), a_card("nep", kind="example", side="work-first")), "lead"),
        ((a_card(), a_card("b", side="work-first")), "lead-both"),
    ],
)
def test_a_dilemma_promises_no_more_than_there_is(cards: tuple[Card, ...], said: str) -> None:
    html = html_of(a_library(*cards), DILEMMA_PAGE)
    assert f'<p class="sk-lead">{NL(f"pages.dilemma.{said}")}</p>' in unescape(html)


@pytest.mark.parametrize(
    ("kinds", "said"),
    [(("sourced",), "only-studies"), (("sourced", "practice"), "small-numbers")],
)
def test_the_note_on_small_numbers_says_whose_they_are(kinds: tuple[str, ...], said: str) -> None:
    seen = shown(html_of(a_library(*(a_card(kind, kind=kind) for kind in kinds)), DILEMMA_PAGE))
    notes = [
        each for each in ("only-studies", "small-numbers") if NL(f"pages.dilemma.{each}") in seen
    ]
    assert notes == [said]


def test_the_page_about_the_site_says_whom_to_tell() -> None:
    nobody = html_of(Library.empty(), ABOUT)
    assert NL("pages.about.stuck-nobody") in shown(nobody)
    somebody = html_of(Library.empty(), ABOUT, contact="kaarten@example.org")
    assert f"{NL('pages.about.stuck-contact')} kaarten@example.org" in shown(somebody)


# A card in a list.


def in_list(card: Card, path: str = START, language: str = "nl") -> str:
    html = html_of(a_library(card), path, language=language)
    return shown(html[html.index('<article class="sk-card') :].partition("</article>")[0])


@pytest.mark.parametrize(
    ("side", "said"), [("training-first", "Keuze: Eerst leren"), ("between", "Keuze: Er tussenin")]
)
def test_a_card_in_a_list_says_which_side_was_chosen(side: str, said: str) -> None:
    assert f"{said} We kozen samen" in in_list(a_card("deze", side=side))


@pytest.mark.parametrize("side", ["training-first", "between"])
def test_under_the_heading_of_its_side_a_card_does_not_repeat_it(side: str) -> None:
    seen = in_list(a_card("deze", side=side), DILEMMA_PAGE)
    assert "Keuze We kozen samen" in seen
    assert "Keuze:" not in seen


def test_a_card_in_a_list_shows_what_came_of_the_choice() -> None:
    card = a_card("deze", what_worked="Ze bleef.", what_did_not_work="Het duurde lang.")
    for result in schema.RESULTS:
        shows, not_shows = "Ze bleef.", "Het duurde lang."
        if result == "did-not-work":
            shows, not_shows = not_shows, shows
        seen = in_list(replace(card, result=result))
        assert f"Hoe ging het? {shows}" in seen
        assert not_shows not in seen


# A card by itself.


def test_what_only_maintainers_need_is_folded_away_with_the_rule_by_its_title() -> None:
    card = a_card("deze", allow=(Allow("ref-side", "Reden"), Allow("weg-regel", "Ook")))
    html = html_of(a_library(card), CARD_PAGE)
    before, _, fold = html.partition(NL("pages.card.maintainers"))
    assert "ref-side" not in before
    assert "../over/regels.html#ref-side" in links(fold)
    for words in ("<code>deze</code>", NL("rules.ref-side.title"), "<code>weg-regel</code>"):
        assert words in fold


def test_what_went_another_way_stands_above_the_other_choices() -> None:
    card = a_card("deze", see_also=(SeeAlso("tegen", "contradicts"), SeeAlso("na", "follows")))
    others = [
        a_card("nep", kind="example", side="work-first", title="Verzonnen titel"),
        a_card("tegen", dilemma="fast", title="Tegentitel"),
        a_card("na", title="Vervolgtitel"),
    ]
    seen = shown(html_of(a_library(card, *others), CARD_PAGE))
    order = [NL("pages.card.differs"), "Tegentitel", NL("pages.card.other-choice")]
    order += ["Verzonnen titel", NL("fields.card.see_also.label"), "Vervolgtitel"]
    places = [seen.index(words) for words in order]
    assert places == sorted(places)
    alone = a_library(
        replace(card, see_also=(SeeAlso("x", "contradicts"),)), a_card("x", side="work-first")
    )
    assert NL("pages.card.nobody") not in shown(html_of(alone, CARD_PAGE))


def test_what_changed_in_the_law_stands_on_paper_too() -> None:
    law = LawChange("wet", {"nl": "Wet"}, {"nl": "Wetwoord."}, "2026-01-01", affects=("intake",))
    card = a_card("deze", period="2024", tags={"instrument": ("intake",)})
    tags = {"instrument": [Tag("intake", "instrument", {"nl": "Middel"})]}
    html = html_of(a_library(card, tags=tags, laws=[law]), CARD_PAGE)
    assert "Wetwoord." in html.partition('class="sk-paper"')[2].partition("</div>")[0]


def test_everything_a_later_colleague_or_policy_says_on_an_example_is_called_invented() -> None:
    card = a_card(
        "deze",
        tries=(Try("2025", "confirms", "Poging"),),
        signal=Signal("Knelpunt", reply="Antwoord"),
    )
    labels = ("fields.card.tries.label", "fields.card.signal.label", "fields.signal.reply.label")
    for kind, said in (("example", 3), ("practice", 0)):
        html = html_of(a_library(replace(card, kind=kind)), CARD_PAGE)
        headings = [shown(each) for each in re.findall("<h[23].*?</h[23]>", html, re.DOTALL)]
        assert sum(f"{NL(label)} (verzonnen)" in headings for label in labels) == said


def test_a_question_leads_to_both_sides_before_it_asks_for_an_answer() -> None:
    html = html_of(a_library(a_question("deze")), CARD_PAGE)
    asked = html[html.index('class="sk-empty"') :]
    assert links(asked)[:2] == ["../dilemmas/work-training.html", "../schrijven.html"]


def test_the_head_of_a_published_card_names_its_evidence_and_the_sources_explain_it() -> None:
    head, _, sources = shown(full_page()).partition(NL("fields.card.sources.label"))
    assert NL("choices.card.evidence.qualitative") in head
    assert NL("pages.evidence.qualitative") not in head
    assert NL("pages.evidence.qualitative") in sources


def test_the_page_of_a_dilemma_asks_the_questions_of_its_cards() -> None:
    card = a_card("deze", question="Wat zou jij doen?")
    assert "Wat zou jij doen?" in shown(html_of(a_library(card), DILEMMA_PAGE))


# What a strict security policy would refuse.

# A script may be loaded from a file of our own, with nothing between its tags.
OWN_SCRIPT = re.compile(r'<script src="(?!\w+:|//)[^">]+"(?: defer)?></script>')
FORBIDDEN = re.compile(r"\sstyle\s*=|\son[a-z]+\s*=|<script|<style|javascript:", re.IGNORECASE)


def inline(html: str) -> list[str]:
    return FORBIDDEN.findall(OWN_SCRIPT.sub("", html))


TEMPLATES = [
    file
    for folder in ("templates", "templates/components")
    for file in resources.files("spreekkamer").joinpath(folder).iterdir()
    if file.name.endswith(".html")
]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda file: file.name)
def test_no_template_has_inline_style_or_script(template: Any) -> None:
    # What stands between braces is for the template, not for the page.
    assert inline(re.sub("{{.*?}}", "x", template.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_no_page_has_inline_style_or_script(language: str) -> None:
    pages = every_html(LIBRARY, language=language)
    assert [path for path, html in pages.items() if inline(html)] == []


def test_every_link_to_another_site_gives_no_referrer() -> None:
    html = html_of(LIBRARY, CARD_PAGE, forge=Forge("github", "https://example.org/x"))
    outside = [attrs for tag, attrs in Tags(html).found if "://" in str(attrs.get("href"))]
    assert len(outside) == 2
    assert {attrs.get("rel") for attrs in outside} == {"noreferrer"}


def test_every_page_has_one_heading_of_the_first_level() -> None:
    for path, html in every_html(LIBRARY).items():
        assert html.count("<h1") == 1, path


def test_no_id_stands_twice_on_a_page() -> None:
    for path, html in every_html(LIBRARY).items():
        found = [attrs["id"] for _, attrs in Tags(html).found if "id" in attrs]
        assert len(found) == len(set(found)), path


def test_the_marks_of_own_practice_are_round_and_of_what_is_published_square() -> None:
    cards = [a_card("a"), a_card("b", result="partly"), a_card("c", kind="sourced")]
    html = html_of(a_library(*cards), DILEMMAS)
    rows = [Tags(row) for row in re.findall('<span class="sk-marks">.*?</span>', html, re.DOTALL)]
    shapes = [[tag for tag, _ in row.found if tag in ("circle", "rect")] for row in rows]
    assert shapes == [["circle", "circle"], ["rect"]]


@pytest.mark.parametrize("kind", ["practice", "sourced"])
def test_each_result_has_a_mark_of_its_own(kind: str) -> None:
    marks = set()
    for result in schema.RESULTS:
        html = html_of(a_library(a_card("deze", kind=kind, result=result)), DILEMMAS)
        marks |= set(re.findall('<span class="sk-marks">(.*?)</span>', html, re.DOTALL))
    assert len(marks) == len(schema.RESULTS)


def table(*cards: Card) -> str:
    html = html_of(a_library(*cards), DILEMMA_PAGE)
    return html[html.index("<table") : html.index("</table>")]


def test_below_five_cards_the_table_of_a_dilemma_shows_their_titles() -> None:
    cards = [a_card(f"k{number}", title=f"Titel {number}") for number in range(5)]
    few = table(*cards[:4], a_card("nep", kind="example", title="Verzonnen"))
    assert [f"../kaarten/{card.id}.html" for card in cards[:4]] == [
        join("../kaarten", link) if "/" not in link else link for link in links(few)
    ]
    assert "Titel 3" in few
    assert "Verzonnen" not in few
    assert not re.search(r"<td[^>]*>\s*\d", few)


def test_from_five_cards_the_table_of_a_dilemma_shows_their_number() -> None:
    many = table(*(a_card(f"k{number}", title=f"Titel {number}") for number in range(5)))
    assert re.findall(r"<td[^>]*>\s*(\d+)\s*</td>", many) == ["5"]
    assert links(many) == []
    apart = table(
        *(a_card(f"k{number}", title=f"Titel {number}") for number in range(4)),
        a_card("stuk", kind="sourced", title="Titel van het stuk"),
    )
    assert len(links(apart)) == 5


def test_the_table_of_a_dilemma_has_both_sides_in_their_order_and_the_rest_last() -> None:
    def heads(*cards: Card) -> list[str]:
        return re.findall('<th scope="row">(.*?)</th>', table(*cards))

    sides = ["Eerst werk", "Eerst leren"]
    assert heads(a_card("a")) == heads(a_card("a", side="work-first")) == sides
    between = a_card("a", side="between"), a_card("b", kind="sourced", side="between")
    assert heads(*between) == [*sides, "Er tussenin", "Er tussenin"]
    assert NL("pages.no-experience") in shown(table(*between))


def test_a_cell_with_cards_names_its_column_for_a_narrow_page() -> None:
    cell = table(a_card("a", result="unclear")).partition('href="../kaarten/a.html"')[0]
    assert re.findall('data-label="(.*?)"', cell)[-1] == NL("choices.card.result.unclear")


def test_every_mark_in_a_chart_has_its_result_in_words() -> None:
    results = schema.RESULTS
    cards = [a_card(f"k{number}", result=result) for number, result in enumerate(results)]
    seen = shown(html_of(a_library(*cards), DILEMMAS))
    words = ", ".join(NL(f"choices.card.result.{result}") for result in results)
    assert f"4 kaarten: {words}" in seen
    assert NL("pages.no-experience") in seen
