"""The rules `deck-*`: what only shows when all cards lie beside each other."""

from __future__ import annotations

import time
from pathlib import PurePosixPath

import pytest

from conftest import SOUND_CARD, TODAY, Project, card_with
from finding import OTHERS, all_in_project
from spreekkamer import source, texts
from spreekkamer.checking import check_sources


def deck(project: Project) -> list[str]:
    """Return path and rule of what the rules on all cards find."""
    found = (each.split() for each in all_in_project(project))
    return [f"{path} {rule}" for path, rule, _ in found if rule.startswith("deck-")]


def test_a_card_told_again_is_shown_on_the_later_one_only(project: Project) -> None:
    project.write("cards/zz.yml", SOUND_CARD)
    assert deck(project) == ["cards/zz.yml deck-near-duplicate"]


def test_a_card_of_few_words_is_no_copy(project: Project) -> None:
    few = "situation: Hij kwam niet naar de afspraak en belde ook niet.\n"
    few += "choice: Ik belde hem zelf nog op.\nwhat_worked: Hij kwam toen wel."
    short = "situation: aaa bbb ccc ddd eee fff ggg hhh iii jjj kkk\n"
    short += "choice: aaa bbb ccc ddd eee fff\nwhat_worked: aaa bbb ccc ddd eee fff"
    project.write("cards/y.yml", card_with(f"title: Een heel andere titel\n{short}"))
    project.write("cards/z.yml", card_with(f"title: Nog een andere titel dan\n{short}"))
    project.write("cards/x.yml", card_with(f"title: Weer een andere kaart\n{few}"))
    assert deck(project) == []


def test_published_cards_and_examples_may_look_alike(project: Project) -> None:
    for name in "yz":
        title = f"title: Een heel andere titel {name}\n"
        project.write(f"cards/{name}.yml", card_with(f"{title}kind: example"))
    assert deck(project) == []


def test_the_same_title_is_shown_on_the_later_card(project: Project) -> None:
    project.card("title: Eerst de taalles daarna pas solliciteren!", "zz")
    assert deck(project) == ["cards/zz.yml deck-same-title"]
    project.card("title: Eerst solliciteren, daarna pas de taalles", "zz")
    assert deck(project) == []


def test_only_active_experience_fills_a_side(project: Project) -> None:
    others = ("kind: example", "status: retired\nretired_because: klopt niet meer zo")
    lone = (project.learnings / "cards/work-first.yml").read_text(encoding="utf-8")
    for fields in others:
        project.write("cards/work-first.yml", card_with(fields, lone))
        assert deck(project) == ["dilemmas/work-training.yml deck-empty-side"]
    published = "kind: sourced\nsources: [voorbeeld]\nevidence: advice"
    project.write("cards/work-first.yml", card_with(published, lone))
    assert deck(project) == []


def test_a_source_is_used_by_whatever_names_it(project: Project) -> None:
    extra = "extra:\n  title: Een tweede bron\n"
    sources = (project.learnings / "sources.yml").read_text(encoding="utf-8")
    project.write("sources.yml", sources.rstrip("\n") + "\n" + extra)
    assert deck(project) == ["sources.yml deck-unused-source"]
    law = "wet: {label: {nl: Een wet}, what: {nl: Iets.}, affects: [debts], sources: [extra]}"
    project.write("law_changes.yml", law)
    assert deck(project) == []


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("tags/nieuw.yml", "label {nl: Nieuw}"),
        ("cards/kapot.yml", "title: 'Zonder eind"),
        ("cards/voorbeeld.yml", card_with("sources: extra")),
    ],
)
def test_no_source_is_told_to_be_unused_while_a_file_is_not_read_whole(
    path: str, content: str, project: Project
) -> None:
    project.write("sources.yml", "voorbeeld: {title: Een bron}\nextra: {title: Nog een bron}")
    assert deck(project) == ["sources.yml deck-unused-source"]
    project.write(path, content)
    assert deck(project) == []


def _seconds(number: int) -> float:
    """Return the seconds of CPU that looking for copies among `number` copies takes."""
    cards = [
        source.from_bytes(SOUND_CARD.encode(), f"cards/c{n}.yml", PurePosixPath(f"cards/c{n}.yml"))
        for n in range(number)
    ]
    start = time.process_time()
    report = check_sources([*OTHERS, *cards], texts.load("nl"), TODAY)
    spent = time.process_time() - start
    copies = [each for each in report.diagnostics if each.rule == "deck-near-duplicate"]
    assert len(copies) == number - 1
    return spent


@pytest.mark.untraced  # what is measured is our code, and not the tracing of it
def test_ten_times_as_many_copies_take_ten_times_as_long() -> None:
    _seconds(100)
    assert _seconds(4_000) < 25 * _seconds(400)
