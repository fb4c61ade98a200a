"""A whole check: any bytes give a report, always the same, in words, with a place."""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from conftest import SOUND_CARD, TODAY, Project, card_with, is_judged
from finding import OTHERS, check_card, in_file, in_project
from spreekkamer import checks, schema, source, texts
from spreekkamer.checking import Report, RuleFailure, check_folder, check_sources
from spreekkamer.diagnostics import TOP, Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.nodes import normalised
from spreekkamer.rules import Finding
from spreekkamer.schema_types import Text
from spreekkamer.source import CollectionMissing

ROOT = Path(__file__).parents[1]
# The same code very many times: tracing it takes longer than running it, and covers nothing new.
often = pytest.mark.untraced


def test_the_real_learnings_are_sound_and_say_what_needs_another_look() -> None:
    report = check_folder(ROOT / "learnings", "learnings", texts.load("nl"), today=TODAY)
    expected = {"fresh-law", "deck-empty-side", "deck-unused-source"}
    assert {each.rule for each in report.diagnostics} == expected
    assert report.faulty == frozenset()
    assert len(report.library.cards) == len(list((ROOT / "learnings/cards").rglob("*.yml")))


def test_the_report_names_the_files_that_were_read(project: Project) -> None:
    project.write("cards/kladje.txt", "x")
    project.write("cards/leeg.yml", "")
    project.write("kwijt.yml", "a: b")
    sample = {*(each.path for each in OTHERS), "learnings/cards/voorbeeld.yml"}
    assert {*project.check().paths} == {*sample, "learnings/cards/leeg.yml"}


def test_all_problems_come_at_once_in_the_order_of_path_and_place(project: Project) -> None:
    project.card("role: no\ntitel: x", "b")
    project.write("cards/a.yml", "x: [\n")
    project.write("sources.yml", "")
    assert in_project(project) == [
        "cards/a.yml yaml-syntax 1:4-5",
        "cards/b.yml yaml-surprise 10:7-9",
        "cards/b.yml field-unknown 11:1-6",
        "sources.yml yaml-root 1:1-1",
    ]


def test_only_errors_make_a_file_faulty(project: Project) -> None:
    project.write("cards/kladje.txt", "x")
    project.write("cards/a.yml", "")
    report = project.check()
    assert {each.severity for each in report.diagnostics} == {Severity.ERROR, Severity.WARNING}
    assert report.faulty == {"learnings/cards/a.yml"}


def test_a_problem_shows_the_line_on_which_it_stands(project: Project) -> None:
    project.card("side: work-frist")
    assert project.problems()[0].excerpt == "side: work-frist"


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ("side: " + "x" * 100, "«" + "x" * 59 + "…»"),
        ("side: " + "x" * 60, "«" + "x" * 60 + "»"),
        ('side: "a\\nb"', "«a b»"),
        ("side: a\n   b", "«a b»"),
    ],
)
def test_a_long_value_is_shown_shortened_on_one_line(fields: str, shown: str) -> None:
    [problem] = check_card(card_with(fields).encode()).diagnostics
    assert shown in problem.message


def test_a_collection_that_is_not_there_is_no_clean_report(tmp_path: Path) -> None:
    with pytest.raises(CollectionMissing):
        check_folder(tmp_path / "nergens", "learnings", texts.load("nl"))


def test_a_file_can_be_checked_before_it_is_saved(project: Project) -> None:
    report = check_folder(
        project.learnings,
        "learnings",
        texts.load("nl"),
        instead={"learnings/cards/voorbeeld.yml": card_with("side: nergens").encode()},
    )
    assert [each.rule for each in report.diagnostics] == ["ref-side"]


def test_a_file_from_elsewhere_can_be_checked_with_the_collection(project: Project) -> None:
    within = PurePosixPath("cards/nieuw.yml")
    beside = source.from_bytes(card_with("also: [nergens]").encode(), "nieuw.yml", within)
    report = check_folder(project.learnings, "learnings", texts.load("nl"), beside=[beside])
    found = [(each.path, each.rule) for each in report.diagnostics if not is_judged(each)]
    assert found == [("nieuw.yml", "ref-dilemma")]


def test_a_card_from_elsewhere_takes_the_place_of_the_card_of_its_name(project: Project) -> None:
    within = PurePosixPath("cards/voorbeeld.yml")
    beside = source.from_bytes(card_with("role: no").encode(), "voorbeeld.yml", within)
    report = check_folder(project.learnings, "learnings", texts.load("nl"), beside=[beside])
    assert [(each.path, each.rule) for each in report.diagnostics] == [
        ("voorbeeld.yml", "yaml-surprise")
    ]


