"""MkDocs events to the core and back; nothing is decided here."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, Final, Literal

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

# MkDocs puts this folder on the path only while it loads this file.
from mkdocs_pages import Generated, GeneratedPage, Shells
from spreekkamer import building, texts

PACKAGE: Final = Path(building.__file__).parent
UNUSED: Final = ("assets/javascripts/", ".map")
STATIC_TEMPLATES: Final = {"404.html", "sitemap.xml"}


class State:
    """What one run of `mkdocs` remembers between its builds."""

    serving = False
    builder = building.Builder()
    site: building.BuiltSite
    pages: tuple[GeneratedPage, ...] = ()
    shells: Shells


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
    config.theme["language"] = State.site.settings.language
    config.theme.dirs.insert(0, str(PACKAGE / "theme"))
    config.theme.static_templates -= STATIC_TEMPLATES
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    for file in list(files):
        if file.src_uri.startswith(UNUSED[0]) or file.src_uri.endswith(UNUSED[1]):
            files.remove(file)
    State.pages = tuple(_page(each, config) for each in State.site.pages)
    for page in State.pages:
        files.append(page.file)
    files.append(File.generated(config, "404.html", content=State.site.texts("pages.not-found")))
    return files


def _page(page: building.BuiltPage, config: MkDocsConfig) -> GeneratedPage:
    made = GeneratedPage(
        Generated(page.path, page.title, page.description, page.tab, page.content), config
    )
    made.edit_url = page.edit_address
    return made


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    by_path: dict[str, Page] = {page.generated.path: page for page in State.pages}
    tabs: list[StructureItem] = []
    for path, title in State.site.tabs:
        by_path[path].title = title
        tabs.append(by_path[path])
    for page in State.pages:
        tab = by_path.get(page.generated.tab)
        if tab is not page:
            page.parent = tab  # type: ignore[assignment]  # MkDocs lights the parent of a page
    nav.items = tabs
    nav.pages = [page for page in by_path.values() if page in tabs]
    nav.homepage = by_path["index.html"]
    return nav


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    env.globals["spreekkamer"] = State.site
    nav = Navigation([], [])
    nav.items = [page for page in State.pages if page.generated.path in dict(State.site.tabs)]

    def draw(page: GeneratedPage) -> str:
        context: Any = get_context(nav, files, config, page)
        return env.get_template(page.template).render(context)

    State.shells = Shells(draw, config)
    return env


def on_page_context(context: Any, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
    if isinstance(page, GeneratedPage):
        page.spliced = State.shells.splice(page)
    return context


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    for folder in State.builder.watched(Path(config.config_file_path).parent):
        server.watch(str(folder))
    return server


def _print(report: str) -> None:
    if report:
        encoding = sys.stderr.encoding or "utf-8"
        sys.stderr.write(report.encode(encoding, "backslashreplace").decode(encoding) + "\n")
