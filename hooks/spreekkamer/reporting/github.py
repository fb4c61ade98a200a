"""The report as annotations of GitHub, next to the lines of a change, with all of it in the log.

GitHub ignores columns, and older runners the whole annotation, when they are on different lines.
"""

from __future__ import annotations

from typing import Final

from spreekkamer.diagnostics import Diagnostic
from spreekkamer.reporting import text
from spreekkamer.reporting.defusing import defused
from spreekkamer.reporting.limiting import limited
from spreekkamer.reporting.material import Material

_IN_DATA: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY: Final = _IN_DATA | str.maketrans({":": "%3A", ",": "%2C"})
_TITLE_AT_MOST: Final = 255


def render(material: Material) -> str:
    """Return the worst problems as commands to the runner, then the report as text."""
    lines = [
        f"::{severity.value}::{_data(each)}"
        if isinstance(each, str)
        else _annotation(each, material)
        for severity, each in limited(material)
    ]
    return "\n".join([*lines, text.render(material)])


def _annotation(diagnostic: Diagnostic, material: Material) -> str:
    start, end = diagnostic.span.start, diagnostic.span.end
    properties: dict[str, object] = {
        "file": diagnostic.path,
        "line": start.line,
        "endLine": end.line,
    }
    if start.line == end.line:
        # The last column is not marked itself, as in our own spans.
        properties |= {"col": start.column, "endColumn": max(end.column, start.column)}
    properties["title"] = material.title(diagnostic.rule)[:_TITLE_AT_MOST]
    shown = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return (
        f"::{diagnostic.severity.value} {shown}::{_data(chr(10).join(material.lines(diagnostic)))}"
    )


def _data(value: str) -> str:
    return defused(value).translate(_IN_DATA)


def _property(value: object) -> str:
    return defused(str(value)).translate(_IN_PROPERTY)
