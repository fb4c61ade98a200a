"""The rules `field-*`: what a key or a plain value must be."""

from __future__ import annotations

import pytest

from conftest import SOUND_CARD, Project, card_with
from finding import check_card, hint_on, in_file, in_project, on_card
from spreekkamer import texts

# A new field of the sound card stands on line 10, a replaced one on line 9.

SOURCED = "kind: sourced\nsources: [voorbeeld]\nevidence: advice\n"
QUESTION = (
    "title: Wie blijft er bellen na drie keer?\nkind: question\ndilemma: work-training\n"
    "period: 2026\nsituation: Een inwoner kwam drie keer niet en ik weet niet wat ik nu doe.\n"
)

NL = texts.load("nl")


def said(variant: str, **values: str) -> str:
    """Return a hint of the rule field-type."""
    return NL(f"rules.field-type.hint-{variant}", **values)


@pytest.mark.parametrize(
    ("fields", "place", "hint"),
    [
        ("titel: Eerst de taalles", "10:1-6", "bedoel je: title"),
        ("Title: Eerst de taalles", "10:1-6", "bedoel je: title"),
        ("TITLE: Eerst de taalles", "10:1-6", "bedoel je: title"),
        ("dilema: work-training", "10:1-7", "bedoel je: dilemma"),
        ("functie: klantmanager", "10:1-8", "bedoel je: role"),
        (
            "xyz: klantmanager",
            "10:1-4",
            "kijk welke velden er zijn; hoort dit bij de tekst erboven, spring de regel dan in",
        ),
        ('"titel": Eerst de taalles', "10:1-8", "bedoel je: title"),
        ("? titel\n: Eerst de taalles", "10:3-8", "bedoel je: title"),
        (
            "~: klantmanager",
            "10:1-2",
            "kijk welke velden er zijn; hoort dit bij de tekst erboven, spring de regel dan in",
        ),
        (
            "2026-01-01: x",
            "10:1-11",
            "kijk welke velden er zijn; hoort dit bij de tekst erboven, spring de regel dan in",
        ),
        (
            "'': klantmanager",
            "10:1-3",
            "kijk welke velden er zijn; hoort dit bij de tekst erboven, spring de regel dan in",
        ),
        (
            "? \n: klantmanager",
            "10:2-2",
            "kijk welke velden er zijn; hoort dit bij de tekst erboven, spring de regel dan in",
        ),
        (
            "outcome:\n  what: goed\n  wie: ik",
            "12:3-6",
            "keuze: after_months, what, known_how",
        ),
        (
            "tries:\n  - {period: 2026, result: partly, note: goed, naam: Jan}",
            "11:48-52",
            "keuze: period, result, note, role",
        ),
    ],
)
def test_an_unknown_field_is_shown_at_its_key_with_the_nearest_name(
    fields: str, place: str, hint: str
) -> None:
    assert on_card(fields) == [f"field-unknown {place}"]
    assert hint_on(fields) == hint


@pytest.mark.parametrize(
    "fields",
    [
        "role: klantmanager",
        '"role": klantmanager',
        "role : klantmanager",
        "outcome: {what: goed, known_how: seen, after_months: 3}",
        "tags:\n  situation: [debts]",
        "signal: {text: het loket, since: 2026-01, status: open, reply: dank}",
        "allow: [{rule: text-judging, because: het is een citaat}]",
        "tries: [{period: 2026-Q1, result: confirms, note: ging zo, role: coach}]",
    ],
)
def test_a_field_of_the_schema_is_known_in_its_own_place(fields: str) -> None:
    assert on_card(fields) == []


@pytest.mark.parametrize("name", ["title", "dilemma", "period", "situation"])
def test_what_every_card_needs_is_missed_at_the_first_key(name: str) -> None:
    assert _missed(_without(name)) == [(name, "field-missing 1:1")]


