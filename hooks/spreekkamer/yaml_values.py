"""What is wrong behind the name of a field: quotation marks, brackets, two fields on one line."""

from __future__ import annotations

import re
from typing import Final

from spreekkamer.rules import Raised
from spreekkamer.schema import LAW_CHANGE, SIDE, SOURCE, TAG, WORD_GROUP
from spreekkamer.schema_types import ListOf, MapOf
from spreekkamer.yaml_layout import (
    KEY,
    above,
    at,
    fields_below,
    goes_on,
    holds,
    indent,
    may_be_text,
    opens_group,
    parent,
    quoted,
    siblings,
    told,
    types_of,
)
from spreekkamer.yaml_slips import DUTCH

_ENTRIES: Final = (SOURCE, LAW_CHANGE, TAG, SIDE, WORD_GROUP)
_CLOSED_BY: Final = {"[": "]", "{": "}"}
_SECOND: Final = re.compile(r"(?P<comma>,?)\s+(?P<name>[a-z_]+):(?= |$)")
_OTHER_WORDS: Final = re.compile(r"[^a-z0-9\s,;\"'()\[\]-]")
_IN_BRACKETS: Final = re.compile(r"\{[^{}]*\}|\[[^\[\]]*\]")
_NEXT_FIELD: Final = re.compile(r", +[a-z_]+: ")
_UNLIKE: Final = "\"'”’“‘»„`´"
_TOO_MUCH: Final = re.compile(r"[,;.]+")
_LINK: Final = re.compile(r"\[[^\[\]]*\]\(https?://[^()\s]+\)")
_NAMES: Final = re.compile("[a-z0-9]+(?:-[a-z0-9]+)*")
_BEFORE_FIELD: Final = re.compile(r"(?<=[^,{\[\s])\s+(?=(?P<name>[a-z_]+): )")
_WITH_QUOTE: Final = re.compile(r"(?P<key>\s*(?:- +)?[a-z0-9_-]+: +|\s*- +)")


def two_fields(lines: list[str], number: int, colon: int, sure: bool = False) -> Raised | None:
    """Return the finding for a second field on line `number`, if the colon at `colon` is of one.

    It is `sure` behind a value that has ended; in a text, a word may stand before a colon. Within
    a list, with commas between the fields, the braces were forgotten.
    """
    line = at(lines, number).rstrip()
    first = KEY.match(line)
    places = _SECOND.finditer(line, first.end("key") + 1) if first else ()
    second = next((each for each in places if each.end() - 1 == colon), None)
    if not first or not second:
        return None
    key, name = first["key"], second["name"]
    start, end = second.start("name"), second.end()
    fixed = line[start:].rstrip(",")
    below = name in fields_below(key) or holds(key, MapOf) or _is_of_entry(key, name)
    if second.start() == first.end("key") + 1 and below:
        if _NEXT_FIELD.search(_IN_BRACKETS.sub("", fixed)):
            group = f"{{{fixed}}}" if not holds(key, ListOf) else f"[{{{fixed}}}]"
            return told(number, start, end, "braces", fixed=f"{line[:start].strip()} {group}")
        spaces = first.start("key") + 2
        return told(number, start, end, "field-below", name=name, fixed=fixed, spaces=spaces)
    is_text = may_be_text(key)
    known = types_of(key) and (siblings(key, name) if is_text else types_of(name))
    if not sure and (not known or (is_text and name in DUTCH)):
        return None
    if second["comma"] and ("-" in first["before"] or _in_list(lines, number)):
        whole = line.strip().removeprefix("- ").strip("{} ")
        return told(number, start, end, "braces", fixed=f"- {{{whole}}}")
    return told(number, start, end, "two-fields", name=name, fixed=fixed)


def _is_of_entry(key: str, name: str) -> bool:
    """Return whether `key` may be what an entry is called, and `name` a field of such an entry."""
    return not types_of(key) and any(name in table.fields for table in _ENTRIES)


