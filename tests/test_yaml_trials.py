"""Of a line that stands elsewhere in a file of dilemmas, tags or sources, only that is told."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Final

import pytest

from finding import OTHERS, check_beside
from spreekkamer import document, source
from spreekkamer.diagnostics import Span
from spreekkamer.form import misfits
from spreekkamer.rules import Raised
from spreekkamer.schema import FILES
from spreekkamer.yaml_reader import parse

FACET: Final = """\
label: {nl: "Moment in het contact", en: "Phase of contact"}
question:
  nl: "Waar zitten jullie nu?"
  en: "Where are you now?"
max_per_card: 2
values:
  intake:
    label: {nl: "Eerste gesprek", en: "First meeting"}
    synonyms: [intakegesprek, kennismaking]
    sources: [voorbeeld]
  guidance:
    label: {nl: "Begeleiding", en: "Guidance"}
    misspellings: [begleiding]
"""
DILEMMA: Final = """\
label: {nl: "Snel of duurzaam", en: "Fast or lasting"}
question:
  nl: "Ga ik voor de eerste baan, of voor werk dat straks ook nog past?"
sides:
  fast:
    label: {nl: "Snel", en: "Fast"}
    definition:
      nl: "Zo kort mogelijk in de uitkering."
      en: "As short on benefit as possible."
  lasting:
    label: {nl: "Duurzaam", en: "Lasting"}
    definition:
      nl: "Langer investeren in werk dat blijft."
      en: "Invest longer in work that lasts."
synonyms: [snelle uitstroom, blijvend werk]
not_to_confuse_with:
  work-training: "Hier gaat het om hoe lang, daar om wat eerst."
research:
  - nl: "Wie snel begint, valt vaker terug."
    sources: [voorbeeld]
  - nl: "Een tweede onderzoek vond geen verschil."
    sources: [voorbeeld]
"""
SOURCES: Final = """\
voorbeeld:
  title: "Een voorbeeld van een bron"
  by: "Voorbeeldbureau"
  url: "https://example.org/bron"
tweede:
  title: "Nog een bron"
  year: "2019-11"
