"""A small sound collection on disk, to change in one place and check."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from spreekkamer import texts
from spreekkamer.checking import Report, check_folder
from spreekkamer.diagnostics import Diagnostic
from spreekkamer.rules import Sample

SAMPLE = Path(__file__).parent / "sample"
SOUND_CARD = (SAMPLE / "learnings/cards/voorbeeld.yml").read_text(encoding="utf-8")


def card_with(fields: str, card: str = SOUND_CARD) -> str:
    """Return the sound card with `fields` in place of, or after, its own top-level fields."""
    lines = fields.rstrip("\n")
    names = set(re.findall(r"^([a-z_]+):", lines, re.MULTILINE))
    kept = [
        block
        for block in re.split(r"^(?=[a-z_]+:)", card, flags=re.MULTILINE)
        if block.strip() and block.split(":")[0] not in names
    ]
    return "".join(kept) + lines + "\n"


class Project:
    """A project folder with `mkdocs.yml` and `learnings/`, made of the sample."""

    def __init__(self, root: Path) -> None:
        self.root = root
        shutil.copytree(SAMPLE, root, dirs_exist_ok=True)
        self.learnings = root / "learnings"

    def write(self, path: str, content: str | bytes) -> Path:
        """Write a file below `learnings/`."""
        file = self.learnings / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    def card(self, fields: str, name: str = "voorbeeld") -> Path:
        """Write a card that is sound but for `fields`."""
        return self.write(f"cards/{name}.yml", card_with(fields))

    def add(self, sample: Sample) -> None:
        """Put a rule's sample into the collection."""
        for path, fields in sample.beside.items():
            self.write(path, card_with(fields))
        target = self.learnings / sample.path
        target.parent.mkdir(parents=True, exist_ok=True)
        if sample.link_to:
            target.symlink_to(sample.link_to)
        elif sample.folder:
            target.mkdir()
        elif sample.whole:
            self.write(sample.path, sample.text)
        else:
            assert isinstance(sample.text, str)
            if sample.path != "cards/voorbeeld.yml":
                (self.learnings / "cards/voorbeeld.yml").unlink()
            self.write(sample.path, card_with(sample.text))

    def check(self, language: str = "nl") -> Report:
        """Check the whole collection."""
        return check_folder(self.learnings, "learnings", texts.load(language))

    def problems(self, language: str = "nl") -> tuple[Diagnostic, ...]:
        """Return all problems of the collection."""
        return self.check(language).diagnostics

    def rules(self) -> list[str]:
        """Return the names of the rules that found something, in order."""
        return [each.rule for each in self.problems()]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path / "project")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Iterator[Callable[[str, str], None]]:
    """Compare a text with a file in `tests/golden/`; `--update-golden` writes it anew."""

    def compare(name: str, text: str) -> None:
        file = Path(__file__).parent / "golden" / name
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert text == file.read_text(encoding="utf-8")

    yield compare


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")
