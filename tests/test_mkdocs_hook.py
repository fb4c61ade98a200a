"""What `mkdocs build` does with a collection."""

from __future__ import annotations

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest
from mkdocs.structure.pages import Page

import mkdocs_pages
from conftest import Project
from mkdocs_pages import GeneratedPage
from sites import ROOT, build_here, configure, run_mkdocs

HOSTILE = "</script><img src=x onerror=1> & “x”"


def html_files(site: Path) -> dict[str, str]:
    files = sorted(site.rglob("*.html"))
    return {file.relative_to(site).as_posix(): file.read_text(encoding="utf-8") for file in files}


def test_the_real_collection_gives_one_page_per_card_and_per_dilemma(real_site: Path) -> None:
    for kind, pages in (("cards", "kaarten"), ("dilemmas", "dilemmas")):
        ids = {file.stem for file in (ROOT / "learnings" / kind).glob("*.yml")}
        assert {file.stem for file in (real_site / pages).glob("*.html")} == ids | {"index"}


def test_cards_are_not_in_the_navigation(real_site: Path) -> None:
    start = (real_site / "index.html").read_text(encoding="utf-8")
    navigation = re.search(r"<nav.*?</nav>", start, re.DOTALL)
    assert navigation
    links = re.findall(r'href="(?:\./)?([^"]*)"', navigation[0])
    assert links == ["zoeken.html", "dilemmas/index.html", "schrijven.html", "over/index.html"]


def test_the_data_of_the_search_page_is_written_as_a_script(real_site: Path) -> None:
    script = (real_site / "assets/search-data.js").read_text(encoding="utf-8")
    assert script.startswith("window.spreekkamerSearch = {")
    for file in (ROOT / "learnings/cards").glob("*.yml"):
        assert f'"kaarten/{file.stem}.html"' in script
    page = (real_site / "zoeken.html").read_text(encoding="utf-8")
    assert re.search(r'<script src="assets/search-data.js"[^>]*></script>', page)


@pytest.mark.parametrize("page", ["dilemmas/work-training.html", "kaarten/den-haag-ips.html"])
def test_dilemma_and_card_pages_light_the_tab_of_the_dilemmas(real_site: Path, page: str) -> None:
    text = (real_site / page).read_text(encoding="utf-8")
    assert re.findall(r'href="([^"]*)" aria-current="true"', text) == ["../dilemmas/index.html"]


