"""What a rule is for, and which rules there are, as a person reads it in a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import Final

from spreekkamer.explaining import Explanation, Family, Shown
from spreekkamer.texts import Texts

_WIDTH: Final = 80
_INDENT: Final = "    "


def render(explanation: Explanation, texts: Texts) -> str:
    """Return all that is known of one rule."""
    severity = texts(f"explain.severity.{explanation.severity.value}")
    parts = [
        f"{explanation.name}: {explanation.title}\n{severity}",
        _filled(explanation.why),
        _samples(texts("explain.fails"), explanation.fails, texts),
        _samples(texts("explain.passes"), explanation.passes, texts),
    ]
    if explanation.allow:
        parts.append(_filled(f"{texts('explain.overrule')} {texts('explain.overrule-how')}"))
        parts.append(textwrap.indent(explanation.allow, _INDENT))
    else:
        parts.append(_filled(texts(f"explain.not-overruled.{explanation.severity.value}")))
    return "\n\n".join(parts)


def list_all(families: Iterable[Family], texts: Texts) -> str:
    """Return the names and titles of all rules by family, and how to read more of one."""
    parts = [_family(each) for each in families]
    return "\n\n".join([*parts, texts("explain.more")])


def _family(family: Family) -> str:
    width = max(len(each.name) for each in family.rules)
    lines = (f"  {each.name:<{width}}  {each.title}" for each in family.rules)
    return "\n".join([family.title, *lines])


def _filled(text: str) -> str:
    return textwrap.fill(text, _WIDTH)


def _samples(label: str, samples: Iterable[Shown], texts: Texts) -> str:
    lines = [f"{label}:"]
    for each in samples:
        lines += [_INDENT + text for text in (_file(each, texts), each.words) if text]
        lines.append(textwrap.indent(each.code, _INDENT, lambda line: True))
    return "\n".join(line for line in lines if line.strip())


def _file(sample: Shown, texts: Texts) -> str:
    """Return the line above a sample that names its file, if it matters which."""
    if sample.path:
        return texts("explain.file", path=sample.path)
    return texts("explain.whole") if sample.whole else ""
