"""Compares the CPU time of the check over few and over many cards."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from collections_of_cards import grow

from spreekkamer import texts
from spreekkamer.checking import check_folder

NUMBERS = (1_000, 4_000)


def measure(number: int) -> float:
    """Return the seconds of CPU that checking `number` cards takes, reading included."""
    with tempfile.TemporaryDirectory() as folder:
        learnings = grow(Path(folder) / "learnings", number)
        start = time.process_time()
        check_folder(learnings, "learnings", texts.load("nl"))
        return time.process_time() - start


def main() -> None:
    """Print the time per card for each number of cards, and their ratio."""
    per_card = {number: measure(number) / number for number in NUMBERS}
    for number, seconds in per_card.items():
        print(f"{number:6} cards: {seconds * number:6.2f} s, {seconds * 1000:.2f} ms per card")
    few, many = per_card.values()
    print(f"time per card, many against few: {many / few:.2f}")


if __name__ == "__main__":
    main()
