"""Finds licence plates in ids, which have no capitals to know them by: `bus-xx-123-x`.

The side codes are those that RDW gives out since 1973. Their letters are consonants, and nearly all
Dutch words have a vowel: `van-18-en-19` is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_SIDE_CODES: Final = (
    *("99-xx-99", "xx-99-xx", "xx-xx-99", "99-xx-xx", "99-xxx-9", "9-xxx-99"),
    *("xx-999-x", "x-999-xx", "xxx-99-x", "x-99-xxx", "9-xx-999", "999-xx-9"),
)
_FORMS: Final = "|".join(_SIDE_CODES).replace("9", "[0-9]").replace("x", "[b-df-hj-np-tv-z]")
_PLATE: Final = re.compile(f"(?<![a-z0-9])(?:{_FORMS})(?![a-z0-9])", re.IGNORECASE)


def places(ident: str) -> Iterator[tuple[int, int]]:
    """Yield where in `ident`, or a part of a path, a licence plate stands."""
    for match in _PLATE.finditer(ident):
        yield match.span()
