"""The report for a reviewer, in Markdown: the problems, and the cards that were asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

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


def render(material: Material, report: Report, named: Sequence[str]) -> str:
    """Return the summary, with the cards at the paths `named`.

    A card with anything private is not shown, nor is one with an error.
    """
    texts = material.texts
    parts = [f"## {texts('summary.heading')}", escaped(text.summary(material))]
    problems, left = _fitting(
        (_problem(each, material) for each in material.by_weight), _FOR_PROBLEMS
    )
    if problems:
        parts += [f"### {texts('summary.problems')}", "\n".join(problems)]
    if left:
        parts.append(texts.count("summary.left-problems", left))
    room = _BYTES_AT_MOST - len("\n\n".join(parts).encode("utf-8", "backslashreplace"))
    cards, left = _fitting((_card(path, material, report) for path in sorted(named)), room)
    parts += cards
    if left:
        parts.append(texts.count("summary.left-cards", left))
    return defused("\n\n".join(parts)) + "\n\n"


def _fitting(blocks: Iterable[str], room: int) -> tuple[list[str], int]:
    """Return the first of `blocks` that fit in `room` bytes, and how many are left out."""
    shown, left = list[str](), 0
    for each in blocks:
        room -= len(each.encode("utf-8", "backslashreplace")) + 2
        if room < 0 or left:
            left += 1
        else:
            shown.append(each)
    return shown, left


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


def _card(path: str, material: Material, report: Report) -> str:
    texts, found = material.texts, [each for each in report.diagnostics if each.path == path]
    card = next((each for each in report.library.cards.values() if each.path == path), None)
    shown = code(privacy.masked_path(path))
    overruled = [each for each in report.overruled if each.path == path]
    reasons = "\n".join(_overruled(overruled, material))
    if any(each.rule.startswith(PRIVACY) for each in found):
        return f"### {shown}\n\n{texts('summary.private')}"
    if path in report.faulty:
        return f"### {shown}\n\n{texts('summary.faulty')}"
    if card is None:
        return f"### {shown}\n\n{texts('summary.elsewhere')}"
    title = f"### {escaped(card.title)}\n\n{shown}"
    written = CardWriter(report.library, texts).write(card)
    return "\n\n".join(filter(None, (title, written, reasons)))


def _overruled(overruled: Sequence[Overruled], material: Material) -> Iterator[str]:
    if overruled:
        yield f"#### {material.texts('summary.overruled')}\n"
    for each in overruled:
        because = escaped(privacy.masked(each.because))
        yield f"- **{escaped(material.title(each.rule))}** {because}"
