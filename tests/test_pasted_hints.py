"""A hint that shows what to type gives a sound card when it is typed where the report says."""

from __future__ import annotations

import re

import pytest

from conftest import card_with, is_judged
from finding import OTHERS, check_beside, check_card, everything, hint_on, in_file, on_card
from spreekkamer.diagnostics import Diagnostic


def problem_on(fields: str) -> Diagnostic:
    """Return the one problem of the sound card with `fields`."""
    problems = check_card(card_with(fields).encode()).diagnostics
    [problem] = [each for each in problems if not is_judged(each)] or problems
    return problem


def pasted(fields: str) -> str:
    """Return the sound card with `fields`, once its hint stands in place of what it names."""
    problem, card = problem_on(fields), card_with(fields)
    lines = card.split("\n")
    first, last = problem.span.start.line, problem.span.end.line
    if told := re.match("vervang .* op regel ([0-9]+) tot en met ([0-9]+):  ", problem.hint):
        first, last = int(told[1]), int(told[2])
    text = problem.hint.rpartition(":  ")[2]
    start, end = problem.span.start.column - 1, problem.span.end.column - 1
    if re.match("[a-z_]+: ", text):
        start = lines[first - 1].index(text.split(":")[0])
    changed = lines[first - 1][:start] + text + lines[last - 1][end:]
    return "\n".join((*lines[: first - 1], changed, *lines[last:]))


@pytest.mark.parametrize(
    "fields",
    [
        "period: zomer 2026",
        "period: >-\n  zomer\n  2026",
        "period:\n  zomer 2026",
        "checked: |\n  maart 2026",
        "composite: ja",
        "composite: >-\n  nee",
        'composite: "ja"',
        "composite: 'true'",
        "outcome:\n  what: Werkt nog steeds.\n  after_months: >-\n    na 12",
        'outcome:\n  what: Werkt nog steeds.\n  after_months: "12 maanden"',
        "tries: [{period: zomer 2026, result: confirms, note: Zo ging het.}]",
        "tries:\n  - period: zomer\n      2026\n    result: confirms\n    note: Zo ging het.",
        "also: >-\n  trust-check",
        "also: trust-check,\n  help-enforce",
        "outcome: Na een half jaar\n  werkt ze er nog.",
        "outcome: >-\n  Na een half jaar\n\n  werkt ze er nog.",
        "signal: De brief is te lang\n  en te moeilijk.",
        "question: >-\n  Praat eens over wanneer je wacht\n  en wanneer je doorpakt.",
        'question: "Praat eens over wanneer je wacht\n  en wanneer je doorpakt."',
        "question: |\n  Wanneer wacht je?\n\n  - en wanneer niet",
        "formerly: [Eerste\n    Kaart]",
        "formerly:\n  - >-\n    Eerste\n    Kaart",
        "formerly: [Eerste Kaart, tweede]",
        "tags: {situation: -debts -single-parent}",
        "tags:\n  situation:\n    -debts\n    -single-parent",
        "tags:\n  situation: debts; single-parent",
        "tags:\n  situation: • debts • single-parent",
        "tags:\n  situation: (debts en single-parent)",
        "tags: debts, guidance",
        "tags: situation [debts]",
        "formerly: oude-naam / nog-een",
        "outcome: {what:Goed}",
        "see_also: {card: trust, how: partly}",
    ],
)
def test_a_card_is_sound_with_the_text_of_the_hint(fields: str) -> None:
    assert in_file(pasted(fields)) == []


DONE = "  after_months: 6\n  what: Ze werkt er nog."
TRIED = "period: 2026\n    result: confirms\n    note: Zo ging het hier ook."
TOLD = "Een vrouw durfde niet alleen naar de balie te gaan en belde elke week."


