"""Servers show ten problems of each level: the worst come first, the last counts the rest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spreekkamer.diagnostics import Diagnostic, Severity
from spreekkamer.reporting.material import Material

AT_MOST: Final = 10


def limited(material: Material) -> Iterator[tuple[Severity, Diagnostic | str]]:
    """Yield the problems that a server shows, with the level they are shown at.

    Where there are more, the tenth of a level is a sentence on how many and where they are.
    """
    for severity in Severity:
        found = [each for each in material.by_weight if each.severity is severity]
        all_fit = len(found) <= AT_MOST
        for diagnostic in found if all_fit else found[: AT_MOST - 1]:
            yield severity, diagnostic
        if not all_fit:
            left = len(found) - AT_MOST + 1
            yield severity, material.texts.count(f"check.left-{severity.value}s", left)
