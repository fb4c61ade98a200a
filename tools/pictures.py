"""Takes the pictures of the README from a built site; run by `make pictures`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

PICTURES = {
    "start": "index.html",
    "dilemma": "dilemmas/work-training.html",
    "card": "kaarten/rotterdam-werkloont.html",
}


def main(site: Path, target: Path) -> None:
    """Write a picture of each page in `PICTURES` to `target`, 1280 pixels wide."""
    target.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if os.getuid() == 0 else []
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=arguments)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        for name, path in PICTURES.items():
            page.goto((site.resolve() / path).as_uri())
            page.screenshot(path=target / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
