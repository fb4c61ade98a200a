"""The nearest of the allowed names to what somebody typed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Final

_COMPARED: Final = 60
_NEAR: Final = 0.6
_NEARER: Final = 0.75
_SHORT: Final = 6
_NOT: Final = re.compile(
    "(?:^|[^a-z])(?:niet|geen|not|non?|(?:did|do|does|was|had|has|could)n['’]?t)(?![a-z])"
)
_FIGURE: Final = re.compile("[0-9]")
# A bullet or a number before a word and a comma or a quotation mark behind it are no part of it.
_SIGNS: Final = re.compile(r"^(?:[0-9]{1,2}[.)]\s+|[^\w])+|[^\w]+$")
# Who gives the file of a card, or the address of its page, means the card.
_PATH: Final = re.compile(
    r"^(?:https?://[^\s]*/|(?:[.]{0,2}/)?(?:learnings/)?(?:cards|dilemmas|tags)/)(?=[^/\s])"
    r"|/$|\.(?:yml|yaml|html)/?$"
)
_APART: Final = re.compile(r"[,;/+&|•]|\s(?:en|of|and|or)\s")


def nearest(value: str, choices: Mapping[str, tuple[str, ...]]) -> str | None:
    """Return the name in `choices` that `value` most probably stands for, or None.

    `choices` has, for each name, other words for it: labels in both languages, synonyms. Such a
    word, and a short name, has to be nearer than a name: among hundreds of words one is always
    alike. What says "not" is never taken for what does not, nor two things for one, and what
    stands in words for several names for none of them.
    """
    typed = _SIGNS.sub("", _PATH.sub("", value)[:_COMPARED].casefold())
    words = _words(choices)
    if typed in words:
        return words[typed]
    holding = {word for word in words if len(typed) >= _SHORT and typed in word}
    if len({words[word] for word in holding}) > 1:
        holding = set()
    rated = ((_likeness(typed, word, word in choices, word in holding), word) for word in words)
    best, word = max(rated, default=(0.0, ""))
    return words[word] if best else None


def several_in(value: str, choices: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the names in `choices` that stand beside each other in `value`, if all of it is such.

    Here too words for a name count, but each has to be written right.
    """
    words = _words(choices)
    typed = value.casefold()
    if typed in words or len(typed) > _COMPARED:
        return ()
    parts = [part for each in _APART.split(typed) if (part := each.strip())]
    found = [words.get(part) for part in (parts if len(parts) > 1 else typed.split())]
    names = tuple(dict.fromkeys(name for name in found if name))
    return names if len(names) > 1 and None not in found else ()


def _words(choices: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return the names, and the other words for them, each with its name."""
    words = {other.casefold(): name for name, others in choices.items() for other in others}
    return words | {name.casefold(): name for name in choices}


def _likeness(typed: str, word: str, is_name: bool, part: bool) -> float:
    """Return how much alike two words are, from 0 to 1; 0 when that is not enough.

    With `part` one stands in the other. Other figures are of another year, or another thing.
    """
    if bool(_NOT.search(typed)) is not bool(_NOT.search(word)) or typed in _denied(word):
        return 0
    if _APART.search(typed) and not _APART.search(word):
        return 0  # it would take the place of two
    figures, others = (sorted(_FIGURE.findall(each)) for each in (typed, word))
    if figures and others and figures != others:
        return 0
    least = _NEAR if part or (is_name and len(word) >= _SHORT) else _NEARER
    if not (part or is_name or typed[:1] == word[:1]):
        return 0
    matcher = SequenceMatcher(None, typed, word)
    enough = matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least
    ratio = matcher.ratio() if enough else 0
    return ratio if ratio >= least else 0


def _denied(word: str) -> tuple[str, ...]:
    return (f"un{word}", f"in{word}", f"on{word}")
