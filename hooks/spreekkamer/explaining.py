"""What each rule is for, in words and with its samples, for the page of rules and the command."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from spreekkamer import checks
from spreekkamer.checks import NamedRule
from spreekkamer.diagnostics import Severity
from spreekkamer.rules import Sample
from spreekkamer.suggestions import nearest
from spreekkamer.texts import LANGUAGES, Texts, load

_USUAL_PATH: Final = Sample().path
_NAMES: Final = "id"
"""The family that is about the names of files, so that what is in them does not matter."""
_LINE_AT_MOST: Final = 400
_LINE_SHOWN: Final = 60
# Without a reason the check refuses it as an empty field, so nobody pastes it thoughtlessly.
_ALLOW: Final = """\
allow:
  - rule: {rule}
    because:"""


@dataclass(frozen=True, slots=True)
class Shown:
    """A file, or part of it, as a reader would type it; invisible characters are written out.

    `words` describes what cannot be typed, or says what the file is. `path` is empty where the
    name of the file does not matter, `code` where only the name does. `whole` tells that `code` is
    the whole file.
    """

    path: str = ""
    code: str = ""
    words: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule in one language; `fails` and `passes` hold the sample and the files beside it.

    `allow` are the lines that overrule it on a card, or empty when no card can.
    """

    name: str
    title: str
    why: str
    severity: Severity
    fails: tuple[Shown, ...]
    passes: tuple[Shown, ...]
    allow: str = ""


@dataclass(frozen=True, slots=True)
class Family:
    """Rules that look at the same side of a file."""

    name: str
    title: str
    about: str
    rules: tuple[Explanation, ...]


def explain(name: str, texts: Texts) -> Explanation:
    """Return what the rule called `name` is for; KeyError if there is none."""
    named = checks.rules()[name]
    rule = named.rule
    with_path = {rule.fails.path, rule.passes.path} != {_USUAL_PATH}
    fails, passes = (_shown(each, named, with_path, texts) for each in (rule.fails, rule.passes))
    # A file that stands beside both is told of once.
    passes = (passes[0], *(each for each in passes[1:] if each not in fails))
    return Explanation(
        name=name,
        title=texts(f"rules.{name}.title"),
        why=texts(f"rules.{name}.why"),
        severity=rule.severity,
        fails=fails,
        passes=passes,
        allow=_ALLOW.format(rule=name) if _may_be_overruled(named) else "",
    )


def families(texts: Texts) -> tuple[Family, ...]:
    """Return all rules by family, in the order in which they run."""
    return tuple(
        Family(
            name=family,
            title=texts(f"explain.family.{family}.title"),
            about=texts(f"explain.family.{family}.about"),
            rules=tuple(explain(each.name, texts) for each in named),
        )
        for family, named in groupby(checks.rules().values(), lambda each: each.family)
    )


def nearest_rule(typed: str) -> str | None:
    """Return the name of the rule that `typed` most probably stands for, or None."""
    return nearest(typed, _other_words())


def _other_words() -> Mapping[str, tuple[str, ...]]:
    """Return for each rule its titles, and its name without the family."""
    languages = [load(language) for language in LANGUAGES]
    return {
        name: (name.partition("-")[2], *(texts(f"rules.{name}.title") for texts in languages))
        for name in checks.rules()
    }


def _may_be_overruled(named: NamedRule) -> bool:
    """Return whether `allow` can silence it: only a card has that, and the engine's own cannot."""
    on_a_card = named.rule.fails.path.startswith("cards/") and named.family != _NAMES
    return named.rule.may_be_overruled and on_a_card and named.check is not None


def _shown(sample: Sample, named: NamedRule, with_path: bool, texts: Texts) -> tuple[Shown, ...]:
    beside = [
        Shown(code=visible(text, texts), words=texts("explain.beside", path=path))
        for path, text in sample.beside.items()
    ]
    path = sample.path if with_path else ""
    if sample.link_to or sample.folder:
        words = texts("explain.link" if sample.link_to else "explain.folder")
        return (Shown(path, words=words), *beside)
    if with_path and named.family == _NAMES:
        return (Shown(path), *beside)
    if isinstance(sample.text, bytes):
        # What a reader of UTF-8 makes of it, which is how the fault is met.
        seen = visible(sample.text.decode("utf-8", "replace"), texts)
        return (Shown(path, seen, texts("explain.other-encoding")), *beside)
    return (Shown(path, visible(sample.text, texts), whole=sample.whole), *beside)


def visible(text: str, texts: Texts) -> str:
    """Return `text` with what cannot be seen written out, and a very long line cut."""
    lines = (_cut(line, texts) for line in text.rstrip("\n").split("\n"))
    return "\n".join("".join(map(_character, line)) for line in lines)


def _cut(line: str, texts: Texts) -> str:
    if len(line) <= _LINE_AT_MOST:
        return line
    return line[:_LINE_SHOWN] + texts.count("explain.cut", len(line) - _LINE_SHOWN)


def _character(character: str) -> str:
    if character == "\t":
        return "⟨tab⟩"
    # Control, format, surrogate and separators: nothing of them shows, apart from the space.
    invisible = unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp", "Zs")
    return f"⟨U+{ord(character):04X}⟩" if invisible and character != " " else character