def test_a_rule_that_crashes_is_our_fault_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(document: Document, collection: Collection) -> Iterator[Finding]:
        yield Finding(TOP)
        raise ZeroDivisionError

    sound = checks.rules()["ref-side"].rule
    broken = checks.NamedRule("ref-kapot", "ref", checks.POINTING, sound, crash, "")
    monkeypatch.setattr(checks, "of_stage", lambda stage: (broken,))
    with pytest.raises(RuleFailure) as failure:
        check_sources(OTHERS, texts.load("nl"))
    assert failure.value.rule == "ref-kapot"
    assert failure.value.path.startswith("learnings/")


def test_a_crash_while_looking_for_what_is_private_is_our_fault_and_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def crash(self: Document) -> Iterator[object]:
        raise ZeroDivisionError

    monkeypatch.setattr(Document, "private", property(crash))
    with pytest.raises(RuleFailure) as failure:
        check_sources(OTHERS, texts.load("nl"))
    assert failure.value.rule == "privacy"


def test_a_rule_on_what_is_private_is_not_asked_about_a_file_without(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def look(document: Document, collection: Collection) -> Iterator[Finding]:
        asked.append(document.ident)
        yield from ()

    sound = checks.rules()["privacy-age"].rule
    rule = checks.NamedRule("privacy-kijk", "privacy", checks.JUDGING, sound, look, "")
    judging = {checks.JUDGING: (rule,)}
    monkeypatch.setattr(checks, "of_stage", lambda stage: judging.get(stage, ()))
    project.write("cards/stil.yml", SOUND_CARD)
    project.write("cards/luid.yml", card_with("because: Ik belde haar op 06-12345678."))
    project.check()
    assert asked == ["luid"]


def test_a_file_that_vanishes_while_it_is_read_costs_that_file_only(
    one_card: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    one_card.write("cards/weg.yml", SOUND_CARD)
    status = os.lstat

    def vanish(path: str) -> os.stat_result:
        if Path(path).name == "weg.yml":
            Path(path).unlink(missing_ok=True)
        return status(path)

    monkeypatch.setattr(os, "lstat", vanish)
    report = one_card.check()
    found = [(each.path, each.rule) for each in report.diagnostics if not is_judged(each)]
    assert found == [("learnings/cards/weg.yml", "id-unreadable")]
    assert list(report.library.cards) == ["voorbeeld"]


def test_one_file_of_every_hostile_kind_leaves_the_sound_card_alone(one_card: Project) -> None:
    cards = one_card.learnings / "cards"
    (cards / "dood.yml").symlink_to("nergens")
    (cards / "groot.yml").touch()
    os.truncate(cards / "groot.yml", 50 * 1024 * 1024)
    (cards / "map.yml").mkdir()
    os.mkfifo(cards / "pijp.yml")
    one_card.write("cards/haken.yml", "[" * 40_000)
    one_card.write("cards/nulbyte.yml", b"a\0b: c")
    one_card.write("cards/rlo.yml", "title: \u202ex")
    one_card.write("cards/utf16.yml", "title: x".encode("utf-16"))
    one_card.write("sources.yml", "x: " + "[" * 300_000)
    assert in_project(one_card) == [
        "cards/dood.yml id-link 1:1-1",
        "cards/groot.yml yaml-size 1:1-1",
        "cards/haken.yml yaml-depth 1:11-12",
        "cards/map.yml id-unreadable 1:1-1",
        "cards/nulbyte.yml yaml-character 1:2-3",
        "cards/pijp.yml id-unreadable 1:1-1",
        "cards/rlo.yml yaml-character 1:8-9",
        "cards/utf16.yml yaml-encoding 1:1-1",
        "sources.yml yaml-depth 1:13-14",
    ]
    assert list(one_card.check().library.cards) == ["voorbeeld"]


SURPRISES = (
    *("no", "2026", "2026-Q1", "2026-01-01", "unknown", "true", "worked", "question", "sourced"),
    *("superseded", "voorbeeld", "work-training", "between", "debts", "121"),
)
SCALARS = st.one_of(
    st.text(max_size=90),
    st.sampled_from(SURPRISES),
    st.integers(-10, 3000),
    st.booleans(),
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from([*schema.OUTCOME.fields, "situation", "xyz"]), inner),
    ),
    max_leaves=4,
)
CARDS = st.dictionaries(st.sampled_from([*schema.CARD.fields, "xyz", ""]), VALUES, max_size=6)


