"""What all files of tests share: a Chromium for each worker, and sites that are built once."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

import browsing
import engine_page
import extreme
from browsing import Built
from extreme import Made
from sites import ROOT, build_here

PATIENCE: Final = 120.0


def once(session: Path, name: str, make: Callable[[Path], object]) -> Path:
    """Return the folder `name` in the folder of a session; who asks for it first makes it.

    A site takes seconds to build, and most files of tests want the same few.
    """
    folder, told = session / name, session / f"{name}.told"
    try:
        folder.mkdir()
    except FileExistsError:
        end = time.monotonic() + PATIENCE
        while not told.exists():
            assert time.monotonic() < end, f"another worker is still making {name}"
            time.sleep(0.1)
        assert told.is_dir(), f"another worker could not make {name}"
        return folder
    try:
        make(folder)
    except BaseException:
        told.touch()
        raise
    told.mkdir()
    return folder


@pytest.fixture(scope="session")
def session(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the workers have in common; in it each has its own, when there are more."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One Chromium for all files of this worker: to start it takes a second."""
    with engine_page.chromium() as browser:
        yield browser


@pytest.fixture(scope="module")
def browser(chromium: Browser) -> Iterator[Browser]:
    """Chromium, without what the file before left open."""
    yield chromium
    for context in chromium.contexts:
        context.close()


@pytest.fixture(scope="session")
def real_site(session: Path) -> Path:
    """The site of this checkout, to look at and not to change."""

    def make(folder: Path) -> None:
        build_here(ROOT / "mkdocs.yml", folder / "site")

    return once(session, "real", make) / "site"


@pytest.fixture(scope="session")
def built(session: Path) -> Built:
    """The real collection with one card of each missing kind, under every setting."""
    return browsing.read(once(session, "built", browsing.make))


@pytest.fixture(scope="session")
def made(session: Path) -> Made:
    """The site of the longest, the shortest and the strangest cards."""
    return Made(once(session, "extreme", extreme.make))
