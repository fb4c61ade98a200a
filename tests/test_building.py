"""From a project to its pages: what is at fault stops a build, and is shown while serving."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from conftest import Project
from making import ids_in
from spreekkamer import building, checks, texts
from spreekkamer.building import Builder, BuiltSite, Stopped
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding

FAULT = "side: work-frist"
CARD = "kaarten/voorbeeld.html"
DILEMMA = "dilemmas/work-training.html"
SHARED = {
    "dilemmas/work-training.yml": "label: {nl: Kapot",
    "tags/situation.yml": "label: {nl: Situatie}\n",
    "sources.yml": "voorbeeld: {by: Niemand}\n",
}


class Server:
    """A project that is built again and again, as `mkdocs serve` does."""

    def __init__(self, project: Project, settings: object = None) -> None:
        self.project = project
        self.settings = settings
        self._builder = Builder()

    def build(self) -> BuiltSite:
        return self._builder.build(self.project.root, self.settings, serving=True)


@pytest.fixture
def server(project: Project) -> Server:
    return Server(project)


def build(project: Project, settings: object = None) -> BuiltSite:
    return Builder().build(project.root, settings, serving=False)


def stopped(project: Project, settings: object = None) -> Stopped:
    with pytest.raises(Stopped) as caught:
        build(project, settings)
    return caught.value


def told(error: Stopped) -> str:
    """Return all that somebody who builds gets to read."""
    return f"{error.report}\n{error.reason}"


def paths(site: BuiltSite) -> set[str]:
    return {page.path for page in site.pages}


def content(site: BuiltSite, path: str) -> str:
    return next(page.content for page in site.pages if page.path == path)


def crash(document: Document, collection: Collection) -> Iterator[Finding]:
    raise ZeroDivisionError("geheim")
    yield


@pytest.fixture
def broken_rule(monkeypatch: pytest.MonkeyPatch) -> str:
    rules = checks.rules()
    monkeypatch.setitem(rules, "ref-side", replace(rules["ref-side"], check=crash))
    return "ref-side"


@pytest.fixture
def broken_reader(monkeypatch: pytest.MonkeyPatch) -> str:
    def fall(*_: object, **__: object) -> None:
        raise MemoryError("geheim")

    monkeypatch.setattr(building, "check_folder", fall)
    return "MemoryError"


# A sound collection.


def test_a_sound_collection_gives_its_pages_and_no_report(project: Project) -> None:
    site = build(project)
    assert {"index.html", "schrijven.html", CARD, DILEMMA} <= paths(site)
    assert (site.report, site.banner) == ("", "")


def test_building_and_serving_give_the_same_pages(project: Project, server: Server) -> None:
    assert build(project).pages == server.build().pages


def test_two_builds_are_the_same(project: Project) -> None:
    first, second = build(project), build(project)
    assert first.pages == second.pages
    assert first.not_found == second.not_found


def test_a_page_is_ready_for_the_shell(project: Project) -> None:
    forge = {"kind": "github", "address": "https://example.org/x"}
    site = build(project, {"forge": forge, "contact": "a@example.org"})
    card = next(page for page in site.pages if page.path == CARD)
    assert card.title == "Eerst de taalles, daarna pas solliciteren"
    assert card.description.startswith("Een inwoner wilde snel werken")
    assert card.tab == "dilemmas/index.html"
    assert card.edit_address == "https://example.org/x/edit/main/learnings/cards/voorbeeld.yml"
    assert site.contact_address == "mailto:a@example.org"
    assert {tab for tab, _ in site.tabs} <= paths(site)


def test_the_site_is_in_the_language_of_its_settings(project: Project) -> None:
    site = build(project, {"language": "en"})
    assert site.texts.language == "en"
    assert "Work first or training first" in next(
        page.description for page in site.pages if page.path == DILEMMA
    )


def test_the_page_for_an_unknown_address_leads_nowhere(project: Project) -> None:
    for language in texts.LANGUAGES:
        site = build(project, {"language": language})
        assert texts.load(language)("pages.not-found.title") in site.not_found
        assert re.findall('href="([^"]*)"', site.not_found) == ["data:,"]
        assert "src" not in site.not_found


def test_examples_can_be_left_out(project: Project) -> None:
    project.card("kind: example")
    assert CARD in paths(build(project))
    assert CARD not in paths(build(project, {"examples": False}))


def test_the_folder_of_the_collection_is_a_setting(project: Project) -> None:
    project.learnings.rename(project.root / "kaarten")
    assert CARD in paths(build(project, {"learnings": "kaarten"}))


def test_a_collection_without_any_file_is_an_empty_site(project: Project) -> None:
    for file in project.learnings.rglob("*.yml"):
        file.unlink()
    site = build(project)
    assert {"index.html", "schrijven.html"} <= paths(site)
    assert ids_in(paths(site), "kaarten/") == ids_in(paths(site), "dilemmas/") == set()
    assert texts.load("nl")("pages.first.button") in content(site, "index.html")


def test_warnings_are_listed_and_stop_nothing(project: Project) -> None:
    project.write("cards/opmerkingen.txt", "geen kaart")
    site = build(project)
    assert CARD in paths(site)
    assert "warning[id-extension]" in site.report


def test_only_while_serving_a_warning_is_shown_on_the_site(
    project: Project, server: Server
) -> None:
    project.write("cards/opmerkingen.txt", "geen kaart")
    assert build(project).banner == ""
    served = server.build()
    assert "warning[id-extension]" in served.banner
    assert served.report == build(project).report


def test_the_site_comes_with_the_data_of_its_search_page(project: Project) -> None:
    project.card("kind: example", "nep")
    shown = build(project).search_data()
    assert shown.startswith("window.spreekkamerSearch = ")
    assert '"kaarten/nep.html"' in shown
    assert '"kaarten/nep.html"' not in build(project, {"examples": False}).search_data()


@pytest.mark.parametrize("learnings", ["./learnings", "learnings/", "./learnings/."])
def test_the_folder_of_the_collection_can_be_written_in_more_ways(
    learnings: str, project: Project
) -> None:
    project.write("cards/opmerkingen.txt", "geen kaart")
    site = build(project, {"learnings": learnings})
    assert site.pages == build(project).pages
    assert site.report == build(project).report
    project.card(FAULT, "een")
    assert (
        "\nlearnings/cards/een.yml:9:7" in "\n" + stopped(project, {"learnings": learnings}).report
    )


def test_settings_that_are_numbers_are_shown_as_they_were_typed(project: Project) -> None:
    forge = {"kind": "github", "address": "https://example.org/x", "branch": 2026}
    site = build(project, {"organisation": 2026, "forge": forge})
    assert site.settings.organisation == "2026"
    card = next(page for page in site.pages if page.path == CARD)
    assert card.edit_address == "https://example.org/x/edit/2026/learnings/cards/voorbeeld.yml"


# An error stops a build.


def test_an_error_stops_the_build_and_every_problem_is_in_the_report(project: Project) -> None:
    project.card(FAULT, "een")
    project.card("result: gelukt", "twee")
    project.write("cards/opmerkingen.txt", "geen kaart")
    error = stopped(project)
    for rule in ("error[ref-side]", "error[field-choice]", "warning[id-extension]"):
        assert rule in error.report
    assert "2 fouten en 1 waarschuwing" in error.report


def test_the_reason_of_a_stop_is_one_line_that_counts_the_errors(project: Project) -> None:
    project.card(FAULT)
    error = stopped(project)
    assert "1 fout" in error.reason
    assert "\n" not in error.reason
    assert str(error) == error.reason


@pytest.mark.parametrize("path", SHARED)
def test_an_error_in_what_all_pages_need_stops_the_build(path: str, project: Project) -> None:
    project.write(path, SHARED[path])
    assert f"learnings/{path}" in stopped(project).report


def test_a_missing_collection_stops_the_build(project: Project) -> None:
    project.learnings.rename(project.root / "kaarten")
    error = stopped(project)
    assert "De map learnings met de kaarten is er niet" in told(error)
    assert "\n" not in error.reason


def test_a_wrong_setting_stops_the_build_and_is_named(project: Project) -> None:
    error = stopped(project, {"language": "de"})
    assert "extra.spreekkamer.language is «de»" in told(error)
    assert "\n" not in error.reason


def test_a_wrong_setting_hides_no_problem_of_the_files(project: Project) -> None:
    project.card(FAULT)
    error = stopped(project, {"language": "de"})
    assert "extra.spreekkamer.language" in error.reason
    assert "\n" not in error.reason
    assert "error[ref-side]" in error.report
    assert error.reason not in error.report


def test_with_a_wrong_setting_a_missing_collection_is_in_the_report(project: Project) -> None:
    project.learnings.rename(project.root / "kaarten")
    error = stopped(project, {"language": "de"})
    assert "extra.spreekkamer.language" in error.reason
    assert "\n" not in error.reason
    assert "De map learnings met de kaarten is er niet" in error.report


def test_a_wrong_setting_alone_is_the_reason_and_leaves_nothing_to_report(
    project: Project,
) -> None:
    error = stopped(project, {"taal": "nl"})
    assert "extra.spreekkamer.taal" in error.reason
    assert error.report == ""


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Allowed: true or false"), ("nl", "Toegestaan: true of false")]
)
def test_a_wrong_setting_is_told_in_the_language_that_was_asked_for(
    language: str, words: str, project: Project, server: Server
) -> None:
    server.settings = {"language": language, "examples": "nee"}
    assert words in stopped(project, server.settings).reason
    assert words in server.build().report


def test_a_rule_that_crashes_stops_the_build_and_is_named(
    project: Project, broken_rule: str
) -> None:
    error = stopped(project)
    assert broken_rule in told(error)
    assert "learnings/cards/" in told(error)
    assert "geheim" not in told(error)


def test_a_crash_anywhere_else_stops_the_build_without_its_details(
    project: Project, broken_reader: str
) -> None:
    error = stopped(project)
    assert broken_reader in told(error)
    assert "geheim" not in told(error)


# Serving never stops.


def test_a_faulty_card_is_left_out_and_shown_in_banner_and_report(
    project: Project, server: Server
) -> None:
    project.card(FAULT, "kapot")
    site = server.build()
    assert "kaarten/kapot.html" not in paths(site)
    assert {CARD, DILEMMA, "index.html"} <= paths(site)
    for where in (site.banner, site.report):
        assert "learnings/cards/kapot.yml" in where
        assert "error[ref-side]" in where


@pytest.mark.parametrize(
    ("path", "card"),
    [
        ("cards/kapot.yml", "a: [\n"),
        ("cards/kapot.yml", ""),
        ("cards/kapot.yml", b"\xff\xfe"),
        ("cards/kapot.yml", "title: x\n"),
        ("cards/kapot.yml", "x" * 70_000),
        ("cards/Kapot Bestand.yml", "title: x\n"),
    ],
    ids=["syntax", "empty", "encoding", "fields", "size", "name"],
)
def test_a_fault_in_a_card_costs_that_card_only(
    path: str, card: str | bytes, project: Project, server: Server
) -> None:
    sound = paths(server.build())
    project.write(path, card)
    site = server.build()
    assert paths(site) == sound
    assert path in site.report


def test_nothing_leads_to_a_card_that_was_left_out(project: Project, server: Server) -> None:
    project.card(FAULT, "kapot")
    project.card("see_also: [{card: kapot, how: follows}]")
    site = server.build()
    assert CARD in paths(site)
    assert all("kapot.html" not in page.content for page in site.pages)


def test_a_card_comes_back_when_it_is_put_right(project: Project, server: Server) -> None:
    sound = server.build()
    project.card(FAULT)
    assert CARD not in paths(server.build())
    project.card("side: training-first")
    again = server.build()
    assert paths(again) == paths(sound)
    assert (again.report, again.banner) == ("", "")


@pytest.mark.parametrize("path", SHARED)
def test_of_what_all_pages_need_the_last_good_version_is_kept(
    path: str, project: Project, server: Server
) -> None:
    project.card("tags: {situation: [debts]}\nsources: [voorbeeld]")
    sound = server.build()
    project.write(path, SHARED[path])
    site = server.build()
    assert site.pages == sound.pages
    assert f"learnings/{path}" in site.banner
    assert f"learnings/{path}" in site.report


@pytest.mark.parametrize("path", SHARED)
def test_what_all_pages_need_is_taken_again_when_it_is_put_right(
    path: str, project: Project, server: Server
) -> None:
    good = (project.learnings / path).read_text(encoding="utf-8")
    server.build()
    project.write(path, SHARED[path])
    server.build()
    project.write(path, good.replace("nl: ", "nl: Nieuw ").replace('Nieuw "', '"Nieuw '))
    site = server.build()
    assert (site.report, site.banner) == ("", "")
    assert ("Nieuw" in content(site, DILEMMA)) is (path == "dilemmas/work-training.yml")


def test_a_later_good_version_replaces_an_earlier_one(project: Project, server: Server) -> None:
    file = "dilemmas/work-training.yml"
    good = (project.learnings / file).read_text(encoding="utf-8")
    server.build()
    project.write(file, good.replace("Eerst werk", "Werk vooraan"))
    server.build()
    project.write(file, SHARED[file])
    assert "Werk vooraan" in content(server.build(), DILEMMA)


def test_cards_can_change_while_the_last_good_version_of_a_dilemma_is_shown(
    project: Project, server: Server
) -> None:
    server.build()
    project.write("dilemmas/work-training.yml", "label: {nl: Kapot")
    project.card("title: Een kaart met een nieuwe titel")
    project.card("side: nieuwe-kant", "twee")
    site = server.build()
    assert "Een kaart met een nieuwe titel" in content(site, CARD)
    assert "kaarten/twee.html" not in paths(site)
    assert "learnings/cards/twee.yml" in site.report, "a card that is left out is reported"
    assert "learnings/cards/twee.yml" in site.banner


NEW = {
    "dilemmas/nieuw.yml": "label: {nl: Kapot",
    "tags/nieuw.yml": "label: {nl: Nieuw}\n",
    "law_changes.yml": "wet: {date: morgen}\n",
    "words.yml": "- een lijst\n",
}


@pytest.mark.parametrize("path", NEW)
def test_a_new_file_that_was_never_good_is_left_out_and_reported(
    path: str, project: Project, server: Server
) -> None:
    sound = server.build()
    project.write(path, NEW[path])
    for site in (server.build(), server.build()):
        assert site.pages == sound.pages
        for where in (site.banner, site.report):
            assert f"learnings/{path}" in where
    (project.learnings / path).unlink()
    assert (server.build().report, server.build().banner) == ("", "")


def test_a_new_dilemma_appears_when_it_is_put_right(project: Project, server: Server) -> None:
    good = (project.learnings / "dilemmas/help-enforce.yml").read_text(encoding="utf-8")
    server.build()
    project.write("dilemmas/nieuw.yml", NEW["dilemmas/nieuw.yml"])
    assert "dilemmas/nieuw.html" not in paths(server.build())
    project.write("dilemmas/nieuw.yml", good)
    assert "dilemmas/nieuw.html" in paths(server.build())


def test_a_dilemma_that_is_removed_is_gone(project: Project, server: Server) -> None:
    server.build()
    (project.learnings / "dilemmas/help-enforce.yml").unlink()
    assert "dilemmas/help-enforce.html" not in paths(server.build())


@pytest.mark.parametrize("path", SHARED)
def test_without_a_good_version_there_is_one_page_with_the_report(
    path: str, project: Project, server: Server
) -> None:
    project.write(path, SHARED[path])
    site = server.build()
    assert paths(site) == {"index.html"}
    assert site.tabs == ()
    assert site.footer == ()
    assert site.banner == "", "the page itself says what is wrong"
    assert f"learnings/{path}" in content(site, "index.html")
    assert f"learnings/{path}" in site.report


def test_the_site_comes_up_when_what_all_pages_need_is_put_right(
    project: Project, server: Server
) -> None:
    file = "dilemmas/work-training.yml"
    good = (project.learnings / file).read_text(encoding="utf-8")
    project.write(file, SHARED[file])
    server.build()
    project.write(file, good)
    site = server.build()
    assert CARD in paths(site)
    assert site.report == ""


def test_a_collection_that_goes_missing_is_one_page_until_it_is_back(
    project: Project, server: Server
) -> None:
    sound = server.build()
    away = project.learnings.rename(project.root / "elders")
    site = server.build()
    assert paths(site) == {"index.html"}
    assert "learnings" in site.report
    assert site.report.strip() in content(site, "index.html")
    away.rename(project.learnings)
    assert server.build().pages == sound.pages


def test_a_wrong_setting_keeps_the_last_good_ones_and_is_shown(server: Server) -> None:
    server.settings = {"language": "en"}
    server.build()
    server.settings = {"language": "de"}
    site = server.build()
    assert site.settings.language == "en"
    assert CARD in paths(site)
    for where in (site.banner, site.report):
        assert "extra.spreekkamer.language" in where
    server.settings = {"language": "nl"}
    assert (server.build().report, server.build().banner) == ("", "")


def test_a_wrong_setting_at_the_first_build_means_the_defaults(server: Server) -> None:
    server.settings = {"language": "de"}
    site = server.build()
    assert site.settings.language == "nl"
    assert CARD in paths(site)


def test_a_rule_that_crashes_is_one_page_that_names_it(server: Server, broken_rule: str) -> None:
    site = server.build()
    assert paths(site) == {"index.html"}
    assert broken_rule in site.report
    assert broken_rule in content(site, "index.html")


def test_a_crash_anywhere_else_is_one_page_too(server: Server, broken_reader: str) -> None:
    site = server.build()
    assert paths(site) == {"index.html"}
    assert broken_reader in site.report
    assert broken_reader in content(site, "index.html")


def test_a_change_of_cards_or_of_our_own_templates_is_seen(project: Project) -> None:
    builder = Builder()
    assert builder.watched(project.root)[0] == project.learnings
    builder.build(project.root, {"learnings": "learnings/"}, serving=True)
    folders = builder.watched(project.root)
    assert {"templates", "texts", "theme"} <= {folder.name for folder in folders}
    assert all(folder.is_dir() for folder in folders)


def test_what_could_be_better_on_a_card_is_in_the_report_and_on_no_page(
    project: Project, server: Server
) -> None:
    project.card("because: Hij is lui.")
    served = server.build()
    assert "warning[text-judging]" in served.report
    assert served.banner == ""
