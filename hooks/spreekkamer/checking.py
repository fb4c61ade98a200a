"""Runs the rules over a collection in stages and turns what they find into a report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from spreekkamer import checks, document, library, schema_walk, source
from spreekkamer.checks.references import references
from spreekkamer.diagnostics import TOP, Diagnostic, Severity, Span
from spreekkamer.document import Document
from spreekkamer.library import Collection, Library
from spreekkamer.rules import Finding, Raised, Route
from spreekkamer.source import Source, printable
from spreekkamer.suggestions import nearest
from spreekkamer.texts import Texts

_SHOWN_VALUE: Final = 60
_SHOWN_CHOICES: Final = 10
_TO_PASTE: Final = "fixed"
_PASTED_AT_MOST: Final = 1000
_PROPOSALS_AT_MOST: Final = 200


class RuleFailure(Exception):
    """A rule crashed: a fault of ours, not a problem of the file."""

    def __init__(self, rule: str, path: str) -> None:
        super().__init__(f"{rule}: {path}")
        self.rule = rule
        self.path = path


@dataclass(frozen=True, slots=True)
class Report:
    """All problems of a collection in order, and what of it may be published.

    `paths` are those of the files that were read.
    """

    diagnostics: tuple[Diagnostic, ...]
    library: Library
    paths: tuple[str, ...]

    @property
    def faulty(self) -> frozenset[str]:
        """The paths of files with an error."""
        return _faulty(self.diagnostics)


def _faulty(diagnostics: Iterable[Diagnostic]) -> frozenset[str]:
    return frozenset(each.path for each in diagnostics if each.severity is Severity.ERROR)


def _root(collection: Collection) -> str:
    """Return how reports name the folder of the collection, with a slash."""
    first = next(iter(collection.documents), None)
    return first.path.removesuffix(first.within.as_posix()) if first else ""


def _shown(name: str, value: object) -> object:
    """Return a value as a message shows it: on one line, and short unless it is to be pasted."""
    if not isinstance(value, str):
        return value
    text = printable(" ".join(value.split()))
    if name == _TO_PASTE or len(text) <= _SHOWN_VALUE:
        return text
    return text[: _SHOWN_VALUE - 1] + "…"


class _Checker:
    """One run over one collection."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._proposals = 0
        self.diagnostics: list[Diagnostic] = []

    def add(self, rule: str, finding: Finding, file: Document | Source) -> None:
        """Write `finding` down as a diagnostic of `file`."""
        found_in = file if isinstance(file, Document) else None
        where = finding.where
        if not isinstance(where, Span):
            where = found_in.span(where, finding.at_key) if found_in else TOP
        self.diagnostics.append(
            Diagnostic(
                path=file.path,
                span=where,
                rule=rule,
                severity=checks.rules()[rule].rule.severity,
                message=self._message(rule, finding, found_in),
                hint=self._hint(rule, finding, found_in),
                excerpt=found_in.line(where.start) if found_in else "",
            )
        )

    def _text(self, rule: str, part: str, finding: Finding, file: Document | None) -> str:
        values = {name: _shown(name, value) for name, value in finding.values.items()}
        if len(str(values.get(_TO_PASTE, ""))) > _PASTED_AT_MOST:
            return self._texts("check.quote-it")
        if file and not isinstance(finding.where, Span):
            values |= self._names(file.kind, finding.where)
        key = f"rules.{rule}.{part}"
        variant = f"{key}-{finding.variant}" if finding.variant else key
        if variant not in self._texts and key not in self._texts:
            return ""
        return self._texts(variant if variant in self._texts else key, **values)

    def _names(self, kind: str, route: Route) -> dict[str, object]:
        """Return how messages name the field at the end of `route`, with its label if any."""
        field = next((str(step) for step in reversed(route) if isinstance(step, str)), "")
        found = schema_walk.field_at(kind, route)
        if found is None or found[1].name != field:
            return {"field": printable(field), "named": f"«{printable(field)}»"}
        label = self._texts(f"fields.{found[0].name}.{field}.label")
        return {"field": field, "named": f"«{field}» ({label})"}

    def _message(self, rule: str, finding: Finding, file: Document | None) -> str:
        return self._text(rule, "message", finding, file)

    def _hint(self, rule: str, finding: Finding, file: Document | None) -> str:
        parts = []
        found = self._nearest(finding)
        if found:
            parts.append(self._texts("check.nearest", name=found))
        if finding.choices and len(finding.choices) <= _SHOWN_CHOICES:
            names = self._texts("check.choices", names=", ".join(finding.choices))
            parts.append(f"({names})" if found else names)
        return "   ".join(parts) or self._text(rule, "hint", finding, file)

    def _nearest(self, finding: Finding) -> str | None:
        """Return the nearest choice; after many of them none, as each takes time."""
        if not finding.choices or self._proposals >= _PROPOSALS_AT_MOST:
            return None
        self._proposals += 1
        return nearest(str(finding.values.get("value", "")), finding.choices)

    def add_absent(self, collection: Collection) -> None:
        """Report once for each kind of file that is pointed at while there is none of it."""
        root = _root(collection)
        for kind in sorted(collection.absent):
            target = "source" if kind == "sources" else kind
            if any(any(references(file, target)) for file in collection.documents):
                place = f"{root}{library.POINTED_AT[kind]}"
                finding = Finding(TOP, {"place": place}, "absent")
                self.add(f"ref-{target}", finding, Source(place, PurePosixPath(), ""))

    def run(self, alone: bool, collection: Collection) -> Collection:
        """Run the rules on single files, or those on the collection.

        Return the collection without the values that they rejected.
        """
        named = [each for each in checks.rules().values() if each.alone is alone and each.check]
        documents = []
        for file in collection.documents:
            bad: set[Route] = set()
            whole = True
            for each in named:
                found = self._findings(each, file, collection)
                if found and each.rule.spoils:
                    bad.update(each.where for each in found if not isinstance(each.where, Span))
                    whole = False
            documents.append(file.without(frozenset(bad), whole or not alone))
        return Collection(tuple(documents))

    def _findings(
        self, named: checks.NamedRule, file: Document, collection: Collection
    ) -> list[Finding]:
        assert named.check is not None
        try:
            findings = list(named.check(file, collection))
            for finding in findings:
                self.add(named.name, finding, file)
        except Exception as error:
            raise RuleFailure(named.name, file.path) from error
        return findings


