"""The groups of fields in a file, and which conditions hold in them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from spreekkamer.checks.hints import quoted
from spreekkamer.document import Document
from spreekkamer.nodes import Entry, Mapping, Node, Scalar
from spreekkamer.rules import Route
from spreekkamer.schema import FILES
from spreekkamer.schema_types import Choice, Condition, Group, Table, Text
from spreekkamer.schema_walk import tables
from spreekkamer.suggestions import nearest
from spreekkamer.texts import in_all_languages
from spreekkamer.yaml_slips import DUTCH

_TRIED: Final = 20
_TABLES: Final = {table.name: table for table in tables()}
# What people type instead of the English names, beside the labels.
_IN_DUTCH: Final = {
    "what": ("wat", "tekst", "text", "resultaat", "omschrijving"),
    "rule": ("regel",),
    "title": ("titel", "kop"),
    "dilemma": ("dilemma's", "dilemmas"),
    "side": ("kant", "zijde"),
    "situation": ("situatie", "aanleiding", "casus", "beschrijving", "achtergrond"),
    "choice": ("keuze", "keus", "aanpak", "actie", "interventie"),
    "what_worked": ("wat_werkte", "wat werkte", "werkte"),
    "what_did_not_work": ("wat_niet_werkte", "wat werkte niet", "wat_werkte_niet", "niet_gewerkt"),
    "result": ("resultaat", "uitkomst"),
    "kind": ("soort",),
    "role": ("rol", "functie"),
    "period": ("periode", "datum", "date", "jaar", "year"),
    "tags": ("trefwoorden",),
    "because": ("waarom", "omdat"),
    "not_when": ("wanneer_niet", "wanneer niet"),
    "next_time": ("volgende_keer", "volgende keer"),
    "place": ("plaats", "gemeente"),
    "sources": ("bronnen", "bron"),
    "evidence": ("bewijs",),
    "question": ("vraag",),
    "signal": ("signaal", "knelpunt"),
    "outcome": ("afloop", "vervolg"),
    "unsure": ("onzeker", "twijfel"),
    "tries": ("try", "pogingen"),
    "note": ("opmerking", "notitie", "toelichting", "tekst", "text", "what"),
    "text": ("tekst", "what", "omschrijving"),
    "how": ("hoe",),
    "card": ("kaart",),
    "since": ("sinds",),
    "reply": ("antwoord", "reactie"),
    "status": ("stand",),
    "checked": ("gecontroleerd",),
}


def groups(document: Document) -> Iterator[tuple[Route, Table, Mapping]]:
    """Yield every mapping of `document` that has a table, with the route to it."""
    whole = FILES[document.kind]
    if isinstance(whole, Group) and document.root is not None:
        yield (), whole.table, document.root
    for item in document.of_type(Group):
        if isinstance(item.node, Mapping) and item.node.entries:
            yield item.route, item.type.table, item.node


def labels(table: Table) -> dict[str, tuple[str, ...]]:
    """Return the fields of `table` with their labels in all languages."""
    return {
        name: (*in_all_languages(f"fields.{table.name}.{name}.label"), *_IN_DUTCH.get(name, ()))
        for name in table.fields
    }


def meant(table: Table, mapping: Mapping) -> frozenset[str]:
    """Return the fields that misspelt keys in `mapping` probably stand for."""
    unknown = unknown_in(table, mapping)[:_TRIED]
    if not unknown:
        return frozenset()
    found = [nearest_field(entry.key.text, table.name) for entry in unknown]
    found += [fixed.partition(":")[0] for entry in unknown if (fixed := with_space(table, entry))]
    found += [by_elimination(table, mapping)]
    return frozenset(name for name in found if name)


def by_elimination(table: Table, mapping: Mapping) -> str | None:
    """Return the one field that is absent, where one text stands under an unknown name.

    In a card that text has to be as long as a text that is needed is at least.
    """
    unknown = unknown_in(table, mapping)
    absent = [each for each in table.needed if mapping.get(each.name) is None]
    if len(unknown) != 1 or len(absent) != 1:
        return None
    near = nearest_field(unknown[0].key.text, table.name)
    if near and mapping.get(near) is None:
        return None
    type_, value = absent[0].type, unknown[0].value
    if not isinstance(type_, Text) or not isinstance(value, Scalar):
        return None
    return absent[0].name if value.text and len(value.text) >= type_.shortest else None


# A list of groups may have the same key wrong in each.
@lru_cache(maxsize=256)
def nearest_field(key: str, table: str) -> str | None:
    """Return the field of the table by that name that `key` probably stands for, or None."""
    return nearest(key, labels(_TABLES[table]))


def unknown_in(table: Table, mapping: Mapping) -> list[Entry]:
    """Return the entries of `mapping` that are no field of `table`."""
    return [entry for entry in mapping.entries if entry.key.text not in table.fields]


def cut_off(table: Table, mapping: Mapping) -> dict[str, str]:
    """Return the texts within braces that a comma cut into pieces, whole again, by their field.

    Of `{what: Ze werkt, en is blij}` the parser takes «en is blij» for a key with nothing in it.
    """
    found: dict[str, str] = {}
    field = ""
    for key, value in mapping.entries:
        if key.text in table.fields:
            is_text = isinstance(table.fields[key.text].type, Text)
            field = key.text if is_text and isinstance(value, Scalar) and value.plain else ""
            text = value.text if isinstance(value, Scalar) else ""
        elif field and isinstance(value, Scalar) and value.plain and not value.text:
            if not bare(key, value):
                field = ""
                continue
            text = f"{text}, {key.text}"
            found[field] = text
        else:
            field = ""
    return found


def bare(key: Scalar, value: Node) -> bool:
    """Return whether nothing stands behind `key`, not even a colon, as within brackets."""
    return isinstance(value, Scalar) and not value.text and value.begin.index == key.end.index


def with_space(table: Table, entry: Entry) -> str:
    """Return a key that holds a field and its value, as in `{card:other}`, as it should be.

    Without a colon behind it, a space may stand between them, as in `{card other}`. A colon in the
    text may have been taken for the one behind the field, as in `because Ik vroeg: wat wil je?`.
    """
    key, value = entry
    first, _, rest = key.text.partition(" ")
    is_text = first in table.fields and isinstance(table.fields[first].type, Text)
    if is_text and first not in DUTCH and not bare(key, value) and isinstance(value, Scalar):
        said = f"{rest}: {value.text}".strip()
        return (
            f"{first}: {quoted(said.removeprefix(chr(34)).removesuffix(chr(34)))}" if rest else ""
        )
    by_space = bare(key, value) and key.text.partition(":")[0] not in table.fields
    name, _, text = key.text.partition(" " if by_space else ":")
    return f"{name}: {text.strip()}" if text.strip() and name in table.fields else ""


def value_of(name: str, table: Table, mapping: Mapping) -> str | None:
    """Return the value of a field with a closed list, or its default; None if it is not sound."""
    field = table.fields[name]
    entry = mapping.get(name)
    if entry is None:
        return field.default
    if isinstance(field.type, Choice) and isinstance(entry.value, Scalar):
        return entry.value.text if entry.value.text in field.type.names else None
    return None


def holds(condition: Condition, table: Table, mapping: Mapping) -> bool | None:
    """Return whether `condition` holds in `mapping`; None when that cannot be known."""
    value = value_of(condition.field, table, mapping)
    if value is None:
        return None
    return (value in condition.values) is not condition.negated


def because(condition: Condition, table: Table, mapping: Mapping) -> dict[str, object]:
    """Return what a message says about `condition`: the other field with its value."""
    value = value_of(condition.field, table, mapping)
    return {"other": f"{condition.field}: {value}", "needed": ", ".join(condition.values)}
