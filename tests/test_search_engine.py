"""What the engine of the search page finds, in Chromium, from a folder, among 200 cards."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Browser

from engine_page import ENGINE, Searching, open_scripts
from making import a_card, a_library
from search_cards import ROOT, read, searched
from spreekkamer import texts
from spreekkamer.card import Card
from spreekkamer.checking import check_folder
from spreekkamer.library import Library
from spreekkamer.search_index import Index, Written
from spreekkamer.search_words import fold, stem, words

OWN: list[dict[str, Any]] = read("queries.yml")
SHARED: list[dict[str, Any]] = read("shared-queries.yml")
BLIND: list[dict[str, Any]] = read("blind-queries.yml")
SECOND: list[dict[str, Any]] = read("second-blind-queries.yml")
HELD_OUT: list[dict[str, Any]] = read("held-out-queries.yml")
URGENT: dict[str, list[str]] = read("urgent-queries.yml")
JUDGED: list[dict[str, Any]] = read("judged-queries.yml")
FEW = 5
SHOWN_OF_WORD = 5
"""From how many letters on two words that begin the same are taken for one another."""


def searching(
    browser: Browser, folder: Any, library: Library, written: list[Written] | None = None
) -> Searching:
    """Open the engine over the data of `library`."""
    script = Index(library, texts.load("nl")).script(written or [])
    return Searching(open_scripts(browser, folder, ENGINE, script))


@pytest.fixture(scope="module")
def library() -> Library:
    return searched()


@pytest.fixture(scope="module")
def search(
    browser: Browser, library: Library, tmp_path_factory: pytest.TempPathFactory
) -> Searching:
    return searching(browser, tmp_path_factory.mktemp("engine"), library)


def carried(card: Card) -> set[str]:
    """Return the ids of what a card carries."""
    return {*card.tag_ids, card.dilemma, *card.also}


def first_results(search: Searching, library: Library, query: str) -> list[set[str]]:
    """Return the ids that each of the first five results stands for, ways in before cards."""
    found = search(query)
    ways = [{way["id"]} for way in found["ways"]]
    cards = [carried(library.cards[card["id"]]) for card in found["cards"]]
    return (ways + cards)[:FEW]


def missing(search: Searching, library: Library, asked: dict[str, Any]) -> set[str]:
    """Return what was expected but is not among the first results."""
    first = first_results(search, library, asked["query"])
    return set(asked["expect"]) - set().union(*first)


def test_the_made_cards_carry_every_tag_twice_and_the_queries_are_enough(library: Library) -> None:
    assert all(len(cards) >= 2 for cards in library.by_tag.values())
    assert len({each["query"] for each in OWN}) >= 60
    known = {*library.tags, *library.dilemmas}
    assert {name for each in OWN + SHARED + BLIND + SECOND for name in each["expect"]} <= known


@pytest.mark.parametrize("asked", SHARED, ids=[each["query"] for each in SHARED])
def test_a_shared_query_finds_all_it_must(
    search: Searching, library: Library, asked: dict[str, Any]
) -> None:
    assert missing(search, library, asked) == set()


@pytest.mark.parametrize(
    "queries", [OWN, BLIND, SECOND, HELD_OUT], ids=["own", "blind", "second", "held-out"]
)
def test_of_our_queries_nearly_everything_is_among_the_first(
    search: Searching, library: Library, queries: list[dict[str, Any]]
) -> None:
    lost = {each["query"]: missing(search, library, each) for each in queries}
    expected = sum(len(each["expect"]) for each in queries)
    assert sum(map(len, lost.values())) <= expected * 0.05, {k: v for k, v in lost.items() if v}


def said(library: Library, ids: set[str]) -> str:
    """Return all words by which tags or dilemmas are found, folded."""
    found = [library.tags.get(each) or library.dilemmas[each] for each in ids]
    texts_of = [" ".join((*each.label.values(), *each.synonyms)) for each in found]
    return fold(" ".join(texts_of))


def test_few_of_the_results_have_nothing_to_do_with_the_query(
    search: Searching, library: Library
) -> None:
    """Neither what is expected, nor a word of the query in what the result is called by."""
    stop = set(search.page.evaluate("window.spreekkamerSearch.words.stop"))
    wrong: list[tuple[str, set[str]]] = []
    number = 0
    for asked in OWN + SHARED + BLIND + SECOND:
        own = [forms[0] for forms in words(asked["query"]) if forms[0] not in stop]
        beginnings = [stem(word)[:SHOWN_OF_WORD] for word in own]
        for ids in first_results(search, library, asked["query"]):
            number += 1
            known = said(library, ids)
            if not ids & set(asked["expect"]) and not any(each in known for each in beginnings):
                wrong.append((asked["query"], ids))
    assert len(wrong) <= number / 10, wrong


def test_most_of_the_real_cards_that_people_judged_fit_and_few_are_wrong(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    real = check_folder(ROOT / "learnings", "learnings", texts.load("nl")).library
    search = searching(browser, tmp_path_factory.mktemp("real"), real)
    shown, told = Counter[str](), Counter[str]()
    for asked in JUDGED:
        found = {*search.cards(asked["query"])}
        for verdict in ("fits", "near", "wrong"):
            told[verdict] += len(asked.get(verdict, ()))
            shown[verdict] += len(found.intersection(asked.get(verdict, ())))
    assert shown["fits"] >= 0.9 * told["fits"]
    assert shown["wrong"] <= 0.3 * shown.total()


# What each part of the matching does.

TEXTS = {
    "titel": {"title": "De jas van de buurman"},
    "tekst": {"situation": "Zij droeg een jas en wachtte in de regen."},
    "anders": {"situation": "Het ging over een fiets en een sollicitatiebrief."},
    "oud": {"title": "Een jas", "status": "retired", "retired_because": "Weg."},
    "verzonnen": {"title": "De jas van de buurman", "kind": "example"},
}


@pytest.fixture(scope="module")
def small(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Searching:
    cards = [a_card(name, **{"title": "Kaart", **fields}) for name, fields in TEXTS.items()]
    written = [Written("regels.html", "# Spelregels\n\nHoe wij een jas ophangen.\n")]
    folder = tmp_path_factory.mktemp("small")
    return searching(browser, folder, a_library(*cards), written)


def test_a_title_outweighs_text_experience_an_example_and_old_cards_come_last(
    small: Searching,
) -> None:
    assert small.cards("jas") == ["titel", "verzonnen", "tekst", "oud"]


def test_a_result_with_more_of_the_words_comes_first(small: Searching) -> None:
    assert small.cards("jas regen")[0] == "tekst"


@pytest.mark.parametrize("query", ["sollicitatieb", "solicitatiebrief", "sollicitatiebirfe", "fie"])
def test_a_word_is_found_while_it_is_typed_and_with_letters_wrong(
    small: Searching, query: str
) -> None:
    assert small.cards(query) == ["anders"]


@pytest.mark.parametrize("query", ["jsa", "xxcitatiebrxxf", "sollic "])
def test_what_looks_too_little_like_a_word_does_not_find_it(small: Searching, query: str) -> None:
    assert small.cards(query) == []


# Asks a new engine before it had a moment for its index, and again when that stands.
TWICE = """queries => {
  const ids = ({ cards, ways }) =>
    [...cards.map(({ card }) => card.id), ...ways.map(({ entry }) => entry.id)];
  const asked = () => {
    const engine = spreekkamer.create(spreekkamerSearch);
    return { engine, ask: () => queries.map(query => ids(engine.search(query))) };
  };
  const fresh = queries.map(query => ids(asked().engine.search(query)));
  const { engine, ask } = asked();
  engine.lookup.indexed.finish();
  return [fresh, ask()];
}"""


def test_what_is_found_does_not_depend_on_how_much_was_indexed(search: Searching) -> None:
    """A large part of the index is made after the first results."""
    queries = ["ges", "bes", "uit ziek", "wil naar scho", "schulden", "bijstandsmoder", "tajdelijk"]
    fresh, indexed = search.page.evaluate(TWICE, queries)
    assert fresh == indexed
    assert all(fresh)


def test_two_letters_are_no_beginning_of_a_word_yet(search: Searching) -> None:
    """Nearly every card was found by them, and drawing those took the longest of all keys."""
    assert search.cards("sc") == []
    assert search.cards("sch")


def test_a_word_that_is_a_name_to_javascript_is_a_word(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """One such word in a card made that the page found nothing at all."""
    card = a_card("bouwer", title="Kaart", situation="Hij was constructor of een toString.")
    search = searching(browser, tmp_path_factory.mktemp("names"), a_library(card))
    assert search.cards("constructor") == ["bouwer"]
    assert search.cards("tostring") == ["bouwer"]


def test_a_part_of_a_compound_finds_it(small: Searching) -> None:
    assert small.cards("brief") == ["anders"]
    assert small.cards("sollicitatie brief") == ["anders"]


def test_the_matched_words_are_told_as_they_stand(small: Searching) -> None:
    found = {each["id"]: each["terms"] for each in small("buurmannen jas")["cards"]}
    assert found["titel"] == ["jas", "buurman"]
    assert {each["id"]: each["terms"] for each in small("buurman")["cards"]}["titel"] == ["buurman"]


@pytest.mark.parametrize("query", ["", "  ", "de het niet", "jaar", "…"])
def test_words_that_say_nothing_find_nothing(small: Searching, query: str) -> None:
    assert small.cards(query) == []


def test_written_pages_are_found(small: Searching) -> None:
    assert small("spelregels")["pages"] == ["Spelregels"]
    assert small("fiets")["pages"] == []


# Tags and dilemmas.


def test_a_synonym_finds_the_tag_and_the_cards_and_is_told(
    search: Searching, library: Library
) -> None:
    found = search("noshow")
    assert found["ways"][0] == {
        "kind": "tag",
        "id": "no-show",
        "label": "Komt niet opdagen",
        "via": ["noshow"],
    }
    assert all("no-show" in carried(library.cards[each["id"]]) for each in found["cards"])
    assert found["cards"][0]["via"] == ["noshow"]


TOLD = """(queries) => Object.fromEntries(queries.map((query) => {
  const { ways, cards } = window.spreekkamer.engine.search(query);
  return [query, { ways: ways.length, via: [...ways, ...cards].flatMap(({ via }) => via) }];
}))"""
"""For each query the number of ways in, and by which names they and the cards are told found."""


def test_what_is_never_shown_is_not_told(search: Searching, library: Library) -> None:
    owners = [*library.tags.values(), *library.dilemmas.values()]
    hidden = {each for owner in owners for each in owner.find_only}
    hidden |= {each for tag in library.tags.values() for each in tag.misspellings}
    # What is a word behind one tag may be a name of another.
    hidden -= {name for owner in owners for name in (owner.label["nl"], *owner.synonyms)}
    told = search.page.evaluate(TOLD, sorted(hidden))
    assert [query for query, names in told.items() if not names["ways"]] == []
    assert [query for query, names in told.items() if hidden & set(names["via"])] == []


def test_a_tag_without_cards_is_a_way_in_all_the_same(
    browser: Browser, library: Library, tmp_path_factory: pytest.TempPathFactory
) -> None:
    empty = replace(library, cards={})
    search = searching(browser, tmp_path_factory.mktemp("empty"), empty)
    assert search.ways("komt niet opdagen")[0] == "no-show"


def test_urgent_words_are_seen_of_one_word_and_of_more(search: Searching) -> None:
    for query in (
        "zelfmoord",
        "Huiselijk geweld?",
        "hij denkt aan einde aan mijn leven",
        "wapens",
        "zelfmoordgedachten",
        "mishandling",
    ):
        assert search(query)["urgent"], query
    for query in ("schulden", "geweldige baan", "einde", "behandeling", ""):
        assert not search(query)["urgent"], query


@pytest.mark.parametrize("query", URGENT["urgent"])
def test_words_about_danger_are_urgent_and_bring_no_other_advice(
    search: Searching, query: str
) -> None:
    found = search(query)
    assert found["urgent"]
    assert found["suggestions"] == found["related"] == []


@pytest.mark.parametrize("query", URGENT["harmless"])
def test_words_that_look_like_danger_are_not_urgent(search: Searching, query: str) -> None:
    assert not search(query)["urgent"]


@pytest.mark.parametrize(
    ("query", "tag"),
    [
        *(
            ("hij gokt", "addiction"),
            ("zwerft al een jaar", "homeless"),
            ("afgekickt", "addiction"),
        ),
        *(("klust bij", "unreported-income"), ("haakt na een week af", "drop-out")),
        *(("bleef weg", "no-show"), ("viel weer terug", "relapse"), ("dronk te veel", "addiction")),
        *(("komt zijn afspraken niet na", "no-show"), ("is ontslagen", "lost-job")),
        *(("uitgescholden", "anger"), ("hij komt nooit op gesprek", "no-show")),
    ],
)
def test_any_form_of_a_verb_finds_it(search: Searching, query: str, tag: str) -> None:
    assert tag in search.ways(query)


@pytest.mark.parametrize(
    ("query", "tag"),
    [
        *(("feilig ferslaafd", "addiction"), ("kreditbank", "debt-help"), ("sgulden", "debts")),
        *(("uitkeering korrten", "sanction"), ("bejstandsmoeder", "single-parent")),
    ],
)
def test_what_is_written_as_it_is_heard_is_found(search: Searching, query: str, tag: str) -> None:
    assert tag in search.ways(query)


@pytest.mark.parametrize(
    ("query", "tag"),
    [
        *(("een briefje in gewone taal", "plain-language"), ("wandelingetje", "walking")),
        *(("daklozen", "homeless"), ("dakolze", "homeless"), ("boze", "anger")),
    ],
)
def test_small_things_and_inflected_words_are_found(
    search: Searching, query: str, tag: str
) -> None:
    assert tag in search.ways(query)


@pytest.mark.parametrize(
    ("query", "tag"),
    [
        *(
            ("gelooft er echt niet meer in", "low-motivation"),
            ("al 10 jaar bijstand", "long-term-benefit"),
        ),
        ("hij is te laat", "no-show"),
    ],
)
def test_a_name_of_more_words_is_found_with_or_without_the_smallest(
    search: Searching, query: str, tag: str
) -> None:
    assert tag in search.ways(query)


@pytest.mark.parametrize("query", ["uitkering", "gesprek", "werken", "laat", "niet", "er in"])
def test_a_word_of_many_names_does_not_fill_the_page(search: Searching, query: str) -> None:
    assert len(search.ways(query)) <= 2


def test_a_name_in_the_query_leaves_out_what_shares_a_common_word(
    search: Searching, library: Library
) -> None:
    found = search.cards("wil niet werken")
    assert 0 < len(found) < len(library.cards) / 3


ORDINARY = {
    "gesprek": "Na het gesprek belde hij nog drie keer op.",
    "hond": "Zijn hond ging mee naar het gesprek.",
    "fiets": "Zij vroeg elke week om een fiets.",
}


@pytest.fixture(scope="module")
def ordinary(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Searching:
    cards = [a_card(name, title="Kaart", situation=text) for name, text in ORDINARY.items()]
    return searching(browser, tmp_path_factory.mktemp("ordinary"), a_library(*cards))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("gesprek", {"gesprek", "hond"}),
        ("hond mee naar gesprek", {"hond"}),
        ("drie honden", {"hond"}),
        ("drie", {"gesprek"}),
        ("elke week", {"fiets"}),
        # Nothing is said of a cat: what is said of talks is no answer.
        ("poes mee naar gesprek", set()),
        ("gesprek p", {"gesprek", "hond"}),
    ],
)
def test_an_ordinary_word_finds_only_what_no_other_word_does(
    ordinary: Searching, query: str, found: set[str]
) -> None:
    assert {*ordinary.cards(query)} == found


@pytest.mark.parametrize(
    ("query", "tag"),
    [
        # A place, no "aanmanen".
        ("man aan de balie", "debts"),
        ("moeder ", "low-motivation"),
        # Two letters from "huwelijk".
        ("nauwelijks", "relationship-change"),
        ("kinderen opvang", "homeless"),
    ],
)
def test_what_looks_like_a_name_by_chance_is_no_way_in(
    search: Searching, query: str, tag: str
) -> None:
    assert tag not in search.ways(query)


def test_a_dilemma_that_is_only_touched_does_not_bring_its_cards(
    search: Searching, library: Library
) -> None:
    """Of "te ziek om te werken" one word was enough."""
    cards = [library.cards[each] for each in search.cards("ziek ")]
    sick = {name for name, tag in library.tags.items() if "ziek" in str(tag)}
    assert cards
    assert all("ziek" in str(each) or sick & {*each.tag_ids} for each in cards)


def test_a_short_word_with_another_beginning_is_another_word(search: Searching) -> None:
    assert search("brouwen")["cards"] == []


@pytest.mark.parametrize("query", ["boosheid", "twijfel "])
def test_half_the_name_of_a_tag_brings_its_cards_when_none_fits_better(
    search: Searching, library: Library, query: str
) -> None:
    """The tag was offered with its number of cards, and under it no card was found."""
    (first, *_) = search.ways(query)
    assert {card.id for card in library.by_tag[first]} <= {*search.cards(query)}


def test_a_dilemma_with_a_letter_wrong_brings_its_cards(search: Searching) -> None:
    assert search.cards("opleding") == search.cards("opleiding") != []


def test_beside_other_words_a_tag_that_is_named_keeps_all_its_cards(
    search: Searching, library: Library
) -> None:
    found = search.cards("alleenstaande moeder met schulden")
    assert {card.id for card in library.by_tag["debts"]} <= {*found}


def test_a_number_that_is_no_age_says_less_than_any_word(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    cards = (a_card("fiets", situation="Een fiets."), a_card("veertien", situation="Om 14 uur."))
    search = searching(browser, tmp_path_factory.mktemp("numbers"), a_library(*cards))
    assert search.cards("14 fietsen") == ["fiets"]
    assert search.cards("14") == ["veertien"]


def test_words_that_say_nothing_are_not_marked(search: Searching) -> None:
    """Of "al 14 jaar in de bijstand" every "in" and "de" was yellow."""
    found = search("hij zit al jaren in de bijstand")["cards"]
    assert found
    assert not {"in", "de", "al", "hij"} & {
        term.lower() for each in found for term in each["terms"]
    }


def test_a_number_with_a_measure_is_no_age(search: Searching) -> None:
    assert "age-60-plus" in search.ways("vrouw van 61")
    assert "age-60-plus" not in search.ways("61 uur")


def test_equal_words_are_the_same_word(search: Searching) -> None:
    assert set(search.cards("klant werkplek")) == set(search.cards("inwoner werkplek"))


@pytest.mark.parametrize(
    ("query", "tag"),
    [
        *(("58 jaar", "age-50-plus"), ("62 jarige", "age-60-plus"), ("19 jaar", "youth-under-27")),
        *(("60+", "age-60-plus"), ("23-jarige", "youth-under-27"), ("53 plus", "age-50-plus")),
    ],
)
def test_an_age_finds_the_tag_that_it_falls_under(search: Searching, query: str, tag: str) -> None:
    ways = search.ways(query)
    assert ways[0] == tag
    assert not {"youth-under-27", "age-50-plus"} <= set(ways)


def test_an_age_that_no_tag_names_finds_no_tag(search: Searching) -> None:
    assert search.ways("35 jaar") == []


def test_nothing_found_gives_other_spellings_and_what_is_near(search: Searching) -> None:
    found = search("tegenprestant")
    assert found["cards"] == []
    assert "tegenprestatie" in found["suggestions"]
    assert "tegenprestatie" in [each["id"] for each in found["related"]]
    assert search("autorit")["suggestions"] == search("niet kapot")["related"] == []
    assert search("xqzxqz") == {
        **{name: [] for name in ("cards", "ways", "pages", "suggestions", "related")},
        "urgent": False,
    }
    assert search("schulden")["suggestions"] == []
    # Of a short word every other one is near, and "gesprek" leads anywhere.
    nothing = search("hond mee naar gesprek ")
    assert nothing["suggestions"] == nothing["related"] == []


# Facets.


def test_more_values_of_a_facet_widen_and_more_facets_narrow(
    search: Searching, library: Library
) -> None:
    def with_tags(*tags: str) -> set[str]:
        return {name for name, card in library.cards.items() if carried(card) & set(tags)}

    debts, both = with_tags("debts"), with_tags("debts", "addiction")
    assert set(search.cards("", situation=["debts"])) == debts
    assert set(search.cards("", situation=["debts", "addiction"])) == both
    narrowed = search.cards("", situation=["debts", "addiction"], kind=["sourced"])
    assert set(narrowed) == {each for each in both if library.cards[each].kind == "sourced"}
    assert search.cards("", situation=[]) == []


def test_the_counts_of_a_facet_ignore_its_own_selection(
    search: Searching, library: Library
) -> None:
    free = search.counts("")
    chosen = search.counts("", situation=["debts"])
    assert chosen["situation"] == free["situation"]
    assert free["situation"]["debts"] == len(library.by_tag["debts"])
    assert sum(chosen["kind"].values()) == len(search.cards("", situation=["debts"]))
    assert set(chosen["side"]) <= {f"{c.dilemma}.{c.side}" for c in library.cards.values()}


def test_the_counts_are_those_of_the_results(search: Searching) -> None:
    found = search.cards("schulden")
    counts = search.counts("schulden")
    assert sum(counts["kind"].values()) == len(found)
    assert len(search.cards("schulden", kind=["sourced"])) == counts["kind"]["sourced"]


def test_without_words_own_experience_comes_first(search: Searching, library: Library) -> None:
    kinds = [library.cards[each].kind for each in search.cards("", situation=["debts"])]
    assert kinds == sorted(kinds, key=["practice", "sourced", "question", "example"].index)
