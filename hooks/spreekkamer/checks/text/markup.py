"""Texts are plain: HTML and Markdown are shown as they are typed, which looks broken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from spreekkamer import privacy
from spreekkamer.checks.free_texts import all_at_once, in_one_walk, texts
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.nodes import Scalar
from spreekkamer.rules import Finding, Rule, Sample
from spreekkamer.screening import Sought

_SIGN: Final = re.compile(r"[<&*_`\[#>+]")
_AT_MOST: Final = 10
_ADDRESS: Final = frozenset(("web", "email"))
_MARKUP: Final = re.compile(
    r"</?[a-zA-Z][^<>\n]{0,200}>"  # <b>, </p>, <a href=…>
    r"|&(?:[a-zA-Z]{2,8}|#[0-9]{1,5});"  # &nbsp;
    r"|\*\*[^*\n]{1,200}\*\*|(?<![\w*])\*[^*\s][^*\n]{0,200}\*(?![\w*])"  # **bold**, *slanted*
    r"|(?<!\w)__?[^_\s][^_\n]{0,200}__?(?!\w)"  # __bold__, _slanted_
    r"|\[[^\]\n]{1,200}\]\([^)\n]{1,300}\)"  # [text](address)
    r"|^#{1,6} \S|^> \S|^[*+] \S|`[^`\n]{1,200}`",  # heading, quotation, list, code
    re.MULTILINE,
)

_ITEM: Final = re.compile(r"\n[ \t]{0,30}- (?=\S)")
_ITEMS: Final = 2

RULE = Rule(
    severity=Severity.WARNING,
    fails=Sample("choice: Ik zei dat hij **eerst** de taalles mocht afmaken, met een datum."),
    passes=Sample(
        "choice: |-\n"
        "  Ik zei: 3 * 4 uur is te veel, 2 < 3 en 5 > 4 is waar & dat kan. Zie # 2 op de lijst.\n"
        "  - eerst de taalles (les_1 en les_2), dan werk*\n"
        "  - daarna [misschien] een proefplaats, met * als teken voor later"
    ),
    spoils=False,
)


def _sought() -> Sought:
    return Sought(_SIGN.pattern)


_may_hold = in_one_walk(_sought)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    for each in texts(document) if " - " in all_at_once(document) else ():
        if _joins_items(each.scalar):
            yield Finding(each.route, {"key": f"{each.route[-1]}:"}, "list")
    for each in texts(document) if _may_hold(document) else ():
        if not _SIGN.search(each.text):
            continue
        found = list(islice(_MARKUP.finditer(each.text), _AT_MOST))
        # What closes belongs to what was opened.
        closing = any(match[0].startswith("<") for match in found[:1])
        for match in found:
            if closing and match[0].startswith("</"):
                continue
            # A link is one mistake, of which privacy tells: the address has to go.
            if "](" in match[0] and any(hit.kind in _ADDRESS for hit in privacy.hits(match[0])):
                continue
            yield each.finding(*match.span(), value=match[0])


def _joins_items(scalar: Scalar) -> bool:
    """Return whether lines of a list were joined to one, as below `>-` or behind a field."""
    written = scalar.file[scalar.begin.index : scalar.end.index]
    return not written.startswith("|") and len(_ITEM.findall(written)) >= _ITEMS
