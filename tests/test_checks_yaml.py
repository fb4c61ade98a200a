"""The rules `yaml-*`: what a file must be before its fields can be read."""

from __future__ import annotations

import pytest

from conftest import SOUND_CARD, Project, card_with
from finding import (
    OTHERS,
    check_beside,
    check_card,
    everything,
    hint_on,
    in_file,
    in_project,
    on_card,
)
from spreekkamer import texts

# A new field of the sound card stands on line 10, a replaced one on line 9.


NL = texts.load("nl")


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ("title: Utrecht: eerst een gesprek", "9:15-16"),
        ("choice: 'niet gesloten", "9:9-10"),
        ("also: [trust-check", "10:7-8"),
        ("losse regel", "10:1-12"),
        ("role:klantmanager", "10:1-18"),
        ("role: @klant", "10:7-8"),
        ("role: 'klant' manager", "10:15-22"),
        ("[a]: b", "10:1-2"),
    ],
)
def test_a_syntax_error_is_one_problem_at_the_place_where_it_is(fields: str, place: str) -> None:
    assert on_card(fields) == [f"yaml-syntax {place}"]


@pytest.mark.parametrize(
    "fields",
    [
        'title: "Utrecht: eerst een gesprek"',
        "title: 'Utrecht: eerst een gesprek'",
        "title: >-\n  Utrecht: eerst een gesprek",
        "title: Om 12:30 eerst een gesprek",
        "title: Kijk op https://example.org eens",
        "role: klant 'manager'",
        "role: klant's manager",
        'role: klant "manager"',
        'role: "klant\'s manager"',
        "role: 'klant''s manager'",
        'role: "klant \\"manager\\""',
        "role: klant [manager]",
        "role: klant {manager}",
        "role: klant, manager",
        "role: klant > manager | coach",
        "role: 50% klantmanager",
        "role: a@b of c",
        "role: klant & manager * coach",
        "role: klant! manager?",
        "role: -klantmanager",
        "role: '- klantmanager'",
        "role: klantmanager\n  inkomen",
        "also: [\n  trust-check,\n  fast-lasting\n  ]",
        "also: [trust-check,]",
        "also:\n- trust-check\n- fast-lasting",
        "also:\n    - trust-check",
        '"role": klantmanager',
        "? role\n: klantmanager",
        "role: café – ‘koffie’ 😀",
        "# een opmerking\nrole: klantmanager",
    ],
)
def test_valid_yaml_is_left_alone_however_it_is_written(fields: str) -> None:
    assert on_card(fields) == []


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ("result: worked\nresult: partly", "10:1-7"),
        ("result: worked\nresult: worked", "10:1-7"),
        ('result: worked\n"result": partly', "10:1-9"),
        ("outcome: {what: goed, what: beter}", "10:23-27"),
        ("tags:\n  situation: [debts]\n  situation: [debts]", "12:3-12"),
    ],
)
def test_a_key_that_stands_twice_is_shown_the_second_time(fields: str, place: str) -> None:
    assert on_card(fields) == [f"yaml-duplicate-key {place}"]


def test_a_key_twice_does_not_hide_what_else_is_wrong() -> None:
    assert on_card("result: worked\nresult: partly\nrole: no") == [
        "yaml-duplicate-key 10:1-7",
        "yaml-surprise 11:7-9",
    ]


def test_the_message_on_a_double_key_names_the_first_line() -> None:
    [problem] = check_card(card_with("result: worked\nresult: partly").encode()).diagnostics
    assert "regel 9" in problem.message


@pytest.mark.parametrize(
    "fields",
    [
        "tries:\n"
        "  - {period: 2026, result: confirms, note: goed}\n"
        "  - {period: 2026, result: partly, note: beter}",
        "outcome: {what: title}",
        "signal: {text: role}\nrole: klantmanager",
    ],
)
def test_the_same_key_in_another_place_is_no_double_key(fields: str) -> None:
    assert on_card(fields) == []


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ("role: &functie klantmanager", "10:7-15"),
        ("role: &functie\n  klantmanager", "10:7-15"),
        ("also: &lijst [trust-check]", "10:7-13"),
        ("role: *functie", "10:7-15"),
        ("also: [*een]", "10:8-12"),
        ("&naam role: klantmanager", "10:1-6"),
        ("<<: {role: klantmanager}", "10:1-3"),
        ("role: &a klantmanager\nquestion: *a\nunsure: *a", "10:7-9"),
    ],
)
def test_an_anchor_with_all_its_references_is_one_problem(fields: str, place: str) -> None:
    assert on_card(fields) == [f"yaml-anchor {place}"]


