"""Tells in one walk through a text which of many patterns may find something in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Final

import re2  # type: ignore[import-untyped]  # it has no stubs

_BEHIND: Final = ("(?=", "(?!")
_TOKEN: Final = re.compile(r"\\u[0-9A-Fa-f]{4}|\\.|\[\^?(?:\\.|[^\]\\])*\]|[^\\\[()]+|.", re.DOTALL)
_CODE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})")
_TIMES: Final = re.compile(r"\{([0-9]+),([0-9]+)\}")
_COUNTED_UP_TO: Final = 3
_BYTES_AT_MOST: Final = 16 * 2**20


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

    RE2 walks through a text once for all patterns of a set, in time that is linear in the text.
    """

    def __init__(self, patterns: Sequence[tuple[str, int]]) -> None:
        self._patterns = patterns

    @cached_property
    def _set(self) -> re2.Set:
        options = re2.Options()
        options.max_mem = _BYTES_AT_MOST
        together = re2.Set.SearchSet(options)
        for pattern, flags in self._patterns:
            together.Add(("(?i)" if flags & re.IGNORECASE else "") + loosened(pattern))
        together.Compile()
        return together

    def candidates(self, text: str) -> Sequence[int]:
        """Return in order the numbers of the patterns that may find something in `text`.

        Those that are left out find nothing.
        """
        try:
            content = text.encode()
        except UnicodeEncodeError:  # a lone surrogate, in the name of a file
            return range(len(self._patterns))
        return sorted(self._set.Match(content) or ())
