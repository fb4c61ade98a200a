"""tools/check_changes.sh in a real git repository, with a `spreekkamer` that notes its calls."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from sites import ROOT

NOWHERE = "0" * 40
ROLES = ("AUTHOR", "COMMITTER")
STAND_IN = f"""#!{sys.executable}
import json, os, sys
from pathlib import Path
arguments = sys.argv[1:]
with Path(os.environ["CALLS"]).open("a", encoding="utf-8") as calls:
    print(json.dumps(arguments), file=calls)
print("report as", arguments[arguments.index("--output-format") + 1])
kind = "summary" if "--summary" in arguments else arguments[-1]
sys.exit(int(os.environ.get("EXIT_" + kind.upper(), "0")))
"""


@dataclass(frozen=True)
class Run:
    """What a run of the script called, said and ended with."""

    calls: list[list[str]]
    code: int
    log: str
    errors: str

    @property
    def shown(self) -> list[str] | None:
        """The cards that it asked a summary of, None when it asked none."""
        asked = [call for call in self.calls if "--summary" in call]
        return [path for call in asked for path in call[5:]] if asked else None


class Checkout:
    """A git repository with the script in `tools/` and one card that was there before."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "tools").mkdir(parents=True)
        script = (ROOT / "tools/check_changes.sh").read_text(encoding="utf-8")
        (root / "tools/check_changes.sh").write_text(script, encoding="utf-8")
        self.calls = root / ".git/calls"
        self.tool = root / ".git/bin/spreekkamer"
        self.git("init", "--quiet", "--initial-branch=main")
        self.tool.parent.mkdir()
        self.tool.write_text(STAND_IN, encoding="utf-8")
        self.tool.chmod(0o755)
        self.write("learnings/cards/old.yml")
        self.base = self.commit()

    def environment(self, **more: str) -> dict[str, str]:
        who = {
            f"GIT_{role}_{part}": "t@example.org" for role in ROLES for part in ("NAME", "EMAIL")
        }
        kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        path = f"{self.tool.parent}{os.pathsep}{kept['PATH']}"
        git = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **who}
        return {**kept, **git, "PATH": path, "CALLS": str(self.calls), **more}

    def git(self, *arguments: str) -> str:
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.root,
            env=self.environment(),
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        return done.stdout.strip()

    def write(self, path: str, content: str = "title: x\n") -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")

    def commit(self) -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message=x")
        return self.git("rev-parse", "HEAD")

    def run(self, base: str, *formats: str, **environment: str) -> Run:
        done = subprocess.run(
            ["sh", "tools/check_changes.sh", base, "cards.md", *(formats or ("auto",))],
            cwd=self.root,
            env=self.environment(**environment),
            capture_output=True,
            text=True,
            check=False,
        )
        lines = self.calls.read_text(encoding="utf-8").splitlines() if self.calls.exists() else []
        return Run([json.loads(line) for line in lines], done.returncode, done.stdout, done.stderr)


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    return Checkout(tmp_path / "repository")


def test_all_cards_are_checked_and_the_changed_ones_shown(checkout: Checkout) -> None:
    checkout.write("learnings/cards/new.yml")
    checkout.write("learnings/cards/old.yml", "title: changed\n")
    checkout.write("learnings/cards/werk/deep.yml")
    checkout.write("learnings/cards/wrong-extension.yaml")
    checkout.write("learnings/cards/notes.txt")
    checkout.write("learnings/dilemmas/work-training.yml")
    checkout.write("elsewhere.yml")
    checkout.commit()
    run = checkout.run(checkout.base)
    whole, summary = run.calls
    assert whole == ["check", "--output-format", "auto"]
    assert summary[:5] == ["check", "--output-format", "text", "--summary", "cards.md"]
    assert run.shown == [
        "learnings/cards/new.yml",
        "learnings/cards/old.yml",
        "learnings/cards/werk/deep.yml",
        "learnings/cards/wrong-extension.yaml",
    ]
    assert run.code == 0


def test_the_log_holds_each_problem_once(checkout: Checkout) -> None:
    checkout.write("learnings/cards/new.yml")
    checkout.commit()
    assert checkout.run(checkout.base).log == "report as auto\n"


def test_a_report_goes_to_its_file(checkout: Checkout) -> None:
    run = checkout.run(checkout.base, "text", "gitlab=quality=1.json", "junit=a report.xml")
    assert run.log == "report as text\n"
    assert (checkout.root / "quality=1.json").read_text(encoding="utf-8") == "report as gitlab\n"
    assert (checkout.root / "a report.xml").read_text(encoding="utf-8") == "report as junit\n"


