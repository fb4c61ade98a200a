"""The page "Gesprek voorbereiden" as a caseworker works it: words, facets, results, no results."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Locator, Page

import browsing
import test_accessibility
import test_strict
from browsing import SETTINGS, Built, a_page
from extreme import Made
from sites import ROOT, build_here, configure
from spreekkamer import texts
from spreekkamer.search_entries import running_texts

server = test_strict.server

NL: Final = texts.load("nl")
AXE: Final = resources.files("axe_playwright_python").joinpath("axe.min.js")
JUDGE: Final = f"""async (options) => {{
  window.judged = axe.run(document, options);
  return ({test_accessibility.VIOLATIONS})();
}}"""


def type_in(page: Page, words: str) -> None:
    """Put `words` in the search box and wait for the frame in which late keys are answered."""
    page.locator("#sk-query").fill(words)
    page.evaluate("() => new Promise(requestAnimationFrame)")


def search(page: Page, built: Built, query: str = "") -> Page:
    """Open the search page with what stands after the question mark of its address."""
    return browsing.opened(page, f"{built.folder.as_uri()}/zoeken.html{query and '?' + query}")


@pytest.fixture
def wide(browser: Browser) -> Iterator[Page]:
    with a_page(browser) as page:
        yield page


@pytest.fixture
def narrow(browser: Browser) -> Iterator[Page]:
    with a_page(browser, 360, 740) as page:
        yield page


def ids(page: Page, kind: str = "card") -> list[str]:
    script = "(found, kind) => found.map((each) => each.dataset[kind])"
    found = page.eval_on_selector_all(f"[data-results] [data-{kind}]", script, kind)
    return [str(each) for each in found]


def count(page: Page) -> int:
    return int(page.locator("[data-result-count]").inner_text())


def option(page: Page, facet: str, value: str) -> Locator:
    return page.locator(f"[data-facets] input[name='{facet}'][value='{value}']")


def number_of(page: Page, facet: str, value: str) -> int:
    item = option(page, facet, value).locator("xpath=ancestor::li")
    return int(item.locator(".sk-option__number").text_content() or "-1")


def focused(page: Page, selector: str) -> bool:
    return bool(page.evaluate("what => document.activeElement.matches(what)", selector))


TOP: Final = "each => each.getBoundingClientRect().top"


def in_sight(page: Page, selector: str) -> bool:
    """Return whether the whole of an element stands within the window."""
    script = """each => {
      const { top, bottom, height } = each.getBoundingClientRect();
      return height > 0 && top >= 0 && bottom <= innerHeight;
    }"""
    return bool(page.locator(selector).evaluate(script))


def tags_of(built: Built, ident: str) -> set[str]:
    return set(built.library.cards[ident].tag_ids)


# The contract.


def test_an_address_opens_with_its_words_and_its_selection(wide: Page, built: Built) -> None:
    search(wide, built, "q=schulden&situation=debts&situation=single-parent&result=worked")
    assert wide.locator("#sk-query").input_value() == "schulden"
    assert option(wide, "situation", "debts").is_checked()
    found = ids(wide)
    assert count(wide) == len(found) > 0
    for ident in found:
        assert built.library.cards[ident].result == "worked"
        assert tags_of(built, ident) & {"debts", "single-parent"}
    assert "debts" in ids(wide, "tag")


def test_the_results_stand_in_the_order_of_the_engine(wide: Page, built: Built) -> None:
    search(wide, built, "q=eerst+schulden+of+werk")
    ranked = wide.evaluate(
        "spreekkamer.engine.search('eerst schulden of werk', {}).cards.map(({ card }) => card.id)"
    )
    assert ids(wide) == ranked[:50]
    assert wide.locator("[data-results]").get_attribute("data-ready") == "true"


def test_what_an_address_asks_that_does_not_exist_is_left_out(wide: Page, built: Built) -> None:
    search(wide, built, "situation=debts&situation=nergens&onzin=1&result=")
    assert wide.locator("[data-chosen] button").count() == 1
    assert count(wide) == len(ids(wide)) > 0


def test_without_words_or_selection_the_page_shows_ways_in_and_no_cards(
    wide: Page, built: Built
) -> None:
    search(wide, built)
    assert ids(wide) == []
    assert wide.locator("[data-start]").is_visible()
    assert not wide.locator("[data-search-status]").is_visible()
    assert not wide.locator("[data-search-empty]").is_visible()


def test_a_letter_or_a_word_that_says_nothing_leaves_the_page_at_its_start(
    wide: Page, built: Built
) -> None:
    search(wide, built)
    for words in ("d", "de", "hij", "hij is er", "x"):
        type_in(wide, words)
        assert wide.locator("[data-start]").is_visible(), words
        assert not wide.locator("[data-search-empty]").is_visible(), words
        assert not wide.locator("[data-search-status]").is_visible(), words
    search(wide, built, "q=de&situation=debts")
    assert count(wide) == len(ids(wide)) > 0


@pytest.mark.parametrize("words", ["het een de", "s", "!!!", "<b>", "😀"])
def test_who_searches_for_nothing_that_tells_is_told_what_to_type(
    wide: Page, built: Built, words: str
) -> None:
    search(wide, built)
    type_in(wide, words)
    wide.keyboard.press("Enter")
    status = wide.locator("[data-search-status]")
    assert status.inner_text().strip() == NL("pages.search.advice")
    assert wide.locator("[data-result-count]").text_content() == "0"
    assert wide.locator("[data-results]").get_attribute("data-ready") == "true"
    assert wide.locator("[data-start]").is_visible()
    type_in(wide, "schulden")
    assert status.inner_text() == NL.count("pages.cards", count(wide))


@pytest.mark.parametrize(
    ("query", "clean", "told"),
    [
        ("situation=zz", "", "1 filter uit dit adres bestaat niet (meer)."),
        ("q=werk&side=nonsense", "?q=werk", "1 filter uit dit adres bestaat niet (meer)."),
        ("side=between&kind=x", "", "2 filters uit dit adres bestaan niet (meer)."),
        ("situation=Debts", "?situation=debts", ""),
        ("side=few-hours", "?side=full-part-time.few-hours", ""),
        (
            "dilemma=room-steer&side=between",
            "?dilemma=room-steer&side=room-steer.between",
            "",
        ),
    ],
)
def test_a_filter_of_an_address_is_understood_or_named_and_taken_away(
    wide: Page, built: Built, query: str, clean: str, told: str
) -> None:
    search(wide, built, query)
    line = wide.locator("[data-unread]")
    assert line.is_visible() == bool(told)
    assert not told or line.inner_text() == told
    assert wide.url.partition("zoeken.html")[2] == clean
    option(wide, "result", "worked").check()
    assert not line.is_visible()


def test_back_takes_back_a_filter_and_not_a_letter(wide: Page, built: Built) -> None:
    search(wide, built)
    wide.locator("#sk-query").focus()
    wide.keyboard.type("schulden")
    wide.wait_for_url("**?q=schulden")
    before = ids(wide)
    option(wide, "situation", "debts").focus()
    wide.keyboard.press("Space")
    option(wide, "result", "worked").check()
    both = ids(wide)
    assert len(both) < len(before)
    wide.go_back()
    wide.wait_for_url("**?q=schulden&situation=debts")
    assert option(wide, "situation", "debts").is_checked()
    assert not option(wide, "result", "worked").is_checked()
    wide.locator("[data-chosen] button").focus()
    wide.go_back()
    wide.wait_for_url("**?q=schulden")
    assert ids(wide) == before
    # Its chip is gone, and so was the focus.
    assert focused(wide, "[data-search-status]")
    wide.go_forward()
    wide.go_forward()
    wide.wait_for_url("**&result=worked")
    assert ids(wide) == both


def test_while_somebody_types_four_cards_come_at_once_and_the_rest_follow(
    wide: Page, built: Built
) -> None:
    search(wide, built, "q=schulden")
    wide.evaluate("spreekkamer.meeting.keep(...spreekkamerSearch.cards.map(({ id }) => id))")
    at_once = wide.evaluate(
        """() => {
          const field = document.querySelector("#sk-query");
          const results = document.querySelector("[data-results]");
          field.value = "werk";
          field.dispatchEvent(new Event("input", { bubbles: true }));
          return [results.querySelectorAll("[data-card]").length, results.dataset.ready];
        }"""
    )
    assert at_once == [4, "false"]
    wide.wait_for_selector("[data-results][data-ready=true]")
    assert len(ids(wide)) == min(count(wide), 50) > 10
    assert wide.locator("[data-results] [data-keep][aria-pressed=false]").count() == 0


# Types keys faster than the page draws, and perhaps Enter; gives the words that were answered.
ANSWERS: Final = """async ([keys, enter]) => {
  const field = document.querySelector("#sk-query");
  const answers = [];
  document.addEventListener("spreekkamer-found", () => answers.push(spreekkamer.query));
  for (const typed of keys) {
    field.value = typed;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (enter) field.form.requestSubmit();
  for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
  return answers;
}"""


def test_keys_that_come_while_one_is_drawn_get_one_answer_in_the_next_frame(
    wide: Page, built: Built
) -> None:
    """Each key was answered in full, however many waited."""
    search(wide, built)
    answers = wide.evaluate(ANSWERS, [["schu", "schul", "schuld", "schulden"], False])
    assert answers == ["schu", "schulden"]
    assert ids(wide)
    paper = NL("pages.search.paper-words", words="schulden")
    assert wide.locator("[data-paper]").text_content() == paper


def test_enter_answers_all_that_was_typed_and_no_key_answers_after_it(
    wide: Page, built: Built
) -> None:
    search(wide, built)
    answers = wide.evaluate(ANSWERS, [["wer", "werk"], True])
    assert answers == ["wer", "werk"]
    assert wide.locator("[data-results]").get_attribute("data-ready") == "true"
    assert len(ids(wide)) == min(count(wide), 50)


def test_who_opens_the_page_gets_four_cards_first_and_who_comes_back_all_at_once(
    wide: Page, built: Built
) -> None:
    """A browser scrolls back to a place on the page only when the page is as long again."""
    wide.add_init_script(
        """new MutationObserver(() => {
          const drawn = document.querySelectorAll("[data-results] [data-card]").length;
          if (drawn) window.drawnFirst ??= drawn;
        }).observe(document, { subtree: true, childList: true });"""
    )
    search(wide, built, "q=werk")
    assert wide.evaluate("drawnFirst") == 4
    every = ids(wide)
    assert len(every) == min(count(wide), 50) > 10
    wide.reload()
    wide.wait_for_selector("[data-results][data-ready=true]")
    assert wide.evaluate("drawnFirst") == len(every)
    assert ids(wide) == every


def test_what_stays_as_it_is_is_not_written_again(wide: Page, built: Built) -> None:
    """All numbers beside the filters were laid out again at each key, and all cards."""
    search(wide, built, "q=schulden")
    written = wide.evaluate(
        """async () => {
          const field = document.querySelector("#sk-query");
          const written = [];
          const watch = new MutationObserver((found) => written.push(...found));
          const all = { subtree: true, childList: true, characterData: true, attributes: true };
          const ten = "[data-facets], [data-cards] > :nth-child(-n + 10)";
          document.querySelectorAll(ten).forEach((each) => watch.observe(each, all));
          field.value = "schulden ";
          field.dispatchEvent(new Event("input", { bubbles: true }));
          await new Promise(requestAnimationFrame);
          return written.map(({ target, type }) => `${type} ${target.nodeName}`);
        }"""
    )
    assert written == []


def test_the_words_of_a_card_are_marked_and_what_stands_between_is_one_piece(
    wide: Page, built: Built
) -> None:
    search(wide, built, "q=schulden")
    apart = wide.eval_on_selector_all(
        "[data-card] :is(h3 a, dd)",
        """found => found.flatMap(({ childNodes }) => [...childNodes]).filter(
          ({ nodeType, nextSibling }) => nodeType === 3 && nextSibling?.nodeType === 3,
        ).length""",
    )
    assert apart == 0
    assert wide.locator("[data-card] mark").count() > 0


@pytest.mark.parametrize("act", ["enter", "filter"])
def test_enter_and_filters_show_all_cards_at_once(wide: Page, built: Built, act: str) -> None:
    search(wide, built)
    type_in(wide, "werk")
    script = {
        "enter": "document.querySelector('form.sk-search').requestSubmit()",
        "filter": "document.querySelector('[data-facets] input').click()",
    }[act]
    counted = "document.querySelectorAll('[data-results] [data-card]').length"
    shown = wide.evaluate(f"() => {{ {script}; return {counted}; }}")
    assert shown == min(count(wide), 50)
    assert wide.locator("[data-results]").get_attribute("data-ready") == "true"


# Facets.


def test_more_values_of_one_facet_widen_and_more_facets_narrow(wide: Page, built: Built) -> None:
    search(wide, built)
    option(wide, "situation", "debts").check()
    debts = set(ids(wide))
    assert debts == {each.id for each in built.library.cards.values() if "debts" in each.tag_ids}
    option(wide, "situation", "long-term-benefit").check()
    both = set(ids(wide))
    assert debts < both
    option(wide, "result", "did-not-work").check()
    assert set(ids(wide)) < both
    assert {built.library.cards[each].result for each in ids(wide)} == {"did-not-work"}


def test_the_number_beside_an_option_is_what_choosing_it_gives(wide: Page, built: Built) -> None:
    search(wide, built)
    before = number_of(wide, "result", "worked")
    option(wide, "result", "partly").check()
    # The numbers of a facet do not depend on what is chosen in it.
    assert number_of(wide, "result", "worked") == before
    option(wide, "result", "partly").uncheck()
    option(wide, "result", "worked").check()
    assert count(wide) == before


def test_what_leads_to_nothing_is_not_offered_but_what_is_chosen_stays(
    wide: Page, built: Built
) -> None:
    search(wide, built, "q=komt+niet+opdagen")
    for item in wide.locator("[data-facets] li:visible").all():
        assert item.locator(".sk-option__number").inner_text() != "0"
    search(wide, built, "situation=debts&kind=question&result=worked")
    assert count(wide) == 0
    chosen = option(wide, "result", "worked")
    assert chosen.is_visible()
    assert number_of(wide, "result", "worked") == 0
    assert wide.locator("[data-facets] :is(input[value=partly])").is_hidden()


def test_a_long_facet_shows_its_six_largest_and_all_when_asked(wide: Page, built: Built) -> None:
    search(wide, built)
    group = wide.locator("[data-facets] fieldset").filter(has=wide.locator("input[name=situation]"))
    shown = group.locator("li:visible")
    assert shown.count() == 6
    numbers = [int(each.text_content() or "") for each in group.locator(".sk-option__number").all()]
    first = [int(each.text_content() or "") for each in shown.locator(".sk-option__number").all()]
    assert sorted(first) == sorted(numbers)[-6:]
    more = group.get_by_role("button")
    more.focus()
    wide.keyboard.press("Enter")
    assert shown.count() == sum(number > 0 for number in numbers) > 6
    assert more.evaluate("each => each === document.activeElement")
    wide.keyboard.press("Enter")
    assert shown.count() == 6


def test_facets_stand_in_the_order_of_what_somebody_runs_into(wide: Page, built: Built) -> None:
    search(wide, built)
    script = "all => [...new Set(all.map((each) => each.name))]"
    assert wide.eval_on_selector_all("[data-facets] input", script) == [
        *("noticed", "situation", "phase", "instrument", "technique"),
        *("dilemma", "side", "result", "kind"),
    ]
    assert wide.locator("[data-facets] fieldset").count() == 9
    assert wide.locator("[data-facets] fieldset > legend").count() == 9


def test_the_selection_stands_in_the_address_and_comes_back(wide: Page, built: Built) -> None:
    search(wide, built, "q=schulden")
    option(wide, "situation", "debts").check()
    option(wide, "result", "worked").check()
    assert wide.url.endswith("?q=schulden&situation=debts&result=worked")
    found = ids(wide)
    wide.reload()
    wide.wait_for_selector("[data-results][data-ready=true]", state="attached")
    assert ids(wide) == found
    wide.locator("[data-clear]").click()
    assert wide.url.endswith("zoeken.html")
    assert focused(wide, "#sk-query")
    assert ids(wide) == []


def test_a_chip_takes_its_value_away_and_passes_the_focus_on(wide: Page, built: Built) -> None:
    search(wide, built, "situation=debts&situation=single-parent")
    chips = wide.locator("[data-chosen] button")
    assert chips.count() == 2
    name = chips.first.get_attribute("aria-label") or ""
    assert name == NL("pages.facets.remove", label="Schulden")
    chips.first.focus()
    wide.keyboard.press("Enter")
    assert chips.count() == 1
    assert focused(wide, "[data-chosen] button")
    wide.keyboard.press("Enter")
    assert focused(wide, "#sk-query")
    assert not option(wide, "situation", "debts").is_checked()


def test_after_the_last_chip_the_focus_goes_to_what_was_found(narrow: Page, built: Built) -> None:
    """In the search box it brought up the keys of a phone, over the results."""
    search(narrow, built, "q=schulden&result=worked")
    narrow.locator("[data-chosen] button").click()
    assert focused(narrow, "[data-search-status]")


# With a keyboard, and by ear.


def tab_to(page: Page, selector: str, most: int) -> None:
    """Press Tab until an element that fits `selector` has the focus, at most so often."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if focused(page, selector):
            return
    raise AssertionError(f"{selector} is not among the next {most}")


def test_a_meeting_is_prepared_with_the_keyboard_only(wide: Page, built: Built) -> None:
    search(wide, built)
    wide.locator("#sk-query").focus()
    wide.keyboard.type("schulden")
    tab_to(wide, "input[name=result][value=worked]", 80)
    wide.keyboard.press("Space")
    assert focused(wide, "input[name=result][value=worked]:checked")
    wide.locator("#sk-query").focus()
    wide.keyboard.press("Enter")
    assert focused(wide, "[data-search-status]")
    tab_to(wide, "[data-results] [data-keep]", 12)
    wide.keyboard.press("Enter")
    assert focused(wide, "[data-results] [data-keep][aria-pressed=true]")
    tab_to(wide, "[data-print]", 99)


def test_who_came_with_words_goes_past_the_filters_in_one_step(wide: Page, built: Built) -> None:
    search(wide, built)
    past = wide.get_by_role("link", name=NL("pages.search.past"))
    assert past.count() == 0
    search(wide, built, "q=schulden")
    wide.locator("form.sk-search button").focus()
    wide.keyboard.press("Tab")
    assert past.evaluate("each => each === document.activeElement && each.offsetHeight > 24")
    wide.keyboard.press("Enter")
    assert focused(wide, "[data-search-status]")
    assert wide.url.endswith("?q=schulden")


def test_no_key_alone_does_anything(wide: Page, built: Built) -> None:
    search(wide, built)
    wide.evaluate("document.activeElement.blur()")
    before = wide.locator("main").inner_html()
    for key in "sfpnm/.?123":
        wide.keyboard.press(key)
    assert focused(wide, "body")
    assert wide.locator("main").inner_html() == before


def test_the_number_of_cards_is_told_in_one_lasting_live_region(wide: Page, built: Built) -> None:
    search(wide, built)
    status = wide.locator("[data-search-status]")
    aloud = wide.get_by_role("status").and_(wide.locator("[data-aloud]"))
    aloud.evaluate("each => { each.marked = true; }")
    for words in ("schulden", "xqzxqz"):
        type_in(wide, words)
        told = NL.count("pages.cards", count(wide))
        assert status.inner_text() == told
        wide.wait_for_function(f"document.querySelector('[data-aloud]').textContent === '{told}'")
    assert aloud.evaluate("each => each.marked")


def test_the_number_is_told_when_the_keys_are_at_rest(wide: Page, built: Built) -> None:
    """At each key another number was read out."""
    wide.clock.install(time="2026-11-02T09:00:00")
    search(wide, built)
    aloud = wide.locator("[data-aloud]")
    wide.clock.pause_at("2026-11-02T10:00:00")
    seen = []
    for words in ("sch", "schuld", "schulden"):
        wide.locator("#sk-query").fill(words)
        assert count(wide) > 0
        wide.clock.run_for(300)
        seen.append(aloud.text_content())
    assert seen == ["", "", ""]
    wide.clock.run_for(700)
    assert aloud.text_content() == NL.count("pages.cards", count(wide))


def test_typing_leaves_the_focus_and_the_nodes_of_cards_where_they_are(
    wide: Page, built: Built
) -> None:
    search(wide, built, "q=schulde")
    wide.locator("#sk-query").focus()
    first = wide.locator("[data-results] [data-card]").first
    ident = first.get_attribute("data-card")
    first.evaluate("each => { each.marked = true; }")
    wide.keyboard.press("End")
    wide.keyboard.type("n")
    assert focused(wide, "#sk-query")
    assert wide.locator(f"[data-card='{ident}']").evaluate("each => each.marked")


# What a result shows.


def test_a_result_shows_what_a_card_in_a_list_shows(wide: Page, built: Built) -> None:
    search(wide, built, "q=taalles")
    item = wide.locator("[data-card=proef-eigen]")
    shown = item.inner_text()
    for text in ("Eigen praktijk", "Werkte een beetje", "2026", "Keuze: Eerst opleiden"):
        assert text in shown
    assert item.locator("h3").inner_text() == "Eerst de taalles, daarna pas solliciteren"
    assert item.locator(".sk-result svg circle").count() == 1
    assert item.locator("mark").first.inner_text().lower() == "taalles"
    old = wide.locator("[data-card=proef-oud]")
    assert "Vervangen" in old.inner_text()
    assert wide.locator("[data-results] [data-card]").last.get_attribute("data-card") == "proef-oud"


def test_what_was_found_through_another_word_says_so(wide: Page, built: Built) -> None:
    search(wide, built, "q=noshow")
    assert ids(wide, "tag")[0] == "no-show"
    assert (
        "Trefwoord: Komt niet opdagen, alleen 1 vraag en 1 voorbeeld"
        in wide.locator("[data-ways]").inner_text()
    )
    assert "Gevonden via:" in wide.locator("[data-results] [data-card]").first.inner_text()


EXPLAINED: Final = """all => all.map((each) => [each.dataset.card,
  Boolean(each.querySelector("mark")) || !each.querySelector("[data-via]").hidden])"""


@pytest.mark.parametrize(
    "words",
    [
        "komt niet opdagen",
        "schulden wil niet werken",
        "eerst schulden of werk",
        "jongere zonder huis",
        "vermoeden samenwonen huisbezoek",
        "man 58",
        "hij drinkt",
        "boos",
        "taal",
    ],
)
def test_every_card_shows_why_it_was_found(wide: Page, built: Built, words: str) -> None:
    search(wide, built, f"q={words}")
    shown = wide.locator("[data-results] [data-card]").evaluate_all(EXPLAINED)
    assert [ident for ident, why in shown if not why] == []
    vias = wide.locator("[data-via]:visible").all_inner_texts()
    assert all(each.partition(":")[2].strip() for each in vias)


PASSAGES: Final = """all => all.filter((each) => each.querySelector("[data-passage]").offsetHeight)
  .map((each) => {
    const place = each.querySelector("[data-passage]");
    const marked = [...place.querySelectorAll("mark")].map((mark) => mark.textContent);
    return [each.dataset.card, place.textContent, marked];
  })"""


def passages(page: Page) -> dict[str, tuple[str, list[str]]]:
    """Return for each result that shows one the sentence, and what is marked in it."""
    found = page.locator("[data-results] [data-card]").evaluate_all(PASSAGES)
    return {ident: (text, marked) for ident, text, marked in found}


def test_a_card_found_by_its_text_shows_the_sentence(wide: Page, built: Built) -> None:
    """It showed only the word that was typed."""
    search(wide, built, "q=rijbewijs")
    told = {
        "example-same-answer-for-everyone": "Zonder rijbewijs werd hij bijna nergens uitgenodigd."
    }
    assert passages(wide) == {ident: (text, ["rijbewijs"]) for ident, text in told.items()}
    item = wide.locator("[data-card=example-same-answer-for-everyone]")
    assert NL("pages.search.passage") in item.inner_text()
    assert not item.locator("[data-via]").is_visible()


@pytest.mark.parametrize(
    "words", ["schulden wil niet werken", "jongere zonder huis", "man rijbewijs"]
)
def test_a_sentence_stands_in_the_card_and_is_nowhere_else_in_its_result(
    wide: Page, built: Built, words: str
) -> None:
    search(wide, built, f"q={words}")
    found = passages(wide)
    assert found
    for ident, (text, marked) in found.items():
        card = built.library.cards[ident]
        every = " ".join(" ".join(running_texts(card)).split())
        assert text.strip("…\u00a0") in every
        assert marked
        assert len(text) <= 190
        shown = wide.locator(f"[data-card={ident}] :is(h3, [data-opening], [data-gain])")
        assert text not in " ".join(shown.all_text_contents())


def test_a_word_in_sight_needs_no_sentence(wide: Page, built: Built) -> None:
    search(wide, built, "q=taalles")
    assert "proef-eigen" in ids(wide)
    assert "proef-eigen" not in passages(wide)
    option(wide, "result", "worked").check()
    type_in(wide, "")
    assert passages(wide) == {}


LONG: Final = " ".join(
    (
        *(["Samen keken we wat er kon en wie er zou helpen,"] * 8),
        "met een zeilboot,",
        *(["en dan nog meer van dat alles"] * 8),
    )
)


def test_a_long_sentence_is_cut_at_words_around_what_was_found(wide: Page, built: Built) -> None:
    search(wide, built)
    script = """(text) => {
      const card = { s: ["Een andere zin.", text], shown: [] };
      const slot = { forms: new Set(["zeilboot"]), common: false };
      const slots = new Map([[slot, { own: true, full: true, terms: ["zeilboot"] }]]);
      return spreekkamer.passage({ card, each: { slots } }, []);
    }"""
    for text in (LONG, LONG.partition("met een ")[2], LONG.partition("zeilboot")[0] + "zeilboot"):
        cut = wide.evaluate(script, text)
        assert cut["terms"] == ["zeilboot"]
        plain = cut["text"].removeprefix("…\u00a0").removesuffix("\u00a0…")
        assert "zeilboot" in plain
        assert len(cut["text"]) <= 190
        assert plain in text
        assert not re.match(r"\w", text.partition(plain)[2])
        assert not re.search(r"\w$", text.partition(plain)[0])


def test_a_name_without_letters_explains_nothing(wide: Page, built: Built) -> None:
    """«Gevonden via: 27-» says nothing of a tag."""
    for words in ("25 jaar", "27-", "onder de 27", "58"):
        search(wide, built, f"q={words}")
        texts = wide.locator("[data-via]:visible").all_inner_texts()
        names = [each.partition(": ")[2] for each in texts if each.startswith("Gevonden via")]
        assert all(any(map(str.isalpha, name)) for each in names for name in each.split(", "))
    assert "Gevonden via: 50-plus" in texts


def test_a_tag_without_cards_is_offered_too(wide: Page, built: Built) -> None:
    search(wide, built, "q=boodschappen+gift")
    assert "gifts" in ids(wide, "tag")
    search(wide, built, "q=armoedeval")
    assert ids(wide, "tag") == ["fear-of-losing-benefit"]
    assert NL("pages.search.no-cards") in wide.locator("[data-ways]").inner_text()


# No result, and what cannot wait.


def test_nothing_found_leads_on(wide: Page, built: Built) -> None:
    search(wide, built, "q=xqzxqz")
    empty = wide.locator("[data-search-empty]")
    assert empty.is_visible()
    link = empty.get_by_role("link", name=NL("pages.search.question-button"))
    link.click()
    wide.wait_for_url("**/schrijven.html#vraag")
    assert wide.locator("#vraag").is_visible()
    search(wide, built, "q=schuldne")
    assert wide.locator("[data-suggestions] a, [data-results] [data-card]").count() > 0


@pytest.mark.parametrize("words", ["zeilboot", "anoniem", "xqzxqz"])
def test_there_is_always_a_way_on(wide: Page, built: Built, words: str) -> None:
    search(wide, built, f"q={words}")
    assert count(wide) == 0
    for name in (NL("pages.dilemmas.title"), NL("pages.cards.title"), NL("pages.all-tags")):
        assert wide.locator("[data-start]").get_by_role("link", name=name).is_visible()
    assert wide.locator("[data-start] .sk-chips a").count() > 3


def test_beside_a_tag_without_cards_stand_tags_with_cards(wide: Page, built: Built) -> None:
    search(wide, built, "q=alcohol")
    assert ids(wide, "tag") == ["addiction"]
    beside = wide.locator("[data-related] li").all_inner_texts()
    assert any("Psychische klachten" in each for each in beside)
    assert not any(NL("pages.search.no-cards") in each for each in beside)


def test_a_question_takes_the_typed_words_along(wide: Page, built: Built) -> None:
    words = "xqzxqz <b>zqzqzq</b> ‘qqzzqq’"
    search(wide, built)
    type_in(wide, words)
    wide.context.grant_permissions(["clipboard-read", "clipboard-write"])
    wide.locator("[data-own] button").click()
    wide.wait_for_function("document.querySelector('[data-own] [role=status]').textContent")
    assert wide.locator("[data-own] [role=status]").inner_text() == NL("pages.after.copied")
    assert wide.evaluate("getSelection().toString()") == words
    assert "xqzxqz" not in (wide.locator("[data-later] a").get_attribute("href") or "")


def test_a_selection_that_leaves_nothing_can_be_taken_away(wide: Page, built: Built) -> None:
    search(wide, built, "q=schulden&kind=question&result=worked")
    assert count(wide) == 0
    empty = wide.locator("[data-search-empty]")
    assert NL("pages.search.filtered") in empty.inner_text()
    assert NL("pages.search.nothing") not in empty.inner_text()
    wide.locator("[data-without] button").click()
    assert count(wide) > 0
    assert wide.url.endswith("zoeken.html?q=schulden")
    assert focused(wide, "[data-search-status]")


@pytest.mark.parametrize("words", ["zelfmoord", "huiselijk geweld", "wil dood"])
def test_in_danger_nobody_is_told_to_ask_colleagues_some_day(
    wide: Page, built: Built, words: str
) -> None:
    later = (NL("pages.search.nothing-text"), NL("pages.search.question-button"))
    search(wide, built, f"q={words}")
    assert count(wide) == 0
    assert wide.locator("[data-urgent]").is_visible()
    assert wide.get_by_role("heading", name=NL("pages.search.nothing")).is_visible()
    assert not any(wide.get_by_text(each).is_visible() for each in later)
    type_in(wide, "xqzxqz")
    assert all(wide.get_by_text(each).is_visible() for each in later)


def test_an_urgent_word_shows_what_cannot_wait_above_the_results(wide: Page, built: Built) -> None:
    search(wide, built, "q=schulden")
    urgent = wide.locator("[data-urgent]")
    assert not urgent.is_visible()
    type_in(wide, "zelfmoord")
    assert urgent.is_visible()
    for text in ("112", "leidinggevende", "113"):
        assert text in urgent.inner_text()
    assert urgent.evaluate(TOP) < wide.locator("[data-results]").evaluate(TOP)


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site in English, with a protocol of its own."""
    root = tmp_path_factory.mktemp("english")
    shutil.copytree(ROOT / "learnings", root / "learnings")
    urgent = '    urgent: {text: "https://voorbeeld.nl/protocol", phone: "088 123 45 67"}\n'
    settings = SETTINGS.replace("language: nl", "language: en") + urgent
    return build_here(configure(root, settings=settings), root / "site")


def test_the_protocol_of_the_municipality_is_shown_when_it_is_set(
    wide: Page, english: Path
) -> None:
    browsing.opened(wide, f"{english.as_uri()}/zoeken.html?q=huiselijk+geweld")
    urgent = wide.locator("[data-urgent]")
    assert urgent.get_by_role("link").first.get_attribute("href") == "https://voorbeeld.nl/protocol"
    assert "Call: 088 123 45 67" in urgent.inner_text()
    assert urgent.locator("[href='tel:0881234567']").is_visible()
    assert urgent.locator("[href='tel:08000113']").is_visible()


def test_the_english_page_is_english_and_marks_dutch(wide: Page, english: Path) -> None:
    browsing.opened(wide, f"{english.as_uri()}/zoeken.html?q=schulden")
    assert wide.locator("[data-search-status]").inner_text() == f"{count(wide)} cards"
    assert wide.locator("[data-card] h3 a").first.get_attribute("lang") == "nl"
    assert wide.locator("[data-keep]").first.inner_text() == "Keep for my meeting"
    more = wide.locator("[data-more-ways]")
    seen, said = more.inner_text(), more.get_attribute("aria-label") or ""
    assert re.fullmatch(r"\d more", seen)
    assert re.fullmatch(f"{seen} tags? or dilemmas?", said)
    assert "What you notice" in wide.locator("[data-facets]").inner_text()


# On a phone.


def test_on_a_phone_the_facets_are_behind_one_button(narrow: Page, built: Built) -> None:
    search(narrow, built, "q=schulden&result=worked&situation=debts")
    button = narrow.locator("[data-facets-button]")
    assert button.inner_text().strip() == "Filters (2)"
    assert not narrow.locator("[data-facets]").is_visible()
    button.focus()
    narrow.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    option(narrow, "result", "worked").uncheck()
    done = narrow.locator("[data-facets-done]")
    assert done.inner_text() == f"Toon {NL.count('pages.cards', count(narrow))}"
    done.click()
    assert not narrow.locator("[data-facets]").is_visible()
    assert focused(narrow, "[data-search-status]")
    assert in_sight(narrow, "[data-search-status]")


def test_on_a_phone_the_first_filter_comes_after_the_button_and_escape_closes(
    narrow: Page, built: Built
) -> None:
    search(narrow, built, "q=schulden")
    button = narrow.locator("[data-facets-button]")
    button.focus()
    narrow.keyboard.press("Enter")
    narrow.keyboard.press("Tab")
    assert focused(narrow, "[data-facets] input")
    narrow.keyboard.press("Escape")
    assert focused(narrow, "[data-facets-button]")
    assert button.get_attribute("aria-expanded") == "false"
    assert not narrow.locator("[data-facets]").is_visible()


def test_on_a_phone_the_open_filters_can_be_left_from_every_place(
    narrow: Page, built: Built
) -> None:
    search(narrow, built, "q=schulden")
    narrow.locator("[data-facets-button]").click()
    assert narrow.locator("[data-facets]").evaluate("each => each.offsetHeight > innerHeight")
    for _ in range(20):
        narrow.keyboard.press("Tab")
        assert in_sight(narrow, "[data-facets-done]")
        below = "() => document.activeElement.getBoundingClientRect().bottom"
        top = narrow.locator("[data-facets-done]").evaluate(TOP)
        assert narrow.evaluate(below) <= top


def test_without_any_filter_none_are_offered(narrow: Page, built: Built) -> None:
    search(narrow, built, "q=xqzxqz")
    assert not narrow.locator("[data-facets-button]").is_visible()
    type_in(narrow, "schulden")
    assert narrow.locator("[data-facets-button]").is_visible()


def test_before_anything_was_asked_the_open_filters_are_closed_not_counted(
    narrow: Page, built: Built
) -> None:
    search(narrow, built)
    narrow.locator("[data-facets-button]").click()
    done = narrow.locator("[data-facets-done]")
    assert done.inner_text() == NL("pages.facets.close")
    done.click()
    assert focused(narrow, "[data-facets-button]")


WAYS: Final = "[data-ways] > :is([data-tag], [data-dilemma])"
MANY_WAYS: Final = "q=boos+schulden+dakloos+tolk+detentie"


@pytest.mark.parametrize(("width", "height", "most"), [(1280, 800, 400), (360, 740, 480)])
@pytest.mark.parametrize(
    "query",
    [MANY_WAYS, "q=alleenstaande+moeder+schulden+wil+opleiding", "q=eerst+schulden+of+werk"],
)
def test_the_first_card_stands_high_whatever_ways_in_there_are(
    browser: Browser, built: Built, query: str, width: int, height: int, most: int
) -> None:
    """Four ways in pushed it out of sight."""
    with a_page(browser, width, height) as page:
        search(page, built, query)
        assert page.locator("[data-results] [data-card]").first.evaluate(TOP) <= most
        assert page.locator(f"{WAYS}:visible").count() >= 2


@pytest.mark.parametrize("width", [360, 1280])
def test_the_other_ways_in_are_one_press_away(browser: Browser, built: Built, width: int) -> None:
    with a_page(browser, width) as page:
        search(page, built, MANY_WAYS)
        ways, shown = page.locator(WAYS), page.locator(f"{WAYS}:visible")
        assert len(ids(page, "tag")) == ways.count() == 5
        first = shown.count()
        assert 2 <= first < 5
        more = page.get_by_role("button", name=f"Nog {5 - first} trefwoorden of dilemma's")
        more.focus()
        page.keyboard.press("Enter")
        assert shown.count() == 5
        assert not more.is_visible()
        assert ways.nth(first).locator("a").evaluate("each => each === document.activeElement")
        # There is room now for how each was found.
        assert "Gevonden via: tolk" in page.locator("[data-ways]").inner_text()
        # Who types on about the same keeps them in sight.
        type_in(page, "boos schulden dakloos tolk detentie ")
        assert shown.count() == 5
        type_in(page, "boos schulden dakloos tolk")
        assert shown.count() < ways.count()


def test_every_way_in_tells_what_it_is_and_what_it_has(wide: Page, built: Built) -> None:
    search(wide, built, MANY_WAYS)
    wide.locator("[data-more-ways]").click()
    for text in wide.locator(WAYS).all_inner_texts():
        assert re.match(
            r"(Trefwoord|Dilemma): .+, (nog geen kaart|(alleen )?\d+ (kaart|vraag|voorbeeld))", text
        )


def test_ways_in_fit_again_when_the_window_changes(wide: Page, built: Built) -> None:
    search(wide, built, MANY_WAYS)
    wide.set_viewport_size({"width": 2400, "height": 800})
    wide.set_viewport_size({"width": 360, "height": 740})
    wide.wait_for_timeout(100)
    assert wide.locator(f"{WAYS}:visible").count() == 2


WITHIN: Final = """all => {
  const right = (each) => each.getBoundingClientRect().right;
  const shown = all.filter((each) => each.offsetHeight);
  return shown.every((each) => right(each) <= right(each.closest("fieldset, ul")) + 1);
}"""


@pytest.mark.parametrize("width", [360, 1280])
def test_a_word_that_is_longer_than_its_column_stays_in_it(
    browser: Browser, made: Made, width: int
) -> None:
    with a_page(browser, width) as page:
        browsing.opened(page, made.address("zoeken.html?q=onafgebrokenwoord"))
        page.evaluate(
            "document.querySelectorAll('[data-more]').forEach((each) => each.click());"
            "document.querySelector('[data-facets]').hidden = false"
        )
        parts = page.locator("[data-facets] [data-label], [data-facets] .sk-option__number")
        assert parts.count() > 10
        assert parts.evaluate_all(WITHIN)
        assert page.locator(WAYS).count() > 0
        assert page.locator(f"{WAYS} *, {WAYS}").evaluate_all(WITHIN)


@pytest.mark.parametrize("leads", ["link", "button"])
def test_on_a_phone_a_jump_to_my_meeting_arrives(narrow: Page, built: Built, leads: str) -> None:
    search(narrow, built, "q=werk")
    if leads == "link":
        narrow.locator(".sk-facets__line a").click()
    else:
        narrow.locator("[data-pick]").click()
        narrow.locator("[data-keep-picked]").click()
        assert focused(narrow, "[data-meeting] h2")
    narrow.wait_for_timeout(200)
    assert in_sight(narrow, "[data-meeting] h2")
    # What has no height until it comes in sight moves the place that a jump goes to.
    shown = "all => new Set(all.map((each) => getComputedStyle(each).contentVisibility)).size"
    assert narrow.eval_on_selector_all("[data-results] [data-card], body", shown) == 1


def test_on_a_phone_my_meeting_is_one_step_away(narrow: Page, built: Built) -> None:
    search(narrow, built, "q=schulden")
    narrow.locator("[data-results] [data-keep]").first.click()
    narrow.get_by_role("link", name="Mijn gesprek (1)").click()
    narrow.wait_for_url("**#mijn-gesprek")
    assert narrow.locator("#mijn-gesprek h2").is_visible()


# Nobody is kept out, in any state.

STATES: Final = {
    "found": ("q=schulden", ""),
    "chosen": ("q=schulden&situation=debts&result=worked", ""),
    "kept": ("q=schulden", "document.querySelectorAll('[data-keep]:is(li *)')[0].click()"),
    "picked": ("q=schulden", "document.querySelector('[data-pick]').click()"),
    # To their end: elsewhere one of them is below the button that stays in sight, by some pixels.
    "facets": (
        "q=schulden",
        "document.querySelector('[data-facets-button]').click();"
        "document.querySelector('[data-facets]').scrollIntoView({ block: 'end' })",
    ),
    "nothing": ("q=xqzxqz", ""),
    "without": ("q=schulden&kind=question&result=worked", ""),
    "urgent": ("q=huiselijk+geweld", ""),
    "all": ("", "document.querySelectorAll('[data-more]').forEach((each) => each.click())"),
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark")])
def test_axe_finds_nothing_in_any_state(
    browser: Browser, built: Built, state: str, width: int, scheme: Any
) -> None:
    query, act = STATES[state]
    with a_page(browser, width, color_scheme=scheme, reduced_motion="reduce") as page:
        page.add_init_script(AXE.read_text(encoding="utf-8"))
        search(page, built, query)
        page.evaluate(f"() => {{ {act} }}")
        assert page.evaluate(JUDGE, test_accessibility.OPTIONS) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_everything_works_under_the_strict_policy(browser: Browser, server: str) -> None:
    visit = test_strict.StrictVisit(browser, server)
    page = visit.page
    page.add_init_script("window.print = () => { window.printed = true; }")
    visit.open("zoeken.html?q=schulden")
    page.wait_for_selector("[data-results][data-ready=true]", state="attached")
    option(page, "result", "worked").check()
    page.locator("[data-results] [data-keep]").first.click()
    page.locator("[data-print]").click()
    page.wait_for_selector(".sk-sheet", state="attached")
    assert page.locator(".sk-sheet").count() == 1
    assert visit.all_faults() == []
    page.close()
