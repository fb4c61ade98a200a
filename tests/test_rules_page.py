"""The page of rules: every rule at its own anchor, in words, with samples that are only shown."""

from __future__ import annotations

import re
from functools import cache
from html import unescape

import pytest

from making import a_library, html_of
from spreekkamer import checks, texts
from spreekkamer.addresses import ABOUT, RULES
from spreekkamer.diagnostics import Severity
from spreekkamer.explaining import explain

LANGUAGES = {language: texts.load(language) for language in texts.LANGUAGES}
NAMES = list(checks.rules())


@cache
def page(language: str = "nl") -> str:
    return html_of(a_library(), RULES, language=language)


def section(name: str, language: str = "nl") -> str:
    """Return the part of the page on one rule."""
    _, _, rest = page(language).partition(f'<section class="sk-rule" id="{name}">')
    return rest.partition("</section>")[0]


def code(html: str) -> list[str]:
    return [
        unescape(found) for found in re.findall("<pre[^>]*><code>(.*?)</code></pre>", html, re.S)
    ]


def said(html: str) -> str:
    return " ".join(unescape(re.sub("<[^>]*>", " ", html)).split())


def test_the_page_about_the_site_leads_to_it() -> None:
    assert 'href="regels.html"' in html_of(a_library(), ABOUT)


def test_every_rule_has_its_name_as_anchor_and_a_link_in_the_contents() -> None:
    assert re.findall('<section class="sk-rule" id="([^"]*)"', page()) == NAMES
    assert re.findall('href="#([^"]*)"', page()) == NAMES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_rule_is_told_in_words_and_with_its_samples(name: str, language: str) -> None:
    t = LANGUAGES[language]
    found = explain(name, t)
    html = section(name, language)
    words = said(html)
    for text in (found.title, found.why, name, t(f"explain.severity.{found.severity.value}")):
        assert text in words
    samples = [each.code for each in (*found.fails, *found.passes) if each.code]
    assert code(html) == [*samples, *filter(None, [found.allow])]
    for each in (*found.fails, *found.passes):
        assert each.path in words
        assert each.words in words


def test_the_severity_is_told_by_more_than_a_colour() -> None:
    for name, named in checks.rules().items():
        word = "Fout" if named.rule.severity is Severity.ERROR else "Waarschuwing"
        assert f">{word}</span>" in section(name)


def test_a_rule_says_how_it_is_overruled_or_that_it_cannot_be() -> None:
    assert "rule: privacy-name" in code(section("privacy-name"))[-1]
    t = LANGUAGES["nl"]
    assert t("explain.not-overruled.error") in said(section("privacy-bsn"))
    assert t("explain.not-overruled.warning") in said(section("deck-unused-source"))


def test_nothing_on_the_page_scrolls_by_itself_or_is_a_stop_for_the_keyboard() -> None:
    assert "tabindex" not in page()


def test_on_an_english_site_the_samples_are_marked_as_dutch() -> None:
    samples = re.findall(r"<pre[^>]*>(?=<code>(?!allow:))", page("en"))
    assert samples
    assert all('lang="nl"' in each for each in samples)
