"""Every rule's own samples: the failing one is found, the passing one is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from conftest import Project
from spreekkamer import checks, texts
from spreekkamer.reporting import text
from spreekkamer.reporting.material import material

RULES = list(checks.rules().values())
NAMES = [rule.name for rule in RULES]


@pytest.mark.parametrize("named", RULES, ids=NAMES)
def test_the_failing_sample_gives_this_rule_and_nothing_else(
    named: checks.NamedRule, project: Project
) -> None:
    project.add(named.rule.fails)
    assert set(project.all_rules()) == {named.name}


@pytest.mark.parametrize("named", RULES, ids=NAMES)
def test_the_passing_sample_gives_nothing(named: checks.NamedRule, project: Project) -> None:
    project.add(named.rule.passes)
    assert project.all_rules() == []


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize("named", RULES, ids=NAMES)
def test_the_report_on_the_failing_sample_reads_as_agreed(
    named: checks.NamedRule,
    language: str,
    project: Project,
    golden: Callable[[str, str], None],
) -> None:
    project.add(named.rule.fails)
    report = project.check(language)
    golden(
        f"{named.name}.{language}.txt",
        text.render(material(report.diagnostics, report.paths, texts.load(language))) + "\n",
    )


@pytest.mark.parametrize("named", RULES, ids=NAMES)
def test_a_rule_says_why_it_exists(named: checks.NamedRule) -> None:
    assert len(named.doc.strip()) > 40
