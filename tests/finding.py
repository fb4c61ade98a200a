"""What a check found, in one short line per problem, and a check without a disk."""

from __future__ import annotations

from pathlib import PurePosixPath

from conftest import SAMPLE, Project, card_with
from spreekkamer import source, texts
from spreekkamer.checking import Report, check_sources
from spreekkamer.diagnostics import Diagnostic, Span

_CARD = "learnings/cards/voorbeeld.yml"
OTHERS = tuple(
    each for each in source.collect(SAMPLE / "learnings", "learnings", {}) if each.path != _CARD
)


def check_card(content: bytes, language: str = "nl") -> Report:
    """Check `content`, without a disk, in place of the card of the sample."""
    card = source.from_bytes(content, _CARD, PurePosixPath("cards/voorbeeld.yml"))
    return check_sources([*OTHERS, card], texts.load(language))


def in_file(content: str | bytes) -> list[str]:
    """Return rule and place of every problem that `content` has as a card: `ref-side 9:7-17`."""
    report = check_card(content if isinstance(content, bytes) else content.encode())
    return [_line(each) for each in report.diagnostics]


def on_card(fields: str) -> list[str]:
    """Return rule and place of every problem of the sound card with `fields`."""
    return in_file(card_with(fields))


def hint_on(fields: str) -> str:
    """Return the hint of the one problem of the sound card with `fields`."""
    [problem] = check_card(card_with(fields).encode()).diagnostics
    return problem.hint


def in_project(project: Project) -> list[str]:
    """Return file, rule and place of every problem: `cards/a.yml ref-side 9:7-17`."""
    return [f"{each.path.removeprefix('learnings/')} {_line(each)}" for each in project.problems()]


def _line(each: Diagnostic) -> str:
    return f"{each.rule} {stretch(each.span)}"


def stretch(span: Span) -> str:
    """Return `span` as `line:column-end`, or `line:column-line:end` over several lines."""
    start, end = span.start, span.end
    last = f"{end.column}" if start.line == end.line else f"{end.line}:{end.column}"
    return f"{start.line}:{start.column}-{last}"
