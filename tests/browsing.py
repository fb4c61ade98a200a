"""Every kind of page of a built site, opened in Debian's Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page

from conftest import SAMPLE
from sites import ROOT, build_here, configure
from spreekkamer import addresses, overviews, texts
from spreekkamer.checking import check_folder
from spreekkamer.library import Library

SETTINGS: Final = """\
    language: nl
    organisation: Gemeente Voorbeeld
    contact: spreekkamer@voorbeeld.nl
    forge: {kind: github, address: "https://voorbeeld.nl/spreekkamer"}
"""
# The real collection has no card of somebody's own practice yet: this one has every field.
FULL_CARD: Final = """\
title: Eerst de taalles, daarna pas solliciteren
kind: practice
dilemma: work-training
side: training-first
also: [fast-lasting]
result: partly
period: 2026-Q3
situation: >-
  Een inwoner wilde snel werken, maar begreep de uitleg op de werkvloer nog niet goed.
choice: |-
  We spraken dit af:

  - eerst de taalles;
  - dan pas solliciteren.
what_worked: Ze begreep de werkbegeleider en bleef na de eerste maand.
what_did_not_work: Het duurde langer dan ze hoopte.
because: Wie de uitleg begrijpt, durft vragen te stellen.
beneath: Ik dacht dat ze het werk niet aan kon. Dat klopte niet.
next_time: Ik zou eerder bij de werkgever langsgaan.
not_when: Niet als iemand al jaren les heeft gehad.
unsure: Of het ook lukt zonder werkbegeleider.
outcome: {after_months: 6, what: Ze werkt er nog steeds., known_how: heard}
tries:
  - {period: 2026-Q3, result: contradicts, note: Bij mij hield de inwoner ermee op., role: jobcoach}
signal:
  text: De taalles is alleen overdag.
  since: 2026-08
  status: answered
  reply: Vanaf januari is er ook een avondgroep.
question: Wanneer zet jij werk voor de taal?
tags:
  situation: [debts]
law_checked: 2026-11
checked: 2026-11
see_also:
  - {card: rotterdam-werkloont, how: contradicts}
role: klantmanager
composite: true
formerly: [proef-vroeger]
"""
OLD_CARD: Final = """\
title: Zo deden we het vroeger met de taalles
dilemma: work-training
side: work-first
result: did-not-work
period: 2024
situation: Een inwoner wilde snel werken en sprak nog maar heel weinig Nederlands.
choice: We zochten eerst een baan en wachtten met de taalles.
what_did_not_work: De baan duurde twee weken.
status: superseded
replaced_by: proef-eigen
tags:
  situation: [debts]