@pytest.mark.parametrize("name", ["side", "result", "choice"])
def test_what_every_card_but_a_question_needs_is_missed(name: str) -> None:
    assert _missed(_without(name)) == [(name, "field-missing 1:1")]


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ("outcome: {known_how: seen}", "10:11-20"),
        ("signal:\n  status: open", "11:3-9"),
        ("see_also: [{how: follows}]", "10:13-16"),
        ("see_also: [{card: trust}]", "10:13-17"),
        ("allow: [{rule: text-judging}]", "10:10-14"),
        ("tries:\n  - {period: 2026, result: partly}", "11:6-12"),
    ],
)
def test_what_a_group_needs_is_missed_at_the_first_key_of_the_group(
    fields: str, place: str
) -> None:
    assert on_card(fields) == [f"field-missing {place}"]


def test_every_field_that_is_missing_is_named_at_once() -> None:
    assert sorted(name for name, _ in _missed("role: klantmanager\n")) == [
        "choice",
        "dilemma",
        "period",
        "result",
        "side",
        "situation",
        "title",
    ]


@pytest.mark.parametrize(
    "content",
    [
        SOUND_CARD,
        QUESTION,
        "kind: question\n" + QUESTION.replace("kind: question\n", ""),
        card_with(SOURCED + "period: unknown\nplace: Utrecht"),
    ],
    ids=["own", "question", "kind first", "sourced"],
)
def test_a_complete_card_misses_nothing(content: str) -> None:
    assert in_file(content) == []


@pytest.mark.parametrize("kind", ["quest", "[question]"])
def test_with_an_unsound_kind_nothing_is_missed_that_a_question_has_not(kind: str) -> None:
    rules = [each.split()[0] for each in in_file(QUESTION.replace("question\n", f"{kind}\n", 1))]
    assert rules in (["field-choice"], ["field-type"])


def _without(name: str) -> str:
    text = card_with(f"{name}: x")
    return "\n".join(text.splitlines()[:-1]) + "\n"


def _missed(content: str) -> list[tuple[str, str]]:
    return [
        (
            each.hint.split(":  ")[1].split(":")[0],
            f"{each.rule} {each.span.start.line}:{each.span.start.column}",
        )
        for each in check_card(content.encode()).diagnostics
    ]


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ("place: Voorbeeldstad", "10:1-6"),
        ("kind: example\nplace: Voorbeeldstad", "11:1-6"),
        ("replaced_by: voorbeeld", "10:1-12"),
        ("status: active\nreplaced_by: voorbeeld", "11:1-12"),
        ("retired_because: klopt niet meer", "10:1-16"),
    ],
)
def test_a_field_that_another_rules_out_is_shown_at_its_key(fields: str, place: str) -> None:
    assert on_card(fields) == [f"field-together {place}"]


@pytest.mark.parametrize(
    ("fields", "name", "other"),
    [
        ("result: did-not-work", "what_did_not_work", "result: did-not-work"),
        ("status: superseded", "replaced_by", "status: superseded"),
        ("status: retired", "retired_because", "status: retired"),
        ("kind: sourced\nevidence: advice", "sources", "kind: sourced"),
        ("kind: sourced\nsources: [voorbeeld]", "evidence", "kind: sourced"),
    ],
)
def test_a_field_that_another_asks_for_is_missed_and_the_other_is_named(
    fields: str, name: str, other: str
) -> None:
    assert on_card(fields) == ["field-together 1:1-6"]
    [problem] = check_card(card_with(fields).encode()).diagnostics
    assert f"«{name}»" in problem.message
    assert other in problem.message


def test_what_worked_is_missed_unless_the_card_says_that_it_did_not_work() -> None:
    card = SOUND_CARD.replace("what_worked", "because")
    assert in_file(card) == ["field-together 1:1-6"]
    failed = card.replace("result: worked", "result: did-not-work")
    assert in_file(failed + "what_did_not_work: Het lukte niet.\n") == []


@pytest.mark.parametrize("name", ["side", "result", "choice", "what_worked"])
def test_a_question_has_no_choice_yet(name: str) -> None:
    line = next(line for line in SOUND_CARD.splitlines() if line.startswith(f"{name}:"))
    assert in_file(QUESTION + line + "\n") == [f"field-together 6:1-{len(name) + 1}"]


@pytest.mark.parametrize("kind", ["practice", "example"])
def test_only_a_published_card_may_leave_the_period_unknown(kind: str) -> None:
    assert on_card(f"kind: {kind}\nperiod: unknown") == ["field-together 10:9-16"]


