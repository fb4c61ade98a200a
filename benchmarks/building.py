"""Compares a build that splices pages into shells with one that renders each page in full."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from collections_of_cards import ROOT, grow
from mkdocs.commands.build import build
from mkdocs.config import load_config

import mkdocs_pages

NUMBER = 1_000


def measure(project: Path, site: Path) -> float:
    """Return the seconds of CPU that a build of `project` takes."""
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(site))
    config.plugins.on_startup(command="build", dirty=False)
    start = time.process_time()
    build(config)
    return time.process_time() - start


def render_in_full() -> None:
    """Make every page go through the theme's template."""
    read_source = mkdocs_pages.GeneratedPage.read_source

    def in_full(page: mkdocs_pages.GeneratedPage, config: object) -> None:
        read_source(page, config)
        page.meta["template"] = mkdocs_pages.FULL

    mkdocs_pages.GeneratedPage.read_source = in_full


def main() -> None:
    """Print the time of both builds and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        grow(project / "learnings", NUMBER)
        text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
        text = text.replace("docs_dir: docs", f"docs_dir: {ROOT / 'docs'}")
        text = text.replace("- hooks/mkdocs_hook.py", f"- {ROOT / 'hooks/mkdocs_hook.py'}")
        (project / "mkdocs.yml").write_text(text, encoding="utf-8")
        spliced = measure(project, project / "site")
        render_in_full()
        full = measure(project, project / "site")
    print(f"{NUMBER} cards spliced: {spliced:.2f} s; in full: {full:.2f} s")
    print(f"in full against spliced: {full / spliced:.2f}")


if __name__ == "__main__":
    main()
