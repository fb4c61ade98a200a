"""The command `spreekkamer`: arguments and exit codes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from spreekkamer.checking import RuleFailure, check_folder
from spreekkamer.diagnostics import Severity
from spreekkamer.explaining import explain, families, nearest_rule
from spreekkamer.reporting import explanation, json_list, text
from spreekkamer.selection import NotSelectable, select
from spreekkamer.settings import Settings, SettingsError, from_text, wrong_setting
from spreekkamer.source import CollectionMissing, printable
from spreekkamer.texts import DEFAULT_LANGUAGE, LANGUAGES
from spreekkamer.texts import load as load_texts

CLEAN: Final = 0
PROBLEMS: Final = 1
COULD_NOT_RUN: Final = 2


class NoProject(Exception):
    """There is no `mkdocs.yml` here, nor in a folder above."""


@dataclass(frozen=True, slots=True)
class Project:
    """Where a collection is: the folder with `mkdocs.yml`, and the settings in it."""

    root: Path
    settings: Settings

    @property
    def learnings(self) -> Path:
        """The folder of the collection."""
        return self.root / self.settings.learnings


def _find_config(start: Path) -> Path | None:
    """Return the nearest `mkdocs.yml` in `start` or a folder above it."""
    candidates = (folder / "mkdocs.yml" for folder in (start, *start.parents))
    return next((config for config in candidates if config.is_file()), None)


def _settings(config: Path) -> Settings:
    try:
        return from_text(config.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        raise SettingsError("unreadable") from None


def _find_project(paths: Sequence[Path]) -> Project:
    """Return the project of the first path that is in one, else that of the current folder."""
    try:
        for start in (*paths, Path()):
            if config := _find_config(start.resolve()):
                return Project(config.parent, _settings(config))
    except OSError:
        raise NoProject from None
    raise NoProject


def _run_check(arguments: argparse.Namespace) -> int:
    texts = load_texts(arguments.language or DEFAULT_LANGUAGE)
    try:
        project = _find_project(arguments.paths)
        texts = load_texts(arguments.language or project.settings.language)
        shown = project.settings.learnings
        selection = select(arguments.paths, project.learnings, shown)
        report = check_folder(project.learnings, shown, texts, beside=selection.beside)
    except NoProject:
        return _could_not_run(texts("cli.no-project"))
    except NotSelectable as error:
        return _could_not_run(texts(f"cli.{error.key}", path=error.path, folder=shown))
    except SettingsError as error:
        return _could_not_run(wrong_setting(error, texts))
    except CollectionMissing as error:
        return _could_not_run(texts("cli.no-collection", folder=error))
    except RuleFailure as error:
        return _could_not_run(texts("cli.rule-failed", rule=error.rule, path=error.path))
    diagnostics = [each for each in report.diagnostics if selection.holds(each.path)]
    if arguments.output_format == "json":
        _print(json_list.render(diagnostics))
    else:
        _print(text.render(diagnostics, sum(map(selection.holds, report.paths)), texts))
    severities = {each.severity for each in diagnostics}
    failed = severities if arguments.strict else severities & {Severity.ERROR}
    return PROBLEMS if failed else CLEAN


def _run_explain(arguments: argparse.Namespace) -> int:
    texts = load_texts(arguments.language or _language_here())
    name = arguments.rule
    if name is None:
        _print(explanation.list_all(families(texts), texts))
        return CLEAN
    try:
        _print(explanation.render(explain(name, texts), texts))
    except KeyError:
        near, shown = nearest_rule(name), printable(name)
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
    _print(message, to_errors=True)
    return COULD_NOT_RUN


def _parser() -> argparse.ArgumentParser:
    texts = load_texts(DEFAULT_LANGUAGE)
    parser = argparse.ArgumentParser(prog="spreekkamer", description=texts("cli.about"))
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    check = commands.add_parser("check", help=texts("cli.check"), description=texts("cli.check"))
    check.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=texts("cli.check-paths"))
    check.add_argument(
        "--output-format", choices=("text", "json"), default="text", help=texts("cli.check-format")
    )
    check.add_argument("--strict", action="store_true", help=texts("cli.check-strict"))
    check.add_argument("--language", choices=LANGUAGES, help=texts("cli.check-language"))
    check.set_defaults(run=_run_check)
    about = texts("cli.explain")
    explain_ = commands.add_parser("explain", help=about, description=about)
    explain_.add_argument("rule", nargs="?", metavar="RULE", help=texts("cli.explain-rule"))
    explain_.add_argument("--language", choices=LANGUAGES, help=texts("cli.explain-language"))
    explain_.set_defaults(run=_run_explain)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with `arguments`, by default those of the process; return the exit code.

    0 nothing wrong (warnings allowed), 1 problems found, 2 the command itself could not run.
    """
    parsed = _parser().parse_args(arguments)
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
