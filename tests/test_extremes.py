"""Content at its longest, shortest, strangest and most: nothing breaks, overlaps or is cut off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import extreme
from extreme import Made

WIDTHS = [320, 360, 1280]
MANY = 500
MEASURES = """
() => {
  const seen = (each) => each.checkVisibility({visibilityProperty: true, opacityProperty: true});
  const named = (each) => `${each.localName}.${each.className} "${each.textContent.trim()}"`;
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (walker.currentNode.data.trim() && seen(parent)) texts.push(walker.currentNode);
  }
  // For screen readers only: a box of a pixel.
  const hidden = (each) => each && (each.offsetWidth === 1 || hidden(each.parentElement));
  const scrolls = (each) => each && each !== document.documentElement &&
    (/auto|scroll/.test(getComputedStyle(each).overflowX) || scrolls(each.parentElement));
  const clear = "rgba(0, 0, 0, 0)";
  // The nearest box that a reader sees the edges of.
  const box = (each) => {
    const style = getComputedStyle(each);
    const drawn = parseFloat(style.borderLeftWidth) + parseFloat(style.borderRightWidth) > 0 ||
      style.backgroundColor !== clear;
    const inline = /^inline$|contents/.test(style.display);
    return each.parentElement && (inline || !drawn) ? box(each.parentElement) : each;
  };
  const faults = [];
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth) faults.push(`page: ${root.scrollWidth} > ${innerWidth}`);
  for (const text of texts) {
    const parent = text.parentElement;
    if (hidden(parent)) continue;
    for (let each = parent; each; each = each.parentElement) {
      const style = getComputedStyle(each);
      const across = /hidden|clip/.test(style.overflowX) && each.scrollWidth > each.clientWidth + 1;
      const down = /hidden|clip/.test(style.overflowY) && each.scrollHeight > each.clientHeight + 1;
      if (each !== root && (across || down)) faults.push(`cut off: ${named(each)}`);
    }
    if (scrolls(parent)) continue;
    const room = box(parent).getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const line of range.getClientRects()) {
      const left = line.left < Math.max(room.left, 0) - 1;
      const right = line.right > Math.min(room.right, innerWidth) + 1;
      if (left || right) faults.push(`sticks out: ${named(parent)}`);
    }
  }
  const cards = [...document.querySelectorAll("article")].filter(seen);
  const boxes = cards.map((card) => [card, card.parentElement, card.getBoundingClientRect()]);
  for (const [number, [card, parent, a]] of boxes.entries()) {
    for (const [other, beside, b] of boxes.slice(number + 1)) {
      if (parent !== beside) continue;
      const apart = a.right <= b.left + 0.5 || b.right <= a.left + 0.5 ||
        a.bottom <= b.top + 0.5 || b.bottom <= a.top + 0.5;
      if (!apart) faults.push(`overlap: ${named(card)} ${named(other)}`);
    }
  }
  return {texts: texts.length, faults: [...new Set(faults)]};
}
"""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Made:
    root = tmp_path_factory.mktemp("many")
    extreme.make(root, lambda learnings: extreme.plausible(learnings, MANY))
    return Made(root)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def measured(page: Page, made: Made, path: str) -> dict[int, list[str]]:
    """Open a page, with every folded part open; return what is wrong with it at each width."""
    page.goto(made.address(path))
    page.eval_on_selector_all("details", "all => all.forEach(each => { each.open = true })")
    found: dict[int, list[str]] = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        measures = page.evaluate(MEASURES)
        assert measures["texts"] > 5, path
        found[width] = [f"{path}: {each}" for each in measures["faults"]]
    return found


def cards_on(page: Page) -> Counter[str]:
    """Return how often each card is shown by its own heading, by id."""
    links = page.eval_on_selector_all("article :is(h2, h3, h4) a", "all => all.map(a => a.href)")
    return Counter(Path(link).stem for link in links if "/kaarten/" in link)


def extreme_pages(made: Made) -> list[str]:
    """Return the pages with extreme content; of the crowd and of moved cards only the first."""
    cards = [each for each in made.cards if not each.startswith("crowd-")] + ["crowd-0"]
    shown = [*cards, *extreme.LONG_TAGS, extreme.LONG_DILEMMA, extreme.FULL_DILEMMA]
    links = [f"{before}{each}.html" for each in shown for before in '"/']
    own = [f"kaarten/{each}.html" for each in cards]
    found = made.showing(*links, extreme.LONG_SOURCE, *extreme.LONG_SIDES)
    moved = [path for path in found if "/was-" in path]
    found = [path for path in found if "/crowd-" not in path and path not in moved[1:]]
    return sorted({*own, *found})


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>kort</p>", []),
        ("<pre style='overflow: auto; width: 99px'>een hele lange regel tekst</pre>", []),
        ("<div style='width: 3000px'>breed</div>", ["page"]),
        ("<p style='width: 50px; overflow: hidden; white-space: nowrap'>te lang</p>", ["cut off"]),
        ("<p style='height: 9px; overflow: hidden'>te<br>hoog</p>", ["cut off"]),
        ("<p style='width: 50px; border: 1px solid'>onafgebrokenwoord</p>", ["sticks out"]),
        ("<p style='margin-left: -99px'>links eruit</p>", ["sticks out"]),
        ("<article>a</article><article style='margin-top: -9px'>b</article>", ["overlap"]),
    ],
)
def test_the_measures_see_what_is_wrong(page: Page, html: str, expected: list[str]) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.set_content(f"<!doctype html><main>{html}</main>")
    kinds = {fault.partition(":")[0] for fault in page.evaluate(MEASURES)["faults"]}
    assert set(expected) <= kinds
    assert bool(expected) is bool(kinds)


# The longest, the shortest and the strangest.


def test_extreme_content_is_as_extreme_as_the_schema_allows(made: Made) -> None:
    longest = {**made.cards["longest-sourced"], **made.cards["longest-superseded"]}
    absent = set(extreme.CARD.fields) - set(longest) - {"retired_because"}
    assert absent == set()
    assert len(longest["situation"]) == 600
    assert set(made.cards["shortest-question"]) == {
        *("title", "kind", "dilemma", "period", "situation"),
    }
    assert len(extreme.LONG_WORD) == 80
    assert len(longest["sources"]) == len(longest["tries"]) == extreme.ITEMS


def test_extreme_content_shows_on_every_kind_of_page(made: Made) -> None:
    pages = extreme_pages(made)
    assert {path.partition("/")[0] for path in pages} == {
        *("index.html", "dilemmas", "kaarten", "trefwoorden", "overzicht", "bronnen.html"),
    }
    names = {extreme.LONG_DILEMMA, extreme.FULL_DILEMMA, *extreme.LONG_TAGS, *extreme.ODD_TITLES}
    assert names <= {Path(path).stem for path in pages}


@dataclass(frozen=True)
class Visit:
    """What was seen on a page: its faults by width, its heading, its name in the browser's tab."""

    faults: dict[int, list[str]]
    heading: str
    in_tab: str


