"""Searches texts with the patterns: one text, or very many at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from spreekkamer.privacy.checksums import CHECKSUMS
from spreekkamer.privacy.names import begins_sentence, names_in
from spreekkamer.privacy.patterns import Data, Pattern, data

COVER: Final = "\u2588"
"""Stands for each character that was found; no pattern matches it."""
_LOOKS_BACK: Final = 60


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """Something found at `start` to `end` in a text; `kind` names its rule without `privacy-`."""

    start: int
    end: int
    kind: str


def matches(pattern: Pattern, text: str, is_sentence: bool = True) -> Iterator[tuple[int, int]]:
    """Yield where `pattern` finds something in `text`; without sentences each capital counts."""
    place = 0
    while match := pattern.find.search(text, place):
        start, end = match.span(1)
        if pattern.checksum:
            end = start + CHECKSUMS[pattern.checksum](match[1], data().lengths)
        before = text[max(0, start - _LOOKS_BACK) : start]
        if pattern.unless_before and pattern.unless_before.search(before):
            end = end if pattern.names else start  # all of a row is no name then
        elif pattern.names:
            opens = is_sentence and begins_sentence(text, start)
            for first, last in names_in(match[1], opens, data().name_words):
                yield start + first, start + last
        elif end > start:
            yield start, end
        place = max(end, start + 1)


def plain(text: str) -> str:
    """Return `text` with plain characters for those that look like them, one for one."""
    if text.isascii():
        return text
    known = data()
    return known.odd.sub(lambda match: known.plain[match[0]], text)


_TOGETHER: Final = 16
"""At most so many texts are looked at as one: where one holds something, none is passed over."""
_CLEAN: Final[set[str]] = set()
"""Texts that were passed over lately, as nothing is found in them."""


def pass_over(groups: Iterable[Sequence[str]]) -> None:
    """See of many texts at once, as each card has a group of them, that they hold nothing.

    `hits` then takes next to no time for these, until this is called again.
    """
    few = (
        texts[start : start + _TOGETHER]
        for texts in groups
        for start in range(0, len(texts), _TOGETHER)
    )
    written = {tuple(map(plain, texts)): texts for texts in few}
    _CLEAN.clear()
    for clean in data().screen.left_alone(written):
        _CLEAN.update(written[tuple(clean)])


def hits(text: str) -> tuple[Hit, ...]:
    """Return what is found in `text`, in order and without overlap; the strongest rule wins."""
    return () if text in _CLEAN else _sought(text)


@lru_cache(maxsize=4096)
def _sought(text: str) -> tuple[Hit, ...]:
    return tuple(sorted(search(text, data())))


def search(text: str, known: Data) -> list[Hit]:
    """Return what the patterns in `known` find in `text`, as they come."""
    left = plain(text)
    number, candidates = -1, known.screen.candidates(left)
    hits: list[Hit] = []
    if not candidates:
        return hits
    for_words = len(known.patterns)
    while (number := next(filter(number.__lt__, candidates), for_words)) < for_words:
        pattern = known.patterns[number]
        if places := list(matches(pattern, left)):
            hits += (Hit(*place, pattern.kind) for place in places)
            left = covered(left, places)
            # What is covered may end a word or a date, which any pattern waited for.
            number, candidates = -1, known.screen.candidates(left)
    if for_words in candidates:
        for match in known.word.finditer(left):
            word = match[0].lower()
            about = known.words.get(word) or known.words.get(word.partition("-")[0])
            start, end = match.span()
            if about and about.told(left[max(0, start - _LOOKS_BACK) : start], left[end:]):
                hits.append(Hit(start, end, about.kind))
    return hits


def covered(text: str, places: Iterable[tuple[int, int]]) -> str:
    """Return `text` with what stands at `places`, which are in order, covered."""
    pieces, last = list[str](), 0
    for start, end in places:
        pieces += (text[last:start], COVER * (end - start))
        last = end
    return "".join((*pieces, text[last:]))
