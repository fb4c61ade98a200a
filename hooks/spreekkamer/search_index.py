"""The data of the search page: what can be found, and the words by which it is found.

The words are stems; `compounds` tells the parts of those that are compounds, so that each is
split once. The script of the page adds the words of tags and dilemmas to the cards that carry them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from spreekkamer import texts
from spreekkamer.card import Card
from spreekkamer.compounds import Splitter
from spreekkamer.dilemma import Dilemma
from spreekkamer.library import Library
from spreekkamer.overviews import teaser
from spreekkamer.page_data import page_data
from spreekkamer.schema import URGENT
from spreekkamer.search_entries import SHOWN, Entries, dilemma_names, hidden_names, running_texts
from spreekkamer.search_words import each_once, joined, stem, words
from spreekkamer.vocabulary import Tag

VERSION: Final = 1
_OFTEN: Final = 3
"""From how many times on a word of the collection may be a part of a compound."""


@dataclass(frozen=True, slots=True)
class Written:
    """A page that people wrote: its address, and its Markdown."""

    address: str
    markdown: str


class Index:
    """Everything that can be found in one library."""

    def __init__(
        self,
        library: Library,
        texts: texts.Texts,
        today: date | None = None,
    ) -> None:
        self._library = library
        self._texts = texts
        self._entries = Entries(library, texts, today)
        self._stop = frozenset(_stop_words())
        self._running = {each.id: "\n".join(running_texts(each)) for each in library.cards.values()}
        counts = Counter(slot[0] for text in self._every_text() for slot in words(text))
        self._known = counts.keys()
        self._splitter = Splitter(word for word, count in counts.items() if count >= _OFTEN)
        self._compounds: dict[str, str] = {}

    def script(self, written: Iterable[Written] = ()) -> str:
        """Return the data as a script."""
        return page_data("spreekkamerSearch", self.data(written))

    def data(self, written: Iterable[Written] = ()) -> dict[str, Any]:
        """Return the data, with the pages `written` by people; cards are in it, active or not."""
        library = self._library
        found = {
            "version": VERSION,
            "language": self._texts.language,
            "words": self._words(),
            "facets": list(self._entries.facets()),
            "tags": [self._tag(each) for each in library.tags.values()],
            "dilemmas": [self._dilemma(each) for each in library.dilemmas.values()],
            "cards": [self._card(each) for each in library.cards.values()],
            "pages": [self._page(each) for each in written],
        }
        for each in self._shown_names():
            self._split(each)
        return {**found, "compounds": self._compounds}

    def _words(self) -> dict[str, Any]:
        groups = self._library.words
        urgent = groups[URGENT].search_as_equal if URGENT in groups else ()
        return {
            "urgent": [_plain(each) for each in urgent],
            "equal": [
                [_plain(word) for word in group.search_as_equal]
                for name, group in groups.items()
                if name != URGENT
            ],
            "stop": sorted(self._stop),
        }

    def _shown_names(self) -> Iterator[str]:
        """Yield the names of tags and dilemmas that may be shown, and the questions."""
        for tag in self._library.tags.values():
            yield from (tag.label[texts.DEFAULT_LANGUAGE], *tag.synonyms)
        for dilemma in self._library.dilemmas.values():
            shown, hidden = dilemma_names(dilemma)
            yield from (*shown, *(each for each in hidden if each not in dilemma.find_only))

    def _names(self) -> Iterator[str]:
        """Yield every name of tags and dilemmas."""
        yield from self._shown_names()
        for tag in self._library.tags.values():
            yield from hidden_names(tag)
        for dilemma in self._library.dilemmas.values():
            yield from dilemma.find_only

    def _every_text(self) -> Iterator[str]:
        yield from self._names()
        yield from (each.title for each in self._library.cards.values())
        yield from self._running.values()

    def _tag(self, tag: Tag) -> dict[str, Any]:
        entry = self._entries.tag(tag)
        label = tag.label[texts.DEFAULT_LANGUAGE]
        # On a site in another language the Dutch label is not shown, and found all the same.
        own = [] if label == entry["label"] else [label]
        return {**entry, **self._short([*own, *hidden_names(tag)])}

    def _dilemma(self, dilemma: Dilemma) -> dict[str, Any]:
        return {**self._entries.dilemma(dilemma), **self._short(dilemma_names(dilemma)[1])}

    def _short(self, hidden: Iterable[str]) -> dict[str, list[str]]:
        """Return names that nobody sees, each once: as `stems` where that is enough, or as `w`.

        They are most of the data, and the page has to make no stems of stems. A name in which one
        word tells is found as it stands only: that keeps all its words. So do numbers, which have
        more forms.
        """
        found: dict[str, dict[str, None]] = {"w": {}, "stems": {}}
        for name in hidden:
            kind, short = self._shortened(name)
            found[kind][short] = None
        return {kind: list(names) for kind, names in found.items() if names}

    def _shortened(self, name: str) -> tuple[str, str]:
        slots = words(name)
        telling = [slot[0] for slot in slots if slot[0] not in self._stop]
        if any(len(slot) > 1 or not slot[0].isalpha() for slot in slots):
            return "w", name
        stems = [*map(stem, telling)]
        if not stems or len({*stems}) < 2 <= len(slots):
            return "w", _plain(name)
        return "stems", " ".join(stems)

    def _card(self, card: Card) -> dict[str, Any]:
        title = self._stems(card.title)
        running = dict.fromkeys(self._stems(self._running[card.id]))
        own = each_once(each for each in running if each not in title)
        return {**self._entries.card(card), "w": [each_once(title), own]}

    def _page(self, page: Written) -> dict[str, str]:
        title, text = _title_and_text(page)
        found = self._stems(f"{title}\n{text}")
        return {
            "url": page.address,
            "title": title,
            "text": teaser(text, SHOWN),
            "w": each_once(found),
        }

    def _stems(self, text: str) -> list[str]:
        """Return the telling words of `text`, with neighbours that elsewhere are one word."""
        self._split(text)
        telling = (
            form for slot in words(text) if slot[0] not in self._stop for form in slot if form
        )
        together = (each for each in joined(text) if each in self._known)
        return [stem(each) for each in (*telling, *together)]

    def _split(self, text: str) -> None:
        """Remember the parts of the compounds in `text`."""
        for slot in words(text):
            whole = stem(slot[0])
            if whole in self._compounds:
                continue
            parts = (each for each in self._splitter.parts(slot[0]) if each not in self._stop)
            if found := each_once(map(stem, parts)):
                self._compounds[whole] = found


def _stop_words() -> list[str]:
    found = texts.in_all_languages("finding.words.stop")
    return [slot[0] for each in found for slot in words(each)]


def _plain(text: str) -> str:
    return " ".join(slot[0] for slot in words(text))


def _title_and_text(page: Written) -> tuple[str, str]:
    """Return title and words of a page; signs of Markdown are no words."""
    body = re.sub(r"\A---\n.*?\n---\n", "", page.markdown, flags=re.DOTALL)
    title = re.search(r"^# +(.+)$", body, re.MULTILINE)
    plain = re.sub(r"\]\([^)]*\)|<[^>]*>|[#*_`|>\[\]]+", " ", body)
    name = title[1].strip() if title else page.address
    return name, " ".join(plain.replace(name, "", 1).split())
