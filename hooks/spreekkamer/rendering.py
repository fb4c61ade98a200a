"""Turns pages into HTML: the Jinja environment with the few words our templates need."""

from __future__ import annotations

import posixpath
import re
from functools import cache
from typing import Final
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from spreekkamer import addresses, days, figures, freshness, overviews, prose, schema
from spreekkamer.card import Card
from spreekkamer.diagnostics import Diagnostic
from spreekkamer.dilemma import Dilemma, Translated
from spreekkamer.pages import Page, Site
from spreekkamer.reporting.material import command
from spreekkamer.reporting.text import problem
from spreekkamer.texts import DEFAULT_LANGUAGE
from spreekkamer.vocabulary import LawChange

_OPENING: Final = 140
_LINE: Final = 90
_DATE: Final = re.compile(r"[0-9]{4}(-[0-9]{2}){1,2}")


def relative(target: str, start: str) -> str:
    """Return the link from the page at `start` to `target`, both relative to the site."""
    path, hash_sign, anchor = target.partition("#")
    return quote(posixpath.relpath(path, posixpath.dirname(start) or ".")) + hash_sign + anchor


@cache
def _environment() -> Environment:
    """Return the environment, made once; it notices itself when a template changes."""
    environment = Environment(
        loader=PackageLoader("spreekkamer"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "prose": _prose,
        "opening": lambda text: overviews.teaser(text, _OPENING),
        "line": lambda text: overviews.teaser(text, _LINE),
        "problem": problem,
        "explained_by": command,
    }
    return environment


class Renderer:
    """Renders the pages of one site."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._names: dict[str, object] = {
            "t": site.texts,
            "settings": site.settings,
            "library": site.library,
            "schema": schema,
            "addresses": addresses,
            "counted": figures.counted,
            "fill": self._fill,
            "day": self._day,
            "say": self._say,
            "dutch": self._dutch,
            "period": self._period,
            "month": self._month,
            "as_written": self._as_written,
            "side_label": self._side_label,
            "side_number": self._side_number,
            "tries_line": self._tries_line,
            "notices": self._notices,
            "edit_address": self.edit_address,
            "new_address": self._new_address(),
            "contact_address": contact_address(site.settings.contact),
        }

    def _render(self, template: str, **names: object) -> str:
        return _environment().get_template(template).render(self._names | names)

    def content(self, page: Page) -> str:
        """Return the HTML of `page` without the shell around it."""
        names = {"page": page, "link": lambda to: relative(to, page.path)}
        return self._render(page.template, **names, **page.context)

    def banner(self, diagnostics: tuple[Diagnostic, ...], notices: tuple[str, ...]) -> str:
        """Return the HTML that tells on every page which files have problems."""
        return self._render("banner.html", diagnostics=diagnostics, notices=notices)

    def not_found(self) -> str:
        """Return the whole page for an address that does not exist.

        It has no link and no stylesheet: it is shown under any address, so none would be right.
        """
        return self._render("not_found.html")

    def _dutch(self) -> Markup:
        """Return the attributes of content: its direction, and Dutch on a site that is not."""
        own = self._site.settings.language == DEFAULT_LANGUAGE
        return Markup(' dir="auto"' if own else ' dir="auto" lang="nl"')

    def _fill(self, key: str, **values: object) -> Markup:
        """Return a text with values that may be HTML themselves."""
        return Markup(escape(self._site.texts.raw(key))).format(**values)

    def _say(self, text: Translated) -> Markup:
        language = self._site.settings.language
        if text.get(language):
            return escape(text[language])
        return Markup('<span lang="{}">{}</span>').format(DEFAULT_LANGUAGE, text[DEFAULT_LANGUAGE])

    def _period(self, period: str) -> str:
        if period == schema.UNKNOWN_PERIOD:
            return self._site.texts("pages.period.unknown")
        year, _, quarter = period.partition("-")
        key = f"pages.period.{quarter or 'year'}"
        return self._site.texts(key, year=year)

    def _month(self, month: str) -> str:
        """Return `2026-11` as people write it: november 2026."""
        return days.month(month, self._site.settings.language)

    def _day(self, day: str) -> str:
        """Return a year, month or day as people write it: 2025, juli 2026, 1 januari 2026."""
        return days.day(day, self._site.settings.language)

    def _as_written(self, year: str) -> str:
        """Return a month or a day as people write it, and any other text as it is."""
        try:
            return self._day(year) if _DATE.fullmatch(year) else year
        except ValueError:
            return year

    def _side_label(self, dilemma: Dilemma, ident: str) -> Markup:
        side = dilemma.side(ident)
        return (
            self._say(side.label) if side else escape(self._site.texts("choices.card.side.between"))
        )

    def _side_number(self, dilemma: Dilemma, ident: str | None) -> int:
        """Return 1 or 2 for a side, 0 for anything between."""
        ids = [side.id for side in dilemma.sides]
        return ids.index(ident) + 1 if ident in ids else 0

    def _notices(self, card: Card) -> dict[str, tuple[LawChange, ...]]:
        """Return what needs another look on `card` by kind, with the laws that changed."""
        found = freshness.of_card(card, self._site.library.law_changes.values(), self._site.today)
        return {notice.kind: notice.laws for notice in found}

    def _tries_line(self, card: Card) -> str:
        numbers = [
            self._site.texts.count(f"pages.card.tries-{result}", number)
            for result in ("confirms", "partly", "contradicts")
            if (number := sum(each.result == result for each in card.tries))
        ]
        return ", ".join(numbers)

    def edit_address(self, path: str) -> str | None:
        """Return where the file at `path` can be changed on the forge, if one is set."""
        forge = self._site.settings.forge
        if forge is None or not path:
            return None
        base, branch, file = forge.address.rstrip("/"), quote(forge.branch), quote(path)
        return {
            "github": f"{base}/edit/{branch}/{file}",
            "gitlab": f"{base}/-/edit/{branch}/{file}",
            "gitea": f"{base}/_edit/{branch}/{file}",
            "forgejo": f"{base}/_edit/{branch}/{file}",
            "azure": f"{base}?path=/{file}&version=GB{branch}&_a=contents",
        }[forge.kind]

    def _new_address(self) -> str | None:
        """Return where a new card can be made on the forge, if one is set."""
        forge = self._site.settings.forge
        if forge is None:
            return None
        base, branch = forge.address.rstrip("/"), quote(forge.branch)
        folder = quote(f"{self._site.settings.learnings}/cards")
        return {
            "github": f"{base}/new/{branch}/{folder}",
            "gitlab": f"{base}/-/new/{branch}/{folder}",
            "gitea": f"{base}/_new/{branch}/{folder}",
            "forgejo": f"{base}/_new/{branch}/{folder}",
            "azure": f"{base}?path=/{folder}&version=GB{branch}&_a=contents",
        }[forge.kind]


def contact_address(contact: str | None) -> str | None:
    """Return `contact`, a mail or web address, as the target of a link."""
    if contact is None:
        return None
    return (
        f"mailto:{quote(contact, safe='@')}" if "@" in contact and "/" not in contact else contact
    )


def _prose(text: str) -> Markup:
    parts: list[Markup] = []
    for block in prose.blocks(text):
        if isinstance(block, prose.Paragraph):
            parts.append(Markup('<p dir="auto">{}</p>').format(block.text))
        else:
            items = Markup("").join(
                Markup('<li dir="auto">{}</li>').format(item) for item in block.items
            )
            parts.append(Markup("<ul>{}</ul>").format(items))
    return Markup("\n").join(parts)
