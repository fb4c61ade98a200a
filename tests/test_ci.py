"""The files that GitHub, GitLab, Azure DevOps and pre-commit read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from sites import ROOT

WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.y*ml"))
TEMPLATES = [
    ROOT / ".github/pull_request_template.md",
    ROOT / ".gitlab/merge_request_templates/Default.md",
    ROOT / ".azuredevops/pull_request_template.md",
]
PIPELINES = [*WORKFLOWS, ROOT / ".gitlab-ci.yml", ROOT / "azure-pipelines.yml"]
QUESTIONS = [
    "Kan iemand uit de buurt, de familie, het team of het bedrijf deze persoon herkennen?",
    "Zou de inwoner, de werkgever of de collega zichzelf herkennen?",
    "Zou je het vervelend vinden als de inwoner deze tekst leest?",
]


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def data_of(path: Path) -> Any:
    # The base loader leaves `on:` the text that GitHub reads it as.
    return yaml.load(text_of(path), Loader=yaml.BaseLoader)


def steps_of(workflow: Path) -> list[dict[str, Any]]:
    return [step for job in data_of(workflow)["jobs"].values() for step in job["steps"]]


def test_there_is_a_workflow() -> None:
    assert [path.name for path in WORKFLOWS] == ["check.yml"]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_by_hash_and_says_its_version(workflow: Path) -> None:
    used = re.findall(r"uses:.*", text_of(workflow))
    assert used
    for each in used:
        assert re.fullmatch(r"uses: [\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", each)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_read_and_nothing_else(workflow: Path) -> None:
    data = data_of(workflow)
    assert data["permissions"] == {}
    for job in data["jobs"].values():
        assert job["permissions"] == {"contents": "read"}
        assert int(job["timeout-minutes"]) <= 15
    assert "secrets" not in text_of(workflow)
    assert "github.token" not in text_of(workflow)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_runs_for_forks_without_their_trust(workflow: Path) -> None:
    assert set(data_of(workflow)["on"]) == {"pull_request", "push"}
    checkouts = [step for step in steps_of(workflow) if "checkout@" in step.get("uses", "")]
    assert [step["with"]["persist-credentials"] for step in checkouts] == ["false"]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_nothing_of_a_pull_request_is_written_into_a_command(workflow: Path) -> None:
    assert not [step for step in steps_of(workflow) if "${{" in step.get("run", "")]


@pytest.mark.parametrize("pipeline", PIPELINES, ids=lambda path: path.name)
def test_all_three_install_locked_and_check_alike(pipeline: Path) -> None:
    assert "make install" in text_of(pipeline)
    assert "sh tools/check_changes.sh" in text_of(pipeline)
    assert not re.search(r"https?://|\bpip3? install", text_of(pipeline))


def test_gitlab_keeps_its_reports_when_the_check_fails() -> None:
    job = data_of(ROOT / ".gitlab-ci.yml")["check"]
    assert job["artifacts"]["when"] == "always"
    command = " ".join(job["script"])
    assert f"gitlab={job['artifacts']['reports']['codequality']}" in command
    assert f"junit={job['artifacts']['reports']['junit']}" in command
    assert job["artifacts"]["paths"][0] in command
    assert job["variables"]["GIT_DEPTH"] == "0"


def test_azure_shows_its_reports_when_the_check_fails() -> None:
    steps = data_of(ROOT / "azure-pipelines.yml")["jobs"][0]["steps"]
    after = next(index for index, step in enumerate(steps) if "check_changes" in str(step)) + 1
    assert [step["condition"] for step in steps[after:]] == ["succeededOrFailed()"] * 2
    assert steps[0]["persistCredentials"] == "false"


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.parts[-2])
def test_a_request_asks_the_three_questions(template: Path) -> None:
    boxes = re.findall(r"^\s*[-*+] \[.?\] ?(.*)", text_of(template), re.MULTILINE)
    assert boxes == QUESTIONS


def test_a_request_reads_the_same_everywhere() -> None:
    assert len({text_of(template) for template in TEMPLATES}) == 1


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("learnings/cards/thuiszorg.yml", True),
        ("learnings/cards/werk/thuiszorg.yaml", True),
        ("learnings/dilemmas/work-training.yml", True),
        ("learnings/sources.yml", True),
        ("docs/learnings/cards/thuiszorg.yml", False),
        ("learnings/cards/thuiszorg.yml.orig", False),
        ("mkdocs.yml", False),
    ],
)
def test_the_commit_hook_looks_at_cards(path: str, asked: bool) -> None:
    (hook,) = data_of(ROOT / ".pre-commit-hooks.yaml")
    assert bool(re.search(hook["files"], path)) == asked


def test_the_commit_hook_runs_the_command_that_the_package_installs() -> None:
    (hook,) = data_of(ROOT / ".pre-commit-hooks.yaml")
    assert (hook["id"], hook["language"]) == ("spreekkamer-check", "python")
    assert hook["entry"] == "spreekkamer check"
    assert {"name", "description"} <= set(hook)


def test_code_owners_cover_the_cards_and_the_check() -> None:
    lines = [line.split() for line in text_of(ROOT / "CODEOWNERS").splitlines()]
    rules = [line for line in lines if line and not line[0].startswith("#")]
    owners = {pattern: names for pattern, *names in rules}
    assert owners["/learnings/"] == ["@replace-this/card-reviewers"]
    assert owners["/hooks/"] == ["@replace-this/maintainers"]
    assert rules[0][0] == "*", "the last line that fits counts, so what holds for all comes first"


def test_code_owners_say_what_to_replace() -> None:
    comments = [line for line in text_of(ROOT / "CODEOWNERS").splitlines() if line.startswith("#")]
    assert any("REPLACE @replace-this" in line for line in comments)
    elsewhere = [".github/CODEOWNERS", ".gitlab/CODEOWNERS", "docs/CODEOWNERS"]
    assert not [path for path in elsewhere if (ROOT / path).exists()]


def test_locked_requirements_name_no_host_and_hash_everything() -> None:
    for name in ("run", "dev", "fuzz"):
        text = text_of(ROOT / f"requirements/{name}.txt")
        assert "://" not in text
        assert "--find-links" not in text
        for package in re.findall(r"^\S+==.*(?:\n +--hash.*)*", text, re.MULTILINE):
            assert "--hash=sha256:" in package
