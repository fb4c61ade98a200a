"""Large collections for benchmarks, copied from the cards of this checkout."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).parent.parent


def grow(target: Path, number: int) -> Path:
    """Copy `learnings/` to `target` with `number` cards more; return the folder."""
    shutil.copytree(ROOT / "learnings", target)
    cards = sorted((ROOT / "learnings/cards").glob("*.yml"))
    for count in range(number):
        card = cards[count % len(cards)]
        name = f"{card.stem[:40].strip('-')}-copy-{count}.yml"
        (target / "cards" / name).write_bytes(card.read_bytes())
    return target
