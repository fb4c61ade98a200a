"""The ids that files take for themselves, and which of two goes first."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from spreekkamer.rules import Route
from spreekkamer.schema_types import ID_PATTERN


@dataclass(frozen=True, slots=True)
class Claim:
    """An id that a file takes for itself; without `route` it is the file's own name."""

    kind: str
    ident: str
    path: str
    route: Route = ()

    @property
    def folded(self) -> tuple[str, str]:
        """What is equal for ids that a file system may take for the same."""
        ident = self.ident
        if not ident.isascii():
            ident = unicodedata.normalize("NFKC", ident)
        return self.kind, ident.casefold()

    @property
    def rank(self) -> tuple[bool, bool, str]:
        """The order in which claims to the same id are honoured."""
        return bool(self.route), not ID_PATTERN.fullmatch(self.ident), self.path
