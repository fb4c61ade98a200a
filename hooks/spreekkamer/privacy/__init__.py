"""Finds what may lead back to a person, by the patterns that the browser uses too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from string import ascii_lowercase, ascii_uppercase
from typing import Final

from spreekkamer.privacy import id_names, id_plates
from spreekkamer.privacy.patterns import data
from spreekkamer.privacy.searching import (
    COVER,
    Hit,
    covered,
    hits,
    matches,
    pass_over,
    plain,
    search,
)

__all__ = [
    "COVER",
    "OPENING",
    "Hit",
    "data",
    "hits",
    "masked",
    "masked_path",
    "masked_value",
    "name_places",
    "other_offsets",
    "pass_over",
    "secrets",
    "streets",
    "tells",
    "without_secrets",
]

_DIGIT: Final = re.compile("[0-9]")
_CAPITALS: Final = str.maketrans(ascii_lowercase, ascii_uppercase)
_GROUP: Final = re.compile("[0-9A-Z]+")
_GROUPS_AT_LEAST: Final = {"address": 2, "plate": 3}
_STREET: Final = re.compile(
    r"\b(?!onderweg|werkplein|marktplein)[a-z]{2,30}"
    "(?:weg|plein|kade|hof|dijk|pad|park|wal|markt|haven|brink) [1-9]"
)
_JOINED: Final = str.maketrans("-_@", "   ")
_RECOGNISED_BY: Final = frozenset(("sensitive", "age", "amount"))
"""Kinds that say something about somebody but not who: an id may keep them, as «45-plus» is one."""
_ID_AND_FOLDERS: Final = re.compile("[a-z0-9./-]*")
# Gives up at once on a word without a hyphen, as `++` tries no shorter one.
_ID: Final = re.compile("[a-z0-9]++(?:-[a-z0-9]+)+")
_SECRET_FROM: Final = 6
OPENING: Final = "opening-name"
"""Stands for names where a sentence may begin, which no rule tells of but nothing repeats."""


def masked(text: str, but: Iterable[str] = ()) -> str:
    """Return `text` with every character of what is found in it covered.

    Kinds in `but` may be shown.
    """
    return covered(text, ((hit.start, hit.end) for hit in hits(text) if hit.kind not in but))


@lru_cache(maxsize=32_768)  # as many as a large collection has files: a report asks again
def masked_path(path: str) -> str:
    """Return `path` with what is found in it covered; joined words count as separate ones too."""
    covered = _offsets(hits(path), _kept(path))
    start = 0
    for part in path.split("/"):
        covered |= {start + offset for offset in _offsets_in_name(part)}
        start += len(part) + 1
    if not covered:
        return path
    return "".join(COVER if offset in covered else each for offset, each in enumerate(path))


@lru_cache(maxsize=64)  # many files lie in few folders
def _offsets_in_name(name: str) -> frozenset[int]:
    """Return the offsets of what is found in the name of a file or a folder."""
    places = [*id_names.places(name), *id_plates.places(name), *_surnames(name)]
    named = (at for first, last in places for at in range(first, last))
    return frozenset((*_joined(name, _kept(name)), *named))


def _surnames(name: str) -> Iterator[tuple[int, int]]:
    """Yield where a common surname ends a row of words with capitals: `Jan Jansen.yml`."""
    apart = name.translate(_JOINED)
    for start, end in name_places(apart) if name != name.lower() else ():
        if id_names.ends_in_surname(apart[start:end]):
            yield start, end


def _kept(path: str) -> frozenset[str]:
    return _RECOGNISED_BY if _ID_AND_FOLDERS.fullmatch(path) else frozenset()


def other_offsets(text: str, but: frozenset[str] = frozenset()) -> set[int]:
    """Return the offsets of what is found in `text` when it is no sentence of plain words.

    Words that are joined stand apart then, and where a sentence would begin may be a name. Kinds
    in `but` may be shown.
    """
    found = _joined(text, _RECOGNISED_BY | but)
    return found if OPENING in but else found | _names(text) | _names_in_ids(text)


def masked_value(text: str, but: frozenset[str] = frozenset()) -> str:
    """Return `text`, which somebody typed as a value, with what is found in any form covered.

    Kinds in `but` may be shown.
    """
    kept = but | _kept(text)
    covered = _offsets(hits(text), kept) | other_offsets(text, kept)
    return "".join(COVER if at in covered else each for at, each in enumerate(text))


def name_places(text: str) -> list[tuple[int, int]]:
    """Return where rows of capitalised words stand in `text`, at its beginning too."""
    left, known = plain(text), data().names
    found = (known.patterns[number] for number in known.screen.candidates(left))
    return [place for pattern in found for place in matches(pattern, left, is_sentence=False)]


def _names(text: str) -> set[int]:
    return {at for start, end in name_places(text) for at in range(start, end)}


def _names_in_ids(text: str) -> set[int]:
    """Return the offsets of names in what is written as ids: `mevrouw-jansen`."""
    found = (
        (each.start(), place) for each in _ID.finditer(text) for place in id_names.places(each[0])
    )
    return {start + at for start, (first, last) in found for at in range(first, last)}


def tells(name: str) -> bool:
    """Return whether something is found in `name`, as it stands or with its words apart."""
    found = hits(name) or _joined(name, frozenset())
    return bool(found or [*id_plates.places(name), *_surnames(name)])


def _joined(text: str, but: frozenset[str]) -> set[int]:
    apart = text.translate(_JOINED)
    found = _offsets(hits(apart), but) | _in_capitals(text)
    return found if apart == text else found | _in_capitals(apart)


def _in_capitals(text: str) -> set[int]:
    """Return the offsets of what tells by capitals, as an id has none."""
    if not _DIGIT.search(text):
        return set()
    shouted = text.translate(_CAPITALS)
    found = [
        hit
        for hit in search(shouted, data().in_capitals)
        # «50-plus» is no plate: these have three groups, and an address has two.
        if len(_GROUP.findall(shouted, hit.start, hit.end)) >= _GROUPS_AT_LEAST[hit.kind]
    ]
    return _offsets([*found, *streets(text)], ())


def streets(text: str) -> list[Hit]:
    """Return the streets with a number in `text`, which has no capitals: `kerkweg 12`."""
    titled = text.title() if _STREET.search(text) else ""
    found = hits(titled) if len(titled) == len(text) else ()  # a capital may be two letters
    return [hit for hit in found if hit.kind == "address"]


def _offsets(found: Iterable[Hit], but: Iterable[str]) -> set[int]:
    return {at for hit in found if hit.kind not in but for at in range(hit.start, hit.end)}


def secrets(text: str) -> frozenset[str]:
    """Return what is found in `text` and would lead to somebody, to cover it in other forms."""
    found = (text[hit.start : hit.end] for hit in hits(text) if hit.kind not in _RECOGNISED_BY)
    bare = ("".join(filter(str.isalnum, each)).lower() for each in found)
    return frozenset(each for each in bare if len(each) >= _SECRET_FROM)


def without_secrets(text: str, known: frozenset[str]) -> str:
    """Return `text` with every secret covered, whatever stands between its characters."""
    if not known:
        return text
    written = "".join(filter(str.isalnum, text))
    bare = written.lower()
    if len(bare) != len(written):  # the small form of a letter may be two
        bare = "".join(each.lower()[:1] for each in written)
    if not any(secret in bare for secret in known):
        return text
    places = [place for place, each in enumerate(text) if each.isalnum()]
    covered: set[int] = set()
    for length in {len(secret) for secret in known}:
        for start in range(len(bare) - length + 1):
            if bare[start : start + length] in known:
                covered |= set(range(places[start], places[start + length - 1] + 1))
    return "".join(COVER if at in covered else each for at, each in enumerate(text))