@pytest.fixture(scope="module")
def visits(made: Made, page: Page) -> dict[str, Visit]:
    """What was seen on every page with extreme content."""
    return {
        path: Visit(measured(page, made, path), page.inner_text("h1"), page.title())
        for path in extreme_pages(made)
    }


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_overflows_overlaps_or_is_cut_off(visits: dict[str, Visit], width: int) -> None:
    assert [each for visit in visits.values() for each in visit.faults[width]] == []


def test_titles_appear_as_they_were_typed(made: Made, visits: dict[str, Visit]) -> None:
    paths = {f"kaarten/{ident}.html": card["title"] for ident, card in made.cards.items()}
    titles = {path: title for path, title in paths.items() if path in visits}
    assert set(extreme.ODD_TITLES.values()) <= set(titles.values())
    assert {path: visits[path].heading for path in titles} == titles
    name = visits["index.html"].in_tab
    in_tabs = {path: visits[path].in_tab for path in titles}
    assert in_tabs == {path: f"{title} - {name}" for path, title in titles.items()}


def test_titles_appear_in_lists_as_they_were_typed(made: Made, page: Page) -> None:
    page.goto(made.address("overzicht/titel.html"))
    shown = page.eval_on_selector_all("article h3", "all => all.map(each => each.innerText)")
    active = (card for card in made.cards.values() if card.get("status", "active") == "active")
    assert sorted(shown) == sorted(card["title"] for card in active)


def test_a_strange_title_is_only_text(made: Made, page: Page) -> None:
    for path in ("kaarten/markup.html", "overzicht/titel.html", "dilemmas/work-training.html"):
        page.goto(made.address(path))
        assert page.locator("b, main script:not([src])").count() == 0
        assert "<script>alert(1)</script>" in page.inner_text("body")


