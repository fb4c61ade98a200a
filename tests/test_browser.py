"""The site as a caseworker's browser sees it, from a web server and from a folder."""

from __future__ import annotations

import functools
import http.server
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

from sites import ROOT, build_here

CHROMIUM = "/usr/bin/chromium"
QUIET = ["--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
PAGES = ["index.html", "dilemmas/work-training.html", "kaarten/rotterdam-werkloont.html"]
MODES = ["http", "file"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_here(ROOT / "mkdocs.yml", tmp_path_factory.mktemp("browser") / "site")


@pytest.fixture(scope="module")
def addresses(site: Path) -> Iterator[dict[str, str]]:
    """The address of the site by mode."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield {"http": f"http://127.0.0.1:{server.server_port}/", "file": f"{site.as_uri()}/"}
        server.shutdown()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        arguments = [*QUIET, "--no-sandbox"] if os.getuid() == 0 else QUIET
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield browser
        browser.close()


class Visit:
    """A page in the browser that remembers what went wrong."""

    def __init__(self, browser: Browser, address: str, width: int = 1280) -> None:
        self.address = address
        self.page: Page = browser.new_page(viewport={"width": width, "height": 800})
        self.faults: list[str] = []
        self.page.on("console", lambda message: self.faults.append(f"console: {message.text}"))
        self.page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        self.page.on("request", self._request)
        self.page.on("requestfailed", lambda request: self.faults.append(f"failed: {request.url}"))
        self.page.on("response", self._response)

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:")):
            self.faults.append(f"outside: {request.url}")

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
        for link in visit.links():
            target, anchor = urldefrag(link)
            if target.startswith(visit.address):
                waiting.append(target)
                if anchor and target == address:
                    assert visit.page.locator(f"[id='{anchor}']").count() == 1, link
                anchors.add(anchor)
            else:
                assert urlsplit(link).scheme in ("http", "https", "mailto"), link
    assert visit.faults == []
    assert "start" in anchors
    assert len(visited) > len(list((ROOT / "learnings/cards").glob("*.yml")))


def test_a_visitor_gets_from_the_start_to_a_dilemma_to_a_card(visit: Visit) -> None:
    visit.open("index.html")
    visit.page.get_by_role("link", name="Meteen aan het werk, of eerst een opleiding").click()
    visit.page.get_by_role("link", name="Rotterdam WerkLoont").first.click()
    assert "Verplicht vijftien weken" in visit.page.inner_text(".sk-choice")
    assert visit.faults == []


@pytest.mark.parametrize("path", [*PAGES, "kaarten/index.html", "schrijven.html"])
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
    tab = visit.page.get_by_role("link", name="Alle kaarten", exact=True)
    assert not tab.is_visible()
    button.click()
    assert tab.is_visible()
    visit.page.keyboard.press("Escape")
    assert not tab.is_visible()
    assert button.evaluate("each => each === document.activeElement")
    visit.page.close()


def test_the_choice_for_dark_is_kept(visit: Visit) -> None:
    visit.open("index.html")
    visit.page.get_by_role("button", name="Donker").click()
    visit.open("dilemmas/index.html")
    assert visit.page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    assert visit.faults == []