def _sound(report: Report) -> None:
    for each in report.diagnostics:
        assert each.span.start.line >= 1
        assert each.span.start.column >= 1
        assert each.span.start <= each.span.end
        assert each.message.strip()
        assert not source.forbidden_character(each.message + each.hint + each.path)
    published = {card.path for card in report.library.cards.values()}
    assert published.isdisjoint(report.faulty)
    assert "learnings/cards/voorbeeld.yml" in published | report.faulty


@often
@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
@example(b"\xef\xbb\xbf")
@example(b"\xff\xfe")
@example(b"title: \xed\xa0\x80")
@example(b"? \n: \n")
@example(b"!<\n")
@example(b"%YAML 9.9\n---\n")
def test_any_bytes_as_a_card_give_a_report(content: bytes) -> None:
    _sound(check_card(content))


@often
@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="abc:-[]{}#&*!|>'\"%@`,?~<=. \n\t\\0é\u200d\U0001f600", max_size=80))
def test_any_yaml_like_text_as_a_card_gives_a_report(content: str) -> None:
    _sound(check_card(content.encode()))


@often
@settings(max_examples=60, deadline=None)
@given(CARDS)
def test_any_values_in_the_fields_of_a_card_give_a_report(values: dict[str, Any]) -> None:
    lines = "".join(
        f"{name or '?'}: {json.dumps(value, ensure_ascii=False)}\n"
        for name, value in values.items()
    )
    _sound(check_card(card_with(lines).encode()))


@often
@settings(max_examples=15, deadline=None)
@given(CARDS)
def test_a_report_is_the_same_every_time_and_in_both_languages(values: dict[str, Any]) -> None:
    content = yaml.safe_dump(values, allow_unicode=True).encode()
    first, again, english = check_card(content), check_card(content), check_card(content, "en")
    assert first.diagnostics == again.diagnostics
    assert sorted((each.rule, each.span) for each in first.diagnostics) == sorted(
        (each.rule, each.span) for each in english.diagnostics
    )
    assert all(each.message.strip() for each in english.diagnostics)


def _kept(text: str) -> str:
    """Return `text` as the product keeps it: plain spaces, normalised, trimmed."""
    spaces = (" " if unicodedata.category(each) == "Zs" else each for each in text)
    return normalised("".join(spaces))


READABLE = st.text(
    st.characters(exclude_categories=["Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"]),
    min_size=10,
    max_size=80,
)


@often
@settings(max_examples=60, deadline=None)
@given(READABLE.filter(lambda text: 10 <= len(_kept(text)) <= 80))
@example("'aanhaling' \"dubbel\" \\ # : - ? [x] {y} & * ! | > % @ `")
@example("12345678901")
@example("00000000\u16800")
@example("- geen lijst maar tekst")
def test_any_readable_text_in_quotes_comes_out_as_it_went_in(text: str) -> None:
    for quoted in (json.dumps(text, ensure_ascii=False), "'" + text.replace("'", "''") + "'"):
        report = check_card(card_with(f"title: {quoted}").encode())
        assert not [each for each in report.diagnostics if not is_judged(each)]
        assert report.faulty or report.library.cards["voorbeeld"].title == _kept(text)


@often
def test_no_two_rules_see_the_same_mistake_in_a_text_field() -> None:
    fields = [name for name, field in schema.CARD.fields.items() if isinstance(field.type, Text)]
    for name in {*fields} - {"place", "retired_because"}:
        for value in ("no", "12:30", "''", "[a]", "{a: b}", "@x", "&x y"):
            assert len(in_file(card_with(f"{name}: {value}"))) == 1, (name, value)


def test_of_a_great_many_alike_the_last_says_how_many_more() -> None:
    fields = "".join(f"veld_{number}: x\n" for number in range(250))
    found = [
        each
        for each in check_card(card_with(fields).encode()).diagnostics
        if each.rule == "field-unknown"
    ]
    assert len(found) == 201
    assert "veld_199" in found[-2].message
    assert found[-1].message == "nog 50 keer in dit bestand; los eerst de andere op"
    few = "".join(f"veld_{number}: x\n" for number in range(201))
    last = check_card(card_with(few).encode()).diagnostics[-1]
    assert "veld_200" in last.message
