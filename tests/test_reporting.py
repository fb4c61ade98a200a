"""The report in a terminal: short lines, marks under the right place, nothing hidden."""

from __future__ import annotations

import json

import pytest

from conftest import Project
from spreekkamer import texts
from spreekkamer.diagnostics import TOP, Diagnostic, Place, Severity, Span
from spreekkamer.reporting import json_list, text
from spreekkamer.reporting.material import Material, material

NL, EN = texts.load("nl"), texts.load("en")


def told(*diagnostics: Diagnostic, files: int = 1, language: texts.Texts = NL) -> Material:
    return material(diagnostics, [f"{number}.yml" for number in range(files)], language)


def diagnostic(
    excerpt: str = "", start: int = 1, end: int = 2, *, hint: str = "", end_line: int = 4
) -> Diagnostic:
    span = Span(Place(4, start), Place(end_line, end))
    return Diagnostic(
        "learnings/cards/x.yml", span, "ref-side", Severity.ERROR, "Klopt niet", hint, excerpt
    )


def marked(excerpt: str, start: int, end: int) -> str:
    """Return what stands above the marks, in a text where each character is one column wide."""
    _, line, marks = text.problem(diagnostic(excerpt, start, end)).split("\n")
    first = marks.index("^")
    return line[first : first + marks.count("^")]


def under(excerpt: str, start: int, end: int) -> tuple[int, int]:
    """Return how many columns of the text go before the marks, and how many marks there are."""
    marks = text.problem(diagnostic(excerpt, start, end)).split("\n")[2].removeprefix("    | ")
    return marks.index("^"), marks.count("^")


def test_a_problem_is_shown_with_its_place_its_line_and_what_to_do() -> None:
    shown = text.problem(diagnostic("side: work-frist", 7, 17, hint="bedoel je: work-first"))
    assert shown.split("\n") == [
        "learnings/cards/x.yml:4:7: error[ref-side] Klopt niet",
        "  4 | side: work-frist",
        "    |       ^^^^^^^^^^",
        "    = bedoel je: work-first",
    ]


def test_without_a_line_and_a_hint_only_the_place_is_shown() -> None:
    assert text.problem(diagnostic()).count("\n") == 0
    assert text.problem(diagnostic("   ")).count("\n") == 0


def test_the_margin_is_as_wide_as_the_number_of_the_line() -> None:
    span = Span(Place(1200, 1), Place(1200, 5))
    shown = text.problem(Diagnostic("x.yml", span, "r", Severity.WARNING, "m", "h", "side: x"))
    _, line, marks, hint = shown.split("\n")
    assert line.index("|") == marks.index("|") == hint.index("=")


@pytest.mark.parametrize("start", [1, 50, 101, 5_000_000, 10_000_000])
def test_of_a_line_of_ten_million_characters_only_the_part_around_the_problem_is_shown(
    start: int,
) -> None:
    shown = text.problem(diagnostic("x" * 10_000_000, start, start + 3))
    assert max(map(len, shown.split("\n"))) < 120
    assert "^" in shown


def test_a_problem_far_in_a_long_line_still_has_its_marks_under_it() -> None:
    line = "a " * 500 + "FOUT" + " b" * 500
    assert marked(line, 1001, 1005) == "FOUT"


def test_a_problem_longer_than_the_part_that_is_shown_is_marked_to_its_end() -> None:
    _, line, marks = text.problem(diagnostic("x" * 5000, 1, 5001)).split("\n")
    assert line.endswith("…")
    assert marks.count("^") == 100


def test_a_problem_of_more_lines_is_marked_to_the_end_of_its_first() -> None:
    shown = text.problem(diagnostic("side: een twee", 7, 3, end_line=6))
    assert shown.endswith(" " * 6 + "^" * len("een twee"))


@pytest.mark.parametrize("end", [7, 0])
def test_a_problem_of_no_width_has_one_mark(end: int) -> None:
    assert under("side: x", 7, end) == (6, 1)


def test_a_problem_behind_the_end_of_a_line_has_one_mark_there() -> None:
    assert under("side: x  \t", 10, 11)[1] == 1


