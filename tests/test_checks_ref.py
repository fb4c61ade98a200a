"""The rules `ref-*`: what one file says about another."""

from __future__ import annotations

import shutil

import pytest

from conftest import Project
from finding import check_card, hint_on, in_project, on_card

DILEMMA = "dilemmas/work-training.yml"
BROKEN = "x: [\n"


@pytest.mark.parametrize(
    ("fields", "place", "nearest"),
    [
        ("dilemma: work-trainin", "9:10-22", "work-training"),
        ("dilemma: Work-Training", "9:10-23", "work-training"),
        ("dilemma: vertrouwen of controleren", "9:10-35", "trust-check"),
        ("dilemma: Snel of duurzaam", "9:10-26", "fast-lasting"),
        ("dilemma: scholing", "9:10-18", "work-training"),
        ("dilemma: iets-heel-anders", "9:10-26", ""),
        ("also: [trust-chek]", "10:8-18", "trust-check"),
        ("also: [trust-check, nergens]", "10:21-28", ""),
        ("also:\n  - Helpen of handhaven", "11:5-24", "help-enforce"),
    ],
)
def test_an_unknown_dilemma_is_shown_with_the_nearest(
    fields: str, place: str, nearest: str
) -> None:
    assert on_card(fields) == [f"ref-dilemma {place}"]
    assert hint_on(fields).startswith(f"bedoel je: {nearest} " if nearest else "keuze: ")


def test_a_dilemma_that_is_confused_with_nothing_is_shown_at_its_key(project: Project) -> None:
    _append(project, DILEMMA, "not_to_confuse_with: {trust-check: anders, nergens: anders}\n")
    assert in_project(project) == [f"{DILEMMA} ref-dilemma 20:44-51"]


@pytest.mark.parametrize(
    "fields",
    [
        "dilemma: work-training",
        "dilemma: 'work-training'",
        "dilemma: fast-lasting\nside: fast",
        "dilemma: help-enforce\nside: between",
        "also: [trust-check, fast-lasting]",
    ],
)
def test_a_dilemma_that_exists_is_fine(fields: str) -> None:
    assert on_card(fields) == []


@pytest.mark.parametrize(
    ("fields", "place", "nearest"),
    [
        ("side: work-frist", "9:7-17", "work-first"),
        ("side: Eerst werk", "9:7-17", "work-first"),
        ("side: Training first", "9:7-21", "training-first"),
        ("side: tussenin", "9:7-15", "between"),
        ("side: fast", "9:7-11", ""),
        ("side: no", "9:7-9", ""),
        ("dilemma: fast-lasting", "2:7-21", ""),
    ],
)
def test_a_side_that_the_dilemma_has_not_is_shown_with_the_nearest(
    fields: str, place: str, nearest: str
) -> None:
    assert on_card(fields) == [f"ref-side {place}"]
    assert hint_on(fields).startswith(f"bedoel je: {nearest} " if nearest else "keuze: ")


def test_the_hint_on_a_side_gives_all_there_is_to_choose() -> None:
    hint = "bedoel je: work-first   (keuze: work-first, training-first, between)"
    assert hint_on("side: work-frist") == hint


@pytest.mark.parametrize("side", ["work-first", "training-first", "between", "'between'"])
def test_either_side_and_in_between_are_fine(side: str) -> None:
    assert on_card(f"side: {side}") == []


def test_of_an_unknown_dilemma_the_side_is_not_judged() -> None:
    assert on_card("dilemma: nergens") == ["ref-dilemma 9:10-17"]
    assert on_card("dilemma: nergens\nside: nergens") == ["ref-dilemma 8:10-17"]


def test_of_a_broken_dilemma_the_side_is_not_judged(project: Project) -> None:
    project.write(DILEMMA, BROKEN)
    project.card("side: nergens")
    assert in_project(project) == [f"{DILEMMA} yaml-syntax 1:4-5"]


