"""From files to text: which files there are, and what of them may be read."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Final

from spreekkamer.diagnostics import TOP, Place, Span
from spreekkamer.rules import Finding, Raised

CARD_BYTES: Final = 64 * 1024
FILE_BYTES: Final = 2 * 1024 * 1024
CARDS: Final = "cards"
EXTENSION: Final = ".yml"

# Spaces that word processors put in: YAML does not take them for spaces, a reader does.
_ODD_SPACE: Final = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")

# Joiners hold emoji together (👩‍👧) and letters of Arabic and Indic scripts; tags make a flag of a
# country within a country. Anywhere else they hide something.
_HOLDING_TOGETHER: Final = re.compile(
    "(?<=[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d"
    "|(?<=[\u0600-\u06ff\u0750-\u077f\u0900-\u0dff])[\u200c\u200d]"
    "|(?<=\U0001f3f4)[\U000e0020-\U000e007f]+"
)
_CONTROL: Final = "\0-\x08\x0b-\x1f\x7f-\x9f"
_INVISIBLE: Final = (
    "\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\uffa0\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f"
)
_NO_CHARACTER: Final = "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_FORBIDDEN: Final = re.compile(f"[{_CONTROL}{_INVISIBLE}{_NO_CHARACTER}]")
_PLAIN: Final = b"\t\n" + bytes(range(0x20, 0x7F))
_CHARACTERS_AT_MOST: Final = 20
_FOLDERS_DEEP: Final = 10
_UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Source:
    """One file of a collection.

    `path` is how reports name it, `within` its place in the collection (`cards/x.yml`). `raised`
    says why the text cannot be used; `text` is empty when the file could not become text at all.
    """

    path: str
    within: PurePosixPath
    text: str
    raised: tuple[Raised, ...] = ()


class CollectionMissing(Exception):
    """The folder of the collection is not there; the argument is its path as shown."""


def printable(path: str) -> str:
    """Return `path` with what a terminal or a report cannot show written as an escape."""
    if path.isprintable() and path.isascii():
        return path
    return "".join(
        ascii(character)[1:-1] if _FORBIDDEN.match(character) or character in "\t\n" else character
        for character in path
    )


def _without_plain(text: str) -> str:
    """Return what of `text` is not plain ASCII: of most texts little or nothing, found fast."""
    if text.isascii() and text.isprintable():
        return ""
    rest = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN)
    return rest.decode("utf-8", "surrogatepass")


def forbidden_character(text: str) -> re.Match[str] | None:
    """Return the first control, bidirectional or zero-width character in `text`, if any."""
    if not _FORBIDDEN.search(_without_plain(text)):
        return None
    match = _FORBIDDEN.search(text)
    if match and _HOLDING_TOGETHER.search(text):
        return _FORBIDDEN.search(_HOLDING_TOGETHER.sub(lambda held: "." * len(held[0]), text))
    return match


def place_of(text: str, index: int) -> Place:
    """Return line and column of the code point at `index`."""
    start = text.rfind("\n", 0, index) + 1
    return Place(text.count("\n", 0, index) + 1, index - start + 1)


def _here(text: str, index: int, length: int = 1) -> Span:
    start = place_of(text, index)
    return Span(start, Place(start.line, start.column + length))


def _file_problem(rule: str, variant: str = "", **values: object) -> Raised:
    return Raised(rule, Finding(TOP, values, variant))


def _read_bytes(file: Path | str, limit: int) -> bytes | Raised:
    try:
        status = os.lstat(file)
        if stat.S_ISLNK(status.st_mode):
            return _file_problem("id-link")
        if not stat.S_ISREG(status.st_mode):
            kind = "folder" if stat.S_ISDIR(status.st_mode) else "other"
            return _file_problem("id-unreadable", kind)
        if status.st_size > limit:
            return _file_problem("yaml-size", limit=limit // 1024)
        with open(file, "rb") as stream:  # noqa: PTH123  # a Path takes as long as reading
            content = stream.read(limit + 1)
    except OSError as error:
        gone = error.errno in (errno.ENOENT, errno.ENOTDIR)
        return _file_problem("id-unreadable", "gone" if gone else "denied")
    if len(content) > limit:
        return _file_problem("yaml-size", limit=limit // 1024)
    return content


def _decode(content: bytes) -> str | Raised:
    if content.startswith(_UTF16_MARKS) or content[:200].count(0) > len(content[:200]) // 4:
        return _file_problem("yaml-encoding", "utf16")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8").removeprefix("\ufeff")
        before = before.replace("\r\n", "\n").replace("\r", "\n")
        byte = f"{content[error.start]:02X}"
        return Raised("yaml-encoding", Finding(_here(before, len(before)), {"byte": byte}))
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _text_problems(text: str) -> Iterator[Raised]:
    inner_mark = text.find("\ufeff")
    if inner_mark >= 0:
        yield Raised("yaml-encoding", Finding(_here(text, inner_mark), {}, "mark"))
    inner_text = text.replace("\ufeff", " ")
    lines = enumerate(inner_text.split("\n") if forbidden_character(inner_text) else (), start=1)
    found = ((number, match) for number, line in lines if (match := forbidden_character(line)))
    for number, match in islice(found, _CHARACTERS_AT_MOST):
        start = Place(number, match.start() + 1)
        span = Span(start, Place(number, start.column + 1))
        yield Raised("yaml-character", Finding(span, {"code": f"U+{ord(match[0]):04X}"}))
    tab = text.find("\t")
    if tab >= 0:
        yield Raised("yaml-tab", Finding(_here(text, tab)))


def from_bytes(content: bytes, path: str, within: PurePosixPath) -> Source:
    """Return `content` as a source: decoded, line ends and odd spaces made plain."""
    text = _decode(content)
    if isinstance(text, Raised):
        return Source(path, within, "", (text,))
    problems = tuple(_text_problems(text))
    if not text.isascii() and _ODD_SPACE.search(_without_plain(text)):
        text = _ODD_SPACE.sub(" ", text)
    return Source(path, within, text, problems)


def read(file: Path | str, path: str, within: PurePosixPath) -> Source:
    """Read one file; what is wrong with it is in the source's `raised`, never an exception."""
    content = _read_bytes(file, CARD_BYTES if within.parts[0] == CARDS else FILE_BYTES)
    if isinstance(content, Raised):
        return Source(path, within, "", (content,))
    return from_bytes(content, path, within)


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        yield from sorted(entries, key=lambda entry: entry.name)


