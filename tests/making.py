"""Cards, dilemmas, libraries and sites made on the spot, sound but for what a test asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from spreekkamer import texts
from spreekkamer.card import Card
from spreekkamer.dilemma import Dilemma, Side
from spreekkamer.library import Library
from spreekkamer.pages import Page, Site
from spreekkamer.rendering import Renderer
from spreekkamer.settings import Settings
from spreekkamer.vocabulary import Facet, LawChange, SourceEntry, Tag

WORK_FIRST = Side(
    "work-first", {"nl": "Eerst werk", "en": "Work first"}, {"nl": "Eerst aan de slag."}
)
TRAINING_FIRST = Side(
    "training-first", {"nl": "Eerst leren", "en": "Training first"}, {"nl": "Eerst naar school."}
)


def a_card(ident: str = "taalles", **fields: Any) -> Card:
    """Return a card of somebody's own practice, with `fields` in place of its own."""
    own: dict[str, Any] = {
        "path": f"learnings/cards/{ident}.yml",
        "title": f"Kaart {ident}",
        "dilemma": "work-training",
        "side": "training-first",
        "result": "worked",
        "period": "2026",
        "situation": "Een inwoner wilde snel werken.",
        "choice": "We kozen samen voor de taalles.",
        "what_worked": "Ze bleef na de eerste maand.",
    }
    return Card(id=ident, **(own | fields))


def a_question(ident: str = "vraag", **fields: Any) -> Card:
    """Return a card of somebody who has no answer yet."""
    none = dict.fromkeys(("side", "result", "choice", "what_worked"))
    return a_card(ident, kind="question", **(none | fields))


def a_dilemma(ident: str = "work-training", **fields: Any) -> Dilemma:
    """Return a dilemma in two languages, with `fields` in place of its own."""
    own: dict[str, Any] = {
        "path": f"learnings/dilemmas/{ident}.yml",
        "label": {"nl": f"Label {ident}", "en": f"Label of {ident}"},
        "question": {"nl": f"Vraag {ident}?", "en": f"Question {ident}?"},
        "sides": (WORK_FIRST, TRAINING_FIRST),
    }
    return Dilemma(id=ident, **(own | fields))


def a_library(
    *cards: Card,
    dilemmas: Iterable[Dilemma] | None = None,
    tags: Mapping[str, Iterable[Tag]] | None = None,
    sources: Iterable[SourceEntry] = (),
    laws: Iterable[LawChange] = (),
) -> Library:
    """Return a library of `cards`; without `dilemmas` it has those that the cards name."""
    named = dict.fromkeys([*(card.dilemma for card in cards), "work-training"])
    known = tuple(map(a_dilemma, named)) if dilemmas is None else tuple(dilemmas)
    facets = {
        facet: Facet(facet, {"nl": facet}, {"nl": f"{facet}?"}, 3, {tag.id: tag for tag in of})
        for facet, of in (tags or {}).items()
    }
    return Library(
        cards={card.id: card for card in cards},
        dilemmas={dilemma.id: dilemma for dilemma in known},
        facets=facets,
        sources={source.id: source for source in sources},
        law_changes={law.id: law for law in laws},
        words={},
    )


def a_site(library: Library, **settings: Any) -> Site:
    """Return the site of `library` under `settings`."""
    made = Settings(**settings)
    return Site(library, made, texts.load(made.language))


def pages_of(library: Library, **settings: Any) -> dict[str, Page]:
    """Return the pages of `library` by address."""
    found = list(a_site(library, **settings).pages())
    assert len({page.path for page in found}) == len(found), "two pages have one address"
    return {page.path: page for page in found}


def ids_in(paths: Iterable[str], folder: str) -> set[str]:
    """Return the ids of the pages in a folder, its overview apart."""
    inside = {path.removeprefix(folder) for path in paths if path.startswith(folder)}
    return {path.removesuffix(".html") for path in inside} - {"index"}


def html_of(library: Library, path: str, **settings: Any) -> str:
    """Return the HTML of the page at `path`."""
    site = a_site(library, **settings)
    return Renderer(site).content({page.path: page for page in site.pages()}[path])


def every_html(library: Library, **settings: Any) -> dict[str, str]:
    """Return the HTML of every page by address."""
    site = a_site(library, **settings)
    renderer = Renderer(site)
    return {page.path: renderer.content(page) for page in site.pages()}