def _in_list(lines: list[str], number: int) -> bool:
    return holds(parent(lines, number), ListOf)


def in_round_brackets(lines: list[str], number: int) -> Raised | None:
    """Return the finding for fields between round brackets, where braces belong."""
    line = at(lines, number).rstrip()
    match = re.fullmatch(r"(?P<before>\s*- *)\((?P<inner>[a-z_]+: [^()]*)\)", line)
    if not match:
        return None
    start = match.end("before")
    return told(number, start, len(line), "braces", fixed=f"- {{{match['inner']}}}")


def unclosed_quote(lines: list[str], number: int, column: int) -> Raised:
    """Return the finding for a quotation mark at `column` of line `number` that has no end."""
    line = at(lines, number).rstrip()
    character, text = line[column : column + 1], line[column + 1 :].rstrip()
    if not text or goes_on(lines, number) or not _WITH_QUOTE.fullmatch(line[:column]):
        return told(number, column, column + 1, "quote", character=character)
    unlike = text[-1] in _UNLIKE and text[-1] != character
    inner = text[:-1] if unlike else text
    fixed = f"{line[:column].strip()} {quoted(inner)}"
    variant = "quote-unlike" if unlike else "quote-end"
    values = {"character": character, "typed": text[-1], "fixed": fixed}
    return told(number, column, column + 1, variant, **values)


def after_quote(lines: list[str], number: int, start: int, end: int) -> Raised:
    """Return the finding for what stands from `end` on behind a text in quotes from `start`."""
    line = at(lines, number).rstrip()
    rest, value = line[end:].strip(), line[start:]
    if found := _second_from(lines, number, end):
        return found
    if found := _as_list(lines, number, end) or sign_behind_quote(lines, number):
        return found
    before = _WITH_QUOTE.fullmatch(line[:start])
    if not before or goes_on(lines, number):
        return told(number, end, len(line), "after-quote")
    if _TOO_MUCH.fullmatch(rest):
        return told(number, end, len(line), "too-much", fixed=line[:end].strip(), rest=rest)
    fixed = f"{line[:start].strip()} {quoted(_inside(value))}"
    return told(number, end, len(line), "quote-inside", fixed=fixed)


def sign_behind_quote(lines: list[str], number: int) -> Raised | None:
    """Return the finding for a question mark that stands behind the quotation marks."""
    line = at(lines, number).rstrip()
    match = re.fullmatch(
        r"(?P<key>\s*(?:- +)?[a-z_]+: +)\"(?P<text>[^\"\\]*)\" *(?P<sign>[?!.]+)", line
    )
    if not match:
        return None
    text, sign = match["text"], match["sign"]
    whole = text if text.endswith(sign) else text + sign
    fixed = f"{match['key'].strip()} {quoted(whole)}"
    return told(number, match.start("sign"), len(line), "sign-behind", fixed=fixed)


def _inside(value: str) -> str:
    """Return what should stand between quotation marks of a `value` that has some inside too."""
    character = value[0]
    second = value.find(character, 1)
    # A mark that opens has a space before it, or letters on both sides as in «z'n».
    opens = value[second - 1].isspace() or (
        value[second - 1].isalnum() and value[second + 1 : second + 2].isalnum()
    )
    if opens and value.endswith(character):
        return value[1:-1]
    return value[1:] if opens else value


def after_bracket(lines: list[str], number: int, end: int) -> Raised:
    """Return the finding for what stands from `end` behind a list or a group within brackets."""
    line = at(lines, number).rstrip()
    if found := _second_from(lines, number, end):
        return found
    rest = line[end:].strip()
    if _TOO_MUCH.fullmatch(rest):
        return told(number, end, len(line), "too-much", fixed=line[:end].strip(), rest=rest)
    match = KEY.fullmatch(line)
    link = _LINK.fullmatch(match["value"] or "") if match else None
    if match and link and not may_be_text(match["key"]) and not holds(match["key"], ListOf):
        return told(number, end, len(line), "link")
    if found := _as_list(lines, number, end):
        return found
    if not match or not may_be_text(match["key"]) or goes_on(lines, number):
        return told(number, end, len(line), "after-value")
    fixed = f"{match['before'].strip()} {match['key']}: {quoted(match['value'])}".strip()
    return told(number, end, len(line), "after-bracket", fixed=fixed)


