"""Which files a command line asks for: what is inside the collection, and what stands beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import SOUND_CARD, Project
from spreekkamer.selection import NotSelectable, Selection, select

CARD = "learnings/cards/voorbeeld.yml"


@pytest.fixture(autouse=True)
def here(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project.root)


def selected(*paths: str | Path) -> Selection:
    return select([Path(path) for path in paths], Path("learnings"), "learnings")


def beside(*paths: str | Path) -> list[str]:
    return [each.path for each in selected(*paths).beside]


def refused(path: str) -> NotSelectable:
    with pytest.raises(NotSelectable) as caught:
        selected(path)
    return caught.value


def draft(path: str, content: str = SOUND_CARD) -> Path:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(content, encoding="utf-8")
    return file


# Inside the collection.


def test_no_paths_ask_for_everything() -> None:
    assert selected() == Selection(("learnings",), ())
    assert selected().holds(CARD)
    assert selected().holds("learnings"), "a problem of the whole collection stands at its folder"


@pytest.mark.parametrize("path", [".", "learnings", "./learnings/", "learnings/cards/../..", ".."])
def test_a_folder_that_holds_the_collection_asks_for_everything(path: str) -> None:
    assert selected(path) == Selection(("learnings",), ())


@pytest.mark.parametrize("path", [CARD, f"./{CARD}", "learnings/dilemmas/../cards/voorbeeld.yml"])
def test_a_file_inside_is_named_as_reports_name_it(path: str) -> None:
    assert selected(path) == Selection((CARD,), ())
    assert selected(Path(path).resolve()) == Selection((CARD,), ())


def test_a_folder_holds_what_is_in_it_and_nothing_that_begins_like_it() -> None:
    Path("learnings/cards/oud").mkdir()
    selection = selected("learnings/cards/oud", "learnings/tags")
    assert selection.holds("learnings/cards/oud/een.yml")
    assert selection.holds("learnings/tags/situation.yml")
    assert not selection.holds("learnings/cards/ouder.yml")
    assert not selection.holds("learnings/cards/oud.yml")
    assert not selection.holds("learnings/cards")
    assert not selection.holds("learnings")


def test_reports_may_name_the_collection_otherwise_than_its_folder() -> None:
    found = select([Path(CARD)], Path("learnings"), "van/ons")
    assert found == Selection(("van/ons/cards/voorbeeld.yml",), ())
    assert select([], Path("learnings"), "van/ons").inside == ("van/ons",)


def test_a_link_inside_is_the_link_and_not_what_it_leads_to() -> None:
    Path("learnings/cards/link.yml").symlink_to("voorbeeld.yml")
    Path("learnings/cards/weg.yml").symlink_to("nergens.yml")
    assert selected("learnings/cards/link.yml").inside == ("learnings/cards/link.yml",)
    assert selected("learnings/cards/weg.yml").inside == ("learnings/cards/weg.yml",)


def test_a_collection_behind_a_link_is_found_by_both_names() -> None:
    Path("learnings").rename("elders")
    Path("learnings").symlink_to("elders")
    for path in (CARD, "elders/cards/voorbeeld.yml"):
        assert selected(path).inside == (CARD,)
    assert selected("learnings") == selected("elders") == selected(".") == selected()


def test_an_odd_character_in_a_name_is_named_as_reports_name_it() -> None:
    draft("learnings/cards/a\x1bb.yml")
    assert selected("learnings/cards/a\x1bb.yml").holds("learnings/cards/a\\x1bb.yml")


# Beside the collection.


def test_a_file_from_elsewhere_is_read_as_a_card() -> None:
    draft("concept.yml")
    selection = selected("concept.yml")
    assert selection.inside == ()
    [card] = selection.beside
    assert (card.path, card.within.as_posix(), card.text) == (
        "concept.yml",
        "cards/concept.yml",
        SOUND_CARD,
    )
    assert selection.holds("concept.yml")
    assert not selection.holds(CARD)


def test_a_folder_from_elsewhere_gives_its_cards_in_order_folders_below_included() -> None:
    for name in ("twee.yml", "een.yml", "van mij/drie.yml", "leesmij.md", "mkdocs.yml"):
        draft(f"concepten/{name}")
    expected = ["concepten/een.yml", "concepten/twee.yml", "concepten/van mij/drie.yml"]
    assert beside("concepten") == expected
    assert beside("concepten/van mij") == expected[2:]


def test_the_same_file_from_elsewhere_counts_once() -> None:
    file = draft("concepten/een.yml")
    draft("concepten/twee.yml")
    again = (file, f"./{file}", file.resolve(), "concepten/../concepten/een.yml")
    assert len(beside(*again)) == 1
    assert len(beside("concepten", *again)) == 2


def test_paths_inside_and_beside_go_together() -> None:
    draft("concept.yml")
    selection = selected("learnings/tags", "concept.yml")
    assert selection.inside == ("learnings/tags",)
    assert [each.path for each in selection.beside] == ["concept.yml"]
    for path in ("learnings/tags/phase.yml", "concept.yml"):
        assert selection.holds(path)


def test_what_cannot_be_read_is_selected_with_what_is_wrong_with_it() -> None:
    Path("concept.yml").write_bytes(b"\xff\xfe")
    Path("link.yml").symlink_to("concept.yml")
    raised = [
        each.raised[0].rule
        for path in ("concept.yml", "link.yml")
        for each in selected(path).beside
    ]
    assert raised == ["yaml-encoding", "id-link"]


# Nothing to select.


def test_a_path_that_does_not_exist_is_refused() -> None:
    error = refused("learnings/cards/weg.yml")
    assert (error.key, error.path) == ("no-path", "learnings/cards/weg.yml")


@pytest.mark.parametrize("path", ["leeg", "mkdocs.yml", "leesmij.md", "teksten", "kaart.yaml"])
def test_what_holds_no_cards_is_refused(path: str) -> None:
    Path("leeg").mkdir()
    for name in ("leesmij.md", "teksten/een.txt", "teksten/mkdocs.yml", "kaart.yaml"):
        draft(name)
    error = refused(path)
    assert (error.key, error.path) == ("not-in-collection", path)


def test_one_path_that_holds_no_cards_is_enough_to_refuse() -> None:
    with pytest.raises(NotSelectable):
        selected(CARD, "mkdocs.yml")


def test_an_odd_character_in_a_refused_path_is_shown_as_an_escape() -> None:
    assert refused("\x1b[31mweg").path == "\\x1b[31mweg"
