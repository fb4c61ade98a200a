"""What the overviews show: cards in some order, cards of a tag, what leans on a source."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from spreekkamer import amounts, figures, prose
from spreekkamer.card import Card
from spreekkamer.dilemma import Dilemma
from spreekkamer.library import Library
from spreekkamer.schema import COUNTED, RESULTS
from spreekkamer.texts import Texts
from spreekkamer.vocabulary import LawChange, SourceEntry, Tag

KIND_ORDER: Final = ("practice", "sourced", "question", "example")
_START_FACETS: Final = ("noticed", "situation")
_MORE: Final = "\u00a0…"
"""Never alone on a line."""
_NEIGHBOURS: Final = 4
_TELLING: Final = 5
"""From how many letters a word says something about a tag."""


@dataclass(frozen=True, slots=True)
class CardGroup:
    """Cards under one heading; `key` names the heading for the template."""

    key: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class TagCards:
    """What the page of one tag shows; without experience, tags to look at instead."""

    tag: Tag
    groups: tuple[CardGroup, ...]
    laws: tuple[LawChange, ...]
    neighbours: tuple[Tag, ...] = ()

    @property
    def kinds(self) -> Counter[str]:
        """How many of the cards are of each kind."""
        return Counter(card.kind for group in self.groups for card in group.cards)

    @property
    def experience(self) -> bool:
        """Whether a card tells what really happened."""
        return any(self.kinds[kind] for kind in COUNTED)


@dataclass(frozen=True, slots=True)
class Leaning:
    """A source with what leans on it; `tags` are those on whose pages it stands."""

    source: SourceEntry
    cards: tuple[Card, ...]
    dilemmas: tuple[Dilemma, ...]
    tags: tuple[Tag, ...]
    laws: tuple[LawChange, ...]

    @property
    def letter(self) -> str:
        """Under which letter the title stands."""
        return first_letter(self.source.title)

    @property
    def used(self) -> bool:
        """Whether anything leans on the source."""
        return bool(self.cards or self.dilemmas or self.tags or self.laws)


def kind_order(card: Card) -> int:
    """Return where a card's kind stands in lists: own practice first, invented last."""
    return KIND_ORDER.index(card.kind)


def active(library: Library) -> list[Card]:
    """Return the cards that belong in lists."""
    return [card for card in library.cards.values() if card.active]


def _grouped(
    cards: Iterable[Card], keys: Iterable[str], key_of: Callable[[Card], str]
) -> tuple[CardGroup, ...]:
    ordered = sorted(figures.newest_first(cards), key=kind_order)
    groups = (
        CardGroup(key, tuple(card for card in ordered if key_of(card) == key)) for key in keys
    )
    return tuple(group for group in groups if group.cards)


def by_kind(library: Library) -> tuple[CardGroup, ...]:
    """Return the active cards by kind, newest first."""
    return _grouped(active(library), KIND_ORDER, lambda card: card.kind)


def by_dilemma(library: Library) -> tuple[CardGroup, ...]:
    """Return the active cards by dilemma."""
    return _grouped(active(library), library.dilemmas, lambda card: card.dilemma)


def by_result(library: Library) -> tuple[CardGroup, ...]:
    """Return the active cards by result; questions, which have none, come last."""
    return _grouped(active(library), (*RESULTS, ""), lambda card: card.result or "")


def _alphabetical(title: str) -> str:
    """Return what to sort a title by: letters without accents, capitals and signs."""
    plain = unicodedata.normalize("NFKD", title.casefold())
    return "".join(each for each in plain if each.isalnum() or each == " ").strip()


def first_letter(title: str) -> str:
    """Return under which letter a title stands: a to z, another script's, or `0-9`."""
    first = _alphabetical(title)[:1]
    return first if first.isalpha() else "0-9"


