"""From a project folder to the pages of its site; what is at fault is reported, never dropped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import resources
from pathlib import Path, PurePosixPath
from typing import Final

from spreekkamer import checks, source
from spreekkamer.checking import Report, RuleFailure, check_folder
from spreekkamer.diagnostics import Diagnostic, Severity
from spreekkamer.library import Library
from spreekkamer.pages import Page, Site, Tab
from spreekkamer.rendering import Renderer, contact_address
from spreekkamer.reporting import text
from spreekkamer.reporting.material import material
from spreekkamer.schema import kind_of
from spreekkamer.search_index import Index, Written
from spreekkamer.settings import Settings, SettingsError, from_mapping, language_of, wrong_setting
from spreekkamer.sheets import Sheets
from spreekkamer.texts import Texts
from spreekkamer.texts import load as load_texts

_SITE_FILES: Final = ("templates", "texts", "theme")


class Stopped(Exception):
    """The site is not built; `reason` is one line, `report` has the problems beside it, if any."""

    def __init__(self, report: str, reason: str) -> None:
        super().__init__(reason)
        self.report = report
        self.reason = reason


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """One page, rendered: `content` is HTML, the rest plain text.

    `language` is that of the title, if it is not the site's.
    """

    path: str
    title: str
    description: str
    tab: str
    content: str
    edit_address: str | None
    language: str = ""


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """All pages of a site and what the shell around them shows.

    `report` is what to print, empty when nothing is wrong; `banner` is HTML for every page,
    `not_found` the whole page for an address that does not exist. `sheets_data` is a script.
    """

    texts: Texts
    settings: Settings
    pages: tuple[BuiltPage, ...]
    tabs: tuple[tuple[str, str], ...]
    footer: tuple[tuple[str, str], ...]
    banner: str
    not_found: str
    index: Index
    sheets_data: str
    report: str

    def search_data(self, written: Iterable[Written] = ()) -> str:
        """Return the script of the search page, with the pages `written` by people."""
        return self.index.script(written)

    @property
    def contact_address(self) -> str | None:
        """Where remarks go to, as the target of a link."""
        return contact_address(self.settings.contact)


@dataclass(frozen=True, slots=True)
class _Reading:
    """What was read: the library, if there is enough for a site, and what is wrong.

    `notices` are sentences on what is wrong beside the files; `report` is about the files only.
    """

    library: Library | None
    diagnostics: tuple[Diagnostic, ...]
    notices: tuple[str, ...]
    report: str


class Builder:
    """Builds a site again and again, and remembers the last good version of what all pages need."""

    def __init__(self) -> None:
        self._settings = Settings()
        self._last_good: dict[str, bytes] = {}
        self._was_good = False

    def watched(self, root: Path) -> tuple[Path, ...]:
        """Return the folders whose changes change the site; the first may be missing."""
        package = Path(str(resources.files("spreekkamer")))
        return (root / self._settings.learnings, *(package / name for name in _SITE_FILES))

    def build(self, root: Path, given: object, serving: bool) -> BuiltSite:
        """Return the site of the project in `root` with the settings `given`.

        When `serving`, every fault is shown on the site and in its report. Otherwise Stopped for
        an error in the files, in the settings, or in ourselves.
        """
        try:
            return self._build(root, given, serving)
        except Stopped:
            raise
        except Exception as error:  # a server that fails once would hang for ever
            texts = load_texts(self._settings.language)
            notice = texts("cli.unexpected", kind=type(error).__name__)
            if not serving:
                raise Stopped("", notice) from error
            return _site(_Reading(None, (), (notice,), ""), self._settings, texts, serving)

    def _build(self, root: Path, given: object, serving: bool) -> BuiltSite:
        notices: list[str] = []
        try:
            self._settings = from_mapping(given)
        except SettingsError as error:
            notices.append(wrong_setting(error, load_texts(language_of(given))))
        texts = load_texts(self._settings.language)
        reading = self._read(root, texts, notices)
        failed = reading.notices or _errors(reading.diagnostics)
        if failed and not serving:
            first, *others = (*reading.notices, reading.report)
            if not reading.notices:
                others, first = [reading.report], _reason(reading, texts)
            raise Stopped("\n\n".join(filter(None, others)), first)
        return _site(reading, self._settings, texts, serving)

    def _read(self, root: Path, texts: Texts, notices: list[str]) -> _Reading:
        folder, shown = root / self._settings.learnings, self._settings.learnings
        try:
            report = check_folder(folder, shown, texts)
            library, diagnostics = self._usable(report, folder, shown, texts)
        except source.CollectionMissing:
            message = texts("cli.no-collection", folder=shown)
            return _Reading(None, (), (*notices, message), "")
        except RuleFailure as error:
            message = texts("cli.rule-failed", rule=error.rule, path=error.path)
            return _Reading(None, (), (*notices, message), "")
        told = material(diagnostics, report.paths, texts)
        lines = text.render(told) + "\n" if diagnostics else ""
        return _Reading(library, diagnostics, tuple(notices), lines)

    def _usable(
        self, report: Report, folder: Path, shown: str, texts: Texts
    ) -> tuple[Library | None, tuple[Diagnostic, ...]]:
        """Return a library with the last good version of shared files that are at fault now."""
        shared = {path for path in report.faulty if _is_shared(path, shown)}
        for path in source.paths(folder, shown):
            if _is_shared(path, shown) and path not in shared:
                self._remember(folder, shown, path)
        if not shared:
            self._was_good = True
            return report.library, report.diagnostics
        if not self._was_good:
            return None, report.diagnostics
        # A new file that never was good is left out, like a card.
        instead = {path: self._last_good.get(path) for path in shared}
        again = check_folder(folder, shown, texts, instead=instead)
        known = {each.path for each in report.diagnostics}
        new = (each for each in again.diagnostics if each.path not in known)
        together = sorted((*report.diagnostics, *new), key=lambda each: each.order)
        return again.library, tuple(together)

    def _remember(self, folder: Path, shown: str, path: str) -> None:
        content = source.content_of(folder / path.removeprefix(f"{shown}/"))
        if content is not None:
            self._last_good[path] = content


def _is_shared(path: str, shown: str) -> bool:
    """Return whether the file at `path` is one that all pages need, so no card."""
    within = PurePosixPath(path).relative_to(shown)
    return kind_of(within) not in (None, "card")


def _errors(diagnostics: tuple[Diagnostic, ...]) -> int:
    return sum(each.severity is Severity.ERROR for each in diagnostics)


def _reason(reading: _Reading, texts: Texts) -> str:
    errors = texts.count("check.errors", _errors(reading.diagnostics))
    return texts("cli.stopped", errors=errors)


def _site(reading: _Reading, settings: Settings, texts: Texts, serving: bool) -> BuiltSite:
    site = Site(reading.library or Library.empty(), settings, texts)
    renderer = Renderer(site)
    if reading.library is None:
        pages = [site.report(reading.diagnostics, reading.notices)]
        tabs: tuple[Tab, ...] = ()
        footer: tuple[Tab, ...] = ()
    else:
        pages, tabs, footer = list(site.pages()), site.tabs(), site.footer()
    at_fault = tuple(filter(_at_fault, reading.diagnostics))
    wrong = bool(at_fault or reading.notices) and reading.library is not None
    return BuiltSite(
        texts=texts,
        settings=settings,
        pages=tuple(_built(page, renderer) for page in pages),
        tabs=tuple((tab.path, tab.title) for tab in tabs),
        footer=tuple((tab.path, tab.title) for tab in footer),
        banner=renderer.banner(at_fault, reading.notices) if wrong and serving else "",
        not_found=renderer.not_found(),
        index=Index(site.library, texts, site.today),
        sheets_data=Sheets(site.library, texts, renderer.edit_address, site.today).script(),
        report="".join(f"{notice}\n\n" for notice in reading.notices) + reading.report,
    )


def _at_fault(problem: Diagnostic) -> bool:
    """Return whether a file is at fault; that its card could be better is for the report only."""
    judged = checks.rules()[problem.rule].stage == checks.JUDGING
    return problem.severity is Severity.ERROR or not judged


def _built(page: Page, renderer: Renderer) -> BuiltPage:
    return BuiltPage(
        path=page.path,
        title=page.title,
        description=page.description,
        tab=page.tab,
        content=renderer.content(page),
        edit_address=renderer.edit_address(page.source),
        language=page.language,
    )
