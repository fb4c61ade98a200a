"""The rules `privacy-*`: what is found where in a card, and what a card may overrule."""

from __future__ import annotations

import pytest

from conftest import Project, card_with, told_anew
from finding import OTHERS, all_in_project, check_beside, check_card, everything
from spreekkamer import privacy, texts
from spreekkamer.reporting import FORMATS
from spreekkamer.reporting.material import material

# A new field of the sound card stands on line 10, a replaced one on line 9.

SOURCED = "kind: sourced\nsources: [voorbeeld]\nevidence: advice\n"


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("role: belt op 06-12345678", "privacy-phone 10:15-26"),
        ("role: >-\n  belt op\n  06-12345678 elke dag", "privacy-phone 12:3-14"),
        ("role: >-\n  belt op 06-1234\n  5678 elke dag", "privacy-phone 11:11-12:7"),
        ("role: |-\n  BSN 1112\n  22333 klopt", "privacy-bsn 11:7-12:8"),
        ("role: belt op 06-1234\n  5678", "privacy-phone 10:15-11:7"),
        ("role: 'belt op 06-12345678'", "privacy-phone 10:16-27"),
        ('role: "belt op 06-12345678"', "privacy-phone 10:16-27"),
        ('role: "belt op 06-1234\\u0035678"', "privacy-phone 10:7-33"),
        ("role: 'foto''s naar a@example.org'", "privacy-email 10:21-34"),
        (
            "tries: [{period: 2026, result: confirms, note: bel 06-12345678}]",
            "privacy-phone 10:52-63",
        ),
        ("title: Bel naar 06-12345678 voor werk", "privacy-phone 9:17-28"),
        ("# bel 06-12345678\nrole: coach", "privacy-phone 10:7-18"),
        ("result: worked # bel 06-12345678", "privacy-phone 9:22-33"),
    ],
)
def test_what_is_private_is_shown_at_its_own_place(fields: str, found: str) -> None:
    assert everything(fields) == [found]


@pytest.mark.parametrize(
    "fields",
    [
        "role: belt elke week op dezelfde dag",
        "role: >-\n  belt op de eerste\n  dag van de maand",
        "role: |-\n  in 2025 waren er\n  12 gesprekken",
        "role: 'foto''s naar de coach'",
        'role: "belt op \\u0031\\u0032 uur"',
        "tries: [{period: 2026, result: confirms, note: na 8 weken klaar}]",
        "title: Bel 0800 of 113 als het niet meer gaat",
        "# nog een keer nalezen in 2026\nrole: coach",
        "result: worked # na 3 gesprekken",
        "role: werkt bij het UWV en de Sociale Dienst",
        "role: belt met 14 030 of 112",
        "role: van 9.30 tot 12.00 uur",
        "role: nummer 3 van de lijst",
        "role: voor jongeren tot 27 jaar",
        "role: begeleidt 45 inwoners",
    ],
)
def test_what_leads_to_nobody_is_left_alone(fields: str) -> None:
    assert everything(fields) == []


def test_a_private_number_under_an_unknown_key_is_found_too() -> None:
    assert everything("telefoon: 06-12345678") == ["field-unknown 10:1-9", "privacy-phone 10:11-22"]


def test_a_private_number_in_the_name_of_a_file_is_one_problem(project: Project) -> None:
    project.card("role: klantmanager", "bel-0612345678")
    assert [each.split()[:2] for each in all_in_project(project)] == [
        ["cards/bel-0612345678.yml", "privacy-phone"]
    ]


@pytest.mark.parametrize("name", ["bel-om-0800-8051", "pilot-2026", "zij-30-plus", "stap-1-2-3"])
def test_a_number_that_is_nobodys_may_stand_in_the_name_of_a_file(
    name: str, project: Project
) -> None:
    project.card("role: klantmanager", name)
    assert all_in_project(project) == []


@pytest.mark.parametrize(
    "text", ["Ik sprak Anna Voorbeeld daar.", "Er ging 23.417 euro naar het huis."]
)
def test_a_published_card_may_name_people_and_amounts(text: str) -> None:
    assert len(everything(f"because: {text}")) == 1
    assert everything(SOURCED + f"because: {text}") == []


@pytest.mark.parametrize("text", ["bel 06-12345678", "zijn BSN 111222333", "mail a@example.org"])
def test_a_published_card_may_not_show_anything_else(text: str) -> None:
    assert len(everything(SOURCED + f"because: {text}")) == 1


def test_a_register_is_searched_only_for_what_nobody_may_hold(project: Project) -> None:
    text = (project.learnings / "sources.yml").read_text(encoding="utf-8")
    project.write("sources.yml", text.replace("Voorbeeldbureau", "mevrouw Voorbeeld"))
    assert all_in_project(project) == []
    project.write("sources.yml", text.replace("Voorbeeldbureau", "bel 06-12345678"))
    assert [each.split()[1] for each in all_in_project(project)] == ["privacy-phone"]