"""
FILES_OF_ALL_KINDS: Final = {
    "tags/phase.yml": FACET,
    "dilemmas/fast-lasting.yml": DILEMMA,
    "sources.yml": SOURCES,
}
SECONDS: Final = 5
Slip = Callable[[str], str | None]


def moved(by: int) -> Slip:
    """Return the slip that begins a line further to the right, or to the left."""

    def slip(line: str) -> str | None:
        depth = len(line) - len(line.lstrip()) + by
        return " " * depth + line.lstrip() if depth >= 0 else None

    return slip


def with_dash(line: str) -> str | None:
    """Return a line that is no item of a list with a hyphen."""
    before = line[: len(line) - len(line.lstrip())]
    return None if line.lstrip()[:2] == "- " else f"{before}- {line.lstrip()}"


def without_dash(line: str) -> str | None:
    """Return an item of a list without its hyphen."""
    return line.replace("- ", "", 1) if line.lstrip()[:2] == "- " else None


def without_its_room(line: str) -> str | None:
    """Return an item of a list with spaces in place of its hyphen."""
    return line.replace("- ", "  ", 1) if line.lstrip()[:2] == "- " else None


SLIPS: Final = {
    "a space too many": moved(1),
    "a step too far": moved(2),
    "a space too few": moved(-1),
    "a step too near": moved(-2),
    "two steps too near": moved(-4),
    "a hyphen": with_dash,
    "no hyphen": without_dash,
    "no hyphen, but its room": without_its_room,
}


def slipped(slip: Slip) -> Iterator[tuple[str, int, list[str]]]:
    """Yield each file with `slip` on each line that it can be made on, with that line, from 0."""
    for path, content in FILES_OF_ALL_KINDS.items():
        lines = content.split("\n")
        for number, line in enumerate(lines):
            wrong = slip(line) if line else None
            if wrong is not None and wrong != line:
                yield path, number, [*lines[:number], wrong, *lines[number + 1 :]]


def raised(path: str, lines: list[str]) -> tuple[Raised, ...]:
    """Return what the reader says of a file of `lines`."""
    written = source.from_bytes("\n".join(lines).encode(), path, PurePosixPath(path))
    return document.read(written)[1]


def line_of(told: Raised) -> int:
    """Return the line, from 0, that the reader tells of."""
    where = told.finding.where
    assert isinstance(where, Span)
    return where.start.line - 1


def is_sound(path: str, lines: list[str]) -> bool:
    """Return whether a file of `lines` has the form that its schema asks for."""
    root, told = parse("\n".join(lines))
    kind = document.kind_of(PurePosixPath(path))
    return root is not None and not told and kind is not None and not [*misfits(FILES[kind], root)]


def obeyed(lines: list[str], told: Raised) -> list[str]:
    """Return `lines` with what the hint asks for done."""
    variant, values, number = told.finding.variant, told.finding.values, line_of(told)
    line, fixed = lines[number].lstrip(), str(values.get("fixed", ""))
    depth = len(lines[number]) - len(line)
    if variant == "dash-field":
        return [*lines[:number], " " * depth + fixed, *lines[number + 1 :]]
    spaces = int(str(values["spaces"]))
    last = int(str(values["last"])) if variant.endswith("-all") else number + 1
    shift = moved(spaces - depth)
    below = [shift(each) or "" for each in lines[number + 1 : last]]
    new = " " * spaces + (fixed if variant.startswith("dash-absent") else line)
    return [*lines[:number], new, *below, *lines[last:]]


@pytest.mark.parametrize("name", SLIPS)
def test_a_line_that_stands_elsewhere_is_one_mistake_told_there(name: str) -> None:
    seen = 0
    for path, number, lines in slipped(SLIPS[name]):
        # Between fields of one list a step is no mistake in form that can be seen.
        if is_sound(path, lines):
            continue
        [told] = raised(path, lines)
        assert line_of(told) == number, (path, lines[number], told)
        assert is_sound(path, obeyed(lines, told)), (path, lines[number], told)
        seen += 1
    assert seen


@pytest.mark.parametrize(
    ("path", "gone", "line", "hint"),
    [
        ("tags/phase.yml", "values:\n", 6, "zet erboven de regel  values:"),
        ("tags/phase.yml", "question:\n", 2, "zet erboven de regel  question:"),
        (
            "tags/phase.yml",
            "  guidance:\n",
            11,
            "zet erboven een regel met 2 spaties, de naam en een dubbele punt, bijvoorbeeld "
            " nieuwe-naam:",
        ),
        (
            "sources.yml",
            "tweede:\n",
            5,
            "zet erboven, vooraan de regel, de naam en een dubbele punt, bijvoorbeeld  nieuwe",
        ),
        ("sources.yml", "voorbeeld:\n", 1, "zet erboven, vooraan de regel, de naam"),
        ("dilemmas/fast-lasting.yml", "sides:\n", 4, "zet erboven de regel  sides:"),
        ("dilemmas/fast-lasting.yml", "research:\n", 18, "zet erboven de regel  research:"),
    ],
)
def test_a_name_that_is_gone_is_told_where_it_belongs(
    path: str, gone: str, line: int, hint: str
) -> None:
    assert said(path, FILES_OF_ALL_KINDS[path].replace(gone, "", 1), hint) == (line, hint)


def said(path: str, content: str, hint: str) -> tuple[int, str]:
    """Return the line of the one problem of a file, and as much of what helps as `hint` is long."""
    problems = check_beside(content.encode(), path, OTHERS, "nl").diagnostics
    [problem] = [each for each in problems if each.path.endswith(path)]
    return problem.span.start.line, problem.hint[: len(hint)]


def test_fields_that_stand_below_their_name_at_the_margin_are_one_mistake() -> None:
    flat = SOURCES.replace('  title: "Nog', 'title: "Nog').replace("  year", "year")
    hint = "begin regel 6 tot en met 7 met 2 spaties meer dan nu"
    assert said("sources.yml", flat, hint) == (6, hint)


def test_a_group_that_stands_elsewhere_is_moved_with_what_is_below_it() -> None:
    wrong = DILEMMA.replace(
        '  lasting:\n    label: {nl: "Duurzaam", en: "Lasting"}\n    definition:\n      nl: "La'
        'nger investeren in werk dat blijft."\n      en: "Invest longer in work that lasts."\n',
        'lasting:\n  label: {nl: "Duurzaam", en: "Lasting"}\n  definition:\n    nl: "Langer inv'
        'esteren in werk dat blijft."\n    en: "Invest longer in work that lasts."\n',
    )
    hint = "begin deze regel met 2 spaties, en schuif de regels tot en met regel 14 even ver mee"
    assert said("dilemmas/fast-lasting.yml", wrong, hint) == (10, hint)


def test_with_another_mistake_in_the_file_the_line_is_found_too() -> None:
    hint = "begin deze regel met 2 spaties"
    for wrong in ("    guidance:", " guidance:"):
        content = FACET.replace("misspellings", "mispelings").replace("  guidance:", wrong)
        assert said("tags/phase.yml", content, hint) == (11, hint), wrong


def test_a_file_of_nothing_but_mistakes_is_told_of_in_time() -> None:
    began = time.process_time()
    raised("tags/phase.yml", [" a:", "  b:", " c:", ""] * 3000)
    assert time.process_time() - began < SECONDS


def test_a_word_without_a_hyphen_is_not_made_part_of_the_word_above_it() -> None:
    words = "synonyms:\n      - kennismaking\n      eerste keer\n      - start"
    wrong = FACET.replace("synonyms: [intakegesprek, kennismaking]", words)
    hint = "begin de regel met 6 spaties en een streepje:  - eerste keer"
    assert said("tags/phase.yml", wrong, hint) == (11, hint)


def test_a_register_that_is_a_list_is_told_what_it_should_be() -> None:
    content = "- voorbeeld:\n    title: Een stuk\n"
    hint = "haal het streepje voor elke naam weg"
    assert said("sources.yml", content, hint) == (1, hint)


def test_a_third_side_is_told_where_it_stands() -> None:
    third = "  both: {label: {nl: Beide}, definition: {nl: Van alles wat.}}\nsynonyms:"
    wrong = DILEMMA.replace("synonyms:", third)
    hint = "een dilemma heeft twee kanten"
    assert said("dilemmas/fast-lasting.yml", wrong, hint) == (15, hint)


def test_a_card_in_the_wrong_folder_is_told_to_be_one() -> None:
    card = "title: Iets\nsituation: >-\n  Tekst een.\nresult: worked\nperiod: 2026\n"
    for path in ("tags/phase.yml", "dilemmas/fast-lasting.yml"):
        [told] = raised(path, card.split("\n"))
        assert told.rule == "id-place", path


def test_a_new_entry_at_the_margin_is_moved_with_its_own_fields_only() -> None:
    wrong = FACET.replace("values:\n", 'values:\nnew-one:\n  label: {nl: "Nieuw"}\n')
    hint = "begin deze regel met 2 spaties, en schuif de regels tot en met regel 8 even ver mee"
    assert said("tags/phase.yml", wrong, hint) == (7, hint)


def test_the_fields_of_the_last_entry_are_told_to_stand_too_far_left() -> None:
    wrong = FACET + '  new-one:\n  label: {nl: "Nieuw"}\n'
    hint = "begin deze regel met 4 spaties"
    assert said("tags/phase.yml", wrong, hint) == (15, hint)


def test_a_field_that_nobody_knows_is_not_put_somewhere_else() -> None:
    wrong = DILEMMA.replace("research:", 'remark: "Nog nakijken."\nresearch:')
    assert raised("dilemmas/fast-lasting.yml", wrong.split("\n")) == ()


@pytest.mark.parametrize("path", FILES_OF_ALL_KINDS)
def test_a_sound_file_is_left_alone(path: str) -> None:
    assert raised(path, FILES_OF_ALL_KINDS[path].split("\n")) == ()
