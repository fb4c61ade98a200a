"""Interface texts in Dutch and English, one TOML file per subject beside this module."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Final

from babel import Locale

LANGUAGES: Final = ("nl", "en")
DEFAULT_LANGUAGE: Final = "nl"


class Texts:
    """The texts of one language, found by dotted key: `check.summary`, `rules.ref-side.message`."""

    def __init__(self, language: str, texts: Mapping[str, str]) -> None:
        self.language = language
        self._texts = texts
        self._plural = Locale.parse(language).plural_form

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the text under `key` with `{names}` filled in; KeyError if there is none."""
        return self._texts[key].format_map(values)

    def raw(self, key: str) -> str:
        """Return the text under `key` with its `{names}` as they stand."""
        return self._texts[key]

    def __contains__(self, key: object) -> bool:
        return key in self._texts

    def count(self, key: str, count: int, /, **values: object) -> str:
        """Return the text under `key.one` or `key.other`, as the language asks for `count`."""
        return self(f"{key}.{self._plural(count)}", count=count, **values)

    def keys(self) -> frozenset[str]:
        """Return every key, to compare languages with."""
        return frozenset(self._texts)


def _flat(table: Mapping[str, object], prefix: str) -> dict[str, str]:
    texts: dict[str, str] = {}
    for name, value in table.items():
        key = f"{prefix}.{name}"
        if isinstance(value, Mapping):
            texts.update(_flat(value, key))
        else:
            texts[key] = str(value)
    return texts


@cache
def _read(language: str) -> Texts:
    texts: dict[str, str] = {}
    folder = resources.files(__name__) / language
    for file in folder.iterdir():
        subject, _, extension = file.name.partition(".")
        if extension == "toml":
            texts.update(_flat(tomllib.loads(file.read_text(encoding="utf-8")), subject))
    return Texts(language, texts)


def load(language: str) -> Texts:
    """Return the texts of `language` ("nl" or "en"); ValueError for any other."""
    if language not in LANGUAGES:
        raise ValueError(f"no texts in {language!r}")
    return _read(language)


def reload() -> None:
    """Forget what was read, so that `mkdocs serve` shows a changed text."""
    _read.cache_clear()


def in_all_languages(key: str) -> tuple[str, ...]:
    """Return what `key` says in each language, without repeats; empty where it is unknown."""
    texts = (load(language) for language in LANGUAGES)
    return tuple(dict.fromkeys(each(key) for each in texts if key in each))
