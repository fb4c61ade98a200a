"""With `language: en` the whole site is English; no text is missing, unused or hard-coded."""

from __future__ import annotations

import ast
import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path
from string import Formatter

import pytest

from sites import ROOT, build_here, configure
from spreekkamer import checks, overviews, prose, schema, texts
from spreekkamer.card import Card
from spreekkamer.checking import check_folder
from spreekkamer.library import Library
from spreekkamer.schema_types import Text
from spreekkamer.sheets import PARTS

NL, EN = texts.load("nl"), texts.load("en")
KEYS = sorted(NL.keys())
HOOKS = ROOT / "hooks"
TEMPLATES = sorted((HOOKS / "spreekkamer/templates").rglob("*.html"))
THEME = sorted((HOOKS / "spreekkamer/theme").rglob("*.html"))
LONG = 12

VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")
)
SPOKEN = frozenset(
    ("alt", "aria-label", "content", "data-dark", "data-light", "label", "placeholder", "title")
)
"""Attributes that a reader sees or hears."""


def one_line(text: str) -> str:
    return " ".join(text.split())


class Reader(HTMLParser):
    """The texts of a page: those in the body inside and outside `lang="nl"`, and of the head."""

    def __init__(self) -> None:
        super().__init__()
        self.dutch: list[str] = []
        self.body: list[str] = []
        self.head: list[str] = []
        self.language = ""
        self._open: list[tuple[str, str]] = []

    def _note(self, text: str) -> None:
        if not text.strip():
            return
        inside = [name for name, _ in self._open]
        if "script" in inside:
            return
        is_dutch = self._open[-1][1] == "nl"
        into = self.head if "body" not in inside else self.dutch if is_dutch else self.body
        into.append(one_line(text))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        before = self._open[-1][1] if self._open else ""
        self._open.append((tag, values.get("lang") or before))
        if tag == "html":
            self.language = values.get("lang") or ""
        for name in SPOKEN & values.keys():
            self._note(values[name] or "")
        if tag in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        while self._open and tag not in VOID:
            if self._open.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        self._note(data)


@dataclass(frozen=True)
class English:
    """The real site in English, read."""

    folder: Path
    library: Library
    pages: dict[str, Reader] = field(default_factory=dict)

    def interface(self, path: str) -> list[str]:
        """Return the texts of a page without what cards and sources say.

        The head of a card is the card's.
        """
        page = self.pages[path]
        is_card = Path(path).stem in self.library.cards
        sources = self.library.sources.values()
        given = {one_line(text) for each in sources for text in (each.title, each.by) if text}
        found = page.body if is_card else [*page.head, *page.body]
        return [text for text in found if text.strip(", ") not in given]

    def where(self, text: str) -> list[str]:
        """Return the pages whose interface has `text`."""
        return [path for path in self.pages if any(text in each for each in self.interface(path))]


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> English:
    root = tmp_path_factory.mktemp("english")
    shutil.copytree(ROOT / "learnings", root / "learnings")
    config = configure(root, settings="    language: en\n")
    folder = build_here(config, root / "site")
    library = check_folder(root / "learnings", "learnings", EN).library
    assert library is not None
    read = English(folder, library)
    for file in sorted(folder.rglob("*.html")):
        reader = Reader()
        reader.feed(file.read_text(encoding="utf-8"))
        reader.close()
        read.pages[file.relative_to(folder).as_posix()] = reader
    return read


# The English site.


def test_every_page_says_that_it_is_english(english: English) -> None:
    assert len(english.pages) > len(english.library.cards)
    assert {path for path, page in english.pages.items() if page.language != "en"} == set()


def fixed_parts(text: str) -> list[str]:
    """Return what stands between the gaps of an interface text, if it is long enough to tell."""
    parts = (one_line(part) for part, _, _, _ in Formatter().parse(text))
    return [part for part in parts if len(part) > LONG]


def test_no_dutch_interface_text_is_on_the_english_site(english: English) -> None:
    in_english = "\n".join(one_line(EN.raw(key)) for key in KEYS)
    parts = {part: key for key in KEYS for part in fixed_parts(NL.raw(key))}
    dutch = {part: key for part, key in parts.items() if part not in in_english}
    assert len(dutch) > 400
    all_texts = "\n".join({text for path in english.pages for text in english.interface(path)})
    found = {key: english.where(part) for part, key in dutch.items() if part in all_texts}
    assert found == {}


def test_the_english_interface_is_on_the_english_site(english: English) -> None:
    for key in (
        "pages.cards.title",
        "pages.shell.menu",
        "pages.write.privacy-1",
        "pages.tab.about",
    ):
        assert english.where(EN(key)), key


