"""Card texts as blocks: paragraphs separated by a blank line, lines with `- ` as a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

_DASH: Final = "- "
SHORT: Final = frozenset(
    (
        *("art", "bijv", "bv", "ca", "circa", "dhr", "d.w.z", "e.d", "enz", "evt", "excl", "incl"),
        *("i.v.m", "max", "m.b.t", "mevr", "min", "mw", "nr", "n.v.t", "o.a", "resp", "t.a.v"),
        "z.s.m",
    )
)
"""Abbreviations, without the full stop that they end with."""
_SENTENCE_END: Final = re.compile(r"[.!?]['\"’”]?(?=\s+[^a-zà-ÿ]|$)")
_SHORT_AT_MOST: Final = 7
"""As many characters before a full stop tell, with what stands before an abbreviation."""
# What opens stands before a word, what closes after one; 's and 't are short words.
_QUOTATION: Final = re.compile(
    r"(?P<opens>(?<![^\s(])(?!['‘][kmnst]\b)['\"‘“„])|(?<=\S)['\"’”](?!\w)"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; line ends in the file are spaces."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """The items of a list."""

    items: tuple[str, ...]


def ends_short(text: str, end: int) -> bool:
    """Return whether an abbreviation ends at `end` in `text`, where its full stop stands."""
    before = text[max(0, end - _SHORT_AT_MOST) : end]
    last = before[max(map(before.rfind, " \n(")) + 1 :]
    return last in SHORT or (len(last) == 1 and last.isascii() and last.isalpha())


def blocks(text: str) -> tuple[Paragraph | Bullets, ...]:
    """Return `text` as paragraphs and lists, in their order."""
    return tuple(block for part in re.split(r"\n\s*\n", text.strip()) for block in _blocks_of(part))


def _blocks_of(part: str) -> Iterator[Paragraph | Bullets]:
    words: list[str] = []
    items: list[str] = []
    for line in (line.strip() for line in part.splitlines()):
        if line == _DASH.strip():
            continue
        if line.startswith(_DASH):
            if words:
                yield Paragraph(" ".join(words))
                words = []
            items.append(line.removeprefix(_DASH).strip())
        elif items:
            items[-1] += f" {line}"
        else:
            words.append(line)
    if words:
        yield Paragraph(" ".join(words))
    if items:
        yield Bullets(tuple(items))


def opening(text: str, most: int) -> str:
    """Return the first sentences of `text` that fit in `most` characters, else its first words.

    It does not end between sentences that somebody says: that would leave a quotation open.
    """
    flat = _on_one_line(text)
    if len(flat) <= most:
        return flat
    if ends := [end for end in _ends(flat) if end <= most]:
        return flat[: ends[-1]]
    # The words that fit, with room for the ellipsis: the one at the end may be cut in two.
    cut = flat[:most].rpartition(" ")[0].rstrip(" ,;:–-") or flat[: most - 1]
    return f"{cut}…"


def sentences(text: str) -> tuple[str, ...]:
    """Return `text` in pieces of one sentence; what somebody says is never divided."""
    flat = _on_one_line(text)
    ends = [*_ends(flat), len(flat)]
    pieces = (flat[start:end].strip() for start, end in pairwise([0, *ends]))
    return tuple(piece for piece in pieces if piece)


def _on_one_line(text: str) -> str:
    return " ".join(" ".join(_flat(block) for block in blocks(text)).split())


def _ends(flat: str) -> Iterator[int]:
    """Yield where a sentence of `flat` ends that is not in the middle of a quotation."""
    for match in _SENTENCE_END.finditer(flat):
        short = match[0][0] == "." and ends_short(flat, match.start())
        if not short and not _quoting(flat[: match.end()]):
            yield match.end()


def _quoting(text: str) -> bool:
    """Whether `text` ends inside a quotation."""
    marks = [match.lastgroup for match in _QUOTATION.finditer(text)]
    return marks[-1:] == ["opens"]


def _flat(block: Paragraph | Bullets) -> str:
    return block.text if isinstance(block, Paragraph) else " ".join(block.items)
