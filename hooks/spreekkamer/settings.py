"""The settings under `extra.spreekkamer` in `mkdocs.yml`, checked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Final

from spreekkamer import privacy
from spreekkamer.plain_data import plain_value
from spreekkamer.source import printable
from spreekkamer.texts import DEFAULT_LANGUAGE, LANGUAGES, Texts

_SHOWN: Final = 80
_PUBLIC: Final = ("web",)
"""What a setting may repeat: addresses of sites are meant to be known."""
FORGES: Final = ("github", "gitlab", "gitea", "forgejo", "azure")
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"']+")
_CONTACT: Final = re.compile(r"[^\s@<>\"':]+@[^\s@<>\"':]+\.[^\s@<>\"':]+")
_BRANCH: Final = re.compile(r"[\w./-]{1,200}")
# A number that YAML took for an octal one no longer begins with a nought.
_PHONE: Final = re.compile(r"(?:\+|0)[0-9 ()-]{5,20}|1[0-9 ]{2,6}")
_URGENT: Final = 300


class SettingsError(Exception):
    """A setting is wrong; `name`, `value` and `key` of the text that says what is allowed."""

    def __init__(self, key: str, name: str = "", value: object = "", allowed: str = "") -> None:
        super().__init__(f"{name}: {value!r}")
        self.key = key
        self.name = name
        self.value = value
        self.allowed = allowed


@dataclass(frozen=True, slots=True)
class Forge:
    """Where the collection is kept, so that pages can lead to a card's file."""

    kind: str
    address: str
    branch: str = "main"


@dataclass(frozen=True, slots=True)
class Urgent:
    """What search shows above its results for an urgent word: the protocol, or where it stands."""

    text: str | None = None
    phone: str | None = None

    @property
    def address(self) -> str | None:
        """The address of the protocol, when `text` is one."""
        return self.text if self.text and _ADDRESS.fullmatch(self.text) else None


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a site; every one has a default."""

    language: str = DEFAULT_LANGUAGE
    examples: bool = True
    learnings: str = "learnings"
    forge: Forge | None = None
    contact: str | None = None
    organisation: str | None = None
    urgent: Urgent | None = None


def wrong_setting(error: SettingsError, texts: Texts) -> str:
    """Return `error` as a sentence with the setting, its value and what is allowed."""
    key = f"cli.settings.{error.allowed}"
    allowed = texts(key) if key in texts else error.allowed
    value = _shown(error.value)
    name = privacy.masked(f"extra.spreekkamer.{printable(error.name)}".rstrip("."))
    return texts(f"cli.settings.{error.key}", name=name, value=value, allowed=allowed)


def _is_folder(value: object) -> bool:
    if not isinstance(value, str) or not value.strip() or "\\" in value:
        return False
    path = PurePosixPath(value)
    return not path.is_absolute() and ".." not in path.parts and path != PurePosixPath(".")


def _matches(*patterns: re.Pattern[str]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and any(p.fullmatch(value) for p in patterns)


_ALLOWED: Final[dict[str, Callable[[object], bool]]] = {
    "language": lambda value: value in LANGUAGES,
    "examples": lambda value: isinstance(value, bool),
    "learnings": _is_folder,
    "contact": _matches(_CONTACT, _ADDRESS),
    "organisation": lambda value: isinstance(value, str) and 0 < len(value.strip()) <= 80,
}
_FORGE_ALLOWED: Final[dict[str, Callable[[object], bool]]] = {
    "kind": lambda value: value in FORGES,
    "address": _matches(_ADDRESS),
    "branch": _matches(_BRANCH),
}

_URGENT_ALLOWED: Final[dict[str, Callable[[object], bool]]] = {
    "text": lambda value: isinstance(value, str) and 0 < len(value.strip()) <= _URGENT,
    "phone": _matches(_PHONE),
}


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping | list | tuple) or value is None:
        return ""
    return privacy.masked(printable(str(value)), _PUBLIC)[:_SHOWN]


def _text(value: object) -> object:
    """Return a number as the text that stands in the file, as MkDocs does not."""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return str(value) if number else value


def _checked(
    given: object,
    allowed: Mapping[str, Callable[[object], bool]],
    within: str,
    groups: frozenset[str],
) -> dict[str, Any]:
    if not isinstance(given, Mapping):
        raise SettingsError("wrong", within.rstrip("."), given, "mapping")
    given = {str(name): _text(value) for name, value in given.items()}
    for name, value in given.items():
        if name not in allowed and name not in groups:
            names = ", ".join((*allowed, *sorted(groups)))
            raise SettingsError("unknown", f"{within}{name}", value, names)
        if name in allowed and not allowed[name](value):
            key = f"{within}{name}".replace(".", "-")
            raise SettingsError("wrong", f"{within}{name}", value, key)
    return given


def from_mapping(given: object) -> Settings:
    """Return the settings in `given`, what stands under `extra.spreekkamer`; None means nothing.

    SettingsError for an unknown setting or a value that is not allowed.
    """
    if given is None:
        return Settings()
    values = _checked(given, _ALLOWED, "", frozenset({"forge", "urgent"}))
    if values.get("forge") is not None:
        forge = _checked(values["forge"], _FORGE_ALLOWED, "forge.", frozenset())
        for name in ("kind", "address"):
            if name not in forge:
                raise SettingsError("wrong", f"forge.{name}", "", f"forge-{name}")
        values["forge"] = Forge(**forge)
    if values.get("urgent") is not None:
        urgent = _checked(values["urgent"], _URGENT_ALLOWED, "urgent.", frozenset())
        if not urgent:
            raise SettingsError("wrong", "urgent", "", "urgent")
        values["urgent"] = Urgent(**urgent)
    if "learnings" in values:
        values["learnings"] = PurePosixPath(values["learnings"]).as_posix()
    return Settings(**values)


def language_of(given: object) -> str:
    """Return the language that `given` asks for, or the default when it does not or cannot."""
    language = given.get("language") if isinstance(given, Mapping) else None
    return language if language in LANGUAGES else DEFAULT_LANGUAGE


def from_text(text: str) -> Settings:
    """Return the settings in `text`, a MkDocs configuration file.

    SettingsError when it is no YAML or a setting is wrong.
    """
    try:
        given = plain_value(text, ("extra", "spreekkamer"))
    except ValueError:
        raise SettingsError("unreadable") from None
    return from_mapping(given)