@pytest.mark.parametrize(
    ("before", "found", "columns"),
    [
        ("side: ", "fout", (6, 4)),
        ("日本: ", "fout", (6, 4)),  # two columns for each character
        ("ＡＢ: ", "fout", (6, 4)),  # full width letters
        ("e\u0301e\u0301: ", "fout", (4, 4)),  # an accent takes no column
        ("x: ", "日本", (3, 4)),
        ("x: ", "e\u0301n", (3, 2)),
        ("👩: ", "👩", (4, 2)),
        ("x\t: ", "fout", (5, 4)),  # the tab is shown as \t
        ("\x07: ", "fout", (6, 4)),  # the bell is shown as \x07
    ],
)
def test_marks_stand_under_the_problem_whatever_stands_before_it(
    before: str, found: str, columns: tuple[int, int]
) -> None:
    assert under(before + found, len(before) + 1, len(before + found) + 1) == columns


@pytest.mark.parametrize("character", ["\x1b", "\x00", "\x07", "\x9b", "\u202e", "\u200b", "\t"])
def test_what_a_terminal_would_obey_or_hide_is_shown_as_an_escape(character: str) -> None:
    shown = text.problem(diagnostic(f"side: {character}x", 7, 8))
    assert character not in shown
    assert ascii(character)[1:-1] in shown


@pytest.mark.parametrize("character", ["\x1b", "\u202e", "\x9b"])
def test_no_such_character_from_a_file_reaches_the_report(character: str, project: Project) -> None:
    project.card(f'side: "x{character}y"', "een")
    project.write(f"cards/twee{character}.yml", "side: x")
    project.card(f'result: "a\\u{ord(character):04x}b"', "drie")
    report = project.check()
    assert len(report.diagnostics) >= 3
    assert character not in text.render(material(report.diagnostics, report.paths, NL))


@pytest.mark.parametrize(
    ("errors", "warnings", "dutch", "english"),
    [
        (0, 0, "Geen problemen in 11 bestanden.", "No problems in 11 files."),
        (1, 0, "1 fout en 0 waarschuwingen", "1 error and 0 warnings"),
        (2, 1, "2 fouten en 1 waarschuwing", "2 errors and 1 warning"),
    ],
)
def test_the_summary_counts_errors_and_warnings(
    errors: int, warnings: int, dutch: str, english: str
) -> None:
    error = Diagnostic("x.yml", TOP, "r", Severity.ERROR, "m")
    warning = Diagnostic("x.yml", TOP, "r", Severity.WARNING, "m")
    found = [error] * errors + [warning] * warnings
    assert dutch in text.summary(told(*found, files=11))
    assert english in text.summary(told(*found, files=11, language=EN))


def test_one_file_is_no_files() -> None:
    assert text.summary(told()) == "Geen problemen in 1 bestand."
    assert text.summary(told(language=EN)) == "No problems in 1 file."


def test_the_report_has_a_blank_line_between_problems_and_ends_with_the_summary() -> None:
    shown = text.render(told(diagnostic(), diagnostic(), files=3)).split("\n\n")
    assert len(shown) == 3
    assert shown[-1] == "2 fouten en 0 waarschuwingen in 3 bestanden."


def test_json_keeps_every_character_and_every_position() -> None:
    odd = Diagnostic("é👩.yml", Span(Place(2, 3), Place(4, 5)), "r", Severity.WARNING, 'zeg "nee"')
    assert json.loads(json_list.render(told(odd))) == [
        {
            "rule": "r",
            "severity": "warning",
            "path": "é👩.yml",
            "line": 2,
            "column": 3,
            "end_line": 4,
            "end_column": 5,
            "field": "",
            "message": 'zeg "nee"',
            "hint": "",
            "more": "spreekkamer explain r",
        }
    ]


def test_json_is_ascii_and_so_survives_any_terminal() -> None:
    odd = Diagnostic("é.yml", TOP, "r", Severity.ERROR, "«Łódź 👩» \u2028")
    shown = json_list.render(told(odd))
    assert shown.isascii()
    assert "\\u2028" in shown
    assert json.loads(shown)[0]["message"] == odd.message


def test_json_of_nothing_is_an_empty_list() -> None:
    assert json.loads(json_list.render(told())) == []


def test_each_problem_ends_with_where_to_read_more() -> None:
    shown = text.render(told(diagnostic("side: x", 7, 8, hint="zo")))
    assert "    = zo\n    = meer uitleg: spreekkamer explain ref-side\n\n" in shown
    site = material([diagnostic()], (), EN, "https://example.org/kaarten/")
    assert "read more: https://example.org/kaarten/over/regels.html#ref-side" in text.render(site)
