"""The script of the search page: all of its parts, in one file."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Browser

import browsing
from sites import ROOT
from spreekkamer import addresses, search_script

DOCS = ROOT / "docs"


def test_every_part_is_in_the_repository_once() -> None:
    assert len({*search_script.PARTS}) == len(search_script.PARTS)
    assert all((DOCS / part).is_file() for part in search_script.PARTS)


def test_every_script_of_ours_is_a_part_or_on_a_page() -> None:
    templates = [*(ROOT / "hooks/spreekkamer").rglob("*.html")]
    named = "".join(each.read_text(encoding="utf-8") for each in templates)
    alone = set(re.findall(r"assets/spreekkamer/[a-z-]+\.js", named))
    ours = {each.relative_to(DOCS).as_posix() for each in DOCS.rglob("*.js")}
    assert ours == alone | {*search_script.PARTS}
    assert alone.isdisjoint(search_script.PARTS)


def test_whatever_a_part_ends_with_the_next_one_begins() -> None:
    whole = search_script.together([("a.js", "var a = () => 1 // the end"), ("b.js", "b()")])
    assert whole == "// a.js\nvar a = () => 1 // the end\n;\n// b.js\nb()\n;\n"


def test_the_site_has_the_one_script_and_none_of_its_parts(
    browser: Browser, real_site: Path
) -> None:
    page = browsing.opened(browser.new_page(), (real_site / addresses.SEARCH).as_uri())
    loaded = page.evaluate("[...document.scripts].map(each => each.src).filter(Boolean)")
    assert sum(each.endswith(f"/{addresses.SEARCH_SCRIPT}") for each in loaded) == 1
    assert not [part for part in search_script.PARTS if (real_site / part).exists()]
    licences = [*(real_site / "assets/vendor").rglob("LICENSE")]
    assert len(licences) == len([*(DOCS / "assets/vendor").rglob("LICENSE")]) > 1
    page.close()
