"""Tells in a few walks through a text which of many patterns may find something in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, Final, NamedTuple

import re2  # type: ignore[import-untyped]  # it has no stubs

_BEHIND: Final = ("(?=", "(?!")
_TOKEN: Final = re.compile(r"\\u[0-9A-Fa-f]{4}|\\.|\[\^?(?:\\.|[^\]\\])*\]|[^\\\[()]+|.", re.DOTALL)
_CODE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})")
_TIMES: Final = re.compile(r"\{([0-9]+),([0-9]+)\}")
_COUNTED_UP_TO: Final = 10
_BYTES_OF_A_SET: Final = 16 * 2**20
_BYTES_OF_ONE: Final = 2**20
_COUNTED_THROUGH: Final = 5_000
"""The longest text in which RE2's Python counts characters from its beginning for each search."""
_FIGURES: Final = b"0123456789"
_APART: Final = "\n\u2588\n".encode()
"""What no pattern finds a part of, though each may begin behind it and end before it."""
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


_Set = tuple[Sequence[int], Callable[[bytes], list[int] | None]]
"""The numbers of some patterns, and what tells which of them may match."""


class Sought(NamedTuple):
    """A pattern with its flags, as Python compiles it.

    `in_figures` tells that all it finds holds a figure, so that most texts need no look.
    """

    source: str
    flags: int = 0
    in_figures: bool = False


class Screen:
    """Patterns to look for together.

    RE2 walks through a text once for each set of patterns, in time that is linear in the text.
    Over one set of all the check of 1,000 cards spent a third of its time on making states.
    """

    def __init__(self, patterns: Iterable[Sought]) -> None:
        self._patterns = tuple(patterns)

    @cached_property
    def _in_words(self) -> Sequence[_Set]:
        return self._sets(in_figures=False)

    @cached_property
    def _in_figures(self) -> Sequence[_Set]:
        return self._sets(in_figures=True)

    @cached_property
    def _in_all(self) -> Sequence[_Set]:
        return (*self._in_words, *self._in_figures)

    def _sets(self, *, in_figures: bool) -> Sequence[_Set]:
        some = [at for at, each in enumerate(self._patterns) if each.in_figures is in_figures]
        parts = (some[at : at + _TOGETHER] for at in range(0, len(some), _TOGETHER))
        return [(part, _set(self._patterns[at] for at in part).Match) for part in parts]

    def candidates(self, text: str) -> Sequence[int]:
        """Return in order the numbers of the patterns that may find something in `text`.

        Those that are left out find nothing.
        """
        try:
            content = text.encode()
        except UnicodeEncodeError:  # a lone surrogate, in the name of a file
            return range(len(self._patterns))
        sets = self._in_all if self._in_figures and _has_figure(content) else self._in_words
        found = [numbers[place] for numbers, match in sets for place in match(content) or ()]
        return sorted(found)

    def left_alone(self, groups: Iterable[Sequence[str]]) -> Iterator[Sequence[str]]:
        """Yield groups of texts in which no pattern finds anything; of some that is not seen.

        It takes a third of the time of a look at each text: to begin with one takes as long as to
        walk through some lines, and the states of a set stay near when it is done with all. A
        pattern may ask for the beginning of a text only together with a sign that is no letter.
        """
        left = [joined for group in groups if (joined := _joined(group))]
        for _, match in self._in_words:
            left = [each for each in left if not match(each.whole)]
        for _, match in self._in_figures:
            left = [each for each in left if not (each.figures and match(each.figures))]
        return (each.texts for each in left)


class _Joined(NamedTuple):
    """Texts, all of them as one, and those with a figure as one."""

    texts: Sequence[str]
    whole: bytes
    figures: bytes


def _joined(texts: Sequence[str]) -> _Joined | None:
    """Return `texts` to walk through at once; None when there is a lone surrogate in one."""
    try:
        contents = [text.encode() for text in texts]
    except UnicodeEncodeError:
        return None
    figures = _APART.join([each for each in contents if _has_figure(each)])
    return _Joined(texts, _APART.join(contents), figures)


def _has_figure(content: bytes) -> bool:
    return len(content.translate(None, _FIGURES)) < len(content)


class Finder:
    """One pattern, to search for with what Python finds and in the time that RE2 takes.

    Python tries it at each character; RE2 tells where a look is worth it.
    """

    def __init__(self, sought: Sought) -> None:
        self._sought = sought

    @cached_property
    def _exact(self) -> re.Pattern[str]:
        return re.compile(self._sought.source, self._sought.flags)

    @cached_property
    def _loose(self) -> Any:
        return re2.compile(_for_re2(self._sought), _options(_BYTES_OF_ONE))

    def search(self, text: str, start: int) -> re.Match[str] | None:
        """Return the first match in `text` from `start` on."""
        if len(text) > _COUNTED_THROUGH:
            return self._exact.search(text, start)
        try:
            place = self._loose.search(text, start)
        except UnicodeEncodeError:  # a lone surrogate
            return self._exact.search(text, start)
        return self._exact.search(text, place.start()) if place else None


def _options(most: int) -> Any:
    """Return how RE2 is to search, with at most so many bytes for the states it makes."""
    options = re2.Options()
    options.max_mem = most
    options.never_capture = True
    return options


def _for_re2(sought: Sought) -> str:
    return ("(?i)" if sought.flags & re.IGNORECASE else "") + loosened(sought.source)


def _set(patterns: Iterable[Sought]) -> re2.Set:
    together = re2.Set.SearchSet(_options(_BYTES_OF_A_SET))
    for each in patterns:
        together.Add(_for_re2(each))
    together.Compile()
    return together