@pytest.mark.parametrize(
    ("exits", "code"),
    [
        ({}, 0),
        ({"EXIT_AUTO": "1"}, 1),
        ({"EXIT_AUTO": "2"}, 2),
        ({"EXIT_AUTO": "1", "EXIT_SUMMARY": "1"}, 1),
        ({"EXIT_SUMMARY": "2"}, 2),
        ({"EXIT_AUTO": "1", "EXIT_SUMMARY": "2"}, 2),
        ({"EXIT_AUTO": "2", "EXIT_JUNIT": "1"}, 2),
    ],
)
def test_the_worst_exit_code_counts(checkout: Checkout, exits: dict[str, str], code: int) -> None:
    checkout.write("learnings/cards/new.yml")
    checkout.commit()
    run = checkout.run(checkout.base, "auto", "junit=junit.xml", **exits)
    assert run.code == code
    assert len(run.calls) == 3, "every report and the summary are made, whatever came before"


def test_a_deleted_card_is_not_shown_and_a_renamed_one_by_its_new_name(checkout: Checkout) -> None:
    checkout.write("learnings/cards/gone.yml", "title: another\n")
    base = checkout.commit()
    (checkout.root / "learnings/cards/gone.yml").unlink()
    checkout.git("mv", "learnings/cards/old.yml", "learnings/cards/renamed.yml")
    checkout.commit()
    assert checkout.run(base).shown == ["learnings/cards/renamed.yml"]


def test_without_changed_cards_there_is_no_summary(checkout: Checkout) -> None:
    checkout.write("README.md")
    checkout.commit()
    run = checkout.run(checkout.base)
    assert run.shown is None
    assert (run.code, run.errors) == (0, "")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_hostile_name_is_one_argument_and_runs_nothing(checkout: Checkout) -> None:
    names = [
        "--summary=elsewhere.yml",
        "a b.yml",
        "$(touch ran).yml",
        "`touch ran`.yml",
        "; touch ran;.yml",
        "'\".yml",
        "line\nlearnings/cards/other.yml",
        "één.yml",
        "*.yml",
    ]
    for name in names:
        checkout.write(f"learnings/cards/{name}")
    checkout.commit()
    run = checkout.run(checkout.base)
    assert run.shown is not None
    assert sorted(run.shown) == sorted(f"learnings/cards/{name}" for name in names)
    assert not (checkout.root / "ran").exists()
    assert run.code == 0


@pytest.mark.parametrize(
    "base", ["", NOWHERE, "1" * 40, "HEAD^1", "--output=ran", "no such branch"]
)
def test_an_unknown_base_costs_the_summary_only(checkout: Checkout, base: str) -> None:
    run = checkout.run(base, EXIT_AUTO="1")
    assert run.calls == [["check", "--output-format", "auto"]]
    assert run.code == 1
    assert "All cards were checked" in run.errors
    assert not (checkout.root / "ran").exists()


def test_a_history_that_was_rewritten_costs_the_summary_only(checkout: Checkout) -> None:
    checkout.git("checkout", "--quiet", "--orphan", "anew")
    checkout.write("learnings/cards/new.yml")
    checkout.commit()
    run = checkout.run(checkout.base)
    assert run.shown is None
    assert run.code == 0
    assert "no summary" in run.errors


def test_what_others_changed_meanwhile_is_not_shown(checkout: Checkout) -> None:
    checkout.git("checkout", "--quiet", "-b", "request")
    checkout.write("learnings/cards/mine.yml")
    request = checkout.commit()
    checkout.git("checkout", "--quiet", "main")
    checkout.write("learnings/cards/theirs.yml")
    main = checkout.commit()
    # GitLab checks out the request itself, and may give the tip of main as base.
    checkout.git("checkout", "--quiet", "--detach", request)
    assert checkout.run(main).shown == ["learnings/cards/mine.yml"]
    # GitHub and Azure DevOps check out its merge into main.
    checkout.calls.unlink()
    checkout.git("checkout", "--quiet", "--detach", main)
    checkout.git("merge", "--quiet", "--no-ff", "--message=x", request)
    assert checkout.run("HEAD^1").shown == ["learnings/cards/mine.yml"]


def test_too_few_arguments_are_explained(checkout: Checkout) -> None:
    done = subprocess.run(
        ["sh", "tools/check_changes.sh", "HEAD"],
        cwd=checkout.root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "Usage" in done.stderr
