"""What stands in a configuration file, as plain data."""

from __future__ import annotations

import pytest

from spreekkamer.plain_data import plain_value

CONFIGURATION = """\
site_name: Voorbeeld
hook: !!python/name:een.functie
extra:
  spreekkamer:
    language: nl
    examples: no
    forge: {kind: github, branch: main}
    words: [een, 'twee', 3]
    contact: ~
    year: 2026
    text: 'no'
  leeg:
"""


@pytest.mark.parametrize(
    ("route", "value"),
    [
        (("site_name",), "Voorbeeld"),
        (("hook",), ""),
        (("extra", "spreekkamer", "language"), "nl"),
        (("extra", "spreekkamer", "examples"), False),
        (("extra", "spreekkamer", "forge"), {"kind": "github", "branch": "main"}),
        (("extra", "spreekkamer", "words"), ["een", "twee", "3"]),
        (("extra", "spreekkamer", "contact"), None),
        (("extra", "spreekkamer", "year"), "2026"),
        (("extra", "spreekkamer", "text"), "no"),
        (("extra", "leeg"), None),
        (("nergens",), None),
        (("nergens", "ergens"), None),
        (("site_name", "dieper"), None),
    ],
)
def test_a_setting_is_found_by_its_route(route: tuple[str, ...], value: object) -> None:
    found = plain_value(CONFIGURATION, route)
    assert found == (None if value == "" else value)


@pytest.mark.parametrize("word", ["true", "True", "yes", "on", "ON"])
def test_yes_in_all_its_forms_is_true(word: str) -> None:
    assert plain_value(f"a: {word}", ("a",)) is True


@pytest.mark.parametrize("text", ["", "- a", "tekst", "a: [", "a: b: c"])
def test_a_file_that_is_no_mapping_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match="no mapping"):
        plain_value(text, ("a",))
