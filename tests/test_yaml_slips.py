"""A slip of the hand, on any line of a card, is one mistake, told there, and mended by its hint."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

import pytest

from conftest import card_with, is_judged
from finding import check_card
from spreekkamer.diagnostics import Diagnostic, Severity

CARD: Final = card_with(
    'title: "Na drie keer bellen stond ze er zelf"\n'
    "also: [trust-check]\n"
    'period: "2026-Q1"\n'
    "because: Ze wist wie ze te zien kreeg, en wanneer.\n"
    "beneath: >-\n  Ik dacht eerst dat het mij te veel tijd kostte.\n  Dat viel mee.\n"
    "outcome:\n  after_months: 5\n  what: Ze komt elke week.\n  known_how: seen\n"
    "tries:\n"
    '  - period: "2026-Q2"\n    result: confirms\n    note: Ook hier hielp het.\n'
    "  - period: 2026\n    result: partly\n    note: Een man kwam toch niet.\n"
    "question: Wanneer bel je zelf, en wanneer wacht je?\n"
    "tags:\n  situation: [debts]\n  phase: [intake]\n"
    "see_also:\n  - {card: trust, how: partly}\n"
    "role: klantmanager werk\n"
)
LINES: Final = CARD.rstrip("\n").split("\n")
FIELD: Final = re.compile(r"(?P<before> *(?:- )?)(?P<key>[a-z_]+): ?(?P<value>.*)")
Slip = Callable[[str], str | None]


def errors(lines: list[str]) -> list[Diagnostic]:
    """Return the mistakes in form of a card of `lines`."""
    found = check_card("\n".join((*lines, "")).encode()).diagnostics
    return [each for each in found if each.severity is Severity.ERROR and not is_judged(each)]


def slips(slip: Slip) -> Iterator[tuple[int, list[str]]]:
    """Yield the card with `slip` on each line that it can be made on, with that line's number."""
    for number, line in enumerate(LINES):
        if (wrong := slip(line)) is not None and wrong != line:
            yield number + 1, [*LINES[:number], *wrong.split("\n"), *LINES[number + 1 :]]


def on_field(form: str, holds: str = ".*") -> Slip:
    """Return the slip that writes a field, whose value looks like `holds`, in another `form`."""

    def slip(line: str) -> str | None:
        match = FIELD.fullmatch(line)
        if not match or not re.fullmatch(holds, match["value"]):
            return None
        before, key, value = match.groups()
        inner = value[1:-1]
        return form.format(before=before, key=key, value=value, inner=inner).rstrip()

    return slip


def instead(pattern: str, form: str) -> Slip:
    """Return the slip that writes `form` in place of `pattern`, wherever a line holds that."""

    def slip(line: str) -> str | None:
        return re.sub(pattern, form, line) if re.search(pattern, line) else None

    return slip


