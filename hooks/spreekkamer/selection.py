"""Which files a command line asks for: some of the collection, or cards from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from spreekkamer import privacy, source
from spreekkamer.schema import FOLDERS
from spreekkamer.source import Source, printable


class NotSelectable(Exception):
    """A path cannot be checked; `key` of the text that says why, and the path."""

    def __init__(self, key: str, path: Path) -> None:
        super().__init__(key)
        self.key = key
        self.path = privacy.masked_path(printable(str(path)))


@dataclass(frozen=True)
class Selection:
    """What to report on: `inside` are paths as reports name them, `beside` cards from elsewhere."""

    inside: tuple[str, ...]
    beside: tuple[Source, ...]

    def holds(self, path: str) -> bool:
        """Return whether the file that reports name `path` was asked for, or a folder around it."""
        while path not in self._named and "/" in path:
            path = path.rpartition("/")[0]
        return path in self._named

    @cached_property
    def _named(self) -> frozenset[str]:
        return frozenset((*self.inside, *(each.path for each in self.beside)))


def collection_of(path: Path) -> Path | None:
    """Return the folder at `path`, or around it, that is a collection: it holds more than cards."""
    return next(filter(_is_collection, (path, *path.parents)), None)


def _is_collection(folder: Path) -> bool:
    try:
        there = [each for each in FOLDERS if (folder / each).is_dir()]
    except OSError:  # nobody may look into it
        return False
    return source.CARDS in there and len(there) > 1


def select(paths: Sequence[Path], learnings: Path, shown: str) -> Selection:
    """Return what `paths` ask for of the collection in `learnings`, which reports name `shown`.

    No paths ask for everything. NotSelectable for a path that does not exist or holds no cards.
    """
    root = learnings.resolve()
    inside = [] if paths else [shown]
    outside: dict[Path, Source] = {}
    for path in paths:
        whole = _located(path, root)
        if whole.is_relative_to(root):
            within = (PurePosixPath(shown) / whole.relative_to(root).as_posix()).as_posix()
            inside.append(printable(within))
        elif root.is_relative_to(whole) or learnings.absolute().is_relative_to(whole):
            inside.append(shown)
        else:
            outside |= {file.resolve(): _card(file) for file in _files(path)}
    return Selection(tuple(inside), tuple(outside.values()))


def _located(path: Path, root: Path) -> Path:
    """Return where `path` is: a link itself and not what it leads to, unless that is `root`."""
    try:
        return root if path.resolve() == root else _resolved(path)
    except (OSError, RuntimeError):  # a link that leads to itself
        raise NotSelectable("no-path", path) from None


def _resolved(path: Path) -> Path:
    if path.is_symlink():
        return path.parent.resolve() / path.name
    if not path.exists():
        raise NotSelectable("no-path", path)
    return path.resolve()


def _files(path: Path) -> Iterable[Path]:
    files = sorted(path.rglob(f"*{source.EXTENSION}")) if path.is_dir() else [path]
    cards = [file for file in files if file.suffix == source.EXTENSION and not _is_config(file)]
    if not cards:
        raise NotSelectable("not-in-collection", path)
    return cards


def _is_config(file: Path) -> bool:
    return file.name == "mkdocs.yml"


def _card(file: Path) -> Source:
    within = PurePosixPath(source.CARDS, file.name)
    return source.read(file, printable(file.as_posix()), within)
