"""Which of the files may be published, and how they are found."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from conftest import SOUND_CARD, Project
from finding import OTHERS, check_beside
from spreekkamer.library import Library

BROKEN = "x: [\n"


@pytest.fixture
def project(one_card: Project) -> Project:
    return one_card


def test_the_sample_is_published_whole(project: Project) -> None:
    library = project.check().library
    assert list(library.cards) == ["voorbeeld"]
    assert len(library.dilemmas) == 4
    assert len(library.facets) == 5
    assert library.sources["voorbeeld"].year == "2020"


def test_a_fault_in_a_card_costs_that_card_only(project: Project) -> None:
    project.card("role: no", "fout")
    project.card("role: klantmanager", "goed")
    assert list(project.check().library.cards) == ["goed", "voorbeeld"]


def test_cards_come_in_the_order_of_their_ids_whatever_their_folder(project: Project) -> None:
    for path in ("z/a", "a/z", "m"):
        project.write(f"cards/{path}.yml", SOUND_CARD)
    assert list(project.check().library.cards) == ["a", "m", "voorbeeld", "z"]


def test_a_warning_costs_nothing(project: Project) -> None:
    project.write("cards/kladje.txt", "x")
    assert list(project.check().library.cards) == ["voorbeeld"]


def test_a_card_of_a_broken_dilemma_is_not_published(project: Project) -> None:
    project.write("dilemmas/work-training.yml", BROKEN)
    report = project.check()
    assert report.library.cards == {}
    assert report.faulty == {"learnings/dilemmas/work-training.yml"}


@pytest.mark.parametrize("path", ["tags/situation.yml", "sources.yml"])
def test_a_broken_register_leaves_cards_alone(path: str, project: Project) -> None:
    project.write(path, BROKEN)
    project.card("tags: {situation: [debts]}\nsources: [voorbeeld]")
    assert list(project.check().library.cards) == ["voorbeeld"]


def test_a_wrong_reference_leaves_a_dilemma_whole(project: Project) -> None:
    file = project.learnings / "dilemmas/work-training.yml"
    text = file.read_text(encoding="utf-8") + "research:\n  - {nl: Gezien, sources: [nergens]}\n"
    project.write("dilemmas/work-training.yml", text)
    report = project.check()
    assert report.library.dilemmas["work-training"].research[0].sources == ()
    assert list(report.library.cards) == ["voorbeeld"]


def test_a_card_is_found_by_its_present_and_its_earlier_names(project: Project) -> None:
    project.card("formerly: [eerder]")
    library = project.check().library
    assert library.card("eerder") == library.card("voorbeeld") == library.cards["voorbeeld"]
    assert library.card("nergens") is None
    assert library.former_ids == {"eerder": "voorbeeld"}


def test_the_cards_of_a_dilemma_are_its_own_first_and_active_ones_only(project: Project) -> None:
    project.card("dilemma: trust-check\nside: check\nalso: [work-training]", "a-also")
    project.card("also: [fast-lasting]", "b-both")
    project.card("status: retired\nretired_because: klopt niet", "c-retired")
    by_dilemma = project.check().library.by_dilemma
    assert [card.id for card in by_dilemma["work-training"]] == ["b-both", "voorbeeld", "a-also"]
    assert [card.id for card in by_dilemma["trust-check"]] == ["a-also"]
    assert [card.id for card in by_dilemma["fast-lasting"]] == ["b-both"]
    assert by_dilemma["help-enforce"] == ()


def test_invented_cards_can_be_left_out(project: Project) -> None:
    project.card("kind: example", "verzonnen")
    library = project.check().library
    assert list(library.without_examples().cards) == ["voorbeeld"]
    assert library.without_examples().dilemmas == library.dilemmas


def test_tags_are_found_whatever_their_facet(project: Project) -> None:
    tags = project.check().library.tags
    assert (tags["debts"].facet, tags["intake"].facet) == ("situation", "phase")
    assert tags["tegenprestatie"].legacy
    assert tags["tegenprestatie"].replaced_by == "social-participation"


def test_an_empty_library_has_nothing() -> None:
    empty = Library.empty()
    assert (empty.cards, empty.tags, empty.by_dilemma, empty.former_ids) == ({}, {}, {}, {})


def test_laws_and_words_are_read(project: Project) -> None:
    law = "wet:\n  label: {nl: A}\n  what: {nl: B}\n  date: 2026-01-01\n  affects: [debts]\n"
    project.write("law_changes.yml", law)
    project.write("words.yml", "inwoner:\n  default: {nl: inwoner}\n  search_as_equal: [klant]\n")
    library = project.check().library
    assert library.law_changes["wet"].date == "2026-01-01"
    assert library.law_changes["wet"].affects == ("debts",)
    assert library.words["inwoner"].search_as_equal == ("klant",)


@pytest.mark.parametrize("path", ["sources.yml", "law_changes.yml", "words.yml"])
def test_a_register_that_is_not_there_is_empty(path: str, project: Project) -> None:
    (project.learnings / path).unlink(missing_ok=True)
    assert project.rules() == []


KEYS = {
    "dilemmas/nieuw.yml": """\
label: {nl: Nieuw}
question: {nl: "Het ene of het andere?"}
sides:
  now: {label: {nl: Meteen}, definition: {nl: Dan is het er maar.}}
  later: {label: {nl: Later}, definition: {nl: Dan is het beter.}}
research:
  - {nl: Gezien., sources: [voorbeeld]}
""",
    "tags/situation.yml": """\
label: {nl: Situatie}
question: {nl: "Wat speelt er?"}
max_per_card: 3
values:
  debts: {label: {nl: Schulden}, synonyms: [schuld]}
""",
    "sources.yml": 'voorbeeld: {title: Een verslag, by: Gemeente, year: "2024"}\n',
    "law_changes.yml": """\
nieuw: {label: {nl: Nieuw}, what: {nl: Er is iets nieuws.}, date: "2026-01-01"}
""",
    "words.yml": "person: {default: {nl: inwoner}, search_as_equal: [inwoner, klant]}\n",
}
KEY = re.compile(r"[a-z_]+(?=:)")


@pytest.mark.parametrize("path", KEYS)
@pytest.mark.parametrize("typed", [lambda key: key[::-1], lambda key: f"{key[:-1]}{key[-1] * 2}"])
def test_a_misspelt_key_costs_no_more_than_what_it_stands_for(
    path: str, typed: Callable[[str], str]
) -> None:
    text = KEYS[path]
    assert not check_beside(text.encode(), path, OTHERS, "nl").faulty
    for match in KEY.finditer(text):
        wrong = f"{text[: match.start()]}{typed(match[0])}{text[match.end() :]}"
        report = check_beside(wrong.encode(), path, OTHERS, "nl")
        assert list(report.library.dilemmas), wrong
