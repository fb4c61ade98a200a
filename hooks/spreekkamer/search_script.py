"""The scripts of the search page as one: each by itself would keep the first results waiting."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

PARTS: Final = (
    "assets/vendor/minisearch-7.2.0/minisearch.js",
    "assets/vendor/snowball-3.0.1/base-stemmer.js",
    "assets/vendor/snowball-3.0.1/dutch_porter-stemmer.js",
    *(
        f"assets/spreekkamer/{name}.js"
        for name in (
            *("search-words", "search-verbs", "search-sounds", "search-weak", "search-later"),
            *("search-lists", "search-lookup", "search-near", "search-name", "search-names"),
            *("search-urgent", "search-rank", "search-found", "search-engine", "search-passage"),
            *("search-parts", "search-facets", "search-ways", "search-results"),
            *("meeting-list", "meeting-pick", "meeting-groups", "meeting-sheet", "search-page"),
        )
    ),
)
"""Where they are in `docs`, in the order in which they need each other."""


def together(parts: Iterable[tuple[str, str]]) -> str:
    """Return scripts, each a path with its content, as one."""
    return "".join(f"// {path}\n{content}\n;\n" for path, content in parts)
