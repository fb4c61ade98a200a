"""One file as the schema sees it: values, places, and the ids that it claims."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from finding import stretch
from spreekkamer import document, source
from spreekkamer.diagnostics import TOP, Place
from spreekkamer.document import Document
from spreekkamer.rules import Route


def _read(text: str, within: str = "cards/x.yml") -> Document:
    read, _ = document.read(
        source.from_bytes(text.encode(), f"learnings/{within}", PurePosixPath(within))
    )
    assert read is not None
    return read


CARD = """\
title: Eerst de taalles
also: [trust-check, fast-lasting]
outcome:
  after_months: 6
  what: Ze werkt nog.
tries:
  - period: 2026
    result: confirms
  - {period: 2025-Q4}
tags:
  situation: [debts]
composite: true
because:
"""


@pytest.mark.parametrize(
    ("route", "place"),
    [
        (("title",), "1:8-24"),
        (("also",), "2:7-34"),
        (("also", 1), "2:21-33"),
        (("outcome",), "4:3-18"),
        (("outcome", "what"), "5:9-22"),
        (("tries", 0), "7:5-17"),
        (("tries", 0, "result"), "8:13-21"),
        (("tries", 1, "period"), "9:14-21"),
        (("tags", "situation", 0), "11:15-20"),
        (("because",), "13:1-8"),
        (("nergens",), "1:1-6"),
        (("outcome", "known_how"), "4:3-15"),
        (("tries", 1, "note"), "9:6-12"),
        (("title", "dieper"), "1:8-24"),
        ((), "1:1-6"),
    ],
)
def test_a_route_leads_to_the_narrowest_place(route: Route, place: str) -> None:
    assert stretch(_read(CARD).span(route, at_key=False)) == place


@pytest.mark.parametrize(
    ("route", "place"),
    [
        (("title",), "1:1-6"),
        (("outcome", "what"), "5:3-7"),
        (("tries", 0, "result"), "8:5-11"),
        (("tags", "situation"), "11:3-12"),
        (("also", 1), "2:21-33"),
    ],
)
def test_a_route_can_lead_to_the_key(route: Route, place: str) -> None:
    assert stretch(_read(CARD).span(route, at_key=True)) == place


@pytest.mark.parametrize("text", ["{}", "x: ["])
def test_in_a_file_without_keys_every_route_leads_to_the_top(text: str) -> None:
    assert _read(text).span(("title",), at_key=False) == TOP


@pytest.mark.parametrize(
    ("line", "text"), [(1, "title: Eerst de taalles"), (13, "because:"), (14, ""), (99, "")]
)
def test_a_line_of_the_file_can_be_shown(line: int, text: str) -> None:
    assert _read(CARD).line(Place(line, 1)) == text


def test_values_are_plain_data_of_the_type_that_the_schema_gives() -> None:
    assert _read(CARD).values == {
        "title": "Eerst de taalles",
        "also": ("trust-check", "fast-lasting"),
        "outcome": {"after_months": 6, "what": "Ze werkt nog."},
        "tries": ({"period": "2026", "result": "confirms"}, {"period": "2025-Q4"}),
        "tags": {"situation": ("debts",)},
        "composite": True,
        "because": None,
    }


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("composite: false", {"composite": False}),
        ("titel: x", {}),
        ("outcome: {wat: x, what: y}", {"outcome": {"what": "y"}}),
        ("title: [a]", {"title": None}),
        ("also: trust-check", {"also": "trust-check"}),
        ("outcome: {after_months: veel}", {"outcome": {"after_months": None}}),
        ("formerly: [no, 2026]", {"formerly": ("no", "2026")}),
        ("title: {a: b}", {"title": {}}),
        ("{}", {}),
    ],
)
def test_what_the_schema_does_not_know_is_left_out(text: str, values: dict[str, object]) -> None:
    assert _read(text).values == values


def test_values_that_were_rejected_are_set_aside() -> None:
    read = _read(CARD).without(frozenset({("also", 0), ("outcome", "what"), ("tries",)}), False)
    assert read.values["also"] == ("fast-lasting",)
    assert read.values["outcome"] == {"after_months": 6}
    assert "tries" not in read.values
    assert {item.route for item in read.items}.isdisjoint({("also", 0), ("tries",), ("tries", 0)})
    assert not read.whole


def test_set_aside_stays_set_aside() -> None:
    read = _read(CARD).without(frozenset({("title",)}), False).without(frozenset(), True)
    assert "title" not in read.values
    assert not read.whole


def test_items_are_every_known_value_with_its_route_outer_ones_first() -> None:
    routes = [item.route for item in _read("tags:\n  phase: [intake]\nxyz: 1\n").items]
    assert routes == [("tags",), ("tags", "phase"), ("tags", "phase"), ("tags", "phase", 0)]


def test_keys_of_a_mapping_are_items_too() -> None:
    keys = [item.text for item in _read("tags:\n  phase: [intake]\n").items if item.is_key]
    assert keys == ["phase"]


@pytest.mark.parametrize("text", ["title:", "title: ~", "title: ''", "title: [a]", "title: {a: b}"])
def test_an_item_without_a_single_value_has_no_text(text: str) -> None:
    assert _read(text).items[0].text is None


@pytest.mark.parametrize(
    ("within", "kind", "named"),
    [
        ("cards/x.yml", "card", True),
        ("cards/team/x.yml", "card", True),
        ("dilemmas/x.yml", "dilemma", True),
        ("tags/x.yml", "facet", True),
        ("sources.yml", "sources", False),
        ("law_changes.yml", "law_changes", False),
        ("words.yml", "words", False),
    ],
)
def test_the_place_of_a_file_gives_its_kind(within: str, kind: str, named: bool) -> None:
    read = _read("a: b", within)
    assert (read.kind, read.named_by_id) == (kind, named)


@pytest.mark.parametrize("within", ["x.yml", "cards.yml", "other/x.yml", "sources/x.yml"])
def test_in_another_place_there_is_no_document(within: str) -> None:
    read = source.from_bytes(b"a: b", within, PurePosixPath(within))
    assert document.read(read) == (None, ())


@pytest.mark.parametrize("text", ["x: [", "", "- a", "a: &b c", "a: !b c", "a: b\n---\nc: d"])
def test_a_document_that_cannot_be_read_keeps_its_id(text: str) -> None:
    read = _read(text)
    assert (read.root, read.ident, read.values, read.items) == (None, "x", {}, [])


def test_a_key_twice_does_not_keep_a_document_from_being_read() -> None:
    assert _read("title: a\ntitle: b").values == {"title": "a"}


def test_a_source_that_is_no_text_is_not_parsed() -> None:
    broken = source.from_bytes(b"a: \xff", "x", PurePosixPath("cards/x.yml"))
    read, raised = document.read(broken)
    assert read is not None
    assert (read.root, [each.rule for each in raised]) == (None, ["yaml-encoding"])


def test_the_id_of_a_file_is_its_name_in_normal_form() -> None:
    assert _read("a: b", "cards/cafe\u0301.yml").ident == "caf\u00e9"


def test_a_card_claims_its_name_and_its_earlier_names() -> None:
    claims = _read("formerly: [oud, ouder, '']").claims
    assert [(claim.kind, claim.ident, claim.route) for claim in claims] == [
        ("card", "x", ()),
        ("card", "oud", ("formerly", 0)),
        ("card", "ouder", ("formerly", 1)),
    ]


def test_a_facet_claims_its_name_and_its_tags() -> None:
    claims = _read("values:\n  a: {label: {nl: A}}\n  b: {}\n", "tags/phase.yml").claims
    assert [(claim.kind, claim.ident) for claim in claims] == [
        ("facet", "phase"),
        ("tag", "a"),
        ("tag", "b"),
    ]


@pytest.mark.parametrize("within", ["dilemmas/x.yml", "sources.yml"])
def test_other_files_claim_their_name_only(within: str) -> None:
    assert [claim.route for claim in _read("a: b", within).claims] == [()]