"""
# What each kind of page needs beside an address stands in `_paths`.
KINDS: Final = (
    "start",
    "search",
    "search with results",
    "search without results",
    "dilemmas",
    "dilemma",
    "cards by kind",
    "cards by dilemma",
    "cards by result",
    "cards by title",
    "practice card",
    "sourced card",
    "example card",
    "question card",
    "superseded card",
    "moved card",
    "tag with cards",
    "tag without cards",
    "tags",
    "sources",
    "write",
    "about",
    "rules",
    "not found",
)
# The other orders of "cards by kind".
ORDERS: Final = ("cards by dilemma", "cards by result", "cards by title")
# Only the server of `mkdocs serve` shows these: what is wrong with the files.
SERVED_KINDS: Final = ("banner", "report")
# The page for a wrong address stands alone: from any depth it cannot know where the site begins.
SHELLED_KINDS: Final = (*(kind for kind in KINDS if kind != "not found"), *SERVED_KINDS)


@dataclass(frozen=True, slots=True)
class Built:
    """A built site: its folder, its library, and the path of each kind of page."""

    folder: Path
    library: Library
    paths: dict[str, str]
    served: dict[str, str]

    def address(self, kind: str) -> str:
        """Return the address on disk of a page of one kind."""
        if kind in self.served:
            return self.served[kind]
        return f"{self.folder.as_uri()}/{self.paths[kind]}"


def _paths(library: Library) -> dict[str, str]:
    cards = sorted(library.cards.values(), key=lambda card: card.id)
    by_kind = {card.kind: addresses.card(card.id) for card in cards if card.active}
    numbers = overviews.card_numbers(library)
    tags = sorted(library.tags.values(), key=lambda tag: numbers[tag.id])
    biggest = max(library.by_dilemma, key=lambda each: len(library.by_dilemma[each]))
    found = {
        "start": addresses.START,
        "search": addresses.SEARCH,
        "search with results": f"{addresses.SEARCH}?q=schulden",
        "search without results": f"{addresses.SEARCH}?q=xqzxqz",
        "dilemmas": addresses.DILEMMAS,
        "dilemma": addresses.dilemma(biggest),
        "cards by kind": addresses.CARDS,
        "cards by dilemma": addresses.CARDS_BY_DILEMMA,
        "cards by result": addresses.CARDS_BY_RESULT,
        "cards by title": addresses.CARDS_BY_TITLE,
        **{f"{kind} card": path for kind, path in by_kind.items()},
        "practice card": addresses.card("proef-eigen"),
        "superseded card": addresses.card("proef-oud"),
        "moved card": addresses.card("proef-vroeger"),
        "tag with cards": addresses.tag(tags[-1]),
        "tag without cards": addresses.tag(tags[0]),
        "tags": addresses.TAGS,
        "sources": addresses.SOURCES,
        "write": addresses.WRITE,
        "about": addresses.ABOUT,
        "rules": addresses.RULES,
        "not found": "404.html",
    }
    assert numbers[tags[0].id] == 0 < numbers[tags[-1].id]
    assert set(found) == set(KINDS)
    return found


def _serve(root: Path, card: str = "") -> None:
    """Build what `mkdocs serve` shows with a faulty card, or without a collection."""
    if card:
        shutil.copytree(SAMPLE, root)
        (root / "learnings/cards/voorbeeld.yml").write_text(card, encoding="utf-8")
    else:
        root.mkdir()
    loaded = load_config(str(configure(root)), site_dir=str(root / "site"))
    loaded.plugins.on_startup(command="serve", dirty=False)
    build(loaded)


def make(root: Path) -> None:
    """Build the real collection with one card of each missing kind, under every setting."""
    shutil.copytree(ROOT / "learnings", root / "learnings")
    for name, text in (("proef-eigen", FULL_CARD), ("proef-oud", OLD_CARD)):
        (root / f"learnings/cards/{name}.yml").write_text(text, encoding="utf-8")
    build_here(configure(root, settings=SETTINGS), root / "site")
    _serve(root / "banner", "title: Kort\n")
    _serve(root / "report")


def read(root: Path) -> Built:
    """Return what `make` built in `root`."""
    library = check_folder(root / "learnings", "learnings", texts.load("nl")).library
    served = {kind: (root / kind / "site/index.html").as_uri() for kind in SERVED_KINDS}
    return Built(root / "site", library, _paths(library), served)


@contextmanager
def a_page(
    browser: Browser, width: int = 1280, height: int = 800, **options: Any
) -> Iterator[Page]:
    """Open a page of its own in a context of its own: nothing is remembered."""
    viewport: Any = {"width": width, "height": height}
    context = browser.new_context(viewport=viewport, **options)
    context.set_default_timeout(5000)
    yield context.new_page()
    context.close()


def opened(page: Page, address: str) -> Page:
    """Go to an address and wait until the page stands, what was searched for included."""
    page.goto(address)
    if page.locator("[data-search]").count():
        page.wait_for_selector("[data-results][data-ready=true]", state="attached")
    return page


def menu_button(page: Page) -> Any:
    """Return the button of the menu."""
    return page.locator("[data-menu-button]")


def open_menu(page: Page) -> None:
    """Open the menu of a narrow page without moving the focus."""
    assert menu_button(page).is_visible()
    menu_button(page).evaluate("button => button.click()")
    assert menu_button(page).get_attribute("aria-expanded") == "true"


def unfold(page: Page) -> None:
    """Open whatever is folded."""
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")


def scheme_of(page: Page) -> str | None:
    """Return `default` for light, `slate` for dark."""
    return page.locator("body").get_attribute("data-md-color-scheme")
