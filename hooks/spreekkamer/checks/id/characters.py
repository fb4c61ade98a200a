"""An id is lower-case ASCII words joined by hyphens: it works in every address and file system."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from spreekkamer import privacy
from spreekkamer.checks.id.reserved import RESERVED
from spreekkamer.diagnostics import TOP, Severity, Span
from spreekkamer.document import Document, Item
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Route, Rule, Sample
from spreekkamer.schema_types import ID_LENGTH, ID_PATTERN, Id

RULE = Rule(
    severity=Severity.ERROR,
    fails=Sample("role: klantmanager", path="cards/Mijn_Kaart.yml"),
    passes=Sample("role: klantmanager", path="cards/mijn-kaart-2.yml"),
)


def check(document: Document, collection: Collection) -> Iterator[Finding]:
    stem = document.within.stem
    if (
        document.named_by_id
        and not ID_PATTERN.fullmatch(stem)
        and not collection.claimed_before(document.claim)
    ):
        yield _finding(TOP, stem, "file")
    for item in document.of_type(Id):
        if item.text and not ID_PATTERN.fullmatch(item.text):
            if not _is_twice(document, collection, item):
                yield _finding(item.route, item.text, at_key=item.is_key)


def _finding(where: Route | Span, name: str, variant: str = "", at_key: bool = False) -> Finding:
    """Return that `name` cannot be one; an id made of it would show what the message covers."""
    if privacy.tells(name):
        return Finding(where, {"value": name}, f"{variant}-private".strip("-"), at_key=at_key)
    return Finding(where, {"value": name, "fixed": proposed(name)}, variant, at_key=at_key)


def _is_twice(document: Document, collection: Collection, item: Item[Id]) -> bool:
    return any(
        claim.route == item.route and collection.claimed_before(claim) for claim in document.claims
    )


def proposed(name: str) -> str:
    """Return an id that looks like `name`, for the hint."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    name = re.sub("[^a-z0-9]+", "-", plain).strip("-")[:ID_LENGTH].strip("-") or "mijn"
    return f"{name}-kaart" if name in RESERVED or name == "mijn" else name