@pytest.mark.parametrize(
    ("wrong", "told", "right"),
    [
        (
            "outcome:\n  - after_months: 6\n    what: Ze werkt er nog.",
            "haal het streepje voor «after_months» weg, en laat de velden recht onder elkaar staan",
            f"outcome:\n{DONE}",
        ),
        (
            f"tries:\n    {TRIED}",
            "zet een streepje en een spatie voor «period», en spring de regels daaronder even ver"
            " in als «period»",
            f"tries:\n  - {TRIED}",
        ),
        ("also: geen", "is er niets, haal de regel dan weg", ""),
        (
            "tags:\n  situation: geen\n  phase: [guidance]",
            "is er niets, haal «situation» dan weg; blijft er daarna niets over, haal dan ook weg"
            " waar het onder staat",
            "tags:\n  phase: [guidance]",
        ),
        (
            "outcome: [{after_months: 6, what: Ze werkt er nog.}]",
            "haal de rechte haken weg, en laat de accolades staan",
            "outcome: {after_months: 6, what: Ze werkt er nog.}",
        ),
        (
            "outcome:\n after_months: 6\n   what: Ze werkt er nog.",
            "begin deze regel met één spatie, dan staat het veld recht onder «after_months»",
            "outcome:\n after_months: 6\n what: Ze werkt er nog.",
        ),
        (
            "tags:\n  situation: [[debts]]",
            "haal de binnenste haken weg",
            "tags:\n  situation: [debts]",
        ),
        (
            "also:\n  - dilemma: trust-check",
            "schrijf alleen de naam, zonder velden of haken",
            "also:\n  - trust-check",
        ),
        *(
            (
                f"situation: {begin}{TOLD}",
                "schrijf  situation: >-  en zet de tekst eronder, twee spaties ingesprongen",
                f"situation: >-\n  {TOLD}",
            )
            for begin in ("\n  Casus: ", "->\n  ", "→ ", "=> ", "–>\n  ")
        ),
        (
            "tags: {situation: [debts single-parent]}",
            "zet er een komma tussen, zonder aanhalingstekens eromheen: debts, single-parent",
            "tags: {situation: [debts, single-parent]}",
        ),
        (
            "tags:\n  situation:\n    - debts en single-parent",
            "zet elk op een eigen regel met een streepje ervoor: debts, single-parent",
            "tags:\n  situation:\n    - debts\n    - single-parent",
        ),
        ("result: worked, partly", "kies er één: worked, partly", "result: partly"),
        *(
            (
                f"situation: >-\n  {TOLD}\n  {typed} Dat gaf haar rust.",
                f"begin deze regel vooraan, zonder spaties ervoor, en noem het veld {name}",
                f"situation: >-\n  {TOLD}\n{name}: Dat gaf haar rust.",
            )
            for typed, name in (
                ("Because:", "because"),
                ("because :", "because"),
                ("next-time:", "next_time"),
                ("Not when:", "not_when"),
                ("Waarom, denk je?:", "because"),
            )
        ),
        (
            f"situation: >-\n  {TOLD}\n  volgende keer: >-\n  Ik bel eerder.",
            "begin deze regel vooraan, zonder spaties ervoor, en noem het veld next_time",
            f"situation: >-\n  {TOLD}\nnext_time: >-\n  Ik bel eerder.",
        ),
        (
            "outcome:\n  after_months: 6\n   what: Ze werkt er nog.",
            "begin deze regel met 2 spaties, dan staat het veld recht onder «after_months»",
            f"outcome:\n{DONE}",
        ),
        (
            "tries:\n  - period: 2026\n  result: confirms\n    note: Zo ging het hier ook.",
            "begin deze regel met 4 spaties, dan staat het veld recht onder «period»",
            f"tries:\n  - {TRIED}",
        ),
        (
            "tries:\n  - period: 2026\n  - result: confirms\n  - note: Zo ging het hier ook.",
            "laat alleen het streepje voor «period» staan, en zet de andere velden recht onder"
            " «period»",
            f"tries:\n  - {TRIED}",
        ),
        (
            "tags:\n  - situation: [debts]\n  - phase: [guidance]",
            "haal de streepjes voor de groepen weg, en laat de groepen recht onder elkaar staan",
            "tags:\n  situation: [debts]\n  phase: [guidance]",
        ),
        (
            "tags:\n  situation: [debts]\n  because: Dat gaf rust.",
            "begin deze regel vooraan, zonder spaties ervoor",
            "tags:\n  situation: [debts]\nbecause: Dat gaf rust.",
        ),
        (
            "outcome: {what: Ze werkt er nog, en is blij, met alles}",
            'zet de hele tekst tussen aanhalingstekens:  what: "Ze werkt er nog, en is blij, met'
            ' alles"',
            'outcome: {what: "Ze werkt er nog, en is blij, met alles"}',
        ),
        (
            "situation:\n  Een vrouw durfde niet alleen naar de balie te gaan.\n"
            "  Ze zei: ik kan het zelf.\n  Ga ik mee?",
            "schrijf  situation: >-  en laat de tekst eronder staan",
            "situation: >-\n  Een vrouw durfde niet alleen naar de balie te gaan.\n"
            "  Ze zei: ik kan het zelf.\n  Ga ik mee?",
        ),
        (
            "because:\n  - Dat gaf rust.\n  - En moed.",
            "schrijf  because: |-  en laat de regels met een streepje eronder staan, twee spaties"
            " ingesprongen",
            "because: |-\n  - Dat gaf rust.\n  - En moed.",
        ),
        (
            "also:\n  -trust-check\n  -help-enforce",
            "vervang «also» op regel 10 tot en met 12:  zet rechte haken om wat er staat:  also:"
            " [trust-check, help-enforce]",
            "also: [trust-check, help-enforce]",
        ),
        (
            "tags:\n  situation:\n    1. Schulden\n    2. Alleenstaande ouder",
            "vervang «situation» op regel 11 tot en met 13:  zet rechte haken om wat er staat: "
            " situation: [debts, single-parent]",
            "tags:\n  situation: [debts, single-parent]",
        ),
        (
            'because "Het hielp: ze sliep weer"',
            'because: "Het hielp: ze sliep weer"',
            'because: "Het hielp: ze sliep weer"',
        ),
        (
            "next_time Eerder bellen: dat scheelt stress",
            'next_time: "Eerder bellen: dat scheelt stress"',
            'next_time: "Eerder bellen: dat scheelt stress"',
        ),
        (
            'because: Let op: geld geeft stress."',
            'zet de tekst tussen aanhalingstekens:  because: "Let op: geld geeft stress."',
            'because: "Let op: geld geeft stress."',
        ),
        (
            "outcome:\n  what: Ze werkt er nog.\n  after_months: 200",
            "kies een getal van 0 tot en met 120",
            "outcome:\n  what: Ze werkt er nog.\n  after_months: 20",
        ),
        (
            "question: Wanneer wacht je? Denk daarover na.",
            "laat de tekst eindigen met de vraag zelf",
            "question: Denk hierover na. Wanneer wacht je?",
        ),
        (
            "==========",
            "haal de regel weg",
            "",
        ),
        (
            "also: Vertrouwen of controleren",
            "zet rechte haken om wat er staat:  also: [trust-check]",
            "also: [trust-check]",
        ),
        (
            "tags:\n  situation: schulden en alleenstaande ouder",
            "zet rechte haken om wat er staat:  situation: [debts, single-parent]",
            "tags:\n  situation: [debts, single-parent]",
        ),
        (
            "outcome:\n  after_months: >6\n  what: Ze werkt er nog.",
            "after_months: 6",
            "outcome:\n  after_months: 6\n  what: Ze werkt er nog.",
        ),
        (
            "outcome:\n  after_months: > 6\n  what: Ze werkt er nog.",
            "after_months: 6",
            "outcome:\n  after_months: 6\n  what: Ze werkt er nog.",
        ),
        (
            "kind: sourced\nevidence: advice\nsources: [voorbeeld]\nperiod: niet bekend",
            "een jaar of een kwartaal, nooit een dag of maand:  period: unknown",
            "kind: sourced\nevidence: advice\nsources: [voorbeeld]\nperiod: unknown",
        ),
        (
            "kind: sourced\nevidence: advice\nsources:\n  - title: Een stuk\n    year: 2020",
            "zoek daar de naam van deze bron, of zet hem daar eerst bij; schrijf dan  sources:"
            " [naam-van-de-bron]",
            "kind: sourced\nevidence: advice\nsources: [voorbeeld]",
        ),
        (
            "kind: sourced\nevidence: advice\nsources: [https://example.org/bron]",
            "zoek in learnings/sources.yml de naam van deze bron, of zet hem daar eerst bij;"
            " schrijf dan die naam",
            "kind: sourced\nevidence: advice\nsources: [voorbeeld]",
        ),
        (
            "see_also:\n  - {card: op haar woord verder gegaan, how: partly}",
            "bedoel je: trust   (keuze: check, enforce, fast, help, lasting, nog-eens-leren, trust,"
            " voorbeeld, work-first)",
            "see_also:\n  - {card: trust, how: partly}",
        ),
        (
            "dilemma: work-training en trust-check",
            "kies er één: work-training, trust-check",
            "dilemma: work-training",
        ),
    ],
)
def test_what_the_hint_tells_to_do_gives_a_sound_card(wrong: str, told: str, right: str) -> None:
    assert hint_on(wrong) == told
    assert on_card(right) == []


