"""What a check found, in one short line per problem, and a check without a disk."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from unittest import mock

from conftest import SAMPLE, SIDES, TODAY, Project, card_with, is_judged
from spreekkamer import document, source, texts
from spreekkamer.checking import Report, check_sources
from spreekkamer.diagnostics import Diagnostic, Span
from spreekkamer.rules import Raised
from spreekkamer.source import Source

CARD = "cards/voorbeeld.yml"


def _collected(*folders: Path) -> tuple[Source, ...]:
    """Return the files of `folders`, the card of the sample apart."""
    found = {
        each.path: each
        for folder in folders
        for each in source.collect(folder / "learnings", "learnings", {})
    }
    return tuple(each for path, each in found.items() if path != f"learnings/{CARD}")


OTHERS = _collected(SAMPLE, SIDES)
# Where every side has a card nothing is judged. To find mistakes in form half of the files do.
_SAMPLE = frozenset(each.path for each in _collected(SAMPLE))
_FEW = tuple(each for each in OTHERS if each.path in {*_SAMPLE, "learnings/cards/trust.yml"})
# To read the same files for each test anew took a third of the time of a check.
_READ = {id(each): document.read(each) for each in OTHERS}
_read = document.read


def _read_once(each: Source) -> tuple[document.Document | None, tuple[Raised, ...]]:
    return _READ.get(id(each)) or _read(each)


def check_beside(content: bytes, path: str, others: tuple[Source, ...], language: str) -> Report:
    """Check `content`, without a disk, as the file at `path` of a collection of `others`."""
    made = source.from_bytes(content, f"learnings/{path}", PurePosixPath(path))
    with mock.patch.object(document, "read", _read_once):
        return check_sources([*others, made], texts.load(language), TODAY)


def check_card(content: bytes, language: str = "nl", others: tuple[Source, ...] = OTHERS) -> Report:
    """Check `content`, without a disk, in place of the card of the sample."""
    return check_beside(content, CARD, others, language)


def in_file(content: str | bytes) -> list[str]:
    """Return rule and place of every mistake in form that `content` has as a card.

    `ref-side 9:7-17`, for instance.
    """
    written = content if isinstance(content, bytes) else content.encode()
    report = check_card(written, others=_FEW)
    return [_line(each) for each in report.diagnostics if not is_judged(each)]


def on_card(fields: str) -> list[str]:
    """Return rule and place of every mistake in form of the sound card with `fields`."""
    return in_file(card_with(fields))


def judged(fields: str) -> list[str]:
    """Return rule and place of what is found in the texts of the sound card with `fields`."""
    report = check_card(card_with(fields).encode())
    return [_line(each) for each in report.diagnostics if is_judged(each)]


def everything(fields: str) -> list[str]:
    """Return rule and place of whatever is found on the sound card with `fields`."""
    return [_line(each) for each in check_card(card_with(fields).encode()).diagnostics]


def hint_on(fields: str) -> str:
    """Return the hint of the one problem of the sound card with `fields`."""
    problems = check_card(card_with(fields).encode()).diagnostics
    [problem] = [each for each in problems if not is_judged(each)] or problems
    return problem.hint


def in_project(project: Project) -> list[str]:
    """Return file, rule and place of every mistake in form: `cards/a.yml ref-side 9:7-17`."""
    return [f"{each.path.removeprefix('learnings/')} {_line(each)}" for each in project.problems()]


def _line(each: Diagnostic) -> str:
    return f"{each.rule} {stretch(each.span)}"


def stretch(span: Span) -> str:
    """Return `span` as `line:column-end`, or `line:column-line:end` over several lines."""
    start, end = span.start, span.end
    last = f"{end.column}" if start.line == end.line else f"{end.line}:{end.column}"
    return f"{start.line}:{start.column}-{last}"


def all_in_project(project: Project) -> list[str]:
    """Return file, rule and place of whatever is found."""
    return [
        f"{each.path.removeprefix('learnings/')} {_line(each)}"
        for each in project.check().diagnostics
    ]
