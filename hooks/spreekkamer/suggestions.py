"""The nearest of the allowed names to what somebody typed."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Final

_COMPARED: Final = 60
_NEAR: Final = 0.6


def nearest(value: str, choices: Mapping[str, tuple[str, ...]]) -> str | None:
    """Return the name in `choices` that `value` most probably stands for, or None.

    `choices` has, for each name, other words for it: labels in both languages, synonyms.
    """
    typed = value[:_COMPARED].casefold()
    words = {other.casefold(): name for name, others in choices.items() for other in others}
    words |= {name.casefold(): name for name in choices}
    found = get_close_matches(typed, words, n=1, cutoff=_NEAR)
    return words[found[0]] if found else None
