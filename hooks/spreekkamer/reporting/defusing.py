"""Text that a build server reads as a log: nothing in it may be taken for a command."""

from __future__ import annotations

import re
from typing import Final

_COMMAND: Final = re.compile(r"#(?=#(?:vso)?\[)|^([^\S\n]*:)(?=:)", re.MULTILINE | re.IGNORECASE)
_DOT: Final = "·"


def defused(text: str) -> str:
    """Return `text` without the start of a command of GitHub (`::`, `##[`) or Azure (`##vso[`).

    Every character keeps its column.
    """
    return _COMMAND.sub(lambda match: (match[1] or "")[:-1] + _DOT, text)


def defused_json(text: str) -> str:
    """Return the JSON `text`, written differently where it would hold the start of a command."""
    return text.replace("##", "#\\u0023")


def defused_xml(text: str) -> str:
    """Return the XML `text`, written differently where it would hold the start of a command."""
    return text.replace("##", "#&#35;").replace("::", ":&#58;")
