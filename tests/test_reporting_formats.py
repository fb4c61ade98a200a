"""What build servers read: each report is valid, complete, and holds no command by accident."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest
import xmlschema
from hypothesis import given
from hypothesis import strategies as st

from spreekkamer import texts
from spreekkamer.diagnostics import TOP, Diagnostic, Place, Severity, Span
from spreekkamer.reporting import AUTO, FORMATS, azure, chosen, github, gitlab, junit
from spreekkamer.reporting.defusing import defused
from spreekkamer.reporting.material import Material, material

NL, EN = texts.load("nl"), texts.load("en")
ERROR, WARNING = Severity.ERROR, Severity.WARNING

# In our own words, as no package carries it: app/validators/json_schemas/codeclimate.json of GitLab
# (compared with commit 33827e3a5347 of its mirror). That asks of each entry an object with
# description, fingerprint, severity and location, of which the first three are text, path is text
# and begin a whole number. GitLab stops reading at the first entry that is otherwise. What stands
# here is stricter, after what its page on Code Quality asks besides: check_name, a relative path
# without ./, a line, and one of five severities.
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^./]"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}

# The schema of the xUnit plugin of Jenkins, the only one that is published and kept up; the
# Makefile fetches it (tools/schemas.sh).
JUNIT = xmlschema.XMLSchema(Path(sys.prefix) / "schemas/junit-10.xsd")


def problem(
    severity: Severity = ERROR,
    rule: str = "ref-side",
    path: str = "learnings/cards/x.yml",
    message: str = "Klopt niet",
    hint: str = "",
    line: int = 4,
    field: str = "",
) -> Diagnostic:
    span = Span(Place(line, 3), Place(line, 8))
    return Diagnostic(path, span, rule, severity, message, hint, "side: nergens", field)


def told(*diagnostics: Diagnostic, strict: bool = False, language: texts.Texts = NL) -> Material:
    paths = dict.fromkeys([each.path for each in diagnostics] + ["learnings/cards/goed.yml"])
    return material(diagnostics, paths, language, strict=strict)


def commands(shown: str) -> list[str]:
    return [line for line in shown.split("\n") if line.startswith(("::", "##vso["))]


@pytest.mark.parametrize(
    ("environment", "form"),
    [
        ({}, "text"),
        ({"GITHUB_ACTIONS": "true"}, "github"),
        ({"GITHUB_ACTIONS": "false"}, "text"),
        ({"TF_BUILD": "True"}, "azure"),
        ({"GITLAB_CI": "true"}, "text"),
        ({"CI": "true"}, "text"),
    ],
)
def test_auto_looks_at_the_build_server(environment: dict[str, str], form: str) -> None:
    assert chosen(AUTO, environment) == form
    assert chosen("json", environment) == "json"


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_can_tell_that_nothing_is_wrong(form: str) -> None:
    assert FORMATS[form](told())


def test_github_gets_place_title_and_message() -> None:
    shown = github.render(told(problem(hint="bedoel je: x")))
    assert commands(shown) == [
        "::error file=learnings/cards/x.yml,line=4,endLine=4,col=3,endColumn=8,"
        "title=Onbekende kant (ref-side)"
        "::Klopt niet%0Abedoel je: x%0Ameer uitleg: spreekkamer explain ref-side"
    ]
    assert "learnings/cards/x.yml:4:3: error[ref-side]" in shown, "the log has all of it"


def test_github_escapes_as_its_toolkit_does() -> None:
    odd = problem(path="learnings/cards/a,b:c%.yml", message="100% zo, en: dit\r\nook")
    [line] = commands(github.render(told(odd)))
    assert "file=learnings/cards/a%2Cb%3Ac%25.yml,line=" in line
    assert "::100%25 zo, en: dit%0D%0Aook%0A" in line


def test_github_gets_no_columns_of_a_stretch_of_more_lines() -> None:
    span = Span(Place(4, 9), Place(6, 2))
    [line] = commands(github.render(told(Diagnostic("x.yml", span, "ref-side", ERROR, "m"))))
    assert "line=4,endLine=6,title=" in line


def test_github_shows_ten_of_a_level_the_worst_first_and_counts_the_rest() -> None:
    found = [problem(WARNING, "deck-same-title")] * 3
    found += [problem(WARNING, "fresh-law")] * 8 + [problem(WARNING, "privacy-name")]
    found += [problem(ERROR, "ref-side")] * 12 + [problem(ERROR, "privacy-bsn")]
    shown = github.render(told(*found))
    lines = commands(shown)
    rules = [match[1] for line in lines if (match := re.search(r"\(([a-z-]+)\)::", line))]
    assert rules == ["privacy-bsn", *["ref-side"] * 8, "privacy-name", *["fresh-law"] * 8]
    assert lines[9] == "::error::Nog 4 fouten; die staan in het log hieronder."
    assert lines[19] == "::warning::Nog 3 waarschuwingen; die staan in het log hieronder."
    assert shown.count("error[ref-side]") == 12


def test_exactly_ten_are_all_shown() -> None:
    lines = commands(github.render(told(*[problem()] * 10)))
    assert len(lines) == 10
    assert all("file=" in line for line in lines)


@pytest.mark.parametrize("form", ["text", "github", "azure"])
@pytest.mark.parametrize(
    "text",
    [
        "::set-env name=x::y",
        "  ::add-mask::x",
        "##[add-mask]x",
        "##vso[task.setvariable]x",
        "##VSO[",
    ],
)
def test_no_text_becomes_a_command(form: str, text: str) -> None:
    odd = Diagnostic(text, TOP, "ref-side", ERROR, text, f"a\n{text}", text)
    other = "title=" if form == "github" else "task.logissue "
    for line in FORMATS[form](told(odd)).split("\n"):
        ours = form != "text" and other in line
        assert ours or not re.match(r"\s*::", line)
        assert "##[" not in line
        assert ours or "##vso[" not in line.lower()
        assert line.lower().count("##vso[") == (1 if ours and form == "azure" else 0)


@given(st.text(alphabet=":# \t\n[vso]a", max_size=40))
def test_defusing_keeps_every_column_and_leaves_no_command(text: str) -> None:
    quiet = defused(text)
    assert len(quiet) == len(text)
    assert "##[" not in quiet
    assert "##vso[" not in quiet
    assert not any(line.lstrip().startswith("::") for line in quiet.split("\n"))


@pytest.mark.parametrize("form", ["json", "gitlab", "junit"])
def test_data_holds_no_command_and_still_says_the_same(form: str) -> None:
    odd = problem(message="##[error]x ##vso[a.b]c")
    shown = FORMATS[form](told(odd))
    assert "##" not in shown
    if form == "junit":
        assert odd.message in "".join(ElementTree.fromstring(shown).itertext())
    else:
        assert odd.message in json.dumps(json.loads(shown))


def test_azure_gets_place_rule_and_message() -> None:
    odd = problem(WARNING, path="learnings/cards/a;b]%.yml", message="100% [x]; zo", hint="doe")
    assert commands(azure.render(told(odd))) == [
        "##vso[task.logissue type=warning;sourcepath=learnings/cards/a%3Bb%5D%AZP25.yml;"
        "linenumber=4;columnnumber=3;code=ref-side]100%AZP25 [x]; zo%0Adoe%0A"
        "meer uitleg: spreekkamer explain ref-side"
    ]


def test_azure_counts_what_it_would_not_show() -> None:
    shown = azure.render(told(*[problem()] * 30))
    assert "##vso[task.logissue type=error]Nog 21 fouten" in shown
    assert len(commands(shown)) == 10


def test_gitlab_reads_the_report() -> None:
    found = [problem(), problem(WARNING, "fresh-law"), problem(ERROR, "privacy-bsn")]
    entries = json.loads(gitlab.render(told(*found)))
    jsonschema.validate(entries, GITLAB)
    assert [each["severity"] for each in entries] == ["major", "minor", "blocker"]
    assert entries[0]["location"] == {"path": "learnings/cards/x.yml", "lines": {"begin": 4}}
    assert entries[0]["check_name"] == "ref-side"


def test_gitlab_tells_problems_apart_but_not_by_their_line() -> None:
    def prints(*found: Diagnostic) -> list[str]:
        return [each["fingerprint"] for each in json.loads(gitlab.render(told(*found)))]

    alike = [
        problem(field="a"),
        problem(field="b"),
        problem(field="a"),
        problem(field="a", rule="ref-tag"),
        problem(field="a", path="learnings/cards/y.yml"),
    ]
    assert len(set(prints(*alike))) == len(alike)
    assert prints(problem(line=4)) == prints(problem(line=400, message="In andere woorden"))
    assert prints(problem()) == prints(problem(WARNING, "fresh-law"), problem())[1:]


def wrong(report: str) -> list[str]:
    """Return what the schema does not allow in `report`."""
    return [f"{each.path}: {each.reason}" for each in JUNIT.iter_errors(report)]


@pytest.mark.parametrize(
    ("report", "told_of"),
    [
        ("<testsuites><testsuite tests='1' failures='0' errors='0'/></testsuites>", "'name'"),
        (
            "<testsuites><testsuite name='x' tests='1' failures='0' errors='0' x=''/></testsuites>",
            "'x'",
        ),
        ("<testsuites><testcase name='x'/></testsuites>", "testcase"),
    ],
)
def test_the_schema_of_junit_refuses_what_it_should(report: str, told_of: str) -> None:
    assert any(told_of in each for each in wrong(report))


def test_junit_has_a_test_for_each_file_that_fails_by_an_error() -> None:
    found = [problem(), problem(WARNING, "fresh-law"), problem(WARNING, path="learnings/oud.yml")]
    report = junit.render(told(*found))
    assert wrong(report) == []
    [suite] = ElementTree.fromstring(report)
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("3", "1", "0")
    clean, faulty, warned = suite
    assert clean.attrib == {
        "classname": "learnings/cards/goed.yml",
        "name": "learnings/cards/goed.yml",
    }
    assert list(clean) == []
    assert [each.tag for each in faulty] == ["failure", "system-out"]
    assert faulty[0].get("message") == "1 fout en 0 waarschuwingen"
    assert "error[ref-side] Klopt niet" in (faulty[0].text or "")
    assert "fresh-law" in (faulty[1].text or "")
    assert [each.tag for each in warned] == ["system-out"]


def test_junit_fails_by_a_warning_too_when_strict() -> None:
    root = ElementTree.fromstring(junit.render(told(problem(WARNING), strict=True)))
    assert root[0].get("failures") == "1"


@given(st.text(), st.text())
def test_any_text_gives_valid_reports(message: str, path: str) -> None:
    odd = told(problem(message=message, path=path, hint=f"]]>{message}"))
    for language in (NL, EN):
        shown = material(odd.diagnostics, odd.paths, language)
        xml, data = junit.render(shown), gitlab.render(shown)
        assert wrong(xml) == []
        assert xml.isascii()
        assert data.isascii()
        assert json.loads(data)[0]["location"]["lines"]["begin"] == 4


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x1b", "\ufffe", "\uffff", "\ud800"])
def test_a_character_that_xml_cannot_hold_is_written_out(character: str) -> None:
    shown = junit.render(told(problem(message=f"a{character}b", path=f"{character}.yml")))
    assert ascii(character)[1:-1] in shown
    ElementTree.fromstring(shown)
