"""Everything that was read: first as a collection of files, then as what may be published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from spreekkamer import card, dilemma, vocabulary
from spreekkamer.card import Card
from spreekkamer.claims import Claim
from spreekkamer.dilemma import Dilemma
from spreekkamer.document import Document
from spreekkamer.schema import FILES
from spreekkamer.schema_walk import complete
from spreekkamer.vocabulary import Facet, LawChange, SourceEntry, Tag, WordGroup

FACET_ORDER = ("noticed", "situation", "phase", "instrument", "technique")
POINTED_AT = {"dilemma": "dilemmas", "facet": "tags", "sources": "sources.yml"}
"""Kinds of file that others point to, with their place."""


@dataclass(frozen=True, eq=False)  # each is itself alone, so that what is made of it can be cached
class Collection:
    """The files of a collection, sound or not, with the ids they claim.

    A lookup gives None where a faulty file leaves the answer unknown, so that no rule complains
    about what it cannot know. `today` is the day by which things are fresh or not; `rules` tells
    for each rule by name whether a card may overrule it.
    """

    documents: tuple[Document, ...]
    today: date = field(default_factory=date.today)
    rules: Mapping[str, bool] = field(default_factory=dict)

    @cached_property
    def absent(self) -> frozenset[str]:
        """The kinds of which there is not one file, though others may point to them."""
        return frozenset(POINTED_AT) - {each.kind for each in self.documents}

    def of_kind(self, kind: str) -> Iterator[Document]:
        """Yield the files of one kind, in the order of their paths."""
        return (document for document in self.documents if document.kind == kind)

    @cached_property
    def dilemmas(self) -> Mapping[str, Document]:
        """The files of dilemmas by id."""
        return self._by_id("dilemma")

    @cached_property
    def facets(self) -> Mapping[str, Document]:
        """The files of facets by id."""
        return self._by_id("facet")

    def sides(self, dilemma_id: str) -> Mapping[str, Any] | None:
        """Return the sides of a dilemma by id."""
        document = self.dilemmas.get(dilemma_id)
        sides: Mapping[str, Any] | None = document.values.get("sides") if document else None
        return sides if sides and len(sides) == 2 else None

    def tags(self, facet_id: str) -> Mapping[str, Any] | None:
        """Return the tags of a facet by id."""
        document = self.facets.get(facet_id)
        tags = document.values.get("values") if document and document.root else None
        return document.set_aside("values") | tags if document and tags is not None else None

    @cached_property
    def all_tags(self) -> Mapping[str, Any] | None:
        """The tags of all facets by id."""
        by_facet = [self.tags(facet) for facet in self.facets]
        if not by_facet or any(tags is None for tags in by_facet):
            return None
        return {name: tag for tags in by_facet if tags for name, tag in tags.items()}

    @cached_property
    def sources(self) -> Mapping[str, Any] | None:
        """The entries of the register of sources."""
        for document in self.of_kind("sources"):
            if document.root is None:
                return None
            return document.set_aside() | document.values
        return None

    @cached_property
    def law_changes(self) -> Mapping[str, LawChange]:
        """The changes of law that are whole, by id."""
        return _register(filter(is_whole, self.of_kind("law_changes")), LawChange)

    @cached_property
    def former_ids(self) -> Mapping[str, str]:
        """Ids that cards had before, with the id they have now."""
        return {
            former: document.ident
            for document in self.of_kind("card")
            for former in document.values.get("formerly", ())
        }

    @cached_property
    def _first_claims(self) -> Mapping[tuple[str, str], Claim]:
        first: dict[tuple[str, str], Claim] = {}
        for claim in (each for document in self.documents for each in document.claims):
            other = first.setdefault(claim.folded, claim)
            if other is not claim and claim.rank <= other.rank:
                first[claim.folded] = claim
        return first

    def claimed_before(self, claim: Claim) -> Claim | None:
        """Return the claim to the same id that goes before `claim`, if there is one."""
        first = self._first_claims[claim.folded]
        return first if first != claim else None

    @cached_property
    def card_ids(self) -> frozenset[str]:
        """The ids of all cards, faulty ones and former ids included."""
        return frozenset(each.ident for each in self.of_kind("card")) | set(self.former_ids)

    @cached_property
    def card_successors(self) -> Mapping[str, str]:
        """Which card replaces which, by their present ids."""
        return {
            name: self.former_ids.get(after, after)
            for name, each in self.cards.items()
            if (after := each.values.get("replaced_by"))
        }

    @cached_property
    def tag_successors(self) -> Mapping[str, str]:
        """Which tag replaces which."""
        tags = self.all_tags or {}
        return {name: tag["replaced_by"] for name, tag in tags.items() if "replaced_by" in tag}

    @cached_property
    def cards(self) -> Mapping[str, Document]:
        """The files of cards by id."""
        return self._by_id("card")

    def _by_id(self, kind: str) -> Mapping[str, Document]:
        """Return the files of one kind by id, those of the same id by the first of them."""
        ranked = sorted(self.of_kind(kind), key=lambda each: each.claim.rank, reverse=True)
        first = {each.ident: each for each in ranked}
        return dict(sorted(first.items()))


@dataclass(frozen=True)
class Library:
    """What may be published: sound cards, and the dilemmas and words they refer to, by id."""

    cards: Mapping[str, Card]
    dilemmas: Mapping[str, Dilemma]
    facets: Mapping[str, Facet]
    sources: Mapping[str, SourceEntry]
    law_changes: Mapping[str, LawChange]
    words: Mapping[str, WordGroup]

    @classmethod
    def empty(cls) -> Library:
        """Return a library with nothing in it."""
        return cls({}, {}, {}, {}, {}, {})

    @cached_property
    def tags(self) -> Mapping[str, Tag]:
        """The tags of all facets by id."""
        return {tag.id: tag for facet in self.facets.values() for tag in facet.values.values()}

    @cached_property
    def former_ids(self) -> Mapping[str, str]:
        """Ids that published cards had before, with the id they have now."""
        return {former: each.id for each in self.cards.values() for former in each.formerly}

    @cached_property
    def by_dilemma(self) -> Mapping[str, tuple[Card, ...]]:
        """The active cards of each dilemma, cards that name it under `also` last."""
        active = [each for each in self.cards.values() if each.active]
        return {
            ident: (
                *(each for each in active if each.dilemma == ident),
                *(each for each in active if ident in each.also and each.dilemma != ident),
            )
            for ident in self.dilemmas
        }

    @cached_property
    def by_tag(self) -> Mapping[str, tuple[Card, ...]]:
        """The active cards that carry each tag."""
        found: dict[str, list[Card]] = {tag: [] for tag in self.tags}
        for each in self.cards.values():
            for tag in each.tag_ids if each.active else ():
                found.setdefault(tag, []).append(each)
        return {tag: tuple(cards) for tag, cards in found.items()}

    def card(self, ident: str) -> Card | None:
        """Return the card with this id, now or formerly."""
        return self.cards.get(self.former_ids.get(ident, ident))

    def without_examples(self) -> Library:
        """Return this library without invented cards; what points to them is left out."""
        cards = {name: each for name, each in self.cards.items() if each.kind != "example"}
        return replace(self, cards=cards)


def _asked_first(facet: tuple[str, Document]) -> tuple[int, str]:
    """Return where a facet stands on the site: what you notice first (design, section 6)."""
    name = facet[0]
    return (FACET_ORDER.index(name) if name in FACET_ORDER else len(FACET_ORDER)), name


def _register(documents: Iterable[Document], make: Any) -> dict[str, Any]:
    return {
        name: make(id=name, **entry)
        for document in documents
        for name, entry in document.values.items()
    }


def build(collection: Collection, faulty: frozenset[str]) -> Library:
    """Return what of `collection` may be published.

    `faulty` are the paths of files with an error: such a card is left out. Of another kind of
    file, the values that are sound are used, as far as they make a whole.
    """
    dilemmas = {
        name: dilemma.from_values(name, each.path, each.values)
        for name, each in collection.dilemmas.items()
        if is_whole(each)
    }
    return Library(
        cards={
            each.ident: card.from_values(each.ident, each.path, each.values)
            for each in sorted(collection.of_kind("card"), key=lambda each: each.ident)
            if each.path not in faulty and each.values["dilemma"] in dilemmas
        },
        dilemmas=dilemmas,
        facets={
            name: vocabulary.facet_from_values(name, each.values)
            for name, each in sorted(collection.facets.items(), key=_asked_first)
            if is_whole(each)
        },
        sources=_register(filter(is_whole, collection.of_kind("sources")), SourceEntry),
        law_changes=_register(filter(is_whole, collection.of_kind("law_changes")), LawChange),
        words=_register(filter(is_whole, collection.of_kind("words")), WordGroup),
    )


def is_whole(document: Document) -> bool:
    """Return whether all values of a file are there and sound: a needed key may be misspelt."""
    if document.root is None or not document.whole:
        return False
    return complete(FILES[document.kind], document.values)