def test_a_question_does_not_leave_the_period_unknown() -> None:
    assert in_file(QUESTION.replace("2026", "unknown")) == ["field-together 4:9-16"]


@pytest.mark.parametrize(
    "fields",
    [
        SOURCED,
        SOURCED + "place: Voorbeeldstad",
        SOURCED + "period: unknown",
        "evidence: advice\nsources: [voorbeeld]",
        "kind: example",
        "status: active",
        "status: retired\nretired_because: klopt niet meer",
        "status: superseded\nreplaced_by: voorbeeld",
        "result: did-not-work\nwhat_did_not_work: Het lukte helemaal niet.",
        "what_did_not_work: Het lukte maar half.",
    ],
)
def test_fields_that_go_together_are_fine(fields: str) -> None:
    assert "field-together" not in " ".join(on_card(fields))


@pytest.mark.parametrize(
    "fields",
    [
        "kind: bron\nplace: Utrecht",
        "kind: [sourced]\nplace: Utrecht",
        "status: weg\nreplaced_by: a",
    ],
)
def test_a_mistake_in_a_field_says_nothing_about_the_fields_that_hang_on_it(fields: str) -> None:
    assert "field-together" not in " ".join(on_card(fields))


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ("because:", "10:1-8"),
        ("because: # later", "10:1-8"),
        ("because: ''", "10:10-12"),
        ('because: "  "', "10:10-14"),
        ("because: >-\n\nrole: klantmanager", "10:10-12"),
        ("because: \u00ad", "10:1-8"),
        ("result:", "9:1-7"),
        ("also: []", "10:7-9"),
        ("also: ['']", "10:8-10"),
        ("tags: {}", "10:7-9"),
        ("tags:\n  situation:", "11:3-12"),
        ("tags:\n  situation: []", "11:14-16"),
        ("tags:\n  '': [debts]", "11:3-5"),
        ("outcome: {}", "10:10-12"),
        ("outcome: {what: }", "10:11-15"),
        ("tries:\n  -", "11:4-4"),
        ("formerly: ['']", "10:12-14"),
    ],
)
def test_a_field_with_nothing_in_it_is_one_problem(fields: str, place: str) -> None:
    assert on_card(fields) == [f"field-empty {place}"]


@pytest.mark.parametrize(
    "fields",
    [
        "because: x",
        "because: '-'",
        "because: >-\n  Een reden.",
        "because:\n  Een reden.",
        "because:\n\n  Een reden.",
        "also: [trust-check,]",
        "outcome: {what: goed, after_months: 0}",
        "composite: false",
    ],
)
def test_little_is_not_nothing(fields: str) -> None:
    assert on_card(fields) == []


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ("also: trust-check", "10:7-18"),
        ("sources: voorbeeld", "10:10-19"),
        ("see_also: {card: voorbeeld, how: follows}", "10:11-42"),
        ("tags:\n  situation: debts", "11:14-19"),
        ("tags:\n  situation: {debts: ja}", "11:14-25"),
        ("allow: text-judging", "10:8-20"),
        ("tags: debts", "10:7-12"),
        ("tags: [debts]", "10:7-14"),
        ("outcome: goed", "10:10-14"),
        ("outcome:\n  - goed", "11:3-9"),
        ("signal: het loket", "10:9-18"),
        ("tries:\n  - ging goed", "11:5-14"),
        ("title: [a, b]", "9:8-14"),
        ("title: {a: b}", "9:8-14"),
        ("side: [between]", "9:7-16"),
        ("result: [worked]", "9:9-17"),
        ("also: [[trust-check]]", "10:8-21"),
        ("tags:\n  situation: [{debts: ja}]", "11:15-26"),
        ("composite: ja", "10:12-14"),
        ("composite: yes", "10:12-15"),
        ("composite: True", "10:12-16"),
        ("composite: 'true'", "10:12-18"),
        ("period: 2026-Q5", "9:9-16"),
        ("period: 2026-09", "9:9-16"),
        ("period: 2026-9-1", "9:9-17"),
        ("period: 1899", "9:9-13"),
        ("period: zomer 2026", "9:9-19"),
        ("period: 26", "9:9-11"),
        ("law_checked: 2026", "10:14-18"),
        ("law_checked: 2026-13", "10:14-21"),
        ("law_checked: 2026-Q1", "10:14-21"),
        ("checked: 2026-1", "10:10-16"),
        ("tries: [{period: unknown, result: partly, note: a}]", "10:18-25"),
        ("signal: {text: a, since: 2026}", "10:26-30"),
    ],
)
def test_a_value_of_another_shape_is_shown_where_it_stands(fields: str, place: str) -> None:
    assert on_card(fields) == [f"field-type {place}"]


