"""Texts that make a careless regular expression search for ever."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from re import _constants as constants  # type: ignore[attr-defined]  # only their parser knows
from re import _parser as parser  # type: ignore[attr-defined]  # what a pattern is made of
from typing import Any

LENGTH = 64_000
PIECES = (
    *("a", "A", "Aa ", "Aa\n", "é ", "1", "1 ", "1.", "1-", "-", ".", " ", "\n", "\u00a0", "_"),
    *(
        "van ",
        "Van ",
        "A-",
        "A.",
        "a@",
        "@a",
        "a@a.",
        "://",
        "a://",
        "www.",
        ".nl",
        "a.nl/",
        "a.nl",
    ),
    *('"', "'", "’", "“", "‘a", "Aa-", "Aa'", "bsn ", "bsn 1", "bsn 1 ", "1 bsn ", "NL1 2", "A1"),
    *("Jan van ", "heer van de ", "de ", "1234 AB ", "06-", "+31", "(0)", "man van 1 ", "1 jaar "),
    *(
        "1.000.",
        "€1",
        "geboren op ",
        "geboren te Aa ",
        "zaak: a1",
        "v1",
        "Laan van de ",
        "januari ",
    ),
    *("1-1-", "straat ", "Aastraat ", "[", "](", "**", "*a", "_a", "<a", "&a", "#", "`", "TODO "),
    *("xxx", "[naam ", "?!", "e.d. ", "a. ", "A. ", "lui ", "autisme ", "BSN 111222333 ", "- "),
    *("mevrouw Jansen ", "06-12345678 ", "12-03-1980 ", "€ 1.234,56 ", "Dorpsstraat 12 "),
)


def whole(piece: str, length: int = LENGTH) -> str:
    """Return `piece` again and again, `length` characters in all."""
    return (piece * (length // len(piece) + 1))[:length]


def mixes() -> Iterator[str]:
    """Yield pieces of two kinds side by side."""
    kinds = ("a", "A", "1", " ", "-", ".", "bsn ", "van ", "@")
    return (first + second for first in kinds for second in kinds if first != second)


def parts_of(pattern: str) -> list[str]:
    """Return what `pattern` finds, the halves of it, and what its repetitions repeat."""
    tree, chance = parser.parse(pattern), random.Random(1)
    found: set[str] = set()
    for most in (1, 3):
        for _ in range(3):
            made = sampled(tree, chance, most)
            found |= {made, made[:-1], made[len(made) // 2 :], f"{made}1", f"{made}a", f"{made}-"}
    found |= {sampled(each, chance, 1) for each in _repeated(tree)}
    return sorted(found - {""})


def sampled(tree: Any, chance: random.Random, most: int = 3) -> str:
    """Return a text that the parsed pattern `tree` finds, what it looks ahead to apart."""
    return "".join(_of_node(*node, chance, most) for node in tree)


def _of_node(kind: Any, value: Any, chance: random.Random, most: int) -> str:
    if kind is constants.LITERAL:
        return chr(value)
    if kind is constants.IN:
        return _one_of(value, chance)
    if kind in (constants.MAX_REPEAT, constants.MIN_REPEAT):
        number = chance.randint(value[0], min(int(value[1]), value[0] + most))
        return "".join(sampled(value[2], chance, most) for _ in range(number))
    if kind is constants.SUBPATTERN:
        return sampled(value[3], chance, most)
    if kind is constants.BRANCH:
        return sampled(chance.choice(value[1]), chance, most)
    return "a" if kind in (constants.ANY, constants.NOT_LITERAL) else ""


def _one_of(items: Iterable[tuple[Any, Any]], chance: random.Random) -> str:
    found: list[str] = []
    for kind, value in items:
        if kind is constants.LITERAL:
            found.append(chr(value))
        elif kind is constants.RANGE:
            found.append(chr(chance.randint(*value)))
    if (constants.NEGATE, None) in items:
        return chance.choice([each for each in " .(;" if each not in found])
    return chance.choice(found or ["a"])


def _repeated(tree: Any) -> Iterator[Any]:
    for kind, value in tree:
        if kind in (constants.MAX_REPEAT, constants.MIN_REPEAT):
            if int(value[1]) > 1:
                yield value[2]
            yield from _repeated(value[2])
        elif kind is constants.SUBPATTERN:
            yield from _repeated(value[3])
        elif kind is constants.BRANCH:
            for each in value[1]:
                yield from _repeated(each)
        elif kind in (constants.ASSERT, constants.ASSERT_NOT):
            yield from _repeated(value[1])
