"""The report as issues of Azure Pipelines, with all of it in the log.

Errors fail the step by the exit code; a warning is a question and does not change its result.
"""

from __future__ import annotations

from typing import Final

from spreekkamer.diagnostics import Diagnostic, Severity
from spreekkamer.reporting import text
from spreekkamer.reporting.defusing import defused
from spreekkamer.reporting.limiting import limited
from spreekkamer.reporting.material import Material

_IN_DATA: Final = str.maketrans({"%": "%AZP25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY: Final = _IN_DATA | str.maketrans({";": "%3B", "]": "%5D"})


def render(material: Material) -> str:
    """Return the worst problems as commands to the agent, then the report as text."""
    lines = [_issue(severity, each, material) for severity, each in limited(material)]
    return "\n".join([*lines, text.render(material)])


def _issue(severity: Severity, told: Diagnostic | str, material: Material) -> str:
    if isinstance(told, str):
        properties: dict[str, object] = {"type": severity.value}
        lines = [told]
    else:
        properties = {
            "type": severity.value,
            "sourcepath": told.path,
            "linenumber": told.span.start.line,
            "columnnumber": told.span.start.column,
            "code": told.rule,
        }
        lines = material.lines(told)
    shown = ";".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = defused("\n".join(lines)).translate(_IN_DATA)
    return f"##vso[task.logissue {shown}]{message}"


def _property(value: object) -> str:
    return defused(str(value)).translate(_IN_PROPERTY)
