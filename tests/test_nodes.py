"""YAML text as nodes with positions."""

from __future__ import annotations

import time

import pytest

from finding import stretch
from spreekkamer import yaml_reader
from spreekkamer.nodes import Mapping, Node, Scalar, Sequence, normalised, yaml_type
from spreekkamer.yaml_reader import parse


def _value(text: str) -> Node:
    root, raised = parse(text)
    assert raised == ()
    assert isinstance(root, Mapping)
    return root.entries[0].value


def _scalar(text: str) -> Scalar:
    value = _value(text)
    assert isinstance(value, Scalar)
    return value


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a: b", "b"),
        ("a:   b   ", "b"),
        ("a: 'b'", "b"),
        ("a: '  b  '", "b"),
        ('a: "b\\nc"', "b\n\nc"),
        ('a: "b\\n\\nc"', "b\n\nc"),
        ("a: b\n  c", "b c"),
        ("a: b\n\n  c", "b\n\nc"),
        ("a: >-\n  b\n  c\n\n  d", "b c\n\nd"),
        ("a: >\n  b\n", "b"),
        ("a: |\n  b\n  c\n", "b\nc"),
        ("a: |-\n  - b\n  - c", "- b\n- c"),
        ("a: e\u0301", "\u00e9"),
        ("a: b\u00adc", "bc"),
        ("a:", ""),
        ("a: ''", ""),
        ("a: # b", ""),
        ("a: b#c", "b#c"),
    ],
)
def test_a_value_is_read_as_normalised_trimmed_text(text: str, read: str) -> None:
    assert _scalar(text).text == read


@pytest.mark.parametrize(
    ("text", "plain"),
    [("a: b", True), ("a:", True), ("a: 'b'", False), ('a: "b"', False), ("a: >-\n  b", False)],
)
def test_a_value_without_quotes_is_plain(text: str, plain: bool) -> None:
    assert _scalar(text).plain is plain


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: b", "1:4-5"),
        ("a: 'b c'", "1:4-9"),
        ("a: \U0001f600b", "1:4-6"),
        ("\U0001f600: b", "1:4-5"),
        ("a: b   # c", "1:4-5"),
        ("a: b\n  c", "1:4-2:4"),
        ("a: >-\n  b\n  c\n\n", "1:4-3:4"),
        ("a:\n  b", "2:3-4"),
        ("a:", "1:3-3"),
        ("a: [b, c]", "1:4-10"),
        ("a: [b,\n  c]", "1:4-2:5"),
        ("a: {b: c}", "1:4-10"),
        ("a:\n  b: c\n  d: e", "2:3-7"),
        ("a:\n  - b\n  - c", "2:3-6"),
        ("a:\n- b", "2:1-4"),
        ("a: []", "1:4-6"),
    ],
)
def test_a_value_knows_where_it_stands(text: str, place: str) -> None:
    assert stretch(_value(text).span) == place


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        ("a: b # c", True),
        ("a: b   #c", True),
        ("a: [b # c\n  ]", False),
        ("a: 'b' # c", False),
        ("a: # c", False),
        ("a: b\n# c", False),
        ("a: b#c", False),
    ],
)
def test_a_comment_behind_a_plain_value_is_noticed(text: str, follows: bool) -> None:
    value = _value(text)
    assert (isinstance(value, Scalar) and value.loses_text) is follows


def test_an_entry_is_found_by_its_key() -> None:
    root, _ = parse("a: b\nc: d")
    assert isinstance(root, Mapping)
    entry = root.get("c")
    assert entry is not None
    assert isinstance(entry.value, Scalar)
    assert entry.value.text == "d"
    assert root.get("e") is None


def test_of_a_key_that_stands_twice_the_first_is_kept() -> None:
    root, [raised] = parse("a: b\na: c")
    assert isinstance(root, Mapping)
    assert [str(getattr(entry.value, "text", "")) for entry in root.entries] == ["b"]
    assert raised.finding.values == {"value": "a", "first": 1}


def test_lists_keep_their_order() -> None:
    value = _value("a: [b, c, 'd']")
    assert isinstance(value, Sequence)
    assert [item.text for item in value.items if isinstance(item, Scalar)] == ["b", "c", "d"]