@pytest.mark.parametrize(
    "fields",
    [
        "role: klantmanager & coach",
        "role: klant*manager",
        "role: R&D",
        'role: "&functie"',
        "role: '*functie'",
        "role: >-\n  &functie *functie <<",
        'role: "<<"',
    ],
)
def test_an_ampersand_or_asterisk_inside_a_text_is_no_anchor(fields: str) -> None:
    assert on_card(fields) == []


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ("role: !!str klantmanager", "10:7-12"),
        ("role: !functie klantmanager", "10:7-15"),
        ("role: ! klantmanager", "10:7-8"),
        ("role: !<tag:x> klantmanager", "10:7-15"),
        ("role: !!python/object/apply:os.system [ls]", "10:7-38"),
        ("also: !!seq [trust-check]", "10:7-12"),
        ("!!str role: klantmanager", "10:1-6"),
    ],
)
def test_a_tag_of_yaml_is_refused(fields: str, place: str) -> None:
    assert on_card(fields) == [f"yaml-tag {place}"]


def test_a_tag_behind_an_anchor_is_shown_at_its_own_place() -> None:
    assert on_card("role: &a !b klantmanager") == ["yaml-anchor 10:7-9", "yaml-tag 10:10-12"]


@pytest.mark.parametrize(
    "fields",
    ["role: klantmanager!", "role: klant! manager", 'role: "!klant"', "role: |-\n  !klant"],
)
def test_an_exclamation_mark_inside_a_text_is_no_tag(fields: str) -> None:
    assert on_card(fields) == []


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (SOUND_CARD + "---\n" + SOUND_CARD, "10:1-4"),
        (SOUND_CARD + "---\n", "10:1-4"),
        (SOUND_CARD + "...\n---\nx: [", "11:1-4"),
        ("---\n" + SOUND_CARD + "--- tekst", "11:1-4"),
        ("---\n---\n", "2:1-4"),
        (SOUND_CARD + "...\n%YAML 1.1\n---\na: b\n", "11:1-4"),
    ],
)
def test_a_second_document_is_shown_where_it_begins(content: str, place: str) -> None:
    assert in_file(content) == [f"yaml-documents {place}"]


@pytest.mark.parametrize(
    "content",
    [
        "---\n" + SOUND_CARD,
        "%YAML 1.1\n---\n" + SOUND_CARD,
        SOUND_CARD + "...\n",
        SOUND_CARD + "role: klantmanager --- coach\n",
        SOUND_CARD + "role: >-\n  ---\n  coach\n",
        SOUND_CARD + "# ---\n",
    ],
)
def test_one_document_may_have_marks_around_it_and_dashes_in_it(content: str) -> None:
    assert in_file(content) == []


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("", "1:1-1"),
        ("\n\n", "1:1-1"),
        ("# nog niets\n", "1:1-1"),
        ("---\n", "1:1-1"),
        ("~", "1:1-1"),
        ("null\n", "1:1-1"),
        ("- situation\n- choice\n", "1:1-12"),
        ("[situation, choice]", "1:1-20"),
        ("Eerst de taalles", "1:1-17"),
        ("'Eerst de taalles'", "1:1-19"),
        ("# kop\nEerst de taalles\ndan werk", "2:1-3:9"),
        ('""', "1:1-3"),
    ],
)
def test_a_file_that_holds_no_fields_is_one_problem(content: str, place: str) -> None:
    assert in_file(content) == [f"yaml-root {place}"]


