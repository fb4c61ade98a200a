"""Faults that were found and mended; each stays mended."""

import os
import time

import pytest

from conftest import SOUND_CARD, Project, card_with, is_judged
from finding import OTHERS, check_beside, check_card, hint_on, in_project, on_card
from spreekkamer.checks.id.characters import proposed
from spreekkamer.schema_types import ID_PATTERN

NULLS = [
    "dilemma: ~",
    "side: ~",
    "result: null",
    "kind: ~",
    "status: ~",
    "also: [~]",
    "sources: [null]",
    "tags: {situation: [~]}",
    "tags: {~: [debts]}",
    "formerly: [~]",
    "see_also: [{card: ~, how: follows}]",
    "outcome: {what: goed, known_how: ~}",
    "status: superseded\nreplaced_by: ~",
]


@pytest.mark.parametrize("fields", NULLS)
def test_nothing_in_a_field_is_one_problem(fields: str) -> None:
    assert len(on_card(fields)) == 1


@pytest.mark.parametrize(
    "path,text",
    [
        ("sources.yml", "a:\n"),
        ("sources.yml", "a: tekst\n"),
        ("sources.yml", "a: {}\n"),
        ("sources.yml", "a: [x]\n"),
        ("words.yml", "a: {}\n"),
        ("law_changes.yml", "a:\n"),
        ("sources.yml", "'':\n  title: x\n"),
    ],
)
def test_register_entry_without_fields_does_not_crash(
    path: str, text: str, project: Project
) -> None:
    project.write(path, text)
    assert project.rules()


@pytest.mark.parametrize("n", ["9" * 5000, "0" * 5000])
def test_a_number_of_5000_digits(n: str) -> None:
    assert len(on_card(f"outcome: {{what: goed zo, after_months: {n}}}")) == 1


@pytest.mark.parametrize("fields", ["choice: bel #1 eerst", "title: Werk #1 eerst maar"])
def test_cut_off_is_one_problem(fields: str) -> None:
    assert [e.split()[0] for e in on_card(fields)] == ["yaml-cut-off"]


@pytest.mark.parametrize(
    "fields", ["result: []", "title: {}", "tags: []", "also: {}", "composite: []"]
)
def test_empty_of_wrong_shape_is_one_problem(fields: str) -> None:
    assert len(on_card(fields)) == 1


def test_a_card_called_dot_yml_is_reported(project: Project) -> None:
    project.write("cards/.yml", SOUND_CARD)
    assert project.rules()


def test_hint_for_list_names_the_key_itself() -> None:
    assert "situation: [debts]" in hint_on("tags:\n  situation: debts")


def test_hint_keeps_the_mapping() -> None:
    assert "[]" not in hint_on("see_also: {card: voorbeeld, how: follows}")


@pytest.mark.parametrize(
    "fields",
    [
        "period: 2026-13-45",
        "checked: 2026-13-45",
        "period: 2026-0-1",
        "checked: 2026-00-01",
        "period: no",
        "period: ~",
        "checked: off",
    ],
)
def test_hint_of_surprise_can_be_pasted(fields: str) -> None:
    hint = hint_on(fields)
    assert "field-type" not in " ".join(on_card(hint)) and hint


@pytest.mark.parametrize("name", ["a" * 59 + "_b", "CON", "Index", "com\u00b9"])
def test_proposed_id_is_allowed(name: str) -> None:
    made = proposed(name)
    assert ID_PATTERN.fullmatch(made)
    assert "id-" not in " ".join(on_card(f"formerly: [{made}]"))


def test_cut_off_after_many_spaces() -> None:
    assert on_card("role: x" + " " * 150 + "# y") == ["yaml-cut-off 10:7-8"]


@pytest.mark.parametrize("fields", ["formerly: voorbeeld", "place:"])
def test_one_message(fields: str) -> None:
    assert len(on_card(fields)) == 1


def test_former_name_in_capitals(project: Project) -> None:
    project.card("formerly: [Voorbeeld]", "a")
    assert len(project.rules()) == 1


