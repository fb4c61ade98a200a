"""Nothing that stands in a file makes the check fail, wait or fill the memory.

The characters, tags and layers that are refused are in `test_checks_yaml.py`, what happens to one
file on disk is in `test_source.py`, small cards of any bytes are in `test_checking.py`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import SOUND_CARD, Project, card_with
from finding import OTHERS, check_beside, check_card, in_project
from spreekkamer import schema, source
from spreekkamer.checking import Report

# The same code very many times: tracing it takes longer than running it, and covers nothing new.
pytestmark = pytest.mark.untraced

SECONDS = 2.0
MEGABYTES = 200
CARD, DILEMMA, FACET = "cards/voorbeeld.yml", "dilemmas/work-training.yml", "tags/situation.yml"
REGISTERS = ("sources.yml", "law_changes.yml", "words.yml")
FILES = (CARD, DILEMMA, FACET, *REGISTERS)


def check_as(path: str, content: bytes) -> Report:
    """Check `content` as the file at `path` of the sample."""
    sound = source.from_bytes(SOUND_CARD.encode(), f"learnings/{CARD}", PurePosixPath(CARD))
    others = (each for each in (*OTHERS, sound) if each.within.as_posix() != path)
    return check_beside(content, path, tuple(others), "nl")


def quickly(check: Callable[[], Report]) -> Report:
    """Return what `check` returns, which may not take long."""
    start = time.process_time()
    report = check()
    assert time.process_time() - start < SECONDS
    return report


# Anything.

NASTY = (
    *("no", "~", "''", '""', "[]", "{}", "[[]]", "{a: {b: c}}", "- x", "|", ">-", "&a b", "*a"),
    *("!!str x", "!x y", "<<", "@x", "%x", "'", '"', "x # y", "#", "12:30", "2026-13-45", "0x1F"),
    *("1e999", ".nan", "9" * 400, "x" * 700, "a: b: c", '"\\ud800"', '"\\0"', '"\\U0010ffff"'),
    *("e\u0301" * 50, "👩\u200d👧", "\u202ex", "\ufeffx", "BSN 111222333", "mevrouw Van Voorbeeld"),
    *("[debts, debts]", "{phase: [guidance]}", "{rule: privacy-name, because: daarom}", "2026-Q3"),
    *("sourced", "question", "superseded", "voorbeeld", "work-training", "between", "unknown"),
)
KEYS = (*schema.CARD.fields, "sidde", "Title", "<<", "?", "", "[a]", "! x", "'", "1", "~", "- a")


@st.composite
def cards(draw: st.DrawFn) -> str:
    """Draw a card with nasty values, broken here and there."""
    names = st.sampled_from(KEYS)
    lines = draw(st.lists(st.tuples(names, st.sampled_from(NASTY)), max_size=8))
    text = "".join(f"{name}: {value}\n" for name, value in lines)
    text = draw(st.sampled_from([text, card_with(text) if text else SOUND_CARD]))
    for _ in range(draw(st.integers(0, 3))):
        place = draw(st.integers(0, len(text)))
        cut = draw(st.integers(0, 12))
        text = text[:place] + draw(st.sampled_from([*NASTY, "\n", ": ", ""])) + text[place + cut :]
    return text


@settings(max_examples=250, deadline=None)
@given(cards())
def test_any_card_that_looks_like_one_gives_a_report_in_time(text: str) -> None:
    content = text.encode("utf-8", "surrogatepass")
    quickly(lambda: check_card(content))


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(FILES), cards())
def test_any_text_in_any_file_gives_a_report_in_time(path: str, text: str) -> None:
    content = text.encode("utf-8", "surrogatepass")
    quickly(lambda: check_as(path, content))


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(FILES), st.binary(max_size=200), st.integers(1, 300))
def test_any_bytes_again_and_again_in_any_file_give_a_report_in_time(
    path: str, content: bytes, times: int
) -> None:
    quickly(lambda: check_as(path, (content * times)[: source.CARD_BYTES]))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_sound_files_with_a_part_cut_out_give_a_report(data: st.DataObject) -> None:
    sound = {each.within.as_posix(): each.text for each in OTHERS} | {CARD: SOUND_CARD}
    path = data.draw(st.sampled_from([each for each in FILES if each in sound]))
    start = data.draw(st.integers(0, len(sound[path])))
    end = data.draw(st.integers(start, len(sound[path])))
    changed = sound[path][:start] + sound[path][end:]
    quickly(lambda: check_as(path, changed.encode()))


# By name: each is one message, from one rule, whatever kind of file it is in.

_BOMB = "a: &a [x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 10)}]\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)
_MERGES = "a: &a {x: 1}\n" + "".join(
    f"k{n}: &k{n}\n  <<: [*{'k' + str(n - 1) if n else 'a'}, *a]\n" for n in range(100)
)
HOSTILE = {
    "alias bomb": (_BOMB, "yaml-anchor"),
    "merge keys": (_MERGES, "yaml-anchor"),
    "nested brackets": ("x: " + "[" * 10_000 + "]" * 10_000, "yaml-depth"),
    "nested braces": ("x: " + "{a: " * 10_000, "yaml-depth"),
    "nested dashes": ("x:\n  " + "- " * 10_000 + "y", "yaml-depth"),
    "utf-16": ("title: x".encode("utf-16"), "yaml-encoding"),
    "utf-16 without a mark": ("title: een lange titel".encode("utf-16-le"), "yaml-encoding"),
    "nul": (b"title: een\0titel", "yaml-character"),
    "lone surrogate as bytes": (b"title: \xed\xa0\x80", "yaml-encoding"),
    "lone surrogate as an escape": ('title: "\\ud800"', "yaml-syntax"),
    "right-to-left override": ("title: \u202exyz", "yaml-character"),
    "python object": ("title: !!python/object/apply:os.system [ls]", "yaml-tag"),
    "several documents": ("title: x\n---\ntitle: y\n", "yaml-documents"),
    "a list as a key": ("? [a, b]\n: c\n", "yaml-syntax"),
    "a mapping as a key": ("? {a: b}\n: c\n", "yaml-syntax"),
    "no mapping": ("[" + "a, " * 20_000 + "]", "yaml-root"),
}


@pytest.mark.parametrize("path", FILES)
@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_hostile_is_one_problem(name: str, path: str) -> None:
    content, rule = HOSTILE[name]
    made = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    report = quickly(lambda: check_as(path, made))
    here = [each.rule for each in report.diagnostics if each.path == f"learnings/{path}"]
    assert here == [rule]


def test_lines_that_end_as_on_windows_change_nothing() -> None:
    windows = check_card(card_with("side: nergens").replace("\n", "\r\n").encode())
    assert windows.diagnostics == check_card(card_with("side: nergens").encode()).diagnostics


@pytest.mark.parametrize("key", ["1", "~", "true", "2026-01-01", "''"])
def test_a_key_that_is_no_text_is_a_field_that_nobody_knows(key: str) -> None:
    assert [each.rule for each in check_card(card_with(f"{key}: x").encode()).diagnostics] == [
        "field-unknown"
    ]


MANY = {
    "unknown fields": "".join(f"k{number}:\n" for number in range(9000)),
    "unknown ids": "also: [" + "x, " * 20_000 + "]",
    "unknown tags": "tags: {phase: [" + ", ".join(f"x{number}" for number in range(8000)) + "]}",
    "unknown facets": "tags:\n" + "".join(f"  f{number}: [a]\n" for number in range(4500)),
    "one field again": "role: x\n" * 7900,
    "empty groups": "tries:\n" + "- {}\n" * 12_000,
    "links": "see_also: [" + "{card: a}," * 6000 + "]",
    "comments in values": "tries:\n" + "- {note: x #\n  }\n" * 3700,
}


# Large files: measured in a process of their own, so without the tracing of coverage.

MEASURE = """
import json, resource, sys
from pathlib import Path
from spreekkamer import texts
from spreekkamer.checking import check_folder