@pytest.mark.parametrize("path", ["dilemmas/x.yml", "tags/x.yml", "sources.yml", "words.yml"])
def test_an_empty_file_of_any_kind_is_one_problem(path: str, project: Project) -> None:
    project.write(path, "")
    assert in_project(project) == [f"{path} yaml-root 1:1-1"]


@pytest.mark.parametrize("content", [SOUND_CARD, "# kop\n\n" + SOUND_CARD])
def test_fields_in_any_style_make_a_root(content: str) -> None:
    assert "yaml-root" not in " ".join(in_file(content))


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ("situation:\ttekst", "8:11-12"),
        ("role: klant\tmanager", "10:12-13"),
        ("\trole: klantmanager", "10:1-2"),
        ("also:\n\t- trust-check", "11:1-2"),
        ("role: klantmanager\t", "10:19-20"),
        ("# opmerking\tmet tab", "10:12-13"),
        ('role: "klant\tmanager"\nunsure: a\tb', "10:13-14"),
    ],
)
def test_the_first_tab_of_a_file_is_shown(fields: str, place: str) -> None:
    assert on_card(fields) == [f"yaml-tab {place}"]


@pytest.mark.parametrize("fields", ['role: "klant\\tmanager"', "role: klant    manager"])
def test_a_tab_that_is_written_out_and_spaces_are_no_tab(fields: str) -> None:
    assert on_card(fields) == []


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("title: Café\n".encode("latin-1"), "1:11-12"),
        ("title: “Werk”\n".encode("cp1252"), "1:8-9"),
        ("title: é\r\nrole: ".encode() + b"\xff", "2:7-8"),
        (b"\xef\xbb\xbftitle: \xff", "1:8-9"),
        ("😀: ".encode() + b"\xe9", "1:4-5"),
        (b"title: \xed\xa0\x80", "1:8-9"),
        (b"title: \xc0\x80", "1:8-9"),
        (b"title: \xf0\x9f\x98", "1:8-9"),
        ("title: x".encode("utf-16"), "1:1-1"),
        (b"\xfe\xff" + "title: x".encode("utf-16-be"), "1:1-1"),
        ("title: a\ufeffb".encode(), "1:9-10"),
        ("\ufeff\ufefftitle: a".encode(), "1:1-2"),
    ],
)
def test_a_file_that_is_not_utf_8_is_shown_at_the_first_wrong_byte(
    content: bytes, place: str
) -> None:
    assert in_file(content) == [f"yaml-encoding {place}"]


@pytest.mark.parametrize(
    "content",
    [
        SOUND_CARD.encode(),
        SOUND_CARD.encode("utf-8-sig"),
        SOUND_CARD.replace("\n", "\r\n").encode(),
        SOUND_CARD.replace("\n", "\r").encode(),
        SOUND_CARD.replace("\n", "\r\n").encode("utf-8-sig"),
        SOUND_CARD.rstrip("\n").encode(),
        (SOUND_CARD + "role: coördinator “werk” – 日本 😀\n").encode(),
    ],
    ids=["plain", "mark", "crlf", "cr", "mark and crlf", "no last line end", "letters"],
)
def test_utf_8_of_any_program_is_accepted(content: bytes) -> None:
    assert in_file(content) == []


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("klant\u200bmanager", "10:12-13"),
        ("klant\u200dmanager", "10:12-13"),
        ("\u202eklantmanager", "10:7-8"),
        ("klant\u2066manager\u2069", "10:12-13"),
        ("klant\u0000manager", "10:12-13"),
        ("klant\u0007manager", "10:12-13"),
        ("klant\u001b[31mmanager", "10:12-13"),
        ("klant\u0085manager", "10:12-13"),
        ("klant\u2028manager", "10:12-13"),
        ("klant\u2060manager", "10:12-13"),
        ("klant\uffff", "10:12-13"),
        ("👩\u200d💻 klant\u200d", "10:16-17"),
        ('"klant\\u202emanager"', "10:7-27"),
        ('"klant\\0"', "10:7-16"),
        ('"\\u200b"', "10:7-15"),
    ],
)
def test_an_invisible_character_is_shown_written_plainly_or_as_an_escape(
    written: str, place: str
) -> None:
    assert on_card(f"role: {written}") == [f"yaml-character {place}"]


