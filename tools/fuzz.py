"""Feeds what nobody would write to the check, and keeps what makes it fail (`make fuzz`).

Every input is a card in the collection of the tests. A failure is any exception, and a private
number that stands in a report. Atheris leads the inputs to lines of ours that no input reached.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Final

import atheris

with atheris.instrument_imports(include=["spreekkamer"]):
    from spreekkamer import checks, source, texts
    from spreekkamer.checking import Report, check_sources

    checks.rules()

ROOT: Final = Path(__file__).parent.parent
SAMPLE: Final = ROOT / "tests/sample/learnings"
CORPUS: Final = ROOT / ".fuzz/corpus"
CRASHES: Final = ROOT / ".fuzz/crashes"
CARD: Final = PurePosixPath("cards/voorbeeld.yml")
PLANTED: Final = b" BSN 111222333 "
SECRET: Final = "111222333"
TODAY: Final = date(2026, 11, 1)
HOW: Final = f"""
It failed on the newest file in {CRASHES.relative_to(ROOT)}. To mend it: show the fault with

    .venv-fuzz/bin/python tools/fuzz.py {CRASHES.relative_to(ROOT)}/crash-...

then write it down in tests/test_regressions.py, with the content cut to what is needed:

    def test_what_was_found_is_one_problem() -> None:
        assert in_file(b"...") == ["yaml-syntax 1:1-2"]
"""

# Few others, as each is checked again each time.
NEEDED: Final = ("sources.yml", "work-training.yml", "situation.yml", "phase.yml")
OTHERS = [each for each in source.collect(SAMPLE, "learnings", {}) if each.within.name in NEEDED]
NL = texts.load("nl")


class Leak(Exception):
    """A report says what it found."""


def checked(content: bytes) -> Report:
    """Check `content` as a card of the sample."""
    card = source.from_bytes(content, f"learnings/{CARD}", CARD)
    return check_sources([*OTHERS, card], NL, TODAY)


def try_one(content: bytes) -> None:
    """Check `content` as it is, and once more with a private number in its middle."""
    content = content[: source.CARD_BYTES]
    checked(content)
    half = len(content) // 2
    report = checked(content[:half] + PLANTED + content[half:])
    for each in report.diagnostics:
        if SECRET in f"{each.message}{each.hint}{each.excerpt}{each.field}{each.path}":
            raise Leak(each.rule)


def plant_corpus() -> None:
    """Write the samples of all rules, and the cards of the tests, where the fuzzer starts."""
    CORPUS.mkdir(parents=True, exist_ok=True)
    CRASHES.mkdir(parents=True, exist_ok=True)
    sound = (SAMPLE / CARD).read_bytes()
    samples = [
        text if isinstance(text, bytes) else sound + text.encode()
        for each in checks.rules().values()
        for text in (each.rule.fails.text, each.rule.passes.text)
    ]
    cards = [file.read_bytes() for file in sorted((SAMPLE / "cards").glob("*.yml"))]
    for number, content in enumerate([*samples, *cards]):
        (CORPUS / f"sample-{number:03}").write_bytes(content)


def main() -> int:
    """Run the fuzzer with the arguments of the process, or try the files that they name."""
    files = [Path(each) for each in sys.argv[1:] if not each.startswith("-")]
    for file in files:
        try_one(file.read_bytes())
    if files:
        return 0
    plant_corpus()
    where = [f"-artifact_prefix={CRASHES}/", "-max_len=4096", "-timeout=10", "-rss_limit_mb=1024"]
    atheris.Setup([sys.argv[0], *where, *sys.argv[1:], str(CORPUS)], try_one)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    if sys.argv[1:] == ["--how"]:
        print(HOW)
        sys.exit(0)
    sys.exit(main())