def by_title(library: Library) -> tuple[CardGroup, ...]:
    """Return the active cards in the order of their titles, by first letter."""
    cards = sorted(active(library), key=lambda card: (_alphabetical(card.title), card.id))
    letters = groupby(cards, lambda card: first_letter(card.title))
    return tuple(CardGroup(letter, tuple(of)) for letter, of in letters)


def tag_cards(library: Library, tag: Tag) -> TagCards:
    """Return what the page of `tag` shows."""
    carrying = library.by_tag[tag.id]
    laws = tuple(law for law in library.law_changes.values() if tag.id in law.affects)
    groups = _grouped(carrying, library.dilemmas, lambda card: card.dilemma)
    found = TagCards(tag, groups, laws)
    return found if found.experience else replace(found, neighbours=neighbours(library, tag))


def _telling(library: Library, tag: Tag) -> set[str]:
    """Return the words and the law changes by which a tag looks like another."""
    names = " ".join((*tag.label.values(), *tag.synonyms, *tag.find_only))
    words = {word for word in _alphabetical(names).split() if len(word) >= _TELLING}
    return words | {
        f"law {law.id}" for law in library.law_changes.values() if tag.id in law.affects
    }


def neighbours(library: Library, tag: Tag) -> tuple[Tag, ...]:
    """Return tags of the same facet with experience: those most alike, then the commonest."""
    numbers, telling = card_numbers(library), _telling(library, tag)
    beside = library.facets[tag.facet].values.values()
    carried = [each for each in beside if numbers[each.id] and each.id != tag.id]
    carried.sort(
        key=lambda each: (-len(telling & _telling(library, each)), -numbers[each.id], each.id)
    )
    return tuple(carried[:_NEIGHBOURS])


def card_numbers(library: Library) -> Counter[str]:
    """Return how many active cards with experience carry each tag."""
    numbers = {tag: len(figures.counted(cards)) for tag, cards in library.by_tag.items()}
    return Counter({tag: number for tag, number in numbers.items() if number})


def only(library: Library, tag: Tag, texts: Texts) -> str:
    """Return what a tag has instead of experience, empty with some or no cards."""
    cards = library.by_tag[tag.id]
    if not cards or amounts.experience(cards):
        return ""
    return texts("pages.tag.only", others=amounts.others(cards, texts))


def teaser(text: str, most: int) -> str:
    """Return how `text` begins, in `most` characters, with an ellipsis if more follows."""
    whole = prose.opening(text, len(text))
    if len(whole) <= most:
        return whole
    begin = prose.opening(text, most - len(_MORE))
    return begin if begin.endswith("…") else f"{begin}{_MORE}"


def commonest_tags(library: Library, number: int) -> tuple[Tag, ...]:
    """Return the tags of what is noticed, then of situation, that most experience carries."""
    numbers = card_numbers(library)
    chosen: list[Tag] = []
    for facet in _START_FACETS:
        tags = [tag for tag in library.tags.values() if tag.facet == facet and numbers[tag.id]]
        tags.sort(key=lambda tag: (-numbers[tag.id], tag.id))
        chosen += tags[: number // len(_START_FACETS)]
    return tuple(chosen)


def leaning(library: Library) -> tuple[Leaning, ...]:
    """Return every source, by title, with what leans on it."""
    cards, dilemmas = active(library), library.dilemmas.values()
    laws = library.law_changes.values()
    found = (
        Leaning(
            source=source,
            cards=tuple(card for card in cards if source.id in card.sources),
            dilemmas=tuple(
                each for each in dilemmas if any(source.id in r.sources for r in each.research)
            ),
            tags=tuple(
                tag
                for tag in library.tags.values()
                if source.id in tag.sources
                or any(source.id in law.sources and tag.id in law.affects for law in laws)
            ),
            laws=tuple(law for law in laws if source.id in law.sources),
        )
        for source in library.sources.values()
    )
    return tuple(sorted(found, key=lambda each: (_alphabetical(each.source.title), each.source.id)))
