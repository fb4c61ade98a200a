"""The rules, one module each; family and module name make the name of the rule."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Final

from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.rules import Finding, Rule

FORM: Final = ("yaml", "id", "field")
"""Families that look at one file by itself."""
REFERENCE: Final = ("ref",)
"""Families that look at what a file points to, once the form of all files is known."""

Check = Callable[[Document, Collection], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class NamedRule:
    """A rule with the name that its place gives it; `check` is None when the reader yields it.

    `alone` tells that it looks at one file by itself; the others run when the form is known.
    """

    name: str
    family: str
    alone: bool
    rule: Rule
    check: Check | None
    doc: str


@cache
def rules() -> dict[str, NamedRule]:
    """Return every rule by name, in the order of the names within each family."""
    found: dict[str, NamedRule] = {}
    for family in (*FORM, *REFERENCE):
        package = import_module(f"{__name__}.{family}")
        for info in pkgutil.iter_modules(package.__path__):
            module = import_module(f"{package.__name__}.{info.name}")
            name = f"{family}-{info.name.replace('_', '-')}"
            check = getattr(module, "check", None)
            alone = family in FORM and not module.RULE.after_form
            doc = module.__doc__ or ""
            found[name] = NamedRule(name, family, alone, module.RULE, check, doc)
    return found
