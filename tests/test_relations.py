"""Which cards stand beside a card: the opposite experience first."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from making import a_card, a_library, a_question
from spreekkamer.card import Card, SeeAlso
from spreekkamer.relations import related

CARD = a_card("deze", tags={"situation": ("debts", "single-parent"), "phase": ("intake",)})


def other(ident: str, *situations: str, **fields: Any) -> Card:
    return a_card(ident, side="work-first", tags={"situation": situations}, **fields)


def like(ident: str, *situations: str, **fields: Any) -> Card:
    return a_card(ident, tags={"situation": situations}, **fields)


def other_choice(*cards: Card, card: Card = CARD) -> list[str]:
    return [each.card.id for each in related(a_library(card, *cards), card).other_choice]


def alike(*cards: Card, card: Card = CARD) -> list[str]:
    return [each.id for each in related(a_library(card, *cards), card).alike]


def test_a_card_alone_has_no_relations() -> None:
    assert other_choice() == alike() == []


def test_the_other_choice_is_the_same_dilemma_with_another_side() -> None:
    elsewhere = other("elders", dilemma="fast-lasting")
    assert other_choice(other("anders"), like("zelfde"), elsewhere) == ["anders"]


def test_of_other_choices_the_one_with_most_of_the_same_situation_comes_first() -> None:
    cards = [other("a"), other("b", "debts"), other("c", "debts", "single-parent")]
    assert other_choice(*cards) == ["c", "b", "a"]


def test_a_shared_situation_goes_before_other_shared_tags() -> None:
    phase = a_card("a-moment", side="work-first", tags={"phase": ("intake",)})
    assert other_choice(phase, other("b-situatie", "debts")) == ["b-situatie", "a-moment"]
    assert other_choice(other("a-niets"), phase) == ["a-moment", "a-niets"]


def test_cards_that_are_equally_near_stand_in_the_order_of_their_names() -> None:
    assert other_choice(other("c"), other("a"), other("b")) == ["a", "b", "c"]
    assert alike(like("c"), like("a"), like("b")) == ["a", "b", "c"]


def test_no_more_than_three_are_shown() -> None:
    assert len(other_choice(*(other(name) for name in "abcdef"))) == 3
    assert len(alike(*(like(name) for name in "abcdef"))) == 3


def test_what_is_shown_as_another_choice_is_not_shown_as_alike_too() -> None:
    cards = [other("anders", "debts"), like("zelfde", "debts")]
    assert (other_choice(*cards), alike(*cards)) == (["anders"], ["zelfde"])


def test_of_another_dilemma_only_a_card_with_the_same_situation_is_alike() -> None:
    elsewhere = {"dilemma": "fast-lasting"}
    moment = a_card("zelfde-moment", tags={"phase": ("intake",)}, **elsewhere)
    cards = [like("niets", **elsewhere), moment, like("zelfde-situatie", "debts", **elsewhere)]
    assert alike(*cards) == ["zelfde-situatie"]


def test_of_cards_that_are_alike_the_one_with_most_in_common_comes_first() -> None:
    cards = [like("a"), like("b", "debts"), like("c", "debts", "single-parent")]
    assert alike(*cards) == ["c", "b", "a"]


def test_cards_that_no_longer_hold_are_not_shown() -> None:
    gone = {"status": "retired", "retired_because": "De regel is weg."}
    assert other_choice(other("anders", **gone)) == []
    assert alike(like("zelfde", **gone)) == []


def test_a_card_that_no_longer_holds_still_leads_to_cards_that_do() -> None:
    old = a_card("oud", status="retired", retired_because="De regel is weg.")
    assert other_choice(other("anders"), card=old) == ["anders"]


def test_a_question_has_no_side_and_so_no_other_choice() -> None:
    question = a_question()
    assert other_choice(other("anders"), card=question) == []
    assert other_choice(question) == []
    assert alike(other("anders"), card=question) == ["anders"]


def test_a_choice_in_between_is_another_choice() -> None:
    between = a_card("ertussen", side="between")
    assert other_choice(between) == ["ertussen"]
    assert other_choice(other("anders"), card=between) == ["anders"]


def test_the_real_other_side_goes_before_a_choice_in_between_however_near() -> None:
    between = a_card("a-ertussen", side="between", tags=CARD.tags)
    assert other_choice(between, other("b-anders")) == ["b-anders", "a-ertussen"]
    sides = [other(name) for name in "bcd"]
    assert other_choice(between, *sides) == ["b", "c", "d"]


def test_experience_goes_before_what_is_invented_however_near() -> None:
    invented = other("a-nep", "debts", kind="example")
    between = a_card("b-ertussen", side="between")
    assert other_choice(invented, between, other("c-echt")) == ["c-echt", "b-ertussen", "a-nep"]


def seen_also(*hows: tuple[str, str]) -> Card:
    return replace(CARD, see_also=tuple(SeeAlso(ident, how) for ident, how in hows))


def test_what_went_another_way_stands_by_itself_experience_first() -> None:
    card = seen_also(("nep", "contradicts"), ("echt", "partly"), ("verder", "follows"))
    cards = [other("nep", kind="example"), like("echt", "debts"), like("verder"), other("anders")]
    found = related(a_library(card, *cards), card)
    assert [(each.card.id, each.how) for each in found.differs] == [
        ("echt", "partly"),
        ("nep", "contradicts"),
    ]
    assert [each.card.id for each in found.other_choice] == ["anders"]
    assert [each.card.id for each in found.named] == ["verder"]
    assert found.alike == ()


def test_a_card_that_names_the_only_other_choice_is_not_alone() -> None:
    card = seen_also(("anders", "contradicts"))
    found = related(a_library(card, other("anders")), card)
    assert (found.other_choice, found.alone) == ((), False)
    same_side = related(a_library(card, like("anders")), card)
    assert (len(same_side.differs), same_side.alone) == (1, True)


def test_a_card_that_no_longer_holds_did_not_go_another_way() -> None:
    gone = other("anders", status="retired", retired_because="De regel is weg.")
    card = seen_also(("anders", "contradicts"))
    found = related(a_library(card, gone), card)
    assert found.differs == ()
    assert [each.card.id for each in found.named] == ["anders"]


def test_beside_a_choice_in_between_both_sides_are_as_good() -> None:
    card = a_card("deze", side="between", tags={"situation": ("debts",)})
    assert other_choice(other("werk"), like("leren", "debts"), card=card) == ["leren", "werk"]