def test_unknown_key_in_dilemma_keeps_its_cards(one_card: Project) -> None:
    f = one_card.learnings / "dilemmas/work-training.yml"
    f.write_text(f.read_text() + "kleur: rood\n")
    assert list(one_card.check().library.cards) == ["voorbeeld"]


@pytest.mark.parametrize("ch", ["\U000e0041", "\u3164", "\u115f", "\u2800"])
def test_invisible(ch: str) -> None:
    assert "yaml-character" in " ".join(on_card(f"role: a{ch}b"))


def test_dilemma_with_bad_name_not_published(project: Project) -> None:
    t = (project.learnings / "dilemmas/work-training.yml").read_text()
    project.write("dilemmas/Nieuw.yml", t)
    assert "Nieuw" not in project.check().library.dilemmas


def test_flag_hint() -> None:
    assert hint_on("composite: FALSE").endswith("  composite: false")


def test_duplicate_dilemma_first_wins(project: Project) -> None:
    t = (project.learnings / "dilemmas/work-training.yml").read_text()
    project.write("dilemmas/a/work-training.yml", t)
    assert (
        project.check().library.dilemmas["work-training"].path
        == "learnings/dilemmas/a/work-training.yml"
    )


def test_depth_hidden_folder(project: Project) -> None:
    project.write("cards/.oud/kaart.yml", SOUND_CARD)
    assert project.rules()


def test_one_char() -> None:
    m = check_card(card_with("title: " + "x" * 81).encode()).diagnostics[0].hint
    assert m != "haal 1 tekens weg"


