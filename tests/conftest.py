"""A small sound collection on disk, to change in one place and check."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from spreekkamer import checks, texts
from spreekkamer.checking import Report, check_folder
from spreekkamer.diagnostics import Diagnostic
from spreekkamer.rules import Sample

pytest_plugins = ["shared"]

SAMPLE = Path(__file__).parent / "sample"
SIDES = Path(__file__).parent / "sample_sides"
TODAY = date(2026, 11, 1)
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


def told_anew(name: str) -> str:
    """Return the sound card in words of its own, so that `name` is no copy of another card."""
    title, situation, texts = SOUND_CARD.partition("\ndilemma:")
    mark = re.sub("[^a-z]", "", name)[-12:]
    return (
        re.sub("([a-z]{4,})(?=[ .,])", rf"\1{mark}", title)
        + situation
        + re.sub("([a-z]{4,})(?=[ .,])", rf"\1{mark}", texts)
    )


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
        card = SOUND_CARD if name == "voorbeeld" else told_anew(name)
        return self.write(f"cards/{name}.yml", card_with(fields, card))

    def add(self, sample: Sample) -> None:
        """Put a rule's sample into the collection."""
        for path, content in sample.beside.items():
            if path.startswith("cards/"):
                content = card_with(content, told_anew(path))
            self.write(path, content)
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
        return check_folder(self.learnings, "learnings", texts.load(language), today=TODAY)

    def problems(self, language: str = "nl") -> tuple[Diagnostic, ...]:
        """Return the mistakes in form of the collection."""
        found = self.check(language).diagnostics
        return tuple(each for each in found if not is_judged(each))

    def rules(self) -> list[str]:
        """Return the names of the rules that found a mistake in form, in order."""
        return [each.rule for each in self.problems()]

    def all_rules(self) -> list[str]:
        """Return the names of all rules that found something, in order."""
        return [each.rule for each in self.check().diagnostics]


def is_judged(problem: Diagnostic) -> bool:
    """Return whether a rule that judges what is sound found it, and not one on the form."""
    return checks.rules()[problem.rule].stage == checks.JUDGING


@pytest.fixture
def one_card(tmp_path: Path) -> Project:
    """A project with one card."""
    return Project(tmp_path / "project")


@pytest.fixture
def project(one_card: Project) -> Project:
    """A project in which nothing is found, as every side has a card."""
    shutil.copytree(SIDES, one_card.root, dirs_exist_ok=True)
    return one_card


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


# By the time they take, which has little to do with their number of tests: a file goes to one
# worker as a whole, and a long one that comes last leaves the other workers idle.
LONGEST_FIRST = (
    *("test_privacy.py", "test_accessibility.py", "test_meeting.py", "test_search_page.py"),
    *("test_no_leak.py", "test_keyboard.py", "test_browser.py", "test_mkdocs_serve.py"),
    *("test_building.py", "test_robustness.py", "test_mkdocs_hook.py", "test_extremes.py"),
    *("test_checks_yaml.py", "test_checks_field.py", "test_strict.py", "test_checking.py"),
    *("test_rendering.py", "test_explaining.py", "test_checks_deck.py", "test_search_words.py"),
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    places = {name: place for place, name in enumerate(LONGEST_FIRST)}
    items.sort(key=lambda item: places.get(item.path.name, len(places)))
    for item in items:
        # Such a test looks at what our Python made; tracing slows down what talks to Chromium.
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("untraced")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Run what is `untraced` without coverage.

    The mark `no_cover` of pytest-cov stops one of two tracers under xdist, and the other goes on.
    """
    tracer = sys.gettrace()
    if item.get_closest_marker("untraced"):
        sys.settrace(None)
    yield
    sys.settrace(tracer)
