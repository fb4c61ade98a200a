"""Words as search compares them: folded, numbers in one form, stems.

`docs/assets/spreekkamer/search-words.js` does the same with what a reader types; a test compares
the two.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

import snowballstemmer  # type: ignore[import-untyped]  # has no types

# The older Dutch algorithm of Snowball. The one that is named `dutch` since its version 3 makes
# "schul" of "schulden" but "schuld" of "schuld", and "beleid" of "begeleiden".
_STEMMER: Final = snowballstemmer.stemmer("dutch_porter")
_SHORT: Final = 3
_SPELLED: Final = str.maketrans(
    {"ß": "ss", "ς": "σ", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "ĳ": "ij"}
    | dict.fromkeys("‐‑‒–−", "-")
    | dict.fromkeys("‘’`´", "'")
)
_SIGNS: Final = "+-<'."
_NO_WORD: Final = re.compile(r"[^a-z0-9+\-<'.]")
_UNITS: Final = (
    *("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf"),
    *("twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien"),
)
_TENS: Final = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig")
_BELOW: Final = frozenset(("onder", "tot", "beneden", "jonger"))
_ABOVE: Final = frozenset(("boven", "vanaf", "ouder"))
_BETWEEN: Final = frozenset(("de", "dan"))
_MEASURES: Final = frozenset(
    ("uur", "uren", "week", "weken", "maand", "maanden", "dag", "dagen", "euro", "procent")
)

Slot = tuple[str, ...]
"""One word with the other forms of it: `("55", "55plus")`."""


def _numbers() -> dict[str, str]:
    named = {name: number for number, name in enumerate(_UNITS, 1)}
    found = {name: str(number) for name, number in named.items() if number > 1}
    for count, ten in enumerate(_TENS, 2):
        found[ten] = str(count * 10)
        for name in _UNITS[:9]:
            found[f"{name}en{ten}"] = str(count * 10 + named[name])
    return found


_NUMBERS: Final = _numbers()


def fold(text: str) -> str:
    """Return `text` without capitals and accents."""
    if text.isascii():
        return text.lower().replace("`", "'")
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).lower())
    kept = (each for each in plain if not unicodedata.category(each).startswith("M"))
    return "".join(kept).translate(_SPELLED)


def _of_word(each: str) -> bool:
    return unicodedata.category(each)[0] in "LN"


def _chunks(text: str) -> list[str]:
    folded = fold(text)
    if folded.isascii():
        return _NO_WORD.sub(" ", folded).split()
    kept = (each if _of_word(each) or each in _SIGNS else " " for each in folded)
    return [each for each in "".join(kept).split(" ") if each]


def _pieces(chunk: str) -> Iterator[Slot]:
    """Yield the words of a text without spaces."""
    for piece in "".join(each if _of_word(each) else " " for each in chunk).split(" "):
        apart = re.fullmatch(r"([0-9]+)(\D{3,})", piece)
        for word in apart.groups() if apart else (piece,):
            if word:
                yield _word(word)


def _word(word: str) -> Slot:
    number = _NUMBERS.get(word)
    if number:
        return (number,)
    over = re.fullmatch(r"(.+?)plus(?:sers?)?", word) if "plus" in word else None
    if over and over[1] in _NUMBERS:
        return (_NUMBERS[over[1]], f"{_NUMBERS[over[1]]}plus")
    return (word,)


def _slots(chunk: str) -> Iterator[Slot]:
    # Most words are plain: those take the short way.
    if chunk.isalpha():
        yield _word(chunk)
        return
    chunk = re.sub(r"^[+\-'.]+|['.]+$", "", chunk)
    if age := re.fullmatch(r"([0-9]{1,3})-?(?:\+|plus|plussers?)", chunk):
        yield (age[1], f"{age[1]}plus")
    elif age := re.fullmatch(r"<([0-9]{1,3})|([0-9]{1,3})-", chunk):
        number = age[1] or age[2]
        yield (number, f"{number}min")
    elif age := re.fullmatch(r"([0-9]{1,3})-?jarigen?", chunk):
        yield (age[1],)
        yield ("jaar",)
    elif re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]?", chunk):
        yield (chunk.replace(".", ""),)
    else:
        yield from _pieces(re.sub(r"(?<=[^\W_])'s(?![^\W_])", "", chunk))


def words(text: str) -> list[Slot]:
    """Return the words of `text` in their order, each with its other forms."""
    return list(_words(text))


@lru_cache(maxsize=20_000)
def _words(text: str) -> tuple[Slot, ...]:
    found: list[Slot] = []
    for slot in (slot for chunk in _chunks(text) for slot in _slots(chunk)):
        if slot == ("plus",) and found and found[-1][0].isdecimal():
            found[-1] = (found[-1][0], f"{found[-1][0]}plus")
        elif len(slot[0]) > 1 or slot[0].isdecimal():
            found.append(slot)
    return tuple(_limited(found, place) for place in range(len(found)))


def _limited(found: list[Slot], place: int) -> Slot:
    """Return the word at `place`; a number after "onder de" or "ouder dan" is a limit."""
    slot = found[place]
    if len(slot) > 1 or not re.fullmatch("[1-9][0-9]", slot[0]):
        return slot
    before = [each[0] for each in found[max(0, place - 2) : place]]
    if before and before[-1] in _BETWEEN:
        before.pop()
    after = found[place + 1][0] if place + 1 < len(found) else ""
    if not before or after in _MEASURES:
        return slot
    if before[-1] in _BELOW:
        return (*slot, f"{slot[0]}min")
    return (*slot, f"{slot[0]}plus") if before[-1] in _ABOVE else slot


@cache
def stem(word: str) -> str:
    """Return the stem of a folded word; of a short word or a number the word itself."""
    if len(word) <= _SHORT or not word.isalpha():
        return word
    stemmed: str = _STEMMER.stemWord(word)
    return stemmed


def joined(text: str) -> Iterator[str]:
    """Yield each two neighbouring words as one, folded: "taal les" may be a "taalles"."""
    yield from _joined([slot[0] for slot in words(text)])


def _joined(plain: list[str]) -> Iterator[str]:
    for first, second in pairwise(plain):
        yield first + second
    # "terug te betalen" is "terugbetalen".
    for first, between, second in zip(plain, plain[1:], plain[2:], strict=False):
        if between == "te":
            yield first + second


def each_once(found: Iterable[str]) -> str:
    """Return what was found as one text, each word once."""
    return " ".join(dict.fromkeys(found))