def test_strange_titles_are_found_by_searching(made: Made, page: Page) -> None:
    for ident, word in (("arabic", "بالعمل"), ("hebrew", "קודם"), ("markup", "alert")):
        page.goto(made.address(f"zoeken.html?q={word}"))
        page.wait_for_selector("[data-results][data-ready=true]", state="attached")
        found = page.locator(f"[data-results] [data-card='{ident}'] a")
        assert found.inner_text() == made.cards[ident]["title"]
        assert not any(measured(page, made, f"zoeken.html?q={word}").values())


END_OF_TITLE = """
([selector, title]) => {
  const start = document.querySelector(selector);
  const walker = document.createTreeWalker(start, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() && !walker.currentNode.data.includes(title)) {}
  const at = (index) => {
    const range = document.createRange();
    const from = walker.currentNode.data.indexOf(title) + index;
    range.setStart(walker.currentNode, from);
    range.setEnd(walker.currentNode, from + 1);
    return range.getBoundingClientRect();
  };
  return [at(0), at(title.length - 1)].map((each) => each.left);
}
"""


@pytest.mark.parametrize("ident", extreme.RIGHT_TO_LEFT)
def test_a_title_from_right_to_left_keeps_its_marks_at_its_ends(
    made: Made, page: Page, ident: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(made.address(f"kaarten/{ident}.html"))
    first, last = page.evaluate(END_OF_TITLE, ["h1", made.cards[ident]["title"]])
    assert first > last, "the title begins at its right and ends at its left"


# A dilemma with sixty cards on one side and none on the other.


def test_a_crowded_side_shows_every_card_and_the_empty_side_asks_for_one(
    made: Made, page: Page
) -> None:
    page.goto(made.address("dilemmas/one-sided.html"))
    crowd = {f"crowd-{number}" for number in range(extreme.CROWD)}
    assert cards_on(page) == Counter(crowd)
    assert page.locator("main a[href$='schrijven.html']").count() == 1


# Five hundred cards.


@pytest.mark.slow
def test_many_cards_are_the_same_each_time(many: Made, tmp_path: Path) -> None:
    again = extreme.plausible(tmp_path / "learnings", MANY)
    assert again == many.cards
    assert len({card["title"] for card in again.values()}) == MANY
    assert {card["kind"] for card in again.values()} == set(extreme.KINDS)
    assert {card["result"] for card in again.values() if "result" in card} == set(extreme.RESULTS)
    assert {card["dilemma"] for card in again.values()} == {
        file.stem for file in (extreme.REAL / "dilemmas").glob("*.yml")
    }


@pytest.mark.parametrize(
    "path",
    [
        *("kaarten/index.html", "overzicht/dilemma.html"),
        *("overzicht/titel.html", "overzicht/uitkomst.html"),
    ],
)
def test_the_overview_lists_every_card_once(many: Made, page: Page, path: str) -> None:
    page.goto(many.address(path))
    assert cards_on(page) == Counter(list(many.cards))


def largest(many: Made) -> str:
    """Return the dilemma with the most cards."""
    return Counter(card["dilemma"] for card in many.cards.values()).most_common(1)[0][0]


def test_the_largest_dilemma_shows_every_card_once(many: Made, page: Page) -> None:
    ident = largest(many)
    page.goto(many.address(f"dilemmas/{ident}.html"))
    own = [each for each, card in many.cards.items() if card["dilemma"] == ident]
    assert len(own) > MANY / 15
    assert cards_on(page) == Counter(own)


def test_pages_with_many_cards_fit(many: Made, page: Page) -> None:
    paths = [
        *("index.html", "kaarten/index.html", "dilemmas/index.html", "trefwoorden/index.html"),
        *("bronnen.html", "trefwoorden/situation/debts.html", "kaarten/plausible-7.html"),
        f"dilemmas/{largest(many)}.html",
    ]
    found = [each for path in paths for each in measured(page, many, path).values()]
    assert [fault for each in found for fault in each] == []


def test_searching_many_cards_finds_some(many: Made, page: Page) -> None:
    page.goto(many.address("zoeken.html?q=werkgever"))
    page.wait_for_selector("[data-results][data-ready=true]", state="attached")
    assert page.locator("[data-results] [data-card]").count() > 10
