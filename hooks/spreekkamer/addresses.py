"""Where each page of the site is; addresses are promises, so they stand in one place."""

from __future__ import annotations

from typing import Final

from spreekkamer.vocabulary import Tag

START: Final = "index.html"
SEARCH: Final = "zoeken.html"
SEARCH_DATA: Final = "assets/search-data.js"
SEARCH_SCRIPT: Final = "assets/search.js"
SHEETS_DATA: Final = "assets/sheets-data.js"
DILEMMAS: Final = "dilemmas/index.html"
CARDS: Final = "kaarten/index.html"
CARDS_BY_DILEMMA: Final = "overzicht/dilemma.html"
CARDS_BY_TITLE: Final = "overzicht/titel.html"
CARDS_BY_RESULT: Final = "overzicht/uitkomst.html"
TAGS: Final = "trefwoorden/index.html"
SOURCES: Final = "bronnen.html"
WRITE: Final = "schrijven.html"
ABOUT: Final = "over/index.html"
RULES: Final = "over/regels.html"


def card(ident: str) -> str:
    """Return the address of a card's page."""
    return f"kaarten/{ident}.html"


def dilemma(ident: str) -> str:
    """Return the address of a dilemma's page."""
    return f"dilemmas/{ident}.html"


def tag(each: Tag) -> str:
    """Return the address of a tag's page."""
    return f"trefwoorden/{each.facet}/{each.id}.html"


def rule(name: str) -> str:
    """Return the address of a rule on the page of rules."""
    return f"{RULES}#{name}"


def source(ident: str) -> str:
    """Return the address of a source on the page of sources."""
    return f"{SOURCES}#{ident}"
