"""What `mkdocs serve` does while files are broken and mended."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from conftest import Project
from sites import configure, environment

PATIENCE = 20.0


class Server:
    """A running `mkdocs serve`."""

    def __init__(self, config: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", self.address]
        self.process = subprocess.Popen(
            [*command, "--config-file", str(config)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env=environment(),
        )
        self.lines: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout
        self.lines.extend(iter(self.process.stdout.readline, ""))

    @property
    def terminal(self) -> str:
        return "".join(self.lines)

    def page(self, path: str = "") -> str:
        """Return a page, or nothing when there is none."""
        address = f"http://{self.address}/{path}"
        # A busy machine may be late, too: whoever waits asks again.
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=5) as answer:
            return str(answer.read().decode("utf-8"))
        return ""

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait until `holds`; fail with the terminal's text when it takes too long."""
        end = time.monotonic() + PATIENCE
        while not holds():
            assert self.process.poll() is None, self.terminal
            assert time.monotonic() < end, self.terminal
            time.sleep(0.1)

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=10)


@pytest.fixture
def serve() -> Iterator[Callable[[Project], Server]]:
    servers: list[Server] = []

    def start(project: Project) -> Server:
        servers.append(Server(configure(project.root)))
        return servers[-1]

    yield start
    for server in servers:
        server.stop()


Serve = Callable[[Project], Server]


def test_a_faulty_card_is_left_out_and_comes_back_when_it_is_mended(
    project: Project, serve: Serve
) -> None:
    project.card("", "tweede")
    server = serve(project)
    server.until(lambda: "Eerst de taalles" in server.page("kaarten/tweede.html"))

    project.card("side: work-frist", "tweede")
    server.until(lambda: "work-frist" in server.page("kaarten/voorbeeld.html"))
    assert "error[ref-side]" in server.terminal
    assert server.page("kaarten/tweede.html") == ""
    for path in ("index.html", "dilemmas/index.html", "schrijven.html"):
        assert "learnings/cards/tweede.yml:9:7" in server.page(path)

    project.card("title: Nu is het weer goed", "tweede")
    server.until(lambda: "Nu is het weer goed" in server.page("kaarten/tweede.html"))
    assert "sk-banner" not in server.page()
    assert "Traceback" not in server.terminal


@pytest.mark.parametrize(
    "path", ["dilemmas/work-training.yml", "tags/situation.yml", "sources.yml"]
)
def test_a_faulty_shared_file_keeps_its_last_good_version_in_use(
    path: str, project: Project, serve: Serve
) -> None:
    project.card("tags:\n  situation: [debts]\nsources: [voorbeeld]", "tweede")
    good = (project.learnings / path).read_bytes()
    server = serve(project)
    server.until(lambda: "Eerst de taalles" in server.page("kaarten/tweede.html"))

    project.write(path, b"label: [niet gesloten\n")
    server.until(lambda: "yaml-syntax" in server.page("kaarten/tweede.html"))
    for shown in ("Eerst werk of eerst opleiden", "Schulden", "Een voorbeeld van een bron"):
        assert shown in server.page("kaarten/tweede.html")

    project.write(path, good)
    server.until(lambda: "sk-banner" not in server.page("kaarten/tweede.html") != "")


def test_a_faulty_shared_file_at_the_start_gives_one_page_with_the_report(
    project: Project, serve: Serve
) -> None:
    dilemma = project.learnings / "dilemmas/work-training.yml"
    good = dilemma.read_bytes()
    dilemma.write_text("een: [twee", encoding="utf-8")
    server = serve(project)
    server.until(lambda: "yaml-syntax" in server.page())
    assert "De kaarten kunnen nog niet worden getoond" in server.page()
    assert server.page("kaarten/voorbeeld.html") == ""

    dilemma.write_bytes(good)
    server.until(lambda: "Eerst de taalles" in server.page("kaarten/voorbeeld.html"))


def test_a_missing_collection_gives_a_page_that_says_so(project: Project, serve: Serve) -> None:
    away = project.root / "elders"
    project.learnings.rename(away)
    server = serve(project)
    server.until(lambda: "De map learnings met de kaarten is er niet" in server.page())
    away.rename(project.learnings)
    server.until(lambda: "Eerst de taalles" in server.page("kaarten/voorbeeld.html"))


def test_a_wrong_setting_is_shown_and_the_site_goes_on(project: Project, serve: Serve) -> None:
    server = serve(project)
    server.until(lambda: "Eerst de taalles" in server.page("kaarten/voorbeeld.html"))
    configure(project.root, "    language: fr\n")
    server.until(lambda: "«fr»" in server.page("kaarten/voorbeeld.html"))
    configure(project.root)
    server.until(lambda: "«fr»" not in server.page("kaarten/voorbeeld.html") != "")