TEXT: Final = "[A-Z][^\"'\\[{]{15,}"
QUOTED: Final = '".+"'
LISTED: Final = r"\[.+\]"
MENDED: Final = {
    "no colon": on_field("{before}{key} {value}"),
    "a semicolon": on_field("{before}{key}; {value}"),
    "a sign of equality": on_field("{before}{key} = {value}"),
    "a wide colon": on_field("{before}{key}：{value}"),
    "no space": on_field("{before}{key}:{value}", "[^>].*"),
    "a bold name": on_field("{before}**{key}**: {value}"),
    "a bold name with its colon": on_field("{before}**{key}:** {value}"),
    "a hyphen before a field": on_field("{before}- {key}: {value}", "[^>].*"),
    "a colon in a text": instead("(Ze|wist|Ook|man|Wanneer) (?=[a-z])", r"\1: "),
    "a quote that is not closed": on_field('{before}{key}: "{inner}', QUOTED),
    "a quote before a text": on_field('{before}{key}: "{value}', TEXT),
    "a single quote before a text": on_field("{before}{key}: '{value}", TEXT),
    "a curly quote at the end": on_field('{before}{key}: "{inner}”', QUOTED),
    "another quote at the end": on_field("{before}{key}: \"{inner}'", QUOTED),
    "words in quotes at the beginning": on_field('{before}{key}: "Kijk" zei ze. {value}', TEXT),
    "words in quotes at both ends": on_field('{before}{key}: "Kijk" {value} "Ja"', TEXT),
    "an apostrophe at the beginning": on_field("{before}{key}: 't {value}", TEXT),
    "a question mark behind a quote": on_field('{before}{key}: "{value}"?', TEXT),
    "a comma behind a quote": on_field("{before}{key}: {value},", QUOTED),
    "a comma behind a list": on_field("{before}{key}: {value},", LISTED),
    "a list that is not closed": on_field("{before}{key}: [{inner}", LISTED),
    "a list that is not opened": on_field("{before}{key}: {inner}]", LISTED),
    "a list within round brackets": on_field("{before}{key}: ({inner})", LISTED),
    "a list within braces": on_field("{before}{key}: {{{inner}}}", LISTED),
    "a list in quotes": on_field('{before}{key}: "{value}"', LISTED),
    "a text that begins with a bracket": on_field("{before}{key}: [Kijk] {value}", TEXT),
    "a text that begins with a percentage": on_field("{before}{key}: %{value}", TEXT),
    "a text within brackets": on_field("{before}{key}: [{value}", TEXT),
    "a number behind the sign of one": on_field("{before}{key}: {value} #1 ook.", TEXT),
    "two hyphens": instead("^  - (?=[a-z])", "  - - "),
    "no space behind a hyphen": instead("^  - ", "  -"),
    "a bullet": instead("^  - ", "  • "),
    "a star": instead("^  - ", "  * "),
    "a dash": instead("^  - ", "  – "),
    "a number before an item": instead("^  - ", "  1. "),
    "no braces": instead("[{}]", ""),
    "one brace": instead("{", ""),
    "a brace that is not closed": instead("}", ""),
    "round brackets": instead("{(.*)}", r"(\1)"),
    "square brackets": instead("{(.*)}", r"[\1]"),
    "no comma within braces": instead("{(.*), ", r"{\1 "),
    "a semicolon within braces": instead("{(.*), ", r"{\1; "),
    "no colon within braces": instead("{card: ", "{card "),
    "no space within braces": instead("{card: ", "{card:"),
}


def pasted(lines: list[str], problem: Diagnostic) -> list[str]:
    """Return `lines` with the text of the hint in place of what the report names.

    That is the line from its hyphen or its field on, or else the stretch that is marked.
    """
    text = problem.hint.rpartition(":  ")[2]
    number = problem.span.start.line - 1
    line = lines[number]
    indent = len(line) - len(line.lstrip())
    field = line.find(text.removeprefix("- ").split(":")[0])
    if text.startswith("- ") or "haal het streepje weg" in problem.hint:
        new = line[:indent] + text
    elif line[:field].strip() in ("", "-"):
        new = line[:field] + text
    else:
        new = line[: problem.span.start.column - 1] + text + line[problem.span.end.column - 1 :]
    return [*lines[:number], new, *lines[number + 1 :]]


@pytest.mark.parametrize("name", MENDED)
def test_a_slip_is_one_mistake_that_its_hint_mends(name: str) -> None:
    seen = 0
    for number, lines in slips(MENDED[name]):
        [problem] = errors(lines)
        assert problem.span.start.line == number, (lines[number - 1], problem.message)
        mended = pasted(lines, problem)
        assert errors(mended) == [], (lines[number - 1], problem.hint, mended[number - 1])
        seen += 1
    assert seen


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("<<<<<<< HEAD", "twee versies"),
        ("=======", "twee versies"),
        (">>>>>>> eigen-kaart", "twee versies"),
        ("```yaml", "een chat of een ander programma"),
        ("// nog navragen", "hoort bij geen veld"),
        ("<!-- nog navragen -->", "hoort bij geen veld"),
        ("Dit staat er zomaar.", "hoort"),
    ],
)
def test_a_line_that_does_not_belong_in_a_card_is_one_mistake(line: str, said: str) -> None:
    for number in range(1, len(LINES)):
        [problem] = errors([*LINES[:number], line, *LINES[number:]])
        assert problem.span.start.line == number + 1, LINES[number - 1]
        assert said in problem.message, (LINES[number - 1], problem.message)


