"""Addresses are promises: bookmarks and printed sheets lead to them, so they never change."""

from __future__ import annotations

import pytest

from spreekkamer import addresses
from spreekkamer.vocabulary import Tag


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("START", "index.html"),
        ("SEARCH", "zoeken.html"),
        ("SEARCH_DATA", "assets/search-data.js"),
        ("SHEETS_DATA", "assets/sheets-data.js"),
        ("DILEMMAS", "dilemmas/index.html"),
        ("CARDS", "kaarten/index.html"),
        ("CARDS_BY_DILEMMA", "overzicht/dilemma.html"),
        ("CARDS_BY_TITLE", "overzicht/titel.html"),
        ("CARDS_BY_RESULT", "overzicht/uitkomst.html"),
        ("TAGS", "trefwoorden/index.html"),
        ("SOURCES", "bronnen.html"),
        ("WRITE", "schrijven.html"),
        ("ABOUT", "over/index.html"),
        ("RULES", "over/regels.html"),
    ],
)
def test_a_page_keeps_its_address(name: str, address: str) -> None:
    assert getattr(addresses, name) == address


def test_a_card_a_dilemma_a_tag_and_a_source_have_their_address_by_id() -> None:
    assert addresses.card("taalles") == "kaarten/taalles.html"
    assert addresses.dilemma("fast-lasting") == "dilemmas/fast-lasting.html"
    tag = Tag("no-show", "noticed", {"nl": "Komt niet opdagen"})
    assert addresses.tag(tag) == "trefwoorden/noticed/no-show.html"
    assert addresses.source("een-boek") == "bronnen.html#een-boek"
    assert addresses.rule("privacy-bsn") == "over/regels.html#privacy-bsn"


def test_no_card_can_take_the_place_of_an_overview() -> None:
    names = [name for name in vars(addresses) if name.isupper()]
    pages = [getattr(addresses, name) for name in names]
    assert len(set(pages)) == len(pages)
    inside = {page for page in pages if page.startswith(("kaarten/", "dilemmas/"))}
    assert inside == {addresses.card("index"), addresses.dilemma("index")}, "`index` is reserved"
