"""What a check found, in one short line per problem, and a check without a disk."""

from __future__ import annotations

from pathlib import PurePosixPath

from conftest import SAMPLE, SIDES, TODAY, Project, card_with, is_judged
from spreekkamer import source, texts
from spreekkamer.checking import Report, check_sources
from spreekkamer.diagnostics import Diagnostic, Span

_CARD = "learnings/cards/voorbeeld.yml"
_SOURCES = {
    each.path: each
    for folder in (SAMPLE, SIDES)
    for each in source.collect(folder / "learnings", "learnings", {})
}
OTHERS = tuple(each for path, each in _SOURCES.items() if path != _CARD)


def check_card(content: bytes, language: str = "nl") -> Report:
    """Check `content`, without a disk, in place of the card of the sample."""
    card = source.from_bytes(content, _CARD, PurePosixPath("cards/voorbeeld.yml"))
    return check_sources([*OTHERS, card], texts.load(language), TODAY)


def in_file(content: str | bytes) -> list[str]:
    """Return rule and place of every mistake in form that `content` has as a card.

    `ref-side 9:7-17`, for instance.
    """
    report = check_card(content if isinstance(content, bytes) else content.encode())
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
