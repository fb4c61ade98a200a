"""Plain text in Markdown, so that it looks as it was typed and does nothing."""

from __future__ import annotations

import re
from typing import Final

_JOINER: Final = "\u2060"
# After @ # and ! a forge makes a link, and tells whoever is mentioned; the joiner breaks the name.
_REFERENCE: Final = re.compile("([@#!~%])(?=[A-Za-z0-9_])|(?<![A-Za-z0-9])(GH)(?=-[0-9])")
_ADDRESS: Final = re.compile("(?<=http)(?=s?://)|(?<=www)(?=[.])|(?<=ftp)(?=://)", re.IGNORECASE)
_SPECIAL: Final = re.compile(r"([\\`*_\[\]|~])")
_HTML: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;"})
_STARTS_BLOCK: Final = re.compile(r"^([#+=-]|[0-9]{1,9}(?=[.)]))", re.MULTILINE)


def escaped(text: str) -> str:
    """Return `text`, on one line, as Markdown that shows exactly that."""
    flat = " ".join(text.split())
    quiet = _REFERENCE.sub(lambda match: match[0] + _JOINER, flat)
    quiet = _ADDRESS.sub(_JOINER, quiet)
    safe = _SPECIAL.sub(r"\\\1", quiet).translate(_HTML)
    return _STARTS_BLOCK.sub(_not_a_block, safe)


def _not_a_block(match: re.Match[str]) -> str:
    """Return the start of a list, heading or line without its meaning."""
    return f"{match[1]}{_JOINER}" if match[1].isdecimal() else f"\\{match[1]}"


def code(text: str) -> str:
    """Return `text` as code: in marks that it does not hold itself."""
    flat = " ".join(text.split()).replace("|", "¦")
    longest = max((len(each) for each in re.findall("`+", flat)), default=0)
    marks = "`" * (longest + 1)
    space = " " if "`" in flat else ""
    return f"{marks}{space}{flat}{space}{marks}"
