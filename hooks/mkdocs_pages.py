"""Generated pages inside MkDocs: a Page that needs no Markdown, and the shell around it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html import escape
from secrets import token_hex
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from spreekkamer.building import BuiltPage

SPLICED: Final = "spliced.html"
FULL: Final = "main.html"
# A word that nobody can have written in a card, a setting or a report.
_SIGN: Final = f"spreekkamer{token_hex(8)}"
_MARK: Final = re.compile(f"{_SIGN}([a-z]+)!")
_HEADING: Final = "start"


def _mark(name: str) -> str:
    return f"{_SIGN}{name}!"


STUB: Final = BuiltPage("", _mark("title"), _mark("description"), "", _mark("content"), None)


def _file(path: str, config: MkDocsConfig) -> File:
    source = path.removesuffix(".html") + ".md"
    return File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)


class GeneratedPage(Page):
    """A page whose content is ready; its template only prints what was spliced together."""

    def __init__(
        self, generated: BuiltPage, config: MkDocsConfig, template: str = SPLICED, at: str = ""
    ) -> None:
        super().__init__(generated.title, _file(at or generated.path, config), config)
        self.generated = generated
        self.template = template
        self.spliced = ""
        self.edit_url = generated.edit_address

    def read_source(self, config: MkDocsConfig) -> None:
        """Give MkDocs what it reads from a Markdown file: no text, and what stands in the head."""
        self.markdown = ""
        # The theme prints the description as it is.
        description = escape(self.generated.description)
        self.meta = {"template": self.template, "description": description}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Hand over the content, which is ready."""
        self.content = self.generated.content
        # Without a table of contents the theme leaves out its skip link.
        self.toc = TableOfContents([AnchorLink(self.generated.title, _HEADING, 1)])


class Shells:
    """The theme's page with marks in place of what differs; one per depth, tab and language."""

    def __init__(self, draw: Callable[[GeneratedPage], str], config: MkDocsConfig) -> None:
        self._draw = draw
        self._config = config
        self._parts: dict[tuple[int, str, str], list[str]] = {}

    def splice(self, page: GeneratedPage) -> str:
        """Return the whole page, as the theme would have rendered it."""
        key = (page.generated.path.count("/"), page.generated.tab, page.generated.language)
        if key not in self._parts:
            self._parts[key] = _MARK.split(self._shell(page))
        values = {
            "title": escape(page.generated.title),
            "description": escape(page.generated.description),
            "canonical": page.canonical_url or "",
            "content": page.content or "",
        }
        # The parts are text and names of marks in turn.
        parts = enumerate(self._parts[key])
        return "".join(values[part] if number % 2 else part for number, part in parts)

    def _shell(self, page: GeneratedPage) -> str:
        generated = replace(STUB, language=page.generated.language)
        stub = GeneratedPage(generated, self._config, FULL, at=page.generated.path)
        stub.read_source(self._config)
        stub.render(self._config, Files([]))
        stub.parent = page.parent
        stub.canonical_url = _mark("canonical") if page.canonical_url else None
        stub.active = True
        shell = self._draw(stub)
        # The stub put out the tab that it shares with the page.
        stub.active = False
        page.active = True
        return shell
