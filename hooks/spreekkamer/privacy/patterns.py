"""Reads the patterns that Python and the browser share from their data file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib import resources
from typing import Any, Final

from spreekkamer.privacy.names import KnownWords
from spreekkamer.screening import Finder, Screen, Sought

_PART: Final = re.compile("<([a-z0-9_]+)>")
_TOLD_BY_CAPITALS: Final = frozenset(("address", "plate"))


@dataclass(frozen=True)
class Pattern:
    """A pattern of the file; what each value means stands in its `about`."""

    kind: str
    source: str
    flags: int
    checksum: str
    unless: str
    names: bool
    figure: bool

    @property
    def sought(self) -> Sought:
        """What the screen is told of it."""
        return Sought(self.source, self.flags, self.figure)

    @cached_property
    def find(self) -> Finder:
        """What finds it. Few texts ask for it, and many patterns take long to get ready."""
        return Finder(self.sought)

    @cached_property
    def unless_before(self) -> re.Pattern[str] | None:
        """What, right before a find, says that it is none."""
        return re.compile(self.unless + r"\Z", self.flags) if self.unless else None


@dataclass(frozen=True)
class About:
    """What a word says about somebody, and what right before or behind it says that it does not."""

    kind: str
    unless_before: re.Pattern[str] | None
    unless_after: re.Pattern[str] | None

    def told(self, before: str, after: str) -> bool:
        """Return whether the word says it between the texts `before` and `after`."""
        if self.unless_before and self.unless_before.search(before):
            return False
        return not (self.unless_after and self.unless_after.match(after))


@dataclass(frozen=True)
class Data:
    """The file, ready to search with.

    `plain` has characters with what they are read as. `words` are those that say something by
    themselves. `screen` tells which of the patterns to search with, and with the
    number behind theirs whether to look for words.
    """

    patterns: tuple[Pattern, ...]
    plain: Mapping[str, str]
    words: Mapping[str, About]
    word: re.Pattern[str]
    screen: Screen
    name_words: KnownWords
    lengths: Mapping[str, int]

    @cached_property
    def odd(self) -> re.Pattern[str]:
        """What finds a character that is read as another."""
        return re.compile(f"[{''.join(map(re.escape, self.plain))}]")

    @cached_property
    def in_capitals(self) -> Data:
        """Of all this what tells by capitals, which an id has not: postcodes and licence plates."""
        return self._with(each for each in self.patterns if each.kind in _TOLD_BY_CAPITALS)

    @cached_property
    def names(self) -> Data:
        """Of all this what tells names."""
        return self._with(each for each in self.patterns if each.names)

    def _with(self, some: Iterable[Pattern]) -> Data:
        patterns = tuple(some)
        screen = Screen(each.sought for each in patterns)
        return replace(self, patterns=patterns, words={}, screen=screen)


def _pattern(entry: Mapping[str, Any], parts: Mapping[str, str]) -> Pattern:
    return Pattern(
        kind=entry["rule"],
        source=_expanded(entry["find"], parts),
        flags=re.IGNORECASE if entry.get("ignore_case") else 0,
        checksum=entry.get("checksum", ""),
        unless=_expanded(entry.get("unless_before", ""), parts),
        names=entry.get("names", False),
        figure=entry.get("figure", False),
    )


def _about(entry: Mapping[str, Any], parts: Mapping[str, str]) -> About:
    before = _expanded(entry.get("unless_before", ""), parts)
    after = _expanded(entry.get("unless_after", ""), parts)
    return About(
        kind=entry["rule"],
        unless_before=re.compile(rf"(?:{before})\Z") if before else None,
        unless_after=re.compile(after) if after else None,
    )


def _expanded(text: str, parts: Mapping[str, str]) -> str:
    while _PART.search(text):
        text = _PART.sub(lambda part: parts[part[1]], text)
    return text


@cache
def raw() -> dict[str, Any]:
    """Return what is in `patterns.json`, as it stands there."""
    text = resources.files(__package__).joinpath("patterns.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


@cache
def data() -> Data:
    """Return what is in `patterns.json`, ready to search with."""
    data = raw()
    parts = data["parts"] | {"surnames": "|".join(data["id_names"]["surnames"])}
    patterns = tuple(_pattern(entry, parts) for entry in data["patterns"])
    words = {
        word: about
        for entry in data["words"]
        for about in [_about(entry, parts)]
        for word in entry["words"]
    }
    letters = _expanded("<letters>", data["parts"])
    one_of = "|".join(map(re.escape, words))
    any_word = f"(?:^|[^{letters}])(?i:{one_of})(?:$|[^{letters}])"
    sought = [*(each.sought for each in patterns), Sought(any_word)]
    return Data(
        patterns=patterns,
        plain=data["plain"],
        words=words,
        word=re.compile(f"[{letters}]+(?:['’-][{letters}]+)*"),
        screen=Screen(sought),
        name_words=KnownWords(
            allowed=frozenset(data["allowed_names"]),
            surnames=frozenset(data["id_names"]["surnames"]),
            openers=re.compile(_expanded("<opens_no_name>", parts)),
        ),
        lengths=data["iban_lengths"],
    )
