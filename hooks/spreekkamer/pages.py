"""Which pages exist, and what each of them shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from spreekkamer import figures, relations
from spreekkamer.card import Card
from spreekkamer.diagnostics import Diagnostic
from spreekkamer.dilemma import Dilemma, Translated
from spreekkamer.library import Library
from spreekkamer.prose import opening
from spreekkamer.schema import BETWEEN
from spreekkamer.settings import Settings
from spreekkamer.texts import DEFAULT_LANGUAGE, Texts

START: Final = "index.html"
DILEMMAS: Final = "dilemmas/index.html"
CARDS: Final = "kaarten/index.html"
WRITE: Final = "schrijven.html"
_NEWEST: Final = 3
_DESCRIPTION: Final = 160
_NOTHING: Final[Mapping[str, object]] = {}


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its address, what stands in its head, and what its template shows.

    `tab` is the address of the tab that is lit, or empty. `source` is the file behind the page,
    relative to the project, or empty.
    """

    path: str
    title: str
    description: str
    template: str
    tab: str = ""
    source: str = ""
    context: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tab:
    """One entry of the navigation."""

    path: str
    title: str


@dataclass(frozen=True, slots=True)
class SideCards:
    """The cards of one side of a dilemma; `side` is a side's id or `between`."""

    side: str
    label: str
    definition: Translated | None
    cards: tuple[Card, ...]


def card_path(ident: str) -> str:
    """Return the address of a card's page."""
    return f"kaarten/{ident}.html"


def dilemma_path(ident: str) -> str:
    """Return the address of a dilemma's page."""
    return f"dilemmas/{ident}.html"


def in_language(text: Translated, language: str) -> str:
    """Return `text` in `language`, or in Dutch when there is no such text."""
    return text.get(language) or text[DEFAULT_LANGUAGE]


class Site:
    """The pages of one site; `library` holds what may be shown under these settings."""

    def __init__(self, library: Library, settings: Settings, texts: Texts) -> None:
        self.library = library if settings.examples else library.without_examples()
        self.settings = settings
        self.texts = texts

    def _say(self, text: Translated) -> str:
        return in_language(text, self.settings.language)

    def tabs(self) -> tuple[Tab, ...]:
        """Return the tabs whose pages exist, in their order."""
        return (
            Tab(DILEMMAS, self.texts("pages.tab.dilemmas")),
            Tab(CARDS, self.texts("pages.tab.cards")),
            Tab(WRITE, self.texts("pages.tab.write")),
        )

    def pages(self) -> Iterator[Page]:
        """Yield every page."""
        yield self._start()
        yield self._dilemmas()
        yield from map(self._dilemma, self.library.dilemmas.values())
        yield self._cards()
        yield from map(self._card, self.library.cards.values())
        yield from self._moved()
        yield self._write()

    def report(self, diagnostics: tuple[Diagnostic, ...], notices: tuple[str, ...]) -> Page:
        """Return the only page of a site that cannot be shown: what is wrong with its files."""
        context = {"diagnostics": diagnostics, "notices": notices}
        return self._page(START, "report", context=context)

    def _page(
        self, path: str, name: str, tab: str = "", context: Mapping[str, object] = _NOTHING
    ) -> Page:
        title = self.texts(f"pages.{name}.title")
        description = self.texts(f"pages.{name}.description")
        return Page(path, title, description, f"{name}.html", tab, context=context)

    def _start(self) -> Page:
        cards = self.library.cards.values()
        questions = [card for card in cards if card.kind == "question" and card.active]
        context = {
            "tiles": [(each, self.rows(each)) for each in self.library.dilemmas.values()],
            "newest": figures.newest(self.library, _NEWEST),
            "question": questions[0] if questions else None,
        }
        return self._page(START, "start", context=context)

    def _dilemmas(self) -> Page:
        tiles = [(each, self.rows(each)) for each in self.library.dilemmas.values()]
        return self._page(DILEMMAS, "dilemmas", DILEMMAS, context={"tiles": tiles})

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
            path=dilemma_path(dilemma.id),
            title=self._say(dilemma.question),
            description=self._say(dilemma.label),
            template="dilemma.html",
            tab=DILEMMAS,
            source=dilemma.path,
            context=context,
        )

    def _side(self, dilemma: Dilemma, ident: str, cards: list[Card]) -> SideCards:
        side = dilemma.side(ident)
        label = self._say(side.label) if side else self.texts("choices.card.side.between")
        chosen = [card for card in cards if card.side == ident]
        chosen.sort(key=lambda card: (card.kind == "example", card.kind == "sourced", card.id))
        return SideCards(ident, label, side.definition if side else None, tuple(chosen))

    def _cards(self) -> Page:
        active = [card for card in self.library.cards.values() if card.active]
        kinds = ("practice", "sourced", "question", "example")
        groups = [(kind, [card for card in active if card.kind == kind]) for kind in kinds]
        context = {"groups": [(kind, cards) for kind, cards in groups if cards]}
        return self._page(CARDS, "cards", CARDS, context=context)

    def _card(self, card: Card) -> Page:
        context = {
            "card": card,
            "dilemma": self.library.dilemmas[card.dilemma],
            "related": relations.related(self.library, card),
        }
        return Page(
            path=card_path(card.id),
            title=card.title,
            description=opening(card.situation, _DESCRIPTION),
            template="card.html",
            tab=DILEMMAS,
            source=card.path,
            context=context,
        )

    def _moved(self) -> Iterator[Page]:
        for former, ident in self.library.former_ids.items():
            card = self.library.cards[ident]
            yield self._page(card_path(former), "moved", DILEMMAS, context={"card": card})

    def _write(self) -> Page:
        return self._page(WRITE, "write", WRITE)
