"""Which pages exist, and what each of them shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from spreekkamer import addresses, explaining, figures, overviews, relations
from spreekkamer.card import Card
from spreekkamer.diagnostics import Diagnostic
from spreekkamer.dilemma import Dilemma, Translated, in_language
from spreekkamer.library import Library
from spreekkamer.prose import opening
from spreekkamer.schema import BETWEEN
from spreekkamer.settings import Settings
from spreekkamer.texts import DEFAULT_LANGUAGE, Texts
from spreekkamer.vocabulary import Tag

_NEWEST: Final = 3
_TILES: Final = 6
_CHIPS: Final = 8
_DESCRIPTION: Final = 160
_NOTHING: Final[Mapping[str, object]] = {}


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its address, what stands in its head, and what its template shows.

    `language` is that of the title, if it is not the site's. `tab` is the address of the tab that
    is lit, or empty. `source` is the file behind the page, relative to the project, or empty.
    """

    path: str
    title: str
    description: str
    template: str
    tab: str = ""
    source: str = ""
    language: str = ""
    context: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tab:
    """One entry of the navigation."""

    path: str
    title: str


def _experience(rows: Iterable[figures.SideRow]) -> bool:
    return any(row.cards for row in rows)


class Site:
    """The pages of one site; `library` holds what may be shown under these settings."""

    def __init__(
        self, library: Library, settings: Settings, texts: Texts, today: date | None = None
    ) -> None:
        self.today = today or date.today()
        self.library = library if settings.examples else library.without_examples()
        self.settings = settings
        self.texts = texts

    def _say(self, text: Translated) -> str:
        return in_language(text, self.settings.language)

    def _foreign(self, text: Translated) -> str:
        """Return the language in which `text` is shown, if that is not the site's."""
        return "" if self.settings.language in text else DEFAULT_LANGUAGE

    def tabs(self) -> tuple[Tab, ...]:
        """Return the tabs whose pages exist, in their order."""
        named = (
            (addresses.SEARCH, "search"),
            (addresses.DILEMMAS, "dilemmas"),
            (addresses.WRITE, "write"),
            (addresses.ABOUT, "about"),
        )
        return tuple(Tab(path, self.texts(f"pages.tab.{name}")) for path, name in named)

    def footer(self) -> tuple[Tab, ...]:
        """Return what the foot of every page leads to."""
        paths = (addresses.CARDS, addresses.TAGS, addresses.SOURCES, addresses.ABOUT)
        named = zip(paths, ("cards", "tags", "sources", "about"), strict=True)
        return tuple(Tab(path, self.texts(f"pages.{name}.title")) for path, name in named)

    def pages(self) -> Iterator[Page]:
        """Yield every page."""
        yield self._start()
        yield self._search()
        yield self._dilemmas()
        yield from map(self._dilemma, self.library.dilemmas.values())
        yield from self._card_lists()
        yield from map(self._card, self.library.cards.values())
        yield from self._moved()
        yield self._tags()
        yield from map(self._tag, self.library.tags.values())
        yield self._sources()
        yield self._page(addresses.WRITE, "write", addresses.WRITE)
        yield self._page(addresses.ABOUT, "about", addresses.ABOUT)
        yield self._rules()

    def report(self, diagnostics: tuple[Diagnostic, ...], notices: tuple[str, ...]) -> Page:
        """Return the only page of a site that cannot be shown: what is wrong with its files."""
        context = {"diagnostics": diagnostics, "notices": notices}
        return self._page(addresses.START, "report", context=context)

    def _page(
        self, path: str, name: str, tab: str = "", context: Mapping[str, object] = _NOTHING
    ) -> Page:
        title = self.texts(f"pages.{name}.title")
        description = self.texts(f"pages.{name}.description")
        return Page(path, title, description, f"{name}.html", tab, context=context)

    def _start(self) -> Page:
        cards = self.library.cards.values()
        questions = [card for card in cards if card.kind == "question" and card.active]
        tiles = sorted(self._tiles(), key=lambda tile: -sum(len(row.cards) for row in tile[1]))
        context = {
            "tiles": tiles[:_TILES],
            "more_tiles": tiles[_TILES:],
            "commonest": overviews.commonest_tags(self.library, _CHIPS),
            "newest": figures.newest(self.library, _NEWEST),
            "question": questions[0] if questions else None,
        }
        return self._page(addresses.START, "start", context=context)

    def _dilemmas(self) -> Page:
        tiles = self._tiles()
        return self._page(
            addresses.DILEMMAS, "dilemmas", addresses.DILEMMAS, context={"tiles": tiles}
        )

    def _tiles(self) -> list[tuple[Dilemma, tuple[figures.SideRow, ...]]]:
        """Return the dilemmas with their rows, those with experience first, by their labels."""
        tiles = [(each, self.rows(each)) for each in self.library.dilemmas.values()]
        return sorted(tiles, key=lambda tile: (not _experience(tile[1]), self._say(tile[0].label)))

    def rows(self, dilemma: Dilemma) -> tuple[figures.SideRow, ...]:
        """Return the counted cards of `dilemma` by kind and side."""
        return figures.side_rows(self.library, dilemma)

    def _dilemma(self, dilemma: Dilemma) -> Page:
        cards = self.library.by_dilemma[dilemma.id]
        own = [card for card in cards if card.dilemma == dilemma.id]
        context = {
            "dilemma": dilemma,
            "rows": self.rows(dilemma),
            "sides": [self._side(dilemma, side.id, own) for side in dilemma.sides],
            "between": self._side(dilemma, BETWEEN, own),
            "questions": [card for card in own if card.kind == "question"],
            "also": [card for card in cards if card.dilemma != dilemma.id],
        }
        return Page(
            path=addresses.dilemma(dilemma.id),
            title=self._say(dilemma.question),
            description=self._say(dilemma.label),
            template="dilemma.html",
            tab=addresses.DILEMMAS,
            source=dilemma.path,
            language=self._foreign(dilemma.question),
            context=context,
        )

    def _side(self, dilemma: Dilemma, ident: str, cards: list[Card]) -> figures.SideCards:
        side = dilemma.side(ident)
        chosen = [card for card in figures.newest_first(cards) if card.side == ident]
        chosen.sort(key=overviews.kind_order)
        return figures.SideCards(ident, side.definition if side else None, tuple(chosen))

    def _card_lists(self) -> Iterator[Page]:
        """Yield the overview of all cards, a page for each order."""
        orders = (
            (addresses.CARDS, "kind", overviews.by_kind),
            (addresses.CARDS_BY_DILEMMA, "dilemma", overviews.by_dilemma),
            (addresses.CARDS_BY_RESULT, "result", overviews.by_result),
            (addresses.CARDS_BY_TITLE, "title", overviews.by_title),
        )
        links = [(path, name) for path, name, _ in orders]
        for path, name, groups in orders:
            context = {"order": name, "orders": links, "groups": groups(self.library)}
            page = self._page(path, "cards", addresses.DILEMMAS, context=context)
            title = self.texts(f"pages.cards.title-{name}")
            yield replace(page, title=title)

    def _tags(self) -> Page:
        tags = self.library.tags.values()
        context = {
            "numbers": overviews.card_numbers(self.library),
            "only": {tag.id: overviews.only(self.library, tag, self.texts) for tag in tags},
        }
        return self._page(addresses.TAGS, "tags", addresses.SEARCH, context=context)

    def _tag(self, tag: Tag) -> Page:
        title = in_language(tag.label, self.settings.language)
        return Page(
            path=addresses.tag(tag),
            title=title,
            description=self.texts("pages.tag.description", tag=title),
            template="tag.html",
            tab=addresses.SEARCH,
            language=self._foreign(tag.label),
            context={"shown": overviews.tag_cards(self.library, tag)},
        )

    def _sources(self) -> Page:
        context = {"sources": overviews.leaning(self.library)}
        return self._page(addresses.SOURCES, "sources", addresses.ABOUT, context=context)

    def _rules(self) -> Page:
        context = {"families": explaining.families(self.texts)}
        return self._page(addresses.RULES, "rules", addresses.ABOUT, context=context)

    def _search(self) -> Page:
        context = {"commonest": overviews.commonest_tags(self.library, _CHIPS)}
        return self._page(addresses.SEARCH, "search", addresses.SEARCH, context=context)

    def _card(self, card: Card) -> Page:
        context = {
            "card": card,
            "dilemma": self.library.dilemmas[card.dilemma],
            "related": relations.related(self.library, card),
        }
        return Page(
            path=addresses.card(card.id),
            title=card.title,
            description=opening(card.situation, _DESCRIPTION),
            template="card.html",
            tab=addresses.DILEMMAS,
            source=card.path,
            language=self._foreign({DEFAULT_LANGUAGE: card.title}),
            context=context,
        )

    def _moved(self) -> Iterator[Page]:
        for former, ident in self.library.former_ids.items():
            card = self.library.cards[ident]
            yield self._page(
                addresses.card(former), "moved", addresses.DILEMMAS, context={"card": card}
            )
