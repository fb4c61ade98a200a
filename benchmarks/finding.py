"""Measures what stems and parts of compounds add to search, over the queries of the tests.

Its cards and queries are those of `tests/`, which `make benchmarks` puts on the path.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

from playwright.sync_api import Browser

from engine_page import ENGINE, Searching, chromium, open_scripts
from search_cards import read, searched
from spreekkamer import search_words, texts
from spreekkamer.library import Library
from spreekkamer.search_index import Index

FIRST = 5
# After the vendored one: search-words.js makes its stemmer of this.
SAME = "window.DutchPorterStemmer = function () { this.stemWord = (word) => word; };\n"


class _NoStems:
    def stemWord(self, word: str) -> str:  # noqa: N802  # the name that Snowball gave
        """Return the word as it is."""
        return word


def script_of(library: Library, stems: bool, compounds: bool) -> str:
    """Return the data of a site, with or without stems and compounds."""
    stemmer = search_words._STEMMER if stems else _NoStems()
    search_words.stem.cache_clear()
    with patch.object(search_words, "_STEMMER", stemmer):
        script = Index(library, texts.load("nl")).script()
    search_words.stem.cache_clear()
    if not compounds:
        data = json.loads(script.partition(" = ")[2].removesuffix(";\n")) | {"compounds": {}}
        script = f"window.spreekkamerSearch = {json.dumps(data)};\n"
    return script


def opened(browser: Browser, folder: Path, script: str, stems: bool) -> Searching:
    """Open the engine over `script`."""
    order = list(ENGINE)
    if not stems:
        at = next(place for place, path in enumerate(order) if "search-words" in path)
        order.insert(at, "../same.js")
        (folder / "same.js").write_text(SAME, encoding="utf-8")
    return Searching(open_scripts(browser, folder, tuple(order), script))


def first_results(search: Searching, library: Library, query: str) -> list[set[str]]:
    """Return what the first results stand for, ways in before cards."""
    found = search(query)
    ways = [{way["id"]} for way in found["ways"]]
    cards = [library.cards[card["id"]] for card in found["cards"]]
    return (ways + [{*card.tag_ids, card.dilemma, *card.also} for card in cards])[:FIRST]


def by_text(library: Library) -> Callable[[str], set[str]]:
    """Return what finds the cards with a word in their text."""

    def having(word: str) -> set[str]:
        cards = library.cards.values()
        pattern = re.compile(word, re.IGNORECASE)
        return {card.id for card in cards if pattern.search(f"{card.title} {card.situation}")}

    return having


def measure(browser: Browser, library: Library, stems: bool, compounds: bool) -> str:
    """Return what one way of indexing finds."""
    with tempfile.TemporaryDirectory() as folder:
        script = script_of(library, stems, compounds)
        search = opened(browser, Path(folder), script, stems)
        sets: dict[str, list[Any]] = {
            "own": read("queries.yml"),
            "shared": read("shared-queries.yml"),
            "blind": read("blind-queries.yml"),
            "second": read("second-blind-queries.yml"),
        }
        told = []
        for name, queries in sets.items():
            found = [(each, first_results(search, library, each["query"])) for each in queries]
            hit = sum(len(set(each["expect"]) & set().union(*ids)) for each, ids in found)
            expected = sum(len(each["expect"]) for each in queries)
            told.append(f"{name} {hit}/{expected}")
        words = read("words.yml")
        hit = expected = 0
        for query, pattern in words.items():
            wanted = by_text(library)(pattern)
            hit += len(wanted & set(search.cards(query)))
            expected += len(wanted)
        told.append(f"cards by words of their text {hit}/{expected}")
    return ", ".join(told)


def main() -> None:
    """Print what is found with everything, and without each part."""
    library = searched()
    with chromium() as browser:
        for name, stems, compounds in (
            ("as it is", True, True),
            ("without compounds", True, False),
            ("without stems", False, True),
            ("without both", False, False),
        ):
            print(f"{name:18} {measure(browser, library, stems, compounds)}")


if __name__ == "__main__":
    main()