def check_sources(sources: Iterable[Source], texts: Texts) -> Report:
    """Check the files in `sources` against each other.

    RuleFailure when a rule crashes.
    """
    checker = _Checker(texts)
    documents: list[Document] = []
    for each in sources:
        read, raised = document.read(each)
        if read is None and not raised:
            raised = (Raised("id-place", Finding(TOP)),)
        for problem in raised:
            checker.add(problem.rule, problem.finding, read or each)
        if read is not None:
            documents.append(read)
    collection = checker.run(True, Collection(tuple(documents)))
    collection = checker.run(False, collection)
    checker.add_absent(collection)
    diagnostics = tuple(sorted(checker.diagnostics, key=lambda each: each.order))
    published = library.build(collection, _faulty(diagnostics))
    return Report(diagnostics, published, tuple(each.path for each in documents))


def check_folder(
    folder: Path,
    shown: str,
    texts: Texts,
    *,
    instead: Mapping[str, bytes | None] | None = None,
    beside: Sequence[Source] = (),
) -> Report:
    """Read and check the collection in `folder`, which reports name `shown`.

    `instead` holds content by path to take in place of what is on disk; `beside` are cards from
    elsewhere to check with the collection, in place of its cards with the same name.
    source.CollectionMissing when there is no such folder.
    """
    replaced = {each.within.name for each in beside}
    sources = (
        each
        for each in source.collect(folder, shown, instead or {})
        if each.within.parts[:1] != (source.CARDS,) or each.within.name not in replaced
    )
    return check_sources((*sources, *beside), texts)
