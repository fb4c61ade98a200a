"""What the schema makes of a file: values with their types, plain data, and what it knows not."""

from __future__ import annotations

import pytest

from spreekkamer import contents
from spreekkamer.contents import Contents
from spreekkamer.nodes import Mapping
from spreekkamer.rules import Route
from spreekkamer.schema import FILES
from spreekkamer.schema_types import Choice, Ref, Text
from spreekkamer.yaml_reader import parse


def read(text: str, *without: Route, kind: str = "card") -> Contents:
    root, _ = parse(text)
    assert isinstance(root, Mapping)
    return contents.read(FILES[kind], root, frozenset(without))


def test_values_are_plain_data_of_the_type_that_the_schema_asks() -> None:
    found = read(
        "title: Een titel\nalso: [a, b]\noutcome: {after_months: 6, what: Goed}\nbecause: ~\n"
    )
    assert found.values == {
        "title": "Een titel",
        "also": ("a", "b"),
        "outcome": {"after_months": 6, "what": "Goed"},
        "because": None,
    }


def test_outer_values_come_before_inner_ones_and_keys_before_their_values() -> None:
    found = read("tags:\n  phase: [intake]\nkind: practice\n")
    assert [(item.route, item.text, item.is_key) for item in found.items] == [
        (("tags",), None, False),
        (("tags", "phase"), "phase", True),
        (("tags", "phase"), None, False),
        (("tags", "phase", 0), "intake", False),
        (("kind",), "practice", False),
    ]
    assert [item.route for item in found.by_type[Choice]] == [("kind",)]
    assert [item.text for item in found.by_type[Ref]] == ["phase", "intake"]


def test_what_is_set_aside_is_nowhere() -> None:
    found = read("title: Een titel\nalso: [a, b, c]\n", ("title",), ("also", 1))
    assert found.values == {"also": ("a", "c")}
    assert [item.route for item in found.items] == [("also",), ("also", 0), ("also", 2)]
    assert Text not in found.by_type


@pytest.mark.parametrize(
    ("text", "free"),
    [
        ("title: Een titel\nkind: practice\n", [("title",)]),
        ("notes: Van alles\n", [("notes",)]),
        ("notes: {a: [b, c], d: e}\n", [("notes", "a", 0), ("notes", "a", 1), ("notes", "d")]),
        ("title: [Een, titel]\n", [("title", 0), ("title", 1)]),
        ("kind: {a: b}\n", [("kind", "a")]),
        ("also: {a: b}\n", [("also", "a")]),
        ("outcome: [a, {what: b}]\n", [("outcome", 0), ("outcome", 1, "what")]),
        ("tags: [a]\n", [("tags", 0)]),
        ('title: ""\nbecause: ~\n', [("title",), ("because",)]),
        ("outcome: a\nalso: b\ndilemma: c\n", []),
    ],
)
def test_people_write_freely_in_texts_and_where_the_schema_expects_nothing(
    text: str, free: list[Route]
) -> None:
    assert [route for route, _ in read(text).free_texts] == free
