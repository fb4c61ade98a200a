"""Tells in a few walks through a text which of many patterns may find something in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Final

import re2  # type: ignore[import-untyped]  # it has no stubs

_BEHIND: Final = ("(?=", "(?!")
_TOKEN: Final = re.compile(r"\\u[0-9A-Fa-f]{4}|\\.|\[\^?(?:\\.|[^\]\\])*\]|[^\\\[()]+|.", re.DOTALL)
_CODE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})")
_TIMES: Final = re.compile(r"\{([0-9]+),([0-9]+)\}")
_COUNTED_UP_TO: Final = 3
_BYTES_AT_MOST: Final = 16 * 2**20
_TOGETHER: Final = 18
"""How many patterns one walk looks for: RE2 makes a state for each way they get along together."""


def loosened(pattern: str) -> str:
    """Return `pattern` as RE2 takes it, so that it matches wherever `pattern` does, or more often.

    What has to follow is left out, as RE2 cannot look ahead, and high numbers of repetitions have
    no upper limit, as each would be a state of its own. `pattern` looks ahead only, and keeps to
    what Python and JavaScript share.
    """
    kept: list[str] = []
    # How deep each open bracket is that only looks ahead; what stands in it is left out.
    depth, ahead = 0, 0
    for token in _TOKEN.finditer(pattern):
        text = token[0]
        if text == "(":
            depth += 1
            if not ahead and pattern.startswith(_BEHIND, token.start()):
                ahead = depth
        if not ahead:
            kept.append(text)
        if text == ")":
            ahead = 0 if ahead == depth else ahead
            depth -= 1
    return _TIMES.sub(_times, _CODE.sub(r"\\x{\1}", "".join(kept)))


def _times(match: re.Match[str]) -> str:
    least, most = int(match[1]), int(match[2])
    if most <= _COUNTED_UP_TO:
        return match[0]
    return {0: "*", 1: "+"}.get(least, f"{{{least},}}")


class Screen:
    """Patterns, each a text that Python compiles with the flags beside it, to look for together.

    RE2 walks through a text once for each set of patterns, in time that is linear in the text.
    Over one set of all 46 the check of 1,000 cards spent a third of its time on making states.
    """

    def __init__(self, patterns: Sequence[tuple[str, int]]) -> None:
        self._patterns = patterns

    @cached_property
    def _sets(self) -> tuple[tuple[int, Callable[[bytes], list[int] | None]], ...]:
        """What looks for each set, with the number of its first pattern."""
        firsts = range(0, len(self._patterns), _TOGETHER)
        return tuple((at, _set(self._patterns[at : at + _TOGETHER]).Match) for at in firsts)

    def candidates(self, text: str) -> Sequence[int]:
        """Return in order the numbers of the patterns that may find something in `text`.

        Those that are left out find nothing.
        """
        try:
            content = text.encode()
        except UnicodeEncodeError:  # a lone surrogate, in the name of a file
            return range(len(self._patterns))
        found: list[int] = []
        for first, match in self._sets:
            if numbers := match(content):
                found += [first + number for number in numbers]
        return sorted(found)


def _set(patterns: Iterable[tuple[str, int]]) -> re2.Set:
    options = re2.Options()
    options.max_mem = _BYTES_AT_MOST
    together = re2.Set.SearchSet(options)
    for pattern, flags in patterns:
        together.Add(("(?i)" if flags & re.IGNORECASE else "") + loosened(pattern))
    together.Compile()
    return together
