"""The rules, one module each; family and module name make the name of the rule."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator, Mapping
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
PRIVACY: Final = "privacy"
JUDGEMENT: Final = (PRIVACY, "text", "fresh", "deck")
"""Families that judge what is sound; a card may overrule them."""
ALONE, POINTING, JUDGING = range(3)
"""The stages in which rules run."""

Check = Callable[[Document, Collection], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class NamedRule:
    """A rule with the name and the stage that its place gives it.

    `check` is None when the reader or the engine yields it.
    """

    name: str
    family: str
    stage: int
    rule: Rule
    check: Check | None
    doc: str


@cache
def rules() -> dict[str, NamedRule]:
    """Return every rule by name, in the order of the names within each family."""
    found: dict[str, NamedRule] = {}
    for family in (*FORM, *REFERENCE, *JUDGEMENT):
        package = import_module(f"{__name__}.{family}")
        for info in pkgutil.iter_modules(package.__path__):
            module = import_module(f"{package.__name__}.{info.name}")
            name = f"{family}-{info.name.replace('_', '-')}"
            check = getattr(module, "check", None)
            stage = _stage(family, module.RULE)
            doc = module.__doc__ or ""
            found[name] = NamedRule(name, family, stage, module.RULE, check, doc)
    return found


def _stage(family: str, rule: Rule) -> int:
    if family in JUDGEMENT:
        return JUDGING
    return ALONE if family in FORM and not rule.after_form else POINTING


def of_stage(stage: int) -> tuple[NamedRule, ...]:
    """Return the rules that run in `stage`."""
    return tuple(each for each in rules().values() if each.stage == stage and each.check)


@cache
def overrulable() -> Mapping[str, bool]:
    """Return for every rule by name whether a card may overrule it."""
    return {name: each.rule.may_be_overruled for name, each in rules().items()}
