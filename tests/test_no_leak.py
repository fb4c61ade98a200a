"""What may lead back to a person is told of, and never repeated: in no format, log or page."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import Project
from spreekkamer import checks, cli, texts
from spreekkamer.addresses import RULES
from spreekkamer.building import Builder, Stopped
from spreekkamer.document import Document
from spreekkamer.library import Collection
from spreekkamer.reporting import FORMATS
from spreekkamer.reporting.material import material
from spreekkamer.rules import Finding
from spreekkamer.texts import LANGUAGES

# The same code very many times: tracing it takes longer than running it, and covers nothing new.
pytestmark = pytest.mark.untraced

# Test numbers only: they pass the checksums and belong to nobody.
SECRETS = {
    "bsn": "BSN 111222333",
    "number": "111222333",
    "iban": "NL91 ABNA 0417 1643 00",
    "phone": "06-12345678",
    "email": "jan.voorbeeld@example.com",
    "name": "mevrouw Van der Voorbeeld",
    "address": "Dorpsstraat 12",
    "postcode": "1234 AB 12",
    "plate": "XX-123-X",
    "case": "dossiernummer 2024001234",
    "birth": "geboren op 12-03-1985",
    "web": "www.voorbeeldpagina.nl",
}
ONLY_WARNED_OF = frozenset(("name", "number"))
"""Kinds that a card may hold and still be published."""
HOOK = Path(__file__).parent.parent / "hooks/mkdocs_hook.py"
LEAD = re.compile("^(BSN|dossiernummer|geboren op|mevrouw) ")
SEPARATORS = re.compile(r"[\s.\-_/|=^·\u2060\\:]+|&#[0-9]+;|%0A")

FIELDS = (
    "title", "situation", "choice", "what_worked", "what_did_not_work", "because", "beneath",
    "next_time", "not_when", "unsure", "question", "role", "place", "retired_because",
)  # fmt: skip
PLAIN = (
    "kind", "dilemma", "side", "result", "period", "checked", "law_checked", "status", "evidence",
    "replaced_by", "composite", "onbekend",
)  # fmt: skip


def squeezed(text: str) -> str:
    """Return `text` without what may stand between the parts of a number or a name."""
    return SEPARATORS.sub("", text).lower()


def cards_with(secret: str) -> Iterator[str]:
    """Yield the fields of many cards, each with `secret` in another place."""
    yield from _sound_yaml_with(secret)
    yield from _broken_yaml_with(secret)
    yield from _other_forms_of(secret)


def _sound_yaml_with(secret: str) -> Iterator[str]:
    text = f"Ik sprak met {secret} over werk, en dat ging heel goed die keer."
    for name in (*FIELDS, *PLAIN):
        yield f"{name}: {secret}"
        yield f'{name}: "{text}"'
    for name in ("also", "formerly", "sources", "tags", "tries", "see_also", "signal", "outcome"):
        yield f'{name}: "{secret}"'
        yield f'{name}: ["{secret}"]'
    yield f'tags: {{"{secret}": [a]}}'
    yield f'tags: {{phase: ["{secret}"]}}'
    yield f'tries: [{{period: "{secret}", result: "{secret}", note: "{text}"}}]'
    yield f'tries: [{{period: "2026", result: confirms, note: "{text}", role: "{secret}"}}]'
    yield f'signal: {{text: "{text}", since: "{secret}", reply: "{text}"}}'
    yield f'outcome: {{what: "{text}", after_months: "{secret}", known_how: "{secret}"}}'
    yield f'see_also: [{{card: "{secret}", how: "{secret}"}}]'
    yield f'allow: [{{rule: "{secret}", because: "{text}"}}]'
    yield f'allow: [{{rule: privacy-phone, because: "{text}"}}]'
    yield f'allow: [{{rule: privacy-name, because: "{text}"}}]'
    if secret != SECRETS["name"]:  # without capitals nothing tells a name from other words
        yield f'formerly: ["{secret.lower().replace(" ", "-")}"]'
    yield f'"{secret}": tekst'
    yield f'{secret}: "{secret}"'
    yield f'onbekend: {{"{secret}": "{secret}"}}'


def _broken_yaml_with(secret: str) -> Iterator[str]:
    yield f"choice: ik belde: {secret} en toen"
    yield f"choice: 'ik belde {secret} en toen"
    yield f'choice: "ik belde {secret} en toen'
    yield f"choice: [ik belde {secret} en toen"
    yield f"choice:ik belde {secret}"
    yield f"choice: @{secret}"
    yield f"choice: `{secret}`"
    yield f"choice: 's avonds {secret}"
    yield f'choice: "een \\q {secret}"'
    yield f'choice: "een" {secret}'
    yield f"choice: - {secret}"
    yield f"choice: > {secret}"
    yield f"  choice: {secret}"
    yield f"{secret}"
    yield f"? [{secret}]\n: x"
    yield f"choice: ik belde # {secret}"
    yield f"choice: ik belde\n  # {secret}\n  en toen"
    yield f"choice: tekst\n\t{secret}: x"
    yield f"choice: tekst\n---\n{secret}"
    yield f"choice: een\nchoice: {secret}"
    yield f'"{secret}": een\n"{secret}": twee'
    yield f"choice: &{secret.replace(' ', '-')} {secret}"
    yield f"choice: *{secret.replace(' ', '-')}"
    yield f"choice: !{secret.replace(' ', '-')} {secret}"
    yield f"choice: !<{secret}> {secret}"
    yield f"<<: {secret}"
    yield f"choice: tekst\u202e {secret}"


def _other_forms_of(secret: str) -> Iterator[str]:
    # A line may end between words, or within a number.
    half = secret.rfind(" ") + 1 or secret.rfind("-") + 1 or len(secret) // 2
    escaped = "".join(f"\\x{ord(each):02x}" for each in secret)
    text = f"Ik sprak met {secret} over werk, en dat ging heel goed die keer."
    yield f"# {secret}\nchoice: Dit is een gewone tekst die lang genoeg is."
    if secret != SECRETS["plate"]:  # nobody breaks it off, and with a space it is something else
        yield f"choice: >-\n  Ik sprak met {secret[:half]}\n  {secret[half:]} en dat ging goed."
    yield f"choice: Ik sprak met {secret.replace(' ', '  ')} en dat ging heel goed die keer."
    yield f"choice: |-\n  Ik sprak met\n  - {secret}\n  - en dat ging heel goed die keer."
    yield f'choice: "Ik sprak met {escaped} over werk, die keer."'
    yield f'result: "{escaped}"'
    yield f'choice: "Ik sprak met {escaped} over werk'
    yield f'title: "{text} {"x" * 200}"'
    yield f'title: "{"x " * 60} {secret} {"x " * 60}"'
    yield f"choice: {text} <b>{secret}</b> **{secret}** [{secret}]({secret})"
    yield f"choice: Hij is lui en {secret} is een fraudeur, vond men toen."
    yield f"question: Wat vond {secret} daarvan"
    yield f"situation: {secret} {secret} {secret}, {' '.join(['woord'] * 40)}"


def names_with(secret: str) -> Iterator[str]:
    """Yield file names with `secret` in them."""
    yield f"cards/{secret}.yml"
    yield f"cards/kaart {secret}.txt"
    yield f"cards/{secret}/kaart.yml"
    if secret != SECRETS["name"]:
        yield f"cards/{secret.lower().replace(' ', '-')}.yml"
    yield f"cards/een-{secret.replace(' ', '_')}.YML"
    yield f"{secret}.yml"
    yield f"dilemmas/{secret}.yml"
    yield f"tags/{secret}.yml"


@pytest.fixture(params=SECRETS)
def planted(request: pytest.FixtureRequest, project: Project) -> tuple[Project, str]:
    """A collection with one kind of private data in very many places, and what was planted."""
    secret = SECRETS[request.param]
    for number, fields in enumerate(cards_with(secret)):
        project.card(fields, f"kaart{number}")
    for name in names_with(secret):
        project.write(name, f'title: "{secret}"\n')
    project.write("law_changes.yml", f'"{secret}": {{label: "{secret}", affects: ["{secret}"]}}\n')
    project.write("words.yml", f'woord: {{search_as_equal: ["{secret}"], "{secret}": x}}\n')
    return project, request.param


def leaks(kind: str, *shown: str) -> list[str]:
    """Return the lines of `shown` that have what was planted, or all of it when none has alone."""
    sought = squeezed(LEAD.sub("", SECRETS[kind]))
    whole = "\n".join(shown)
    lines = [line for line in whole.splitlines() if sought in squeezed(line)]
    bare = squeezed(whole)
    return lines or ([bare[max(0, bare.find(sought) - 60) :][:120]] if sought in bare else [])


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = cli.main(["check", "--today", "2026-11-01", *arguments])
    printed = capsys.readouterr()
    return code, printed.out + printed.err


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_format_repeats_what_was_found(planted: tuple[Project, str], language: str) -> None:
    project, kind = planted
    report = project.check(language)
    told = material(report.diagnostics, report.paths, texts.load(language), strict=True)
    for form, render in FORMATS.items():
        shown = render(told)
        assert len(shown) > 10_000
        assert not leaks(kind, shown), (form, leaks(kind, shown))


def test_the_summary_does_not_repeat_what_was_found(
    planted: tuple[Project, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    project, kind = planted
    monkeypatch.chdir(project.root)
    cards = sorted(str(file) for file in (project.learnings / "cards").rglob("*.yml"))
    code, shown = run(capsys, "--strict", "--summary", "samenvatting.md", *cards)
    assert code == 1
    summary = Path("samenvatting.md").read_text()
    assert len(summary) > 10_000
    assert leaks(kind, shown, summary) == []


def test_a_card_from_elsewhere_and_its_path_are_not_repeated(
    planted: tuple[Project, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    project, kind = planted
    elsewhere = project.root / SECRETS[kind] / "concepten"
    elsewhere.mkdir(parents=True)
    for file in (project.learnings / "cards").glob("*.yml"):
        file.rename(elsewhere / file.name)
    monkeypatch.chdir(project.root)
    _, shown = run(capsys, "--summary", "samenvatting.md", SECRETS[kind])
    assert leaks(kind, shown, Path("samenvatting.md").read_text()) == []


def test_the_site_and_its_banner_do_not_repeat_what_was_found(
    planted: tuple[Project, str],
) -> None:
    project, kind = planted
    builder = Builder()
    for changed in ("law_changes.yml", "words.yml"):
        (project.learnings / changed).unlink()
    for folder in ("tags", "dilemmas"):
        (project.learnings / folder / f"{SECRETS[kind]}.yml").unlink()
    site = builder.build(project.root, {}, serving=True)
    assert "sk-banner" in site.banner
    assert leaks(kind, site.report, site.banner) == []
    if kind not in ONLY_WARNED_OF:
        # The page of rules shows samples with these very numbers.
        told = [page for page in site.pages if page.path != RULES]
        pages = [part for page in told for part in (page.path, page.title, page.content)]
        assert leaks(kind, site.search_data(), site.sheets_data, site.not_found, *pages) == []
    # A shared file that is at fault from the start leaves only a page with the report.
    project.write("tags/phase.yml", f'"{SECRETS[kind]}": "{SECRETS[kind]}\n')
    alone = Builder().build(project.root, {}, serving=True)
    assert leaks(kind, alone.report, alone.banner, *(page.content for page in alone.pages)) == []
    with pytest.raises(Stopped) as stopped:
        Builder().build(project.root, {}, serving=False)
    assert leaks(kind, stopped.value.report, stopped.value.reason) == []


def _crash(text: str) -> Callable[[Document, Collection], Iterator[Finding]]:
    def crash(document: Document, collection: Collection) -> Iterator[Finding]:
        if document.ident == "kaart" or text in document.path:
            raise ValueError(text + document.text)
        yield from ()

    return crash


@pytest.mark.parametrize("kind", SECRETS)
def test_a_crash_of_a_rule_does_not_repeat_the_file_nor_its_path(
    kind: str,
    project: Project,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    secret = SECRETS[kind]
    project.write(f"cards/{secret}.yml", f'title: "{secret}"\n')
    named = checks.rules()["field-missing"]
    monkeypatch.setitem(checks.rules(), named.name, replace(named, check=_crash(secret)))
    monkeypatch.chdir(project.root)
    code, shown = run(capsys)
    with pytest.raises(Stopped) as stopped:
        Builder().build(project.root, {}, serving=False)
    served = Builder().build(project.root, {}, serving=True)
    assert code == 2
    assert "field-missing" in shown
    pages = [page.content for page in served.pages]
    told = (stopped.value.reason, stopped.value.report, served.report, served.banner)
    assert leaks(kind, shown, *told, *pages) == []


@pytest.mark.parametrize("kind", SECRETS)
@pytest.mark.parametrize(
    "arguments",
    [
        ("{}",),
        ("learnings/{}.yml",),
        ("--language", "{}"),
        ("--today", "{}"),
        ("--output-format", "{}"),
        ("--summary", "{}/x/y.md"),
        ("--{}",),
    ],
)
def test_what_was_typed_is_not_repeated(
    kind: str,
    arguments: tuple[str, ...],
    project: Project,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(project.root)
    try:
        code, shown = run(capsys, *(each.format(SECRETS[kind]) for each in arguments))
    except SystemExit as stopped:
        code, shown = int(str(stopped.code)), "".join(capsys.readouterr())
    assert code == 2
    assert leaks(kind, shown) == []


@pytest.mark.parametrize("kind", [each for each in SECRETS if each != "web"])
@pytest.mark.parametrize(
    "settings",
    ["language: '{}'", "'{}': x", "learnings: '{}'", "forge: {{kind: '{}'}}", "contact: '{} x'"],
)
def test_a_wrong_setting_is_not_repeated(
    kind: str,
    settings: str,
    project: Project,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(project.root)
    written = settings.format(SECRETS[kind])
    (project.root / "mkdocs.yml").write_text(f"extra:\n  spreekkamer:\n    {written}\n")
    code, shown = run(capsys)
    assert code == 2
    assert leaks(kind, shown) == []


def test_mkdocs_does_not_repeat_what_was_found(project: Project) -> None:
    (project.root / "mkdocs.yml").write_text(
        f"site_name: Kaarten\ntheme: {{name: material, font: false}}\n"
        f"plugins: []\nhooks: [{HOOK}]\n"
    )
    (project.root / "docs").mkdir(exist_ok=True)
    for number, secret in enumerate(SECRETS.values()):
        project.card(f"choice: ik belde: {secret} en toen", f"kaart{number}")
        project.write(f"cards/{secret}.yml", f'title: "{secret}"\nresult: {secret}\n')
    done = subprocess.run(
        [Path(sys.executable).with_name("mkdocs"), "build"],
        cwd=project.root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "yaml-syntax" in done.stderr
    for kind in SECRETS:
        assert leaks(kind, done.stdout, done.stderr) == []