def test_what_is_found_is_named_in_english(english: English) -> None:
    script = (english.folder / "assets/search-data.js").read_text(encoding="utf-8")
    found = json.loads(script.partition(" = ")[2].rstrip(";\n"))
    lines = "\n".join(f"{each['badge']} {each['resultLabel']}" for each in found["cards"])
    lines += "".join(
        each["label"] for facet in found["facets"] for each in [facet, *facet.get("options", ())]
    )
    names = [*(f"kind.{kind}" for kind in schema.KINDS), *(f"result.{r}" for r in schema.RESULTS)]
    dutch = [NL(f"choices.card.{name}") for name in names]
    assert [name for name in dutch if name in lines] == []
    assert EN("choices.card.result.did-not-work") in lines


def content_of(card: Card) -> Iterator[str]:
    """Yield every text of a card, as it may stand on a page: blocks, and the opening in lists."""
    names = [each.name for each in schema.CARD.fields.values() if isinstance(each.type, Text)]
    whole = [getattr(card, name) for name in names]
    whole += [each.note for each in card.tries] + [each.because for each in card.allow]
    whole += [card.outcome.what if card.outcome else None]
    whole += [card.signal.text, card.signal.reply] if card.signal else []
    for text in filter(None, whole):
        yield one_line(text)
        yield one_line(overviews.teaser(text, 140))
        for block in prose.blocks(text):
            yield from [block.text] if isinstance(block, prose.Paragraph) else block.items


def test_what_a_card_says_is_marked_as_dutch(english: English) -> None:
    content = set(chain.from_iterable(map(content_of, english.library.cards.values())))
    # A place or a role may also be a word of a label.
    labels = {label["en"] for tag in english.library.tags.values() for label in [tag.label]}
    content -= labels
    assert len(content) > 500
    unmarked = {
        (path, text)
        for path, page in english.pages.items()
        for text in page.body
        if text in content or any(len(each) > 40 and each in text for each in content)
    }
    assert unmarked == set()
    for ident, card in english.library.cards.items():
        marked = english.pages[f"kaarten/{ident}.html"].dutch
        assert one_line(card.title) in marked
        assert any(one_line(card.situation).startswith(text[:30]) for text in marked)


def test_the_dutch_site_marks_nothing_as_dutch_but_itself(real_site: Path) -> None:
    for file in real_site.rglob("*.html"):
        html = file.read_text(encoding="utf-8")
        assert re.findall(r'lang="(\w+)"', html) == ["nl"], file


# No text is missing or unused.


def names_in(pattern: str, files: list[Path]) -> set[str]:
    return {found for file in files for found in re.findall(pattern, file.read_text())}


