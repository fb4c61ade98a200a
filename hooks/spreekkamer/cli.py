"""The command `spreekkamer`: arguments and exit codes."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from spreekkamer import privacy
from spreekkamer.arguments import parser
from spreekkamer.checking import Report, RuleFailure, check_folder
from spreekkamer.explaining import explain, families, nearest_rule
from spreekkamer.garbage import leave_at_exit
from spreekkamer.plain_data import plain_value
from spreekkamer.reporting import FORMATS, chosen, explanation, summary
from spreekkamer.reporting.defusing import defused
from spreekkamer.reporting.material import material
from spreekkamer.selection import NotSelectable, Selection, collection_of, select
from spreekkamer.settings import Settings, SettingsError, from_text, wrong_setting
from spreekkamer.source import CollectionMissing, printable
from spreekkamer.texts import DEFAULT_LANGUAGE, Texts
from spreekkamer.texts import load as load_texts

CLEAN: Final = 0
PROBLEMS: Final = 1
COULD_NOT_RUN: Final = 2
# No credentials, no parameters: it is printed, and a page is put behind it.
_SITE: Final = re.compile(r"https?://[A-Za-z0-9.:-]+(?:/[A-Za-z0-9._~/-]*)?")


class NoProject(Exception):
    """There is no `mkdocs.yml` here, nor in a folder above."""


@dataclass(frozen=True, slots=True)
class Project:
    """Where a collection is: the folder with `mkdocs.yml`, and the settings in it.

    `site` is the address of the published site, ending in a slash, or empty.
    """

    root: Path
    settings: Settings
    site: str = ""

    @property
    def learnings(self) -> Path:
        """The folder of the collection."""
        return self.root / self.settings.learnings


def _find_config(start: Path) -> Path | None:
    """Return the nearest `mkdocs.yml` in `start` or a folder above it."""
    candidates = (folder / "mkdocs.yml" for folder in (start, *start.parents))
    return next((config for config in candidates if config.is_file()), None)


def _project(config: Path) -> Project:
    try:
        content = config.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise SettingsError("unreadable") from None
    return Project(config.parent, from_text(content), _site(content))


def _site(content: str) -> str:
    """Return the `site_url` that MkDocs publishes at, or nothing when it is no plain address."""
    address = plain_value(content, ("site_url",))
    if not isinstance(address, str) or not _SITE.fullmatch(address):
        return ""
    return address.rstrip("/") + "/"


def _find_project(paths: Sequence[Path]) -> Project:
    """Return the project of the first path that is in one, else that of the current folder.

    A collection by itself needs none.
    """
    try:
        for start in (*paths, Path()):
            if config := _find_config(_whole(start)):
                return _project(config)
        if any(map(collection_of, paths)):
            return Project(Path(), Settings())
    except OSError:
        raise NoProject from None
    raise NoProject


def _whole(path: Path) -> Path:
    """Return `path` with every link in it followed, as it is when one leads to itself."""
    try:
        return path.resolve()
    except RuntimeError:
        return path.absolute()


def _collection(project: Project, paths: Sequence[Path]) -> tuple[Path, str, Sequence[Path]]:
    """Return the collection to check, how reports name it, and which `paths` in or beside it.

    That is the one of the project, unless all paths lead to one other collection.
    """
    around = [found for path in paths if (found := collection_of(path))]
    roots = {each.resolve() for each in around}
    if len(roots) != 1 or len(around) < len(paths) or project.learnings.resolve() in roots:
        return project.learnings, project.settings.learnings, paths
    return around[0], printable(around[0].as_posix()), paths


def _run_check(arguments: argparse.Namespace) -> int:
    texts = load_texts(arguments.language or DEFAULT_LANGUAGE)
    try:
        project = _find_project(arguments.paths)
        texts = load_texts(arguments.language or project.settings.language)
        folder, shown, paths = _collection(project, arguments.paths)
        selection = select(paths, folder, shown)
        report = check_folder(folder, shown, texts, beside=selection.beside, today=arguments.today)
    except NoProject:
        return _could_not_run(texts("cli.no-project"))
    except NotSelectable as error:
        where = privacy.masked_path(shown)
        return _could_not_run(texts(f"cli.{error.key}", path=error.path, folder=where))
    except SettingsError as error:
        return _could_not_run(wrong_setting(error, texts))
    except CollectionMissing:
        return _could_not_run(texts("cli.no-collection", folder=privacy.masked_path(shown)))
    except RuleFailure as error:
        return _could_not_run(texts("cli.rule-failed", rule=error.rule, path=error.path))
    return _tell(arguments, project, selection, report, texts)


def _tell(
    arguments: argparse.Namespace,
    project: Project,
    selection: Selection,
    report: Report,
    texts: Texts,
) -> int:
    """Print the report, add the summary to its file, and return the exit code."""
    told = material(
        filter(lambda each: any(map(selection.holds, each.paths)), report.diagnostics),
        filter(selection.holds, report.paths),
        texts,
        project.site,
        arguments.strict,
    )
    _print(FORMATS[chosen(arguments.output_format, os.environ)](told))
    if arguments.summary:
        named = filter(selection.holds, report.cards) if arguments.paths else ()
        try:
            _append(arguments.summary, summary.render(told, report, tuple(named)))
        except (OSError, ValueError):
            file = privacy.masked_path(printable(str(arguments.summary)))
            return _could_not_run(texts("cli.no-summary", file=file))
    return PROBLEMS if any(map(told.fails, told.diagnostics)) else CLEAN


def _append(file: Path, content: str) -> None:
    with file.open("a", encoding="utf-8", errors="backslashreplace") as stream:
        stream.write(content)


def _run_explain(arguments: argparse.Namespace) -> int:
    texts = load_texts(arguments.language or _language_here())
    name = arguments.rule
    if name is None:
        _print(explanation.list_all(families(texts), texts))
        return CLEAN
    try:
        _print(explanation.render(explain(name, texts), texts))
    except KeyError:
        near, shown = nearest_rule(name), privacy.masked_path(printable(name))
        if near is None:
            return _could_not_run(texts("cli.no-rule", name=shown))
        return _could_not_run(texts("cli.no-rule-near", name=shown, near=near))
    return CLEAN


def _language_here() -> str:
    """Return the language of the project around the current folder, Dutch outside one."""
    try:
        return _find_project(()).settings.language
    except (NoProject, SettingsError):
        return DEFAULT_LANGUAGE


def _print(message: str, to_errors: bool = False) -> None:
    stream = sys.stderr if to_errors else sys.stdout
    encoding = stream.encoding or "utf-8"
    print(message.encode(encoding, "backslashreplace").decode(encoding), file=stream)


def _could_not_run(message: str) -> int:
    _print(defused(message), to_errors=True)
    return COULD_NOT_RUN


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with `arguments`, by default those of the process; return the exit code.

    0 nothing wrong (warnings allowed), 1 problems found, 2 the command itself could not run.
    """
    leave_at_exit()
    parsed = parser(check=_run_check, explain=_run_explain).parse_args(arguments)
    try:
        code: int = parsed.run(parsed)
    except BrokenPipeError:
        # Whoever read our output stopped, as `head` does; Python would complain on its way out.
        sys.stdout = None
        return COULD_NOT_RUN
    except Exception as error:  # the last resort: whatever happens, no traceback
        texts = load_texts(DEFAULT_LANGUAGE)
        return _could_not_run(texts("cli.unexpected", kind=type(error).__name__))
    return code