def test_a_collection_that_cannot_be_listed_is_reported(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.scandir

    def refuse(path):
        if str(path) == str(project.learnings):
            raise PermissionError(13, "denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert in_project(project) == ["learnings id-unreadable 1:1-1"]


PASTED = {
    "an apostrophe at the start": (
        "choice: 's Ochtends belde ik de werkgever",
        "yaml-syntax 9:9-10",
        'choice: "\'s Ochtends belde ik de werkgever"',
    ),
    "an apostrophe at the start and one further on": (
        "choice: 's Ochtends en 's avonds belde ik",
        "yaml-syntax 9:9-10",
        "choice: \"'s Ochtends en 's avonds belde ik\"",
    ),
    "an apostrophe before a text of more lines": (
        "choice: 't Werkte pas later\n  en toen was het goed.",
        "yaml-syntax 9:9-10",
        "choice: >-",
    ),
    "a colon in a text of more lines": (
        "choice: Ik zei: bel nu\n  en klaar was het.",
        "yaml-syntax 9:15-16",
        "choice: >-",
    ),
    "a text that begins with a hash": (
        "choice: #Ik belde meteen de werkgever",
        "yaml-cut-off 9:1-7",
        'choice: "#Ik belde meteen de werkgever"',
    ),
    "a hash halfway a text of more lines": (
        "choice: Ik belde eerst\n  werkgever #2 en toen\n  de andere.",
        "yaml-cut-off 9:9-10:12",
        "# en al",
    ),
    "a hash in braces": (
        "outcome: {what: Bij mij #2 ook}",
        "yaml-cut-off 10:17-24",
        "# en al",
    ),
    "an alias that is a text": ("choice: *Ik belde samen*", "yaml-anchor 9:9-12", "voluit"),
    "two stars": (
        "choice: **Ik** belde samen",
        "yaml-syntax 9:9-10",
        'choice: "**Ik** belde samen"',
    ),
    "a sign inside a list": (
        "tags:\n  phase: [@guidance]",
        "yaml-syntax 11:11-12",
        "haal het teken",
    ),
    "no space behind the first colon": (
        "title:Eerst de taalles\nrole: x",
        "yaml-syntax 9:1-23",
        "title: Eerst de taalles",
    ),
}


@pytest.mark.parametrize(("fields", "problem", "hint"), PASTED.values(), ids=PASTED)
def test_text_that_yaml_misreads_gets_one_message_with_its_cure(
    fields: str, problem: str, hint: str
) -> None:
    assert on_card(fields) == [problem]
    assert hint in hint_on(fields)


def test_a_quote_that_is_not_closed_is_shown_where_it_began(project: Project) -> None:
    text = SOUND_CARD.replace("title: Eerst", 'title: "Eerst').replace("2026-Q3", '"2026-Q3"')
    assert [each.split()[:2] for each in _problems(text)] == [["yaml-syntax", "1:8-9"]]


def _problems(text: str) -> list[str]:
    return [
        f"{each.rule} {each.span.start.line}:{each.span.start.column}-{each.span.end.column}"
        for each in check_card(text.encode()).diagnostics
    ]


def test_a_long_text_in_a_hint_is_whole(project: Project) -> None:
    words = "bel samen met haar en " * 12
    assert hint_on(f"choice: Ik zei: {words}klaar").endswith(f'"Ik zei: {words}klaar"')


@pytest.mark.parametrize(
    ("fields", "hint"),
    [
        ("tags:\n  phase: guidance]", "phase: [guidance]"),
        ("also:\n  -trust-check", "also: [trust-check]"),
        ("signal: De regel knelt.", 'signal: {text: "De regel knelt."}'),
        ('outcome: {what: goed, after_months: "6"}', "after_months: 6"),
        ("outcome: {what: goed, after_months: 06}", "after_months: 6"),
        ("because:", "vul het in, of haal de regel weg"),
        ("title:", "vul het in; dit veld is nodig"),
        ("title: ~", "schrijf hier tekst"),
    ],
)
def test_a_hint_mends_the_fault_when_it_is_followed(fields: str, hint: str) -> None:
    assert len(on_card(fields)) == 1
    assert hint in hint_on(fields)


@pytest.mark.parametrize("key", ["titel", "Title", "TITLE"])
def test_a_misspelt_key_is_not_missing_too(key: str) -> None:
    text = SOUND_CARD.replace("title:", f"{key}:")
    assert [each.split()[0] for each in _problems(text)] == ["field-unknown"]


def test_a_wrong_maximum_in_a_facet_does_not_blame_the_cards(project: Project) -> None:
    facet = project.learnings / "tags/situation.yml"
    facet.write_text(facet.read_text().replace("max_per_card: 3", "max_per_card: 0"))
    project.card("tags: {situation: [debts]}")
    assert project.rules() == ["field-type"]


def test_a_tag_in_two_facets_does_not_blame_the_cards(project: Project) -> None:
    facet = project.learnings / "tags/phase.yml"
    facet.write_text(facet.read_text() + "  debts:\n    label: {nl: Schulden}\n")
    project.card("tags: {situation: [debts]}")
    assert project.rules() == ["id-twice"]


def test_the_word_that_marks_a_shell_cannot_be_written_in_a_card(project: Project) -> None:
    project.card("title: SPREEKKAMER-MARK-content en meer")
    assert project.rules() == []


@pytest.mark.parametrize(
    "text",
    ["\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "می\u200cخواهم"],
)
def test_what_holds_a_flag_or_a_persian_word_together_is_fine(text: str) -> None:
    assert on_card(f"role: {text}") == []


# Found by `make fuzz`.


def test_a_misspelt_side_leaves_it_unknown_which_sides_are_empty() -> None:
    text = SOUND_CARD.replace("side:", "sidde:")
    assert [each.split()[0] for each in _problems(text)] == ["field-unknown"]


@pytest.mark.parametrize("hidden", ["\u200b", "\x00", "\ufeff", "\u202e"])
def test_an_invisible_character_does_not_uncover_a_number(hidden: str) -> None:
    content = card_with(f"choice: Ik noteerde NL91ABNA041716{hidden}4300 in de kantine toen.")
    excerpts = "".join(each.excerpt for each in check_card(content.encode()).diagnostics)
    assert "NL91" not in excerpts
    assert "4300" not in excerpts


CARD = """\
title: {title}
dilemma: work-training
side: training-first
result: worked
period: 2026
situation: Een inwoner wilde snel werken, maar sprak nog weinig Nederlands.
choice: We spraken af dat eerst de taalles af moest, met een datum.
what_worked: Ze begreep de uitleg en bleef na de eerste maand.
"""
DILEMMA = """\
label: {nl: Nieuw}
question: {nl: "Het ene of het andere?"}
sides:
  now: {label: {nl: Meteen}, definition: {nl: Dan is het er maar.}}
  later: {label: {nl: Later}, definition: {nl: Dan is het beter.}}
synonyms: [snel, later]
"""
FACET = """\
label: {nl: Situatie}
question: {nl: "Wat speelt er?"}
max_per_card: 3
values:
  debts: {label: {nl: Schulden}}
  single-parent: {label: {nl: Alleenstaande ouder}}
  status-holder: {label: {nl: Statushouder}}
  mental-health: {label: {nl: Psychische klachten}}
"""
FIRST, SECOND = (CARD.format(title=each) for each in ("Eerst de taalles", "Daarna het werk"))


@pytest.mark.parametrize(
    ("path", "content", "found"),
    [
        ("cards/voorbeeld.yml", f"{FIRST}\n{SECOND}", "yaml-duplicate-key 10:1"),
        ("dilemmas/kaart.yml", FIRST, "id-place 1:1"),
        ("tags/kaart.yml", FIRST, "id-place 1:1"),
        ("cards/dilemma.yml", DILEMMA, "id-place 1:1"),
        ("cards/trefwoorden.yml", FACET, "id-place 1:1"),
        ("tags/kopie.yml", FACET, "id-twice 1:1"),
        ("cards/voorbeeld.yml", f"{FIRST}kind: question\n", "field-together 9:1"),
    ],
)
def test_one_mistake_of_a_whole_file_is_one_message(path: str, content: str, found: str) -> None:
    """Two cards in one file gave ten messages, a card in the folder of dilemmas eleven."""
    report = check_beside(content.encode(), path, OTHERS, "nl")
    told = [
        f"{each.rule} {each.span.start.line}:{each.span.start.column}"
        for each in report.diagnostics
        if not is_judged(each)
    ]
    assert told == [found]


@pytest.mark.parametrize(
    ("fields", "hint"),
    [
        ("place: Voorbeeldstad", "haal «place» weg, of voeg een regel toe:  kind: sourced"),
        (
            "replaced_by: trust",
            "haal «replaced_by» weg, of voeg een regel toe:  status: superseded",
        ),
    ],
)
def test_a_field_without_its_partner_asks_for_that(fields: str, hint: str) -> None:
    """It was said not to go with a value that nobody wrote."""
    assert hint_on(fields) == hint


def test_two_keys_that_stand_twice_are_two_mistakes() -> None:
    assert len(on_card("role: x\nperiod: 2026\nrole: y\nperiod: 2025")) == 2


@pytest.mark.parametrize(
    ("typed", "name"),
    [("aanleiding", "situation"), ("aanpak", "choice"), ("niet_gewerkt", "what_did_not_work")],
)
def test_what_people_call_a_field_leads_to_it(typed: str, name: str) -> None:
    assert hint_on(f"{typed}: Het ging zo, en toen ging het anders.") == f"bedoel je: {name}"


def test_a_day_that_does_not_exist_is_told_as_such() -> None:
    law = 'nieuw: {label: {nl: Nieuw}, what: {nl: Er is iets nieuws.}, date: "2026-02-31"}'
    [problem] = check_beside(law.encode(), "law_changes.yml", OTHERS, "nl").diagnostics
    assert problem.message == "De dag bij «date» bestaat niet"


def spent_on(content: bytes) -> float:
    """Return the least time that checking `content` took."""
    times = []
    for _ in range(3):
        started = time.process_time()
        assert check_card(content).diagnostics
        times.append(time.process_time() - started)
    return min(times)


@pytest.mark.slow
@pytest.mark.untraced
@pytest.mark.parametrize(
    ("field", "item"),
    [
        ("tries:\n", "  - note: x\n"),
        ("tries:\n", "  - perod: 2026\n"),
        ("formerly:\n", "  - Ab-1\n"),
    ],
)
def test_four_times_the_mistakes_take_not_much_more_than_four_times_the_time(
    field: str, item: str
) -> None:
    """A list of groups took the square of its length."""
    few, many = (card_with(field + item * number).encode() for number in (900, 3600))
    assert len(many) <= 64 * 1024
    assert spent_on(many) < 8 * spent_on(few)
