"""Finds names in ids, which have no capitals to know them by: `mevrouw-jansen-belt`.

After a title a name is told by its prefix, by being a common one or by its ending, as most words
that follow a title are verbs. Names that are rare and bare are missed, so that few others are hit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from spreekkamer.privacy.patterns import raw

_WORD: Final = re.compile("[^-_ .]+")
_TAKES_NOUNS: Final = frozenset(("familie", "fam"))
_SHORTEST: Final = 5
_PREFIXES_AT_MOST: Final = 3


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in raw()["id_names"].items()}


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(_lists()["endings"]))


@cache
def _title() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_lists()["titles"]))))


def places(ident: str) -> Iterator[tuple[int, int]]:
    """Yield where in `ident`, or a part of a path, a title with a name stands."""
    lists, lower = _lists(), ident.lower()
    if not _title().search(lower):
        return
    words = list(_WORD.finditer(lower))
    for number, word in enumerate(words):
        if word[0] in lists["titles"] and (length := _name_length(word[0], words[number + 1 :])):
            yield word.start(), words[number + length].end()


def _name_length(title: str, after: list[re.Match[str]]) -> int:
    """Return how many words `after` a title are a name with its prefixes, 0 if it is none."""
    lists = _lists()
    prefixes: list[str] = []
    initials = 0
    for word in after:
        if len(word[0]) == 1 and word[0] not in lists["prefixes"] and not prefixes and not initials:
            initials = 1
            continue
        if word[0] not in lists["prefixes"] or len(prefixes) == _PREFIXES_AT_MOST:
            named = _is_name(word[0], title, " ".join(prefixes))
            return initials + len(prefixes) + 1 if named else 0
        prefixes.append(word[0])
    return 0


def ends_in_surname(row: str) -> bool:
    """Return whether a row of capitalised words ends in a common surname, or in what looks it."""
    *before, last = row.lower().split()
    prefixes = [word for word in before if word in _lists()["prefixes"]]
    return _is_name(last, "", " ".join(prefixes))


def _is_name(word: str, title: str, prefix: str) -> bool:
    lists = _lists()
    if word in lists["surnames"] or prefix in lists["strong"]:
        return True
    ends = len(word) >= _SHORTEST and word.endswith(_endings()) and word not in lists["no_names"]
    return ends and title not in _TAKES_NOUNS
