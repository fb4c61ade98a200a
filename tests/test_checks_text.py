"""The rules `text-*`: what a text says, and how plainly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from finding import everything
from spreekkamer.checks.text import placeholder
from spreekkamer.screening import Screen

# A new field of the sound card stands on line 10, a replaced one on line 9.


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("because: Hij was lui.", "text-judging 10:18-21"),
        ("because: >-\n  Hij was een\n  fraudeur en dat bleef zo.", "text-judging 12:3-11"),
        ("because: Zij is WERKSCHUW, zo leek het.", "text-judging 10:17-26"),
        ("because: Dit blijft **belangrijk** voor ons.", "text-markup 10:21-35"),
        ("because: Zie <b>dit</b> nog eens na.", "text-markup 10:14-17"),
        ("because: Zie [de site](over-ons) eens.", "text-markup 10:14-33"),
        ("because: Nog invullen.", "text-placeholder 10:10-22"),
        ("because: Hier staat TODO nog.", "text-placeholder 10:21-25"),
        ('because: "..."', "text-placeholder 10:11-14"),
        ("question: Praat eens over wachten.", "text-question-mark 10:11-35"),
        (f"because: {' '.join(['woord'] * 26)}.", "text-sentence 10:10-166"),
    ],
)
def test_what_a_text_should_not_hold_is_shown_at_its_place(fields: str, found: str) -> None:
    assert everything(fields) == [found]


@pytest.mark.parametrize(
    "fields",
    [
        "because: Hij zag de luifel boven het domein.",
        "because: Zijn buurman noemde hem ‘lui’ en dat deed pijn.",
        'because: Zij zei "ik ben dom" en lachte.',
        "beneath: Ik dacht vooraf dat hij lui was.",
        "because: Het geluid van de fraudecontrole bleef lang.",
        "because: Drie * vier is twaalf en 2 < 3.",
        "because: Ze koos voor optie a_b en c_d.",
        "because: Het stond op bladzijde [2] van de map.",
        "because: Zie ook A&O en het loket.",
        "because: Hij wilde zelf het formulier invullen.",
        "because: De todo-lijst was van hem.",
        "because: Toen werd het stil... en daarna beter.",
        "question: Wanneer wacht jij?",
        "question: 'Wachten, of juist doorpakken?'",
        f"because: {' '.join(['woord'] * 25)}.",
        f"because: {' '.join(['wij'] * 20)}. {'Zij' + ' zij' * 19}.",
        "because: |-\n  - " + "\n  - ".join([" ".join(["wij"] * 9)] * 4),
    ],
)
def test_plain_words_are_left_alone(fields: str) -> None:
    assert everything(fields) == []


LEFT_IN = st.sampled_from(
    [
        *("TODO", "todo", "NNB", "N.N.B.", "n.b.", "FIXME", "nog", "invullen", "te", "vul", "hier"),
        *("komt", "aub", "a.u.b.", "xxx", "XXXX", "yyy", "[naam]", "[…]", "[x]", "<y>", "...", "…"),
        *("-", "_", "?", ".", "woord", "é", "(TODO)", "Lorem", "ipsum", "fill", "in", "here"),
    ]
)


SCREEN = Screen([placeholder._sought()])


@given(st.lists(LEFT_IN, min_size=1, max_size=5), st.sampled_from(("", " ")))
def test_no_reminder_is_passed_over_for_speed(words: list[str], between: str) -> None:
    text = between.join(words)
    assert SCREEN.candidates(text) or not placeholder._LEFT_IN.search(text)


@pytest.mark.parametrize("field", ["because", "beneath", "what_did_not_work"])
def test_help_that_is_left_in_is_no_text_however_it_is_written(field: str) -> None:
    for text in placeholder._helps((field,)):
        for left in (text, f"{text.upper()}.", f"{text.title()} …", text.replace(" ", "\n  ")):
            found = everything(f"{field}: >-\n  {left}")
            assert any(each.startswith("text-placeholder") for each in found), left


def test_a_reason_to_overrule_a_rule_is_one_or_the_rule_is_not_overruled() -> None:
    named = "not_when: Niet als iemand naar Sanne Visser vraagt.\n"
    assert everything(named + "allow: [{rule: privacy-name, because: …}]") == [
        "text-placeholder 11:39-40"
    ]
    assert everything(named + "allow: [{rule: privacy-name, because: dat is een winkel}]") == []


@pytest.mark.parametrize("sign", [">-", ">", ""])
def test_a_list_whose_lines_are_joined_is_told(sign: str) -> None:
    [found] = everything(f"because: {sign}\n  Ik deed dit\n  - bellen met haar\n  - samen kijken.")
    assert found.startswith("text-markup 1")


@pytest.mark.parametrize(
    "text",
    [
        "|-\n  Ik deed:\n  - bellen met haar\n  - samen kijken.",
        ">-\n  Ik belde haar - twee keer - en wachtte\n  tot ze zelf - na een week - kwam.",
        ">-\n  Ik belde haar\n  - en dat hielp - elke dag.",
    ],
)
def test_a_list_below_each_other_and_dashes_in_a_sentence_are_fine(text: str) -> None:
    assert everything(f"because: {text}") == []
