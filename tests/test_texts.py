"""Both languages say the same things, with the same gaps to fill in."""

from __future__ import annotations

from string import Formatter

import pytest

from spreekkamer import checks, schema_walk, texts
from spreekkamer.schema_types import Choice, Field, Table

NL, EN = texts.load("nl"), texts.load("en")
KEYS = sorted(NL.keys())
COUNTED = sorted({key.rpartition(".")[0] for key in KEYS if key.endswith((".one", ".other"))})
RULES = sorted(checks.rules())


def raw(language: texts.Texts, key: str) -> str:
    return language._texts[key]


def gaps(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


# A text by language is a table too, of the field around it.
TABLES = [table for table in schema_walk.tables() if not {"nl", "en"} >= set(table.fields)]
FIELDS = [(table, field) for table in TABLES for field in table.fields.values()]
FIELD_NAMES = [f"{table.name}.{field.name}" for table, field in FIELDS]


def test_both_languages_have_the_same_keys() -> None:
    assert NL.keys() == EN.keys()


def test_both_languages_have_the_same_gaps_under_each_key() -> None:
    assert {key: gaps(raw(NL, key)) for key in KEYS} == {key: gaps(raw(EN, key)) for key in KEYS}


@pytest.mark.parametrize("language", [NL, EN], ids=texts.LANGUAGES)
def test_no_text_is_empty(language: texts.Texts) -> None:
    assert [key for key in KEYS if not raw(language, key).strip()] == []


@pytest.mark.parametrize("language", [NL, EN], ids=texts.LANGUAGES)
def test_every_gap_in_a_text_has_a_name(language: texts.Texts) -> None:
    assert [key for key in KEYS if "" in gaps(raw(language, key))] == []


@pytest.mark.parametrize("key", COUNTED)
def test_a_counted_text_has_both_forms_and_shows_the_number(key: str) -> None:
    for language in (NL, EN):
        assert "7" in language.count(key, 7)
        assert "1" in language.count(key, 1)


@pytest.mark.parametrize(
    ("language", "number", "expected"),
    [
        ("nl", 0, "0 kaarten"),
        ("nl", 1, "1 kaart"),
        ("nl", 2, "2 kaarten"),
        ("en", 0, "0 cards"),
        ("en", 1, "1 card"),
        ("en", 21, "21 cards"),
    ],
)
def test_a_number_gets_the_plural_of_its_language(
    language: str, number: int, expected: str
) -> None:
    assert texts.load(language).count("pages.cards", number) == expected


def test_a_gap_is_filled_with_what_is_given() -> None:
    assert "kaart-7" in NL("cli.no-path", path="kaart-7")


def test_braces_in_a_value_are_left_as_they_are() -> None:
    assert "{naam}" in NL("cli.no-path", path="{naam}")


def test_a_text_without_its_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        NL("cli.no-path")


def test_an_unknown_key_is_an_error() -> None:
    assert "cli.nergens" not in NL
    with pytest.raises(KeyError):
        NL("cli.nergens")


@pytest.mark.parametrize("language", ["de", "", "NL", "nl/../en"])
def test_a_language_without_texts_is_refused(language: str) -> None:
    with pytest.raises(ValueError, match="no texts"):
        texts.load(language)


def test_texts_know_their_language() -> None:
    assert (NL.language, EN.language) == texts.LANGUAGES


def test_texts_are_read_once_until_they_are_reloaded() -> None:
    before = texts.load("nl")
    assert texts.load("nl") is before
    texts.reload()
    assert texts.load("nl") is not before
    assert texts.load("nl").keys() == before.keys()


def test_a_text_in_all_languages_is_given_without_repeats() -> None:
    between = (NL("choices.card.side.between"), EN("choices.card.side.between"))
    assert texts.in_all_languages("choices.card.side.between") == between
    same = next(key for key in KEYS if raw(NL, key) == raw(EN, key) and not gaps(raw(NL, key)))
    assert texts.in_all_languages(same) == (raw(NL, same),)
    assert texts.in_all_languages("cli.nergens") == ()


@pytest.mark.parametrize(("table", "field"), FIELDS, ids=FIELD_NAMES)
def test_every_field_has_a_label_and_a_help_text(table: Table, field: Field) -> None:
    assert f"fields.{table.name}.{field.name}.label" in NL
    assert f"fields.{table.name}.{field.name}.help" in NL


def test_every_value_of_a_closed_list_has_a_name() -> None:
    wanted = {
        f"choices.{table.name}.{field.name}.{name}"
        for table, field in FIELDS
        if isinstance(field.type, Choice)
        for name in field.type.names
    }
    assert wanted - NL.keys() == set()


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_a_title_a_reason_and_a_message(rule: str) -> None:
    assert f"rules.{rule}.title" in NL
    assert f"rules.{rule}.why" in NL
    assert any(key.startswith(f"rules.{rule}.message") for key in KEYS)


def test_no_text_is_about_a_rule_that_does_not_exist() -> None:
    assert {key.split(".")[1] for key in KEYS if key.startswith("rules.")} == set(RULES)
