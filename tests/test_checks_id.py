"""The rules `id-*`: names of files, and the ids inside them."""

from __future__ import annotations

import os

import pytest

from conftest import SOUND_CARD, Project
from finding import hint_on, in_project, on_card
from spreekkamer import privacy, texts
from spreekkamer.checks.id.characters import proposed
from spreekkamer.diagnostics import Severity
from spreekkamer.schema_types import ID_PATTERN

NL = texts.load("nl")


@pytest.mark.parametrize(
    ("name", "proposal"),
    [
        ("Mijn_Kaart", "mijn-kaart"),
        ("mijn kaart", "mijn-kaart"),
        ("mijn.kaart", "mijn-kaart"),
        ("mijn--kaart", "mijn-kaart"),
        ("-kaart", "kaart"),
        ("kaart-", "kaart"),
        ("caf\u00e9", "cafe"),
        ("cafe\u0301", "cafe"),
        ("kaart(1)", "kaart-1"),
        ("\u65e5\u672c", "mijn-kaart"),
        (".kaart", "kaart"),
        ("kaart\u202e", "kaart"),
        ("kaart\n", "kaart"),
    ],
)
def test_a_file_name_with_other_characters_is_refused_with_a_proposal(
    name: str, proposal: str, project: Project
) -> None:
    project.write(f"cards/{name}.yml", SOUND_CARD)
    [problem] = project.problems()
    assert problem.rule == "id-characters"
    assert (problem.span.start.line, problem.span.start.column) == (1, 1)
    assert f"{proposal}.yml" in problem.hint


@pytest.mark.parametrize("path", ["dilemmas/Werk.yml", "tags/Fase.yml"])
def test_names_of_dilemmas_and_facets_are_ids_too(path: str, project: Project) -> None:
    like = {"dilemmas/Werk.yml": "dilemmas/work-training.yml", "tags/Fase.yml": "tags/phase.yml"}
    content = (project.learnings / like[path]).read_bytes()
    (project.learnings / like[path]).unlink()
    project.write(path, content)
    assert f"{path} id-characters 1:1-1" in in_project(project)


def test_a_file_name_with_a_broken_byte_is_shown_as_an_escape(project: Project) -> None:
    (project.learnings / "cards/kaart\udcff.yml").write_bytes(SOUND_CARD.encode())
    [problem] = project.problems()
    assert (problem.rule, problem.path) == ("id-characters", "learnings/cards/kaart\\udcff.yml")


@pytest.mark.parametrize(
    ("fields", "place", "proposal"),
    [
        ("formerly: [Oude_Kaart]", "10:12-22", "oude-kaart"),
        ("formerly: [oud, 'oude kaart']", "10:17-29", "oude-kaart"),
        ("formerly:\n  - oude.kaart", "11:5-15", "oude-kaart"),
        ("formerly: [oude-kaart.yml]", "10:12-26", "oude-kaart"),
        ("formerly: [oude\u2013kaart]", "10:12-22", "oude-kaart"),
    ],
)
def test_an_earlier_name_has_the_same_characters(fields: str, place: str, proposal: str) -> None:
    assert on_card(fields) == [f"id-characters {place}"]
    assert hint_on(fields) == proposal


@pytest.mark.parametrize(
    "name",
    [
        "Man van 45 uit Syri\u00eb",
        "Gesprek met Bo Vos",
        "schuld van 8.750 euro",
        "Hij_is_Somali\u00ebr",
    ],
)
def test_no_name_is_made_of_what_may_not_be_shown(name: str, project: Project) -> None:
    """The message covered it, and the hint spelled it out as an id."""
    fields = f"formerly: [{name!r}]"
    assert hint_on(fields) == NL("rules.id-characters.hint-private")
    project.write(f"cards/{name}.yml", SOUND_CARD)
    [problem] = [each for each in project.problems() if each.rule == "id-characters"]
    assert problem.hint == NL("rules.id-characters.hint-file-private")


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Jan Jansen", ""),
        ("Jan_Jansen", ""),
        ("Jan-de-Vries", ""),
        ("2e gesprek Jan de Vries", "2e gesprek "),
    ],
)
def test_a_file_that_is_called_after_somebody_is_reported_without_the_name(
    name: str, kept: str, project: Project
) -> None:
    project.write(f"cards/{name}.yml", SOUND_CARD)
    [problem] = [each for each in project.problems() if each.rule == "id-characters"]
    shown = kept + privacy.COVER * (len(name) - len(kept))
    assert privacy.masked_path(problem.path) == f"learnings/cards/{shown}.yml"
    assert "Jan" not in problem.message
    assert problem.hint == NL("rules.id-characters.hint-file-private")


def test_capitals_alone_make_the_name_of_a_file_no_name_of_somebody(project: Project) -> None:
    project.write("cards/Work First.yml", SOUND_CARD)
    [problem] = [each for each in project.problems() if each.rule == "id-characters"]
    assert privacy.masked_path(problem.path) == "learnings/cards/Work First.yml"
    assert problem.hint == "noem het bestand work-first.yml"


