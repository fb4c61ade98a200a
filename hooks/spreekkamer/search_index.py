"""The data of the search page: what can be found, and the words by which it is found."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from spreekkamer import addresses, figures, overviews
from spreekkamer.card import Card
from spreekkamer.dilemma import Dilemma, Side, Translated, in_language
from spreekkamer.library import Library
from spreekkamer.schema import UNKNOWN_PERIOD
from spreekkamer.texts import DEFAULT_LANGUAGE, Texts
from spreekkamer.vocabulary import Tag

_SHOWN = 140
_TEXTS = (
    "situation",
    "choice",
    "what_worked",
    "what_did_not_work",
    "because",
    "beneath",
    "next_time",
    "not_when",
    "unsure",
    "question",
    "place",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found; `words` are groups of words, the heaviest first.

    `card_kind` with its name `badge` tell of a card how much it is to be trusted. `language` is
    that of title and text, when it is not the site's.
    """

    kind: str
    id: str
    address: str
    title: str
    line: str
    text: str
    words: tuple[str, ...]
    card_kind: str = ""
    badge: str = ""
    language: str = ""

    def data(self) -> dict[str, object]:
        """Return the entry as the script reads it."""
        return {
            "kind": self.kind,
            "id": self.id,
            "url": self.address,
            "title": self.title,
            "line": self.line,
            "cardKind": self.card_kind,
            "badge": self.badge,
            "lang": self.language,
            "text": self.text,
            "words": [folded(group) for group in self.words],
        }


def folded(text: str) -> str:
    """Return the words of `text` without capitals, accents and punctuation, each once.

    The script folds a query in the same way.
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = (each if each.isalnum() else " " for each in plain if not unicodedata.combining(each))
    return " ".join(dict.fromkeys("".join(kept).split()))


class Index:
    """Everything that can be found in one library."""

    def __init__(self, library: Library, texts: Texts) -> None:
        self._library = library
        self._texts = texts
        self._language = texts.language

    def script(self) -> str:
        """Return the data as a script, so that it works from a folder too."""
        data = json.dumps([each.data() for each in self.entries()], ensure_ascii=False)
        # U+2028 and U+2029 end a line in older scripts, but not in JSON.
        data = data.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
        return f"window.spreekkamerSearch = {data};\n"

    def entries(self) -> Iterable[Entry]:
        """Yield dilemmas, tags and active cards."""
        yield from map(self._dilemma, self._library.dilemmas.values())
        yield from map(self._tag, self._library.tags.values())
        yield from map(self._card, overviews.active(self._library))

    def _all(self, *translated: object) -> str:
        parts = (each.values() for each in translated if isinstance(each, dict))
        return " ".join(word for words in parts for word in words)

    def _other_language(self, text: Translated) -> str:
        """Return Dutch when `text` is not there in the language of another site."""
        own = self._language == DEFAULT_LANGUAGE or text.get(self._language)
        return "" if own else DEFAULT_LANGUAGE

    def _dilemma(self, dilemma: Dilemma) -> Entry:
        sides = " ".join(self._all(side.label) for side in dilemma.sides)
        return Entry(
            kind="dilemma",
            id=dilemma.id,
            address=addresses.dilemma(dilemma.id),
            title=in_language(dilemma.question, self._language),
            line=self._texts("pages.search.dilemma"),
            text="",
            words=(
                " ".join((self._all(dilemma.label, dilemma.question), sides)),
                " ".join(dilemma.synonyms),
            ),
            language=self._other_language(dilemma.question),
        )

    def _tag(self, tag: Tag) -> Entry:
        number = len(figures.counted(self._library.by_tag[tag.id]))
        none = overviews.only(self._library, tag) or "pages.search.no-cards"
        cards = self._texts.count("pages.cards", number) if number else self._texts(none)
        other_words = (*tag.synonyms, *tag.misspellings, *tag.find_only)
        return Entry(
            kind="tag",
            id=tag.id,
            address=addresses.tag(tag),
            title=in_language(tag.label, self._language),
            line=f"{self._texts('pages.search.tag')}, {cards}",
            text="",
            words=(self._all(tag.label), " ".join(other_words)),
            language=self._other_language(tag.label),
        )

    def _facts(self, card: Card, side: Side | None) -> Iterable[str]:
        """Yield the result, the choice and the year of a card."""
        if card.result:
            yield self._texts(f"choices.card.result.{card.result}")
        if side:
            yield self._texts("pages.card.chosen", side=in_language(side.label, self._language))
        year = card.period.partition("-")[0]
        yield self._texts("pages.period.unknown") if year == UNKNOWN_PERIOD else year

    def _card(self, card: Card) -> Entry:
        dilemma = self._library.dilemmas[card.dilemma]
        tags = [self._library.tags[tag] for tag in card.tag_ids if tag in self._library.tags]
        other_words = (word for tag in tags for word in (*tag.synonyms, *tag.misspellings))
        texts = (getattr(card, name) for name in _TEXTS)
        side = dilemma.side(card.side or "")
        return Entry(
            kind="card",
            id=card.id,
            address=addresses.card(card.id),
            title=card.title,
            line=" · ".join(self._facts(card, side)),
            text=overviews.teaser(card.choice or card.situation, _SHOWN),
            words=(
                " ".join((card.title, *(self._all(tag.label) for tag in tags))),
                " ".join((*other_words, self._all(dilemma.label, side.label if side else {}))),
                " ".join((*filter(None, texts), *(each.note for each in card.tries))),
            ),
            language=self._other_language({}),
            card_kind=card.kind,
            badge=self._texts(f"choices.card.kind.{card.kind}"),
        )
