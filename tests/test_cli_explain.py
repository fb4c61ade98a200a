"""The command `spreekkamer explain`: one rule, all rules, and names that do not exist."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Project
from spreekkamer import checks, cli, texts

NL, EN = texts.load("nl"), texts.load("en")
CONFIGURATION = "extra:\n  spreekkamer:\n    language: {language}\n"

Captured = pytest.CaptureFixture[str]


def test_a_rule_is_explained_outside_a_project_in_dutch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["explain", "ref-side"]) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith("ref-side: Onbekende kant\nFout\n")
    assert "    side: work-frist\n" in printed.out
    assert printed.err == ""


@pytest.mark.parametrize(
    ("arguments", "title"),
    [([], "Unknown side"), (["--language", "nl"], "Onbekende kant")],
)
def test_the_language_is_that_of_the_project_unless_another_is_asked_for(
    arguments: list[str],
    title: str,
    project: Project,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Captured,
) -> None:
    (project.root / "mkdocs.yml").write_text(CONFIGURATION.format(language="en"))
    monkeypatch.chdir(project.learnings)
    assert cli.main(["explain", "ref-side", *arguments]) == 0
    assert capsys.readouterr().out.startswith(f"ref-side: {title}\n")


@pytest.mark.parametrize("configuration", ["a: [", CONFIGURATION.format(language="de")])
def test_a_faulty_project_does_not_stand_in_the_way(
    configuration: str, project: Project, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    (project.root / "mkdocs.yml").write_text(configuration)
    monkeypatch.chdir(project.root)
    assert cli.main(["explain", "ref-side"]) == 0
    assert "Onbekende kant" in capsys.readouterr().out


def test_without_a_name_all_rules_are_listed(capsys: Captured) -> None:
    assert cli.main(["explain", "--language", "en"]) == 0
    shown = capsys.readouterr().out
    for name in checks.rules():
        assert f"  {name} " in shown
        assert EN(f"rules.{name}.title") in shown


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("privacy-bns", NL("cli.no-rule-near", name="privacy-bns", near="privacy-bsn")),
        ("bsn", NL("cli.no-rule-near", name="bsn", near="privacy-bsn")),
        ("xqz\x1bxqz", NL("cli.no-rule", name="xqz\\x1bxqz")),
        ("", NL("cli.no-rule", name="")),
    ],
)
def test_an_unknown_rule_ends_with_2_and_the_nearest_name(
    typed: str, said: str, capsys: Captured
) -> None:
    assert cli.main(["explain", typed, "--language", "nl"]) == 2
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", f"{said}\n")


def test_two_names_are_not_understood(capsys: Captured) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(["explain", "ref-side", "ref-tag"])
    assert stopped.value.code == 2
    assert "usage" in capsys.readouterr().err
