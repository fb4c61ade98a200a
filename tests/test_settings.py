"""Each setting is checked; a wrong one names the setting, the value and what is allowed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from spreekkamer import texts
from spreekkamer.settings import (
    Forge,
    Settings,
    SettingsError,
    from_mapping,
    from_text,
    language_of,
    wrong_setting,
)

NL, EN = texts.load("nl"), texts.load("en")
FORGE = {"kind": "github", "address": "https://example.org/kaarten"}


def message(given: object, language: texts.Texts = NL) -> str:
    with pytest.raises(SettingsError) as caught:
        from_mapping(given)
    return wrong_setting(caught.value, language)


@pytest.mark.parametrize("given", [None, {}])
def test_without_settings_every_one_has_its_default(given: object) -> None:
    assert from_mapping(given) == Settings(
        language="nl",
        examples=True,
        learnings="learnings",
        forge=None,
        contact=None,
        organisation=None,
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "nl"),
        ("language", "en"),
        ("examples", True),
        ("examples", False),
        ("learnings", "learnings"),
        ("learnings", "kaarten/van ons"),
        ("learnings", "praktijkkaartjes-één"),
        ("contact", "kaarten@example.org"),
        ("contact", "https://example.org/contact?over=kaarten"),
        ("contact", "http://intranet/contact"),
        ("organisation", "Gemeente Voorbeeld"),
        ("organisation", "x" * 80),
        ("forge", None),
    ],
)
def test_a_right_setting_is_taken_over(name: str, value: object) -> None:
    assert getattr(from_mapping({name: value}), name) == value


@pytest.mark.parametrize("kind", ["github", "gitlab", "gitea", "forgejo", "azure"])
def test_each_kind_of_forge_is_known(kind: str) -> None:
    forge = from_mapping({"forge": FORGE | {"kind": kind}}).forge
    assert forge == Forge(kind, FORGE["address"], "main")


@pytest.mark.parametrize("branch", ["main", "release/2026.1", "werk_in-uitvoering"])
def test_the_branch_of_a_forge_may_be_named(branch: str) -> None:
    forge = from_mapping({"forge": FORGE | {"branch": branch}}).forge
    assert forge is not None
    assert forge.branch == branch


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("language", "de", "nl of en"),
        ("language", "NL", "nl of en"),
        ("language", "", "nl of en"),
        ("language", 3, "nl of en"),
        ("language", True, "nl of en"),
        ("examples", "nee", "true of false"),
        ("examples", 1, "true of false"),
        ("examples", "true", "true of false"),
        ("learnings", "../elders", "een map in het project"),
        ("learnings", "kaarten/../../elders", "een map in het project"),
        ("learnings", "/etc", "een map in het project"),
        ("learnings", ".", "een map in het project"),
        ("learnings", "", "een map in het project"),
        ("learnings", "  ", "een map in het project"),
        ("learnings", "kaarten\\van ons", "een map in het project"),
        ("contact", "bel maar", "een mailadres of een webadres"),
        ("contact", "a@b", "een mailadres of een webadres"),
        ("contact", "javascript:alert(1)", "een mailadres of een webadres"),
        ("contact", "ftp://example.org", "een mailadres of een webadres"),
        ("contact", 'https://example.org/"x', "een mailadres of een webadres"),
        ("contact", "bel\nmaar", "een mailadres of een webadres"),
        ("contact", 12, "een mailadres of een webadres"),
        ("organisation", "", "hoogstens 80 tekens"),
        ("organisation", "   ", "hoogstens 80 tekens"),
        ("organisation", "x" * 81, "hoogstens 80 tekens"),
        ("organisation", False, "hoogstens 80 tekens"),
    ],
)
def test_a_wrong_setting_names_itself_its_value_and_what_is_allowed(
    name: str, value: object, allowed: str
) -> None:
    shown = message({name: value})
    written = str(value).lower() if isinstance(value, bool) else str(value).replace("\n", "\\n")
    assert f"extra.spreekkamer.{name} is «{written[:80]}»" in shown
    assert allowed in shown


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("kind", "bitbucket", "github, gitlab, gitea, forgejo of azure"),
        ("address", "example.org/kaarten", "https://"),
        ("address", "javascript:alert(1)", "https://"),
        ("address", "https://example.org/ x", "https://"),
        ("branch", "", "de naam van een branch"),
        ("branch", "met spatie", "de naam van een branch"),
        ("branch", "x" * 201, "de naam van een branch"),
        ("branch", True, "de naam van een branch"),
    ],
)
def test_a_wrong_setting_of_the_forge_is_named_too(name: str, value: object, allowed: str) -> None:
    shown = message({"forge": FORGE | {name: value}})
    written = str(value).lower() if isinstance(value, bool) else str(value)
    assert f"extra.spreekkamer.forge.{name} is «{written[:80]}»" in shown
    assert allowed in shown


@pytest.mark.parametrize("value", [None, ["nl"], {"nl": True}])
@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("language", lambda value: {"language": value}),
        ("organisation", lambda value: {"organisation": value}),
        ("forge.kind", lambda value: {"forge": FORGE | {"kind": value}}),
        ("forge.branch", lambda value: {"forge": FORGE | {"branch": value}}),
    ],
)
def test_a_setting_without_a_value_or_with_many_is_shown_as_empty(
    name: str, within: Callable[[object], object], value: object
) -> None:
    assert f"extra.spreekkamer.{name} is «». Toegestaan" in message(within(value))


@pytest.mark.parametrize(("value", "text"), [(2026, "2026"), (1.5, "1.5"), (0, "0")])
def test_a_number_is_taken_as_the_text_that_it_is(value: float, text: str) -> None:
    found = from_mapping({"organisation": value, "learnings": value})
    assert (found.organisation, found.learnings) == (text, text)
    forge = from_mapping({"forge": FORGE | {"branch": value}}).forge
    assert forge == Forge("github", FORGE["address"], text)


@pytest.mark.parametrize(
    "value", ["./kaarten/ons", "kaarten/ons/", "kaarten//ons", "./kaarten/./ons", "kaarten/ons"]
)
def test_the_folder_of_the_collection_is_named_in_one_way(value: str) -> None:
    assert from_mapping({"learnings": value}).learnings == "kaarten/ons"


@pytest.mark.parametrize(
    ("given", "language"),
    [
        ({"language": "en"}, "en"),
        ({"language": "nl"}, "nl"),
        ({"language": "en", "examples": "nee", "taal": "nl"}, "en"),
        ({"language": "de"}, "nl"),
        ({"language": ["en"]}, "nl"),
        ({"language": None}, "nl"),
        ({"language": 3}, "nl"),
        ({}, "nl"),
        (None, "nl"),
        ("en", "nl"),
        (["en"], "nl"),
    ],
)
def test_the_language_that_is_asked_for_is_known_whatever_else_is_wrong(
    given: object, language: str
) -> None:
    assert language_of(given) == language


@pytest.mark.parametrize("name", ["kind", "address"])
def test_a_forge_needs_a_kind_and_an_address(name: str) -> None:
    without = {key: value for key, value in FORGE.items() if key != name}
    assert f"extra.spreekkamer.forge.{name}" in message({"forge": without})


def test_a_forge_is_no_single_value() -> None:
    assert "extra.spreekkamer.forge is «github»" in message({"forge": "github"})


def test_an_unknown_setting_lists_the_known_ones() -> None:
    shown = message({"taal": "nl"})
    assert "extra.spreekkamer.taal" in shown
    for name in ("language", "examples", "learnings", "contact", "organisation", "forge"):
        assert name in shown


def test_an_unknown_setting_of_the_forge_lists_the_known_ones() -> None:
    shown = message({"forge": FORGE | {"tak": "main"}})
    assert "extra.spreekkamer.forge.tak" in shown
    assert "kind, address, branch" in shown


@pytest.mark.parametrize("given", ["nl", ["nl"], 3])
def test_the_settings_together_are_a_mapping(given: object) -> None:
    shown = message(given)
    assert "mkdocs.yml: extra.spreekkamer is «" in shown
    assert "een lijst van instellingen met hun waarde" in shown


def test_a_wrong_setting_can_be_told_in_english() -> None:
    assert "nl or en" in message({"language": "de"}, EN)


def test_a_long_value_is_cut_and_a_control_character_is_shown_as_an_escape() -> None:
    shown = message({"language": "\x1b[31m" + "x" * 10_000})
    assert "\x1b" not in shown
    assert "\\x1b[31m" in shown
    assert len(shown) < 250


def test_settings_are_read_from_the_configuration_of_mkdocs() -> None:
    content = """\