@pytest.mark.parametrize(
    ("path", "content", "told"),
    [
        (
            "sources.yml",
            "nieuw:\ntitle: Een stuk\n",
            ["begin deze regel met 2 spaties"],
        ),
        ("words.yml", "taal: [taal, les]\n", ["taal: {search_as_equal: [taal, les]}"]),
        (
            "words.yml",
            "taal:\n  search_as_equal: [les: taal, thuis]\n",
            ['zet de tekst tussen aanhalingstekens:  "les: taal"'],
        ),
        (
            "words.yml",
            "taal:\n  search_as_equal: ['s avonds, thuis]\n",
            ['zet de tekst tussen dubbele aanhalingstekens:  "\'s avonds"'],
        ),
        (
            "words.yml",
            "taal:\n  search_as_equal: [taal; les; " + "cursus; " * 9 + "thuis]\n",
            ["zet een komma in plaats van elke puntkomma"],
        ),
        ("words.yml", 'taal:\n  default: {nl:"taal en les"}\n', ['nl: "taal en les"']),
        ("words.yml", 'taal:\n  default: {nl "taal: les"}\n', ['nl: "taal: les"']),
        ("words.yml", "taal:\n  default: {nl: …}\n", ["vul het in; dit veld is nodig"]),
        ("words.yml", "taal:\n  default: {nl: taal}\n---\n", ["haal de regel weg"]),
        (
            "words.yml",
            "taal:\n  search_as_equal: taal, les, cursus, leren, lezen, spreken, schrijven, nt2,"
            " inburgeren\n",
            [
                "zet rechte haken om wat er staat:  search_as_equal: [taal, les, cursus, leren,"
                " lezen, spreken, schrijven, nt2, inburgeren]"
            ],
        ),
        (
            "words.yml",
            "taal:\n  search_as_equal:\n    -taal\n    -les en cursus\n",
            [
                "vervang «search_as_equal» op regel 2 tot en met 4:  zet rechte haken om wat er"
                " staat:  search_as_equal: [taal, les en cursus]"
            ],
        ),
        (
            "words.yml",
            "taal:\n  search_as_equal:\n    [taal,\n     't lezen, les]\n",
            ['zet de tekst tussen dubbele aanhalingstekens:  "\'t lezen"'],
        ),
        (
            "words.yml",
            'taal:\n  default: nl: "taal", en: "language"\n',
            ['default: {nl: "taal", en: "language"}'],
        ),
        (
            "sources.yml",
            "nieuw:\n  title: Een stuk\n  url: [stuk](https://example.org/stuk)\n",
            ["haal de haken en de tekst ertussen weg, en laat alleen het webadres staan"],
        ),
        (
            "tags/nieuw.yml",
            "label:\nquestion: {nl: Wat?}\nmax_per_card: 1\nvalues: {een: {label: {nl: Een}}}\n",
            ["zet de velden eronder, elk twee spaties ingesprongen; dit veld is nodig"],
        ),
        ("sources.yml", "Een Stuk 2026:\n  title: Een stuk\n", ["een-stuk-2026:"]),
    ],
)
def test_a_hint_in_a_register_loses_nothing(path: str, content: str, told: list[str]) -> None:
    report = check_beside(content.encode(), path, OTHERS, "nl")
    assert [each.hint for each in report.diagnostics if each.path.endswith(path)] == told


