"""Runs the rules over a collection in stages and turns what they find into a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Final

from spreekkamer import checks, document, library, privacy, source
from spreekkamer.checks.references import references
from spreekkamer.diagnosing import Diagnoser
from spreekkamer.diagnostics import TOP, Diagnostic, Severity, Span
from spreekkamer.document import Document
from spreekkamer.garbage import without_collecting
from spreekkamer.library import Collection, Library
from spreekkamer.rules import Finding, Raised, Route
from spreekkamer.source import Source
from spreekkamer.texts import Texts

_SEARCHED_TOGETHER: Final = 500
_ALIKE_AT_MOST: Final = 200
"""How often a rule is told of in one file: nobody mends more before looking again."""


class RuleFailure(Exception):
    """A rule crashed: a fault of ours, not a problem of the file."""

    def __init__(self, rule: str, path: str) -> None:
        shown = privacy.masked_path(path)
        super().__init__(f"{rule}: {shown}")
        self.rule = rule
        self.path = shown


@dataclass(frozen=True, slots=True)
class Overruled:
    """A rule that found something on a card that says why it does not apply there."""

    path: str
    rule: str
    because: str


@dataclass(frozen=True, slots=True)
class Report:
    """All problems of a collection in order, and what of it may be published.

    `paths` are those of the files that were read, `cards` those of cards among them, `overruled`
    what cards silenced.
    """

    diagnostics: tuple[Diagnostic, ...]
    library: Library
    paths: tuple[str, ...]
    overruled: tuple[Overruled, ...] = ()
    cards: tuple[str, ...] = ()

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


class _Checker:
    """One run over one collection."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._diagnoser = Diagnoser(texts)
        self._number: Counter[tuple[str, str]] = Counter()
        self._last: dict[tuple[str, str], int] = {}
        self.diagnostics: list[Diagnostic] = []
        self.overruled: list[Overruled] = []

    def add(self, rule: str, finding: Finding, file: Document | Source) -> None:
        """Write `finding` down as a diagnostic of `file`, unless it has a great many alike."""
        alike = (rule, file.path)
        self._number[alike] += 1
        if self._number[alike] <= _ALIKE_AT_MOST + 1:
            self._last[alike] = len(self.diagnostics)
            self.diagnostics.append(self._diagnoser.diagnostic(rule, finding, file))

    def tell_the_rest(self) -> None:
        """Put the number of those that were not written down in the place of the last one."""
        for alike, number in self._number.items():
            if number > _ALIKE_AT_MOST + 1:
                last = self._last[alike]
                message = self._texts("check.many-more", count=number - _ALIKE_AT_MOST)
                shown = replace(self.diagnostics[last], message=message, hint="")
                self.diagnostics[last] = shown

    def add_absent(self, collection: Collection) -> None:
        """Report once for each kind of file that is pointed at while there is none of it."""
        root = _root(collection)
        for kind in sorted(collection.absent):
            target = "source" if kind == "sources" else kind
            if any(any(references(file, target)) for file in collection.documents):
                place = f"{root}{library.POINTED_AT[kind]}"
                finding = Finding(TOP, {"place": place}, "absent")
                self.add(f"ref-{target}", finding, Source(place, PurePosixPath(), ""))

    def run(self, stage: int, collection: Collection) -> Collection:
        """Run the rules on form of one stage.

        Return the collection without the values that they rejected.
        """
        named = checks.of_stage(stage)
        documents = []
        for file in collection.documents:
            bad: set[Route] = set()
            whole = True
            for each, found in _found(named, file, collection):
                self._add_all(each, found, file)
                if each.rule.spoils:
                    bad.update(each.where for each in found if not isinstance(each.where, Span))
                    whole = False
            documents.append(file.without(frozenset(bad), whole or stage != checks.ALONE))
        return replace(collection, documents=tuple(documents))

    def judge(self, collection: Collection) -> None:
        """Run the rules that judge what is sound; a card may overrule some of them."""
        named = checks.of_stage(checks.JUDGING)
        on_more = tuple(each for each in named if not each.rule.on_private)
        faulty = _faulty(self.diagnostics)
        for number, file in enumerate(collection.documents):
            if number % _SEARCHED_TOGETHER == 0:
                find_private(collection.documents[number : number + _SEARCHED_TOGETHER])
            allowed = _allowed(file)
            unused = set(allowed)
            for each, found in _found(named if file.private else on_more, file, collection):
                if each.name in allowed:
                    unused.discard(each.name)
                    self.overruled += [Overruled(file.path, each.name, allowed[each.name][1])]
                else:
                    self._add_all(each, found, file)
            # What is not sound was not judged, so a reason may seem to be of no use.
            for name in unused if file.path not in faulty else ():
                finding = Finding(("allow", allowed[name][0], "rule"), {"value": name})
                self.add("fresh-allow", finding, file)

    def _add_all(self, named: checks.NamedRule, found: list[Finding], file: Document) -> None:
        try:
            for finding in found:
                self.add(named.name, finding, file)
        except Exception as error:
            raise RuleFailure(named.name, file.path) from error


def _found(
    named: Iterable[checks.NamedRule], file: Document, collection: Collection
) -> list[tuple[checks.NamedRule, list[Finding]]]:
    """Return what each rule that finds something in `file` finds."""
    found = []
    for each in named:
        assert each.check is not None
        try:
            if its_own := list(each.check(file, collection)):
                found.append((each, its_own))
        except Exception as error:
            raise RuleFailure(each.name, file.path) from error
    return found


def find_private(files: Sequence[Document]) -> None:
    """Look in all of `files` for what may lead back to a person; RuleFailure on a crash."""
    looked_at = files[0]
    try:
        privacy.pass_over(each.sought for each in files)
        for looked_at in files:
            _ = looked_at.private
    except Exception as error:
        raise RuleFailure(checks.PRIVACY, looked_at.path) from error


def _allowed(file: Document) -> dict[str, tuple[int, str]]:
    """Return the rules that the card overrules, with their place in the list and the reason."""
    entries = file.values.get("allow", ()) if file.kind == "card" else ()
    return {
        each["rule"]: (number, each["because"])
        for number, each in enumerate(entries)
        if "rule" in each and "because" in each
    }


@without_collecting()
def check_sources(sources: Iterable[Source], texts: Texts, today: date | None = None) -> Report:
    """Check the files in `sources` against each other, as on the day `today`.

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
    collection = Collection(tuple(documents), today or date.today(), checks.overrulable())
    for stage in (checks.ALONE, checks.POINTING):
        collection = checker.run(stage, collection)
    checker.judge(collection)
    checker.add_absent(collection)
    checker.tell_the_rest()
    diagnostics = tuple(sorted(checker.diagnostics, key=lambda each: each.order))
    published = library.build(collection, _faulty(diagnostics))
    paths = tuple(each.path for each in documents)
    cards = tuple(each.path for each in documents if each.kind == "card")
    return Report(diagnostics, published, paths, tuple(checker.overruled), cards)


@without_collecting()
def check_folder(
    folder: Path,
    shown: str,
    texts: Texts,
    *,
    instead: Mapping[str, bytes | None] | None = None,
    beside: Sequence[Source] = (),
    today: date | None = None,
) -> Report:
    """Read and check the collection in `folder`, which reports name `shown`, as on `today`.

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
    return check_sources((*sources, *beside), texts, today)
