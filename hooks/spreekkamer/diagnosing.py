"""Turns what a rule found into words: place, message, hint, and the line with nothing private."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from spreekkamer import checks, privacy, schema_walk
from spreekkamer.covering import without_codes
from spreekkamer.diagnostics import TOP, Diagnostic, Span
from spreekkamer.document import Document
from spreekkamer.nodes import last_line, node_at
from spreekkamer.private_parts import may_show
from spreekkamer.rules import Finding, Route
from spreekkamer.source import Source, printable
from spreekkamer.suggestions import nearest, several_in
from spreekkamer.texts import Texts

_SHOWN_VALUE: Final = 60
_SHOWN_CHOICES: Final = 10
_TO_PASTE: Final = ("fixed", "inner")
_PASTED: Final = ("{fixed}", "{meant}", "{inner}")
_PASTED_AT_MOST: Final = 1000
_PROPOSALS_AT_MOST: Final = 200


class Diagnoser:
    """Writes diagnostics in one language during one run."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._proposals = 0
        self._named: dict[tuple[str, Route], dict[str, object]] = {}
        self._told: dict[tuple[str, str, str, Route | None], tuple[str, str]] = {}

    def diagnostic(self, rule: str, finding: Finding, file: Document | Source) -> Diagnostic:
        """Return `finding` of `rule` as a diagnostic of `file`."""
        document = file if isinstance(file, Document) else None
        span = _span(finding, document)
        message, hint = self._words(rule, finding, file)
        return Diagnostic(
            path=file.path,
            span=span,
            rule=rule,
            severity=checks.rules()[rule].rule.severity,
            message=message,
            hint=hint,
            excerpt=document.line(span.start) if document else "",
            field="" if isinstance(finding.where, Span) else _field(finding.where),
            involves=finding.involves,
        )

    def _words(self, rule: str, finding: Finding, file: Document | Source) -> tuple[str, str]:
        """Return message and hint."""
        if finding.values or finding.choices:
            return self._new_words(rule, finding, file)
        # Without values, as on thousands of cards that are old, the words are the same each time.
        where = None if isinstance(finding.where, Span) else finding.where
        told = (rule, finding.variant, file.kind if isinstance(file, Document) else "", where)
        if told not in self._told:
            self._told[told] = self._new_words(rule, finding, file)
        return self._told[told]

    def _new_words(self, rule: str, finding: Finding, file: Document | Source) -> tuple[str, str]:
        document = file if isinstance(file, Document) else None
        known = _secrets(finding, file)
        message = self._text(rule, "message", finding, document, known)
        return message, self._hint(rule, finding, document, known)

    def _text(
        self, rule: str, part: str, finding: Finding, file: Document | None, known: frozenset[str]
    ) -> str:
        shown = may_show(file.kind, file.root) if file else frozenset[str]()
        values = {name: _shown(name, each, shown, known) for name, each in finding.values.items()}
        if file and not isinstance(finding.where, Span):
            values |= self._names(file.kind, finding.where)
        key = f"rules.{rule}.{part}"
        variant = f"{key}-{finding.variant}" if finding.variant else key
        if variant not in self._texts and key not in self._texts:
            return ""
        key = variant if variant in self._texts else key
        if part == "hint" and (other := self._unlike_paste(key, values, file)):
            return self._texts(other)
        text = self._texts(key, **values)
        if part == "hint" and file and any(name in self._texts.raw(key) for name in _PASTED):
            return self._on_lines(text, finding, file)
        return text

    def _unlike_paste(self, key: str, values: Mapping[str, object], file: Document | None) -> str:
        """Return the hint in place of the one under `key`, when what it shows cannot be pasted.

        What is covered may stand in a register, such as the day of a law; in a card it may not.
        """
        hint = self._texts.raw(key)
        shown = [str(values.get(each, "")) for each in _TO_PASTE if f"{{{each}}}" in hint]
        is_covered = any(privacy.COVER in each for each in shown)
        if is_covered and file and file.kind == "card":
            return "check.private-first"
        too_long = any(len(each) > _PASTED_AT_MOST for each in shown)
        return "check.quote-it" if is_covered or too_long else ""

    def _on_lines(self, hint: str, finding: Finding, file: Document) -> str:
        """Return a hint to paste with the lines that it replaces, if they are more than one."""
        if isinstance(finding.where, Span) or finding.at_key:
            return hint
        first = file.span(finding.where, at_key=True).start.line
        node = node_at(file.root, finding.where)
        last = last_line(node) if node else file.span(finding.where, at_key=False).end.line
        if first == last:
            return hint
        field = finding.where[-1]
        key = "check.instead" if isinstance(field, str) else "check.instead-of-text"
        return self._texts(key, field=field, first=first, last=last, hint=hint)

    def _names(self, kind: str, route: Route) -> dict[str, object]:
        """Return how messages name the field at the end of `route`, with its label if any."""
        if (kind, route) not in self._named:
            self._named[kind, route] = self._new_names(kind, route)
        return self._named[kind, route]

    def _new_names(self, kind: str, route: Route) -> dict[str, object]:
        field = next((str(step) for step in reversed(route) if isinstance(step, str)), "")
        found = schema_walk.field_at(kind, route)
        shown = _covered(printable(field))
        if found is None or found[1].name != field:
            return {"field": shown, "named": f"«{shown}»"}
        label = self._texts(f"fields.{found[0].name}.{field}.label")
        return {"field": field, "named": f"«{field}» ({label})"}

    def _hint(
        self, rule: str, finding: Finding, file: Document | None, known: frozenset[str]
    ) -> str:
        if several := _several(finding):
            return self._texts(_apart(finding, file), names=", ".join(map(_covered, several)))
        parts = []
        found = self._nearest(finding)
        if found:
            parts.append(self._texts("check.nearest", name=_covered(found)))
        if finding.choices and len(finding.choices) <= _SHOWN_CHOICES:
            shown = ", ".join(map(_covered, finding.choices))
            names = self._texts("check.choices", names=shown)
            parts.append(f"({names})" if found else names)
        return "   ".join(parts) or self._text(rule, "hint", finding, file, known)

    def _nearest(self, finding: Finding) -> str | None:
        """Return the nearest choice; after many of them none, as each takes time."""
        if not finding.choices or self._proposals >= _PROPOSALS_AT_MOST:
            return None
        self._proposals += 1
        return nearest(str(finding.values.get("value", "")), finding.choices)