NAMED = "because: Ik vroeg hulp bij de Blauwe Brigade in de wijk.\n"


def test_a_warning_that_the_card_overrules_with_a_reason_is_gone() -> None:
    assert [each.split()[0] for each in everything(NAMED)] == ["privacy-name"]
    allowed = NAMED + "allow: [{rule: privacy-name, because: naam van een instrument}]"
    report = check_card(card_with(allowed).encode())
    assert report.diagnostics == ()
    assert [(each.rule, each.because) for each in report.overruled] == [
        ("privacy-name", "naam van een instrument")
    ]


@pytest.mark.parametrize("rule", ["bsn", "iban", "email", "phone"])
def test_what_leads_straight_to_a_person_cannot_be_overruled(rule: str) -> None:
    entry = f"allow: [{{rule: privacy-{rule}, because: het mag echt}}]"
    assert everything(entry) == [f"ref-rule 10:16-{16 + len('privacy-' + rule)}"]


def test_a_refused_reason_does_not_silence_what_it_names() -> None:
    fields = "role: bel 06-12345678\nallow: [{rule: privacy-phone, because: het mag echt}]"
    assert everything(fields) == ["privacy-phone 10:11-22", "ref-rule 11:16-29"]


@pytest.mark.parametrize("rule", ["privacy-name", "text-judging", "privacy-address"])
def test_a_reason_that_silences_nothing_is_shown(rule: str) -> None:
    entry = f"allow: [{{rule: {rule}, because: naam van een instrument}}]"
    assert everything(entry) == [f"fresh-allow 10:16-{16 + len(rule)}"]


def test_a_reason_seems_unneeded_only_on_a_card_without_errors() -> None:
    entry = "allow: [{rule: privacy-name, because: naam van een instrument}]"
    assert everything(f"{entry}\nside: nergens") == ["ref-side 10:7-14"]


def test_more_than_three_situations_are_one_warning(project: Project) -> None:
    facet = (project.learnings / "tags/situation.yml").read_text(encoding="utf-8")
    facet = facet.replace("max_per_card: 3", "max_per_card: 9")
    more = "".join(f"  tag-{each}:\n    label: {{nl: Trefwoord {each}}}\n" for each in "abcd")
    project.write("tags/situation.yml", facet.rstrip("\n") + "\n" + more)
    project.card("tags: {situation: [tag-a, tag-b, tag-c]}")
    assert all_in_project(project) == []
    project.card("tags: {situation: [tag-a, tag-b, tag-c, tag-d]}")
    assert all_in_project(project) == ["cards/voorbeeld.yml privacy-combination 10:19-47"]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ("choice: In het cafe\u0301 zat mevrouw Jansen en we praatten.", "privacy-name 9:26-40"),
        ("choice: Ik belde mevrouw Janse\u0301n en we praatten lang.", "privacy-name 9:18-33"),
        ("choice: Ik belde mevrouw Janse\u0301 en we praatten lang.", "privacy-name 9:18-32"),
        (
            "choice: >-\n  In het cafe\u0301 met\n  mevrouw Jansen spraken we.",
            "privacy-name 11:3-17",
        ),
        ('choice: "In het cafe\u0301 zat mevrouw Jansen en toen."', "privacy-name 9:27-41"),
        (
            "choice: Ik zag \u1100\u1161\u11a8 en mevrouw Jansen daar zitten.",
            "privacy-name 9:23-37",
        ),
        ("choice: Ik zag o\u0302\u0323 en mevrouw Jansen daar zitten.", "privacy-name 9:23-37"),
        ("choice: Ik zag x\u0301 en mevrouw Jansen daar zitten.", "privacy-name 9:22-36"),
    ],
)
def test_an_accent_that_is_written_apart_moves_no_finding(fields: str, told: str) -> None:
    assert everything(fields) == [told]
    [problem] = check_card(card_with(fields).encode()).diagnostics
    assert "Jans" not in problem.excerpt


@pytest.mark.parametrize(
    "name",
    [
        *("mevrouw-jansen-belt", "familie-de-vries", "gesprek-met-dhr-el-amrani"),
        *("mw-yilmaz-komt-niet", "familie-van-den-berg", "meneer-bakker-wil-niet", "fam-hoekstra"),
        *("mevrouw-dijksma", "meneer-oosterveld", "mevrouw-vd-voorbeeld"),
    ],
)
def test_a_name_behind_a_title_in_an_id_is_seen_and_not_shown(name: str, project: Project) -> None:
    project.card("role: klantmanager", name)
    report = project.check()
    assert [each.rule for each in report.diagnostics] == ["privacy-name"]
    told = material(report.diagnostics, report.paths, texts.load("nl"))
    assert not [form for form, render in FORMATS.items() if name in render(told)]