def test_two_names_of_which_one_is_unknown_are_not_taken_for_the_other() -> None:
    assert "bedoel je" not in hint_on("tags: {situation: [nergens en single-parent]}")


@pytest.mark.parametrize(
    ("fields", "rest"),
    [
        ("tries:\n  - Ik deed het ook zo.", ["field-type 11:14-15", "field-choice 11:25-26"]),
        ("see_also:\n  - trust", ["field-choice 11:24-25"]),
    ],
)
def test_a_hint_leaves_open_what_only_the_author_knows(fields: str, rest: list[str]) -> None:
    assert in_file(pasted(fields)) == rest


@pytest.mark.parametrize(
    "fields", ["choice: `We` belden eerst\n  en schreven daarna.", "choice: %x\n  en meer"]
)
def test_a_text_of_more_lines_is_never_replaced_by_its_first(fields: str) -> None:
    assert hint_on(fields) == (
        "schrijf  choice: >-  en begin de tekst op de volgende regel, twee spaties ingesprongen"
    )


def test_what_the_hint_on_more_lines_tells_to_do_works() -> None:
    assert on_card("choice: >-\n  `We` belden eerst: #1\n  en schreven @daarna 'n brief.") == []


@pytest.mark.parametrize(
    ("fields", "hint"),
    [
        ("period: 2026-Q5", "schrijf een jaar of een kwartaal, zoals 2026 of 2026-Q3"),
        ("period: 7e kwartaal 2026", "schrijf een jaar of een kwartaal, zoals 2026 of 2026-Q3"),
        ("outcome: bel 06-12345678", "outcome: {what: …}"),
        ("tags:\n  phase:\n  - intake\n  -guidance", "- guidance"),
    ],
)
def test_a_hint_guesses_no_more_than_is_known(fields: str, hint: str) -> None:
    assert hint_on(fields) == hint


