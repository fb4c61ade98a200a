"""What the YAML parser stumbles over is told by its cause, without the parser's own words."""

from __future__ import annotations

import time

import pytest
import yaml

from finding import stretch
from spreekkamer import texts, yaml_reader
from spreekkamer.diagnostics import TOP
from spreekkamer.rules import Raised
from spreekkamer.yaml_errors import explain_syntax

SECONDS = 2


def _only(text: str) -> Raised:
    _, [raised] = yaml_reader.parse(text)
    return raised


@pytest.mark.parametrize(
    ("text", "variant", "place"),
    [
        ("title: Utrecht: eerst een gesprek", "colon", "1:15-16"),
        ("title: Wat nu: doen: of laten", "colon", "1:14-15"),
        ("- title: Utrecht: eerst", "colon", "1:17-18"),
        ("outcome:\n  what: nu: ja", "colon", "2:11-12"),
        ("role: klantmanager\n  inkomen: werk", "colon-lines", "2:10-11"),
        ("kind: practice\n  inkomen: werk", "stray-colon", "2:10-11"),
        ("title: a\n  role: klantmanager", "crooked-top", "2:3-7"),
        ("outcome:\n  after_months: 6\n   what: werkt", "crooked", "3:4-8"),
        ("outcome:\n   after_months: 6\n  what: werkt", "crooked", "3:3-7"),
        ("tries:\n  - period: 2026\n  result: confirms", "crooked", "3:3-9"),
        ("tries:\n  -period: 2026\n   result: confirms", "dash-space", "2:3-16"),
        ("- title: Eerst\nrole: klantmanager", "dash-field", "1:1-15"),
        ("title: Eerst\n- role: klantmanager", "dash-field", "2:1-21"),
        ("choice: >–\n  Ik belde.", "block-sign", "1:10-11"),
        ("choice: > -\n  Ik belde.", "block-sign", "1:11-12"),
        ("choice: >>\n  Ik belde.", "block-sign", "1:10-11"),
        ("also: [#trust]\nrole: x", "hash-inside", "1:8-9"),
        ("role: ? wie", "start", "1:7-8"),
        ('choice: "Dit \\ dat"', "escape", "1:14-15"),
        ("choice: 'niet gesloten", "quote-end", "1:9-10"),
        ("choice: 'niet gesloten\n  en verder", "quote", "1:9-10"),
        ('choice: "niet gelijk”', "quote-unlike", "1:9-10"),
        ("choice: \"niet gelijk'\nrole: x", "quote-unlike", "1:9-10"),
        ('choice: "niet gesloten\nrole: x', "quote-end", "1:9-10"),
        ("choice: 'niet\n---\n'", "quote-end", "1:9-10"),
        ("also: [trust-check", "bracket-end", "1:7-8"),
        ('synonyms: ["een, twee]', "quote", "1:12-13"),
        ('synonyms:\n  ["een, twee,\n   drie]', "quote", "2:4-5"),
        ("synonyms: ['s avonds, thuis]", "apostrophe", "1:12-21"),
        ('synonyms:\n  - "boos" op straat', "quote-inside", "2:12-21"),
        ('synonyms:\n  - "boos",\n  - kwaad', "too-much", "2:11-12"),
        ("see_also:\n  - {card: a, how: partly},\n  - {card: b}", "too-much", "2:27-28"),
        ("not_to_confuse_with:\n  a-b: 'Over foto's en tempo.'", "quote-inside", "2:19-31"),
        ('tags:\n  phase: "Intake" en "Werk"', "quote-inside", "2:19-28"),
        ('tags:\n  phase: "intake" "werk"', "one-list", "2:19-25"),
        ('bron: title: "Een stuk"\n  by: "Bureau"', "field-below", "1:7-13"),
        ('fast: label: {nl: "Snel", en: "Fast"}\n  x: y', "field-below", "1:7-13"),
        ("synonyms: [thuis, 't liefst]", "apostrophe", "1:19-28"),
        ("synonyms: [thuis,\n  #2, weg\n  ]", "hash-list", "2:3-4"),
        ("synonyms: [thuis,\n  #2, weg]", "hash-inside", "2:3-4"),
        ("synonyms:\n  [#1, thuis,\n   weg]", "hash-list", "2:4-5"),
        ('nl: "x"\n  [thuis, weg]\nrole: x', "list-alone", "2:3-15"),
        ('label: nl: "Snel", en: "Fast"', "braces", "1:8-11"),
        ('question: {nl: "Waar?"; en: "Where?"}', "comma-missing", "1:11-12"),
        ("also: [trust-check,", "bracket", "1:7-8"),
        ("also: [een\nrole: x", "bracket-end", "1:7-8"),
        ("outcome: {what: goed", "bracket-end", "1:10-11"),
        ("kind: example\nlosse regel", "no-colon", "2:1-12"),
        ("title: a\nlosse regel", "text-margin", "2:1-12"),
        ("also:\n  - een\n  twee", "no-colon", "3:3-7"),
        ("title: a\nrole:klantmanager", "no-space", "2:1-18"),
        ("role: @klant", "start", "1:7-8"),
        ("role: `klant`", "start", "1:7-8"),
        ("role: %klant", "start", "1:7-8"),
        ('role: "klant\\qmanager"', "escape", "1:13-14"),
        ('role: "\\uZZZZ"', "escape", "1:10-11"),
        ('role: "\\ud800"', "escape", "1:10-11"),
        ("role: 'klant' manager", "quote-inside", "1:15-22"),
        ("role: 'klant' manager\n  werk", "after-quote", "1:15-22"),
        ('role: "klant" manager', "quote-inside", "1:15-22"),
        ("a:\n  url: [bron](https://example.org/x)", "link", "2:14-37"),
        ("role: [klant] manager", "after-bracket", "1:15-22"),
        ("role: [klant] manager\n  werk", "after-value", "1:15-22"),
        ("choice: bel eerst\n  # los\n  en dan", "indent", "3:3-9"),
        ("also:\n  - een\n  titel: x", "list-indent", "3:3-11"),
        ("- a\nb: c", "list-indent", "2:1-5"),
        ("also: - trust-check", "dash", "1:7-8"),
        ("role: > klantmanager", "block", "1:9-21"),
        ("role: |klantmanager", "block", "1:8-20"),
        ("[a]: b", "key", "1:1-2"),
        ("? {a: b}\n: c", "key", "1:3-4"),
        ("role: }", "other", "1:7-8"),
        ("role: ,x", "comma", "1:7-8"),
        ("also: [a,, b]", "comma", "1:10-11"),
        ("role: !e!x y", "other", "1:7-8"),
    ],
)
def test_the_cause_of_a_syntax_error_is_found(text: str, variant: str, place: str) -> None:
    raised = _only(text)
    assert (raised.rule, raised.finding.variant) == ("yaml-syntax", variant)
    assert stretch(raised.finding.where) == place


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("title: Utrecht: een gesprek", 'title: "Utrecht: een gesprek"'),
        ('title: Zeg: "nee" \\ ja', 'title: "Zeg: \\"nee\\" \\\\ ja"'),
        ("title: a\nrole:klantmanager", "role: klantmanager"),
        ("role: @klant", 'role: "@klant"'),
        ("role: `klant` # x", 'role: "`klant` # x"'),
    ],
)
def test_the_proposed_text_is_valid_yaml_when_it_is_pasted(text: str, fixed: str) -> None:
    assert _only(text).finding.values["fixed"] == fixed
    assert yaml_reader.parse(f"- {fixed}")[0] is None
    assert [each.rule for each in yaml_reader.parse(f"- {fixed}")[1]] == ["yaml-root"]


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_every_cause_has_a_message_and_a_hint(language: str) -> None:
    known = texts.load(language)
    keys = known.keys()
    names = {key.partition("message-")[2] for key in keys if "yaml-syntax.m" in key}
    assert len(names) > 10
    assert all(f"rules.yaml-syntax.hint-{name}" in known for name in names)