@pytest.mark.parametrize(
    "name",
    [
        *("mevrouw-wil-niet", "familie-in-nood", "familie-van-vier", "familie-de-baas"),
        *("meneer-van-de-gemeente", "mevrouw-van-het-loket", "mevrouw-tussen-wal-en-schip"),
        *("meneer-de-directeur", "familie-kansen", "familie-ten-einde-raad", "heer-en-meester"),
        *("mevrouw-durfde-niet", "meneer-zweeg", "mevrouw-in-het-bos", "bakker-zoekt-hulp"),
    ],
)
def test_what_else_follows_a_title_in_an_id_is_no_name(name: str, project: Project) -> None:
    project.card("role: klantmanager", name)
    assert all_in_project(project) == []


def test_the_id_of_a_published_card_may_name_what_its_source_names(project: Project) -> None:
    project.card(SOURCED, "mevrouw-jansen-belt")
    assert "privacy-name" not in " ".join(all_in_project(project))


@pytest.mark.parametrize("name", ["bellen-01-03-2026", "bellen-2026-03-01", "op-3-maart-2026"])
def test_a_date_in_the_name_of_a_file_is_found(name: str, project: Project) -> None:
    project.card("role: klantmanager", name)
    assert [each for each in all_in_project(project) if "privacy-date" in each]


def test_an_earlier_id_may_hold_a_name_as_well() -> None:
    assert everything("formerly: [mevrouw-jansen]") == ["privacy-name 10:12-26"]


POSSIBLE_NAME = "Fatima Verzonnen"  # two capitals where no sentence precedes them


@pytest.mark.parametrize(
    "fields",
    [
        f"{POSSIBLE_NAME}: durfde niet alleen",
        f"outcome: {{what: Ze werkt er nog, {POSSIBLE_NAME}}}",
        f"result: {POSSIBLE_NAME} 0612345678",
        f"dilemma: {POSSIBLE_NAME}",
        f"tags: {{situation: [{POSSIBLE_NAME}]}}",
        f"tags: {{{POSSIBLE_NAME}: [debts]}}",
        f"sources: [{POSSIBLE_NAME}]",
        f"formerly: [{POSSIBLE_NAME}]",
        f"see_also: [{{card: {POSSIBLE_NAME}, how: follows}}]",
        f"allow: [{{rule: {POSSIBLE_NAME}, because: dat is een instrument}}]",
        f"{POSSIBLE_NAME}: een\n{POSSIBLE_NAME}: twee",
        f"choice: Ik vroeg het **{POSSIBLE_NAME}** die belde, en ik ging mee naar het gesprek.",
    ],
)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_format_shows_what_may_be_a_name_in_a_value(fields: str, language: str) -> None:
    report = check_card(card_with(fields).encode(), language)
    assert report.diagnostics
    told = material(report.diagnostics, report.paths, texts.load(language))
    shown = "".join(render(told) for render in FORMATS.values())
    assert not [word for word in POSSIBLE_NAME.split() if word.lower() in shown.lower()]


def test_a_postcode_is_covered_in_the_message_as_it_is_in_the_line() -> None:
    [problem] = check_card(card_with("result: 1315 ab 12").encode()).diagnostics
    assert "1315" not in problem.message + problem.excerpt


@pytest.mark.parametrize("role", ["Jan de Vries", "A. de Boer", "Anja Bakker, klantmanager"])
def test_who_fills_in_a_name_for_a_role_is_told(role: str) -> None:
    assert everything(f"role: {role}")[0].split()[0] == "privacy-name"


@pytest.mark.parametrize(
    "role",
    ["Klantmanager Participatie", "Consulent Werk en Inkomen", "Jobcoach", "Team Jongeren"],
)
def test_a_role_with_capitals_is_no_name(role: str) -> None:
    assert everything(f"role: {role}") == []


def test_an_order_to_the_parser_is_searched_as_a_comment_is() -> None:
    content = f"%TAG ! 06-12345678\n---\n{card_with('')}"
    assert [each.rule for each in check_card(content.encode()).diagnostics] == ["privacy-phone"]


def test_the_number_of_a_file_in_an_earlier_id_is_found() -> None:
    fields = "formerly: [clientnummer-123456, geboren-12-03-1984, v-1234567890]"
    assert [each.split()[0] for each in everything(fields)] == [
        "privacy-case-number",
        "privacy-birth-date",
        "privacy-v-number",
    ]


