"""What needs another look, by the dates on a card and not by those of its file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from spreekkamer.card import Card
from spreekkamer.schema import COUNTED, UNKNOWN_PERIOD
from spreekkamer.vocabulary import LawChange

OUTCOME_AFTER: Final = 12
CHECK_AFTER: Final = 24
SIGNAL_AFTER: Final = 6
"""Months after which a card needs an outcome, another look, or its signal an answer."""
_TOUCHED_BY_LAW: Final = ("instrument", "phase", "noticed")
_YEAR: Final = 12


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to look at again; `kind` is outcome, check, law or signal, `laws` what changed."""

    kind: str
    laws: tuple[LawChange, ...] = ()


def _fields_of(card: Card) -> dict[str, Any]:
    """Return the fields of `card` that tell how fresh it is, as they stand in its file."""
    known: dict[str, Any] = {
        "kind": card.kind,
        "status": card.status,
        "period": card.period,
        "tags": card.tags,
        "law_checked": card.law_checked,
        "checked": card.checked,
    }
    if card.outcome:
        known["outcome"] = card.outcome.what
    if card.signal:
        known["signal"] = {"status": card.signal.status, "since": card.signal.since}
    return known


def _month_number(text: str) -> int:
    """Return the month in which `2026`, `2026-Q3`, `2026-11` or `2026-11-30` ends, as a number."""
    year, _, rest = text.partition("-")
    if not rest:
        return int(year) * _YEAR + _YEAR
    return int(year) * _YEAR + (int(rest[1:]) * 3 if rest.startswith("Q") else int(rest[:2]))


def begins_after(text: str, today: date) -> bool:
    """Return whether a year, quarter or month lies ahead of `today` as a whole."""
    year, _, rest = text.partition("-")
    if not year.isdecimal():
        return False
    before = int(year) * _YEAR if not rest else _month_number(text) - (3 if rest[0] == "Q" else 1)
    return before >= _number(today)


def _number(today: date) -> int:
    return today.year * _YEAR + today.month


def _in_force(law: LawChange, today: date) -> bool:
    """Return whether the change has taken effect; a year or month does on its first day."""
    return law.date is not None and law.date <= today.isoformat()[: len(law.date)]


def _first_month(day: str) -> int:
    return _month_number(day) if "-" in day else _month_number(f"{day}-01")


def _changed_since(
    values: Mapping[str, Any], laws: Iterable[LawChange], today: date
) -> tuple[LawChange, ...]:
    """Return the laws that changed for a card since its rules were looked up, or its period.

    `values` are the fields of the card. Situation tags do not count: they say who, not what.
    """
    tags = {tag for facet in _TOUCHED_BY_LAW for tag in values.get("tags", {}).get(facet, ())}
    if not tags:
        return ()
    known = values.get("law_checked") or values.get("period", UNKNOWN_PERIOD)
    until = 0 if known == UNKNOWN_PERIOD else _month_number(known)
    return tuple(
        law
        for law in laws
        if tags.intersection(law.affects)
        and _in_force(law, today)
        and _first_month(law.date or "") > until
    )


def notices(values: Mapping[str, Any], laws: Iterable[LawChange], today: date) -> Iterator[Notice]:
    """Yield what needs another look on a card with the fields `values`.

    Own cards need an outcome, a look now and then, and an answer to their signal; published ones
    only the law; examples and questions nothing, nor cards that are no longer active.
    """
    kind = values.get("kind", "practice")
    if values.get("status", "active") != "active" or kind not in COUNTED:
        return
    if changed := _changed_since(values, laws, today):
        yield Notice("law", changed)
    period = values.get("period", UNKNOWN_PERIOD)
    if kind != "practice" or period == UNKNOWN_PERIOD:
        return
    now, ended = _number(today), _month_number(period)
    if now - ended >= OUTCOME_AFTER and "outcome" not in values:
        yield Notice("outcome")
    looked = max(ended, _month_number(values["checked"])) if values.get("checked") else ended
    if now - looked >= CHECK_AFTER:
        yield Notice("check")
    signal = values.get("signal") or {}
    if signal and signal.get("status", "open") == "open":
        since = _month_number(signal["since"]) if signal.get("since") else ended
        if now - since >= SIGNAL_AFTER:
            yield Notice("signal")


def of_card(card: Card, laws: Iterable[LawChange], today: date) -> Iterator[Notice]:
    """Yield what needs another look on `card`, as `notices` does for the fields of a file."""
    return notices(_fields_of(card), laws, today)
