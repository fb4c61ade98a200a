"""Nobody is kept out: axe-core, high contrast, less motion, no script, and zoom."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from typing import Any, Final
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
# Width, and whether the menu is open.
LAYOUTS: Final = ((1280, False), (360, False), (360, True))
START_AXE: Final = "options => { window.judged = axe.run(document, options); }"
VIOLATIONS: Final = """async () => (await window.judged).violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target} ${node.failureSummary}`))"""


@pytest.fixture(scope="module")
def views(browser: Browser) -> Iterator[list[tuple[str, bool, Page]]]:
    """A lasting page for each scheme and layout, with its name and whether its menu opens."""
    contexts = []
    found = []
    for scheme in ("light", "dark"):
        for width, menu in LAYOUTS:
            viewport: Any = {"width": width, "height": 800}
            context = browser.new_context(viewport=viewport, color_scheme=scheme)
            context.add_init_script(AXE.read_text(encoding="utf-8"))
            contexts.append(context)
            name = f"{scheme} {width}{' with menu' if menu else ''}"
            found.append((name, menu, context.new_page()))
    yield found
    for context in contexts:
        context.close()


@pytest.mark.parametrize("kind", [*KINDS, *SERVED_KINDS])
def test_axe_finds_nothing(views: list[tuple[str, bool, Page]], built: Built, kind: str) -> None:
    # The other orders of all cards show the same cards as the first: one look at each will do.
    looks = views[:1] if kind in ORDERS else views
    for _, menu, page in looks:
        opened(page, built.address(kind))
        if menu and menu_button(page).is_visible():
            open_menu(page)
        unfold(page)
        page.evaluate(START_AXE, OPTIONS)  # all work at the same time
    found = {name: page.evaluate(VIOLATIONS) for name, _, page in looks}
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_axe_sees_each_scheme_and_layout(views: list[tuple[str, bool, Page]], built: Built) -> None:
    seen = set()
    for _, menu, page in views:
        opened(page, built.address("dilemma"))
        if menu:
            open_menu(page)
        tabs = page.get_by_role("banner").get_by_role("navigation").get_by_role("link")
        tab_shown = tabs.first.is_visible()
        seen.add((browsing.scheme_of(page), page.viewport_size["width"], tab_shown))
    widths = ((1280, True), (360, False), (360, True))
    assert seen == {(scheme, *each) for scheme in ("default", "slate") for each in widths}


def test_axe_finds_what_is_wrong(views: list[tuple[str, bool, Page]], built: Built) -> None:
    page = views[0][2]
    opened(page, built.address("about"))
    page.evaluate("document.querySelector('main').innerHTML += '<img src=x><input>'")
    page.evaluate(START_AXE, OPTIONS)
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