def literals(file: Path) -> Iterator[str]:
    """Yield the constant strings of a Python file, of an f-string the parts."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


PYTHON = set(chain.from_iterable(map(literals, sorted(HOOKS.rglob("*.py")))))
WRITTEN = PYTHON | names_in(r"""["']([\w.-]+)["']""", [*TEMPLATES, *THEME])

ORDERS = ("kind", "dilemma", "result", "title")
PAGES = (
    "about",
    "cards",
    "dilemmas",
    "moved",
    "report",
    "rules",
    "search",
    "sources",
    "start",
    "tags",
    "write",
)
RUN_TIME = {
    "rules.": None,  # by the name of the rule and its variant; see the test below
    "fields.": None,  # by the name of the field, also in messages; test_texts.py has them all
    "choices.": None,  # by field and value, also to guess what was meant; test_texts.py has them
    "cli.settings.": None,  # by the setting that is wrong, and in what way
    "explain.": ("fails", "passes"),  # the two samples of a rule
    "explain.severity.": ("error", "warning"),
    "explain.not-overruled.": ("error", "warning"),
    "explain.family.": [
        f"{family}.{part}"
        for family in (*checks.FORM, *checks.REFERENCE, *checks.JUDGEMENT)
        for part in ("title", "about")
    ],
    "pages.tab.": ("search", "dilemmas", "write", "about"),  # the tabs
    "pages.kind.": schema.KINDS,  # what a kind of card is worth
    "pages.evidence.": schema.EVIDENCE,  # what a kind of evidence is worth
    "pages.cards.": schema.KINDS,  # the headings of the overview
    "pages.cards.title-": ORDERS,
    "pages.cards.order-": ORDERS,
    "pages.told.": ("choice", "because", "next_time"),  # labels of a published card
    "check.left-": ("errors", "warnings"),  # how many annotations a forge does not show
    "summary.": ("error", "warning"),  # the severities
    "pages.notice.": ("outcome", "check", "signal"),  # what needs another look on a card
    "pages.after.": (  # the answers, and where they lead under which settings
        *(f"{name}{end}" for name in ("alike", "otherwise") for end in ("", "-lines", "-file")),
        *("contact", "edit", "mail", "new", "question", "example"),
    ),
    "pages.meeting.picked-": ("one", "two", "three", "more-one", "more-two"),
    "pages.meeting.why-": ("wrong", "failed", "question", "more", "words"),
    "pages.meeting.about-": ("other", "failed", "outside"),
    "finding.facets.": ("dilemma", "side", "result", "kind"),  # those that are no tags
    "pages.sheet.": (*PARTS, "question"),  # the parts of a card on a meeting sheet
    "pages.sheet.question-": ("1", "2", "3"),
    "pages.period.": ("unknown", "year", "Q1", "Q2", "Q3", "Q4"),
    "pages.card.tries-": ("confirms", "partly", "contradicts"),
    "pages.write.privacy-": ("1", "2", "3"),
    "pages.": [f"{page}.{part}" for page in PAGES for part in ("title", "description")],
}
"""Beginnings of keys whose ends are put on at run time: which ends, None where others watch."""
KEY_OF_SELECTION = re.compile(r"cli\.(?!settings)[\w-]+")


def is_used(key: str) -> bool:
    singular = re.sub(r"\.(one|other)$", "", key)
    if {key, singular} & WRITTEN:
        return True
    for beginning, ends in RUN_TIME.items():
        if singular.startswith(beginning):
            if ends is None or singular.removeprefix(beginning) in ends:
                return True
    # The reason why a path cannot be checked is the end of its key.
    return bool(KEY_OF_SELECTION.fullmatch(key)) and key.removeprefix("cli.") in PYTHON


# The report prints the severity as it is; these wait for a decision.
WAITING: set[str] = set()


def test_every_text_is_used() -> None:
    assert [key for key in KEYS if not is_used(key) and key not in WAITING] == []


def test_every_beginning_is_used_and_every_end_exists() -> None:
    built = WRITTEN | names_in(r"""["']([\w.-]+)["']\s*~""", [*TEMPLATES, *THEME])
    assert [each for each in RUN_TIME if each not in built] == []
    wanted = {f"{each}{end}" for each, ends in RUN_TIME.items() for end in ends or ()}
    there = set(KEYS) | {re.sub(r"\.(one|other)$", "", key) for key in KEYS}
    assert {key for key in wanted if key not in there} == set()


def test_every_variant_of_a_message_is_named_in_a_rule() -> None:
    variants = {
        key.partition(".message-")[2] for key in KEYS if key.startswith("rules.") and "-" in key
    }
    named = PYTHON | {f"{each}-example" for each in ("period", "month", "number", "flag")}
    assert sorted(variants - {""} - named) == []


@pytest.mark.parametrize("file", [*TEMPLATES, *THEME], ids=lambda file: file.name)
def test_every_text_that_a_template_asks_for_exists(file: Path) -> None:
    html = file.read_text(encoding="utf-8")
    plain = re.findall(r"""\b(?:t|fill)\(\s*["']([\w.-]+)["']\s*[,)]""", html)
    counted = re.findall(r"""\bt\.count\(\s*["']([\w.-]+)["']\s*[,)]""", html)
    wanted = [*plain, *(f"{key}.{form}" for key in counted for form in ("one", "other"))]
    assert [key for key in wanted if key not in NL] == []


# No text is hard-coded.

ALLOWED = {"width=device-width,initial-scale=1", "light dark"}
"""What a template may say by itself."""
SPEAKING = r"""\b(?:alt|aria-label|label|placeholder|title|content)=("[^"]*"|'[^']*')"""
EXPRESSION = r"\{\{.*?\}\}"


def said(html: str) -> Iterator[str]:
    """Yield what a template says by itself, outside expressions and tags, and in attributes."""
    html = re.sub(r"\{#.*?#\}|<!--.*?-->", "", html, flags=re.DOTALL)
    html = re.sub(r"\{%.*?%\}", "", html, flags=re.DOTALL)
    # What an expression prints of its own: a sentence in quotes has a space between letters.
    for expression in re.findall(EXPRESSION, html, flags=re.DOTALL):
        for literal in re.findall(r""""([^"]*)"|'([^']*)'""", expression):
            if re.search(r"[^\W\d_] +[^\W\d_]", "".join(literal)):
                yield "".join(literal)
    html = re.sub(EXPRESSION, "", html, flags=re.DOTALL)
    yield from re.findall(SPEAKING, html)
    yield from re.sub(r"<[^>]*>|&\w+;", "\n", html).splitlines()


def words_in(html: str) -> list[str]:
    found = (text.strip("\"' \t") for text in said(html))
    return [text for text in found if re.search(r"[^\W\d_]{2,}", text) and text not in ALLOWED]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Zoek</p>", ["Zoek"]),
        ("{% if a %}Zoek{% endif %}", ["Zoek"]),
        ('<a title="Zoek" href="zoek.html">{{ t("a.b") }}</a>', ["Zoek"]),
        ("<!-- Zoek -->{# Zoek #}{% set zoek = 1 %}{{ zoek }}&nbsp;·", []),
        ('{{ "Zoek een kaart" if zoek else zoek }}', ["Zoek een kaart"]),
        ("<p>{{ t('a.b') }} zoek</p>", ["zoek"]),
    ],
)
def test_what_a_template_says_by_itself_is_seen(html: str, expected: list[str]) -> None:
    assert words_in(html) == expected


@pytest.mark.parametrize("file", [*TEMPLATES, *THEME], ids=lambda file: file.name)
def test_no_text_is_hard_coded_in_a_template(file: Path) -> None:
    assert words_in(file.read_text(encoding="utf-8")) == []
