"""The schema agrees with the texts, with the data classes and with itself."""

from __future__ import annotations

import dataclasses
from pathlib import PurePosixPath

import pytest

from spreekkamer import checks, schema, schema_walk, texts
from spreekkamer.card import Allow, Card, Outcome, SeeAlso, Signal, Try
from spreekkamer.schema_types import (
    Choice,
    Condition,
    Field,
    Group,
    ListOf,
    Pattern,
    Table,
    Text,
)
from spreekkamer.vocabulary import LawChange, SourceEntry, Tag, WordGroup

TABLES = schema_walk.tables()
FIELDS = [(table, field) for table in TABLES for field in table.fields.values()]
NAMES = [f"{table.name}.{field.name}" for table, field in FIELDS]


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize(("table", "field"), FIELDS, ids=NAMES)
def test_every_field_has_a_label_and_a_help(table: Table, field: Field, language: str) -> None:
    for part in ("label", "help"):
        assert texts.load(language)(f"fields.{table.name}.{field.name}.{part}").strip()


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_every_value_of_a_closed_list_has_a_name(language: str) -> None:
    known = texts.load(language)
    for table, field in FIELDS:
        if isinstance(field.type, Choice):
            for name in field.type.names:
                assert known(f"choices.{table.name}.{field.name}.{name}").strip()


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize("subject", ["fields", "choices"])
def test_no_text_is_left_of_a_field_that_is_gone(subject: str, language: str) -> None:
    named = {
        key.rsplit(".", 1)[0]
        for key in texts.load(language).keys()  # noqa: SIM118 - Texts is no dict
        if key.startswith(f"{subject}.")
    }
    fields = {f"{subject}.{name}" for name in NAMES}
    assert named <= fields


def test_both_languages_have_the_same_texts() -> None:
    assert texts.load("nl").keys() == texts.load("en").keys()


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize("name", list(checks.rules()))
def test_every_rule_has_a_title_a_message_and_nothing_it_has_not(name: str, language: str) -> None:
    known = texts.load(language)
    keys = {key for key in known.keys() if key.startswith(f"rules.{name}.")}  # noqa: SIM118 - Texts is no dict
    assert f"rules.{name}.title" in keys
    assert any(key.startswith(f"rules.{name}.message") for key in keys)
    for key in keys:
        if key.startswith(f"rules.{name}.hint"):
            # Several hints may go with the one message.
            assert not {key.replace(".hint", ".message"), f"rules.{name}.message"}.isdisjoint(keys)


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_no_text_is_left_of_a_rule_that_is_gone(language: str) -> None:
    keys = texts.load(language).keys()
    assert {key.split(".")[1] for key in keys if key.startswith("rules.")} == set(checks.rules())


@pytest.mark.parametrize(
    ("made", "table", "extra"),
    [
        (Card, "card", {"id", "path"}),
        (Outcome, "outcome", set()),
        (Try, "try", set()),
        (Signal, "signal", set()),
        (SeeAlso, "see_also", set()),
        (Allow, "allow", set()),
        (SourceEntry, "source", {"id"}),
        (LawChange, "law_change", {"id"}),
        (WordGroup, "words", {"id"}),
        (Tag, "tag", {"id", "facet"}),
    ],
)
def test_what_is_made_of_a_table_has_the_fields_of_the_table(
    made: type, table: str, extra: set[str]
) -> None:
    [found] = [each for each in TABLES if each.name == table]
    assert {each.name for each in dataclasses.fields(made)} == {*found.fields, *extra}


@pytest.mark.parametrize(("name", "field"), schema.CARD.fields.items())
def test_a_card_without_an_optional_field_has_the_default_of_the_schema(
    name: str, field: Field
) -> None:
    [made] = [each for each in dataclasses.fields(Card) if each.name == name]
    if field.default is not None:
        assert made.default == field.default
    if made.default is dataclasses.MISSING and made.default_factory is dataclasses.MISSING:
        assert field.always
        assert field.forbidden is None


def test_a_condition_looks_at_a_closed_list_of_its_own_table() -> None:
    for table, field in FIELDS:
        for condition in (field.required, field.forbidden):
            if condition:
                other = table.fields[condition.field].type
                assert isinstance(other, Choice)
                assert set(condition.values) <= set(other.names)


def test_a_default_is_one_of_the_choices() -> None:
    for _, field in FIELDS:
        if field.default is not None:
            assert isinstance(field.type, Choice)
            assert field.default in field.type.names