def test_a_text_behind_three_dots_is_a_second_document() -> None:
    assert on_card("role: x\n...\nrole: y") == ["yaml-documents 12:1-8"]


def test_a_link_is_one_mistake() -> None:
    fields = "choice: Zie [de site](https://example.org) voor wat ik daar deed."
    assert everything(fields) == ["privacy-web 9:23-42"]


def test_a_hint_on_one_line_names_no_lines() -> None:
    assert hint_on("question: Praat eens over wachten.") == 'question: "Praat eens over wachten?"'
    assert hint_on("question: >-\n  Praat over\n  wachten.") == (
        'vervang «question» op regel 10 tot en met 12:  question: "Praat over wachten?"'
    )


def missed(text: str) -> list[Diagnostic]:
    """Return what is told of fields that are missing in the card `text`."""
    problems = check_card(text.encode()).diagnostics
    return [each for each in problems if each.rule == "field-missing"]


@pytest.mark.parametrize(
    ("fields", "written", "value"),
    [
        ("see_also: [{card: voorbeeld-twee}]", "{card: voorbeeld-twee, how: …}", "follows"),
        (
            "tries: [{period: 2026,\n  result: confirms, }]",
            "{period: 2026, result: confirms, note: …}",
            "Zo ging het.",
        ),
    ],
)
def test_a_field_that_misses_within_braces_is_put_within_them(
    fields: str, written: str, value: str
) -> None:
    [problem] = missed(card_with(fields))
    assert problem.hint == f"zet het erbij, binnen de accolades:  {written}"
    whole = fields[fields.index("{") : fields.index("}") + 1]
    assert missed(card_with(fields.replace(whole, written.replace("…", value)))) == []


@pytest.mark.parametrize(
    ("fields", "line", "spaces"),
    [
        ("tries:\n  - period: 2026\n    note: Zo ging het.", 12, 4),
        ("tries:\n  - period: 2026\n    note: >-\n      Zo ging\n      het.", 14, 4),
        ("tries:\n- period: 2026\n  note: Zo ging het.\n- {period: 2026}", 12, 2),
        ("signal:\n   status: open", 11, 3),
    ],
)
def test_a_field_that_misses_in_a_group_is_put_below_it_as_far_to_the_right(
    fields: str, line: int, spaces: int
) -> None:
    problem = missed(card_with(fields))[0]
    name = problem.field.rpartition(".")[2]
    assert problem.hint == (
        f"voeg onder regel {line} een regel toe, met {spaces} spaties ervoor:  {name}: …"
    )
    lines = card_with(fields).split("\n")
    lines.insert(line, " " * spaces + f"{name}: confirms")
    assert problem.field not in [each.field for each in missed("\n".join(lines))]


@pytest.mark.parametrize(
    "fields",
    [
        "see_also: [{card: voorbeeld # naam\n  }]",
        "tries: [{period: 2026, result: confirms, role: bel 06-12345678}]",
        f"tries: [{{period: 2026, result: confirms, role: {'x' * 200}}}]",
    ],
)
def test_what_cannot_be_shown_whole_is_not_shown_to_paste(fields: str) -> None:
    hints = [each.hint for each in missed(card_with(fields))]
    assert hints
    told = "zet het erbij, binnen de accolades en na een komma:  "
    assert [each for each in hints if not each.startswith(told) or "{" in each] == []


@pytest.mark.parametrize(
    ("fields", "part"),
    [
        ("formerly: Samen bellen", "formerly: [samen-bellen]"),
        ("formerly: Samen bellen, Later bellen", "formerly: [samen-bellen, later-bellen]"),
        ("formerly: Sanne Visser", "formerly: […]"),
        ("sources: https://voorbeeld.nl/stuk", "learnings/sources.yml"),
        ("period: 1984-03-12", "2026-Q3"),
    ],
)
def test_a_hint_makes_no_ids_of_pieces_and_no_dates_of_births(fields: str, part: str) -> None:
    assert part in problem_on(fields).hint