@pytest.mark.parametrize(
    "written",
    [
        "klant\u00admanager",
        "klant\u00a0manager",
        "klant\u202fmanager",
        "klant\u2007manager",
        "👩\u200d💻",
        "👨\u200d👩\u200d👧",
        "🏳\ufe0f\u200d🌈",
        "❤\ufe0f",
        "e\u0301e\u0301n",
        '"twee\\nregels"',
        "klant–manager ‘ja’ … €",
        "\u0645\u062f\u064a\u0631",
    ],
)
def test_letters_emoji_and_the_spaces_of_word_processors_are_fine(written: str) -> None:
    assert on_card(f"role: {written}") == []


def test_a_no_break_space_after_a_colon_counts_as_a_space() -> None:
    library = check_card(card_with("role:\u00a0klantmanager").encode()).library
    assert library.cards["voorbeeld"].role == "klantmanager"


@pytest.mark.parametrize(
    ("path", "size"),
    [("cards/voorbeeld.yml", 64 * 1024), ("sources.yml", 2 * 1024 * 1024)],
)
def test_a_file_over_the_limit_is_one_problem_and_one_at_the_limit_is_none(
    path: str, size: int, project: Project
) -> None:
    content = (project.learnings / path).read_bytes()
    project.write(path, content + b"#" * (size - len(content)))
    assert in_project(project) == []
    project.write(path, content + b"#" * (size + 1 - len(content)))
    assert in_project(project) == [f"{path} yaml-size 1:1-1"]


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ("role: " + "[" * 10 + "]" * 10, "10:16-17"),
        ("role: " + "{a: " * 10 + "}" * 10, "10:43-44"),
        ("role:\n  " + "- " * 10 + "x", "11:21-22"),
        ("role: " + "[" * 500, "10:16-17"),
    ],
)
def test_the_eleventh_layer_is_refused(fields: str, place: str) -> None:
    assert on_card(fields) == [f"yaml-depth {place}"]


@pytest.mark.parametrize("fields", ["role: " + "[" * 9 + "]" * 9, 'role: "' + "[" * 50 + '"'])
def test_ten_layers_and_brackets_in_a_text_are_not_too_deep(fields: str) -> None:
    assert "yaml-depth" not in " ".join(on_card(fields))


@pytest.mark.parametrize(
    "value",
    [
        "no",
        "yes",
        "on",
        "off",
        "True",
        "FALSE",
        "~",
        "null",
        "Null",
        "12",
        "-3",
        "0123",
        "0x1F",
        "0b1",
        "1_000",
        "1.5",
        ".5",
        ".inf",
        ".nan",
        "12:30",
        "1:2:3",
        "2026",
        "2026-03-01",
        "2026-03-01T10:00:00Z",
        "=",
        "<<",
    ],
)
def test_a_plain_text_that_yaml_takes_for_something_else_is_shown(value: str) -> None:
    assert on_card(f"role: {value}") == [f"yaml-surprise 10:7-{7 + len(value)}"]
    nothing = value.lower() in ("~", "null")
    pasted = "schrijf hier tekst, of haal de regel weg" if nothing else f'role: "{value}"'
    if value.startswith("2026-03-01"):
        pasted = "schrijf een tekst zonder precieze datum of nummer, zoals «in het voorjaar»"
    assert hint_on(f"role: {value}") == pasted


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ("role: 2026-03-01", "yaml-surprise 10:7-17"),
        ("role: 2026-03-01 10:00:00", "yaml-surprise 10:7-26"),
        ("role: 111222333", "yaml-surprise 10:7-16"),
        ("role: '2026-03-01'", "privacy-date 10:8-18"),
        # Nobody can overrule this one, so it has to go whatever YAML takes it for.
        ("role: +31612345678", "privacy-phone 10:7-19"),
    ],
)
def test_a_private_value_that_surprises_gives_one_message(fields: str, told: str) -> None:
    assert everything(fields) == [told]