@pytest.mark.parametrize(
    ("path", "old", "new", "place"),
    [
        ("dilemmas/work-training.yml", "  work-first:", "  Work First:", "7:3-13"),
        ("tags/phase.yml", "  intake:", "  Intake!:", "5:3-10"),
        ("sources.yml", "voorbeeld:", '"voor beeld":', "1:1-13"),
    ],
)
def test_an_id_that_a_file_defines_is_shown_at_its_key(
    path: str, old: str, new: str, place: str, one_card: Project
) -> None:
    content = (one_card.learnings / path).read_text(encoding="utf-8")
    one_card.write(path, content.replace(old, new, 1))
    assert in_project(one_card) == [f"{path} id-characters {place}"]


@pytest.mark.parametrize(
    "name", ["a", "7", "kaart-2", "a-b-c", "2026", "no", "null", "k" * 60, "con-1", "index-2"]
)
def test_lower_case_words_joined_by_hyphens_are_fine(name: str, project: Project) -> None:
    project.write(f"cards/{name}.yml", SOUND_CARD)
    assert in_project(project) == []


@pytest.mark.parametrize("path", ["cards/team/b.yml", "cards/Team Zuid/b.yml", "cards/a/b/c/d.yml"])
def test_the_folder_of_a_card_is_no_part_of_its_id(path: str, project: Project) -> None:
    project.write(path, SOUND_CARD)
    assert in_project(project) == []


@pytest.mark.parametrize(
    "name", ["Mijn Kaart", "caf\u00e9", "a_b", "kaart (kopie)", "\u65e5\u672c"]
)
def test_what_is_proposed_is_an_id(name: str) -> None:
    assert ID_PATTERN.fullmatch(proposed(name))


def test_a_file_name_of_61_characters_is_too_long(project: Project) -> None:
    project.write(f"cards/{'k' * 61}.yml", SOUND_CARD)
    assert in_project(project) == [f"cards/{'k' * 61}.yml id-long 1:1-1"]


def test_an_id_of_61_characters_in_a_file_is_too_long() -> None:
    assert on_card(f"formerly: [{'k' * 61}]") == ["id-long 10:12-73"]
    assert on_card(f"formerly: [{'k' * 60}]") == []


def test_a_long_key_is_shown_at_the_key(one_card: Project) -> None:
    one_card.write("sources.yml", f"{'k' * 61}:\n  title: Een bron\n")
    assert in_project(one_card) == ["sources.yml id-long 1:1-62"]


@pytest.mark.parametrize("name", ["index", "con", "prn", "aux", "nul", "com0", "com9", "lpt1"])
def test_a_name_that_windows_or_the_site_keeps_is_refused(name: str, project: Project) -> None:
    project.write(f"cards/{name}.yml", SOUND_CARD)
    assert in_project(project) == [f"cards/{name}.yml id-reserved 1:1-1"]
    assert on_card(f"formerly: [{name}]") == [f"id-reserved 10:12-{12 + len(name)}"]


@pytest.mark.parametrize("name", ["indexes", "con1", "com", "com10", "lpt", "between", "console"])
def test_a_name_that_only_looks_reserved_is_fine(name: str, project: Project) -> None:
    project.write(f"cards/{name}.yml", SOUND_CARD)
    assert in_project(project) == []


def test_no_side_is_called_between(project: Project) -> None:
    dilemma = (project.learnings / "dilemmas/fast-lasting.yml").read_text(encoding="utf-8")
    project.write("dilemmas/fast-lasting.yml", dilemma.replace("  fast:", "  between:"))
    assert in_project(project) == ["dilemmas/fast-lasting.yml id-reserved 7:3-10"]


def test_a_tag_may_be_called_between(project: Project) -> None:
    facet = (project.learnings / "tags/phase.yml").read_text(encoding="utf-8")
    project.write("tags/phase.yml", facet.replace("  intake:", "  between:"))
    assert in_project(project) == []


@pytest.mark.parametrize(
    ("path", "first"),
    [
        ("cards/VOORBEELD.yml", "cards/voorbeeld.yml"),
        ("cards/Voorbeeld.yml", "cards/voorbeeld.yml"),
        ("cards/team/Voorbeeld.yml", "cards/voorbeeld.yml"),
        ("cards/zuid/voorbeeld.yml", "cards/voorbeeld.yml"),
        ("cards/\uff56oorbeeld.yml", "cards/voorbeeld.yml"),
    ],
)
def test_the_second_card_of_a_name_names_the_first(path: str, first: str, project: Project) -> None:
    project.write(path, SOUND_CARD)
    [problem] = project.problems()
    assert problem.rule == "id-twice"
    assert {problem.path, f"learnings/{first}"} == {f"learnings/{path}", f"learnings/{first}"}
    assert f"learnings/{first}" in problem.message


def test_names_that_differ_in_how_a_letter_is_composed_are_the_same(project: Project) -> None:
    project.write("cards/caf\u00e9.yml", SOUND_CARD)
    project.write("cards/cafe\u0301.yml", SOUND_CARD)
    assert sorted(project.rules()) == ["id-characters", "id-twice"]


