"""What the search page shows and finds of each card, tag, dilemma and page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from spreekkamer import addresses, amounts, freshness, overviews, prose
from spreekkamer.card import Card
from spreekkamer.dilemma import Dilemma, Translated, in_language
from spreekkamer.library import Library
from spreekkamer.schema import BETWEEN, RESULTS, UNKNOWN_PERIOD
from spreekkamer.texts import DEFAULT_LANGUAGE, Texts
from spreekkamer.vocabulary import Tag

SHOWN: Final = 140
RUNNING: Final = (
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
Data = dict[str, Any]


def running_texts(card: Card) -> list[str]:
    """Return all texts of a card but its title."""
    texts = [getattr(card, name) for name in RUNNING]
    texts += [each.note for each in card.tries]
    texts += [card.outcome.what if card.outcome else "", card.signal.text if card.signal else ""]
    return [*filter(None, texts)]


def unshown(card: Card, shown: Sequence[str]) -> list[str]:
    """Return the sentences of a card that do not stand whole in what is `shown` of it."""
    every = (each for text in running_texts(card) for each in prose.sentences(text))
    return [each for each in every if not any(each in text for text in shown)]


def hidden_names(tag: Tag) -> list[str]:
    """Return what finds a tag but is never shown."""
    translations = [each for language, each in tag.label.items() if language != DEFAULT_LANGUAGE]
    return [*tag.misspellings, *tag.find_only, *translations]


def dilemma_names(dilemma: Dilemma) -> tuple[list[str], list[str]]:
    """Return what finds a dilemma beside its label: what may be shown, and what may not."""
    sides = [side.label[DEFAULT_LANGUAGE] for side in dilemma.sides]
    every = [*dilemma.label.values(), *dilemma.question.values()]
    every += [label for side in dilemma.sides for label in side.label.values()]
    hidden = dict.fromkeys([*(each for each in every if each not in sides), *dilemma.find_only])
    return [*dilemma.synonyms, *sides], [*hidden]


class Entries:
    """Everything of one library as the page shows it; `words` of it are added elsewhere."""

    def __init__(self, library: Library, texts: Texts, today: date | None = None) -> None:
        self._library = library
        self._texts = texts
        self._language = texts.language
        self._today = today or date.today()

    def _foreign(self, text: Translated) -> str:
        """Return Dutch when `text` is not there in the language of another site."""
        own = self._language == DEFAULT_LANGUAGE or text.get(self._language)
        return "" if own else DEFAULT_LANGUAGE

    def _say(self, text: Translated) -> str:
        return in_language(text, self._language)

    def tag(self, tag: Tag) -> Data:
        """Return a tag."""
        cards = self._library.by_tag[tag.id]
        return {
            "id": tag.id,
            "url": addresses.tag(tag),
            "label": self._say(tag.label),
            "lang": self._foreign(tag.label),
            "facet": tag.facet,
            "number": amounts.experience(cards),
            "note": amounts.everything(cards, self._texts),
            "also": [*tag.synonyms],
        }

    def dilemma(self, dilemma: Dilemma) -> Data:
        """Return a dilemma."""
        cards = self._library.by_dilemma[dilemma.id]
        # As the filter counts: where it is the first dilemma of a card.
        own = [card for card in cards if card.dilemma == dilemma.id]
        return {
            "id": dilemma.id,
            "url": addresses.dilemma(dilemma.id),
            "label": self._say(dilemma.label),
            "question": self._say(dilemma.question),
            "lang": self._foreign(dilemma.question),
            "number": amounts.experience(cards),
            "note": amounts.everything(own or cards, self._texts),
            "also": dilemma_names(dilemma)[0],
        }

    def card(self, card: Card) -> Data:
        """Return a card; `s` are the sentences of which a result shows the one that was found."""
        text = overviews.teaser(card.choice or card.situation, SHOWN)
        gain = overviews.teaser(card.consequence, SHOWN)
        return {
            "id": card.id,
            "url": addresses.card(card.id),
            "title": card.title,
            "lang": self._foreign({}),
            "kind": card.kind,
            "badge": self._texts(f"choices.card.kind.{card.kind}"),
            "result": card.result or "",
            "resultLabel": self._texts(f"choices.card.result.{card.result}") if card.result else "",
            **self._side(card),
            "dilemma": card.dilemma,
            "also": [*card.also],
            "year": self._year(card),
            "status": card.status,
            "law": self._law_changed(card),
            "text": text,
            "gain": gain,
            "s": unshown(card, (text, gain)),
            "tags": [tag for of in card.tags.values() for tag in of if tag in self._library.tags],
        }

    def _side(self, card: Card) -> Data:
        dilemma = self._library.dilemmas[card.dilemma]
        numbers = {side.id: number for number, side in enumerate(dilemma.sides, 1)}
        number = numbers.get(card.side or "", 0)
        label = self._say(dilemma.sides[number - 1].label) if number else ""
        if card.side == BETWEEN:
            label = self._texts("choices.card.side.between")
        return {"side": card.side or "", "sideLabel": label, "sideNumber": number}

    def _year(self, card: Card) -> str:
        year = card.period.partition("-")[0]
        return self._texts("pages.period.unknown") if year == UNKNOWN_PERIOD else year

    def _law_changed(self, card: Card) -> bool:
        found = freshness.of_card(card, self._library.law_changes.values(), self._today)
        return any(notice.kind == "law" for notice in found)

    def facets(self) -> Iterator[Data]:
        """Yield what can be chosen, in the order of the page."""
        for facet in self._library.facets.values():
            # The page makes the options of the tags that it has.
            yield {"id": facet.id, "label": self._say(facet.label)}
        dilemmas = self._library.dilemmas.values()
        named = sorted(((each.id, self._say(each.label)) for each in dilemmas), key=_label)
        yield self._own_facet("dilemma", named)
        yield self._own_facet("side", (side for each in dilemmas for side in self._sides(each)))
        for name in ("result", "kind"):
            prefix = f"choices.card.{name}."
            values = _VALUES[name]
            yield self._own_facet(name, ((each, self._texts(prefix + each)) for each in values))

    def _sides(self, dilemma: Dilemma) -> Iterator[tuple[str, str]]:
        for side in dilemma.sides:
            yield f"{dilemma.id}.{side.id}", self._say(side.label)
        between = self._texts("choices.card.side.between")
        yield f"{dilemma.id}.{BETWEEN}", f"{between} ({self._say(dilemma.label)})"

    def _own_facet(self, name: str, options: Iterable[tuple[str, str]]) -> Data:
        return _facet(name, self._texts(f"finding.facets.{name}"), options)


_VALUES: Final[Mapping[str, tuple[str, ...]]] = {
    "result": RESULTS,
    "kind": overviews.KIND_ORDER,
}


def _label(option: tuple[str, str]) -> str:
    return option[1]


def _facet(ident: str, label: str, options: Iterable[tuple[str, str]]) -> Data:
    return {"id": ident, "label": label, "options": [{"id": a, "label": b} for a, b in options]}