@pytest.mark.parametrize(
    ("fields", "place", "hint"),
    [
        ("period: 2026-09-01", "9:9-19", "period: 2026-Q3"),
        ("period: 2026-12-31", "9:9-19", "period: 2026-Q4"),
        ("period: 2026-02-30", "9:9-19", "period: 2026-Q1"),
        ("law_checked: 2026-11-03", "10:14-24", "law_checked: 2026-11"),
        ("checked: 2026-11-03 10:00:00", "10:10-29", "checked: 2026-11"),
        ("question: off", "10:11-14", 'question: "off"'),
        ("outcome: {what: yes}", "10:17-20", 'what: "yes"'),
    ],
)
def test_the_hint_on_a_surprise_is_what_to_type_instead(fields: str, place: str, hint: str) -> None:
    assert on_card(fields) == [f"yaml-surprise {place}"]
    assert hint_on(fields) == hint


@pytest.mark.parametrize(
    "fields",
    [
        'role: "no"',
        "role: 'no'",
        "role: nooit",
        "role: no, nooit",
        "role: no way",
        "role: n",
        "role: nee",
        "role: >-\n  no",
        "role: 12 uur",
        "role: 12.30 uur",
        "role: 1.2.3",
        "role: 12-30",
        "role: 06-123",
        "role: v2",
        "role: None",
        "period: 2026",
        "period: '2026'",
        "checked: 2026-11",
        "composite: true",
        "outcome: {what: goed, after_months: 12}",
        "formerly: [2026, no]",
    ],
)
def test_a_text_that_yaml_takes_for_text_does_not_surprise(fields: str) -> None:
    assert "yaml-surprise" not in " ".join(on_card(fields))


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ("choice: bel de inwoner eerst even op #1", "9:9-37"),
        ("choice: bel de inwoner eerst\n  en dan nog eens #2", "9:9-10:18"),
        ("role: klantmanager # nog navragen", "10:7-19"),
        ("role: klantmanager  #1", "10:7-19"),
        ("outcome:\n  what: goed #1", "11:9-13"),
        ("outcome: {what: goed #1\n  }", "10:17-21"),
        ("allow:\n  - rule: x # y\n    because: z", "11:11-12"),
    ],
)
def test_a_text_that_loses_what_follows_a_hash_is_shown(fields: str, place: str) -> None:
    assert on_card(fields) == [f"yaml-cut-off {place}"]


@pytest.mark.parametrize(
    "fields",
    [
        'role: "klantmanager #1"',
        "role: 'klantmanager' # opmerking",
        "role: >- # opmerking\n  klantmanager #1",
        "role: |-\n  klantmanager #1",
        "role: klant#1",
        "role: klantmanager\n# opmerking",
        "role: klantmanager\n\n  # opmerking",
        "result: partly # opmerking",
        "dilemma: work-training # opmerking",
        "period: 2026 # ongeveer",
        "composite: true # opmerking",
        "also: [trust-check] # opmerking",
        "also: # opmerking\n  - trust-check # opmerking",
        "tags: # opmerking\n  situation: # opmerking\n    - debts # opmerking",
        "outcome: {what: goed, after_months: 3 # ongeveer\n  }",
    ],
)
def test_a_comment_that_costs_no_text_is_fine(fields: str) -> None:
    assert on_card(fields) == []


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ("because: >-\n  Zij durfde het.\n  next_time: Ik bel eerder.", "12:3-13"),
        ("because: |-\n  Zij durfde het.\n\n  place: Voorbeeldstad", "13:3-9"),
        ('because: "Zij durfde het.\n  not_when: als het druk is"', "11:3-12"),
    ],
)
def test_a_field_within_a_text_is_told_at_its_own_line(fields: str, place: str) -> None:
    """The field was lost in the text above it, and the check found nothing."""
    assert on_card(fields) == [f"yaml-swallowed {place}"]


@pytest.mark.parametrize(
    "fields",
    [
        "because: >-\n  Zij durfde het.\n  Volgende keer: eerder bellen.",
        "signal:\n  text: >-\n    De wachtlijst is lang.\n  status: open",
        "because: >-\n  Het formulier vroeg (place: wat is dat).",
    ],
)
def test_words_with_a_colon_in_a_text_are_text(fields: str) -> None:
    assert on_card(fields) == []