def _walk(folder: Path, shown: str, within: PurePosixPath) -> Iterator[Source]:
    try:
        entries = list(_entries(folder))
    except OSError:
        yield Source(shown, within, "", (_file_problem("id-unreadable", "denied"),))
        return
    too_deep = len(within.parts) >= _FOLDERS_DEEP
    for entry in entries:
        path, inner = f"{shown}/{printable(entry.name)}", within / entry.name
        named_like_file = entry.name.lower().endswith((EXTENSION, ".yaml"))
        if entry.name.startswith(".") and not named_like_file:
            if any(Path(entry.path).rglob(f"*{EXTENSION}")):
                yield Source(path, inner, "", (_file_problem("id-extension", name=inner.name),))
            continue
        if entry.is_dir(follow_symlinks=False) and not named_like_file and not too_deep:
            yield from _walk(Path(entry.path), path, inner)
        elif too_deep:
            yield Source(path, inner, "", (_file_problem("id-place"),))
        elif entry.is_symlink() or inner.suffix == EXTENSION:
            yield read(entry.path, path, inner)
        else:
            yield Source(path, inner, "", (_file_problem("id-extension", name=inner.name),))


def paths(folder: Path, shown: str) -> Iterator[str]:
    """Yield the paths of the readable files below `folder`, as reports name them."""
    return (each.path for each in _walk(folder, shown, PurePosixPath()) if not each.raised)


def content_of(file: Path) -> bytes | None:
    """Return the bytes of `file`, or None when it cannot be read."""
    found = _read_bytes(file, FILE_BYTES)
    return found if isinstance(found, bytes) else None


def collect(folder: Path, shown: str, instead: Mapping[str, bytes | None]) -> tuple[Source, ...]:
    """Return every file below `folder`, read, in the order of their paths.

    `shown` is how reports name the folder. `instead` holds, by path as shown, content to take in
    place of what is on disk, or None to leave the file out. CollectionMissing when there is no
    such folder.
    """
    if not folder.is_dir():
        raise CollectionMissing(shown)
    sources: list[Source] = []
    for found in _walk(folder, shown, PurePosixPath()):
        content = instead.get(found.path)
        if found.path not in instead:
            sources.append(found)
        elif content is not None:
            sources.append(from_bytes(content, found.path, found.within))
    return tuple(sources)