@pytest.mark.parametrize("error", [yaml.YAMLError("woorden"), yaml.MarkedYAMLError(problem="x")])
def test_an_error_without_a_place_is_shown_at_the_top(error: yaml.YAMLError) -> None:
    finding = explain_syntax(error, "title: x").finding
    assert (finding.where, finding.variant, dict(finding.values)) == (TOP, "other", {})


def test_a_mark_behind_the_last_line_is_survived() -> None:
    mark = yaml.Mark("", 9, 9, 0, None, None)
    finding = explain_syntax(yaml.MarkedYAMLError(problem="?", problem_mark=mark), "x").finding
    assert stretch(finding.where) == "10:1-2"


def test_the_parsers_own_words_are_never_shown() -> None:
    values = str(dict(_only("title: a: b").finding.values))
    assert "mapping values" not in values


@pytest.mark.untraced
@pytest.mark.parametrize(
    "text",
    [
        "also: [a, #" + ", " * 30_000,
        "also: [a, " + "x, " * 20_000,
        "tags: {" + "x, " * 20_000 + "#x",
        "also: [a b" + ",a b" * 15_000 + " #x" + " x" * 9_000,
    ],
)
def test_a_long_line_with_an_open_bracket_is_told_at_once(text: str) -> None:
    """Looking for a sign within brackets took half a minute of a line of 63 kB."""
    started = time.process_time()
    yaml_reader.parse(text)
    assert time.process_time() - started < SECONDS
