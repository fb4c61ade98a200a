"""The site as a caseworker's browser sees it, from a web server and from a folder."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urldefrag, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request

from sites import ROOT

PAGES = ["index.html", "dilemmas/work-training.html", "kaarten/rotterdam-werkloont.html"]
MODES = ["http", "file"]


@pytest.fixture(scope="module")
def addresses(real_site: Path) -> Iterator[dict[str, str]]:
    """The address of the site by mode."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(real_site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield {"http": f"http://127.0.0.1:{server.server_port}/", "file": f"{real_site.as_uri()}/"}
        server.shutdown()


class Visit:
    """A page in the browser that remembers what went wrong."""

    def __init__(self, browser: Browser, address: str, width: int = 1280) -> None:
        self.address = address
        self.page: Page = browser.new_page(viewport={"width": width, "height": 800})
        self.faults: list[str] = []
        self.page.on("console", lambda message: self.faults.append(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.page.on("request", self._request)
        self.page.on("requestfailed", self._failed)
        self.page.on("response", self._response)

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:")):
            self.faults.append(f"outside: {request.url}")

    def _failed(self, request: Request) -> None:
        # Chromium drops the icon of a page that is left before it came.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"failed: {request.url}")

    def _response(self, response: object) -> None:
        if getattr(response, "status", 200) >= 400:
            self.faults.append(f"answer: {response}")

    def open(self, path: str) -> None:
        self.page.goto(urljoin(self.address, path))

    def links(self) -> list[str]:
        """Return every link of the page, as an absolute address."""
        found = self.page.eval_on_selector_all("a[href]", "links => links.map(a => a.href)")
        return [str(link) for link in found]


@pytest.fixture(params=MODES)
def visit(
    request: pytest.FixtureRequest, browser: Browser, addresses: dict[str, str]
) -> Iterator[Visit]:
    visit = Visit(browser, addresses[request.param])
    yield visit
    visit.page.close()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_opens_without_a_fault(visit: Visit, path: str) -> None:
    visit.open(path)
    assert visit.page.locator("h1").count() == 1
    assert visit.faults == []


# `make crawl`; test_check_links reads all links too, without opening each page.
# From a folder, where no server adds a slash or an index: what leads somewhere there does so
# everywhere, as no link begins at the top of a server.
@pytest.mark.slow
@pytest.mark.parametrize("visit", ["file"], indirect=True)
def test_every_link_of_the_site_leads_somewhere(visit: Visit) -> None:
    visited: set[str] = set()
    waiting = [urljoin(visit.address, PAGES[0])]
    anchors: set[str] = set()
    while waiting:
        address = waiting.pop()
        if address in visited:
            continue
        visited.add(address)
        visit.page.goto(address)
        here: list[str] = []
        for link in visit.links():
            target, anchor = urldefrag(link)
            if target.startswith(visit.address):
                waiting.append(target)
                if anchor and target == address:
                    here.append(anchor)
                anchors.add(anchor)
            else:
                assert urlsplit(link).scheme in ("http", "https", "mailto", "tel"), link
        missing = "ids => ids.filter((id) => !document.getElementById(id))"
        assert visit.page.evaluate(missing, here) == [], address
    assert visit.faults == []
    assert "start" in anchors
    assert len(visited) > len(list((ROOT / "learnings/cards").glob("*.yml")))


def test_a_visitor_gets_from_the_start_to_a_dilemma_to_a_card(visit: Visit) -> None:
    visit.open("index.html")
    visit.page.get_by_role("link", name="Meteen aan het werk, of eerst een opleiding").click()
    visit.page.get_by_role("link", name="Rotterdam WerkLoont").first.click()
    assert "Verplicht vijftien weken" in visit.page.inner_text(".sk-choice")
    assert visit.faults == []


@pytest.mark.parametrize(
    "path", [*PAGES, "kaarten/index.html", "schrijven.html", "zoeken.html?q=schulden"]
)
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_is_wider_than_the_window(
    browser: Browser, addresses: dict[str, str], path: str, width: int
) -> None:
    visit = Visit(browser, addresses["file"], width)
    visit.open(path)
    wide = visit.page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    visit.page.close()
    assert not wide


def test_the_menu_of_a_phone_opens_and_escape_closes_it(
    browser: Browser, addresses: dict[str, str]
) -> None:
    visit = Visit(browser, addresses["file"], 360)
    visit.open("index.html")
    button = visit.page.get_by_role("button", name="Menu")
    tab = visit.page.get_by_role("link", name="Gesprek voorbereiden", exact=True)
    assert not tab.is_visible()
    button.click()
    assert tab.is_visible()
    visit.page.keyboard.press("Escape")
    assert not tab.is_visible()
    assert button.evaluate("each => each === document.activeElement")
    visit.page.close()


MENU_ORDER = "() => [...document.querySelector('[data-menu]').children].map(each => each.localName)"


def test_the_tabs_are_the_first_thing_in_the_menu_of_a_phone_only(
    browser: Browser, addresses: dict[str, str]
) -> None:
    visit = Visit(browser, addresses["file"], 360)
    visit.open("index.html")
    assert visit.page.evaluate(MENU_ORDER) == ["nav", "form", "button"]
    visit.page.set_viewport_size({"width": 1280, "height": 800})
    visit.page.wait_for_function(f"({MENU_ORDER})().join() === 'button,nav'")
    visit.page.close()


@pytest.mark.parametrize(
    "path", ["index.html", "kaarten/index.html", "trefwoorden/situation/debts.html"]
)
def test_the_foot_of_every_page_leads_to_the_overviews(visit: Visit, path: str) -> None:
    visit.open(path)
    links = visit.page.locator(".sk-footer nav a")
    found = links.evaluate_all("links => links.map(a => a.href)")
    places = ["kaarten/index.html", "trefwoorden/index.html", "bronnen.html", "over/index.html"]
    assert found == [urljoin(visit.address, place) for place in places]
    links.first.click()
    visit.page.wait_for_url("**/kaarten/index.html")
    assert visit.faults == []


# A finger needs 24 pixels; a link within a sentence is as high as its line.
LOW = """() => [...document.querySelectorAll(".sk-links a, .sk-index a, .sk-footer nav a")]
  .filter(each => each.getBoundingClientRect().height < 24)
  .map(each => each.textContent)"""


@pytest.mark.parametrize("path", ["kaarten/index.html", "trefwoorden/index.html", "bronnen.html"])
def test_links_in_a_list_are_high_enough_for_a_finger(visit: Visit, path: str) -> None:
    visit.open(path)
    assert visit.page.locator(".sk-links a").count() > 1
    assert visit.page.evaluate(LOW) == []


def test_on_a_wide_card_the_keys_reach_what_stands_at_the_top_first(visit: Visit) -> None:
    visit.open("kaarten/rotterdam-werkloont.html")
    visit.page.locator(".sk-crumb a").focus()
    visit.page.keyboard.press("Tab")
    keep = visit.page.locator("[data-keep]:visible")
    assert keep.evaluate("each => each === document.activeElement")
    top = "each => each.getBoundingClientRect().top"
    heading = visit.page.locator(".sk-columns__main h2").first
    assert abs(keep.evaluate(top) - heading.evaluate(top)) < 20


# Search.


def test_the_search_page_has_one_search_box(visit: Visit) -> None:
    visit.open("zoeken.html")
    assert visit.page.get_by_role("searchbox").count() == 1
    visit.open("trefwoorden/index.html")
    assert visit.page.locator("#sk-header-query").is_visible()


def test_tags_and_dilemmas_stand_apart_from_the_cards_that_are_counted(visit: Visit) -> None:
    visit.open("zoeken.html?q=schulden")
    assert "debts" in results(visit, "tag")
    assert visit.page.locator("[data-ways]").inner_text().startswith("Trefwoord: Schulden")
    assert visit.page.locator("[data-cards] > :not([data-card])").count() == 0
    cards = results(visit, "card")
    visit.open("zoeken.html?q=jaren+schulden")
    assert results(visit, "card") == cards
    visit.open("zoeken.html?q=xqzxqz")
    assert not visit.page.locator("[data-ways]").is_visible()


def results(visit: Visit, kind: str) -> list[str]:
    """Return the ids of what was found of one kind, best first."""
    visit.page.wait_for_selector("[data-results][data-ready=true]", state="attached")
    script = "(found, kind) => found.map(each => each.dataset[kind])"
    found = visit.page.eval_on_selector_all(f"[data-results] [data-{kind}]", script, kind)
    return [str(each) for each in found]


def test_the_search_box_of_the_start_page_leads_to_results(visit: Visit) -> None:
    visit.open("index.html")
    field = visit.page.locator("#sk-query")
    field.fill("komt niet opdagen")
    field.press("Enter")
    visit.page.wait_for_url("**/zoeken.html?q=komt*niet*opdagen")
    assert visit.page.locator("#sk-query").input_value() == "komt niet opdagen"
    assert results(visit, "tag")[0] == "no-show"
    assert visit.page.locator("[data-tag=no-show]").is_visible()
    assert visit.faults == []


def test_the_search_box_of_every_page_leads_to_results(visit: Visit) -> None:
    visit.open(PAGES[2])
    visit.page.locator("#sk-header-query").fill("schulden")
    visit.page.locator("#sk-header-query").press("Enter")
    visit.page.wait_for_url("**/zoeken.html?q=schulden")
    assert results(visit, "card")
    assert visit.faults == []


def test_a_word_finds_cards_that_can_be_opened(visit: Visit) -> None:
    visit.open("zoeken.html?q=schulden")
    found = results(visit, "card")
    assert visit.page.locator("[data-result-count]").inner_text() == str(len(found)) != "0"
    assert not visit.page.locator("[data-search-empty]").is_visible()
    visit.page.locator(f"[data-card={found[0]}] a").click()
    visit.page.wait_for_url(f"**/kaarten/{found[0]}.html")
    assert visit.faults == []


def test_what_is_typed_is_found_at_once_and_kept_in_the_address(visit: Visit) -> None:
    visit.open("zoeken.html")
    assert results(visit, "card") == results(visit, "tag") == []
    assert not visit.page.locator("[data-search-status]").is_visible()
    visit.page.locator("#sk-query").press_sequentially("SCHÚLDEN")
    # Results are drawn when the page has time, after the last key.
    visit.page.wait_for_selector("[data-results] [data-tag=debts]")
    visit.page.wait_for_url("**/zoeken.html?q=SCH*LDEN")
    visit.page.reload()
    assert "debts" in results(visit, "tag")
    assert visit.faults == []


def test_nonsense_finds_nothing_and_says_what_to_do(visit: Visit) -> None:
    visit.open("zoeken.html?q=xqzxqz")
    assert results(visit, "card") == results(visit, "tag") == results(visit, "dilemma") == []
    assert visit.page.locator("[data-search-empty]").is_visible()
    assert visit.faults == []


def test_a_query_that_is_html_stays_a_query(visit: Visit) -> None:
    query = "schulden <img src=x onerror=document.title='raak'>\"'&amp;"
    visit.open(f"zoeken.html?q={quote(query)}")
    results(visit, "card")
    assert visit.page.locator("#sk-query").input_value() == query
    assert visit.page.locator("main img").count() == 0
    assert visit.page.title() != "raak"
    assert visit.faults == []


def test_without_a_script_the_search_page_says_so_and_shows_other_ways(
    browser: Browser, addresses: dict[str, str]
) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(urljoin(addresses["file"], "zoeken.html"))
    assert page.locator("noscript").inner_text().strip()
    assert page.get_by_role("link", name="Alle trefwoorden").is_visible()
    page.close()


def test_the_choice_for_dark_is_kept(visit: Visit) -> None:
    visit.open("index.html")
    visit.page.get_by_role("button", name="Donker").click()
    visit.open("dilemmas/index.html")
    assert visit.page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    assert visit.faults == []
