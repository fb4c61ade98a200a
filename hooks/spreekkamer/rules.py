"""What a rule is, and what it yields when it finds something."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from spreekkamer.diagnostics import Severity, Span

Route = tuple[str | int, ...]
"""The way to a value in a file: keys and list positions from 0, such as `("tags", "phase", 0)`."""

NO_CHOICES: Final[Mapping[str, tuple[str, ...]]] = {}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a rule found, in terms of fields; the engine adds name, severity and place.

    `where` is a route, or a span when only the reader of the text can know the place. `at_key`
    points at the key instead of the value, `part` at a stretch within it. `variant` picks one of
    the rule's messages. `values` fill the message. `choices` are the allowed names, each with other
    words for it, from which the engine proposes the nearest to `value`. `involves` are the paths
    of other files that have a part in it.
    """

    where: Route | Span
    values: Mapping[str, object] = field(default_factory=dict)
    variant: str = ""
    at_key: bool = False
    part: Span | None = None
    involves: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: NO_CHOICES)


@dataclass(frozen=True, slots=True)
class Raised:
    """A finding of the reader of bytes or text, which names its rule itself."""

    rule: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Sample:
    """A file as somebody might hand it in, to show and to test a rule.

    `text` holds lines that replace (or join) the top-level fields of a sound card; with
    `whole=True` it is the whole file. `path` is relative to the collection. `link_to` makes it a
    symbolic link, `folder` a folder, `beside` adds other files to the collection.
    """

    text: str | bytes = ""
    path: str = "cards/voorbeeld.yml"
    whole: bool = False
    link_to: str = ""
    folder: bool = False
    beside: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as its module declares it: severity, one sample that fails and one that passes.

    `spoils` tells that a value it rejects cannot be used by other rules nor by the site.
    `after_form` lets it run when the form of all files is known, like rules on references.
    `overrulable` tells whether a card may say, with a reason, that it does not apply; warnings
    always may be. `on_private` tells that it looks at what is private in a file and at nothing
    else, so that most files need not be shown to it.
    """

    severity: Severity
    fails: Sample
    passes: Sample
    spoils: bool = True
    after_form: bool = False
    overrulable: bool = False
    on_private: bool = False

    @property
    def may_be_overruled(self) -> bool:
        """Whether a card's `allow` silences it."""
        return self.overrulable or self.severity is Severity.WARNING
