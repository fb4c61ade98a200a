"""The report for a reviewer, in Markdown: the problems, and the cards that were asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

from spreekkamer import privacy
from spreekkamer.checking import Overruled, Report
from spreekkamer.diagnostics import Diagnostic
from spreekkamer.reporting import text
from spreekkamer.reporting.card_summary import CardWriter
from spreekkamer.reporting.defusing import defused
from spreekkamer.reporting.markdown import code, escaped
from spreekkamer.reporting.material import PRIVACY, Material

_BYTES_AT_MOST: Final = 900_000
"""GitHub refuses a summary of more than 1 MiB, and other steps may add to it."""
_FOR_PROBLEMS: Final = 300_000
_Subject = TypeVar("_Subject")


def render(material: Material, report: Report, named: Sequence[str]) -> str:
    """Return the summary, with the cards at the paths `named`.

    A card with anything private is not shown, nor is one with an error.
    """
    texts = material.texts
    parts = [f"## {texts('summary.heading')}", escaped(text.summary(material))]
    problems, left = _fitting(
        material.by_weight, lambda each: _problem(each, material), _FOR_PROBLEMS
    )
    if problems:
        parts += [f"### {texts('summary.problems')}", "\n".join(problems)]
    if left:
        parts.append(texts.count("summary.left-problems", left))
    room = _BYTES_AT_MOST - len("\n\n".join(parts).encode("utf-8", "backslashreplace"))
    cards, left = _fitting(sorted(named), _Cards(material, report).render, room)
    parts += cards
    if left:
        parts.append(texts.count("summary.left-cards", left))
    return defused("\n\n".join(parts)) + "\n\n"


def _fitting(
    subjects: Sequence[_Subject], render: Callable[[_Subject], str], room: int
) -> tuple[list[str], int]:
    """Return the first of `subjects`, rendered, that fit in `room` bytes, and how many do not."""
    shown = list[str]()
    for each in subjects:
        block = render(each)
        room -= len(block.encode("utf-8", "backslashreplace")) + 2
        if room < 0:
            break
        shown.append(block)
    return shown, len(subjects) - len(shown)


def _problem(diagnostic: Diagnostic, material: Material) -> str:
    start, texts = diagnostic.span.start, material.texts
    place = f"{diagnostic.path}:{start.line}:{start.column}"
    severity = texts(f"summary.{diagnostic.severity.value}")
    lines = [
        f"- **{severity}** {code(place)} {escaped(diagnostic.message)} ({code(diagnostic.rule)})",
        *([escaped(diagnostic.hint)] if diagnostic.hint else []),
        _more(diagnostic.rule, material),
    ]
    return "  \n  ".join(lines)


def _more(rule: str, material: Material) -> str:
    place = material.more(rule)
    shown = f"<{place}>" if material.site else code(place)
    return material.texts("check.more", place=shown)


class _Cards:
    """The cards of a report, to look each up by its path."""

    def __init__(self, material: Material, report: Report) -> None:
        self._material = material
        self._writer = CardWriter(report.library, material.texts)
        self._cards = {each.path: each for each in report.library.cards.values()}
        self._faulty = report.faulty
        self._private = {each.path for each in report.diagnostics if each.rule.startswith(PRIVACY)}
        self._overruled: dict[str, list[Overruled]] = {}
        for each in report.overruled:
            self._overruled.setdefault(each.path, []).append(each)

    def render(self, path: str) -> str:
        """Return the card at `path`, or why it is not shown."""
        texts, shown = self._material.texts, code(privacy.masked_path(path))
        if path in self._private:
            return f"### {shown}\n\n{texts('summary.private')}"
        if path in self._faulty:
            return f"### {shown}\n\n{texts('summary.faulty')}"
        if (card := self._cards.get(path)) is None:
            return f"### {shown}\n\n{texts('summary.elsewhere')}"
        title = f"### {escaped(card.title)}\n\n{shown}"
        reasons = "\n".join(_overruled(self._overruled.get(path, ()), self._material))
        return "\n\n".join(filter(None, (title, self._writer.write(card), reasons)))


def _overruled(overruled: Sequence[Overruled], material: Material) -> Iterator[str]:
    if overruled:
        yield f"#### {material.texts('summary.overruled')}\n"
    for each in overruled:
        because = escaped(privacy.masked(each.because))
        yield f"- **{escaped(material.title(each.rule))}** {because}"
