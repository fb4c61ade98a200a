"""What is told of keys that stand twice in one mapping."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from spreekkamer.nodes import Entry, Scalar
from spreekkamer.rules import Finding, Raised
from spreekkamer.schema_types import Group, MapOf
from spreekkamer.yaml_layout import holds

_SECOND_FROM: Final = 4


class Again(NamedTuple):
    """A key that was there already, with its value, and the entry right above it."""

    entry: Entry
    above: Entry


def tell(entries: dict[str, Entry], found: Sequence[Again], in_list: bool) -> list[Raised]:
    """Return what to tell of the keys `found` again, and give `entries` what an empty one lacks.

    That is once, when all of them begin anew. They do when many stand twice, in the order in which
    they stood before; in an item of a list, when two do.
    """
    told: list[Raised] = []
    for (key, value), above in found:
        # What stands below an empty group is not indented: the rule on empty fields tells that.
        if _is_empty(above) and holds(above.key.text, Group, MapOf):
            continue
        before = entries[key.text]
        if _is_empty(before):
            entries[key.text] = Entry(before.key, value)
        values = {"value": key.text, "first": before.key.span.start.line}
        told.append(Raised("yaml-duplicate-key", Finding(key.span, values)))
    places = {name: place for place, name in enumerate(entries)}
    order = [places[str(each.finding.values["value"])] for each in told]
    variant = "item" if in_list and len(order) > 1 else "second"
    if order != sorted(order) or (variant == "second" and len(order) < _SECOND_FROM):
        return told
    return [Raised(each.rule, replace(each.finding, variant=variant)) for each in told[:1]]


def _is_empty(entry: Entry) -> bool:
    return isinstance(entry.value, Scalar) and not entry.value.text
