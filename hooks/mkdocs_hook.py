"""MkDocs events to the core and back; nothing is decided here."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, Final, Literal

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from collection_watch import Appearing, Rebuilding

# MkDocs puts this folder on the path only while it loads this file.
from mkdocs_pages import FULL, SPLICED, GeneratedPage, Shells
from spreekkamer import building, search_script, texts
from spreekkamer.addresses import SEARCH_DATA, SEARCH_SCRIPT, SHEETS_DATA, START
from spreekkamer.search_index import Written

PACKAGE: Final = Path(building.__file__).parent
STATIC_TEMPLATES: Final = frozenset(("404.html", "sitemap.xml"))
# Material's own menu works with hidden check boxes, which are not valid HTML; ours does not.
TOGGLES: Final = re.compile(
    r' *<(?:input class="md-toggle"|label class="md-overlay")[^>]*>(?:</label>)?\n'
)
UNUSED: Final = ("assets/javascripts/*", "*.map", "assets/images/*", *STATIC_TEMPLATES)


class State:
    """What one run of `mkdocs` remembers between its builds."""

    serving = False
    builder = building.Builder()
    site: building.BuiltSite
    pages: Mapping[str, GeneratedPage]
    nav: Navigation
    shells: Shells
    server: LiveReloadServer | None = None


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    State.serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    texts.reload()
    root = Path(config.config_file_path).parent
    try:
        State.site = State.builder.build(root, config.extra.get("spreekkamer"), State.serving)
    except building.Stopped as stopped:
        _print(stopped.report)
        raise PluginError(stopped.reason) from None
    _print(State.site.report)
    _watch(root)
    config.use_directory_urls = False
    config.theme["language"] = State.site.settings.language
    config.theme.dirs.insert(0, str(PACKAGE / "theme"))
    config.theme.static_templates -= STATIC_TEMPLATES
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    for file in list(files):
        if any(fnmatch(file.src_uri, pattern) for pattern in UNUSED):
            files.remove(file)
    # The start and the tabs differ in their shell too, and there are few of them.
    alone = {START, *dict(State.site.tabs)}
    State.pages = {
        page.path: GeneratedPage(page, config, FULL if page.path in alone else SPLICED)
        for page in State.site.pages
    }
    written = [each for each in files.documentation_pages() if each.url not in State.pages]
    for page in State.pages.values():
        files.append(page.file)
    files.append(File.generated(config, "404.html", content=State.site.not_found))
    data = State.site.search_data(Written(each.url, each.content_string) for each in written)
    files.append(File.generated(config, SEARCH_DATA, content=data))
    files.append(File.generated(config, SHEETS_DATA, content=State.site.sheets_data))
    # Who has other `docs` may have none of our scripts.
    parts = [file for path in search_script.PARTS if (file := files.get_file_from_path(path))]
    script = search_script.together((each.src_uri, each.content_string) for each in parts)
    files.append(File.generated(config, SEARCH_SCRIPT, content=script))
    for each in parts:
        files.remove(each)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    for path, title in State.site.tabs:
        State.pages[path].title = title
    for page in State.pages.values():
        tab = State.pages.get(page.generated.tab)
        if tab is not page:
            page.parent = tab  # type: ignore[assignment]  # MkDocs lights the parent of a page
    tabs = [State.pages[path] for path, _ in State.site.tabs]
    nav.items, nav.pages, nav.homepage = tabs, list(tabs), State.pages[START]
    State.nav = nav
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    env.globals["spreekkamer"] = State.site

    def draw(page: GeneratedPage) -> str:
        context: Any = get_context(State.nav, files, config, page)
        return env.get_template(page.template).render(context)

    State.shells = Shells(draw, config)
    return env


def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
    if isinstance(page, GeneratedPage) and page.template == SPLICED:
        page.spliced = State.shells.splice(page)
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    return TOGGLES.sub("", output, count=3)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    State.server = server
    _watch(Path(config.config_file_path).parent)
    server.builder = Rebuilding(builder)
    return server


def _watch(root: Path) -> None:
    if State.server is None:
        return
    collection, *ours = State.builder.watched(root)
    for folder in (collection, *ours):
        if folder.is_dir():
            State.server.watch(str(folder))
    State.server.observer.schedule(Appearing(collection, State.server), str(collection.parent))


def _print(report: str) -> None:
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(report.encode(encoding, "backslashreplace").decode(encoding))
