"""A robot with nothing but a keyboard reaches, sees and works every control."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest
from playwright.sync_api import Browser, Page

from browsing import (
    KINDS,
    ORDERS,
    SERVED_KINDS,
    SHELLED_KINDS,
    Built,
    a_page,
    menu_button,
    open_menu,
    opened,
    scheme_of,
    unfold,
)

NOTHING: Final = "nothing"
SCROLLER: Final = "scroller"
# Knows what has to be reached, and judges what has the focus. A step is the number of the control.
ROBOT: Final = """
window.robot = (() => {
  const CONTROLS = "a[href], button, input, select, textarea, summary, [tabindex]";
  const controls = [...document.querySelectorAll(CONTROLS)].filter((each) =>
    each.checkVisibility({ visibilityProperty: true }) && !each.disabled && each.tabIndex >= 0 &&
    !each.closest("[inert]") && each.getClientRects().length > 0);
  const name = (each) => `<${each.localName} ${each.id || each.getAttribute("href") || ""}> ` +
    `${(each.textContent || "").trim().replace(/\\s+/g, " ").slice(0, 40)}`;

  // Colours, from computed styles.
  const channels = (colour) => {
    const found = colour.match(/[\\d.]+/g).map(Number);
    return found.length > 3 ? found : [...found, 1];
  };
  const over = (top, below) => below.map((each, i) => top[i] * top[3] + each * (1 - top[3]));
  const backgroundOf = (element) => {
    const layers = [];
    for (let each = element; each; each = each.parentElement) {
      layers.push(channels(getComputedStyle(each).backgroundColor));
      if (layers.at(-1)[3] === 1) break;
    }
    return layers.reduceRight((below, top) => over(top, below), [255, 255, 255]);
  };
  const light = (colour) => {
    const [r, g, b] = colour.map((each) => {
      const part = each / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };

  const ring = (each) => {
    // A link that is as large as what stands around it has its ring there.
    const rings = [null, "::after"].map((part) => getComputedStyle(each, part));
    const drawn = ({ outlineStyle, content }) => outlineStyle !== "none" && content !== "none";
    const style = rings.find(drawn) || rings[0];
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 1) return "no ring";
    // Outside the element lies its parent; a ring that is drawn inward lies on the element.
    const inward = parseFloat(style.outlineOffset) < 0;
    const below = backgroundOf(inward ? each : each.parentElement);
    const found = contrast(over(channels(style.outlineColor), below), below);
    return found < 3 ? `ring ${found.toFixed(2)}:1 (${style.outlineColor} on ${below})` : "";
  };

  const place = (each) => {
    const rects = [...each.getClientRects()].filter((rect) => rect.width && rect.height);
    const box = each.getBoundingClientRect();
    const inside = box.top >= -2 && box.left >= -2 && box.right <= innerWidth + 2 &&
      box.bottom <= innerHeight + 2;
    if (!inside && box.height < innerHeight && box.width < innerWidth) return "out of view";
    // A link over two lines has more than one part; of a large area the shown part counts.
    const seen = rects.some((rect) => {
      const [left, right] = [Math.max(rect.left, 0), Math.min(rect.right, innerWidth)];
      const [top, bottom] = [Math.max(rect.top, 0), Math.min(rect.bottom, innerHeight)];
      if (left >= right || top >= bottom) return false;
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return hit && (hit === each || each.contains(hit) || hit.contains(each));
    });
    return seen ? "" : "covered";
  };

  const shown = (each) => {
    const style = getComputedStyle(each);
    const box = each.getBoundingClientRect();
    const clipped = style.clipPath !== "none" || box.width < 4 || box.height < 4;
    return !each.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || clipped
      ? "hidden" : "";
  };

  const judge = () => {
      const each = document.activeElement;
      if (!each || each === document.body) return { step: "nothing", name: "", faults: "" };
      const faults = [shown(each), place(each), ring(each)].filter(Boolean).join(", ");
      // A part that scrolls takes the focus too, so that a keyboard can scroll it.
      const scrolls = each.scrollWidth > each.clientWidth || each.scrollHeight > each.clientHeight;
      const step = controls.indexOf(each);
      return { step: step < 0 && scrolls ? "scroller" : step, name: name(each), faults };
  };
  // A press moves the focus after its event: each event sees where the press before it led to.
  const seen = [];
  document.addEventListener("keydown", () => seen.push(judge()), true);
  return { seen, names: () => controls.map(name) };
})();
"""


def walk(page: Page) -> list[str]:
    """Press Tab through the page; return what is wrong."""
    page.evaluate(ROBOT)
    names = page.evaluate("robot.names()")
    for _ in range(len(names) + 10):
        page.keyboard.down("Tab")
    page.keyboard.up("Tab")
    reached: list[int] = []
    faults = []
    # At the first press nothing has the focus yet; after the last control it starts again.
    for seen in page.evaluate("robot.seen")[1:]:
        if seen["step"] == NOTHING or (reached and seen["step"] == reached[0]):
            break
        if seen["faults"]:
            faults.append(f"{seen['name']}: {seen['faults']}")
        if seen["step"] != SCROLLER:
            reached.append(seen["step"])
    faults += [f"{names[each]}: not reached" for each in range(len(names)) if each not in reached]
    if reached != sorted(set(reached)):
        faults.append(f"not in order, or more than once: {reached}")
    return faults


@pytest.fixture(scope="module")
def wide(browser: Browser) -> Iterator[Page]:
    with a_page(browser, reduced_motion="reduce") as page:
        yield page


@pytest.fixture(scope="module")
def narrow(browser: Browser) -> Iterator[Page]:
    with a_page(browser, 360, 640, reduced_motion="reduce") as page:
        yield page


WALKED_KINDS: Final = [kind for kind in (*KINDS, *SERVED_KINDS) if kind not in ORDERS]


@pytest.mark.parametrize("kind", WALKED_KINDS)
def test_a_wide_page_is_walked_through(wide: Page, built: Built, kind: str) -> None:
    unfold(opened(wide, built.address(kind)))
    assert walk(wide) == []


@pytest.mark.parametrize("kind", ["start", "search with results", "practice card", "about"])
def test_a_dark_page_is_walked_through(browser: Browser, built: Built, kind: str) -> None:
    with a_page(browser, reduced_motion="reduce", color_scheme="dark") as page:
        opened(page, built.address(kind))
        assert scheme_of(page) == "slate"
        assert walk(page) == []


@pytest.mark.parametrize("kind", WALKED_KINDS)
def test_a_narrow_page_is_walked_through(narrow: Page, built: Built, kind: str) -> None:
    opened(narrow, built.address(kind))
    assert walk(narrow) == []


@pytest.mark.parametrize("kind", [kind for kind in WALKED_KINDS if kind in SHELLED_KINDS])
def test_a_narrow_page_with_its_menu_is_walked_through(
    narrow: Page, built: Built, kind: str
) -> None:
    open_menu(opened(narrow, built.address(kind)))
    assert walk(narrow) == []


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        ("main.style.outline = '0'; main.style.cssText = 'outline: none !important'", "no ring"),
        ("main.style.cssText = 'outline: 3px solid #ddd !important'", "ring"),
        ("main.style.cssText = 'position: absolute; left: -9999px'", "out of view"),
        ("main.style.opacity = 0", "hidden"),
        ("main.tabIndex = 1", "not in order"),
        (
            "const lid = document.body.appendChild(document.createElement('div'));"
            "lid.style.cssText = 'position: fixed; inset: 0; z-index: 99'",
            "covered",
        ),
    ],
)
def test_the_robot_finds_what_is_wrong(
    browser: Browser, built: Built, spoil: str, fault: str
) -> None:
    with a_page(browser, reduced_motion="reduce") as page:
        opened(page, built.address("about"))
        page.evaluate(f"(() => {{ const main = document.querySelector('main a'); {spoil} }})()")
        assert any(fault in each for each in walk(page))


# What the keys do.


def focused(page: Page, selector: str) -> bool:
    return bool(page.evaluate("what => document.activeElement.matches(what)", selector))


def tab_to(page: Page, selector: str) -> None:
    for _ in range(40):
        page.keyboard.press("Tab")
        if focused(page, selector):
            return
    pytest.fail(f"{selector} is not reached")


AFTER_HEADING: Final = """() => {
  const follows = Node.DOCUMENT_POSITION_FOLLOWING;
  const heading = document.querySelector("h1");
  return Boolean(heading.compareDocumentPosition(document.activeElement) & follows);
}"""


# Below the heading of the report nothing can have the focus.
@pytest.mark.parametrize("kind", [kind for kind in SHELLED_KINDS if kind != "report"])
def test_the_first_stop_leads_to_the_heading(browser: Browser, built: Built, kind: str) -> None:
    with a_page(browser, 360, 300, reduced_motion="reduce") as page:
        opened(page, built.address(kind))
        page.keyboard.press("Tab")
        assert focused(page, "a[href^='#']")
        page.keyboard.press("Enter")
        target = page.evaluate("document.querySelector(':target')?.localName")
        assert target == "h1"
        heading = page.locator("h1").bounding_box()
        assert heading is not None
        assert -1 <= heading["y"] < 300
        page.keyboard.press("Tab")
        # Where no control follows the heading, Tab leaves the page.
        assert focused(page, "body") or page.evaluate(AFTER_HEADING)


@pytest.mark.parametrize("kind", ["start", "practice card", "dilemma", "tags", "write", "about"])
def test_the_search_box_is_the_second_stop_and_the_name_is_seen_first(
    wide: Page, built: Built, kind: str
) -> None:
    opened(wide, built.address(kind))
    for stop in ("a[href='#start']", "#sk-header-query", "[type=submit]", ".sk-header__name"):
        wide.keyboard.press("Tab")
        assert focused(wide, stop), stop
    name = wide.locator(".sk-header__name").bounding_box()
    box = wide.locator("#sk-header-query").bounding_box()
    assert name and box and name["x"] + name["width"] < box["x"]
    assert abs(name["y"] - box["y"]) < 10


@pytest.mark.parametrize("width", [1280, 360])
def test_on_the_search_page_the_second_stop_leads_to_its_box(
    browser: Browser, built: Built, width: int
) -> None:
    with a_page(browser, width) as page:
        opened(page, built.address("search"))
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Naar zoeken"
        page.keyboard.press("Enter")
        assert focused(page, "#sk-query")


def test_on_a_phone_the_search_box_is_in_the_menu(narrow: Page, built: Built) -> None:
    opened(narrow, built.address("practice card"))
    assert not narrow.locator("#sk-header-query").is_visible()
    open_menu(narrow)
    box = narrow.locator("[data-menu] #sk-header-query").bounding_box()
    assert box and box["width"] > 200


def test_without_a_script_a_phone_has_the_search_box_in_its_header(
    browser: Browser, built: Built
) -> None:
    with a_page(browser, 360, java_script_enabled=False) as page:
        page.goto(built.address("practice card"))
        name = page.locator(".sk-header__name").bounding_box()
        box = page.locator("#sk-header-query").bounding_box()
        assert name and box and name["y"] + name["height"] <= box["y"]
        assert box["width"] > 200


def test_enter_follows_a_tab(browser: Browser, built: Built) -> None:
    with a_page(browser) as page:
        opened(page, built.address("start"))
        tab_to(page, "nav a[href$='dilemmas/index.html']")
        page.keyboard.press("Enter")
        page.wait_for_url("**/dilemmas/index.html")
        assert page.locator("nav a[aria-current=page]").get_attribute("href") is not None


IN_MENU: Final = """() => {
  const button = document.querySelector("[data-menu-button]");
  const menu = document.getElementById(button.getAttribute("aria-controls"));
  return menu.contains(document.activeElement);
}"""


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_menu_works_by_keys(browser: Browser, built: Built, key: str) -> None:
    with a_page(browser, 360) as page:
        opened(page, built.address("practice card"))
        tab_to(page, "[data-menu-button]")
        page.keyboard.press(key)
        assert menu_button(page).get_attribute("aria-expanded") == "true"
        page.keyboard.press("Tab")
        assert page.evaluate(IN_MENU)
        page.keyboard.press("Escape")
        assert menu_button(page).get_attribute("aria-expanded") == "false"
        assert focused(page, "[data-menu-button]")
        page.keyboard.press("Tab")
        assert not page.evaluate(IN_MENU)


STORAGE: Final = {
    "away": "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })",
    "full": "Storage.prototype.setItem = () => { throw new Error('full'); }",
    "unread": "Storage.prototype.getItem = () => { throw new Error('unread'); }",
}


@pytest.mark.parametrize("storage", STORAGE)
def test_the_scheme_button_works_without_storage(
    browser: Browser, built: Built, storage: str
) -> None:
    with a_page(browser) as page:
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.add_init_script(STORAGE[storage])
        opened(page, built.address("start"))
        tab_to(page, "[data-scheme-button]")
        seen = [scheme_of(page)]
        for _ in range(2):
            page.keyboard.press("Enter")
            seen.append(scheme_of(page))
        assert seen == ["default", "slate", "default"]
        assert errors == []