@pytest.mark.parametrize(
    ("fields", "hint"),
    [
        ("outcome: {what: goed zo, after_months: 1 jaar}", "after_months: 12"),
        ("outcome: {what: goed zo, after_months: 3 maanden}", "after_months: 3"),
        (
            "outcome: {what: goed zo, after_months: 6 weken}",
            NL("rules.field-type.hint-number-example"),
        ),
        ("composite: onwaar", said("flag", field="composite", meant="false")),
        ("composite: klopt", said("flag", field="composite", meant="true")),
        ("composite: onbekend", said("flag-example")),
        ("law_checked: 2026-Q3", said("month-example")),
        ("period: week 14 2026", said("period-example")),
        ("keuze: Ik belde eerst.", NL("check.nearest", name="choice")),
    ],
)
def test_a_hint_says_what_was_meant_or_leaves_it_open(fields: str, hint: str) -> None:
    """A year became one month, "niet waar" became true, and a third quarter became March."""
    assert hint_on(fields) == hint


@pytest.mark.parametrize("written", ["[debts, intake]", "\n  - debts\n  - intake"])
def test_tags_without_their_facets_get_them_in_the_hint(written: str, one_card: Project) -> None:
    """To put them below "tags", which the hint asked for, gave the same message for ever."""
    one_card.card(f"tags: {written}")
    [problem] = one_card.problems()
    assert "tags: {phase: [intake], situation: [debts]}" in problem.hint


@pytest.mark.parametrize(
    ("fields", "hint"),
    [
        ("status: inactief", "bedoel je: retired   (keuze: active, superseded, retired)"),
        ("outcome: {what: Goed., after_months: 2 kwartalen}", "after_months: 6"),
        ("outcome: {what: Goed., after_months: 2 jr}", "after_months: 24"),
        ("outcome: {what: Goed., after_months: 6 wk}", said("number-example")),
        ("outcome: {what: Goed., after_months: 4 gesprekken}", said("number-example")),
        ("period: 2e helft 2025", said("period-example")),
        ("period: december 2025 en januari 2026", said("period-example")),
        ("period: 2014-2016", said("period-example")),
        ("outcome:\n  - what: Ze kwam.\n  - what: Ze werkt er.", said("group-many")),
        ("tags: schulden", "zet bij elk trefwoord waar het bij hoort:  tags: {situation: [debts]}"),
        (
            "tags:\n  situation: [debts, guidance]\n  phase: [intake]",
            "haal het hier weg, en zet het onder phase:  phase: [intake, guidance]",
        ),
        ("sources: Een voorbeeld van een bron", said("list-title", field="sources")),
        ("what_worked:", NL("rules.field-empty.hint-required")),
    ],
)
def test_a_hint_never_says_the_contrary_or_throws_away_what_was_written(
    fields: str, hint: str
) -> None:
    assert hint_on(fields) == hint


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        ("\nchoice: ", "\nwat_ik_deed: ", "choice"),
        ("\nsituation: ", "\nverhaal: ", "situation"),
    ],
)
def test_a_text_under_an_unknown_name_is_the_one_that_is_absent(
    before: str, after: str, name: str
) -> None:
    """The field was missing as well, and its hint asked to type the text again."""
    [problem] = check_card(SOUND_CARD.replace(before, after).encode()).diagnostics
    assert (problem.rule, problem.hint) == (
        "field-unknown",
        NL("rules.field-unknown.hint-only", only=name),
    )


def test_a_hint_names_all_the_lines_that_it_replaces() -> None:
    """It named two of the three lines of a list; pasted, the third broke the file."""
    fields = "outcome:\n  - Na drie maanden\n  - ging het goed\n  - met haar"
    assert "10 tot en met 13" in hint_on(fields)


