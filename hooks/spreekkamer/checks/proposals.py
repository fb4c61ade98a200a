"""What a hint proposes in place of a value that has not the shape of its field."""

from __future__ import annotations

import re
from collections import abc
from typing import Any, Final

from spreekkamer import privacy
from spreekkamer.checks import meant
from spreekkamer.checks.hints import quoted
from spreekkamer.checks.id.characters import proposed
from spreekkamer.checks.references import words_for
from spreekkamer.contents import Item
from spreekkamer.library import Collection
from spreekkamer.nodes import Mapping, Node, Scalar, Sequence
from spreekkamer.schema_types import Field, Group, Id, ListOf, Ref, Text, Type

_AND: Final = re.compile(r"\s(?:en|of|and|or)\s|[,;+/&]")


def only_names(node: Mapping) -> bool:
    """Return whether names stand in `node` without anything behind them, as between brackets."""
    values = (each.value for each in node.entries)
    return all(isinstance(each, Scalar) and each.plain and not each.text for each in values)


def inner(type_: Type, text: str, facet: str, collection: Collection) -> str:
    """Return what was probably meant by `text` as the inside of a list of `type_`.

    Tags are those of `facet`.
    """
    if isinstance(type_, Ref):
        known = _by_any_word(_known(type_, facet, collection))
        parts = [part for line in text.split("\n") for part in _names(line, known)]
        return ", ".join(dict.fromkeys(known.get(part.casefold(), part) for part in parts))
    if isinstance(type_, Id):
        # An id that is made of a name would show what the message covers.
        shown = not (privacy.tells(text) or privacy.name_places(text))
        return ", ".join(map(proposed, meant.items(text, names=False))) if shown else "…"
    return ", ".join(meant.items(text, names=False))


def _names(line: str, known: abc.Mapping[str, str]) -> list[str]:
    """Return the names on `line`, of which one that is `known` may have more words."""
    for parts in ([line], meant.items(line, names=False), _AND.split(line)):
        bare = [meant.items(part, names=False) for part in parts]
        whole = [" ".join(each) for each in bare]
        if whole and all(each.casefold() in known for each in whole):
            return whole
    return meant.items(line, names=True)


def _by_any_word(known: abc.Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return the names by themselves and by each other word for them, in small letters."""
    words = {word.casefold(): name for name, some in known.items() for word in some}
    return words | {name: name for name in known}


def _known(type_: Ref, facet: str, collection: Collection) -> dict[str, tuple[str, ...]]:
    """Return the dilemmas, or the tags of `facet`, with other words for them."""
    if type_.target == "dilemma":
        return {name: words_for(each.values) for name, each in collection.dilemmas.items()}
    tags = collection.tags(facet) if type_.target == "tag" else None
    return {name: words_for(each) for name, each in (tags or {}).items()}


def in_facets(item: Item[Type], collection: Collection) -> str:
    """Return tags that are written without their facets with these, if all of them are known."""
    node = item.node
    parts = node.items if isinstance(node, Sequence) else (node,)
    if item.route != ("tags",) or not all(isinstance(each, Scalar) for each in parts):
        return ""
    texts = (each.text for each in parts if isinstance(each, Scalar))
    written = [name for text in texts for name in meant.items(text, names=True)]
    tags = [name.casefold() for name in written if name not in collection.facets]
    known = {facet: _by_word(collection.tags(facet) or {}) for facet in collection.facets}
    names = {facet: [ids[tag] for tag in tags if tag in ids] for facet, ids in known.items()}
    if not tags or not all(any(tag in ids for ids in known.values()) for tag in tags):
        return ""
    shown = (f"{facet}: [{', '.join(some)}]" for facet, some in names.items() if some)
    return f"tags: {{{', '.join(shown)}}}"


def first_field(node: Node) -> str:
    """Return the first field that stands in `node`, or in the one item of it."""
    inner = node.items[0] if isinstance(node, Sequence) and node.items else node
    return inner.entries[0].key.text if isinstance(inner, Mapping) and inner.entries else ""


def filled_in(type_: Group, node: Node) -> str:
    """Return the fields that are needed, with what stands in `node` in the first that may hold it.

    A list of texts goes to the field that holds a list.
    """
    fields = type_.table.fields
    holder = next((name for name, each in fields.items() if _may_hold_text(each)), "")
    inner = fields[holder].type if holder else None
    parts = node.items if isinstance(node, Sequence) else (node,)
    texts = [each.text for each in parts if isinstance(each, Scalar) and each.text]
    lists = [name for name, each in fields.items() if isinstance(each.type, ListOf)]
    if lists and (isinstance(node, Sequence) or not holder):
        holder, content = lists[0], f"[{', '.join(texts)}]"
    else:
        joined = "".join(_apart(text) for text in texts).removesuffix(", ").rstrip()
        content = joined if isinstance(inner, Ref) and len(texts) == 1 else quoted(joined)
    # What is private cannot be shown, and has to go.
    if not texts or len(texts) < len(parts) or privacy.hits(", ".join(texts)):
        content = "…"
    if isinstance(inner, Group) and isinstance(node, Scalar):
        content = filled_in(inner, node)
    shown = {name: "…" for name, each in fields.items() if each.always}
    shown |= {holder: content} if holder else {}
    return "{" + ", ".join(f"{name}: {each}" for name, each in shown.items()) + "}"


def _by_word(tags: abc.Mapping[str, Any]) -> dict[str, str]:
    """Return the ids of `tags` by themselves and by each other word for them, in small letters."""
    return _by_any_word({name: words_for(tag) for name, tag in tags.items()})


def _apart(text: str) -> str:
    return f"{text} " if text.endswith((".", "!", "?")) else f"{text}, "


def _may_hold_text(field: Field) -> bool:
    return field.always and isinstance(field.type, Text | Ref | Group)
