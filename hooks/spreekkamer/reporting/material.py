"""What every format writes down, and what formats have in common."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from spreekkamer import addresses, privacy
from spreekkamer.diagnostics import Diagnostic, Severity
from spreekkamer.texts import Texts

PRIVACY: Final = "privacy-"
_WHOLE_COLLECTION: Final = "deck-"


@dataclass(frozen=True)
class Material:
    """Problems in order, the files they were looked for in, and the words to tell them in.

    `site` is the address of the published site, ending in a slash, if it has one. When `strict`,
    warnings are failures too. Make it with `material`: that covers what is private in a path.
    `files` are as they are on disk; show `paths` instead.
    """

    diagnostics: tuple[Diagnostic, ...]
    files: tuple[str, ...]
    texts: Texts
    site: str = ""
    strict: bool = False

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """The paths of the files, with what is private in them covered."""
        return tuple(map(privacy.masked_path, self.files))

    @property
    def by_weight(self) -> list[Diagnostic]:
        """The problems, the worst first: errors, privacy, cards before the whole collection."""
        return sorted(self.diagnostics, key=_weight)

    def more(self, rule: str) -> str:
        """Return where to read about `rule`: an address, or the command when there is no site."""
        return f"{self.site}{addresses.rule(rule)}" if self.site else command(rule)

    def title(self, rule: str) -> str:
        """Return what `rule` is about, with its name."""
        return f"{self.texts(f'rules.{rule}.title')} ({rule})"

    def lines(self, diagnostic: Diagnostic) -> list[str]:
        """Return message, hint if there is one, and where to read more."""
        more = self.texts("check.more", place=self.more(diagnostic.rule))
        return [each for each in (diagnostic.message, diagnostic.hint, more) if each]

    def fails(self, diagnostic: Diagnostic) -> bool:
        """Return whether the check fails because of `diagnostic`."""
        return self.strict or diagnostic.severity is Severity.ERROR


def material(
    diagnostics: Iterable[Diagnostic],
    paths: Iterable[str],
    texts: Texts,
    site: str = "",
    strict: bool = False,
) -> Material:
    """Return what to write down, with what is private in the paths covered."""
    shown = (replace(each, path=privacy.masked_path(each.path)) for each in diagnostics)
    return Material(tuple(shown), tuple(paths), texts, site, strict)


def command(rule: str) -> str:
    """Return what to type to read about `rule`."""
    return f"spreekkamer explain {rule}"


def _weight(diagnostic: Diagnostic) -> tuple[bool, bool, bool]:
    return (
        diagnostic.severity is not Severity.ERROR,
        diagnostic.rule.startswith(_WHOLE_COLLECTION),
        not diagnostic.rule.startswith(PRIVACY),
    )
