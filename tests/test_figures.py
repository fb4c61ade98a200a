"""Counting is a danger here: what counts, apart from what, and in which order."""

from __future__ import annotations

import pytest

from making import TRAINING_FIRST, a_card, a_dilemma, a_library, a_question
from spreekkamer import figures
from spreekkamer.card import Card
from spreekkamer.figures import SideRow

DILEMMA = a_dilemma()


def row(*cards: Card, kind: str = "practice", side: str = "training-first") -> SideRow:
    rows = figures.side_rows(a_library(*cards, dilemmas=[DILEMMA, a_dilemma("ander")]), DILEMMA)
    return next(each for each in rows if (each.kind, each.side) == (kind, side))


def names(cards: tuple[Card, ...]) -> list[str]:
    return [card.id for card in cards]


@pytest.mark.parametrize(
    "card",
    [
        a_card("voorbeeld", kind="example"),
        a_question(),
        a_card("oud", status="superseded", replaced_by="nieuw"),
        a_card("verlopen", status="retired", retired_because="De regel is weg."),
    ],
    ids=lambda card: card.id,
)
def test_examples_questions_and_cards_that_no_longer_hold_are_never_counted(card: Card) -> None:
    assert figures.counted([card]) == ()
    assert row(card).cards == ()
    assert figures.newest(a_library(card), 3) == ()


@pytest.mark.parametrize("kind", ["practice", "sourced"])
def test_own_practice_and_published_findings_are_counted(kind: str) -> None:
    card = a_card(kind=kind)
    assert figures.counted([card]) == (card,)


def test_own_practice_and_published_findings_are_counted_apart() -> None:
    cards = (a_card("eigen"), a_card("stuk", kind="sourced"))
    assert names(row(*cards, kind="practice").cards) == ["eigen"]
    assert names(row(*cards, kind="sourced").cards) == ["stuk"]


def test_each_kind_has_a_row_for_both_sides_and_between() -> None:
    found = figures.side_rows(a_library(dilemmas=[DILEMMA]), DILEMMA)
    assert [(each.kind, each.side) for each in found] == [
        ("practice", "work-first"),
        ("practice", "training-first"),
        ("practice", "between"),
        ("sourced", "work-first"),
        ("sourced", "training-first"),
        ("sourced", "between"),
    ]


def test_a_card_is_counted_once_on_its_own_side() -> None:
    cards = [a_card("a", side="work-first"), a_card("b"), a_card("c", side="between")]
    found = figures.side_rows(a_library(*cards, dilemmas=[DILEMMA]), DILEMMA)
    assert [names(each.cards) for each in found] == [["a"], ["b"], ["c"], [], [], []]


def test_a_card_that_only_mentions_a_dilemma_does_not_count_for_it() -> None:
    assert row(a_card("elders", dilemma="ander", also=("work-training",))).cards == ()


def test_marks_stand_in_the_order_of_results_and_then_of_names() -> None:
    results = {"a": "unclear", "b": "did-not-work", "c": "partly", "d": "worked", "e": "worked"}
    cards = [a_card(name, result=result) for name, result in results.items()]
    assert names(row(*reversed(cards)).cards) == ["d", "e", "c", "b", "a"]


def test_every_result_has_its_cards_also_when_there_are_none() -> None:
    cards = [a_card("a"), a_card("b"), a_card("c", result="did-not-work")]
    found = {result: names(of) for result, of in row(*cards).by_result.items()}
    assert found == {"worked": ["a", "b"], "partly": [], "did-not-work": ["c"], "unclear": []}
    assert list(row().by_result.values()) == [(), (), (), ()]


def test_the_newest_cards_come_first_and_an_unknown_period_last() -> None:
    periods = {"a": "2024", "b": "unknown", "c": "2026-Q1", "d": "2026-Q3", "e": "2025-Q4"}
    cards = [a_card(name, kind="sourced", period=period) for name, period in periods.items()]
    assert names(figures.newest(a_library(*cards), 9)) == ["d", "c", "e", "a", "b"]
    assert names(figures.newest(a_library(*cards), 2)) == ["d", "c"]


def test_cards_of_one_period_stand_in_the_order_of_their_names() -> None:
    cards = [a_card(name, period="2026-Q1") for name in ("b", "c", "a")]
    assert names(figures.newest(a_library(*cards), 3)) == ["a", "b", "c"]


def test_a_year_without_a_quarter_stands_with_its_last_quarter() -> None:
    periods = {"a": "2026-Q3", "b": "2026", "c": "2026-Q4", "d": "2027-Q1"}
    cards = [a_card(name, period=period) for name, period in periods.items()]
    assert [card.id for card in figures.newest_first(cards)] == ["d", "b", "c", "a"]


def test_cards_of_every_kind_can_be_put_in_order_the_unknown_period_last() -> None:
    cards = [
        a_card("a", kind="sourced", period="unknown"),
        a_question("b", period="2020"),
        a_card("c", kind="example", period="2021-Q2"),
    ]
    assert [card.id for card in figures.newest_first(cards)] == ["c", "b", "a"]


def test_the_sides_of_a_dilemma_are_found_by_their_id() -> None:
    assert DILEMMA.side("training-first") == TRAINING_FIRST
    assert DILEMMA.side("between") is None