@pytest.mark.parametrize(
    ("name", "shortest", "longest"),
    [
        ("title", 10, 80),
        ("situation", 40, 600),
        ("choice", 20, 500),
        ("what_worked", 20, 500),
        ("what_did_not_work", 10, 300),
        ("because", 1, 200),
        ("beneath", 1, 300),
        ("next_time", 1, 300),
        ("not_when", 1, 200),
        ("unsure", 1, 200),
        ("question", 1, 160),
        ("place", 1, 60),
        ("role", 1, 60),
        ("retired_because", 1, 200),
    ],
)
def test_the_limits_of_a_card_are_those_of_the_design(
    name: str, shortest: int, longest: int
) -> None:
    assert schema.CARD.fields[name].type == Text(longest, shortest)


def test_every_table_is_found_once_however_deep_it_stands() -> None:
    names = [table.name for table in TABLES]
    assert len(names) == len(set(names))
    assert {"card", "try", "side", "research", "tag", "source", "law_change", "words"} <= set(names)


@pytest.mark.parametrize(
    ("kind", "route", "name"),
    [
        ("card", ("title",), "card.title"),
        ("card", ("outcome", "what"), "outcome.what"),
        ("card", ("tries", 2, "note"), "try.note"),
        ("card", ("tags", "phase", 0), "card.tags"),
        ("card", ("title", "dieper"), "card.title"),
        ("card", ("outcome", "nergens"), "card.outcome"),
        ("dilemma", ("sides", "a", "label", "nl"), "label.nl"),
        ("facet", ("values", "a", "synonyms", 0), "tag.synonyms"),
        ("sources", ("a", "url"), "source.url"),
        ("card", ("nergens",), None),
        ("card", (), None),
    ],
)
def test_the_innermost_field_on_a_route_is_found(
    kind: str, route: tuple[str | int, ...], name: str | None
) -> None:
    found = schema_walk.field_at(kind, route)
    assert (f"{found[0].name}.{found[1].name}" if found else None) == name


@pytest.mark.parametrize(
    ("within", "kind"),
    [
        ("cards/x.yml", "card"),
        ("cards/a/b/x.yml", "card"),
        ("dilemmas/x.yml", "dilemma"),
        ("tags/x.yml", "facet"),
        ("sources.yml", "sources"),
        ("words.yml", "words"),
        ("law_changes.yml", "law_changes"),
        ("x.yml", None),
        ("card.yml", None),
        ("facet.yml", None),
        ("sources/x.yml", None),
        ("Cards/x.yml", None),
    ],
)
def test_the_place_of_a_file_tells_what_it_holds(within: str, kind: str | None) -> None:
    assert schema.kind_of(PurePosixPath(within)) == kind


@pytest.mark.parametrize(
    ("pattern", "good", "bad"),
    [
        (
            schema.PERIOD,
            ["2026", "1999", "2026-Q1", "2026-Q4", "unknown"],
            ["", "2026-Q0", "2026-Q5", "2026-q1", "2026-01", "1899", "2100", "20266", "2026\n"],
        ),
        (schema.TRY_PERIOD, ["2026", "2026-Q2"], ["unknown", "2026-Q9"]),
        (
            schema.MONTH,
            ["2026-01", "2026-12"],
            ["2026", "2026-00", "2026-13", "2026-1", "2026-01-01", "\u0662\u0660\u0662\u0666-01"],
        ),
        (
            schema.DATE,
            ["2026", "2026-11", "2026-11-30", "2024-02-29"],
            ["2026-11-31", "2025-02-29", "2026-13-01", "2026-1-1", "30-11-2026", "2026-11-00"],
        ),
        (
            schema.URL,
            ["https://a.nl", "http://a.nl/b?c=d"],
            ["a.nl", "ftp://a.nl", "javascript:alert(1)", "https://a b", 'https://a"b', "https://"],
        ),
    ],
    ids=["period", "period of a try", "month", "date", "url"],
)
def test_a_form_knows_its_own(pattern: Pattern, good: list[str], bad: list[str]) -> None:
    assert [each for each in good if not pattern.matches(each)] == []
    assert [each for each in bad if pattern.matches(each)] == []


def test_the_opposite_of_the_opposite_is_the_condition() -> None:
    assert schema.SOURCED.opposite == Condition("kind", ("sourced",), negated=True)
    assert schema.SOURCED.opposite.opposite == schema.SOURCED


def test_a_card_speaks_of_at_most_two_more_dilemmas() -> None:
    also = schema.CARD.fields["also"].type
    assert isinstance(also, ListOf)
    assert also.most == 2


def test_a_table_within_a_table_is_a_group() -> None:
    assert schema.CARD.fields["outcome"].type == Group(schema.OUTCOME)
