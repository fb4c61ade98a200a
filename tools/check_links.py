"""Checks every link and anchor inside a built site; run by `make site`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

ELSEWHERE = frozenset(("http", "https", "mailto", "tel", "data"))
LINKS = frozenset(("href", "src", "action"))


class _Page(HTMLParser):
    """What a page links to, and the anchors that it has."""

    def __init__(self) -> None:
        super().__init__()
        self.links: dict[str, None] = {}
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the links and the id of one element."""
        for name, value in attrs:
            if name in LINKS:
                self.links[value or ""] = None
            if name == "id" or (name == "name" and tag == "a"):
                self.anchors.add(value or "")


@cache
def _read(path: Path) -> _Page:
    page = _Page()
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    return page


def _target(site: Path, page: Path, path: str) -> Path | None:
    """Return the file that `path` on `page` leads to; None if it leads out of the site.

    What leaves the site and comes back breaks as soon as the site has another name.
    """
    steps = list(page.relative_to(site).parent.parts) if path else [*page.relative_to(site).parts]
    for step in path.split("/"):
        if step == ".." and not steps:
            return None
        if step == "..":
            steps.pop()
        elif step not in ("", "."):
            steps.append(step)
    return site.joinpath(*steps)


def _fault(site: Path, page: Path, link: str) -> str | None:
    """Return what is wrong with `link` on `page`, or None."""
    try:
        parts = urlsplit(link.strip())
    except ValueError:
        return "no address"
    if parts.scheme in ELSEWHERE:
        return None
    if parts.scheme or parts.netloc:
        return "no relative link"
    path, anchor = unquote(parts.path), unquote(parts.fragment)
    if path.startswith("/"):
        return "absolute path"
    target = _target(site, page, path)
    if target is None:
        return "outside the site"
    if path.endswith("/") or not target.is_file():
        return "no such file"
    lacking = anchor and target.suffix == ".html" and anchor not in _read(target).anchors
    return "no such anchor" if lacking else None


def broken_links(site: Path) -> Iterator[tuple[str, str, str]]:
    """Yield page, link and fault of every broken link of the site in the folder `site`."""
    for page in sorted(site.rglob("*.html")):
        for link in _read(page).links:
            if fault := _fault(site, page, link):
                yield page.relative_to(site).as_posix(), link, fault


def main(site: Path) -> int:
    """Write a line for each broken link to the terminal; return 1 if there are any."""
    if not any(site.rglob("*.html")):
        sys.exit(f"{site}: no pages")
    lines = [f"{page}: {link!a}: {fault}\n" for page, link, fault in broken_links(site)]
    sys.stdout.writelines(lines)
    return 1 if lines else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python tools/check_links.py SITE")
    sys.exit(main(Path(sys.argv[1])))