def test_of_a_dilemma_with_a_faulty_side_the_side_is_not_judged(project: Project) -> None:
    text = (project.learnings / DILEMMA).read_text(encoding="utf-8")
    project.write(DILEMMA, text.replace("  training-first:", "  Training First:"))
    assert in_project(project) == [f"{DILEMMA} id-characters 12:3-17"]


@pytest.mark.parametrize(
    ("fields", "place", "nearest"),
    [
        ("tags:\n  situatie: [debts]", "11:3-11", "situation"),
        ("tags:\n  Situation: [debts]", "11:3-12", "situation"),
        ("tags: {instrumenten: [sanction]}", "10:8-20", "instrument"),
        ("tags: {xyz: [debts]}", "10:8-11", ""),
        ("tags:\n  situation: [debts]\n  xyz: [a, b]", "12:3-6", ""),
    ],
)
def test_an_unknown_group_of_tags_is_one_problem_at_its_key(
    fields: str, place: str, nearest: str
) -> None:
    assert on_card(fields) == [f"ref-facet {place}"]
    assert hint_on(fields).startswith(f"bedoel je: {nearest} " if nearest else "keuze: ")


@pytest.mark.parametrize(
    ("fields", "place", "hint"),
    [
        ("tags:\n  situation: [debt]", "11:15-19", "bedoel je: debts "),
        ("tags:\n  situation: [Schulden]", "11:15-23", "bedoel je: debts "),
        ("tags:\n  situation: [deurwaarder]", "11:15-26", "bedoel je: debts "),
        ("tags:\n  situation:\n    - debts\n    - fietsband", "13:7-16", "keuze: "),
        (
            "tags: {situation: [intake]}",
            "10:20-26",
            "haal het hier weg, en zet het onder phase:  phase: [intake]",
        ),
        (
            "tags: {phase: [debts]}",
            "10:16-21",
            "haal het hier weg, en zet het onder situation:  situation: [debts]",
        ),
    ],
)
def test_an_unknown_tag_is_shown_with_the_nearest_or_with_its_home(
    fields: str, place: str, hint: str
) -> None:
    assert on_card(fields) == [f"ref-tag {place}"]
    assert hint_on(fields).startswith(hint)


@pytest.mark.parametrize(
    "fields",
    [
        "tags:\n  situation: [debts]",
        "tags: {situation: [debts, single-parent], phase: [intake]}",
        "tags:\n  instrument:\n    - tegenprestatie",
        "tags:\n  situation: ['debts']",
    ],
)
def test_a_tag_of_its_group_is_fine(fields: str) -> None:
    assert on_card(fields) == []


def test_a_tag_of_a_broken_group_is_not_judged(project: Project) -> None:
    project.write("tags/situation.yml", BROKEN)
    project.card("tags:\n  situation: [nergens]\n  phase: [intake]")
    assert in_project(project) == ["tags/situation.yml yaml-syntax 1:4-5"]


@pytest.mark.parametrize("affects", ["[nergens]", "[debts, nergens]", "\n    - nergens"])
def test_a_law_touches_tags_that_exist(affects: str, project: Project) -> None:
    project.write(
        "law_changes.yml", f"w:\n  label: {{nl: A}}\n  what: {{nl: B}}\n  affects: {affects}"
    )
    assert project.rules() == ["ref-tag"]


def test_a_law_may_touch_tags_of_any_group(project: Project) -> None:
    law = "w:\n  label: {nl: A}\n  what: {nl: B}\n  affects: [debts, intake, sanction]\n"
    project.write("law_changes.yml", law)
    assert in_project(project) == []


def test_with_a_broken_group_no_tag_of_a_law_is_judged(project: Project) -> None:
    project.write(
        "law_changes.yml", "w:\n  label: {nl: A}\n  what: {nl: B}\n  affects: [nergens]\n"
    )
    project.write("tags/phase.yml", BROKEN)
    assert in_project(project) == ["tags/phase.yml yaml-syntax 1:4-5"]