@pytest.mark.parametrize(
    "value", ["121", "-1", "1.0", "012", "'12'", "twaalf", "٣", "9" * 30, "1e1"]
)
def test_a_number_is_written_plainly_and_within_its_range(value: str) -> None:
    place = f"10:40-{40 + len(value)}"
    assert on_card(f"outcome: {{what: goed zo, after_months: {value}}}") == [f"field-type {place}"]


@pytest.mark.parametrize(
    "fields",
    [
        "also: [trust-check]",
        "also:\n  - trust-check",
        "tags: {situation: [debts], phase: [intake]}",
        "outcome:\n  what: goed",
        "composite: true",
        "composite: false",
        "outcome: {what: goed, after_months: 0}",
        "outcome: {what: goed, after_months: 120}",
        "period: 2026",
        "period: '2026'",
        'period: "2026-Q1"',
        "period: 1999-Q4",
        "law_checked: 2026-11",
        "checked: '2026-01'",
        "title: 'een: twee, drie'",
        "title: 'true of false'",
        "title: '[geen lijst]'",
    ],
)
def test_a_value_of_the_right_shape_is_fine(fields: str) -> None:
    assert on_card(fields) == []


@pytest.mark.parametrize(
    ("entry", "place"),
    [
        ("date: 2026-02-30", "4:9-19"),
        ("date: 2026-2-3", "4:9-17"),
        ("date: '2026-13'", "4:9-18"),
        ("date: 2026-01-01T10:00:00Z", "4:9-29"),
        ("date: 3 januari 2026", "4:9-23"),
        ("until: morgen", "4:10-16"),
    ],
)
def test_a_date_of_a_law_must_exist(entry: str, place: str, project: Project) -> None:
    project.write("law_changes.yml", f"wet:\n  label: {{nl: A}}\n  what: {{nl: B}}\n  {entry}\n")
    assert in_project(project) == [f"law_changes.yml field-type {place}"]


@pytest.mark.parametrize(
    "date", ["2026-02-28", "2024-02-29", "'2026-01-01'", "2026", "2026-01", "~", ""]
)
def test_a_law_has_a_date_as_far_as_it_is_known(date: str, project: Project) -> None:
    project.write("law_changes.yml", f"w:\n  label: {{nl: A}}\n  what: {{nl: B}}\n  date: {date}\n")
    assert in_project(project) == []


@pytest.mark.parametrize(
    "url", ["ftp://a.nl/b", "www.a.nl", "https://a.nl/b c", "https://", "no.nl"]
)
def test_a_source_has_a_web_address_or_none(url: str, project: Project) -> None:
    project.write("sources.yml", f"voorbeeld:\n  title: Een bron\n  url: {url}\n")
    assert in_project(project) == [f"sources.yml field-type 3:8-{8 + len(url)}"]


@pytest.mark.parametrize("url", ["http://a.nl", "https://a.nl/b?c=d#e", '"https://é.nl/(x)"'])
def test_a_web_address_may_have_all_that_an_address_has(url: str, project: Project) -> None:
    project.write("sources.yml", f"voorbeeld:\n  title: Een bron\n  url: {url}\n")
    assert in_project(project) == []


def test_a_dilemma_has_exactly_two_sides(project: Project) -> None:
    dilemma = (project.learnings / "dilemmas/work-training.yml").read_text(encoding="utf-8")
    third = "sides:\n  third:\n    label: {nl: C}\n    definition: {nl: D}\n"
    project.write("dilemmas/work-training.yml", dilemma.replace("sides:\n", third))
    assert in_project(project) == ["dilemmas/work-training.yml field-type 15:3-17"]


