"""What the rules of privacy have in common: finding one kind of thing in a file."""

from __future__ import annotations

from collections.abc import Iterator

from spreekkamer.checks.yaml.surprise import told_instead
from spreekkamer.document import Document
from spreekkamer.rules import Finding

_COMMENT = "comment"
_ID = "id"


def found(document: Document, kind: str) -> Iterator[Finding]:
    """Yield a finding, without what it found, for everything of `kind` in `document`."""
    for part in document.private:
        if part.kind != kind or told_instead(document, part):
            continue
        if part.route is None:
            yield Finding(part.span, variant=_COMMENT)
        elif part.route == ():
            yield Finding((), variant=_ID)
        else:
            yield Finding(part.route, part=part.span)