@pytest.mark.parametrize(
    ("fields", "place", "hint"),
    [
        ("sources: [voorbeld]", "10:11-19", "bedoel je: voorbeeld"),
        ("sources: [voorbeeld, nergens]", "10:22-29", "keuze: voorbeeld"),
        ("sources:\n  - nergens", "11:5-12", "keuze: voorbeeld"),
    ],
)
def test_an_unknown_source_is_shown(fields: str, place: str, hint: str) -> None:
    assert on_card(fields) == [f"ref-source {place}"]
    assert hint_on(fields).startswith(hint)


def test_dilemmas_tags_and_laws_name_sources_that_exist_too(one_card: Project) -> None:
    _append(one_card, DILEMMA, "research:\n  - {nl: Gezien, sources: [voorbeeld, nergens]}\n")
    _append(one_card, "tags/phase.yml", "    sources: [nergens]\n")
    law = "w:\n  label: {nl: A}\n  what: {nl: B}\n  sources: [nergens]\n"
    one_card.write("law_changes.yml", law)
    assert in_project(one_card) == [
        f"{DILEMMA} ref-source 21:39-46",
        "law_changes.yml ref-source 4:13-20",
        "tags/phase.yml ref-source 15:15-22",
    ]


def test_a_register_that_is_missing_is_reported_once(one_card: Project) -> None:
    (one_card.learnings / "sources.yml").unlink()
    for name in ("een", "twee"):
        one_card.card("sources: [voorbeeld]", name)
    assert in_project(one_card) == ["sources.yml ref-source 1:1-1"]


def test_a_register_that_is_missing_and_not_needed_is_no_problem(one_card: Project) -> None:
    (one_card.learnings / "sources.yml").unlink()
    assert in_project(one_card) == []


@pytest.mark.parametrize(
    ("folder", "fields", "rule"),
    [("dilemmas", "", "ref-dilemma"), ("tags", "tags: {situation: [debts]}", "ref-facet")],
)
def test_a_folder_that_is_missing_is_reported_once(
    folder: str, fields: str, rule: str, project: Project
) -> None:
    shutil.rmtree(project.learnings / folder)
    project.card(fields)
    assert in_project(project) == [f"{folder} {rule} 1:1-1"]


def test_a_source_of_a_broken_register_is_not_judged(project: Project) -> None:
    project.write("sources.yml", BROKEN)
    project.card("sources: [nergens]")
    assert in_project(project) == ["sources.yml yaml-syntax 1:4-5"]


def test_a_source_with_a_fault_of_its_own_is_known(project: Project) -> None:
    project.write("sources.yml", "voorbeeld:\n  by: Iemand\n")
    project.card("sources: [voorbeeld]")
    assert in_project(project) == ["sources.yml field-missing 2:3-5"]


@pytest.mark.parametrize(
    ("fields", "place", "hint"),
    [
        ("see_also: [{card: voorbeld, how: follows}]", "10:19-27", "bedoel je: voorbeeld"),
        ("see_also:\n  - card: nergens\n    how: partly", "11:11-18", "keuze: check"),
        ("status: superseded\nreplaced_by: nergens", "11:14-21", "keuze: check"),
    ],
)
def test_an_unknown_card_is_shown(fields: str, place: str, hint: str) -> None:
    assert on_card(fields) == [f"ref-card {place}"]
    assert hint_on(fields).startswith(hint)


@pytest.mark.parametrize("name", ["ander", "eerder", "nog-eerder"])
def test_a_card_is_known_by_its_present_and_its_earlier_names(name: str, project: Project) -> None:
    project.card("formerly: [eerder, nog-eerder]", "ander")
    project.card(f"see_also: [{{card: {name}, how: follows}}]")
    assert in_project(project) == []


def test_a_card_with_a_fault_is_known_all_the_same(project: Project) -> None:
    project.write("cards/ander.yml", BROKEN)
    project.card("see_also: [{card: ander, how: follows}]")
    assert in_project(project) == ["cards/ander.yml yaml-syntax 1:4-5"]