report = check_folder(Path(sys.argv[1]), "learnings", texts.load("nl"))
used = resource.getrusage(resource.RUSAGE_SELF)
rules = sorted({f"{each.path} {each.rule}" for each in report.diagnostics})
# The peak of this program alone; ru_maxrss begins with that of the process that started it.
peak = Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]
print(json.dumps([rules, used.ru_utime + used.ru_stime, int(peak) / 1024]))
"""


def measured(project: Project) -> tuple[list[str], float, float]:
    """Return the rules that find something, the seconds of CPU and the megabytes it takes."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(project.learnings)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    rules, seconds, megabytes = json.loads(done.stdout)
    return rules, seconds, megabytes


@pytest.mark.parametrize("name", MANY)
def test_a_card_of_the_largest_size_with_only_mistakes_is_told_of_in_time(
    name: str, project: Project
) -> None:
    content = card_with(MANY[name])
    assert len(content.encode()) <= source.CARD_BYTES
    project.write("cards/voorbeeld.yml", content)
    rules, seconds, _ = measured(project)
    assert rules
    # Python and our own modules take their part too.
    assert seconds < SECONDS + 1


MEGABYTE = 1024 * 1024
LARGE = {
    "50 megabytes": (CARD, b"#", 50 * MEGABYTE, "yaml-size"),
    "10 megabytes in a line": (CARD, b"title: " + b"x" * 999, 10 * MEGABYTE, "yaml-size"),
    "50 megabytes of sources": ("sources.yml", b"a: b\n", 50 * MEGABYTE, "yaml-size"),
    "50 megabytes of a dilemma": (DILEMMA, b"[", 50 * MEGABYTE, "yaml-size"),
    "50 megabytes of tags": (FACET, b"- ", 50 * MEGABYTE, "yaml-size"),
    "brackets up to the limit": ("sources.yml", b"[", 2 * MEGABYTE, "yaml-depth"),
    "a line up to the limit": ("words.yml", b"a b ", 2 * MEGABYTE, "yaml-root"),
}