site_name: Kaarten
extra:
  spreekkamer:
    language: en
    examples: no
    learnings: kaarten
    contact: kaarten@example.org
    organisation: Gemeente Voorbeeld
    forge: {kind: gitlab, address: "https://example.org/x", branch: werk}
"""
    assert from_text(content) == Settings(
        language="en",
        examples=False,
        learnings="kaarten",
        contact="kaarten@example.org",
        organisation="Gemeente Voorbeeld",
        forge=Forge("gitlab", "https://example.org/x", "werk"),
    )


@pytest.mark.parametrize(
    "content",
    [
        "site_name: Kaarten\n",
        "extra:\n",
        "extra: {}\n",
        "extra: een tekst\n",
        "extra: {spreekkamer: }\n",
        "plugins: [search]\nextra: {analytics: {provider: x}}\n",
        "site_name: !ENV [NAAM, Kaarten]\nx: !!python/name:os.system\n",
        "site_name: Kaarten\r\n",
    ],
)
def test_a_configuration_that_says_nothing_about_us_means_the_defaults(content: str) -> None:
    assert from_text(content) == Settings()


@pytest.mark.parametrize("content", ["", "- een lijst\n", "a: [\n", "[" * 300, "a: \x07\n"])
def test_a_configuration_that_is_no_yaml_mapping_is_refused(content: str) -> None:
    with pytest.raises(SettingsError) as caught:
        from_text(content)
    assert "mkdocs.yml" in wrong_setting(caught.value, NL)


def test_a_number_in_a_configuration_is_the_text_that_stands_there() -> None:
    forge = "forge: {kind: github, address: 'https://example.org/x', branch: 2026}"
    found = from_text(f"extra: {{spreekkamer: {{organisation: 2026, {forge}}}}}\n")
    assert found.organisation == "2026"
    assert found.forge == Forge("github", "https://example.org/x", "2026")


def test_a_list_in_place_of_a_value_is_refused() -> None:
    with pytest.raises(SettingsError):
        from_text("extra: {spreekkamer: {language: [nl, en]}}\n")


def test_a_wrong_address_of_a_person_is_not_repeated() -> None:
    shown = message({"contact": "a@example.org\nbcc@example.org"})
    assert "extra.spreekkamer.contact is" in shown
    assert "example" not in shown