@pytest.mark.parametrize(
    ("chain", "circle"),
    [
        ({"a": "a"}, "a → a"),
        ({"a": "b", "b": "a"}, "a → b → a"),
        ({"a": "b", "b": "c", "c": "a"}, "a → b → c → a"),
        ({"z": "y", "y": "z", "a": "z"}, "y → z → y"),
    ],
)
def test_cards_that_replace_each_other_in_a_circle_are_one_problem(
    chain: dict[str, str], circle: str, project: Project
) -> None:
    for name, successor in chain.items():
        project.card(f"status: superseded\nreplaced_by: {successor}", name)
    [problem] = project.problems()
    assert (problem.rule, problem.path) == ("ref-circle", f"learnings/cards/{circle[0]}.yml")
    assert (problem.span.start.line, problem.span.start.column) == (11, 14)
    assert circle in problem.message


def test_a_circle_over_an_earlier_name_is_a_circle(project: Project) -> None:
    project.card("status: superseded\nreplaced_by: eerder\nformerly: [eerder]")
    assert in_project(project) == ["cards/voorbeeld.yml ref-circle 11:14-20"]


def test_cards_that_replace_each_other_in_a_row_are_fine(project: Project) -> None:
    project.card("status: superseded\nreplaced_by: b", "a")
    project.card("status: superseded\nreplaced_by: c", "b")
    project.card("status: superseded\nreplaced_by: c", "bb")
    project.card("role: klantmanager", "c")
    assert in_project(project) == []


def test_tags_that_replace_each_other_in_a_circle_are_one_problem(project: Project) -> None:
    facet = (project.learnings / "tags/instrument.yml").read_text(encoding="utf-8")
    situation = (project.learnings / "tags/situation.yml").read_text(encoding="utf-8")
    project.write("tags/instrument.yml", facet.replace('"social-participation"', "debts"))
    with_circle = situation.replace("  debts:\n", "  debts:\n    replaced_by: tegenprestatie\n")
    project.write("tags/situation.yml", with_circle)
    assert in_project(project) == ["tags/situation.yml ref-circle 6:18-32"]


def test_a_tag_is_replaced_by_a_tag_that_exists(project: Project) -> None:
    facet = (project.learnings / "tags/instrument.yml").read_text(encoding="utf-8")
    project.write("tags/instrument.yml", facet.replace('"social-participation"', "nergens"))
    assert in_project(project) == ["tags/instrument.yml ref-tag 19:18-25"]


def test_many_names_to_choose_from_are_not_all_shown(project: Project) -> None:
    for number in range(12):
        project.card("role: klantmanager", f"kaart-{number}")
    project.card("see_also: [{card: xyz, how: follows}]")
    [problem] = project.problems()
    assert problem.hint == "kies een bestandsnaam uit learnings/cards, zonder .yml"


def test_a_reference_that_leads_nowhere_costs_the_card_and_no_other() -> None:
    report = check_card(b"side: nergens")
    assert "voorbeeld" not in report.library.cards
    assert "fast" in report.library.cards
    assert len(report.library.dilemmas) == 4


def _append(project: Project, path: str, text: str) -> None:
    content = (project.learnings / path).read_text(encoding="utf-8")
    project.write(path, content.rstrip("\n") + "\n" + text)


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ("also: [work-training]", "10:8-21"),
        ("also: [trust-check, work-training]", "10:21-34"),
        ("see_also: [{card: voorbeeld, how: follows}]", "10:19-28"),
        ("formerly: [oude-naam]\nsee_also: [{card: oude-naam, how: follows}]", "11:19-28"),
    ],
)
def test_a_card_that_points_to_itself_is_told(fields: str, place: str) -> None:
    assert on_card(fields) == [f"ref-itself {place}"]


def test_a_dilemma_is_not_confused_with_itself(project: Project) -> None:
    _append(project, DILEMMA, "not_to_confuse_with: {trust-check: x, work-training: x}\n")
    assert in_project(project) == [f"{DILEMMA} ref-itself 20:39-52"]


def test_what_has_no_dilemma_of_its_own_is_no_reference_to_itself() -> None:
    assert on_card("dilemma: nergens\nalso: [trust-check]") == ["ref-dilemma 9:10-17"]
