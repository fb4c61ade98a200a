"""Every field of every kind of file under `learnings/`, once (design, section 3)."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final

from spreekkamer.schema_types import (
    Choice,
    Condition,
    Field,
    Flag,
    Group,
    Id,
    ListOf,
    MapOf,
    Number,
    Pattern,
    Ref,
    Text,
    Type,
    table,
)

KINDS: Final = ("practice", "sourced", "example", "question")
COUNTED: Final = ("practice", "sourced")
"""Kinds that tell what really happened."""
RESULTS: Final = ("worked", "partly", "did-not-work", "unclear")
BETWEEN: Final = "between"
UNKNOWN_PERIOD: Final = "unknown"
EVIDENCE: Final = (
    "randomised",
    "quasi-experiment",
    "before-after",
    "process-evaluation",
    "qualitative",
    "municipal-figures",
    "practice-account",
    "news-report",
    "advice",
)

_YEAR = "(?:19|20)[0-9]{2}"
_MONTH = f"{_YEAR}-(?:0[1-9]|1[0-2])"
_QUARTER = re.compile(f"{_YEAR}(?:-Q[1-4])?")
PERIOD: Final = Pattern("period", _QUARTER, also=(UNKNOWN_PERIOD,))
TRY_PERIOD: Final = Pattern("period", _QUARTER)
MONTH: Final = Pattern("month", re.compile(_MONTH))
DATE: Final = Pattern("date", re.compile(f"{_YEAR}|{_MONTH}(?:-[0-9]{{2}})?"), nullable=True)
URL: Final = Pattern("url", re.compile(r"https?://[^\s<>\"']{3,490}"))

SOURCED: Final = Condition("kind", ("sourced",))
QUESTION: Final = Condition("kind", ("question",))
SUPERSEDED: Final = Condition("status", ("superseded",))
RETIRED: Final = Condition("status", ("retired",))
FAILED: Final = Condition("result", ("did-not-work",))


def _translated(name: str, longest: int) -> Group:
    return Group(table(name, Field("nl", Text(longest), always=True), Field("en", Text(longest))))


def _unless_question(name: str, type_: Type) -> Field:
    return Field(name, type_, always=True, forbidden=QUESTION)


LABEL: Final = _translated("label", 60)
QUESTION_TEXT: Final = _translated("question", 160)
DEFINITION: Final = _translated("definition", 250)
SOURCES: Final = Field("sources", ListOf(Ref("source")))
WORDS: Final = ListOf(Text(60))

OUTCOME: Final = table(
    "outcome",
    Field("after_months", Number(0, 120)),
    Field("what", Text(250), always=True),
    Field("known_how", Choice(("seen", "heard", "system", "research", "unknown"))),
)
TRY: Final = table(
    "try",
    Field("period", TRY_PERIOD, always=True),
    Field("result", Choice(("confirms", "partly", "contradicts")), always=True),
    Field("note", Text(250), always=True),
    Field("role", Text(60)),
)
SIGNAL: Final = table(
    "signal",
    Field("text", Text(250), always=True),
    Field("since", MONTH),
    Field("status", Choice(("open", "answered", "changed", "declined")), default="open"),
    Field("reply", Text(250)),
)
SEE_ALSO: Final = table(
    "see_also",
    Field("card", Ref("card"), always=True),
    Field("how", Choice(("contradicts", "partly", "follows")), always=True),
)
ALLOW: Final = table(
    "allow",
    Field("rule", Text(60), always=True),
    Field("because", Text(160), always=True),
)

CARD: Final = table(
    "card",
    Field("title", Text(80, shortest=10), always=True),
    Field("kind", Choice(KINDS), default="practice"),
    Field("dilemma", Ref("dilemma"), always=True),
    _unless_question("side", Ref("side")),
    Field("also", ListOf(Ref("dilemma"), most=2)),
    _unless_question("result", Choice(RESULTS)),
    Field("period", PERIOD, always=True),
    Field("place", Text(60), forbidden=SOURCED.opposite),
    Field("evidence", Choice(EVIDENCE), required=SOURCED),
    Field("situation", Text(600, shortest=40), always=True),
    _unless_question("choice", Text(500, shortest=20)),
    Field(
        "what_worked",
        Text(500, shortest=20),
        required=FAILED.opposite,
        forbidden=QUESTION,
    ),
    Field("what_did_not_work", Text(300, shortest=10), required=FAILED),
    Field("because", Text(200)),
    Field("beneath", Text(300)),
    Field("next_time", Text(300)),
    Field("not_when", Text(200)),
    Field("unsure", Text(200)),
    Field("outcome", Group(OUTCOME)),
    Field("tries", ListOf(Group(TRY))),
    Field("signal", Group(SIGNAL)),
    Field("question", Text(160)),
    Field("tags", MapOf(Ref("facet"), ListOf(Ref("tag")))),
    Field("law_checked", MONTH),
    Field("checked", MONTH),
    Field("see_also", ListOf(Group(SEE_ALSO))),
    Field("sources", ListOf(Ref("source")), required=SOURCED),
    Field("status", Choice(("active", "superseded", "retired")), default="active"),
    Field(
        "replaced_by",
        Ref("card"),
        required=SUPERSEDED,
        forbidden=SUPERSEDED.opposite,
    ),
    Field(
        "retired_because",
        Text(200),
        required=RETIRED,
        forbidden=RETIRED.opposite,
    ),
    Field("role", Text(60)),
    Field("composite", Flag()),
    Field("formerly", ListOf(Id())),
    Field("allow", ListOf(Group(ALLOW))),
)

SIDE: Final = table(
    "side", Field("label", LABEL, always=True), Field("definition", DEFINITION, always=True)
)
RESEARCH: Final = table(
    "research", Field("nl", Text(400), always=True), Field("en", Text(400)), SOURCES
)
DILEMMA: Final = table(
    "dilemma",
    Field("label", LABEL, always=True),
    Field("question", QUESTION_TEXT, always=True),
    Field("origin", Text(60)),
    Field("sides", MapOf(Id(), Group(SIDE), exactly=2), always=True),
    Field("synonyms", WORDS),
    Field("find_only", WORDS),
    Field("not_to_confuse_with", MapOf(Ref("dilemma"), Text(300))),
    Field("research", ListOf(Group(RESEARCH))),
)

TAG: Final = table(
    "tag",
    Field("label", LABEL, always=True),
    Field("synonyms", WORDS),
    Field("misspellings", WORDS),
    Field("find_only", WORDS),
    SOURCES,
    Field("legacy", Flag()),
    Field("replaced_by", Ref("any-tag")),
)
FACET: Final = table(
    "facet",
    Field("label", LABEL, always=True),
    Field("question", QUESTION_TEXT, always=True),
    Field("max_per_card", Number(1, 10), always=True),
    Field("values", MapOf(Id(), Group(TAG)), always=True),
)
SOURCE: Final = table(
    "source",
    Field("title", Text(300), always=True),
    Field("by", Text(200)),
    Field("year", Text(60)),
    Field("url", URL),
)
LAW_CHANGE: Final = table(
    "law_change",
    Field("label", LABEL, always=True),
    Field("date", DATE),
    Field("until", DATE),
    Field("status", Text(160)),
    Field("what", _translated("what", 400), always=True),
    Field("affects", ListOf(Ref("any-tag"))),
    SOURCES,
)
WORD_GROUP: Final = table("words", Field("default", LABEL), Field("search_as_equal", WORDS))

URGENT: Final = "urgent"
"""The group of words at which search shows whom to call."""

FILES: Final[dict[str, Type]] = {
    "card": Group(CARD),
    "dilemma": Group(DILEMMA),
    "facet": Group(FACET),
    "sources": MapOf(Id(), Group(SOURCE)),
    "law_changes": MapOf(Id(), Group(LAW_CHANGE)),
    "words": MapOf(Id(), Group(WORD_GROUP)),
}
"""What each kind of file holds."""

FOLDERS: Final = {"cards": "card", "dilemmas": "dilemma", "tags": "facet"}
"""The folders with the kind of file that they hold."""
NAMED_BY_ID: Final = frozenset(FOLDERS.values())
"""Kinds of file whose name is an id."""
_REGISTERS: Final = ("sources", "law_changes", "words")


def kind_of(within: PurePosixPath) -> str | None:
    """Return the kind of the file at `within` a collection, a key of `FILES`; None if unknown."""
    if len(within.parts) > 1:
        return FOLDERS.get(within.parts[0])
    return within.stem if within.stem in _REGISTERS else None
