"""Reads the patterns that Python and the browser share from their data file."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

_PART: Final = re.compile("<([a-z0-9_]+)>")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern of the file; what each value means stands in its `about`."""

    kind: str
    find: re.Pattern[str]
    needs: re.Pattern[str] | None
    holds: tuple[tuple[str, ...], ...]
    digits: int
    checksum: str
    unless_before: re.Pattern[str] | None
    names: bool


@dataclass(frozen=True, slots=True)
class Data:
    """The file, ready to search with.

    `by_digits` are the patterns that a text with so many digits may match. `words` are those that
    say something by themselves, with their kind; `first_parts` is how they begin, up to a hyphen.
    """

    patterns: tuple[Pattern, ...]
    by_digits: tuple[tuple[Pattern, ...], ...]
    words: Mapping[str, str]
    first_parts: frozenset[str]
    word: re.Pattern[str]
    part: re.Pattern[str]
    allowed: frozenset[str]
    lengths: Mapping[str, int]


def _pattern(entry: Mapping[str, Any], parts: Mapping[str, str]) -> Pattern:
    def compiled(name: str, after: str = "") -> re.Pattern[str] | None:
        text = entry.get(name)
        flags = re.IGNORECASE if entry.get("ignore_case") else 0
        return re.compile(_expanded(text, parts) + after, flags) if text else None

    find = compiled("find")
    assert find is not None
    return Pattern(
        kind=entry["rule"],
        find=find,
        needs=compiled("needs"),
        holds=tuple(map(tuple, entry.get("holds", ()))),
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
def raw() -> dict[str, Any]:
    """Return what is in `patterns.json`, as it stands there."""
    text = resources.files(__package__).joinpath("patterns.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


@cache
def data() -> Data:
    """Return what is in `patterns.json`, ready to search with."""
    data = raw()
    patterns = tuple(_pattern(entry, data["parts"]) for entry in data["patterns"])
    most = max(pattern.digits for pattern in patterns)
    words = {word: entry["rule"] for entry in data["words"] for word in entry["words"]}
    part = re.compile(_expanded("[<letters>]+", data["parts"]))
    return Data(
        patterns=patterns,
        by_digits=tuple(
            tuple(pattern for pattern in patterns if pattern.digits <= number)
            for number in range(most + 1)
        ),
        words=words,
        first_parts=frozenset(part.findall(word)[0] for word in words),
        word=re.compile(_expanded("[<letters>]+(?:['’-][<letters>]+)*", data["parts"])),
        part=part,
        allowed=frozenset(data["allowed_names"]),
        lengths=data["iban_lengths"],
    )
