"""Two own cards that share most of their words are probably one experience, told twice.

Words that few cards have are looked up first, so that no card is compared with all others
(prefix filtering: Bayardo, Ma and Srikant, Scaling Up All Pairs Similarity Search, 2007).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain, count
from math import ceil
from pathlib import PurePosixPath
from typing import Final

from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample

_SHARED: Final = 0.7
_WORDS_AT_LEAST: Final = 12
_COMPARED_AT_MOST: Final = 8
_FIELDS: Final = ("situation", "choice", "what_worked", "what_did_not_work")
_BETWEEN_WORDS: Final = ".,;:!?…-–—()[]\"'‘’“”„*"

SAME: Final = """\
situation: Een inwoner wilde snel werken, maar begreep de uitleg op de werkvloer nog niet goed.
choice: We spraken af dat eerst de taalles af moest, met een datum erbij.
what_worked: Ze begreep de werkbegeleider en bleef na de eerste maand.
"""
OTHER: Final = """\
situation: Iemand kon meteen beginnen in de schoonmaak, maar sprak de taal nog niet zo goed.
choice: Hij begon die week nog, en een collega van daar leerde hem elke dag tien woorden.
what_worked: Na twee maanden praatte hij mee in de pauze en vroeg hij zelf om een cursus.
"""

RULE = Rule(
    severity=Severity.WARNING,
    fails=Sample(
        "choice: We spraken af dat eerst de taalles helemaal af moest, met een datum erbij.",
        path="cards/zelfde.yml",
        beside={"cards/eerder.yml": SAME},
    ),
    passes=Sample(
        "choice: We spraken af dat eerst de taalles helemaal af moest, met een datum erbij.",
        path="cards/anders.yml",
        beside={"cards/eerder.yml": OTHER},
    ),
    spoils=False,
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    other = duplicates(collection).get(document.path)
    if other is not None:
        yield Finding((), {"other": PurePosixPath(other).stem}, involves=(other,))


@lru_cache(maxsize=1)
def duplicates(collection: Collection) -> dict[str, str]:
    """Return for each path of a card that repeats an earlier one the path of that one."""
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    own = [each for each in collection.of_kind("card") if _is_own(each)]
    # From here on a word is its number, as these are sorted and compared faster.
    cards = {each.path: (each.ident, _words(each.values, numbers)) for each in own}
    common = Counter(chain.from_iterable(words for _, words in cards.values()))
    by_rank = sorted(common, key=lambda word: (common[word], word))
    rank = {word: place for place, word in enumerate(by_rank)}
    by_word: dict[int, list[str]] = defaultdict(list)
    found: dict[str, str] = {}
    for path, (ident, words) in sorted(cards.items()):
        rarest = sorted(words, key=rank.__getitem__)
        # Texts that share enough have one of these in common; the commonest need no look.
        telling = rarest[: len(words) - ceil(_SHARED * len(words)) + 1]
        # Files of one name are the same card twice, which has a message of its own.
        alike = (
            each
            for each in _first_of(by_word[word] for word in telling)
            if cards[each][0] != ident and _alike(words, cards[each][1], telling)
        )
        if (other := next(alike, None)) is not None:
            found[path] = other
            continue
        for word in telling:
            if len(by_word[word]) < _COMPARED_AT_MOST:
                by_word[word].append(path)
    return found


def _first_of(paths: Iterable[list[str]]) -> list[str]:
    """Return the first different ones of `paths`, as many as are compared."""
    first: dict[str, None] = {}
    for each in paths:
        first.update(dict.fromkeys(each))
        if len(first) >= _COMPARED_AT_MOST:
            break
    return list(first)[:_COMPARED_AT_MOST]


def _alike(words: frozenset[int], others: frozenset[int], telling: list[int]) -> bool:
    if not _SHARED * len(words) <= len(others) <= len(words) / _SHARED:
        return False
    # Rounded down: what lies on the edge is counted below.
    needed = int(_SHARED * (len(words) + len(others)) / (1 + _SHARED))
    # Most often so many of the telling words are missing that the others need no look.
    if len(telling) - len(others.intersection(telling)) > len(words) - needed:
        return False
    shared = len(words & others)
    return shared >= _SHARED * (len(words) + len(others) - shared)


def _is_own(card: Document) -> bool:
    kind: str = card.values.get("kind", "practice")
    return kind == "practice"


def _words(values: Mapping[str, object], numbers: Mapping[str, int]) -> frozenset[int]:
    """Return the numbers of the words of a card, or none when they are too few to compare."""
    text = " ".join(str(values.get(field, "")) for field in _FIELDS)
    text = text.casefold()
    for sign in _BETWEEN_WORDS:
        text = text.replace(sign, " ")
    words = frozenset(map(numbers.__getitem__, text.split()))
    return words if len(words) >= _WORDS_AT_LEAST else frozenset()