def test_a_needed_field_within_a_text_is_one_mistake() -> None:
    lost = SOUND_CARD.replace("\nwhat_worked:", "\n  what_worked:").replace(
        "\nchoice: ", "\nchoice: >-\n  "
    )
    assert [each.partition(" ")[0] for each in in_file(lost)] == ["yaml-swallowed"]


def test_spaces_before_the_first_field_are_told_there() -> None:
    """The message was about three dashes, at the second line, and there were none."""
    assert in_file(" " + SOUND_CARD) == ["yaml-syntax 1:1-2"]


@pytest.mark.parametrize(
    ("fields", "place", "hint"),
    [
        ("outcome:\n  after_months:3\n  what: Ze werkt er.", "11:3-17", "after_months: 3"),
        ("tries:\n  - how:ging\n    note: goed", "11:3-13", "- how: ging"),
        ("outcome:\n  after_months 3\n  what: Ze werkt er.", "11:3-17", "after_months: 3"),
        ("see_also:\n  - {card: x how: partly}", "11:5-6", "- {card: x, how: partly}"),
        ("signal: {text: De wachtlijst: te lang}", "10:9-10", "bracket-inside"),
        ("also: [een, twee", "10:7-8", "also: [een, twee]"),
    ],
)
def test_a_mistake_is_told_on_its_own_line_and_by_its_own_name(
    fields: str, place: str, hint: str
) -> None:
    """The sound line below it was named, and a bracket that was closed was "not closed"."""
    assert in_file(card_with(fields)) == [f"yaml-syntax {place}"]
    variant = f"rules.yaml-syntax.hint-{hint}"
    assert hint_on(fields) == (NL(variant) if variant in NL else hint)


def test_a_first_line_without_a_colon_is_told_itself() -> None:
    assert in_file(SOUND_CARD.replace("title: ", "title ", 1))[0].startswith("yaml-syntax 1:1-")


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        (r'role: "wij in S:\nieuw"', "10:17-18"),
        (r'role: "wij in S:\team"', "10:17-18"),
        (r'role: "wij in W:\Projecten"', "10:17-18"),
        (r'role: "wij in \bestanden"', "10:15-16"),
        ('role: "wij samen\n  in S:\\Loket"', "11:8-9"),
    ],
)
def test_the_name_of_a_folder_is_no_escape(fields: str, place: str) -> None:
    """Half of them vanished from the text without a word; the others had an "invisible sign"."""
    assert on_card(fields) == [f"yaml-syntax {place}"]
    assert hint_on(fields) == NL("rules.yaml-syntax.hint-escape")


@pytest.mark.parametrize(
    "fields",
    [r'role: "wij in S:\\team"', r'role: "een \"ja\" en een \u00e9"', r'role: "een\ntwee"'],
)
def test_an_escape_that_somebody_means_is_one(fields: str) -> None:
    assert on_card(fields) == []


@pytest.mark.parametrize(
    "line",
    [
        "keuze: gaat ze of gaat ze niet?",
        "vraag: wie gaat er mee?",
        "Dilemma: meegaan of niet.",
        "Zie ook: de andere kaart.",
        "Kind: vier jaar, vaak ziek.",
        "Status: die was nog open.",
        "Ze zei: ga mee.",
    ],
)
def test_a_word_with_a_colon_in_running_text_is_no_field(line: str) -> None:
    assert everything(f"because: >-\n  Dit was het.\n  {line}") == []


def test_the_end_of_an_address_behind_a_space_is_not_lost() -> None:
    content = "voorbeeld:\n  title: Een stuk\n  url: https://example.org/stuk #deel"
    report = check_beside(content.encode(), "sources.yml", OTHERS, "nl")
    [problem] = report.diagnostics
    assert (problem.rule, problem.hint) == ("yaml-cut-off", "haal de spatie voor het teken # weg")
    joined = content.replace(" #deel", "#deel")
    assert check_beside(joined.encode(), "sources.yml", OTHERS, "nl").diagnostics == ()
