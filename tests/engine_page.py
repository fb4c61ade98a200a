"""The engine of the search page alone, opened from a folder in Chromium, without the page."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, Page, sync_playwright

ASSETS: Final = Path(__file__).parent.parent / "docs/assets"
WORDS: Final = (
    "vendor/minisearch-7.2.0/minisearch.js",
    "vendor/snowball-3.0.1/base-stemmer.js",
    "vendor/snowball-3.0.1/dutch_porter-stemmer.js",
    "spreekkamer/search-words.js",
)
ENGINE: Final = (
    *WORDS,
    *(
        f"spreekkamer/search-{name}.js"
        for name in (
            *("verbs", "sounds", "weak", "later", "lists", "lookup", "name", "names", "near"),
            *("urgent", "rank", "found", "engine"),
        )
    ),
)
# Debian's shell of the same Chromium draws no window and opens a page in half the time.
# `make crawl` asks for the whole browser.
PROGRAM: Final = (
    os.environ.get("SPREEKKAMER_BROWSER")
    or shutil.which("chromium-headless-shell")
    or shutil.which("chromium")
    or "/usr/bin/chromium"
)
_QUIET: Final = [
    *("--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"),
]
# No script of elsewhere, no eval: as strict as the site itself.
_PAGE: Final = """<!doctype html>
<html lang="nl"><meta charset="utf-8"><title>Search</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src file:">
<body>{scripts}"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Debian's Chromium."""
    with sync_playwright() as playwright:
        arguments = [*_QUIET, "--no-sandbox"] if os.getuid() == 0 else _QUIET
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=arguments)
        yield browser
        browser.close()


def open_scripts(browser: Browser, folder: Path, scripts: tuple[str, ...], data: str = "") -> Page:
    """Open a page in `folder` that loads `scripts` of ours after the script `data`."""
    shutil.copytree(ASSETS, folder / "assets", dirs_exist_ok=True)
    (folder / "data.js").write_text(data, encoding="utf-8")
    tags = [f'<script src="{path}"></script>' for path in ("data.js", *_in_assets(scripts))]
    page_file = folder / "page.html"
    page_file.write_text(_PAGE.format(scripts="\n".join(tags)), encoding="utf-8")
    page = browser.new_page()
    page.on("pageerror", _fail)
    page.goto(page_file.as_uri())
    return page


def _in_assets(scripts: tuple[str, ...]) -> Iterator[str]:
    yield from (f"assets/{path}" for path in scripts)


def _fail(error: Any) -> None:
    raise AssertionError(f"a script failed: {error}")


_SEARCH: Final = """([query, selection]) => {
  const found = window.spreekkamer.engine.search(query, selection);
  const way = ({ kind, entry, via }) => ({ kind, id: entry.id, label: entry.label, via });
  return {
    cards: found.cards.map(({ card, via, terms }) => ({ id: card.id, via, terms })),
    ways: found.ways.map(way),
    pages: found.pages.map(({ title }) => title),
    urgent: found.urgent,
    suggestions: found.suggestions,
    related: found.related.map(way),
  };
}"""


class Searching:
    """Asks the engine in an open page."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def __call__(self, query: str, **selection: list[str]) -> Any:
        return self.page.evaluate(_SEARCH, [query, selection])

    def cards(self, query: str, **selection: list[str]) -> list[str]:
        """Return the ids of the cards that are found, best first."""
        return [each["id"] for each in self(query, **selection)["cards"]]

    def ways(self, query: str) -> list[str]:
        """Return the ids of tags and dilemmas that are offered, best first."""
        return [each["id"] for each in self(query)["ways"]]

    def counts(self, query: str, **selection: list[str]) -> Any:
        """Return the numbers beside the options of each facet."""
        script = "([query, selection]) => window.spreekkamer.engine.counts(query, selection)"
        return self.page.evaluate(script, [query, selection])