def _as_list(lines: list[str], number: int, end: int) -> Raised | None:
    """Return the finding for names that stand apart on line `number` where one list belongs."""
    line = at(lines, number).rstrip()
    match = KEY.fullmatch(line)
    names = _NAMES.findall(match["value"] or "") if match else []
    in_tags = any(
        isinstance(each, MapOf) and isinstance(each.type, ListOf)
        for each in types_of(parent(lines, number))
    )
    if not match or not (holds(match["key"], ListOf) or in_tags):
        return None
    # Of other words the names cannot be told.
    if not names or goes_on(lines, number) or _OTHER_WORDS.search(match["value"] or ""):
        return None
    fixed = f"{match['before'].strip()} {match['key']}: [{', '.join(names)}]".strip()
    return told(number, end, len(line), "one-list", fixed=fixed)


def _second_from(lines: list[str], number: int, column: int) -> Raised | None:
    """Return the finding for a second field on line `number` from `column` on."""
    match = re.compile(r"[,;]?\s*[a-z_]+(?=: |:$)").match(at(lines, number), column)
    return two_fields(lines, number, match.end(), sure=True) if match else None


def within_brackets(lines: list[str], number: int, column: int) -> Raised:
    """Return the finding for a bracket at `column` of line `number` that went wrong inside."""
    line = at(lines, number).rstrip()
    character, rest = line[column : column + 1], line[column:]
    closing = _CLOSED_BY.get(character, "\n")
    key = KEY.match(line)
    in_tags = holds(parent(lines, number), MapOf)
    is_text = key and column == key.start("value") and may_be_text(key["key"]) and not in_tags
    if key and is_text and not opens_group(key["key"], rest):
        if not goes_on(lines, number):
            fixed = f"{line[:column].strip()} {quoted(rest)}"
            return told(number, column, column + 1, "start", character=character, fixed=fixed)
    if rest.count('"') == 1:
        place = column + rest.index('"')
        return told(number, place, place + 1, "quote", character='"')
    if closing in rest:
        end = column + rest.index(closing) + 1
        inside = line[column:end]
        if (fixed := _with_commas(inside)) != inside and end == len(line):
            fixed = line[:column].lstrip() + fixed
            return told(
                number, column, column + 1, "comma-missing", fixed=fixed, character=character
            )
        return told(number, column, column + 1, "bracket-inside", character=character)
    below = at(lines, number + 1)
    ends_here = not below.strip() or indent(below) <= indent(line)
    if ends_here and not rest.endswith((",", character)):
        fixed = line.lstrip() + closing
        return told(number, column, column + 1, "bracket-end", character=character, fixed=fixed)
    return told(number, column, column + 1, "bracket", character=character)


def open_bracket(lines: list[str], number: int) -> Raised | None:
    """Return the finding for a bracket that is still open on the last line above `number`."""
    over = above(lines, number + 1)
    line = at(lines, over).rstrip()
    for opening, closing in _CLOSED_BY.items():
        if line.count(opening) > line.count(closing):
            column = line.rindex(opening)
            return told(over, column, column + 1, "bracket", character=opening)
    return None


def _with_commas(inside: str) -> str:
    """Return what stands within brackets with a comma before each further field."""
    commas = inside.replace("; ", ", ").replace(";", ", ")
    return _BEFORE_FIELD.sub(lambda match: ", " if types_of(match["name"]) else match[0], commas)