@pytest.mark.parametrize(
    ("name", "rule", "shown"),
    [
        ("belde-kerkweg-12", "privacy-address", "belde-██████████"),
        ("kerkstraat-12", "privacy-address", "█████████████"),
        ("dhr-p-de-vries", "privacy-name", "██████████████"),
        ("mevrouw-m-jansen-belt", "privacy-name", "████████████████-belt"),
        ("bus-xx-123-x", "privacy-plate", "bus-████████"),
        ("12-xx-34-verkocht", "privacy-plate", "████████-verkocht"),
        ("postcode-1234-ab", "privacy-postcode", "postcode-███████"),
    ],
)
def test_a_file_that_is_called_after_a_house_a_car_or_an_initial_is_told(
    name: str, rule: str, shown: str, project: Project
) -> None:
    project.write(f"cards/{name}.yml", told_anew(name))
    [problem] = [each for each in project.check().diagnostics if name in each.path]
    assert problem.rule == rule
    assert privacy.masked_path(problem.path) == f"learnings/cards/{shown}.yml"


def test_an_id_with_figures_that_say_nothing_of_anybody_is_fine() -> None:
    ids = "8-tot-12, pw-18-lid-2, stap-10-en-11, 9-uur-30, eerste-stap-1, almere-45plus-pilot"
    assert everything(f"formerly: [{ids}, op-weg-2, werkplein-2, 24-uurs-actie, q4-2026]") == []
    ids = "van-18-en-19, 12-op-24, 24-wsw-12, pw-18-27, 9-tot-17, nt2-b1-b2, kenteken-kwijt"
    assert everything(f"formerly: [{ids}, de-postcode-1234-is-weg, 10-in-200, op-12-na]") == []


@pytest.mark.parametrize(
    "text",
    [
        "mevrouw \n  Voorbeeld kwam",
        "mevrouw\n    Voorbeeld kwam",
        "mevrouw  \n    Voorbeeld kwam",
        "mevrouw  Voorbeeld kwam",
    ],
)
def test_space_at_the_end_of_a_line_or_before_the_next_one_hides_no_name(text: str) -> None:
    assert any(
        each.startswith("privacy-name") for each in everything(f"because: |-\n  Toen {text}.")
    )


def test_what_two_line_breaks_part_is_no_name() -> None:
    assert everything("because: |-\n  Dit deden we in Almere\n\n  Utrecht volgde daarna.") == []


@pytest.mark.parametrize(
    ("fields", "private"),
    [
        ("tags: {situation: [mevrouw-jansen, debts]}", "mevrouw-jansen"),
        ("because: Toen kwam mevrouw\u200bVoorbeeld.", "mevrouw\u200bVoorbeeld"),
        ('because: "Bel 06-1234\\e5678 maar \\u0001."', "06-1234\\e5678"),
        ("period: 1984-03-12", "1984"),
    ],
)
@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_a_report_shows_nothing_in_the_line_or_hint_that_its_message_covers(
    fields: str, private: str, language: str
) -> None:
    report = check_card(card_with(fields).encode(), language)
    for form in FORMATS.values():
        written = form(material(report.diagnostics, report.paths, texts.load(language)))
        assert private not in written
        assert private.replace("\u200b", "\\u200b") not in written


@pytest.mark.parametrize(
    ("role", "kinds"),
    [
        ("Anja Jansen", ["privacy-name"]),
        ("Anja Boxsma, 0612345678", ["privacy-name", "privacy-phone"]),
    ],
)
def test_a_name_for_a_role_is_told_once_whatever_stands_beside_it(
    role: str, kinds: list[str]
) -> None:
    """It was told twice, and then not at all beside a telephone number."""
    found = everything(f"role: {role}")
    assert [each.split()[0] for each in found if "privacy" in each] == kinds


@pytest.mark.parametrize("field", ["BSN", "bsn_klant", "burgerservicenummer"])
def test_a_number_behind_a_field_that_is_called_bsn_is_one(field: str) -> None:
    assert f"privacy-bsn 10:{len(field) + 3}-{len(field) + 12}" in everything(f"{field}: 111222333")


def test_a_mail_address_in_a_link_is_told(project: Project) -> None:
    for link in ("?to=jan%40example.org&x", "?to=jan@example.org"):
        register = f'voorbeeld: {{title: Een bron, url: "https://example.net/{link}"}}'
        project.write("sources.yml", register)
        [problem] = [each for each in project.check().diagnostics if "privacy" in each.rule]
        assert (problem.rule, problem.path) == ("privacy-email", "learnings/sources.yml")
        assert "example.org" not in problem.excerpt + problem.message + problem.hint


def test_words_of_tags_are_shown_in_hints_though_no_card_may_have_them() -> None:
    content = b"somber: {search_as_equal: zelfmoord en depressie}"
    problems = check_beside(content, "words.yml", OTHERS, "nl").diagnostics
    [problem] = [each for each in problems if each.path.endswith("words.yml")]
    assert problem.hint.endswith("search_as_equal: [zelfmoord en depressie]")
