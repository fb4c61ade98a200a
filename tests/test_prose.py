"""Card texts as paragraphs and lists, and how they begin."""

from __future__ import annotations

import pytest

from spreekkamer.prose import Bullets, Paragraph, blocks, ends_short, opening, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("   \n\n  ", ()),
        ("Een zin.", (Paragraph("Een zin."),)),
        ("Eerste regel\ntweede regel.", (Paragraph("Eerste regel tweede regel."),)),
        ("Een.\n\nTwee.", (Paragraph("Een."), Paragraph("Twee."))),
        ("Een.\n\n\n  \nTwee.", (Paragraph("Een."), Paragraph("Twee."))),
        ("- een\n- twee", (Bullets(("een", "twee")),)),
        ("  - een\n  - twee", (Bullets(("een", "twee")),)),
        ("- een\n  die doorloopt\n- twee", (Bullets(("een die doorloopt", "twee")),)),
        ("Zo:\n- een\n- twee", (Paragraph("Zo:"), Bullets(("een", "twee")))),
        ("- een\n\nEn toen.", (Bullets(("een",)), Paragraph("En toen."))),
        ("- een\n\n- twee", (Bullets(("een",)), Bullets(("twee",)))),
        ("- een\n-\n- twee", (Bullets(("een", "twee")),)),
        ("- een\n- \n-   ", (Bullets(("een",)),)),
        ("Zo:\n-\nverder", (Paragraph("Zo: verder"),)),
        ("-", ()),
    ],
)
def test_a_blank_line_parts_paragraphs_and_a_dash_makes_a_list(
    text: str, expected: tuple[Paragraph | Bullets, ...]
) -> None:
    assert blocks(text) == expected


@pytest.mark.parametrize(
    "text", ["-10 graden", "zij - en hij", "–  streepje", "* ster", "1. eerst", "# kop", "**nu**"]
)
def test_only_a_dash_and_a_space_make_a_list_and_nothing_is_markdown(text: str) -> None:
    assert blocks(text) == (Paragraph(text),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("Kort.", "Kort."),
        ("Precies twintig hier", "Precies twintig hier"),
        ("Ja. Dit is een tweede zin.", "Ja."),
        ("Ja. En nu! Dan deze zin nog erachteraan.", "Ja. En nu!"),
        ("Waarom? Omdat het zo ging en niet anders.", "Waarom?"),
        ("Deze zin is precies. Maar deze komt er nog bij.", "Deze zin is precies."),
        ("Een zin die erg veel te lang is om te tonen.", "Een zin die erg…"),
        ("Een leerwerkovereenkomst", "Een…"),
        ("Arbeidsmarktregiobijeenkomst", "Arbeidsmarktregiobi…"),
        ("Zij wil, of ja: werken en daarna leren.", "Zij wil, of ja…"),
        ("Een zin: die veel te lang is om te tonen.", "Een zin: die veel…"),
        ("Zes, zeven, acht, negen, tien.", "Zes, zeven, acht…"),
        ("Versie 2.10 bevat geen einde van een zin.", "Versie 2.10 bevat…"),
        ("Het ging o.a. over geld en over werk.", "Het ging o.a. over…"),
        ("Ja, d.w.z. één dag in de week aan tafel.", "Ja, d.w.z. één dag…"),
        ("Zij zei ‘ja.’ En toen ging zij weg.", "Zij zei ‘ja.’"),
        ("Het lukte! 3 weken later nog steeds.", "Het lukte!"),
        ("- Ja.\n- En toen naar een andere tafel", "Ja."),
    ],
)
def test_a_text_begins_with_its_sentences_that_fit_in_twenty_characters(
    text: str, expected: str
) -> None:
    assert opening(text, 20) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Toen dit. Ik zei: 'Wacht even. Kijk eerst.' Ze ging.", "Toen dit."),
        ("Toen dit. Ik zei: “Wacht even. Kijk eerst.” Ze ging.", "Toen dit."),
        ("Ik zei: ‘Wacht even. Kijk eerst naar je brief.’ Ze ging.", "Ik zei: ‘Wacht even. Kijk…"),
        (
            'Ik zei: "Kijk eerst." Ze ging. En daarna nog veel meer.',
            'Ik zei: "Kijk eerst." Ze ging.',
        ),
        ("Ik zei ja. 's Avonds niet. En daarna nog veel meer.", "Ik zei ja. 's Avonds niet."),
        ("Zo'n brief. Foto's erbij. En daarna nog veel meer.", "Zo'n brief. Foto's erbij."),
    ],
)
def test_a_text_does_not_begin_with_half_of_what_somebody_says(text: str, expected: str) -> None:
    assert opening(text, 30) == expected


def test_the_beginning_of_a_text_is_one_line_without_the_marks_of_its_list() -> None:
    assert opening("Zo:\n- een\n- twee\n\nEn toen.", 140) == "Zo: een twee En toen."


@pytest.mark.parametrize("most", [20, 80, 140])
def test_the_beginning_of_a_text_is_never_longer_than_asked(most: int) -> None:
    words = "Zij koos een leerplek, en ik vroeg wat zij daar eigenlijk van verwachtte"
    for length in range(len(words)):
        assert len(opening(words[:length] + " en zo verder" * 20, most)) <= most


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("Zonder punt", ("Zonder punt",)),
        ("Ja. En nu! Wat dan?", ("Ja.", "En nu!", "Wat dan?")),
        (
            "Ze zei: ‘Wacht. Kijk eerst.’ Toen ging ze.",
            ("Ze zei: ‘Wacht. Kijk eerst.’", "Toen ging ze."),
        ),
        ("Het duurde ca. 3 weken. Toen niet meer.", ("Het duurde ca. 3 weken.", "Toen niet meer.")),
        ("Het kon o.a. Rotterdam zijn. Of niet.", ("Het kon o.a. Rotterdam zijn.", "Of niet.")),
        ("Zo:\n- een.\n- Twee.", ("Zo: een.", "Twee.")),
    ],
)
def test_a_text_is_divided_into_sentences(text: str, expected: tuple[str, ...]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize("before", ["bijv", "dat kan (nr", "plan A", "regel\nd.w.z", "e.d"])
def test_an_abbreviation_before_its_full_stop_is_known(before: str) -> None:
    assert ends_short(f"{before}. Daarna", len(before))


@pytest.mark.parametrize("before", ["", "werk", "aanbijv", "voor 5", "een é", "afd"])
def test_another_word_before_a_full_stop_ends_a_sentence(before: str) -> None:
    assert not ends_short(f"{before}. Daarna", len(before))
