"""The form of a file is looked at without what its values say."""

from __future__ import annotations

import pytest

from spreekkamer.form import misfits
from spreekkamer.rules import Route
from spreekkamer.schema import FILES
from spreekkamer.yaml_reader import parse

SOUND = """\
label: {nl: "Snel of duurzaam"}
question: {nl: "Nu of straks?"}
sides:
  fast: {label: {nl: "Snel"}, definition: {nl: "Nu."}}
  lasting: {label: {nl: "Duurzaam"}, definition: {nl: "Straks."}}
"""


def found(content: str) -> list[tuple[Route, int]]:
    root, raised = parse(content)
    assert root is not None and not raised
    return [(each.route, each.line + 1) for each in misfits(FILES["dilemma"], root)]


def test_a_sound_file_has_no_misfit() -> None:
    assert found(SOUND) == []


@pytest.mark.parametrize(
    ("more", "route"),
    [
        ("remark: nog navragen\n", ("remark",)),
        ("synonyms: snel\n", ("synonyms",)),
        ("synonyms: [[snel]]\n", ("synonyms", 0)),
        ("origin: [interview]\n", ("origin",)),
        ("origin:\n", ("origin",)),
        ("origin: interview\n  - en meer\n", ("origin",)),
        ("not_to_confuse_with: anders\n", ("not_to_confuse_with",)),
        ("not_to_confuse_with: {anders: Nee}\n", ("not_to_confuse_with", "anders")),
        ("research: [tekst]\n", ("research", 0)),
        ("research: [{en: text}]\n", ("research", 0, "nl")),
    ],
)
def test_what_the_schema_does_not_ask_is_a_misfit(more: str, route: Route) -> None:
    assert found(SOUND + more) == [(route, 6)]


def test_a_dilemma_with_one_side_is_a_misfit() -> None:
    one = "".join(line for line in SOUND.splitlines(keepends=True) if "lasting" not in line)
    assert found(one) == [(("sides",), 4)]


def test_a_name_that_is_no_id_is_a_misfit() -> None:
    assert found(SOUND.replace("fast:", "Snel gaan:")) == [(("sides", "Snel gaan"), 4)]