def test_the_folder_decides_which_of_two_equal_cards_goes_first(project: Project) -> None:
    project.write("cards/noord/voorbeeld.yml", SOUND_CARD)
    assert in_project(project) == ["cards/voorbeeld.yml id-twice 1:1-1"]


@pytest.mark.parametrize(
    ("beside", "fields", "place"),
    [
        ("", "formerly: [a]", "10:12-13"),
        ("formerly: [oud]", "formerly: [oud]", "10:12-15"),
        ("", "formerly: [eerder, a]", "10:20-21"),
    ],
)
def test_an_earlier_name_that_another_card_has_or_had_is_refused(
    beside: str, fields: str, place: str, project: Project
) -> None:
    project.card(beside or "role: klantmanager", "a")
    project.card(fields)
    assert in_project(project) == [f"cards/voorbeeld.yml id-twice {place}"]


def test_a_card_was_not_called_what_it_is_called_now() -> None:
    assert on_card("formerly: [voorbeeld]") == ["id-twice 10:12-21"]


def test_a_tag_stands_in_one_facet(project: Project) -> None:
    facet = (project.learnings / "tags/situation.yml").read_text(encoding="utf-8")
    project.write("tags/situation.yml", facet.replace("  debts:", "  intake:"))
    assert in_project(project) == ["tags/situation.yml id-twice 5:3-9"]


@pytest.mark.parametrize("path", ["dilemmas/zuid/work-training.yml", "tags/zuid/phase.yml"])
def test_a_dilemma_or_facet_stands_in_one_file(path: str, project: Project) -> None:
    content = (project.learnings / path.replace("zuid/", "")).read_bytes()
    project.write(path, content)
    assert f"{path} id-twice 1:1-1" in in_project(project)


def test_names_of_different_kinds_of_file_may_be_the_same(project: Project) -> None:
    project.card("role: klantmanager", "work-training")
    project.card("role: klantmanager", "debts")
    project.card("formerly: [phase]")
    assert in_project(project) == []


@pytest.mark.parametrize("fields", ["formerly: [eerder]", "formerly: [eerder, nog-eerder]"])
def test_an_earlier_name_of_its_own_is_fine(fields: str) -> None:
    assert on_card(fields) == []


@pytest.mark.parametrize(
    "name",
    ["kladje.txt", "kaart.yaml", "kaart.YML", "kaart.yml.bak", "README.md", "kaart", "k.json"],
)
def test_a_file_that_is_not_read_is_a_warning(name: str, project: Project) -> None:
    project.write(f"cards/{name}", "titel")
    [problem] = project.problems()
    assert (problem.rule, problem.severity) == ("id-extension", Severity.WARNING)
    assert name in problem.message


@pytest.mark.parametrize("name", [".gitkeep", ".DS_Store", ".git/HEAD", ".kaart.yml.swp"])
def test_hidden_files_of_programs_are_passed_over(name: str, project: Project) -> None:
    project.write(f"cards/{name}", "x")
    assert in_project(project) == []


def test_an_empty_folder_is_passed_over(project: Project) -> None:
    (project.learnings / "cards/leeg").mkdir()
    assert in_project(project) == []


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("cards/dood.yml", "nergens"),
        ("cards/elders.yml", "../../mkdocs.yml"),
        ("cards/goed.yml", "voorbeeld.yml"),
        ("cards/map", "../dilemmas"),
        ("cards/kring", "."),
        ("cards/geheim.txt", "/etc/hostname"),
        ("words.yml", "sources.yml"),
    ],
)
def test_a_link_is_refused_wherever_it_leads(name: str, target: str, project: Project) -> None:
    (project.learnings / name).symlink_to(target)
    assert in_project(project) == [f"{name} id-link 1:1-1"]


def test_a_folder_named_like_a_card_is_refused_with_all_that_is_in_it(project: Project) -> None:
    project.write("cards/team.yml/kaart.yml", SOUND_CARD)
    assert in_project(project) == ["cards/team.yml id-unreadable 1:1-1"]


def test_a_pipe_named_like_a_card_is_refused_without_waiting(project: Project) -> None:
    os.mkfifo(project.learnings / "cards/pijp.yml")
    assert in_project(project) == ["cards/pijp.yml id-unreadable 1:1-1"]


@pytest.mark.parametrize(
    "path",
    ["kaart.yml", "cards.yml", "other/kaart.yml", "Cards/kaart.yml", "sources/a.yml", "card/a.yml"],
)
def test_a_file_in_a_place_that_nothing_reads_is_reported(path: str, project: Project) -> None:
    project.write(path, SOUND_CARD)
    assert in_project(project) == [f"{path} id-place 1:1-1"]


@pytest.mark.parametrize("path", ["law_changes.yml", "words.yml"])
def test_the_registers_have_their_own_place(path: str, project: Project) -> None:
    entry = {"law_changes.yml": "what: {nl: B}\n  label: {nl: A}", "words.yml": "default: {nl: A}"}
    project.write(path, f"een:\n  {entry[path]}\n")
    assert in_project(project) == []
