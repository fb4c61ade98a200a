"""The keys of one mapping, each once, and what is told of those that stand twice."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from spreekkamer.nodes import Entry, Node, Scalar
from spreekkamer.rules import Finding, Raised
from spreekkamer.schema_types import Group, MapOf
from spreekkamer.yaml_layout import holds

_SECOND_FROM: Final = 4


class Entries:
    """Keys with their values in the order of the file; `in_list` tells that this is an item."""

    def __init__(self, in_list: bool) -> None:
        self._entries: dict[str, Entry] = {}
        self._in_list = in_list
        self._again: list[Raised] = []
        self._empty = ""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The keys with their values; of a key that stands twice, the first that has one."""
        return tuple(self._entries.values())

    def add(self, key: Scalar, value: Node) -> None:
        """Take `key` with `value`, unless it is there already."""
        nothing = isinstance(value, Scalar) and not value.text
        before = self._entries.get(key.text)
        if before is None:
            self._entries[key.text] = Entry(key, value)
        # What stands below an empty group is not indented: the rule on empty fields tells that.
        elif not holds(self._empty, Group, MapOf):
            if isinstance(before.value, Scalar) and not before.value.text:
                self._entries[key.text] = Entry(before.key, value)
            values = {"value": key.text, "first": before.key.span.start.line}
            self._again.append(Raised("yaml-duplicate-key", Finding(key.span, values)))
        self._empty = key.text if nothing else ""

    def told(self) -> list[Raised]:
        """Return what to tell of keys that stand twice: once, when all of them begin anew.

        That they do when many stand twice, in the order in which they stood before; in an item of
        a list, when two do.
        """
        if not self._again:
            return []
        places = {name: place for place, name in enumerate(self._entries)}
        order = [places[str(each.finding.values["value"])] for each in self._again]
        first = self._again[0]
        if order != sorted(order):
            return self._again
        if self._in_list and len(order) > 1:
            return [Raised(first.rule, replace(first.finding, variant="item"))]
        if len(order) < _SECOND_FROM:
            return self._again
        return [Raised(first.rule, replace(first.finding, variant="second"))]
