"""Numbers that carry a checksum: how much of a find is such a number."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import islice
from typing import Final

from stdnum import iban
from stdnum.nl import bsn


def bsn_length(found: str, _lengths: Mapping[str, int]) -> int:
    """Return the length of `found` if its digits pass the eleven test, else 0."""
    digits = "".join(each for each in found if each.isdigit())
    return len(found) if bsn.is_valid(digits) else 0


def iban_length(found: str, lengths: Mapping[str, int]) -> int:
    """Return how many characters of `found` are a valid IBAN from its start, 0 if none.

    `lengths` are the lengths of the numbers by country.
    """
    places = [place for place, each in enumerate(found) if each.isalnum()]
    country = "".join(found[place] for place in places[:2]).upper()
    length = lengths.get(country, 0)
    if not 0 < length <= len(places):
        return 0
    number = "".join(found[place] for place in islice(places, length))
    return places[length - 1] + 1 if iban.is_valid(number, check_country=False) else 0


CHECKSUMS: Final[Mapping[str, Callable[[str, Mapping[str, int]], int]]] = {
    "bsn": bsn_length,
    "iban": iban_length,
}
