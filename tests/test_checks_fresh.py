"""The rules `fresh-*`: what needs another look, on 1 November 2026."""

from __future__ import annotations

import pytest

from conftest import Project
from finding import all_in_project, everything, hint_on

KNOWN = "outcome: {after_months: 6, what: Hij werkt er nog.}\n"
SOURCED = "kind: sourced\nsources: [voorbeeld]\nevidence: advice\n"
SIGNAL = "signal: {text: De wachttijd is te lang., "


def rules(fields: str) -> list[str]:
    """Return the rules that find something on the sound card with `fields`."""
    return [each.split()[0] for each in everything(fields)]


@pytest.mark.parametrize("period", ["2025-Q3", "2025-Q1", "2024-Q4"])
def test_after_twelve_months_an_own_card_needs_an_outcome(period: str) -> None:
    assert rules(f"period: {period}") == ["fresh-outcome"]
    assert rules(f"period: {period}\n{KNOWN}") == []


@pytest.mark.parametrize("period", ["2025-Q4", "2025", "2026-Q1", "2026-Q4", "2026"])
def test_within_twelve_months_nothing_is_asked(period: str) -> None:
    assert rules(f"period: {period}") == []


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("period: 2024-Q3", ["fresh-check"]),
        ("period: 2024-Q4", []),
        ("period: 2024", []),
        ("period: 2023", ["fresh-check"]),
        ("period: 2020\nchecked: 2024-11", ["fresh-check"]),
        ("period: 2020\nchecked: 2024-12", []),
        ("period: 2020\nchecked: 2026-11", []),
    ],
)
def test_after_twenty_four_months_somebody_should_look(fields: str, found: list[str]) -> None:
    assert rules(KNOWN + fields) == found


@pytest.mark.parametrize(
    ("rest", "found"),
    [
        ("since: 2026-05}", ["fresh-signal"]),
        ("since: 2026-06}", []),
        ("since: 2026-05, status: answered}", []),
        ("since: 2026-05, status: changed}", []),
        ("since: 2026-05, status: declined}", []),
        ("since: 2026-05, status: open}", ["fresh-signal"]),
    ],
)
def test_after_six_months_a_signal_waits_too_long(rest: str, found: list[str]) -> None:
    assert rules(SIGNAL + rest) == found


@pytest.mark.parametrize(
    "fields",
    [
        SOURCED + "period: 2015",
        SOURCED + "period: unknown",
        "kind: example\nperiod: 2015",
        "period: 2015\nstatus: retired\nretired_because: klopt niet meer zo",
        "period: 2015\nstatus: superseded\nreplaced_by: trust",
    ],
)
def test_only_active_cards_of_own_practice_need_a_look(fields: str) -> None:
    assert rules(fields) == []


LAW = """\
zoektermijn:
  label: {{nl: De zoektermijn is veranderd}}
  date: {date}
  what: {{nl: "Jongeren mogen meteen aanvragen."}}
  affects: [guidance, debts]
"""


@pytest.mark.parametrize(
    ("date", "fields", "warned"),
    [
        ('"2026-08-01"', "tags: {phase: [guidance]}\nperiod: 2026-Q2", True),
        ('"2026-11-01"', "tags: {phase: [guidance]}\nperiod: 2026-Q2", True),
        ('"2026-11-02"', "tags: {phase: [guidance]}\nperiod: 2026-Q2", False),
        ('"2027-01-01"', "tags: {phase: [guidance]}\nperiod: 2026-Q2", False),
        ('"2026-08-01"', "tags: {phase: [guidance]}\nperiod: 2026-Q3", False),
        ('"2026-08-01"', "tags: {phase: [guidance]}\nlaw_checked: 2026-08", False),
        ('"2026-08-01"', "tags: {phase: [guidance]}\nlaw_checked: 2026-07", True),
        ('"2026-08-01"', "tags: {situation: [debts]}\nperiod: 2026-Q2", False),
        ('"2026-08-01"', "period: 2026-Q2", False),
        ("null", "tags: {phase: [guidance]}\nperiod: 2026-Q2", False),
        (
            '"2026-08-01"',
            SOURCED + "tags: {phase: [guidance]}\nperiod: unknown",
            True,
        ),
    ],
)
def test_a_law_that_took_effect_after_a_card_is_a_warning(
    date: str, fields: str, warned: bool, project: Project
) -> None:
    project.write("law_changes.yml", LAW.format(date=date))
    project.card(fields)
    found = [each for each in all_in_project(project) if each.startswith("cards/voorbeeld.yml")]
    assert [each.split()[1] for each in found] == (["fresh-law"] if warned else [])


@pytest.mark.parametrize(
    "field",
    [
        "period: 2027",
        "period: 2027-Q1",
        "law_checked: 2026-12",
        "checked: 2026-12",
        "signal: {text: De brief is te moeilijk., since: 2062-03}",
        "tries: [{period: 2027, result: confirms, note: Zo ging het ook.}]",
    ],
)
def test_a_time_that_is_still_to_come_is_told(field: str) -> None:
    assert [each.split()[0] for each in everything(field)] == ["fresh-future"]


@pytest.mark.parametrize(
    ("field", "hint"),
    [
        ("period: 2027", "schrijf het jaar of het kwartaal waarin het was"),
        ("checked: 2026-12", "schrijf de maand waarin het was, zoals 2026-03"),
    ],
)
def test_what_to_write_for_a_time_to_come_is_what_the_field_takes(field: str, hint: str) -> None:
    assert hint_on(field) == hint


@pytest.mark.parametrize(
    "field", ["period: 2026", "period: 2026-Q4", "law_checked: 2026-11", "period: unknown"]
)
def test_the_year_the_quarter_and_the_month_of_today_are_not_to_come(field: str) -> None:
    assert "fresh-future" not in " ".join(everything(field))


@pytest.mark.parametrize(
    ("field", "rule"),
    [
        (
            "signal: {text: De brief is te lang., since: 2025-03, status: beantwoord}",
            "field-choice",
        ),
        ("period: 2023\noutcome: {what: Goed., after_months: een jaartje}", "field-type"),
        ("period: 2023\nkind: vraagje", "field-choice"),
    ],
)
def test_what_is_not_sound_is_not_judged_by_what_its_absence_means(field: str, rule: str) -> None:
    """A signal with a misspelt status was said to have been open for half a year."""
    assert [each.split()[0] for each in everything(field)] == [rule]
