"""Compares the CPU time of the check over few and over many cards, and of its families."""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from collections_of_cards import invent

from spreekkamer import checking, checks, texts
from spreekkamer.checking import Report, check_folder
from spreekkamer.checks import NamedRule
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.privacy import searching
from spreekkamer.rules import Finding

NUMBERS = (1_000, 10_000)
TIMES = 3


def measure(learnings: Path) -> tuple[float, Report]:
    """Return the seconds of CPU that checking `learnings` takes, reading included."""
    searching._sought.cache_clear()
    start = time.process_time()
    report = check_folder(learnings, "learnings", texts.load("nl"))
    return time.process_time() - start, report


def family_times(learnings: Path) -> Counter[str]:
    """Return the seconds of CPU that the rules of each family take.

    What is private is looked for once, in many files together, before the rules that tell of it.
    """
    spent: Counter[str] = Counter()

    def timed(named: NamedRule) -> NamedRule:
        def check(document: Document, collection: Collection) -> Iterator[Finding]:
            assert named.check is not None
            start = time.process_time()
            found = list(named.check(document, collection))
            spent[named.family] += time.process_time() - start
            yield from found

        values = (named.name, named.family, named.stage, named.rule, check, named.doc)
        return NamedRule(*values)

    def look(files: Sequence[Document]) -> None:
        start = time.process_time()
        find_private(files)
        spent[checks.PRIVACY] += time.process_time() - start

    plain, find_private = checks.of_stage, checking.find_private
    stages = {stage: tuple(map(timed, plain(stage))) for stage in range(3)}
    checks.of_stage, checking.find_private = stages.__getitem__, look
    try:
        measure(learnings)
    finally:
        checks.of_stage, checking.find_private = plain, find_private
    return spent


def main() -> None:
    """Print the time per card for each number of cards, their ratio, and that of the families."""
    per_card = {}
    with tempfile.TemporaryDirectory() as folder:
        for number in NUMBERS:
            learnings = invent(Path(folder) / str(number), number)
            runs = [measure(learnings) for _ in range(TIMES)]
            seconds = min(seconds for seconds, _ in runs)
            per_card[number] = seconds / number
            found = Counter(each.rule for each in runs[0][1].diagnostics)
            print(f"{number:6} cards: {seconds:6.2f} s, {per_card[number] * 1000:.2f} ms per card")
            print(f"{'':6} problems: {found.total()} of {len(found)} rules")
        few, many = per_card.values()
        print(f"time per card, many against few: {many / few:.2f}")
        spent = family_times(Path(folder) / str(NUMBERS[0]))
    for family, seconds in spent.most_common():
        print(f"{family:8} {seconds / spent.total():6.1%} of the time of all rules")


if __name__ == "__main__":
    main()
