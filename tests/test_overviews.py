"""What the overviews show, in which order, and what they leave out."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from making import a_card, a_dilemma, a_library, a_question
from spreekkamer import overviews, texts
from spreekkamer.card import Card
from spreekkamer.dilemma import Research
from spreekkamer.library import Library
from spreekkamer.overviews import CardGroup
from spreekkamer.vocabulary import LawChange, SourceEntry, Tag

NL = texts.load("nl")
RETIRED = a_card("verlopen", status="retired", retired_because="De regel is weg.")
SUPERSEDED = a_card("vervangen", status="superseded", replaced_by="nieuw")
DEBTS = Tag("debts", "situation", {"nl": "Schulden"})
PARENT = Tag("parent", "situation", {"nl": "Ouder"})
NO_SHOW = Tag("no-show", "noticed", {"nl": "Komt niet opdagen"})
INTAKE = Tag("intake", "phase", {"nl": "Eerste gesprek"})
TAGS = {"situation": [DEBTS, PARENT], "noticed": [NO_SHOW], "phase": [INTAKE]}


def shown(groups: Iterable[CardGroup]) -> dict[str, list[str]]:
    return {group.key: [card.id for card in group.cards] for group in groups}


def with_tags(ident: str, *tags: Tag, **fields: object) -> Card:
    by_facet: dict[str, tuple[str, ...]] = {}
    for tag in tags:
        by_facet[tag.facet] = (*by_facet.get(tag.facet, ()), tag.id)
    return a_card(ident, tags=by_facet, **fields)


def commonest(*cards: Card, number: int = 9) -> list[str]:
    library = a_library(*cards, tags=TAGS)
    return [tag.id for tag in overviews.commonest_tags(library, number)]


EVERY_ORDER = [overviews.by_kind, overviews.by_dilemma, overviews.by_result, overviews.by_title]


@pytest.mark.parametrize("order", EVERY_ORDER)
def test_every_active_card_stands_in_an_overview_once(order: object) -> None:
    cards = [
        a_card("a"),
        a_card("b", kind="sourced", result="did-not-work", side="between"),
        a_card("c", kind="example", dilemma="fast", also=("work-training",)),
        a_question("d"),
    ]
    found = shown(order(a_library(*cards, RETIRED, SUPERSEDED)))
    assert sorted(name for names in found.values() for name in names) == ["a", "b", "c", "d"]


@pytest.mark.parametrize("order", EVERY_ORDER)
def test_without_active_cards_an_overview_has_no_groups(order: object) -> None:
    assert order(Library.empty()) == ()
    assert order(a_library(RETIRED, SUPERSEDED)) == ()


def test_kinds_stand_own_practice_first_and_invented_last_each_newest_first() -> None:
    cards = [
        a_card("a", kind="example"),
        a_question("b"),
        a_card("c", kind="sourced", period="2024-Q1"),
        a_card("d", kind="sourced", period="unknown"),
        a_card("e", kind="sourced", period="2025"),
        a_card("f", period="2020"),
    ]
    groups = overviews.by_kind(a_library(*cards))
    assert list(shown(groups).items()) == [
        ("practice", ["f"]),
        ("sourced", ["e", "c", "d"]),
        ("question", ["b"]),
        ("example", ["a"]),
    ]


def test_dilemmas_stand_in_their_own_order_with_the_cards_that_chose_in_them() -> None:
    cards = [
        a_card("a", dilemma="fast"),
        a_card("b", kind="example"),
        a_card("c", also=("fast",)),
    ]
    dilemmas = [a_dilemma(), a_dilemma("leeg"), a_dilemma("fast")]
    groups = overviews.by_dilemma(a_library(*cards, dilemmas=dilemmas))
    assert list(shown(groups).items()) == [("work-training", ["c", "b"]), ("fast", ["a"])]


def test_results_stand_in_their_own_order_and_questions_last() -> None:
    cards = [
        a_question("a"),
        a_card("b", result="unclear"),
        a_card("c", result="did-not-work"),
        a_card("d"),
    ]
    groups = overviews.by_result(a_library(*cards))
    assert list(shown(groups).items()) == [
        ("worked", ["d"]),
        ("did-not-work", ["c"]),
        ("unclear", ["b"]),
        ("", ["a"]),
    ]


def test_titles_stand_by_first_letter_whatever_their_capitals_and_signs() -> None:
    titles = {"a": "Zo kan het ook", "b": "begin klein", "c": "‘Aan de slag’", "d": "begin klein"}
    titles |= {"e": "45-plus", "f": "Één vraag", "g": "…"}
    cards = [a_card(name, title=title) for name, title in titles.items()]
    assert list(shown(overviews.by_title(a_library(*cards))).items()) == [
        ("0-9", ["g", "e"]),
        ("a", ["c"]),
        ("b", ["b", "d"]),
        ("e", ["f"]),
        ("z", ["a"]),
    ]


# Tags.


def test_a_tag_has_its_active_cards_by_dilemma_and_the_laws_that_touch_it() -> None:
    law = LawChange("wet", {"nl": "Een wet"}, {"nl": "Iets"}, affects=("intake", "debts"))
    other = LawChange("ander", {"nl": "Andere wet"}, {"nl": "Iets"}, affects=("parent",))
    gone = with_tags("weg", DEBTS, status="retired", retired_because="De regel is weg.")
    library = a_library(
        with_tags("a", DEBTS, dilemma="fast"),
        with_tags("b", PARENT, DEBTS),
        with_tags("c", PARENT),
        gone,
        dilemmas=[a_dilemma(), a_dilemma("fast")],
        tags=TAGS,
        laws=[law, other],
    )
    found = overviews.tag_cards(library, DEBTS)
    assert found.tag == DEBTS
    assert list(shown(found.groups).items()) == [("work-training", ["b"]), ("fast", ["a"])]
    assert found.laws == (law,)
    assert overviews.tag_cards(library, NO_SHOW) == overviews.TagCards(NO_SHOW, (), ())


def neighbours(library: Library, tag: Tag) -> list[str]:
    return [each.id for each in overviews.tag_cards(library, tag).neighbours]


def test_a_tag_without_experience_has_neighbours_that_cards_carry_the_most_alike_first() -> None:
    names = {"nl": "Moeite met lezen"}
    lone, like = (
        Tag("lone", "situation", names, ("laaggeletterd",)),
        Tag("like", "situation", names),
    )
    law = LawChange("wet", {"nl": "Een wet"}, {"nl": "Iets"}, affects=("lone", "parent"))
    few = [Tag(f"few-{number}", "situation", {"nl": "Anders"}) for number in range(3)]
    made_up = Tag("made-up", "situation", names)
    cards = [with_tags(f"a{number}", DEBTS, kind="sourced") for number in range(2)]
    cards += [with_tags(f"b-{tag.id}", tag) for tag in (like, PARENT, INTAKE, *few)]
    cards += [with_tags("c", made_up, kind="example")]
    tags = {"situation": [DEBTS, PARENT, lone, like, made_up, *few], "phase": [INTAKE]}
    library = a_library(*cards, tags=tags, laws=[law])
    assert neighbours(library, lone) == ["like", "parent", "debts", "few-0"]
    assert neighbours(library, made_up)
    assert neighbours(library, PARENT) == []


def test_a_tag_that_stands_alone_has_no_neighbours() -> None:
    assert neighbours(a_library(with_tags("a", PARENT), tags=TAGS), NO_SHOW) == []


def test_the_cards_of_a_tag_are_numbered_without_those_that_no_longer_hold() -> None:
    gone = with_tags("weg", DEBTS, status="retired", retired_because="De regel is weg.")
    library = a_library(with_tags("a", DEBTS, INTAKE), with_tags("b", DEBTS), gone, tags=TAGS)
    assert overviews.card_numbers(library) == {"debts": 2, "intake": 1}


def test_examples_and_questions_are_not_numbered_under_a_tag() -> None:
    asked = a_question(tags={"noticed": ("no-show",), "phase": ("intake",)})
    cards = [with_tags("a", DEBTS, kind="sourced"), asked]
    cards += [with_tags(f"nep{number}", DEBTS, PARENT, INTAKE, kind="example") for number in (1, 2)]
    library = a_library(*cards, tags=TAGS)
    assert overviews.card_numbers(library) == {"debts": 1}
    said = [overviews.only(library, tag, NL) for tag in (DEBTS, PARENT, NO_SHOW, INTAKE)]
    both = "alleen 1 vraag en 2 voorbeelden"
    assert said == ["", "alleen 2 voorbeelden", "alleen 1 vraag", both]
    assert overviews.only(a_library(tags=TAGS), DEBTS, NL) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ja. Dit is een zin.", "Ja. Dit is een zin."),
        ("Ja. Dit is een tweede zin.", "Ja.\u00a0…"),
        ("Deze zin is precies. Maar deze komt er nog bij.", "Deze zin is…"),
        ("", ""),
    ],
)
def test_a_teaser_shows_that_more_follows_within_its_limit(text: str, expected: str) -> None:
    assert overviews.teaser(text, 20) == expected


def test_the_commonest_tags_are_what_is_noticed_and_then_situations_that_cards_carry() -> None:
    cards = [with_tags("a", PARENT, INTAKE), with_tags("b", NO_SHOW, PARENT)]
    assert commonest(*cards) == ["no-show", "parent"]
    assert commonest() == []


def test_the_commonest_tags_are_those_of_experience_only() -> None:
    invented = [with_tags(f"nep{number}", PARENT, kind="example") for number in range(3)]
    assert commonest(*invented, with_tags("a", NO_SHOW)) == ["no-show"]
    assert commonest(*invented) == []


def test_no_more_of_the_commonest_tags_than_asked_and_in_one_order() -> None:
    cards = [with_tags("a", PARENT, DEBTS, NO_SHOW)]
    assert commonest(*cards) == ["no-show", "debts", "parent"]
    assert commonest(*cards, number=2) == ["no-show", "debts"]


# Sources.


def test_every_source_stands_by_title_with_all_that_leans_on_it() -> None:
    tag = Tag("debts", "situation", {"nl": "Schulden"}, sources=("boek",))
    law = LawChange("wet", {"nl": "Een wet"}, {"nl": "Iets"}, sources=("boek",))
    research = (Research({"nl": "Gevonden"}, ("boek",)), Research({"nl": "Ook"}, ("boek", "z")))
    dilemma = a_dilemma(research=research)
    card = a_card("a", sources=("boek", "weg"))
    gone = a_card("weg", sources=("boek",), status="retired", retired_because="De regel is weg.")
    library = a_library(
        card,
        gone,
        dilemmas=[dilemma],
        tags={"situation": [tag]},
        sources=[SourceEntry("z", "Zo"), SourceEntry("boek", "boek"), SourceEntry("a", "Aan")],
        laws=[law],
    )
    first, book, last = overviews.leaning(library)
    assert [each.source.id for each in (first, book, last)] == ["a", "boek", "z"]
    assert (book.cards, book.dilemmas, book.tags, book.laws) == (
        (card,),
        (dilemma,),
        (tag,),
        (law,),
    )
    assert (first.cards, first.dilemmas, first.tags, first.laws) == ((), (), (), ())
    assert last.dilemmas == (dilemma,)


def test_a_source_of_a_law_stands_on_the_pages_of_the_tags_it_touches() -> None:
    sources = [SourceEntry("stuk", "Een stuk"), SourceEntry("zonder", "Zonder")]
    about = {"label": {"nl": "Een wet"}, "what": {"nl": "Iets"}}
    laws = [
        LawChange("wet", **about, affects=("debts",), sources=("stuk",)),
        LawChange("los", **about, sources=("zonder",)),
    ]
    piece, loose = overviews.leaning(a_library(tags=TAGS, sources=sources, laws=laws))
    assert (piece.tags, loose.tags) == ((DEBTS,), ())
    assert piece.used
    assert loose.used
