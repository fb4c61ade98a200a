"""A card in Markdown, with every field that it has, for whoever reviews it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from spreekkamer import privacy, prose
from spreekkamer.card import Card
from spreekkamer.dilemma import in_language
from spreekkamer.library import Library
from spreekkamer.reporting.markdown import escaped
from spreekkamer.schema import FILES
from spreekkamer.schema_types import Choice, Flag, Group, ListOf, MapOf, Ref, Table, Text, Type
from spreekkamer.texts import Texts

_ELSEWHERE: Final = frozenset(("title", "allow"))
"""Fields that the summary shows in its own way."""
_ON_ONE_LINE: Final = 60


class CardWriter:
    """Writes cards of one library in one language."""

    def __init__(self, library: Library, texts: Texts) -> None:
        self._library = library
        self._texts = texts

    def write(self, card: Card) -> str:
        """Return the facts of `card` as a list, and then its texts under their labels."""
        type_ = FILES["card"]
        assert isinstance(type_, Group)
        facts, parts = list[str](), list[str]()
        for name, field in type_.table.fields.items():
            value = getattr(card, name)
            if not value or name in _ELSEWHERE:
                continue
            label = escaped(self._label(name, card))
            if isinstance(field.type, Text) and field.type.longest > _ON_ONE_LINE:
                parts.append(f"#### {label}\n\n{_prose(value)}")
            else:
                shown = self._value(field.type, value, type_.table, name, card)
                facts.append(f"- **{label}** {shown}")
        return "\n\n".join(("\n".join(facts), *parts))

    def _label(self, name: str, card: Card) -> str:
        """Return the label of a field; who wrote a published card did not make the choice."""
        told = f"pages.told.{name}"
        published = card.kind == "sourced" and told in self._texts
        return self._texts(told if published else f"fields.card.{name}.label")

    def _value(self, type_: Type, value: Any, table: Table, name: str, card: Card) -> str:
        """Return one value on one line."""
        if isinstance(type_, ListOf):
            inner = (self._value(type_.type, each, table, name, card) for each in value)
            return ("; " if isinstance(type_.type, Group) else ", ").join(inner)
        if isinstance(type_, MapOf):
            inner = (self._value(type_.type, each, table, name, card) for each in value.values())
            return ", ".join(inner)
        if isinstance(type_, Group):
            return " · ".join(self._fields(type_.table, value, card))
        if isinstance(type_, Choice):
            return escaped(self._texts(f"choices.{table.name}.{name}.{value}"))
        if isinstance(type_, Flag):
            return escaped(self._texts("summary.yes"))
        return escaped(
            self._named(type_.target, value, card) if isinstance(type_, Ref) else str(value)
        )

    def _fields(self, table: Table, value: Any, card: Card) -> Iterator[str]:
        """Yield the fields of a group, each with its label."""
        for name, field in table.fields.items():
            each = getattr(value, name)
            if each is not None:
                label = escaped(self._texts(f"fields.{table.name}.{name}.label"))
                yield f"{label} {self._value(field.type, each, table, name, card)}"

    def _named(self, target: str, ident: str, card: Card) -> str:
        """Return what a reference leads to by the name that readers know."""
        library, language = self._library, self._texts.language
        if target == "dilemma" and ident in library.dilemmas:
            return in_language(library.dilemmas[ident].label, language)
        if target == "side":
            side = library.dilemmas[card.dilemma].side(ident)
            between = self._texts("choices.card.side.between")
            return in_language(side.label, language) if side else between
        if target == "tag" and ident in library.tags:
            return in_language(library.tags[ident].label, language)
        if target == "source" and ident in library.sources:
            return library.sources[ident].title
        return privacy.masked_path(ident)


def _prose(text: str) -> str:
    """Return a text as paragraphs and lists."""
    return "\n\n".join(
        escaped(block.text)
        if isinstance(block, prose.Paragraph)
        else "\n".join(f"- {escaped(item)}" for item in block.items)
        for block in prose.blocks(text)
    )