class Loads(HTMLParser):
    """Collects what a browser would load for a page, and inline code."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            outside = re.match(r"(https?:)?//", value or "")
            loads = name in ("src", "srcset", "data") or (tag == "link" and name == "href")
            canonical = ("rel", "canonical") in attrs
            if outside and loads and not canonical:
                self.found.append(f"{tag} {name}={value}")
            if name == "style" or name.startswith("on") or (value or "").startswith("javascript:"):
                self.found.append(f"{tag} {name}={value}")
        if tag == "style" or (tag == "script" and not dict(attrs).get("src")):
            self.found.append(f"inline {tag}")


def test_no_page_loads_anything_from_outside_or_has_code_inline(real_site: Path) -> None:
    for path, text in html_files(real_site).items():
        parser = Loads()
        parser.feed(text)
        assert parser.found == [], path


def test_material_scripts_and_maps_are_left_out(real_site: Path) -> None:
    names = {file.name for file in real_site.rglob("*") if file.is_file()}
    assert not [name for name in names if "bundle" in name or name.endswith((".map", ".xml"))]


@pytest.mark.parametrize("site_url", ["", "https://example.org/spreekkamer/"])
def test_spliced_pages_equal_pages_rendered_in_full(
    project: Project, tmp_path: Path, site_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.card(f'title: "Titel met {HOSTILE}"\nformerly: [oude-naam]', "hostile")
    config = configure(project.root, site_url=site_url)
    spliced = html_files(build_here(config, tmp_path / "spliced"))

    read_source = GeneratedPage.read_source

    def in_full(page: GeneratedPage, config: object) -> None:
        read_source(page, config)
        page.meta["template"] = "main.html"

    monkeypatch.setattr(GeneratedPage, "read_source", in_full)
    full = html_files(build_here(config, tmp_path / "full"))

    def settled(text: str) -> str:
        return text.strip()

    assert {path: settled(text) for path, text in spliced.items()} == {
        path: settled(text) for path, text in full.items()
    }
    assert ('rel="canonical"' in spliced["kaarten/hostile.html"]) == bool(site_url)


def test_the_shell_is_rendered_once_per_depth_and_tab(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[tuple[int, str]] = []
    shell = mkdocs_pages.Shells._shell

    def counting(shells: mkdocs_pages.Shells, page: GeneratedPage) -> str:
        drawn.append((page.generated.path.count("/"), page.generated.tab))
        return shell(shells, page)

    monkeypatch.setattr(mkdocs_pages.Shells, "_shell", counting)
    for number in range(20):
        project.card("", f"kaart-{number}")
    build_here(configure(project.root), tmp_path / "site")
    assert len(drawn) == len(set(drawn)) < 10


def test_a_hostile_title_is_shown_as_typed_in_title_and_page(
    project: Project, tmp_path: Path
) -> None:
    project.card(f"title: '{HOSTILE}'", "hostile")
    site = html_files(build_here(configure(project.root), tmp_path / "site"))
    for text in site.values():
        assert "<img" not in text
        assert "<script>" not in text
    title = re.search(r"<title>(.*?)</title>", site["kaarten/hostile.html"])
    assert title and title[1].startswith("&lt;/script&gt;&lt;img src=x onerror=1&gt; &amp; “x”")


def test_an_error_stops_the_build_with_all_problems_and_leaves_the_old_site(
    project: Project, tmp_path: Path
) -> None:
    config = configure(project.root)
    site = build_here(config, tmp_path / "site")
    before = html_files(site)
    project.card("side: work-frist")
    project.card("result: werkte", "tweede")
    done = run_mkdocs(config, "build", "--site-dir", str(site))
    assert done.returncode == 1
    assert "error[ref-side]" in done.stderr
    assert "error[field-choice]" in done.stderr
    assert "2 fouten" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert html_files(site) == before


def test_a_warning_is_listed_and_the_site_is_built(project: Project, tmp_path: Path) -> None:
    project.write("cards/kladje.txt", "nog niet af")
    done = run_mkdocs(configure(project.root), "build", "--site-dir", str(tmp_path / "site"))
    assert done.returncode == 0
    assert "warning[id-extension]" in done.stderr


def test_a_missing_collection_stops_the_build_with_one_message(
    project: Project, tmp_path: Path
) -> None:
    project.learnings.rename(project.root / "elders")
    done = run_mkdocs(configure(project.root), "build", "--site-dir", str(tmp_path / "site"))
    assert done.returncode == 1
    assert "De map learnings met de kaarten is er niet." in done.stderr
    assert "Traceback" not in done.stderr


def test_a_wrong_setting_stops_the_build_and_names_setting_value_and_what_is_allowed(
    project: Project, tmp_path: Path
) -> None:
    config = configure(project.root, "    language: fr\n")
    done = run_mkdocs(config, "build", "--site-dir", str(tmp_path / "site"))
    assert done.returncode == 1
    assert "extra.spreekkamer.language is «fr». Toegestaan: nl of en." in done.stderr


def test_no_cards_give_a_site_that_says_how_to_write_the_first(
    one_card: Project, tmp_path: Path
) -> None:
    (one_card.learnings / "cards/voorbeeld.yml").unlink()
    site = build_here(configure(one_card.root), tmp_path / "site")
    start = (site / "index.html").read_text(encoding="utf-8")
    assert "Schrijf de eerste kaart" in start
    assert (site / "schrijven.html").exists()


def test_an_english_site_is_built_from_the_same_files(project: Project, tmp_path: Path) -> None:
    config = configure(project.root, "    language: en\n")
    text = html_files(build_here(config, tmp_path / "site"))["kaarten/voorbeeld.html"]
    assert '<html lang="en"' in text
    assert "Training first" in text
    assert 'dir="auto" lang="nl">Eerst de taalles' in text


def test_two_builds_are_the_same_to_the_byte(project: Project, tmp_path: Path) -> None:
    config = configure(project.root)
    first, second = (build_here(config, tmp_path / name) for name in ("one", "two"))
    files = sorted(file.relative_to(first) for file in first.rglob("*") if file.is_file())
    assert files
    for file in files:
        assert (first / file).read_bytes() == (second / file).read_bytes(), file


def test_a_page_written_by_hand_keeps_its_place(project: Project, tmp_path: Path) -> None:
    config = configure(project.root)
    docs = project.root / "docs"
    docs.mkdir()
    (docs / "uitleg.md").write_text("# Uitleg\n\nEen tekst.", encoding="utf-8")
    text = config.read_text(encoding="utf-8")
    config.write_text(re.sub("docs_dir: .*", "docs_dir: docs", text), encoding="utf-8")
    page = html_files(build_here(config, tmp_path / "site"))["uitleg.html"]
    assert "Een tekst." in page
    assert issubclass(GeneratedPage, Page)


def test_a_page_that_people_wrote_is_among_what_is_searched(
    project: Project, tmp_path: Path
) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(ROOT / "docs", docs)
    (docs / "spelregels.md").write_text("# Spelregels\n\nWie belt, noteert.\n", encoding="utf-8")
    config = configure(project.root)
    text = config.read_text(encoding="utf-8").replace(str(ROOT / "docs"), str(docs))
    config.write_text(text, encoding="utf-8")
    site = build_here(config, tmp_path / "site")
    assert '"url":"spelregels.html"' in (site / "assets/search-data.js").read_text(encoding="utf-8")
    assert (site / "spelregels.html").exists()
