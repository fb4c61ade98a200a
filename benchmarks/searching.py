"""Measures the search page and the theme's own search over the same cards, in Chromium.

Of ours, each in a page that was opened anew, as often as `RUNS` says:

- first results: from the moment that the data is there, its script has run, until the first cards
  of an address with a word stand in the page and are laid out: reading the other scripts, making
  the index, searching and drawing. What waits for the network until then does not count, what waits
  for it afterwards does. All results: until the page says that everything stands.
- a key: from its event until the first results to it stand in the page and are laid out. The others
  follow in tasks of their own, which a next key stops. Of each key the median of the runs counts,
  so that what else a computer does is not measured; the worst of all is told too.

Painting is not in these: a browser does that at its next frame, up to 16 ms later. Of the theme's
search the first result waits for its index, and that for a key.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr
from dataclasses import dataclass, replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from pathlib import Path
from statistics import median

from collections_of_cards import ROOT, invent
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, sync_playwright

from spreekkamer import texts
from spreekkamer.checking import check_folder
from spreekkamer.library import Library
from spreekkamer.search_index import Index

NUMBERS = (200, 1_000)
TYPED = ("schulden en werk", "bijstandsmoder parttime", "proef plaatsing", "wil niet werken")
RUNS = 5

# When the data came, when the first results were laid out, and when the page said that all stand.
WATCH = """
Object.defineProperty(window, "spreekkamerSearch", {
  set(data) { window.arrived = performance.now(); window.theData = data; },
  get() { return window.theData; },
});
const laidOut = () => document.body.getBoundingClientRect() && performance.now();
new MutationObserver(() => {
  if (document.querySelector("[data-results] [data-card]")) window.first ??= laidOut();
  if (document.querySelector("[data-results][data-ready=true]")) window.all ??= laidOut();
}).observe(document, { subtree: true, childList: true, attributes: true });
"""
TYPE = """async typed => {
  const field = document.querySelector("[data-search] input[type=search]");
  const frame = () => new Promise(done => setTimeout(done, 120));
  const spent = [];
  for (let length = 1; length <= typed.length; length += 1) {
    field.value = typed.slice(0, length);
    const start = performance.now();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    document.body.getBoundingClientRect();
    spent.push(performance.now() - start);
    await frame();
  }
  return spent;
}"""
THEME = """async typed => {
  const field = document.querySelector("input.md-search__input");
  const list = document.querySelector(".md-search-result__list");
  const spent = [];
  field.focus();
  for (let length = 3; length <= typed.length; length += 1) {
    const start = performance.now();
    const changed = new Promise(done => {
      const watch = new MutationObserver(() => { watch.disconnect(); done(); });
      watch.observe(list.parentElement, { subtree: true, childList: true, characterData: true });
      setTimeout(done, 3000);
    });
    field.value = typed.slice(0, length);
    field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await changed;
    spent.push(performance.now() - start);
  }
  return spent;
}"""


@dataclass(frozen=True, slots=True)
class Measured:
    """Milliseconds to the first results and per key, and bytes of gzipped data."""

    first: float
    every: float
    key: float
    slowest: float
    worst: float
    size: int


def build_ours(project: Path) -> Path:
    """Build our site of the cards in `project`."""
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    text = text.replace("docs_dir: docs", f"docs_dir: {ROOT / 'docs'}")
    text = text.replace("- hooks/mkdocs_hook.py", f"- {ROOT / 'hooks/mkdocs_hook.py'}")
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    return _built(project / "mkdocs.yml", project / "site")


def build_theirs(project: Path, library: Library) -> Path:
    """Build a page of Markdown per card, with the search of the theme."""
    docs = project / "theme/docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# Start\n", encoding="utf-8")
    for card in library.cards.values():
        tags = [library.tags[tag] for tag in card.tag_ids if tag in library.tags]
        names = ", ".join(name for tag in tags for name in (tag.label["nl"], *tag.synonyms))
        body = (card.situation, card.choice, card.what_worked, card.what_did_not_work, names)
        page = f"# {card.title}\n\n" + "\n\n".join(filter(None, body)) + "\n"
        (docs / f"{card.id}.md").write_text(page, encoding="utf-8")
    config = project / "theme/mkdocs.yml"
    config.write_bytes((ROOT / "benchmarks/theme_search.yml").read_bytes())
    return _built(config, project / "theme/site")


def _built(config: Path, site: Path) -> Path:
    with redirect_stderr(StringIO()):  # warnings about made cards
        loaded = load_config(str(config), site_dir=str(site))
        loaded.plugins.on_startup(command="build", dirty=False)
        build(loaded)
    return site


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a site; the theme's search needs a server."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def packed(file: Path) -> int:
    """Return the bytes of a file when it is gzipped."""
    return len(gzip.compress(file.read_bytes(), 9))


def measure_ours(browser: Browser, site: Path) -> Measured:
    """Measure our page."""
    first, every, keys = [], [], []
    with served(site) as address:
        for _ in range(RUNS):
            page = browser.new_page()
            page.add_init_script(WATCH)
            page.goto(f"{address}/zoeken.html?q=schulden")
            page.wait_for_function("window.all")
            first.append(page.evaluate("window.first - window.arrived"))
            every.append(page.evaluate("window.all - window.arrived"))
            keys.append([spent for typed in TYPED for spent in page.evaluate(TYPE, typed)])
            page.close()
    each = [median(runs) for runs in zip(*keys, strict=True)]
    size = packed(site / "assets/search-data.js")
    worst = max(map(max, keys))
    return Measured(median(first), median(every), median(each), max(each), worst, size)


def measure_theirs(browser: Browser, site: Path) -> Measured:
    """Measure the search of the theme: the first result waits for its index."""
    first: list[float] = []
    keys: list[list[float]] = []
    with served(site) as address:
        for _ in range(RUNS):
            page = browser.new_page()
            page.goto(f"{address}/index.html")
            spent = page.evaluate(THEME, "schulden")
            first.append(spent[0])
            keys.append(spent[1:])
            page.close()
    each = [median(runs) for runs in zip(*keys, strict=True)]
    size = packed(site / "search/search_index.json")
    shown = median(first)
    return Measured(shown, shown, median(each), max(each), max(map(max, keys)), size)


def fixed_size(library: Library) -> int:
    """Return the bytes of data that are there without a card."""
    script = Index(replace(library, cards={}), texts.load("nl")).script()
    return len(gzip.compress(script.encode(), 9))


def compare(browser: Browser, number: int) -> None:
    """Print what was measured over one number of cards."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        invent(project / "learnings", number)
        library = check_folder(project / "learnings", "learnings", texts.load("nl")).library
        for card in {file.stem for file in (project / "learnings/cards").glob("*.yml")}:
            if card not in library.cards:
                (project / f"learnings/cards/{card}.yml").unlink()
        ours = measure_ours(browser, build_ours(project))
        theirs = measure_theirs(browser, build_theirs(project, library))
    fixed = fixed_size(library)
    cards = len(library.cards)
    print(f"{cards} cards (MiniSearch over our data; theme: lunr with its Dutch stemmer)")
    for name, each in (("ours", ours), ("theme", theirs)):
        print(
            f"  {name:6} first results {each.first:7.1f} ms (all {each.every:7.1f} ms),"
            f" key {each.key:6.1f} ms (slowest {each.slowest:6.1f} ms, worst of {RUNS} runs"
            f" {each.worst:6.1f} ms), data {each.size / 1000:7.1f} kB"
        )
    print(f"  ours: {fixed / 1000:.1f} kB fixed, {(ours.size - fixed) / cards:.0f} bytes a card")
    print(
        f"  theme against ours: first {theirs.first / ours.first:.2f},"
        f" key {theirs.key / ours.key:.2f}, data {theirs.size / ours.size:.2f}"
    )


def main() -> None:
    """Compare both searches over few and over many cards."""
    numbers = [int(each) for each in sys.argv[1:]] or NUMBERS
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        for number in numbers:
            compare(browser, number)
        browser.close()


if __name__ == "__main__":
    main()