def _several(finding: Finding) -> tuple[str, ...]:
    """Return the choices that stand beside each other where one should."""
    if not finding.choices or finding.at_key:
        return ()
    return several_in(str(finding.values.get("value", "")), finding.choices)


def _apart(finding: Finding, file: Document | None) -> str:
    """Return the key of the hint on several names in one place."""
    if file is None or isinstance(finding.where, Span) or isinstance(finding.where[-1], str):
        return "check.one-of"
    line = file.written.lines[_span(finding, file).start.line - 1]
    return "check.on-lines" if line.lstrip().startswith("- ") else "check.with-comma"


def _span(finding: Finding, document: Document | None) -> Span:
    if finding.part is not None:
        return finding.part
    if isinstance(finding.where, Span):
        return finding.where
    return document.span(finding.where, finding.at_key) if document else TOP


@lru_cache(maxsize=1024)  # most findings are about a few fields
def _field(route: Route) -> str:
    """Return the way to the value, as reports write it: `tags.phase.0`."""
    steps = [_covered(printable(str(step))) for step in route]
    return privacy.masked(".".join(steps))


def _secrets(finding: Finding, file: Document | Source) -> frozenset[str]:
    """Return what is private about the file, which a value may repeat in another form."""
    if not finding.values:
        return frozenset()
    known = file.secrets if isinstance(file, Document) else privacy.secrets(file.path)
    found = (privacy.secrets(each) for each in finding.values.values() if isinstance(each, str))
    return known.union(*found)


def _shown(name: str, value: object, shown: frozenset[str], known: frozenset[str]) -> object:
    """Return a value as a message shows it: on one line, without anything private.

    It is short too, unless it is to be pasted.
    """
    if not isinstance(value, str):
        return value
    text = _covered(printable(" ".join(value.split())), shown)
    text = without_codes(privacy.without_secrets(text, known))
    if name in _TO_PASTE or len(text) <= _SHOWN_VALUE:
        return text
    return text[: _SHOWN_VALUE - 1] + "…"


@lru_cache(maxsize=1024)  # the names of fields come again and again
def _covered(text: str, shown: frozenset[str] = frozenset()) -> str:
    """Return `text` without anything private; of an id or a path, its words count too."""
    masked = privacy.masked_value(text, shown)
    return privacy.masked_path(masked) if " " not in text or "/" in text else masked