@pytest.mark.parametrize(
    ("fields", "place", "nearest"),
    [
        ("result: werkte", "9:9-15", "worked"),
        ("result: Werkte", "9:9-15", "worked"),
        ("result: Werkte een beetje", "9:9-26", "partly"),
        ("result: wroked", "9:9-15", "worked"),
        ("result: Worked", "9:9-15", "worked"),
        ("result: no", "9:9-11", ""),
        ("result: iets heel anders", "9:9-25", ""),
        ("kind: practise", "10:7-15", "practice"),
        ("kind: voorbeeld", "10:7-16", "example"),
        ("status: vervangen", "10:9-18", "superseded"),
        ("outcome: {what: goed, known_how: gehoord}", "10:34-41", "heard"),
        ("signal: {text: a, status: dicht}", "10:27-32", ""),
        ("see_also: [{card: trust, how: volgt}]", "10:31-36", "follows"),
        ("result: ja", "9:9-11", "worked"),
        ("result: worked,", "9:9-16", "worked"),
    ],
)
def test_a_value_outside_a_closed_list_is_shown_with_the_nearest(
    fields: str, place: str, nearest: str
) -> None:
    assert on_card(fields) == [f"field-choice {place}"]
    assert hint_on(fields).startswith(f"bedoel je: {nearest}   (" if nearest else "keuze: ")


@pytest.mark.parametrize(
    "fields",
    [
        "result: partly",
        "result: 'partly'",
        "result: unclear # nog onzeker",
        "result: did-not-work\nwhat_did_not_work: Het lukte niet.",
        "kind: example",
        "status: active",
        "outcome: {what: goed, known_how: unknown}",
        "see_also: [{card: trust, how: contradicts}]",
    ],
)
def test_a_value_of_a_closed_list_is_fine(fields: str) -> None:
    assert on_card(fields) == []


@pytest.mark.parametrize(
    ("fields", "place", "said"),
    [
        ("title: Taalles", "9:8-15", "7 tekens, minstens 10"),
        ("title: 'abcdefghi '", "9:8-20", "9 tekens, minstens 10"),
        ("title: abcdefghi\u00ad", "9:8-18", "9 tekens, minstens 10"),
        ("title: abcdefgh\U0001f600", "9:8-17", "9 tekens, minstens 10"),
        ("title: " + "e\u0301" * 9, "9:8-26", "9 tekens, minstens 10"),
        ("situation: Te kort.", "8:12-20", "8 tekens, minstens 40"),
        ("situation: |\n  a\n\n  b", "8:12-11:4", "4 tekens, minstens 40"),
        ("choice: Bellen.", "9:9-16", "7 tekens, minstens 20"),
        ("what_worked: Goed.", "9:14-19", "5 tekens, minstens 20"),
        ("what_did_not_work: Niets.", "10:20-26", "6 tekens, minstens 10"),
    ],
)
def test_a_text_that_is_too_short_is_counted_in_code_points(
    fields: str, place: str, said: str
) -> None:
    assert on_card(fields) == [f"field-short {place}"]
    assert said in check_card(card_with(fields).encode()).diagnostics[0].message


@pytest.mark.parametrize(
    ("fields", "place", "said"),
    [
        ("title: " + "x" * 81, "9:8-89", "81 tekens, hoogstens 80"),
        ("title: " + "\U0001f600" * 81, "9:8-89", "81 tekens, hoogstens 80"),
        ("title: " + "e\u0301" * 81, "9:8-170", "81 tekens, hoogstens 80"),
        ("role: " + "x" * 61, "10:7-68", "61 tekens, hoogstens 60"),
        ("because: >-\n  " + "x" * 201, "10:10-11:204", "201 tekens, hoogstens 200"),
        ("question: " + "x" * 161, "10:11-172", "161 tekens, hoogstens 160"),
        ("outcome: {what: " + "x" * 251 + "}", "10:17-268", "251 tekens, hoogstens 250"),
    ],
)
def test_a_text_that_is_too_long_is_counted_in_code_points(
    fields: str, place: str, said: str
) -> None:
    assert on_card(fields) == [f"field-long {place}"]
    assert said in check_card(card_with(fields).encode()).diagnostics[0].message


