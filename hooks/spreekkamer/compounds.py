"""Dutch compounds and the words they are made of: loonkostensubsidie is loon, kosten, subsidie.

The parts come from OpenTaal's dictionary (`tools/compound_parts.py`) and from the texts that are
searched; `data/compounds.txt` holds what that gets wrong.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from spreekkamer.search_words import stem

_SHORTEST: Final = 4
_LINKS: Final = ("", "s", "en", "e")


@dataclass(frozen=True, slots=True)
class _Known:
    """The parts by word and by stem, and what is split by hand, never, or not like that."""

    parts: frozenset[str]
    stems: frozenset[str]
    by_hand: dict[str, tuple[str, ...]]
    no_heads: frozenset[str]
    no_tails: frozenset[str]


def _lines(name: str) -> list[str]:
    file = resources.files("spreekkamer") / "data" / name
    return file.read_text(encoding="utf-8").splitlines()


@cache
def _known() -> _Known:
    parts = set(_lines("compound_parts.txt"))
    by_hand: dict[str, tuple[str, ...]] = {}
    heads, tails = set[str](), set[str]()
    for line in _lines("compounds.txt"):
        if line.startswith("+"):
            parts.add(line.removeprefix("+").strip())
        elif line.startswith("-"):
            tails.update(line.replace("-", "").split())
        elif line.endswith("-"):
            heads.update(line.replace("-", "").split())
        elif line and not line.startswith("#"):
            word, _, made_of = line.partition("=")
            by_hand[word.strip()] = tuple(made_of.split())
    stems = frozenset(map(stem, parts))
    return _Known(frozenset(parts), stems, by_hand, frozenset(heads), frozenset(tails))


class Splitter:
    """Splits words; `own` are the words of the texts that are searched."""

    def __init__(self, own: Iterable[str] = ()) -> None:
        known = _known()
        telling = {each for each in own if len(each) > _SHORTEST and each.isalpha()}
        self._heads = (known.parts | telling) - known.no_heads
        self._tails = known.stems | set(map(stem, telling))
        self._whole = known.parts
        self._by_hand = known.by_hand
        self._no_tails = known.no_tails
        self._found: dict[str, tuple[str, ...]] = {}

    def parts(self, word: str) -> tuple[str, ...]:
        """Return the parts of a folded word, none if it is not a compound."""
        if word not in self._found:
            self._found[word] = self._split(word)
        return self._found[word]

    def _split(self, word: str) -> tuple[str, ...]:
        if word in self._by_hand:
            return self._by_hand[word]
        if not word.isalpha() or word in self._whole:
            return ()
        best: tuple[str, ...] = ()
        # The longest last part first: it says most of what the word is.
        for cut in range(3, len(word) - 2):
            tail = word[cut:]
            if not self._is_tail(tail):
                continue
            head = self._head(word[:cut])
            if head and (not best or len(head) + 1 < len(best)):
                best = (*head, tail)
        return best

    def _is_tail(self, tail: str) -> bool:
        if tail in self._no_tails:
            return False
        return tail in self._whole or (len(tail) >= _SHORTEST and stem(tail) in self._tails)

    def _head(self, head: str) -> tuple[str, ...]:
        for link in _LINKS:
            first = head.removesuffix(link)
            if head.endswith(link) and first in self._heads:
                return (first,)
        if head in self._by_hand:
            return self._by_hand[head]
        for cut in range(3, len(head) - 2):
            for link in _LINKS:
                last = head[cut:].removesuffix(link)
                if head.endswith(link) and last in self._heads and last not in self._no_tails:
                    first_parts = self._head(head[:cut])
                    if first_parts:
                        return (*first_parts, last)
        return ()
