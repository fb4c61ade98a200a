"""Cards, dilemmas and tags as frozen data."""

from __future__ import annotations

import dataclasses

import pytest

from conftest import Project
from spreekkamer import card, dilemma, vocabulary
from spreekkamer.card import Allow, Card, Outcome, SeeAlso, Signal, Try

NEEDED = {"title": "T", "dilemma": "d", "period": "2026", "situation": "S"}
LABEL = {"nl": "Label"}
SIDES = {name: {"label": LABEL, "definition": {"nl": name}} for name in ("a", "b")}


def _card(**values: object) -> Card:
    return card.from_values("x", "learnings/cards/x.yml", NEEDED | values)


def test_a_card_holds_what_its_file_says() -> None:
    made = _card(
        outcome={"what": "Goed", "after_months": 3},
        signal={"text": "Loket"},
        tries=({"period": "2026", "result": "partly", "note": "N"},),
        see_also=({"card": "y", "how": "follows"},),
        allow=({"rule": "r", "because": "b"},),
    )
    assert made.outcome == Outcome("Goed", 3)
    assert made.signal == Signal("Loket", status="open")
    assert made.tries == (Try("2026", "partly", "N"),)
    assert made.see_also == (SeeAlso("y", "follows"),)
    assert made.allow == (Allow("r", "b"),)


def test_what_a_file_does_not_say_is_none_or_empty() -> None:
    made = _card()
    assert (made.kind, made.status, made.composite) == ("practice", "active", False)
    assert (made.also, made.tags, made.tries, made.sources) == ((), {}, (), ())
    assert made.because is None


@pytest.mark.parametrize(
    ("status", "active"), [("active", True), ("superseded", False), ("retired", False)]
)
def test_only_an_active_card_stands_in_lists(status: str, active: bool) -> None:
    assert _card(status=status).active is active


def test_the_tags_of_a_card_are_those_of_all_facets() -> None:
    tags = {"phase": ("intake",), "situation": ("debts", "young")}
    assert _card(tags=tags).tag_ids == {"intake", "debts", "young"}


@pytest.mark.parametrize("name", NEEDED)
def test_a_card_cannot_be_half_valid(name: str) -> None:
    values = {key: value for key, value in NEEDED.items() if key != name}
    with pytest.raises(TypeError, match=name):
        card.from_values("x", "p", values)


def test_a_card_does_not_change() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        _card().title = "Anders"


def test_a_full_card_is_read_from_its_file(project: Project) -> None:
    project.card("role: klantmanager", "ander")
    project.card(
        "outcome: {what: Ze werkt nog, after_months: 6, known_how: heard}\n"
        "tries: [{period: 2026-Q1, result: confirms, note: Ging ook zo, role: coach}]\n"
        "signal: {text: Het loket is dicht, since: 2026-01, status: answered, reply: Open}\n"
        "tags: {situation: [debts], phase: [intake]}\n"
        "see_also: [{card: ander, how: partly}]\n"
        "allow: [{rule: text-judging, because: citaat}]\n"
        "composite: true\nformerly: [eerder]\nquestion: Wat zou jij doen?"
    )
    made = project.check().library.cards["voorbeeld"]
    assert made.outcome == Outcome("Ze werkt nog", 6, "heard")
    assert made.tries == (Try("2026-Q1", "confirms", "Ging ook zo", "coach"),)
    assert made.signal == Signal("Het loket is dicht", "2026-01", "answered", "Open")
    assert made.tags == {"situation": ("debts",), "phase": ("intake",)}
    assert (made.composite, made.formerly) == (True, ("eerder",))
    assert made.path == "learnings/cards/voorbeeld.yml"


def test_a_dilemma_has_two_sides_in_the_order_of_the_file() -> None:
    made = dilemma.from_values("x", "p", {"label": LABEL, "question": LABEL, "sides": SIDES})
    assert [side.id for side in made.sides] == ["a", "b"]
    assert made.side("b") == made.sides[1]
    assert made.side("between") is None


def test_a_dilemma_keeps_its_research_and_what_it_is_not() -> None:
    values = {
        "label": LABEL,
        "question": LABEL,
        "sides": SIDES,
        "research": ({"nl": "Gezien", "en": "Seen", "sources": ("s",)}, {"nl": "Zonder bron"}),
        "not_to_confuse_with": {"y": "anders"},
        "synonyms": ("w",),
        "origin": "interview",
    }
    made = dilemma.from_values("x", "p", values)
    assert [(each.text, each.sources) for each in made.research] == [
        ({"nl": "Gezien", "en": "Seen"}, ("s",)),
        ({"nl": "Zonder bron"}, ()),
    ]
    assert made.not_to_confuse_with == (("y", "anders"),)
    assert (made.origin, made.synonyms) == ("interview", ("w",))


@pytest.mark.parametrize("name", ["label", "question", "sides"])
def test_a_dilemma_cannot_be_half_valid(name: str) -> None:
    values = {"label": LABEL, "question": LABEL, "sides": SIDES}
    del values[name]
    with pytest.raises(KeyError, match=name):
        dilemma.from_values("x", "p", values)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ({"nl": "Werk", "en": "Work"}, "Work"),
        ({"nl": "Werk"}, "Werk"),
        ({"nl": "W", "en": ""}, "W"),
    ],
)
def test_a_text_without_a_translation_is_shown_in_dutch(text: dict[str, str], shown: str) -> None:
    assert dilemma.in_language(text, "en") == shown


def test_a_facet_holds_its_tags_by_name() -> None:
    made = vocabulary.facet_from_values(
        "phase",
        {
            "label": LABEL,
            "question": LABEL,
            "max_per_card": 2,
            "values": {"a": {"label": LABEL, "legacy": True, "replaced_by": "b"}},
        },
    )
    assert made.values["a"] == vocabulary.Tag("a", "phase", LABEL, legacy=True, replaced_by="b")