@pytest.mark.parametrize(
    "fields",
    [
        "title: abcdefghij",
        "title: '  abcdefghij  '",
        "title: " + "x" * 80,
        "title: '" + "x" * 80 + "   '",
        "title: " + "e\u0301" * 80,
        "title: " + "x\u00ad" * 80,
        "title: " + "\U0001f600" * 80,
        "situation: " + "x" * 40,
        "situation: " + "x" * 600,
        "choice: " + "x" * 20,
        "choice: " + "x" * 500,
        "what_worked: " + "x" * 500,
        "what_did_not_work: " + "x" * 10,
        "what_did_not_work: " + "x" * 300,
        "because: x",
        "because: " + "x" * 200,
        "beneath: " + "x" * 300,
        "next_time: " + "x" * 300,
        "not_when: " + "x" * 200,
        "unsure: " + "x" * 200,
        "question: " + "x" * 159 + "?",
        "role: " + "x" * 60,
        "outcome: {what: " + "x" * 250 + "}",
        "signal: {text: " + "x" * 250 + ", reply: " + "x" * 250 + "}",
        "tries: [{period: 2026, result: partly, note: " + "x" * 250 + "}]",
        "allow: [{rule: text-judging, because: " + "x" * 160 + "}]",
        "status: retired\nretired_because: " + "x" * 200,
        "outcome:\n  what: " + "x " * 124,
    ],
)
def test_a_text_at_its_limit_is_fine(fields: str) -> None:
    assert on_card(fields) == []


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ("also: [trust-check, fast-lasting, help-enforce]", "10:7-48"),
        ("also: [trust-check, trust-check, trust-check]", "10:7-46"),
        ("also:\n  - trust-check\n  - fast-lasting\n  - help-enforce", "11:3-16"),
        ("also: [trust-check, trust-check]", "10:21-32"),
        ("formerly: [oud, ouder, oud]", "10:24-27"),
        ("sources: [voorbeeld, voorbeeld]", "10:22-31"),
        ("tags:\n  phase: [intake, guidance, intake]", "11:10-36"),
        ("tags:\n  situation: [debts, debts]", "11:22-27"),
    ],
)
def test_a_list_that_is_too_long_or_repeats_itself_is_one_problem(fields: str, place: str) -> None:
    assert on_card(fields) == [f"field-many {place}"]


def test_the_limit_on_tags_is_that_of_their_facet() -> None:
    fields = "tags:\n  situation: [debts, single-parent, status-holder, mental-health]"
    [problem] = check_card(card_with(fields).encode()).diagnostics
    assert "4, hoogstens 3" in problem.message


@pytest.mark.parametrize(
    "fields",
    [
        "also: [trust-check, fast-lasting]",
        "formerly: [een, twee, drie, vier, vijf]",
        "tags:\n  situation: [debts, single-parent, status-holder]",
        "tags:\n  phase: [intake, guidance]",
        "tags:\n  situation: [debts]\n  phase: [intake]\n  noticed: [no-show]",
        "tries:\n" + "  - {period: 2026, result: partly, note: goed}\n" * 9,
        "allow:\n" + "  - {rule: text-judging, because: citaat}\n" * 2,
    ],
)
def test_a_list_within_its_limit_is_fine(fields: str) -> None:
    assert on_card(fields) == []


def test_a_facet_without_a_sound_limit_sets_none(project: Project) -> None:
    facet = (project.learnings / "tags/phase.yml").read_text(encoding="utf-8")
    project.write("tags/phase.yml", facet.replace("max_per_card: 2", "max_per_card: twee"))
    project.card("tags:\n  phase: [intake, guidance, nieuw]")
    assert in_project(project) == [
        "cards/voorbeeld.yml ref-tag 11:29-34",
        "tags/phase.yml field-type 3:15-19",
    ]


@pytest.mark.parametrize(
    "fields", ["side: ''", "side: [work-frist]", "dilemma: [nergens]", "also: nergens"]
)
def test_a_value_that_a_field_rule_rejects_is_not_looked_up_as_well(fields: str) -> None:
    assert not any(each.startswith("ref-") for each in on_card(fields))


@pytest.mark.parametrize("name", ["urgnet", "urgentie", "urgent-x"])
def test_the_words_on_danger_under_another_name_are_told(name: str, project: Project) -> None:
    project.write("words.yml", f"{name}: {{search_as_equal: [wil dood]}}")
    assert in_project(project) == [f"words.yml field-unknown 1:1-{len(name) + 1}"]


@pytest.mark.parametrize("words", ["taal: {search_as_equal: [les]}", "urgent: {}\nurgentie: {}"])
def test_other_groups_of_words_have_any_name(words: str, project: Project) -> None:
    project.write("words.yml", words.replace("{}", "{search_as_equal: [x y]}"))
    assert in_project(project) == []
