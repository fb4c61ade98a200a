"""From files to text: which files there are, and what of them may be read."""

from __future__ import annotations

import os
from contextlib import nullcontext
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spreekkamer import source
from spreekkamer.diagnostics import Place
from spreekkamer.source import CARD_BYTES, FILE_BYTES, CollectionMissing, Source

CARD = PurePosixPath("cards/x.yml")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A collection with one card."""
    (tmp_path / "cards").mkdir()
    (tmp_path / "cards/x.yml").write_bytes(b"title: x\n")
    return tmp_path


def _rules(each: Source) -> list[tuple[str, str]]:
    return [(raised.rule, raised.finding.variant) for raised in each.raised]


def _collected(folder: Path) -> dict[str, Source]:
    return {each.path: each for each in source.collect(folder, "learnings", {})}


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"a\nb\n", "a\nb\n"),
        (b"a\r\nb\r\n", "a\nb\n"),
        (b"a\rb\r", "a\nb\n"),
        (b"a\r\n\rb", "a\n\nb"),
        (b"\xef\xbb\xbfa", "a"),
        (b"", ""),
        ("a\u00a0b\u202fc\u2007d".encode(), "a b c d"),
    ],
)
def test_line_ends_marks_and_odd_spaces_are_made_plain(content: bytes, text: str) -> None:
    assert source.from_bytes(content, "x", CARD) == Source("x", CARD, text)


def test_a_file_that_is_no_text_has_no_text() -> None:
    read = source.from_bytes(b"\xff", "x", CARD)
    assert (read.text, _rules(read)) == ("", [("yaml-encoding", "")])


def test_everything_wrong_with_the_characters_is_raised_at_once() -> None:
    read = source.from_bytes("a\ufeff\tb\u202e".encode(), "x", CARD)
    assert _rules(read) == [("yaml-encoding", "mark"), ("yaml-character", ""), ("yaml-tab", "")]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("kaart.yml", "kaart.yml"),
        ("caf\u00e9 \U0001f600.yml", "caf\u00e9 \U0001f600.yml"),
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\nb\tc", "a\\nb\\tc"),
        ("a\u202eb", "a\\u202eb"),
        ("a\udcffb", "a\\udcffb"),
    ],
)
def test_a_name_is_printed_without_what_a_terminal_would_obey(name: str, shown: str) -> None:
    assert source.printable(name) == shown


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("gewoon \U0001f469\u200d\U0001f4bb", None),
        ("\U0001f469\u200d\U0001f4bb en a\u200db", 8),
        ("a\u200db", 1),
        ("\n\ta", None),
        ("\ufeff", 0),
        ("a\u0000", 1),
    ],
)
def test_the_first_character_that_is_not_allowed_is_found(text: str, index: int | None) -> None:
    match = source.forbidden_character(text)
    assert (match.start() if match else None) == index


@pytest.mark.parametrize(
    ("text", "index", "place"),
    [
        ("", 0, (1, 1)),
        ("ab", 1, (1, 2)),
        ("a\nb", 1, (1, 2)),
        ("a\nb", 2, (2, 1)),
        ("\U0001f600x", 1, (1, 2)),
        ("a\n\n", 3, (3, 1)),
    ],
)
def test_a_place_counts_lines_and_code_points_from_one(
    text: str, index: int, place: tuple[int, int]
) -> None:
    assert source.place_of(text, index) == Place(*place)


def test_files_come_in_the_order_of_their_names_with_slashes(folder: Path) -> None:
    for path in ("cards/b/z.yml", "cards/a.yml", "tags/q.yml"):
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).touch()
    assert list(_collected(folder)) == [
        "learnings/cards/a.yml",
        "learnings/cards/b/z.yml",
        "learnings/cards/x.yml",
        "learnings/tags/q.yml",
    ]


def test_the_paths_are_those_of_the_files_that_can_be_read(folder: Path) -> None:
    (folder / "cards/y.txt").touch()
    (folder / "cards/z.yml").write_bytes(b"\xff")
    assert list(source.paths(folder, "learnings")) == ["learnings/cards/x.yml"]


def test_a_collection_that_is_not_there_is_no_empty_collection(tmp_path: Path) -> None:
    with pytest.raises(CollectionMissing, match="learnings"):
        source.collect(tmp_path / "nergens", "learnings", {})


def test_a_file_is_no_collection(folder: Path) -> None:
    with pytest.raises(CollectionMissing):
        source.collect(folder / "cards/x.yml", "learnings", {})


@pytest.mark.parametrize(
    ("content", "texts"), [(b"title: y\r\n", ["title: y\n"]), (b"", [""]), (None, [])]
)
def test_other_content_or_none_can_be_taken_in_place_of_what_is_on_disk(
    content: bytes | None, texts: list[str], folder: Path
) -> None:
    instead = {"learnings/cards/x.yml": content, "learnings/cards/weg.yml": b""}
    assert [each.text for each in source.collect(folder, "learnings", instead)] == texts


@pytest.mark.parametrize(("path", "limit"), [("cards/x.yml", CARD_BYTES), ("x.yml", FILE_BYTES)])
def test_a_file_over_the_limit_is_refused_before_it_is_read(
    path: str, limit: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / path).touch()
    os.truncate(folder / path, 50 * 1024 * 1024)
    monkeypatch.setattr("builtins.open", lambda *_: pytest.fail("was opened"))
    read = source.read(folder / path, path, PurePosixPath(path))
    assert _rules(read) == [("yaml-size", "")]
    assert read.raised[0].finding.values == {"limit": limit // 1024}


def test_a_file_that_grows_while_it_is_read_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small, file = (folder / "cards/x.yml").lstat(), folder / "cards/x.yml"
    file.write_bytes(b"#" * (CARD_BYTES + 1))
    monkeypatch.setattr(os, "lstat", lambda _: small)
    assert _rules(source.read(file, "x", CARD)) == [("yaml-size", "")]


def test_a_file_that_vanishes_between_listing_and_reading_is_reported(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = os.scandir

    def list_and_remove(path: Path) -> object:
        entries = listed(path)
        if Path(path).name == "cards":
            found = list(entries)
            (folder / "cards/x.yml").unlink()
            return nullcontext(found)
        return entries

    monkeypatch.setattr(os, "scandir", list_and_remove)
    assert _rules(_collected(folder)["learnings/cards/x.yml"]) == [("id-unreadable", "gone")]


def test_a_folder_that_cannot_be_listed_is_reported(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "cards/team").mkdir()
    listed = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "team":
            raise PermissionError(13, "denied")
        return listed(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert {path: _rules(each) for path, each in _collected(folder).items()} == {
        "learnings/cards/team": [("id-unreadable", "denied")],
        "learnings/cards/x.yml": [],
    }


@pytest.mark.parametrize(("number", "variant"), [(13, "denied"), (5, "denied"), (2, "gone")])
def test_a_disk_that_gives_an_error_is_no_crash(
    number: int, variant: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> object:
        raise OSError(number, "fout")

    monkeypatch.setattr("builtins.open", fail)
    assert _rules(source.read(folder / "cards/x.yml", "x", CARD)) == [("id-unreadable", variant)]


def test_a_pipe_is_never_opened(folder: Path) -> None:
    os.mkfifo(folder / "cards/pijp.yml")
    assert _rules(_collected(folder)["learnings/cards/pijp.yml"]) == [("id-unreadable", "other")]


def test_a_folder_named_like_a_file_is_not_entered(folder: Path) -> None:
    (folder / "cards/map.yml").mkdir()
    (folder / "cards/map.yml/y.yml").touch()
    assert _rules(_collected(folder)["learnings/cards/map.yml"]) == [("id-unreadable", "folder")]
    assert len(_collected(folder)) == 2


def test_a_link_to_a_folder_is_not_entered(folder: Path) -> None:
    (folder / "cards/kring").symlink_to("..")
    assert _rules(_collected(folder)["learnings/cards/kring"]) == [("id-link", "")]


def test_a_name_with_a_broken_byte_is_shown_as_an_escape(folder: Path) -> None:
    (folder / "cards/x\udcff.yml").write_bytes(b"title: x\n")
    assert "learnings/cards/x\\udcff.yml" in _collected(folder)


@pytest.mark.parametrize("name", ["cards/x.yml", "cards"])
def test_the_bytes_of_a_file_are_given_as_they_are_or_not_at_all(name: str, folder: Path) -> None:
    assert source.content_of(folder / name) == (b"title: x\n" if name.endswith("yml") else None)


def test_of_a_file_that_is_not_there_no_bytes_are_given(folder: Path) -> None:
    assert source.content_of(folder / "nergens.yml") is None


@given(
    st.text(
        st.one_of(
            st.characters(),
            st.sampled_from("a\u200d\U0001f469\u034f\u115f\u2800\u3164\uffa0\ufeff\x7f\x85"),
        )
    )
)
def test_what_is_quick_to_see_as_plain_holds_no_forbidden_character(text: str) -> None:
    assert source._FORBIDDEN.search(source._without_plain(text)) or not source._FORBIDDEN.search(
        text
    )
