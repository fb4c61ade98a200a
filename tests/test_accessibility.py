"""Nobody is kept out: axe-core, high contrast, less motion, no script, and zoom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import resources
from typing import Any, Final, Literal, NamedTuple
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page

import browsing
from browsing import (
    KINDS,
    ORDERS,
    SERVED_KINDS,
    Built,
    a_page,
    menu_button,
    open_menu,
    opened,
    unfold,
)
from spreekkamer import addresses

# axe-core. No rule is switched off, and no part of a page is left out.

AXE: Final = resources.files("axe_playwright_python").joinpath("axe.min.js")
TAGS: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS: Final = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
START_AXE: Final = "options => { window.judged = axe.run(document, options); }"
START_AXE_ON_HEADER: Final = "options => { window.judged = axe.run('.sk-header', options); }"
VIOLATIONS: Final = """async () => (await window.judged).violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target} ${node.failureSummary}`))"""


class View(NamedTuple):
    """How somebody looks at a page."""

    scheme: Literal["light", "dark"]
    width: int
    menu: bool = False


# These two hold each scheme and each width; all six take longer than all other tests of pages.
TWO_VIEWS: Final = (View("light", 1280), View("dark", 360))
# `make crawl` looks in these too.
OTHER_VIEWS: Final = (
    View("dark", 1280),
    View("light", 360),
    View("light", 360, menu=True),
    View("dark", 360, menu=True),
)


class Eyes:
    """A lasting page for each view, with axe in it."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._pages: dict[View, Page] = {}

    def page(self, view: View) -> Page:
        """Return the page of a view, with whatever it showed last."""
        if view not in self._pages:
            size: Any = {"width": view.width, "height": 800}
            context = self._browser.new_context(viewport=size, color_scheme=view.scheme)
            context.add_init_script(AXE.read_text(encoding="utf-8"))
            self._pages[view] = context.new_page()
        return self._pages[view]

    def look(self, view: View, address: str) -> Page:
        """Open a page as the view wants it, with whatever is folded open."""
        page = opened(self.page(view), address)
        if view.menu and menu_button(page).is_visible():
            open_menu(page)
        unfold(page)
        return page

    def faults(self, views: Sequence[View], address: str) -> dict[str, list[str]]:
        """Return what axe finds on a page, by view."""
        for view in views:
            self.look(view, address).evaluate(START_AXE, OPTIONS)  # all work at the same time
        found = {str(view): self.page(view).evaluate(VIOLATIONS) for view in views}
        return {view: faults for view, faults in found.items() if faults}


@pytest.fixture(scope="module")
def eyes(browser: Browser) -> Eyes:
    return Eyes(browser)


@pytest.mark.parametrize("kind", [*KINDS, *SERVED_KINDS])
def test_axe_finds_nothing(eyes: Eyes, built: Built, kind: str) -> None:
    # The other orders of all cards show the same cards as the first: one look at each will do.
    views = TWO_VIEWS[:1] if kind in ORDERS else TWO_VIEWS
    assert eyes.faults(views, built.address(kind)) == {}
    page = eyes.page(TWO_VIEWS[-1])
    if kind not in ORDERS and menu_button(page).is_visible():
        open_menu(page)
        page.evaluate(START_AXE_ON_HEADER, OPTIONS)
        assert page.evaluate(VIOLATIONS) == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", [*KINDS, *SERVED_KINDS])
def test_axe_finds_nothing_in_any_other_view(eyes: Eyes, built: Built, kind: str) -> None:
    assert eyes.faults(OTHER_VIEWS, built.address(kind)) == {}


def test_axe_sees_each_scheme_and_layout(eyes: Eyes, built: Built) -> None:
    seen = set()
    for view in (*TWO_VIEWS, *OTHER_VIEWS):
        page = eyes.look(view, built.address("dilemma"))
        tabs = page.get_by_role("banner").get_by_role("navigation").get_by_role("link")
        tab_shown = tabs.first.is_visible()
        seen.add((browsing.scheme_of(page), page.viewport_size["width"], tab_shown))
    widths = ((1280, True), (360, False), (360, True))
    assert seen == {(scheme, *each) for scheme in ("default", "slate") for each in widths}


@pytest.mark.parametrize(
    ("place", "start"), [("main", START_AXE), (".sk-header", START_AXE_ON_HEADER)]
)
def test_axe_finds_what_is_wrong(eyes: Eyes, built: Built, place: str, start: str) -> None:
    page = eyes.look(TWO_VIEWS[0], built.address("about"))
    page.evaluate(f"document.querySelector('{place}').innerHTML += '<img src=x><input>'")
    page.evaluate(start, OPTIONS)
    found = {each.split(":")[0] for each in page.evaluate(VIOLATIONS)}
    assert found >= {"image-alt", "label"}


# High contrast: the system's colours take the place of ours.

# Whatever can be pressed or filled in has an edge, because its background is gone. The browser
# draws a check box itself, with its edge.
WITHOUT_EDGE: Final = """() => [...document.querySelectorAll("button, input, select, textarea")]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }))
  .filter((each) => {
    const style = getComputedStyle(each);
    if (each.type === "checkbox" && style.appearance === "auto") return false;
    return !["Top", "Right", "Bottom", "Left"].some((side) =>
      parseFloat(style[`border${side}Width`]) >= 1 && style[`border${side}Style`] !== "none" &&
      style[`border${side}Color`] !== style.backgroundColor);
  })
  .map((each) => each.outerHTML)"""
FOCUSED: Final = """() => {
  const each = document.activeElement;
  const style = getComputedStyle(each);
  const seen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1 &&
    style.outlineColor !== getComputedStyle(document.body).backgroundColor;
  return each === document.body || seen ? null : each.outerHTML;
}"""


@pytest.mark.parametrize("kind", ["start", "search", "dilemma", "practice card", "cards by kind"])
@pytest.mark.parametrize("width", [360, 1280])
def test_high_contrast_keeps_controls_and_focus(
    browser: Browser, built: Built, kind: str, width: int
) -> None:
    scheme = "light" if width == 360 else "dark"
    with a_page(browser, width, forced_colors="active", color_scheme=scheme) as page:
        opened(page, built.address(kind))
        assert page.evaluate("matchMedia('(forced-colors: active)').matches")
        assert page.evaluate(WITHOUT_EDGE) == []
        unseen = []
        for _ in range(12):
            page.keyboard.press("Tab")
            unseen.append(page.evaluate(FOCUSED))
        assert [each for each in unseen if each] == []


# Less motion.

MOVING: Final = """() => {
  const seconds = (text) => Math.max(...text.split(",").map((each) =>
    parseFloat(each) * (each.trim().endsWith("ms") ? 0.001 : 1)));
  const long = [];
  for (const each of document.querySelectorAll("*")) {
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(each, part);
      if (part && style.content === "none") continue;
      const animated = style.animationName === "none" ? 0 : seconds(style.animationDuration);
      const most = Math.max(animated, seconds(style.transitionDuration));
      if (most > 0.01) long.push(`${each.localName}.${each.className}${part || ""} ${most} s`);
      if (style.scrollBehavior === "smooth") long.push(`${each.localName} scrolls smoothly`);
    }
  }
  return [...new Set(long)];
}"""


@pytest.mark.parametrize("kind", ["start", "practice card", "search with results", "dilemma"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_for_who_wants_no_motion(
    browser: Browser, built: Built, kind: str, width: int
) -> None:
    with a_page(browser, width, reduced_motion="reduce") as page:
        opened(page, built.address(kind))
        assert page.evaluate("matchMedia('(prefers-reduced-motion: reduce)').matches")
        assert page.evaluate(MOVING) == []
        assert page.evaluate("document.getAnimations().length") == 0


# Without a script.


def _shown_links(page: Page) -> list[str]:
    shown = "links.filter((a) => a.checkVisibility({ visibilityProperty: true }))"
    found = page.eval_on_selector_all("a[href]", f"links => {shown}.map((a) => a.href)")
    return [str(link) for link in found]


@pytest.mark.parametrize("width", [360, 1280])
def test_every_card_is_reached_without_a_script(browser: Browser, built: Built, width: int) -> None:
    root = f"{built.folder.as_uri()}/"
    # A card with a successor leaves all lists.
    cards = [each for each in built.library.cards.values() if each.active]
    missing = {urljoin(root, addresses.card(each.id)) for each in cards}
    assert missing
    with a_page(browser, width, java_script_enabled=False) as page:
        visited: set[str] = set()
        waiting = [urljoin(root, addresses.START)]
        while waiting and missing:
            address = waiting.pop(0)
            if address in visited or not address.startswith(root):
                continue
            visited.add(address)
            page.goto(address)
            links = [link.partition("#")[0] for link in _shown_links(page)]
            waiting.extend(link for link in links if link not in missing)
            missing.difference_update(links)
    assert missing == set()


def test_without_a_script_all_tabs_and_no_dead_buttons_are_shown(
    browser: Browser, built: Built
) -> None:
    with a_page(browser, 360, java_script_enabled=False) as page:
        page.goto(built.address("dilemma"))
        tabs = page.get_by_role("banner").get_by_role("navigation").get_by_role("link")
        assert tabs.count() >= 4
        assert all(tab.is_visible() for tab in tabs.all())
        assert not menu_button(page).is_visible()
        assert not page.locator("[data-scheme-button]").is_visible()


# Zoom: 1280 pixels at 400 % are 320, at 200 % 640.

WIDER: Final = """() => [...document.querySelectorAll("body *")]
  .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
  .map((each) => `${each.localName}.${each.className}`)"""


@pytest.fixture(scope="module", params=[(320, 256), (640, 512)], ids=["400%", "200%"])
def zoomed(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    with a_page(browser, *request.param) as page:
        yield page


@pytest.mark.parametrize("kind", [*KINDS, *SERVED_KINDS])
def test_nothing_is_scrolled_sideways_when_zoomed(zoomed: Page, built: Built, kind: str) -> None:
    opened(zoomed, built.address(kind))
    unfold(zoomed)
    wide = zoomed.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not wide, zoomed.evaluate(WIDER)
