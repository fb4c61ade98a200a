"""What can be typed after `spreekkamer`; nothing that was typed is repeated unmasked."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final, NoReturn

from spreekkamer import privacy
from spreekkamer.reporting import AUTO, FORMATS
from spreekkamer.source import printable
from spreekkamer.texts import DEFAULT_LANGUAGE, LANGUAGES, Texts
from spreekkamer.texts import load as load_texts

Run = Callable[[argparse.Namespace], int]
_DAY: Final = re.compile("20[0-9]{2}-[0-9]{2}-[0-9]{2}")


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints have nothing private in them."""

    def error(self, message: str) -> NoReturn:
        words = privacy.masked(printable(message)).split(" ")
        super().error(" ".join(map(privacy.masked_path, words)))


def _day(texts: Texts) -> Callable[[str], date]:
    def day(typed: str) -> date:
        try:
            if _DAY.fullmatch(typed):
                return date.fromisoformat(typed)
        except ValueError:
            pass
        raise argparse.ArgumentTypeError(texts("cli.wrong-day"))

    return day


def parser(check: Run, explain: Run) -> argparse.ArgumentParser:
    """Return the parser of the command; `run` of what it returns is `check` or `explain`."""
    texts = load_texts(DEFAULT_LANGUAGE)
    whole = _Parser(prog="spreekkamer", description=texts("cli.about"))
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")
    about = texts("cli.check")
    _add_check(commands.add_parser("check", help=about, description=about), texts, check)
    about = texts("cli.explain")
    _add_explain(commands.add_parser("explain", help=about, description=about), texts, explain)
    return whole


def _add_check(to: argparse.ArgumentParser, texts: Texts, run: Run) -> None:
    to.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=texts("cli.check-paths"))
    to.add_argument(
        "--output-format", choices=(AUTO, *FORMATS), default=AUTO, help=texts("cli.check-format")
    )
    to.add_argument("--summary", type=Path, metavar="FILE", help=texts("cli.check-summary"))
    to.add_argument("--strict", action="store_true", help=texts("cli.check-strict"))
    to.add_argument("--language", choices=LANGUAGES, help=texts("cli.check-language"))
    to.add_argument(
        "--today", type=_day(texts), metavar="YYYY-MM-DD", help=texts("cli.check-today")
    )
    to.set_defaults(run=run)


def _add_explain(to: argparse.ArgumentParser, texts: Texts, run: Run) -> None:
    to.add_argument("rule", nargs="?", metavar="RULE", help=texts("cli.explain-rule"))
    to.add_argument("--language", choices=LANGUAGES, help=texts("cli.explain-language"))
    to.set_defaults(run=run)
