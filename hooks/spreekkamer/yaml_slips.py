"""What somebody types before or behind the name of a field by habit, or leaves out there."""

from __future__ import annotations

import re
from typing import Final

from spreekkamer.rules import Raised
from spreekkamer.schema_types import Group, ListOf, MapOf
from spreekkamer.yaml_layout import (
    KEY,
    above,
    at,
    block,
    goes_on,
    holds,
    indent,
    may_be_text,
    opens_group,
    owner,
    parent,
    quoted,
    siblings,
    told,
    types_of,
)

_CONFLICT: Final = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: .*)?")
_FENCE: Final = re.compile(r"\s*(?:`{3,}|~{3,})\w*")
_SEPARATOR: Final = re.compile(r"\s*([=_*~#+-])\1{3,}\s*")
_REMARK: Final = re.compile(r"\s*(?://|/\*|<!--).*")
_SIGN: Final = re.compile(r"\s*(?:[•·▪*–—]|[0-9]{1,2}[.)])\s+(?P<rest>\S.*)")
_DASH: Final = re.compile(r"\s*- +(?P<rest>[^\s-].*)")
_TWO_DASHES: Final = re.compile(r"\s*- +(?P<rest>- +[a-z_]+:(?: .*)?)")
_DASH_NO_SPACE: Final = re.compile(r"\s*-(?P<rest>[a-z_]+:(?: .*)?|[\[{\"'].*)")
_STRESSED: Final = re.compile(
    r"\s*(?P<dash>- +)?(?P<sign>\*{1,2}|_{1,2}|`)(?P<key>[a-z_]+?)(?::(?P=sign)|(?P=sign) ?:)"
    r"\s*(?P<value>.*)"
)
_NO_COLON: Final = re.compile(
    r"\s*(?P<dash>- +)?(?P<key>[a-z_-]+)"
    r"(?:(?P<sign>\s*(?:[;=：﹕꞉]|[-=]>)\s*)|\s+|$)(?P<value>.*)"
)
_COLON: Final = re.compile(r"\s*(?P<dash>- +)?(?P<key>[a-z_-]+):(?P<value>[^\s:/].*)")
_APOSTROPHE: Final = re.compile(r"'(?:[a-z]|en) ")
_ITEM: Final = re.compile(r"[^,\]}]+")
_OPENS: Final = ("[", "{", '"', "'", ">", "|")
_ODD: Final = re.compile(r": | #|^[&*!%@`?,\]}]")
DUTCH: Final = frozenset(("kind", "label", "status"))
"""Fields that are words of our language as well, so that a sentence may hold them."""
_OFTEN: Final = frozenset(("en", "by"))


def slip(lines: list[str], number: int) -> Raised | None:
    """Return the finding for the beginning of line `number`, counted from 0, if it has a slip.

    What is found here is never right, wherever the parser stopped.
    """
    line = at(lines, number).rstrip()
    start, end = indent(line), len(line)
    for variant, sign in (
        ("conflict", _CONFLICT),
        ("fence", _FENCE),
        ("fence", _SEPARATOR),
        ("remark", _REMARK),
    ):
        if sign.fullmatch(line):
            return told(number, start, end, variant)
    found = (_before_field, _no_colon, _no_space)
    for variant, fixed in (each(lines, number, line) for each in found):
        if fixed:
            return told(number, start, end, variant, fixed=fixed)
    return None


def _is_field(key: str, group: str) -> bool:
    return bool(types_of(key)) or holds(group, MapOf)


def _before_field(lines: list[str], number: int, line: str) -> tuple[str, str]:
    """Return the variant for a sign before a field, and the line as it should be."""
    if match := _STRESSED.fullmatch(line):
        if _is_field(match["key"], parent(lines, number)):
            return "field-sign", f"{match['dash'] or ''}{match['key']}: {match['value']}".rstrip()
    if match := _SIGN.fullmatch(line):
        return _with_dash(match["rest"], parent(lines, number))
    if match := _DASH_NO_SPACE.fullmatch(line):
        key = KEY.fullmatch(match["rest"])
        if not key or types_of(key["key"]):
            return "dash-space", f"- {match['rest']}"
    if match := _TWO_DASHES.fullmatch(line):
        return "dash-twice", match["rest"]
    if match := _DASH.fullmatch(line):
        key, group = KEY.fullmatch(match["rest"]), parent(lines, number)
        if key and (holds(group, Group, MapOf) or _in_item(lines, number, key["key"])):
            return "dash-field", match["rest"]
    return "", ""


def _in_item(lines: list[str], number: int, key: str) -> bool:
    """Return whether the hyphen on line `number` stands below a field of the same item."""
    over = KEY.fullmatch(at(lines, owner(lines, number)).rstrip())
    if not over or "-" not in over["before"] or not types_of(key) or over["key"] == key:
        return False
    return over.start("key") == indent(at(lines, number)) and siblings(key, over["key"])


def _with_dash(rest: str, group: str) -> tuple[str, str]:
    """Return the variant for a sign that is no hyphen, and what should stand there."""
    if holds(group, ListOf):
        return "dash-sign", f"- {rest}"
    key = KEY.fullmatch(rest)
    return ("field-sign", rest) if key and _is_field(key["key"], group) else ("", "")


def _no_colon(lines: list[str], number: int, line: str) -> tuple[str, str]:
    """Return the variant for a field without a colon, and the line as it should be."""
    match = _NO_COLON.fullmatch(line)
    if not match or not _is_field(match["key"], parent(lines, number)):
        return "", ""
    key, value = match["key"], match["value"]
    if not (match["sign"] or _may_be_value(key, value) or (not value and goes_on(lines, number))):
        return "", ""
    odd = value and _ODD.search(value) and not opens_group(key, value)
    shown = quoted(value) if odd else value
    return "no-colon-field", f"{match['dash'] or ''}{key}: {shown}".rstrip()


def _no_space(lines: list[str], number: int, line: str) -> tuple[str, str]:
    """Return the variant for a field without a space behind its colon, and the line with one."""
    match = _COLON.fullmatch(line)
    if not match or not _is_field(match["key"], parent(lines, number)):
        return "", ""
    return "no-space", f"{match['dash'] or ''}{match['key']}: {match['value']}"


def _may_be_value(key: str, value: str) -> bool:
    """Return whether `value` behind the word `key` is its value, and not more of a sentence."""
    if not value or value.startswith(_OPENS):
        return bool(value)
    if key in _OFTEN:
        return False
    return " " not in value or (may_be_text(key) and key not in DUTCH)


def apostrophe(number: int, column: int, lines: list[str]) -> Raised | None:
    """Return the finding for a text that begins with ‘'s’ or ‘'t’, which opens a quotation."""
    line = at(lines, number)
    if not _APOSTROPHE.match(line, column):
        return None
    key = line[:column].strip()
    over = at(lines, above(lines, number)).rstrip()
    if key[-1:] in ("[", "{", ",") or (not key and over.endswith((",", "["))):
        item = _ITEM.match(line, column)
        end = item.end() if item else len(line)
        fixed = quoted(line[column:end])
        return told(number, column, end, "apostrophe", fixed=fixed)
    if goes_on(lines, number):
        sign = block(lines, number)
        return told(number, column, column + 1, "apostrophe-lines", key=key, sign=sign)
    fixed = f"{key} {quoted(line[column:])}".strip()
    return told(number, column, column + 1, "apostrophe", fixed=fixed)
