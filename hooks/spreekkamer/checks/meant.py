"""What somebody probably meant by a period, a month, a number or a list in words of their own."""

from __future__ import annotations

import re
from typing import Final

from spreekkamer.schema import UNKNOWN_PERIOD

# A card tells of these years; an earlier one is more probably that of a birth, and not to be shown.
_YEAR: Final = re.compile("20[0-9]{2}")
_QUARTER: Final = re.compile(
    r"\b(?:q|k|kw|kwartaal|quarter)[ .]*([1-4])(?![0-9])|\b([1-4])(?:e|de)? ?kwartaal"
)
_WEEK: Final = re.compile(r"\bw(?:k|eek)?[ .-]*[0-9]")
_MONTHS_OF: Final = {"maand": 1, "month": 1, "kwarta": 3, "jaar": 12, "jr": 12, "year": 12}
# What may stand beside a number of months, years or cards; with anything else it is another thing.
_BESIDE_A_NUMBER: Final = re.compile(
    r"(?:[ .,+±~<>=()'\"-]|maand(?:en)?|mnd|mnden|months?|kwartaal|kwartalen|jaar|jaren|jr|years?"
    r"|na|ruim|circa|ca|ongeveer|bijna|about|after|over|stuks|max|hoogstens)*"
)
_NO_ONE_TIME: Final = re.compile(
    r"\b(?:v[oó][oó]r|na|tot|t/m|sinds|vanaf|half|helft|until|since)\b"
)
_QUARTER_WORD: Final = re.compile("q[ .]*[0-9]|kwartaal|quarter")
_NUMBER: Final = re.compile("[0-9]+")
_MONTHS: Final = (
    "jan", "feb", "mrt|maart|mar", "apr", "mei|may", "jun", "jul", "aug", "sep", "okt|oct",
    "nov", "dec",
)  # fmt: skip
_YES: Final = frozenset(("true", "yes", "y", "on", "1", "ja", "j", "waar", "wel", "klopt"))
_NO: Final = frozenset(
    ("false", "no", "n", "off", "0", "nee", "onwaar", "niet", "niet waar", "geen")
)
_UNKNOWN: Final = frozenset(
    ("onbekend", "niet bekend", "weet niet", "?", "onduidelijk", "not known", "nnb", "n.n.b")
)
_DIGITS: Final = 8
_BULLET: Final = re.compile(r"^(?:(?:[-–—*•·] ?)+|[0-9]{1,2}[.)] )(?=\w)")
_BETWEEN_ITEMS: Final = re.compile(r"[,;•·\n]|\s[-–—*]\s")
_BETWEEN_NAMES: Final = re.compile(r"\s(?:en|of|and|or)\s|[\s,;•·+&/:\[\]]")
_SEASONS: Final = (
    "winter|begin",
    "voorjaar|lente|spring",
    "zomer|summer",
    "najaar|herfst|eind|autumn",
)


def _named(names: tuple[str, ...], text: str) -> int | None:
    """Return the number, from 1, of the first name that a word in `text` begins with."""
    found = (n for n, name in enumerate(names, start=1) if re.search(rf"\b(?:{name})", text))
    return next(found, None)


def _year_and_rest(text: str) -> tuple[str, str]:
    match = _YEAR.search(text)
    return (match[0], f"{text[: match.start()]} {text[match.end() :]}") if match else ("", text)


def _month(rest: str) -> int | None:
    if named := _named(_MONTHS, rest):
        return named
    # The first number beside a year is the month, unless a day stands before it.
    numbers = [int(each) for each in _NUMBER.findall(rest)]
    month = numbers[-1 if rest.endswith(" ") else 0] if numbers else 0
    return month if 1 <= month <= 12 else None


def month(text: str) -> str | None:
    """Return the month that `text` names, as `2026-03`."""
    year, rest = _year_and_rest(text.casefold())
    # The number of a quarter or a week is no month.
    other = _QUARTER_WORD.search(rest) or _WEEK.search(rest)
    found = _month(rest) if year and not other else None
    return f"{year}-{found:02}" if found else None


def period(text: str) -> str | None:
    """Return the year or quarter that `text` names, as `2026` or `2026-Q1`."""
    year, rest = _year_and_rest(text.casefold())
    if not year or _YEAR.search(rest) or _NO_ONE_TIME.search(rest):
        return None
    if match := _QUARTER.search(rest):
        return f"{year}-Q{match[1] or match[2]}"
    if _QUARTER_WORD.search(rest) or _WEEK.search(rest):
        return None
    if season := _named(_SEASONS, rest):
        return f"{year}-Q{season}"
    found = _month(rest)
    return f"{year}-Q{(found + 2) // 3}" if found else year


def unknown(text: str) -> str | None:
    """Return the word for a period that nobody knows, when `text` says that."""
    return UNKNOWN_PERIOD if text.casefold().strip(" .") in _UNKNOWN else None


def items(text: str, names: bool) -> list[str]:
    """Return the items that somebody wrote as one text: behind commas, dots or hyphens.

    `names` have no spaces, so that these too stand between them.
    """
    bare = text.strip("[]() ")
    parts = (_BETWEEN_NAMES if names else _BETWEEN_ITEMS).split(_BULLET.sub("", bare))
    return [part for each in parts if (part := _BULLET.sub("", each.strip(" \"'")))]


def number(text: str, lowest: int, highest: int) -> str | None:
    """Return the one number in `text`, of years as months, if it is in bounds."""
    numbers, rest = _NUMBER.findall(text), _NUMBER.sub(" ", text.casefold())
    if len(numbers) != 1 or len(numbers[0]) > _DIGITS or not _BESIDE_A_NUMBER.fullmatch(rest):
        return None
    units = (months for unit, months in _MONTHS_OF.items() if re.search(rf"\b{unit}", rest))
    found = int(numbers[0]) * next(units, 1)
    return str(found) if lowest <= found <= highest else None


def flag(text: str) -> str | None:
    """Return `true` or `false` when `text` says yes or no."""
    said = text.casefold().rstrip(" .!")
    return "true" if said in _YES else "false" if said in _NO else None
