"""The site behind a real nginx with the strictest policy: nothing is refused, all of it works."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser

from browsing import KINDS, Built, menu_button, opened, scheme_of
from sites import ROOT
from test_browser import Visit

NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
CONFIGURATION = """\
{user}
daemon off;
pid {root}/nginx.pid;
error_log {root}/error.log;
events {{ worker_connections 256; }}
http {{
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  access_log off;
  client_body_temp_path {root}/temp;
  proxy_temp_path {root}/temp;
  fastcgi_temp_path {root}/temp;
  uwsgi_temp_path {root}/temp;
  scgi_temp_path {root}/temp;
  server {{
    listen 127.0.0.1:{port};
    root {site};
    charset utf-8;
    error_page 404 /404.html;
    add_header Content-Security-Policy "{policy}" always;
    add_header X-Content-Type-Options nosniff always;
  }}
}}
"""
LISTEN = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.refused.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
});
"""
# Chromium writes one line on any page that answers "not found", however quiet the page itself is.
ANSWER_404 = "Failed to load resource: the server responded with a status of 404 (Not Found)"


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_for(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    for _ in range(100):
        if server.poll() is not None:
            break
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    server.terminate()
    pytest.fail(f"nginx does not answer: {log.read_text() if log.exists() else 'no log'}")


@pytest.fixture(scope="module")
def server(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("nginx")
    port = _free_port()
    # As root nginx gives its work to somebody who may not look into our temporary folder.
    user = "user root;" if os.getuid() == 0 else ""
    text = CONFIGURATION.format(root=root, site=built.folder, port=port, policy=POLICY, user=user)
    (root / "nginx.conf").write_text(text, encoding="utf-8")
    log = root / "error.log"
    command = [NGINX, "-p", str(root), "-c", str(root / "nginx.conf"), "-e", str(log)]
    with subprocess.Popen(command) as process:
        _wait_for(process, port, log)
        yield f"http://127.0.0.1:{port}/"
        process.terminate()


class StrictVisit(Visit):
    """A visit that also hears what the policy refuses."""

    def __init__(self, browser: Browser, address: str, width: int = 1280) -> None:
        super().__init__(browser, address, width)
        self.page.add_init_script(LISTEN)

    def all_faults(self) -> list[str]:
        """Return what went wrong, what was refused included."""
        self.page.wait_for_load_state("load")
        return [*self.faults, *map(str, self.page.evaluate("window.refused"))]


@pytest.fixture(scope="module")
def lasting_visit(browser: Browser, server: str) -> Iterator[StrictVisit]:
    visit = StrictVisit(browser, server)
    yield visit
    visit.page.close()


@pytest.fixture
def visit(lasting_visit: StrictVisit) -> StrictVisit:
    lasting_visit.page.goto("about:blank")
    lasting_visit.faults.clear()
    return lasting_visit


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_opens_under_the_policy(visit: StrictVisit, built: Built, kind: str) -> None:
    opened(visit.page, urljoin(visit.address, built.paths[kind]))
    assert visit.page.locator("h1").count() == 1
    assert visit.all_faults() == []


def test_a_wrong_address_shows_the_page_for_it(visit: StrictVisit) -> None:
    visit.open("kaarten/bestaat/niet.html")
    title = visit.page.locator("h1").inner_text()
    faults = [fault for fault in visit.all_faults() if not fault.startswith("answer: <Response")]
    assert set(faults) == {f"console: {ANSWER_404}"}
    visit.open("404.html")
    assert visit.page.locator("h1").inner_text() == title


@pytest.mark.parametrize("path", ["", "kaarten/bestaat-niet.html", "assets/search-data.js"])
def test_the_server_really_sends_the_policy(server: str, path: str) -> None:
    try:
        headers = urlopen(urljoin(server, path)).headers
    except HTTPError as missing:
        headers = missing.headers
    assert headers["Content-Security-Policy"] == POLICY
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_what_the_policy_refuses_is_heard(visit: StrictVisit) -> None:
    visit.open("index.html")
    visit.page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"top:0\">x')")
    faults = visit.all_faults()
    assert any(fault.startswith("console: ") and "style-src" in fault for fault in faults)
    assert any(fault.startswith("style-src-attr: inline") for fault in faults)


def test_search_works_under_the_policy(visit: StrictVisit) -> None:
    visit.open("index.html")
    field = visit.page.locator("main").get_by_role("searchbox")
    field.fill("schulden")
    field.press("Enter")
    visit.page.wait_for_url("**/zoeken.html?q=schulden")
    visit.page.wait_for_selector("[data-results][data-ready=true]", state="attached")
    assert visit.page.locator("[data-results] [data-card]").count() > 0
    visit.page.locator("[data-results] [data-card] a").first.click()
    visit.page.wait_for_url("**/kaarten/*.html")
    assert visit.all_faults() == []


def test_the_menu_opens_under_the_policy(browser: Browser, server: str) -> None:
    visit = StrictVisit(browser, server, 360)
    visit.open("index.html")
    tab = visit.page.get_by_role("banner").get_by_role("navigation").get_by_role("link").first
    assert not tab.is_visible()
    menu_button(visit.page).click()
    assert tab.is_visible()
    assert visit.all_faults() == []
    visit.page.close()


def test_the_scheme_changes_under_the_policy(browser: Browser, server: str) -> None:
    visit = StrictVisit(browser, server)
    visit.open("index.html")
    before = visit.page.evaluate("getComputedStyle(document.body).backgroundColor")
    visit.page.locator("[data-scheme-button]").click()
    assert scheme_of(visit.page) == "slate"
    assert visit.page.evaluate("getComputedStyle(document.body).backgroundColor") != before
    visit.page.reload()
    assert scheme_of(visit.page) == "slate"
    assert visit.all_faults() == []
    visit.page.close()


# What the files themselves hold, without a browser.


class Inline(HTMLParser):
    """Collects what a strict policy refuses."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "style" or (tag == "script" and not given.get("src")):
            self._report(f"<{tag}>")
        for name, value in attrs:
            plain = "".join((value or "").split()).lower()
            if name == "style" or name.startswith("on") or plain.startswith("javascript:"):
                self._report(f"<{tag} {name}={value!r}>")

    def _report(self, what: str) -> None:
        self.found.append(f"line {self.getpos()[0]}: {what}")


def inline_in(html: str) -> list[str]:
    parser = Inline()
    parser.feed(html)
    parser.close()
    return parser.found


@pytest.mark.parametrize(
    "html",
    [
        "<script>1</script>",
        "<style>a{}</style>",
        "<p style='top:0'>",
        "<body ONLOAD=a()>",
        "<a href=' java\nscript:a()'>",
        "<svg><rect style='fill:red'/></svg>",
    ],
)
def test_inline_code_is_recognised(html: str) -> None:
    assert len(inline_in(html)) == 1


def test_no_page_holds_inline_code(built: Built) -> None:
    files = sorted(built.folder.rglob("*.html"))
    assert len(files) > len(list((ROOT / "learnings/cards").rglob("*.yml")))
    found = {file.name: inline_in(file.read_text(encoding="utf-8")) for file in files}
    assert {name: faults for name, faults in found.items() if faults} == {}