def changed(before: str, after: str) -> list[str]:
    """Return the lines of the card with `after` in place of `before`, which it holds once."""
    assert CARD.count(before) == 1
    return CARD.replace(before, after).rstrip("\n").split("\n")


@pytest.mark.parametrize(
    ("before", "after", "line", "hint"),
    [
        ("  - period: 2026\n", "    period: 2026\n", 23, "begint hier een nieuw punt?"),
        ('  - period: "2026-Q2"\n', '    period: "2026-Q2"\n', 20, "zet een streepje ervoor"),
        ("  - period: 2026\n", "- period: 2026\n", 23, "begin deze regel met 2 spaties"),
        ("  - period: 2026\n", "    - period: 2026\n", 23, "begin deze regel met 2 spaties"),
        (
            "    result: partly\n",
            "    - result: partly\n",
            24,
            "haal het streepje weg:  result: partly",
        ),
        (
            "  after_months: 5\n  what: Ze komt elke week.\n  known",
            "after_months: 5\nwhat: Ze komt.\nknown",
            15,
            "zet de velden eronder",
        ),
        ("  situation: [debts]\n  phase", "situation: [debts]\nphase", 27, "zet de velden eronder"),
        ("outcome:\n", "outcome: ", 15, "begin er een nieuwe regel voor, met 2 spaties"),
        ("  known_how: seen", "known_how: seen", 18, "recht onder de andere velden van «outcome»"),
        ("  known_how: seen", " known_how: seen", 18, "recht onder «what»"),
        ("seen\ntries:", "seen tries:", 18, "laat «tries» op een nieuwe regel"),
        ("  - period: 2026\n", "", 23, "begint hier een nieuw punt?"),
        ("tags:\n", "tags: ", 27, "begin er een nieuwe regel voor, met 2 spaties"),
        (
            "because: Ze",
            "dilemma: trust-check because: Ze",
            11,
            "laat «because» op een nieuwe regel",
        ),
        ("role: klant", "  role: klant", 32, "haal de spaties aan het begin van deze regel weg"),
        ("question: W", "  question: W", 26, "haal de spaties aan het begin van deze regel weg"),
        ("  what: Ze", "what: Ze", 17, "begin deze regel met 2 spaties"),
        ("  after_months: 5", "after_months: 5", 16, "begin deze regel met 2 spaties"),
        ("    result: confirms", "result: confirms", 21, "begin deze regel met 4 spaties"),
        ("    result: partly", "  result: partly", 24, "begin deze regel met 4 spaties"),
        ("tries:\n", "  tries:\n", 19, "begin deze regel vooraan, zonder spaties ervoor"),
        ("see_also:\n", "  see_also:\n", 30, "begin deze regel vooraan, zonder spaties ervoor"),
        ("  Dat viel mee.\n", "Dat viel mee.\n", 14, "zet dan 2 spaties voor deze regel"),
        (
            "  Dat viel mee.\n",
            " Dat viel mee.\n",
            14,
            "begin elke regel van de tekst met 2 spaties",
        ),
        ("  Ik dacht eerst dat", "Ik dacht: nu al? Dat", 13, "twee spaties voor elke regel"),
        ("beneath: >-\n", "beneath: ->\n", 12, "beneath: >-"),
        (
            "beneath: >-\n  Ik dacht",
            "beneath:\n  Ik dacht: nee! Ik dacht",
            12,
            "schrijf  beneath: >-",
        ),
        ("because: Ze", "because: - Ze", 11, "haal het streepje weg"),
        ("because: Ze wist", "because: Let op:\n  - Ze wist", 11, "schrijf  because: |-"),
        ("because: Ze wist", "because: Let op: ja\nen Ze wist", 11, "schrijf  because: >-"),
        ("because: Ze", "because:  # Ze", 11, "haal het teken # weg"),
        ("beneath: >-\n", "beneath: >-\nbeneath: >-\n", 13, "voeg de twee samen"),
        ("  - {card: trust", "    card: trust", 31, "- {card: trust, how: partly}"),
    ],
)
def test_a_slip_of_lines_is_one_mistake(before: str, after: str, line: int, hint: str) -> None:
    [problem] = errors(changed(before, after))
    assert (problem.span.start.line, hint in problem.hint) == (line, True), problem


def test_the_card_itself_is_sound() -> None:
    assert errors(LINES) == []
