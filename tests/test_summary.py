"""The summary for a reviewer: problems, the cards that were named, and nothing that runs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import SOUND_CARD, Project
from spreekkamer import texts
from spreekkamer.reporting import summary
from spreekkamer.reporting.markdown import code, escaped
from spreekkamer.reporting.material import material

NL = texts.load("nl")
CARD = "learnings/cards/voorbeeld.yml"


def shown(project: Project, *named: str, language: str = "nl", site: str = "") -> str:
    report = project.check(language)
    told = material(report.diagnostics, report.paths, texts.load(language), site)
    return summary.render(told, report, named)


def test_a_sound_collection_has_a_short_summary(project: Project) -> None:
    count = len(project.check().paths)
    assert (
        shown(project)
        == f"## Praktijkkaarten nagekeken\n\nGeen problemen in {count} bestanden.\n\n"
    )


def test_a_named_card_is_shown_whole(project: Project) -> None:
    project.card(
        "role: klantmanager\nbecause: Hij koos *zelf* en dat hielp.\n"
        "tries: [{period: '2026', result: confirms, note: Bij mij ging het net zo.}]\n"
        "outcome: {what: Hij werkt er nog steeds., after_months: 0, known_how: seen}\n"
        "signal: {text: De wachttijd is te lang voor iedereen., since: 2026-10, status: open}\n"
        "formerly: [eerdere-naam]"
    )
    told = shown(project, CARD)
    for line in (
        "- **Soort** ",
        "- **Functie** klantmanager",
        "#### De situatie\n\n",
        "#### Wat koos je?\n\n",
        "Hij koos \\*zelf\\* en dat hielp.",
        "Na hoeveel maanden? 0",
        "Hoe weet je dat? zelf gezien",
        "Zo ging het ook bij mij",
        "Stand Nog geen antwoord",
        "- **Eerdere namen** eerdere-naam",
    ):
        assert line in told
    assert SOUND_CARD.split("\n")[0].removeprefix("title: ") in told


def test_it_is_in_the_language_of_the_report(project: Project) -> None:
    assert "#### The situation" in shown(project, CARD, language="en")


def test_a_card_that_was_not_named_is_not_shown(project: Project) -> None:
    assert "####" not in shown(project)


@pytest.mark.parametrize(
    "words", ["Ik belde 06-12345678 en hij nam op.", "Ik belde mevrouw Van der Voorbeeld op."]
)
def test_a_card_with_anything_private_is_not_shown(words: str, project: Project) -> None:
    project.card(f"choice: {words}")
    told = shown(project, CARD)
    assert "er staat iets in dat naar een mens kan leiden" in told
    assert "####" not in told
    assert words[9:20] not in told


def test_a_faulty_card_is_not_shown_and_its_problems_are(project: Project) -> None:
    project.card("side: nergens")
    told = shown(project, CARD)
    assert "er zit een fout in" in told
    assert f"- **Fout** `{CARD}:9:7` " in told
    assert "meer uitleg: `spreekkamer explain ref-side`" in told
    assert "####" not in told


def test_a_card_of_a_faulty_dilemma_says_why_it_is_not_shown(project: Project) -> None:
    project.write("dilemmas/work-training.yml", "label: x\n")
    assert "een bestand waar hij naar verwijst" in shown(project, CARD)


def test_overruled_warnings_are_shown_with_their_reason(project: Project) -> None:
    project.card(
        "choice: Ik vroeg om hulp bij de Blauwe Brigade in de wijk, en die kwam nog.\n"
        "allow: [{rule: privacy-name, because: 'Dit is <b>een</b> instrument.'}]"
    )
    told = shown(project, CARD)
    assert "#### Weerlegde waarschuwingen" in told
    assert "(privacy-name)** Dit is &lt;b&gt;een&lt;/b&gt; instrument." in told
    assert "Blauwe Brigade" in told


def test_with_a_site_the_rule_is_one_click_away(project: Project) -> None:
    project.card("side: nergens")
    told = shown(project, site="https://example.org/")
    assert "<https://example.org/over/regels.html#ref-side>" in told


def test_it_never_grows_over_the_limit_of_github(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(summary, "_BYTES_AT_MOST", 5_000)
    monkeypatch.setattr(summary, "_FOR_PROBLEMS", 2_000)
    for number in range(20):
        project.card("side: nergens", f"fout{number}")
        project.card("role: klantmanager", f"goed{number}")
    names = project.check().cards
    told = shown(project, *names)
    assert len(told.encode()) < 5_500
    assert "nog" in told.lower()
    assert "problemen; die staan in het log." in told
    assert "pasten hier niet bij" in told


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("# kop", "\\# kop"),
        ("- punt", "\\- punt"),
        ("1. punt", "1\u2060. punt"),
        ("a | b", "a \\| b"),
        ("<script>", "&lt;script&gt;"),
        ("[x](y)", "\\[x\\](y)"),
        ("`code`", "\\`code\\`"),
        ("@iemand", "@\u2060iemand"),
        ("zie #123", "zie #\u2060123"),
        ("zie GH-12", "zie GH\u2060-12"),
        ("www.x.nl", "www\u2060.x.nl"),
        ("a\n\nb", "a b"),
        ("===", "\\==="),
        ("&lt;", "&amp;lt;"),
    ],
)
def test_text_shows_as_it_was_typed_and_does_nothing(text: str, safe: str) -> None:
    assert escaped(text) == safe


@given(st.text(alphabet="`| a\n", max_size=20))
def test_code_cannot_be_left(text: str) -> None:
    told = code(text)
    marks = len(told) - len(told.lstrip("`"))
    assert "`" * marks not in told[marks:-marks]
    assert "\n" not in told
