"""The command `spreekkamer check`: what it prints, and how it ends."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from conftest import Project, card_with, told_anew
from spreekkamer import checks, cli
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding

FAULT = "side: work-frist"
OTHER_FAULT = "result: gelukt"


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Run the command in the folder of the project."""
    monkeypatch.chdir(project.root)

    def command(*arguments: str) -> Outcome:
        code = cli.main(["check", *arguments])
        printed = capsys.readouterr()
        return Outcome(code, printed.out, printed.err)

    return command


def warn(project: Project) -> None:
    project.write("cards/opmerkingen.txt", "geen kaart")


def crash(document: Document, collection: Collection) -> Iterator[Finding]:
    raise ZeroDivisionError("geheim")
    yield


def break_rule(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setitem(checks.rules(), name, replace(checks.rules()[name], check=crash))


def test_a_clean_collection_ends_with_0(run: Run) -> None:
    assert run() == Outcome(0, "Geen problemen in 19 bestanden.\n", "")


def test_an_error_ends_with_1_and_is_shown_with_place_reason_and_fix(
    project: Project, run: Run
) -> None:
    project.card(FAULT)
    outcome = run()
    assert (outcome.code, outcome.err) == (1, "")
    assert "learnings/cards/voorbeeld.yml:9:7: error[ref-side] «work-frist»" in outcome.out
    assert "bedoel je: work-first" in outcome.out
    assert "1 fout en 0 waarschuwingen in 19 bestanden." in outcome.out


def test_every_problem_is_reported_at_once(project: Project, run: Run) -> None:
    project.card(FAULT, "een")
    project.card(OTHER_FAULT, "twee")
    outcome = run()
    assert "error[ref-side]" in outcome.out
    assert "error[field-choice]" in outcome.out
    assert "2 fouten" in outcome.out


def test_a_warning_ends_with_0_and_with_strict_with_1(project: Project, run: Run) -> None:
    warn(project)
    assert run().code == 0
    assert "warning[id-extension]" in run().out
    assert run("--strict").code == 1


def test_strict_changes_nothing_for_a_clean_collection(run: Run) -> None:
    assert run("--strict").code == 0


def test_the_report_can_be_asked_for_in_english(project: Project, run: Run) -> None:
    project.card(FAULT)
    assert "did you mean: work-first" in run("--language", "en").out


def test_the_language_of_the_site_is_the_language_of_the_report(project: Project, run: Run) -> None:
    (project.root / "mkdocs.yml").write_text("extra: {spreekkamer: {language: en}}\n")
    assert "No problems" in run().out
    assert "Geen problemen" in run("--language", "nl").out


def test_json_has_exactly_these_keys(project: Project, run: Run) -> None:
    project.card(FAULT)
    outcome = run("--output-format", "json")
    assert outcome.code == 1
    assert json.loads(outcome.out) == [
        {
            "rule": "ref-side",
            "severity": "error",
            "path": "learnings/cards/voorbeeld.yml",
            "line": 9,
            "column": 7,
            "end_line": 9,
            "end_column": 17,
            "message": "«work-frist» is geen kant van dilemma work-training",
            "hint": "bedoel je: work-first   (keuze: work-first, training-first, between)",
            "field": "side",
            "more": "spreekkamer explain ref-side",
        }
    ]


def test_json_is_sorted_by_path_line_and_column(project: Project, run: Run) -> None:
    project.card("sides: x\nresult: gelukt\nalso: [niets, niemand]", "b")
    project.card(FAULT, "a")
    project.write("sources.yml", "bron: {by: Niemand}\n")
    warn(project)
    found = json.loads(run("--output-format", "json").out)
    places = [(each["path"], each["line"], each["column"]) for each in found]
    assert len(places) >= 6
    assert places == sorted(places)


def test_json_of_a_clean_collection_is_an_empty_list(run: Run) -> None:
    assert json.loads(run("--output-format", "json").out) == []


def test_a_file_is_reported_alone_but_judged_against_the_whole_collection(
    project: Project, run: Run
) -> None:
    project.card(FAULT, "fout")
    assert run("learnings/cards/voorbeeld.yml").code == 0
    project.card("see_also: [{card: voorbeeld, how: follows}]", "verwijst")
    assert run("learnings/cards/verwijst.yml").code == 0
    outcome = run("learnings/cards/fout.yml")
    assert outcome.code == 1
    assert outcome.out.count("error[") == 1


def test_a_folder_stands_for_the_files_in_it(project: Project, run: Run) -> None:
    project.card(FAULT, "fout")
    assert run("learnings/dilemmas").code == 0
    assert run("learnings/cards").code == 1
    assert run("learnings").code == 1
    assert run(".").code == 1


def test_a_path_that_begins_like_another_is_not_that_other(project: Project, run: Run) -> None:
    project.card(FAULT, "fout")
    project.write("cards/fou/goed.yml", card_with("result: partly"))
    assert run("learnings/cards/fou").code == 0


def test_several_paths_are_reported_together(project: Project, run: Run) -> None:
    project.card(FAULT, "een")
    project.card(OTHER_FAULT, "twee")
    project.card(OTHER_FAULT, "drie")
    outcome = run("learnings/cards/een.yml", "learnings/cards/twee.yml")
    assert "een.yml" in outcome.out
    assert "twee.yml" in outcome.out
    assert "drie.yml" not in outcome.out


def test_a_file_that_is_no_card_by_its_name_can_be_asked_for(project: Project, run: Run) -> None:
    warn(project)
    assert "warning[id-extension]" in run("learnings/cards/opmerkingen.txt").out


def test_a_symbolic_link_is_reported_and_not_what_it_leads_to(project: Project, run: Run) -> None:
    (project.learnings / "cards/link.yml").symlink_to("voorbeeld.yml")
    outcome = run("learnings/cards/link.yml")
    assert outcome.code == 1
    assert "learnings/cards/link.yml:1:1: error[id-link]" in outcome.out


def test_the_command_works_from_a_folder_below_and_with_a_full_path(
    project: Project, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = project.card(FAULT)
    monkeypatch.chdir(project.learnings / "cards")
    assert "learnings/cards/voorbeeld.yml:9:7" in run("voorbeeld.yml").out
    assert "learnings/cards/voorbeeld.yml:9:7" in run(str(file)).out


def test_the_command_works_from_elsewhere_with_the_path_of_a_project(
    project: Project, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.card(FAULT)
    monkeypatch.chdir(tmp_path)
    assert "learnings/cards/voorbeeld.yml:9:7" in run("project").out


def test_a_card_outside_the_collection_is_checked_with_it(project: Project, run: Run) -> None:
    draft = project.root / "concept.yml"
    draft.write_text(card_with("see_also: [{card: voorbeeld, how: follows}]"))
    assert run("concept.yml").code == 0
    draft.write_text(card_with(FAULT))
    outcome = run("concept.yml")
    assert outcome.code == 1
    assert "concept.yml:9:7: error[ref-side]" in outcome.out


def test_a_folder_outside_the_collection_gives_its_cards(project: Project, run: Run) -> None:
    drafts = project.root / "concepten" / "van mij"
    drafts.mkdir(parents=True)
    (drafts / "een.yml").write_text(card_with(FAULT))
    (drafts / "twee.yml").write_text(card_with(OTHER_FAULT))
    outcome = run("concepten")
    assert "concepten/van mij/een.yml:9:7: error[ref-side]" in outcome.out
    assert "concepten/van mij/twee.yml:9:9: error[field-choice]" in outcome.out


@pytest.mark.parametrize(
    ("paths", "files"),
    [
        ([], "19 bestanden"),
        (["."], "19 bestanden"),
        (["learnings"], "19 bestanden"),
        (["learnings/cards"], "9 bestanden"),
        (["learnings/cards/voorbeeld.yml"], "1 bestand"),
        (["learnings/dilemmas", "learnings/sources.yml"], "5 bestanden"),
        (["learnings/cards", "learnings/cards/voorbeeld.yml"], "9 bestanden"),
        (["concept.yml"], "1 bestand"),
        (["concept.yml", "learnings/cards"], "10 bestanden"),
    ],
)
def test_the_summary_counts_only_the_files_that_were_asked_for(
    paths: list[str], files: str, project: Project, run: Run
) -> None:
    (project.root / "concept.yml").write_text(told_anew("concept"))
    assert run(*paths) == Outcome(0, f"Geen problemen in {files}.\n", "")


def test_the_summary_counts_only_the_problems_that_were_asked_for(
    project: Project, run: Run
) -> None:
    project.card(FAULT, "een")
    project.card(OTHER_FAULT, "twee")
    outcome = run("learnings/cards/een.yml")
    assert "1 fout en 0 waarschuwingen in 1 bestand." in outcome.out


def test_the_same_file_from_elsewhere_is_checked_once(project: Project, run: Run) -> None:
    draft = project.root / "concept.yml"
    draft.write_text(card_with(FAULT))
    outcome = run("concept.yml", "./concept.yml", str(draft))
    assert outcome.code == 1
    assert outcome.out.count("error[") == 1
    assert "in 1 bestand." in outcome.out


def test_a_file_from_elsewhere_with_the_name_of_a_card_stands_in_for_it(
    project: Project, run: Run
) -> None:
    draft = project.root / "concepten/voorbeeld.yml"
    draft.parent.mkdir()
    draft.write_text(card_with("result: partly"))
    project.card(FAULT)
    assert run("concepten") == Outcome(0, "Geen problemen in 1 bestand.\n", "")
    project.card("result: worked")
    draft.write_text(card_with(FAULT))
    outcome = run("concepten/voorbeeld.yml")
    assert outcome.out.count("error[") == 1
    assert "concepten/voorbeeld.yml:9:7: error[ref-side]" in outcome.out


@pytest.mark.parametrize("name", ["leeg", "mkdocs.yml", "leesmij.md", "met-alleen-tekst"])
def test_what_holds_no_cards_is_refused(name: str, project: Project, run: Run) -> None:
    (project.root / "leeg").mkdir()
    (project.root / "leesmij.md").write_text("hoi")
    (project.root / "met-alleen-tekst").mkdir()
    (project.root / "met-alleen-tekst/hoi.txt").write_text("hoi")
    outcome = run(name)
    assert (outcome.code, outcome.out) == (2, "")
    assert f"«{name}»" in outcome.err


def test_json_is_ascii(project: Project, run: Run) -> None:
    project.card('side: "Łódź 👩"')
    shown = run("--output-format", "json").out
    assert shown.isascii()
    assert "Łódź 👩" in json.loads(shown)[0]["message"]


def test_a_wrong_setting_is_told_in_the_language_of_the_command(project: Project, run: Run) -> None:
    (project.root / "mkdocs.yml").write_text("extra: {spreekkamer: nl}\n")
    assert "extra.spreekkamer is «nl». Toegestaan" in run().err
    assert "extra.spreekkamer is «nl». Allowed" in run("--language", "en").err


def test_the_folder_of_the_collection_is_shown_in_one_way(project: Project, run: Run) -> None:
    project.card(FAULT)
    (project.root / "mkdocs.yml").write_text("extra: {spreekkamer: {learnings: ./learnings/}}\n")
    assert run().out.startswith("learnings/cards/voorbeeld.yml:9:7")
    assert run("learnings/cards").code == 1


def test_what_cannot_be_a_card_is_refused(project: Project, run: Run) -> None:
    (project.root / "leesmij.txt").write_text("hoi")
    outcome = run("leesmij.txt")
    assert (outcome.code, outcome.out) == (2, "")
    assert "leesmij.txt" in outcome.err
    assert "learnings" in outcome.err


def test_a_path_that_does_not_exist_is_refused(run: Run) -> None:
    outcome = run("learnings/cards/weg.yml")
    assert (outcome.code, outcome.out) == (2, "")
    assert "«learnings/cards/weg.yml» bestaat niet" in outcome.err


def test_an_odd_character_in_a_path_is_shown_as_an_escape(run: Run) -> None:
    assert "«\\x1b[31mweg»" in run("\x1b[31mweg").err


def test_without_a_project_anywhere_the_command_says_so(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = run()
    assert (outcome.code, outcome.out) == (2, "")
    assert "mkdocs.yml" in outcome.err
    assert "mkdocs.yml" in run("--language", "en").err


def test_without_the_folder_of_the_collection_the_command_says_so(
    project: Project, run: Run
) -> None:
    project.learnings.rename(project.root / "kaarten")
    outcome = run()
    assert (outcome.code, outcome.out) == (2, "")
    assert "learnings" in outcome.err


def test_the_folder_of_the_collection_is_a_setting(project: Project, run: Run) -> None:
    project.card(FAULT)
    project.learnings.rename(project.root / "kaarten")
    (project.root / "mkdocs.yml").write_text("extra: {spreekkamer: {learnings: kaarten}}\n")
    assert "kaarten/cards/voorbeeld.yml:9:7" in run("kaarten/cards/voorbeeld.yml").out


def test_a_wrong_setting_ends_with_2_and_is_named(project: Project, run: Run) -> None:
    (project.root / "mkdocs.yml").write_text("extra: {spreekkamer: {language: de}}\n")
    outcome = run()
    assert (outcome.code, outcome.out) == (2, "")
    assert "extra.spreekkamer.language is «de»" in outcome.err
    assert "nl of en" in outcome.err


@pytest.mark.parametrize("content", [b"", b"- een lijst\n", b"a: [\n", b"naam: \xff\xfe\n"])
def test_a_configuration_that_is_no_yaml_mapping_ends_with_2(
    content: bytes, project: Project, run: Run
) -> None:
    (project.root / "mkdocs.yml").write_bytes(content)
    outcome = run()
    assert (outcome.code, outcome.out) == (2, "")
    assert "mkdocs.yml" in outcome.err


def test_a_configuration_with_a_byte_order_mark_is_read(project: Project, run: Run) -> None:
    content = "\ufeffextra: {spreekkamer: {language: en}}\r\n"
    (project.root / "mkdocs.yml").write_text(content, encoding="utf-8")
    assert "No problems" in run().out


def test_the_nearest_configuration_counts(project: Project, run: Run) -> None:
    inner = project.learnings / "cards"
    (inner / "mkdocs.yml").mkdir()
    assert run("learnings/cards/voorbeeld.yml").code == 0, "a folder is no configuration"
    (inner / "mkdocs.yml").rmdir()
    (inner / "mkdocs.yml").write_text("extra: {spreekkamer: {language: fries}}\n")
    assert "«fries»" in run("learnings/cards/voorbeeld.yml").err


def test_a_rule_that_crashes_ends_with_2_and_is_named_without_a_traceback(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_rule(monkeypatch, "ref-side")
    outcome = run()
    assert (outcome.code, outcome.out) == (2, "")
    assert "ref-side" in outcome.err
    assert "learnings/cards/" in outcome.err
    assert "Traceback" not in outcome.err
    assert "geheim" not in outcome.err


def test_a_crash_anywhere_else_ends_with_2_without_a_traceback(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fall(*_: object, **__: object) -> None:
        raise MemoryError("geheim")

    monkeypatch.setattr(cli, "check_folder", fall)
    outcome = run()
    assert (outcome.code, outcome.out) == (2, "")
    assert "MemoryError" in outcome.err
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_terminal_that_knows_few_characters_gets_escapes_and_no_crash(
    project: Project, run: Run, monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    project.card('side: "Łódź 👩"')
    shown = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(shown, encoding=encoding))
    outcome = run()
    sys.stdout.flush()
    assert outcome.code == 1
    assert "error[ref-side]" in shown.getvalue().decode(encoding)
    assert "\\u0141" in shown.getvalue().decode(encoding)


@pytest.mark.parametrize(
    "arguments",
    [[], ["onbekend"], ["check", "--output-format", "xml"], ["check", "--language", "de"]],
)
def test_a_command_that_is_not_understood_ends_with_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(arguments)
    assert stopped.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_help_names_the_options(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(["check", "--help"])
    assert stopped.value.code == 0
    shown = capsys.readouterr().out
    for option in ("--strict", "--language", "--output-format"):
        assert option in shown


def test_the_installed_command_gives_its_exit_code_to_the_shell(project: Project) -> None:
    project.card(FAULT)
    command = Path(sys.executable).with_name("spreekkamer")
    done = subprocess.run(
        [command, "check"],
        cwd=project.root,
        env=os.environ | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert b"error[ref-side]" in done.stdout
    assert done.stderr == b""


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run as on nobody's build server, wherever these tests run."""
    for variable in ("GITHUB_ACTIONS", "TF_BUILD", "GITLAB_CI"):
        monkeypatch.delenv(variable, raising=False)


@pytest.mark.parametrize(
    ("variable", "begins"),
    [("GITHUB_ACTIONS", "::error "), ("TF_BUILD", "##vso[task.logissue "), ("GITLAB_CI", "learn")],
)
def test_a_build_server_gets_its_own_format_unless_told_otherwise(
    variable: str, begins: str, project: Project, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, "true")
    project.card(FAULT)
    assert run().out.startswith(begins)
    assert run("--output-format", "text").out.startswith("learnings/")


def test_the_summary_is_added_to_a_file(project: Project, run: Run) -> None:
    project.card(FAULT, "fout")
    file = project.root / "samenvatting.md"
    assert run("--summary", str(file), "learnings/cards/voorbeeld.yml").code == 0
    assert run("--summary", str(file), "learnings/cards/fout.yml").code == 1
    told = file.read_text(encoding="utf-8")
    assert told.count("## Praktijkkaarten nagekeken") == 2
    assert "#### De situatie" in told
    assert "`learnings/cards/fout.yml:9:7`" in told


def test_without_named_cards_the_summary_shows_none(project: Project, run: Run) -> None:
    file = project.root / "samenvatting.md"
    run("--summary", str(file))
    assert "####" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["weg/samenvatting.md", "learnings", "a\0b"])
def test_a_summary_that_cannot_be_written_ends_with_2(name: str, run: Run) -> None:
    outcome = run("--summary", name)
    assert outcome.code == 2
    assert "kan de samenvatting niet worden geschreven" in outcome.err
    assert outcome.out.startswith("Geen problemen")


def test_the_day_can_be_given(project: Project, run: Run) -> None:
    project.card('period: "2024-Q3"')
    assert "fresh-check" not in run("--today", "2026-01-01").out
    assert "fresh-check" in run("--today", "2026-11-01").out


@pytest.mark.parametrize("day", ["morgen", "2026-02-30", "20261101", "2026-11", "1-11-2026", ""])
def test_a_day_that_is_none_ends_with_2(
    day: str, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        run("--today", day)
    assert stopped.value.code == 2
    assert "JJJJ-MM-DD" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("address", "more"),
    [
        ("https://example.org/kaarten", "https://example.org/kaarten/over/regels.html#ref-side"),
        ("https://example.org/", "https://example.org/over/regels.html#ref-side"),
        ("!ENV SITE", "spreekkamer explain ref-side"),
        ("https://iemand:geheim@example.org/", "spreekkamer explain ref-side"),
        ("[a, b]", "spreekkamer explain ref-side"),
    ],
)
def test_more_is_on_the_site_or_told_by_the_command(
    address: str, more: str, project: Project, run: Run
) -> None:
    (project.root / "mkdocs.yml").write_text(f"site_url: {address}\n")
    project.card(FAULT)
    assert f"= meer uitleg: {more}\n" in run().out


def test_another_collection_is_checked_by_itself(project: Project, run: Run) -> None:
    """Its dilemmas and tags were read as cards, so that a sound collection had 600 errors."""
    other = project.root.parent / "elders"
    shutil.copytree(project.learnings, other)
    assert run(str(other)) == Outcome(0, "Geen problemen in 19 bestanden.\n", "")
    (other / "cards/fout.yml").write_text(card_with(FAULT, told_anew("fout")))
    assert f"{other.as_posix()}/cards/fout.yml:9:7: error[ref-side]" in run(str(other)).out
    assert run().code == 0


def test_a_collection_by_itself_needs_no_project(
    project: Project, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = project.root.parent / "elders"
    shutil.copytree(project.learnings, other)
    monkeypatch.chdir(project.root.parent)
    assert run("elders") == Outcome(0, "Geen problemen in 19 bestanden.\n", "")


def test_paths_within_another_collection_are_checked_in_it(project: Project, run: Run) -> None:
    other = project.root.parent / "elders"
    shutil.copytree(project.learnings, other)
    (other / "cards/fout.yml").write_text(card_with(FAULT, told_anew("fout")))
    assert "fout.yml:9:7: error[ref-side]" in run(str(other / "cards")).out
    assert run(str(other / "cards/voorbeeld.yml")).code == 0
    assert run(str(other), str(other / "cards")).out.count("error[") == 1


def test_a_link_that_leads_to_itself_is_no_path(run: Run) -> None:
    Path("lus").symlink_to("lus")
    assert run("lus") == Outcome(2, "", "«lus» bestaat niet.\n")