@pytest.mark.parametrize("text", ["a: ~", "a: null", "a: Null", "a: NULL", "a:"])
def test_nothing_is_null(text: str) -> None:
    assert _scalar(text).is_null


@pytest.mark.parametrize("text", ["a: '~'", "a: 'null'", "a: ''", "a: nul", "a: geen"])
def test_a_word_in_quotes_is_not_null(text: str) -> None:
    assert not _scalar(text).is_null


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("werk", "str"),
        ("", "null"),
        ("~", "null"),
        ("no", "bool"),
        ("12", "int"),
        ("12:30", "int"),
        ("0123", "int"),
        ("1.5", "float"),
        ("2026-02-30", "timestamp"),
        ("<<", "merge"),
        ("=", "value"),
        ("2026-11", "str"),
        ("2026-Q3", "str"),
    ],
)
def test_yaml_takes_a_plain_value_for(text: str, kind: str) -> None:
    assert yaml_type(text) == kind


@pytest.mark.parametrize(
    ("text", "read"),
    [(" a ", "a"), ("e\u0301", "\u00e9"), ("\u00ada\u00ad ", "a"), ("\u212b", "\u00c5")],
)
def test_text_is_normalised(text: str, read: str) -> None:
    assert normalised(text) == read


ALIAS_BOMB = "a: &a [x, x]\n" + "".join(
    f"{name}: &{name} [*{before}, *{before}, *{before}]\n"
    for before, name in zip("abcdefghijklmnopqrs", "bcdefghijklmnopqrst", strict=True)
)
MERGE_BOMB = "a: &a {x: 1}\n" + "".join(
    f"{name}: &{name} {{<<: [*{before}, *{before}, *{before}]}}\n"
    for before, name in zip("abcdefghijklmnopqrs", "bcdefghijklmnopqrst", strict=True)
)


@pytest.mark.parametrize(
    ("text", "rule", "place"),
    [
        (ALIAS_BOMB, "yaml-anchor", "1:4-6"),
        (MERGE_BOMB, "yaml-anchor", "1:4-6"),
        ("[" * 40_000, "yaml-depth", "1:11-12"),
        ("[" * 300_000, "yaml-depth", "1:11-12"),
        ("x: " + "{" * 40_000, "yaml-depth", "1:13-14"),
        ("- " * 40_000, "yaml-depth", "1:21-22"),
        ("? " * 40_000, "yaml-depth", "1:21-22"),
        ("a: " + "&x " * 40_000, "yaml-anchor", "1:4-6"),
        ("a: *" + "x" * 60_000, "yaml-anchor", "1:4-60005"),
        ("a: '" + "''" * 30_000, "yaml-syntax", "1:4-5"),
    ],
    ids=[
        "aliases",
        "merges",
        "40,000 brackets",
        "300,000 brackets",
        "braces",
        "dashes",
        "question marks",
        "anchors",
        "a long name",
        "quotes",
    ],
)
def test_a_file_made_to_harm_is_refused_at_once(text: str, rule: str, place: str) -> None:
    start = time.perf_counter()
    root, [*_, raised] = parse(text)
    assert time.perf_counter() - start < 1
    assert raised.rule == rule
    assert stretch(raised.finding.where) == place
    assert root is None or rule == "yaml-anchor"


def test_many_keys_are_read_in_a_moment() -> None:
    start = time.perf_counter()
    parse("".join(f"sleutel-{number}: waarde\n" for number in range(5_000)))
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize(
    "text", ["[a]: b", "{a: b}: c", "? [a, b]\n: c", "a: {[b]: c}", "? - a\n: b"]
)
def test_a_key_that_is_no_text_is_a_syntax_error(text: str) -> None:
    root, [raised] = parse(text)
    assert (root, raised.rule, raised.finding.variant) == (None, "yaml-syntax", "key")


def test_the_depth_counts_layers_that_are_open_not_all_there_are() -> None:
    assert parse("a:\n" + "  - [[[b]]]\n" * 50)[1] == ()
    assert yaml_reader.DEPTH == 10
