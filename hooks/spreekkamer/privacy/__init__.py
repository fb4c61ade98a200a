"""Finds what may lead back to a person, by the patterns that the browser uses too."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Final

from spreekkamer.privacy.checksums import CHECKSUMS
from spreekkamer.privacy.names import begins_sentence, names_in

COVER: Final = "\u2588"
"""Stands for each character that was found; no pattern matches it."""
_LOOKS_BACK: Final = 60
_DIGIT: Final = re.compile("[0-9]")
_PART: Final = re.compile("<([a-z0-9_]+)>")
_JOINED: Final = str.maketrans("-_@", "   ")
_RECOGNISED_BY: Final = frozenset(("sensitive", "age", "amount"))
"""Kinds that say something about somebody but not who: a file's name may keep them."""
_IN_CAPITALS: Final = frozenset(("address", "plate"))
_SECRET_FROM: Final = 6


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """Something found at `start` to `end` in a text; `kind` names its rule without `privacy-`."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class _Pattern:
    kind: str
    find: re.Pattern[str]
    needs: re.Pattern[str] | None
    holds: tuple[str, ...]
    digits: int
    checksum: str
    unless_before: re.Pattern[str] | None
    names: bool


@dataclass(frozen=True, slots=True)
class _Data:
    patterns: tuple[_Pattern, ...]
    by_digits: tuple[tuple[_Pattern, ...], ...]
    words: Mapping[str, str]
    word: re.Pattern[str]
    allowed: frozenset[str]
    lengths: Mapping[str, int]


def _pattern(entry: Mapping[str, Any], parts: Mapping[str, str]) -> _Pattern:
    def compiled(name: str, after: str = "") -> re.Pattern[str] | None:
        text = entry.get(name)
        flags = re.IGNORECASE if entry.get("ignore_case") else 0
        return re.compile(_expanded(text, parts) + after, flags) if text else None

    find = compiled("find")
    assert find is not None
    return _Pattern(
        kind=entry["rule"],
        find=find,
        needs=compiled("needs"),
        holds=tuple(entry.get("holds", ())),
        digits=entry.get("digits", 0),
        checksum=entry.get("checksum", ""),
        unless_before=compiled("unless_before", r"\Z"),
        names=entry.get("names", False),
    )


def _expanded(text: str, parts: Mapping[str, str]) -> str:
    while _PART.search(text):
        text = _PART.sub(lambda part: parts[part[1]], text)
    return text


@cache
def _data() -> _Data:
    text = resources.files(__name__).joinpath("patterns.json").read_text(encoding="utf-8")
    data = json.loads(text)
    patterns = tuple(_pattern(entry, data["parts"]) for entry in data["patterns"])
    most = max(pattern.digits for pattern in patterns)
    return _Data(
        patterns=patterns,
        by_digits=tuple(
            tuple(pattern for pattern in patterns if pattern.digits <= number)
            for number in range(most + 1)
        ),
        words={word: entry["rule"] for entry in data["words"] for word in entry["words"]},
        word=re.compile(_expanded("[<letters>]+(?:['’-][<letters>]+)*", data["parts"])),
        allowed=frozenset(data["allowed_names"]),
        lengths=data["iban_lengths"],
    )


def _matches(pattern: _Pattern, text: str) -> Iterator[tuple[int, int]]:
    """Yield where `pattern` finds something in `text`."""
    place = 0
    while match := pattern.find.search(text, place):
        start, end = match.span(1)
        if pattern.checksum:
            end = start + CHECKSUMS[pattern.checksum](match[1], _data().lengths)
        before = text[max(0, start - _LOOKS_BACK) : start]
        if pattern.unless_before and pattern.unless_before.search(before):
            end = start
        if pattern.names:
            opens = begins_sentence(text, start)
            for first, last in names_in(match[1], opens, _data().allowed):
                yield start + first, start + last
        elif end > start:
            yield start, end
        place = max(end, start + 1)


def _plain(text: str) -> str:
    """Return `text` with a plain i for the Turkish ones: only Python takes them for the same."""
    return text.replace("\u0130", "I").replace("\u0131", "i")


def _only_words(text: str, lower: str) -> bool:
    """Return whether `text`, without digits, has neither capitals nor signs of an address."""
    return text == lower and not any(sign in text for sign in ".@:([")


def _may_match(pattern: _Pattern, text: str, lower: str) -> bool:
    """Return whether a search is worth its time; `lower` is the text in small letters."""
    if pattern.needs and not pattern.needs.search(text):
        return False
    # A loop, as `any` takes twice the time and this is asked of each text thirty times.
    for word in pattern.holds:
        if word in lower:
            return True
    return not pattern.holds


@lru_cache(maxsize=4096)
def hits(text: str) -> tuple[Hit, ...]:
    """Return what is found in `text`, in order and without overlap; the strongest rule wins."""
    data, found, left = _data(), list[Hit](), _plain(text)
    digits, lower = len(_DIGIT.findall(text)), text.lower()
    searched = data.by_digits[min(digits, len(data.by_digits) - 1)]
    for pattern in searched if digits or not _only_words(left, lower) else ():
        if not _may_match(pattern, left, lower):
            continue
        if places := list(_matches(pattern, left)):
            found += (Hit(*place, pattern.kind) for place in places)
            left = _covered(left, places)
    # Most texts hold none of the words, which is quick to see.
    some = not data.words.keys().isdisjoint(map(str.lower, data.word.findall(left)))
    for match in data.word.finditer(left) if some else ():
        if kind := data.words.get(match[0].lower()):
            found.append(Hit(*match.span(), kind))
    return tuple(sorted(found))


def _covered(text: str, places: Iterable[tuple[int, int]]) -> str:
    """Return `text` with what stands at `places`, which are in order, covered."""
    pieces, last = list[str](), 0
    for start, end in places:
        pieces += (text[last:start], COVER * (end - start))
        last = end
    return "".join((*pieces, text[last:]))


def masked(text: str, but: Iterable[str] = ()) -> str:
    """Return `text` with every character of what is found in it covered.

    Kinds in `but` may be shown.
    """
    return _covered(text, ((hit.start, hit.end) for hit in hits(text) if hit.kind not in but))


@lru_cache(maxsize=4096)
def masked_path(path: str) -> str:
    """Return `path` with what is found in it covered; joined words count as separate ones too."""
    covered = _offsets(hits(path), _RECOGNISED_BY)
    start = 0
    for part in path.split("/"):
        covered |= {start + offset for offset in joined_offsets(part)}
        start += len(part) + 1
    return "".join(COVER if offset in covered else each for offset, each in enumerate(path))


def joined_offsets(text: str, but: frozenset[str] = frozenset()) -> set[int]:
    """Return the offsets of what is found in `text` when words that are joined stand apart.

    Kinds in `but` may be shown.
    """
    apart = text.translate(_JOINED)
    # An id has no capitals, which postcodes and licence plates need; both have digits.
    forms = (text, apart) if _DIGIT.search(text) else ()
    shouted = [each.upper() for each in forms if len(each.upper()) == len(each)]
    in_capitals = [
        hit
        for each in shouted
        for hit in hits(each)
        if hit.kind in _IN_CAPITALS and not each[hit.start : hit.end].isalnum()
    ]
    return _offsets(hits(apart), _RECOGNISED_BY | but) | _offsets(in_capitals, ())


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
    places = [place for place, each in enumerate(text) if each.isalnum()]
    bare = "".join(text[place].lower()[:1] for place in places)
    covered: set[int] = set()
    for length in {len(secret) for secret in known}:
        for start in range(len(bare) - length + 1):
            if bare[start : start + length] in known:
                covered |= set(range(places[start], places[start + length - 1] + 1))
    return "".join(COVER if at in covered else each for at, each in enumerate(text))