@pytest.mark.parametrize("name", LARGE)
def test_a_large_file_takes_little_time_and_memory(name: str, project: Project) -> None:
    path, piece, size, rule = LARGE[name]
    project.write(path, (piece * (size // len(piece) + 1))[:size])
    rules, seconds, megabytes = measured(project)
    assert f"learnings/{path} {rule}" in rules
    # Python and our own modules take their part of both before a file is read.
    assert seconds < SECONDS + 1
    assert megabytes < MEGABYTES


# Files that change or go while they are read.


def before_it_is_read(monkeypatch: pytest.MonkeyPatch, act: Callable[[Path], object]) -> None:
    """Let `act` happen to each file after a look at it and before it is opened."""
    look = os.lstat

    def looked(path: str) -> os.stat_result:
        before = look(path)
        act(Path(path))
        return before

    monkeypatch.setattr(os, "lstat", looked)


@pytest.mark.parametrize("content", [b"", b"title: \xff", SOUND_CARD.encode() * 500])
def test_a_card_that_changes_while_it_is_read_is_no_crash(
    content: bytes, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def change(path: Path) -> None:
        if path.name == "voorbeeld.yml":
            path.write_bytes(content)

    before_it_is_read(monkeypatch, change)
    found = [each for each in in_project(project) if each.startswith(CARD)]
    expected = {b"": "yaml-root", b"title: \xff": "yaml-encoding"}.get(content, "yaml-size")
    assert [each.split()[1] for each in found] == [expected]


@pytest.mark.parametrize("path", [CARD, DILEMMA, FACET, "sources.yml"])
def test_a_file_that_goes_before_it_is_opened_is_one_problem(
    path: str, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def remove(file: Path) -> None:
        if file == project.learnings / path:
            file.unlink()

    before_it_is_read(monkeypatch, remove)
    here = [each for each in in_project(project) if each.startswith(f"{path} ")]
    assert here == [f"{path} id-unreadable 1:1-1"]


def test_files_that_come_change_and_go_all_the_time_are_no_crash(project: Project) -> None:
    stop = threading.Event()
    file = project.learnings / "cards/onrust.yml"

    def disturb() -> None:
        while not stop.is_set():
            for content in (SOUND_CARD.encode(), b"\xff", b"x" * 70_000, b""):
                file.write_bytes(content)
            file.unlink()
            stop.wait(0.001)

    thread = threading.Thread(target=disturb)
    thread.start()
    try:
        for _ in range(10):
            report = project.check()
            assert "voorbeeld" in report.library.cards
            assert len({each.rule for each in report.diagnostics if "onrust" in each.path}) <= 3
    finally:
        stop.set()
        thread.join()
