"""An id is lower-case ASCII words joined by hyphens: it works in every address and file system."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from spreekkamer import privacy
from spreekkamer.checks.id.reserved import RESERVED
from spreekkamer.contents import Item
from spreekkamer.diagnostics import TOP, Severity
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule, Sample
from spreekkamer.schema_types import ID_LENGTH, ID_PATTERN, Id

_EXTENSION: Final = re.compile(r"(?:\.ya?ml)+$", re.IGNORECASE)
_DASH: Final = re.compile("[\u2010-\u2015]")

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
        if privacy.tells(stem):
            yield Finding(TOP, {"value": stem}, "file-private")
        else:
            yield Finding(TOP, {"value": stem, "fixed": proposed(stem)}, "file")
    claims = {claim.route: claim for claim in document.claims}
    for item in document.of_type(Id):
        if item.text and not ID_PATTERN.fullmatch(item.text):
            claim = claims.get(item.route)
            if not (claim and collection.claimed_before(claim)):
                yield _finding(document, item, item.text)


def _finding(document: Document, item: Item[Id], name: str) -> Finding:
    """Return that `name` cannot be an id; one made of it would show what the message covers."""
    values = {"value": name}
    in_card = document.kind == "card"
    if privacy.tells(name) or (in_card and privacy.name_places(name)):
        return Finding(item.route, values, "private", at_key=item.is_key)
    values["fixed"] = f"{proposed(name)}:" if item.is_key else proposed(name)
    return Finding(item.route, values, at_key=item.is_key)


def proposed(name: str) -> str:
    """Return an id that looks like `name`, for the hint."""
    bare = _DASH.sub("-", _EXTENSION.sub("", name))
    plain = unicodedata.normalize("NFKD", bare).encode("ascii", "ignore").decode().lower()
    name = re.sub("[^a-z0-9]+", "-", plain).strip("-")[:ID_LENGTH].strip("-") or "mijn"
    return f"{name}-kaart" if name in RESERVED or name == "mijn" else name
