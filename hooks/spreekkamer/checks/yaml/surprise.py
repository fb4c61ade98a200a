"""A plain value of a text field must not be one that YAML reads as something else.

`no` is a boolean, `12:30` a number of minutes, `2026-03-01` a date and `0123` an octal number in
YAML 1.1 (the "Norway problem"), so other programs would not get the text that was typed. A year
in a field with a form of its own (`period: 2026`) is taken as text.

Such a value may be private as well, and one mistake gives one message. Of a telephone number only
the rule on those tells, as it has to go and nobody can overrule that. Of a day this rule tells, as
whoever overruled the warning on it would still be left with an error; its hint is to leave it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spreekkamer import privacy
from spreekkamer.checks.hints import fixed, with_key
from spreekkamer.contents import Item
from spreekkamer.diagnostics import Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.nodes import Scalar, yaml_type
from spreekkamer.private_parts import NEVER_ALLOWED, PrivatePart
from spreekkamer.rules import Finding, Rule, Sample
from spreekkamer.schema_types import Pattern, Text, Type

EXAMPLES = {"period": "2026-Q3", "month": "2026-11", "date": '"2026-01-31"', "url": "https://…"}

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("role: no"),
    passes=Sample('role: "no"'),
)


def surprises(type_: Type, node: Scalar) -> bool:
    """Return whether YAML reads the value of a text field as something else than text."""
    if not node.plain or not node.text:
        return False
    kind = yaml_type(node.text)
    if isinstance(type_, Text):
        return kind != "str"
    if isinstance(type_, Pattern):
        allowed = ("str", "int") + (("null", "timestamp") if type_.nullable else ())
        return kind not in allowed
    return False


def surprising(item: Item[Type]) -> bool:
    """Return whether `item` holds a value that surprises."""
    return isinstance(item.node, Scalar) and surprises(item.type, item.node)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    written: tuple[Item[Type], ...] = (*document.of_type(Text), *document.of_type(Pattern))
    for item in written:
        if isinstance(item.node, Scalar) and surprises(item.type, item.node):
            kinds = {hit.kind for hit in privacy.hits(item.node.text)}
            if kinds.isdisjoint(NEVER_ALLOWED):
                yield _finding(item, item.node, bool(kinds) and document.kind == "card")


def told_instead(document: Document, part: PrivatePart) -> bool:
    """Return whether this rule tells of the value with the private part already."""
    if part.kind in NEVER_ALLOWED or part.route not in document.bad:
        return False
    value = document.span(part.route, at_key=False)
    return yaml_type(document.written.within(value)) != "str"


def _finding(item: Item[Type], node: Scalar, private: bool) -> Finding:
    if node.is_null:
        return Finding(item.route, {"value": node.text}, "null")
    if isinstance(item.type, Pattern):
        # An earlier day is more probably one of birth, and not to be shown.
        day = re.match("(20[0-9]{2})-(0[1-9]|1[0-2])-", node.text)
        example = _from_day(item.type, day) if day else EXAMPLES[item.type.name]
        return Finding(item.route, {"value": node.text, "fixed": with_key(item, example)}, "form")
    if private:
        return Finding(item.route, {}, "private")
    return Finding(item.route, {"value": node.text, "fixed": fixed(item, node.text)})


def _from_day(type_: Pattern, day: re.Match[str]) -> str:
    if type_.name == "period":
        return f"{day[1]}-Q{(int(day[2]) + 2) // 3}"
    return f"{day[1]}-{day[2]}"
