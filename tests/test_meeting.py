"""My meeting: kept on this device, printed on one sheet, asked about afterwards."""

from __future__ import annotations

import json
import math
import re
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, Page

import extreme
import test_keyboard
import test_search_page
from browsing import Built, a_page, opened
from extreme import Made
from making import a_card, a_library, a_question
from sites import ROOT, build_here, configure
from spreekkamer import freshness, texts
from spreekkamer.addresses import SHEETS_DATA
from spreekkamer.checking import check_folder
from spreekkamer.schema import CARD
from spreekkamer.sheets import PARTS, Sheets
from test_search_page import AXE, JUDGE, focused

NL: Final = texts.load("nl")
KEY: Final = "spreekkamer-meeting"
NO_DIALOG: Final = "window.print = () => { window.printed = true; }"
DAY: Final = "2026-11-02T09:00:00"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with a_page(browser) as page:
        page.add_init_script(NO_DIALOG)
        yield page


def stored(page: Page) -> Any:
    return page.evaluate(f"JSON.parse(localStorage.getItem('{KEY}'))")


def keep(page: Page, *ids: str) -> None:
    page.evaluate("ids => spreekkamer.meeting.keep(...ids)", list(ids))


def listed(page: Page) -> list[str]:
    """Return the addresses of the cards on the list."""
    links = page.locator("[data-meeting] li a").all()
    return [Path(each.get_attribute("href") or "").stem for each in links]


def card_page(built: Built, ident: str = "proef-eigen") -> str:
    return f"{built.folder.as_uri()}/kaarten/{ident}.html"


# Keeping.


@pytest.mark.parametrize("width", [360, 1280])
def test_a_card_is_kept_on_its_page_and_stands_on_the_list(
    browser: Browser, built: Built, width: int
) -> None:
    with a_page(browser, width) as page:
        page.clock.install(time=DAY)
        opened(page, card_page(built))
        button = page.locator("[data-keep]:visible")
        assert button.count() == 1
        assert button.get_attribute("aria-pressed") == "false"
        button.focus()
        page.keyboard.press("Enter")
        assert button.get_attribute("aria-pressed") == "true"
        assert stored(page) == [["proef-eigen", "2026-11-02"]]
        page.locator(".sk-keep:visible a").click()
        page.wait_for_url("**/zoeken.html#mijn-gesprek")
        assert listed(page) == ["proef-eigen"]
        assert page.locator("[data-meeting] h2").inner_text() == "Mijn gesprek (1)"


def test_nothing_but_ids_and_days_is_stored(page: Page, built: Built) -> None:
    opened(page, built.address("search with results"))
    page.locator("[data-results] [data-keep]").first.click()
    page.locator("[data-print]").click()
    names = page.evaluate("Object.keys(localStorage)")
    assert names == [KEY]
    assert page.evaluate("document.cookie + Object.keys(sessionStorage)") == ""
    [[ident, day]] = stored(page)
    assert ident in built.library.cards
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", day)


def test_pressing_again_takes_a_card_off(page: Page, built: Built) -> None:
    opened(page, card_page(built))
    button = page.locator("[data-keep]:visible")
    button.click()
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    assert stored(page) is None


def test_a_card_is_removed_and_the_list_emptied_without_losing_the_focus(
    page: Page, built: Built
) -> None:
    opened(page, built.address("search with results"))
    ids = list(built.library.cards)[:3]
    keep(page, *ids)
    assert listed(page) == ids
    page.locator("[data-meeting] li button").nth(1).focus()
    page.keyboard.press("Enter")
    assert listed(page) == [ids[0], ids[2]]
    assert focused(page, "[data-meeting] li button")
    page.locator("[data-empty]").click()
    assert listed(page) == []
    assert stored(page) is None
    assert focused(page, "[data-meeting] h2")
    assert page.locator("[data-none]").is_visible()


def test_a_card_that_is_gone_from_the_site_is_not_on_the_list(page: Page, built: Built) -> None:
    opened(page, built.address("search"))
    keep(page, "bestaat-niet", "proef-eigen")
    assert listed(page) == ["proef-eigen"]
    numbers = page.locator("[data-kept-number]")
    assert set(numbers.all_text_contents()) == {"1"}
    page.locator("[data-meeting] li button").click()
    assert page.locator("[data-none]").is_visible()
    assert set(numbers.all_text_contents()) == {"0"}


def test_what_is_gone_from_the_site_leaves_the_device_too(page: Page, built: Built) -> None:
    opened(page, built.address("search"))
    kept = [[each, "2026-11-02"] for each in ("bestaat-niet", "constructor", *["proef-eigen"] * 2)]
    page.clock.install(time=DAY)
    page.evaluate(f"kept => localStorage.setItem('{KEY}', JSON.stringify(kept))", kept)
    opened(page, built.address("search"))
    assert listed(page) == ["proef-eigen"]
    assert set(page.locator("[data-kept-number]").all_text_contents()) == {"1"}
    assert stored(page) == [["proef-eigen", "2026-11-02"]]


def test_the_start_page_asks_about_no_card_that_does_not_exist(page: Page, built: Built) -> None:
    """It asked about "undefined"."""
    kept_before(page, built.address("start"), "constructor", "bestaat-niet", "proef-eigen")
    page.wait_for_selector("[data-after] li")
    assert page.locator("[data-after] li").count() == 1
    assert "undefined" not in page.locator("[data-after]").inner_text()
    assert [ident for ident, _ in stored(page)] == ["proef-eigen"]


def test_where_the_cards_cannot_be_loaded_none_is_forgotten(page: Page, built: Built) -> None:
    page.route("**/sheets-data.js", lambda route: route.abort())
    kept_before(page, built.address("start"), "proef-eigen")
    page.wait_for_timeout(200)
    assert [ident for ident, _ in stored(page)] == ["proef-eigen"]


@pytest.mark.parametrize("text", ["", "{", "{}", "[1, null, ['a']]", '[["<b>", "2026-11-02"]]'])
def test_what_stands_there_and_is_no_list_does_no_harm(page: Page, built: Built, text: str) -> None:
    opened(page, built.address("search"))
    page.evaluate(f"text => localStorage.setItem('{KEY}', text)", text)
    opened(page, built.address("search with results"))
    assert listed(page) == []
    keep(page, "proef-eigen")
    assert listed(page) == ["proef-eigen"]


def test_after_fourteen_days_a_card_is_forgotten(browser: Browser, built: Built) -> None:
    with a_page(browser) as page:
        page.clock.install(time=DAY)
        opened(page, card_page(built))
        page.locator("[data-keep]:visible").click()
        for day, there in (("2026-11-15T23:00:00", True), ("2026-11-16T00:30:00", False)):
            page.clock.set_fixed_time(day)
            opened(page, built.address("search"))
            assert (listed(page) == ["proef-eigen"]) is there
            assert (stored(page) is not None) is there


def test_another_tab_follows(browser: Browser, built: Built) -> None:
    with a_page(browser) as page:
        opened(page, built.address("search"))
        other = page.context.new_page()
        opened(other, card_page(built))
        other.locator("[data-keep]:visible").click()
        page.wait_for_selector("[data-meeting] li")
        assert listed(page) == ["proef-eigen"]
        page.locator("[data-empty]").click()
        other.wait_for_selector("[data-keep][aria-pressed=false]:visible")


@pytest.mark.parametrize("storage", test_keyboard.STORAGE)
def test_without_storage_the_page_says_so_and_works(
    browser: Browser, built: Built, storage: str
) -> None:
    with a_page(browser) as page:
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.add_init_script(test_keyboard.STORAGE[storage] + ";" + NO_DIALOG)
        opened(page, built.address("search with results"))
        page.locator("[data-results] [data-keep]").first.click()
        assert len(listed(page)) == 1
        assert page.locator("[data-meeting] [data-keep-trouble]").inner_text() == NL(
            "pages.meeting.trouble"
        )
        assert not page.get_by_text(NL("pages.meeting.here")).is_visible()
        button = page.locator("[data-results] [data-keep]").first
        assert NL("pages.meeting.listed") in button.inner_text()
        assert NL("pages.meeting.kept") not in button.inner_text()
        page.locator("[data-print]").click()
        page.wait_for_function("window.printed")
        assert page.locator(".sk-sheet").count() == 1
        opened(page, card_page(built))
        page.locator("[data-keep]:visible").click()
        assert page.locator(".sk-keep:visible [data-keep-trouble]").is_visible()
        assert errors == []


def test_without_storage_a_result_says_so_where_it_was_pressed(
    browser: Browser, built: Built
) -> None:
    with a_page(browser, 360) as page:
        page.add_init_script(test_keyboard.STORAGE["away"])
        opened(page, built.address("search with results"))
        near = page.locator("[data-results] [data-keep-near]")
        buttons = page.locator("[data-results] [data-keep]")
        buttons.nth(1).click()
        assert near.inner_text() == NL("pages.meeting.trouble")
        box, own = near.bounding_box(), buttons.nth(1).bounding_box()
        assert box and own and 0 <= box["y"] - own["y"] < 100
        buttons.nth(2).click()
        assert near.count() == 1


def test_a_kept_card_says_so_and_how_to_undo_it(page: Page, built: Built) -> None:
    opened(page, card_page(built))
    button = page.locator("[data-keep]:visible")
    assert button.inner_text() == NL("pages.meeting.keep")
    button.click()
    name = f"{NL('pages.meeting.kept')} {NL('pages.meeting.kept-more')}"
    assert page.get_by_role("button", name=name, pressed=True).count() == 1


def test_an_emptied_list_can_be_put_back(page: Page, built: Built) -> None:
    opened(page, built.address("search"))
    keep(page, "proef-eigen", "rotterdam-werkloont")
    page.locator("[data-empty]").click()
    assert page.locator("[data-cleared]").inner_text() == NL("pages.meeting.cleared")
    page.locator("[data-undo]").click()
    assert listed(page) == ["proef-eigen", "rotterdam-werkloont"]
    assert page.locator("[data-cleared]").inner_text() == ""
    assert not page.locator("[data-undo]").is_visible()


def test_a_card_taken_off_can_be_put_back(page: Page, built: Built) -> None:
    opened(page, built.address("search"))
    keep(page, "proef-eigen", "rotterdam-werkloont", "tilburg-trust")
    page.locator("[data-meeting] li button").nth(1).click()
    page.locator("[data-undo]").click()
    assert listed(page) == ["proef-eigen", "rotterdam-werkloont", "tilburg-trust"]
    page.locator("[data-meeting] li button").last.click()
    for left in (["rotterdam-werkloont"], []):
        page.locator("[data-meeting] li button").first.click()
        assert listed(page) == left
    title = built.library.cards["rotterdam-werkloont"].title
    assert page.locator("[data-cleared]").inner_text() == NL("pages.after.gone", title=title)
    page.locator("[data-undo]").click()
    assert listed(page) == ["rotterdam-werkloont"]
    assert page.locator("[data-cleared]").inner_text() == ""
    assert not page.locator("[data-undo]").is_visible()


def test_a_long_list_leaves_the_button_that_prints_in_sight(page: Page, built: Built) -> None:
    opened(page, built.address("search with results"))
    keep(page, *list(built.library.cards)[:30])
    page.evaluate("scrollTo(0, 600)")
    box = page.locator("[data-print]").bounding_box()
    assert box and box["y"] + box["height"] < 800
    panel = page.locator("[data-meeting]").bounding_box()
    assert panel and panel["height"] <= 800


def test_without_a_script_there_is_no_dead_button(browser: Browser, built: Built) -> None:
    with a_page(browser, java_script_enabled=False) as page:
        for kind in ("practice card", "search", "start"):
            page.goto(built.address(kind))
            # From the start page the box leads to the page that says why it cannot search.
            box = ":not([type=submit])" if kind == "start" else ""
            assert page.locator(f"main button:visible{box}").count() == 0, kind
            if kind == "search":
                assert not page.locator("main form").is_visible()
                told = page.locator("noscript .sk-notice").bounding_box()
                ways = page.locator("[data-start]").bounding_box()
                assert told and ways and told["x"] == ways["x"]
            assert not page.locator("[data-after]").is_visible() if kind == "start" else True


# The sheet.


def printed(page: Page, folder: Path) -> tuple[int, str]:
    """Press the button; return how many pages that prints, and their text."""
    page.locator("[data-print]").click()
    page.wait_for_function("window.printed")
    file = folder / "sheet.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True)
    return text.stdout.count(b"\f"), text.stdout.decode()


# What runs out of its sheet is cut off; a third of the 297 mm of the paper is 374 pixels.
THIRD: Final = 374
SHEETS_FIT: Final = """() => [...document.querySelectorAll(".sk-sheet")].map((sheet) => ({
  over: sheet.scrollHeight - sheet.clientHeight,
  wide: [...sheet.querySelectorAll("*")].some((each) => each.scrollWidth > each.clientWidth + 1 &&
    getComputedStyle(each).display !== "inline"),
  notes: sheet.querySelector(".sk-sheet__notes").getBoundingClientRect().height,
  small: Math.min(...[...sheet.querySelectorAll("p, li, h2, h3, h4, span")].filter((each) =>
    each.textContent).map((each) => parseFloat(getComputedStyle(each).fontSize))) * 0.75,
}))"""


def sheets_on_paper(page: Page) -> list[dict[str, float]]:
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 703, "height": 1000})  # 186 mm
    found: list[dict[str, float]] = page.evaluate(SHEETS_FIT)
    return found


PAGES: Final = {1: 1, 2: 1, 3: 1, 4: 2, 7: 3}


@pytest.mark.parametrize("number", PAGES)
@pytest.mark.parametrize("size", ["longest", "shortest"])
def test_a_sheet_is_one_page_for_three_cards_of_any_length(
    page: Page, made: Made, tmp_path: Path, number: int, size: str
) -> None:
    opened(page, made.address("zoeken.html"))
    ids = [each for each in made.cards if each.startswith(size)]
    keep(page, *[*ids, "markup", "quotes", "emoji"][:number])
    assert len(listed(page)) == number
    pages, _ = printed(page, tmp_path)
    assert pages == PAGES[number]
    for sheet in sheets_on_paper(page):
        assert sheet["over"] <= 0
        assert not sheet["wide"]
        assert sheet["notes"] >= THIRD
        assert sheet["small"] >= 9.5


@pytest.mark.parametrize(
    "ids",
    [
        ("single-mothers-disregard", "example-full-time-in-one-go", "example-walked-in-with-her"),
        ("den-bosch-earnings-bonus", "example-full-time-in-one-go", "single-mothers-disregard"),
    ],
)
def test_a_column_with_nothing_to_spare_gets_room_from_the_others(
    page: Page, built: Built, tmp_path: Path, ids: tuple[str, ...]
) -> None:
    """Where every part of one card was one long sentence, three cards took two papers."""
    opened(page, built.address("search"))
    keep(page, *ids)
    assert len(listed(page)) == 3
    assert printed(page, tmp_path)[0] == 1
    [sheet] = sheets_on_paper(page)
    assert sheet["over"] <= 0
    assert sheet["notes"] >= THIRD


def test_a_sheet_of_real_cards_holds_what_a_meeting_needs(
    page: Page, built: Built, tmp_path: Path
) -> None:
    opened(page, built.address("search"))
    keep(page, "proef-eigen", "rotterdam-werkloont")
    pages, text = printed(page, tmp_path)
    flat = " ".join(text.split())
    assert pages == 1
    for part in ("situation", "choice", "what_worked", "what_did_not_work", "not_when", "beneath"):
        assert NL(f"pages.sheet.{part}") in flat
    assert "Wanneer zet jij werk voor de taal?" in flat
    assert NL("pages.sheet.question-1") in flat
    assert NL("pages.sheet.notes") in flat
    assert "Bewaar" not in flat
    assert "Kaart schrijven" not in flat


@pytest.mark.parametrize("kind", ["situation", "beneath"])
def test_a_part_that_a_card_lacks_is_not_on_its_sheet(page: Page, built: Built, kind: str) -> None:
    opened(page, built.address("search"))
    keep(page, "question-one-comes-the-other-never")
    page.locator("[data-print]").click()
    page.wait_for_function("window.printed")
    assert page.locator(f".sk-sheet [data-part={kind}]").count() == (kind == "situation")


def test_cards_of_two_sides_stand_next_to_each_other(page: Page, built: Built) -> None:
    opened(page, built.address("search"))
    keep(page, "proef-eigen", "tilburg-trust", "warn-before-sanction", "rotterdam-werkloont")
    page.locator("[data-print]").click()
    page.wait_for_function("window.printed")
    assert titles_on_paper(page, built) == [
        ["proef-eigen", "rotterdam-werkloont"],
        ["tilburg-trust", "warn-before-sanction"],
    ]


@pytest.mark.parametrize("number", [4, 7, 10, 48])
def test_no_sheet_is_nearly_empty(page: Page, built: Built, tmp_path: Path, number: int) -> None:
    """Seven cards took four papers, two of them with one card."""
    opened(page, built.address("search"))
    keep(page, *list(built.library.cards)[:number])
    pages, _ = printed(page, tmp_path)
    sizes = [len(each) for each in titles_on_paper(page, built)]
    assert sum(sizes) == number
    assert pages == len(sizes) <= math.ceil(number / 3) + (number == 48)
    assert 1 not in sizes


PAIRS: Final = (
    ("proef-eigen", "rotterdam-werkloont"),
    ("den-bosch-earnings-bonus", "amsterdam-earnings-bonus"),
    ("den-haag-ips", "eindhoven-bouwdepot"),
)


def test_beside_a_pair_stands_a_card_of_its_own_dilemma(page: Page, built: Built) -> None:
    opened(page, built.address("search"))
    keep(page, *PAIRS[2], "zuidhorn-own-chair", "den-haag-young-perspective-fund", "tilburg-trust")
    printed_only(page)
    assert titles_on_paper(page, built) == [
        [*PAIRS[2], "den-haag-young-perspective-fund"],
        ["zuidhorn-own-chair", "tilburg-trust"],
    ]


@pytest.mark.parametrize(
    "sheets",
    [
        [["zuidhorn-own-chair", *PAIRS[2]], ["den-haag-young-perspective-fund", "tilburg-trust"]],
        [["tilburg-trust", "zuidhorn-own-chair"], [*PAIRS[0]]],
    ],
)
def test_the_card_that_was_kept_first_is_on_the_first_sheet(
    page: Page, built: Built, sheets: list[list[str]]
) -> None:
    """What was picked later stood before the cards that somebody chose."""
    opened(page, built.address("search"))
    keep(page, *(each for sheet in sheets for each in sheet))
    printed_only(page)
    assert titles_on_paper(page, built) == sheets


def test_each_of_more_sheets_says_which_it_is(page: Page, built: Built) -> None:
    opened(page, built.address("search"))
    keep(page, *PAIRS[0])
    printed_only(page)
    page.emulate_media(media="print")
    titles = page.locator(".sk-sheet__title")
    assert titles.all_inner_texts() == [NL("pages.sheet.title")]
    page.emulate_media(media="screen")
    keep(page, *PAIRS[1])
    printed_only(page)
    page.emulate_media(media="print")
    wanted = [NL("pages.sheet.number", number=each, last=2) for each in (1, 2)]
    assert titles.all_inner_texts() == wanted


def titles_on_paper(page: Page, built: Built) -> list[list[str]]:
    """Return the ids of the cards on each sheet."""
    page.emulate_media(media="print")
    by_title = {card.title: card.id for card in built.library.cards.values()}
    sheets = [
        [each.inner_text() for each in sheet.locator(".sk-sheet__card h3").all()]
        for sheet in page.locator(".sk-sheet").all()
    ]
    return [[by_title[re.sub(r"^\d\. ", "", each)] for each in titles] for titles in sheets]


def test_the_same_choice_with_another_result_stands_beside_a_card(page: Page, built: Built) -> None:
    opened(page, built.address("search"))
    keep(page, "almere-45plus-pilot", "tilburg-trust", "den-haag-ips", "almere-45plus-scaled")
    printed_only(page)
    assert titles_on_paper(page, built)[0][:2] == ["almere-45plus-pilot", "almere-45plus-scaled"]


def test_three_pairs_have_three_sheets_as_no_pair_is_divided(page: Page, built: Built) -> None:
    opened(page, built.address("search"))
    keep(page, *(pair[0] for pair in PAIRS), *(pair[1] for pair in PAIRS))
    printed_only(page)
    assert titles_on_paper(page, built) == [list(pair) for pair in PAIRS]


def test_single_cards_fill_what_is_left_beside_a_pair(page: Page, built: Built) -> None:
    opened(page, built.address("search"))
    keep(page, "tilburg-trust", "groningen-basic-job", *PAIRS[0], *PAIRS[1])
    printed_only(page)
    assert [len(each) for each in titles_on_paper(page, built)] == [3, 3]


def printed_only(page: Page) -> None:
    page.locator("[data-print]").click()
    page.wait_for_function("window.printed")


CUT: Final = " […]"
PARTS_SHOWN: Final = """() => [...document.querySelectorAll("[data-sheets] [data-part]")].map(
  (part) => ({ text: part.querySelector("p").textContent, whole: part.sentences.join(" ") }))"""


def test_no_text_on_a_sheet_stops_within_a_sentence(page: Page, built: Built) -> None:
    opened(page, built.address("search"))
    keep(page, *built.library.cards)
    printed_only(page)
    parts = page.evaluate(PARTS_SHOWN)
    assert len(parts) > 100
    cut = [each for each in parts if each["text"] != each["whole"]]
    assert len(cut) > 10
    for each in cut:
        # Who reads half of a text sees that it is half.
        assert each["text"].endswith(CUT)
        shown = each["text"].removesuffix(CUT)
        assert each["whole"].startswith(shown)
        assert re.search(r"[.!?]['\"’”]?$", shown)


WHOLE_PARTS: Final = """() => [...document.querySelectorAll("[data-sheets] .sk-sheet__card")].map(
  (card) => Object.fromEntries([...card.querySelectorAll("[data-part]")].map((part) =>
    [part.dataset.part, part.querySelector("p").textContent === part.sentences.join(" ")])))"""


def test_what_was_beneath_is_left_out_as_a_whole_before_anything_else_is_cut(
    page: Page, built: Built
) -> None:
    """A sentence of it said the opposite without the rest, and the choice was cut for it."""
    opened(page, built.address("search"))
    keep(page, *built.library.cards)
    printed_only(page)
    cards = page.evaluate(WHOLE_PARTS)
    having = [card for card in cards if "beneath" in card]
    assert 0 < len(having) < sum(bool(card.beneath) for card in built.library.cards.values())
    assert all(all(card.values()) for card in having)


def test_a_sheet_is_filled_before_anything_is_left_out(page: Page, built: Built) -> None:
    """Room for notes that nobody asked for cost the lesson of a card."""
    opened(page, built.address("search"))
    keep(page, *built.library.cards)
    printed_only(page)
    note = page.locator(".sk-sheet [data-shortened]").evaluate_all(
        "all => all.map((e) => e.hidden)"
    )
    for sheet, whole in zip(sheets_on_paper(page), note, strict=True):
        assert sheet["over"] <= 0
        assert sheet["notes"] >= THIRD
        # At most one long sentence in a narrow column would still have fitted.
        assert whole or sheet["notes"] < THIRD + 120


ENDLESS: Final = """async () => {
  const cards = Object.values(await spreekkamer.meeting.sheets());
  const words = "Samen keken we wat er nog kon en wie er zou helpen, ".repeat(20);
  const most = { situation: 600, choice: 500, what_worked: 500, what_did_not_work: 300,
    not_when: 200, beneath: 300 };
  cards.forEach((card) => {
    card.parts = Object.entries(most).map(([name, length]) => [name, [words.slice(0, length)]]);
  });
}"""


@pytest.mark.parametrize("number", [1, 2, 3])
def test_cards_without_a_full_stop_get_more_sheets_rather_than_too_full_ones(
    page: Page, built: Built, number: int
) -> None:
    opened(page, built.address("search"))
    page.evaluate(ENDLESS)
    keep(page, *["rotterdam-werkloont", "proef-eigen", "tilburg-trust"][:number])
    printed_only(page)
    assert page.locator(".sk-sheet__card").count() == number
    for sheet in sheets_on_paper(page):
        assert sheet["over"] <= 0


STORY: Final = """() => [...document.querySelectorAll(".sk-sheet [data-part=situation]")].map(
  (part) => [part.number, part.sentences.length])"""


@pytest.mark.parametrize("query", ["vermoeden samenwonen huisbezoek", "schulden", "taal werk"])
def test_a_sheet_tells_what_was_going_on_before_it_tells_more(
    page: Page, built: Built, query: str
) -> None:
    """Of a situation only the first sentence stood there, and not the one that mattered."""
    proposed(page, built, f"q={query}")
    page.locator("[data-keep-picked]").click()
    printed_only(page)
    told = page.evaluate(STORY)
    assert len(told) == 3
    assert all(number >= min(2, whole) for number, whole in told), told
    [sheet] = sheets_on_paper(page)
    assert sheet["over"] <= 0
    assert sheet["notes"] >= THIRD
    assert sheet["small"] >= 9.5


def test_a_sheet_with_room_to_spare_has_larger_type(page: Page, built: Built) -> None:
    opened(page, built.address("search"))
    keep(page, "putten-what-do-you-find-important", "utrecht-zeist-own-direction")
    printed_only(page)
    [sheet] = sheets_on_paper(page)
    assert sheet["small"] >= 11
    assert sheet["over"] <= 0
    assert sheet["notes"] >= THIRD


def test_who_keeps_more_than_a_sheet_holds_is_told_so(page: Page, built: Built) -> None:
    opened(page, built.address("search"))
    ids = list(built.library.cards)
    told = page.get_by_text(NL("pages.meeting.many"))
    keep(page, *ids[:3])
    assert not told.is_visible()
    keep(page, ids[3])
    assert told.is_visible()


# What of a card with long texts stands on paper: per card the names of its parts.
KEPT_PARTS: Final = """() => [...document.querySelectorAll(".sk-sheet__card")].map((card) =>
  [...card.querySelectorAll("[data-part]")].map(({ dataset }) => dataset.part))"""
NEEDED: Final = ("situation", "choice", "what_worked", "what_did_not_work", "not_when")
LONG_TEXTS: Final = """async ([ids, length]) => {
  const cards = await spreekkamer.meeting.sheets();
  const words = "samen keken we wat er nog kon, wie er zou helpen en wat ze zelf wilde ".repeat(9);
  const most = { situation: 600, choice: 500, what_worked: 500, what_did_not_work: 300,
    not_when: 200, beneath: 300 };
  ids.forEach((id, card) => {
    cards[id].parts = Object.entries(most).map(([name, letters], part) => {
      // So that each is found on paper.
      const text = `Z${card}${part} ${words.slice(0, Math.min(length, letters) - 5).trim()}.`;
      return [name, Array(Math.max(1, Math.floor(letters / length))).fill(text)];
    });
  });
}"""
LONG_KEPT: Final = ("rotterdam-werkloont", "proef-eigen", "tilburg-trust")


@pytest.mark.parametrize("font", ["", "DejaVu Sans"])
@pytest.mark.parametrize("length", [70, 120, 160, 200])
def test_every_card_on_a_full_sheet_keeps_a_sentence_of_each_part(
    page: Page, built: Built, tmp_path: Path, length: int, font: str
) -> None:
    """For whom not to do it was the first to go, and that may be what a meeting turns on."""
    opened(page, built.address("search"))
    if font:
        page.add_style_tag(content=f'.sk-sheet, .sk-sheet * {{ font-family: "{font}" !important }}')
    page.evaluate(LONG_TEXTS, [LONG_KEPT, length])
    keep(page, *LONG_KEPT)
    pages, text = printed(page, tmp_path)
    kept = page.evaluate(KEPT_PARTS)
    assert len(kept) == len(LONG_KEPT)
    assert all(set(NEEDED) <= set(parts) for parts in kept)
    told = {f"Z{card}{part}" for card in range(len(LONG_KEPT)) for part in range(len(NEEDED))}
    assert told <= set(text.split())
    assert pages == page.locator(".sk-sheet").count() <= len(LONG_KEPT)
    for sheet in sheets_on_paper(page):
        assert sheet["over"] <= 0
        assert sheet["notes"] >= THIRD
        assert sheet["small"] >= 9.5


def test_all_cards_of_the_collection_keep_when_not(page: Page, built: Built) -> None:
    opened(page, built.address("search"))
    keep(page, *built.library.cards)
    printed_only(page)
    kept = page.evaluate(KEPT_PARTS)
    having = [card for card in built.library.cards.values() if card.not_when]
    assert sum("not_when" in parts for parts in kept) == len(having) > 20


def test_where_cards_need_the_room_the_questions_of_every_sheet_stand_there(
    page: Page, made: Made
) -> None:
    opened(page, made.address("zoeken.html"))
    keep(page, "longest-retired", "longest-sourced", "longest-superseded")
    printed_only(page)
    page.emulate_media(media="print")
    assert page.locator(".sk-sheet").count() == 1
    asked = [each.inner_text() for each in page.locator(".sk-sheet li").all()]
    assert asked == [NL(f"pages.sheet.question-{number}") for number in (1, 2, 3)]
    assert all(set(NEEDED) <= set(parts) for parts in page.evaluate(KEPT_PARTS))


TALKATIVE: Final = """async () => {
  const { parts } = (await spreekkamer.meeting.sheets())["proef-eigen"];
  parts.forEach((part) => { part[1] = Array(9).fill("Samen keken we wat er nog kon."); });
}"""


def test_a_sheet_says_which_card_was_cut(page: Page, built: Built) -> None:
    opened(page, built.address("search"))
    page.evaluate(TALKATIVE)
    keep(page, "rotterdam-werkloont", "proef-eigen")
    printed_only(page)
    page.emulate_media(media="print")
    line = page.locator("[data-shortened]")
    assert line.inner_text() == NL("pages.sheet.shortened-some", cards="2")
    page.emulate_media(media="screen")
    page.evaluate("spreekkamer.meeting.remove('rotterdam-werkloont')")
    page.evaluate(TALKATIVE.replace("Array(9)", "Array(30)"))
    printed_only(page)
    page.emulate_media(media="print")
    assert line.inner_text() == NL("pages.sheet.shortened-one")


def test_columns_are_equally_wide(page: Page, built: Built) -> None:
    opened(page, built.address("search"))
    keep(page, "example-told-him-i-passed-it-on", "tilburg-trust", "proef-eigen")
    printed_only(page)
    page.emulate_media(media="print")
    columns = page.locator(".sk-sheet__cards").evaluate(
        "each => getComputedStyle(each).gridTemplateColumns.split(' ').map(parseFloat)"
    )
    assert max(columns) - min(columns) < 1


def test_a_short_lesson_keeps_its_second_sentence(page: Page, built: Built) -> None:
    opened(page, built.address("search"))
    keep(page, "den-haag-young-perspective-fund", "den-haag-ips", "tilburg-trust")
    printed_only(page)
    page.emulate_media(media="print")
    lesson = page.locator(".sk-sheet__card", has_text="schulden opkopen")
    shown = lesson.locator("[data-part=what_worked] p").inner_text()
    assert len(re.findall(r"[.!?](?:\s|$)", shown)) >= 2


def test_a_sheet_has_the_day_and_nothing_of_what_was_typed(page: Page, built: Built) -> None:
    page.clock.install(time=DAY)
    opened(page, f"{built.address('search')}?q=schulden+van+Jansen")
    keep(page, "proef-eigen")
    printed_only(page)
    page.emulate_media(media="print")
    text = page.locator(".sk-sheet").inner_text()
    assert NL("pages.sheet.day", day="2 november 2026") in text
    assert "Jansen" not in text


def test_a_question_on_a_sheet_says_which_card_asks_it(page: Page, built: Built) -> None:
    opened(page, built.address("search"))
    keep(page, "rotterdam-werkloont", "proef-eigen")
    printed_only(page)
    page.emulate_media(media="print")
    asked = [each.inner_text() for each in page.locator(".sk-sheet li").all()]
    assert asked == [
        NL("pages.sheet.question-1"),
        f"{NL('pages.sheet.about', number=2)} Wanneer zet jij werk voor de taal?",
        NL("pages.sheet.question-3"),
    ]


def test_titles_stand_on_one_line_and_an_open_question_below(page: Page, built: Built) -> None:
    opened(page, built.address("search"))
    keep(page, "question-one-comes-the-other-never", "example-tight-weekly-plan", "proef-eigen")
    printed_only(page)
    page.emulate_media(media="print")
    tops = page.locator(".sk-sheet h3").evaluate_all(
        "all => all.slice(0, 3).map((e) => Math.round(e.getBoundingClientRect().top))"
    )
    assert tops[0] == tops[1] < tops[2]


def test_the_sheet_is_black_on_white_in_the_dark_too(browser: Browser, built: Built) -> None:
    with a_page(browser, color_scheme="dark") as page:
        page.add_init_script(NO_DIALOG)
        opened(page, built.address("search"))
        keep(page, "proef-eigen", "rotterdam-werkloont")
        page.locator("[data-print]").click()
        page.wait_for_function("window.printed")
        page.emulate_media(media="print")
        script = "all => [...new Set(all.map((each) => getComputedStyle(each).color))]"
        colours = page.eval_on_selector_all(".sk-sheet *", script)
        greys = [set(re.findall(r"\d+", each)[:3]) for each in colours]
        assert all(len(grey) == 1 for grey in greys), colours
        page.add_script_tag(content=AXE.read_text(encoding="utf-8"))
        assert page.evaluate(JUDGE, {"runOnly": ["wcag2a", "wcag2aa"]}) == []


def test_without_a_sheet_the_page_prints_what_was_asked_and_found(page: Page, built: Built) -> None:
    opened(page, f"{built.address('search')}?q=schulden&result=worked")
    asked = page.locator("[data-paper]")
    assert not asked.is_visible()
    page.emulate_media(media="print")
    assert page.locator("[data-results]").is_visible()
    assert not page.locator("[data-sheets]").is_visible()
    assert asked.inner_text() == "Gezocht op: schulden. Filters: Werkte."


@pytest.mark.parametrize("kind", ["search with results", "search without results", "practice card"])
def test_nothing_to_press_is_printed(page: Page, built: Built, kind: str) -> None:
    opened(page, built.address(kind))
    if kind == "search with results":
        page.locator("[data-facets] input").first.check()
    page.emulate_media(media="print")
    assert page.locator(":is(button, input, .sk-button):visible").count() == 0


def test_a_sheet_that_cannot_be_loaded_says_so(page: Page, built: Built) -> None:
    page.route("**/sheets-data.js", lambda route: route.abort())
    opened(page, built.address("search with results"))
    keep(page, "proef-eigen")
    page.locator("[data-print]").click()
    page.wait_for_function("document.querySelector('[data-print-failed]').textContent")
    page.unroute("**/sheets-data.js")
    page.locator("[data-print]").click()
    page.wait_for_function("window.printed")


# Three cards that differ.


def proposed(page: Page, built: Built, query: str) -> list[str]:
    """Search, ask for three cards, and return their ids."""
    opened(page, f"{built.address('search')}?{query}")
    page.locator("[data-pick]").click()
    links = page.locator("[data-picked] li a").all()
    return [Path(each.get_attribute("href") or "").stem for each in links]


def test_three_cards_show_both_sides_and_one_that_did_not_work(page: Page, built: Built) -> None:
    ids = proposed(page, built, "q=schulden+wil+niet+werken")
    assert focused(page, "#picked")
    cards = [built.library.cards[each] for each in ids]
    assert len(cards) == 3
    assert page.locator("#picked").inner_text() == NL("pages.meeting.picked-three")
    assert cards[0].dilemma == cards[1].dilemma
    assert cards[0].side != cards[1].side
    assert any(card.result == "did-not-work" for card in cards)
    page.locator("[data-keep-picked]").click()
    assert listed(page) == [card.id for card in cards]
    assert focused(page, "[data-meeting] h2")


@pytest.mark.parametrize(
    ("query", "among"),
    [
        (
            "komt niet op afspraak",
            {"example-tight-weekly-plan", "question-one-comes-the-other-never"},
        ),
        ("komt niet opdagen", {"example-tight-weekly-plan", "question-one-comes-the-other-never"}),
        (
            "schulden wil niet werken",
            {"den-haag-young-perspective-fund", "example-told-the-whole-story"},
        ),
        ("jongere psychische klachten", {"den-haag-ips", "question-months-on-a-waiting-list"}),
    ],
)
def test_what_fits_the_words_best_is_among_the_three(
    page: Page, built: Built, query: str, among: set[str]
) -> None:
    """Published cards went before what was asked for: the words were forgotten."""
    assert among <= set(proposed(page, built, f"q={query}"))


def test_the_other_side_comes_from_all_cards_and_sides_are_named(page: Page, built: Built) -> None:
    ids = proposed(page, built, "q=komt niet opdagen")
    cards = [built.library.cards[each] for each in ids]
    assert [(card.dilemma, card.side) for card in cards[:2]] == [
        ("room-steer", "steer"),
        ("room-steer", "room"),
    ]
    lines = page.locator("[data-picked] li").all_inner_texts()
    assert lines[0].startswith("Sturing (werkte niet): ")
    assert NL("choices.card.kind.example") in lines[0]
    assert lines[1].startswith("Ruimte: ")
    assert page.locator("[data-missing]").inner_text() == ""


def test_a_proposed_card_tells_its_kind_its_year_and_what_came_of_it(
    page: Page, built: Built
) -> None:
    """Who kept three cards did not know that one was from 2016, nor that its rules had changed."""
    ids = proposed(page, built, "q=schulden")
    for ident, item in zip(ids, page.locator("[data-picked] li").all(), strict=True):
        card = built.library.cards[ident]
        told = item.inner_text()
        assert NL(f"choices.card.kind.{card.kind}") in told
        assert card.period.partition("-")[0] in told
        assert card.result and NL(f"choices.card.result.{card.result}") in told
        notices = freshness.of_card(card, built.library.law_changes.values(), date.today())
        changed = any(notice.kind == "law" for notice in notices)
        assert item.locator("[data-law]").is_visible() == changed


def about(page: Page) -> list[str]:
    return page.locator("[data-picked] [data-about]").all_inner_texts()


def test_each_proposed_card_says_what_it_has_of_the_words(page: Page, built: Built) -> None:
    """Nobody knew why a card stood there that is about something else.

    Words that led to a tag were said to be in a card that has none of them.
    """
    no_show = NL("pages.meeting.about-names", names="Komt niet opdagen")
    proposed(page, built, "q=man 58 komt niet opdagen")
    assert about(page) == [no_show, NL("pages.meeting.about-other"), no_show]
    cards = [built.library.cards[each] for each in proposed(page, built, "q=schulden rijbewijs")]
    told = dict(zip([card.id for card in cards], about(page), strict=True))
    for card in cards:
        debts = "debts" in card.tag_ids
        assert (built.library.tags["debts"].label["nl"] in told[card.id]) == debts
        assert ("rijbewijs" in told[card.id]) == ("rijbewijs" in str(card))


def test_a_card_outside_the_filters_says_so(page: Page, built: Built) -> None:
    ids = proposed(page, built, "result=worked&q=jongere")
    results = [built.library.cards[each].result == "worked" for each in ids]
    outside = [NL("pages.meeting.about-outside") not in each for each in about(page)]
    assert results == outside == [True, False, True]
    missing = page.locator("[data-missing]")
    assert missing.inner_text() == NL("pages.meeting.no-wrong-filtered")
    # The filter hides it: nobody is asked to write what may be there.
    assert missing.get_by_role("link").count() == 0
    proposed(page, built, "noticed=no-show")
    assert about(page) == ["", NL("pages.meeting.about-outside"), ""]


@pytest.mark.parametrize("query", ["q=loon afspraken", "q=taal deeltijd", "q=wonen rust"])
def test_what_did_not_work_among_the_results_is_proposed(
    page: Page, built: Built, query: str
) -> None:
    """That there was none was said beside a result with that mark, which had fewer of the words."""
    ids = proposed(page, built, query)
    assert "did-not-work" in [built.library.cards[each].result for each in ids]
    assert page.locator("[data-missing]").inner_text() == ""


def test_what_was_kept_is_not_said_to_be_missing(page: Page, built: Built) -> None:
    opened(page, f"{built.address('search')}?result=worked&q=jongere")
    keep(page, "example-five-loose-steps")
    page.locator("[data-pick]").click()
    assert page.locator("[data-missing]").inner_text() == ""


@pytest.mark.parametrize("number", [1, 2])
def test_kept_cards_are_filled_up_to_three_that_differ(
    page: Page, built: Built, number: int
) -> None:
    """Beside two kept cards stood three others, and they were printed on two sheets."""
    opened(page, f"{built.address('search')}?q=schulden wil niet werken")
    pick = page.locator("[data-pick]")
    assert pick.inner_text() == NL("pages.meeting.pick")
    own = ["eindhoven-bouwdepot", "den-haag-young-perspective-fund"][:number]
    keep(page, *own)
    assert pick.inner_text() == NL("pages.meeting.pick-more")
    pick.click()
    word, button = {1: ("two", "keep-picked"), 2: ("one", "keep-picked-one")}[number]
    assert page.locator("#picked").inner_text() == NL(f"pages.meeting.picked-more-{word}")
    store = page.locator("[data-keep-picked]")
    assert store.inner_text() == NL(f"pages.meeting.{button}")
    store.click()
    assert not page.locator("[data-picked]").is_visible()
    ids = listed(page)
    assert len(ids) == 3
    assert ids[:number] == own
    cards = [built.library.cards[each] for each in ids]
    assert {card.side for card in cards} >= {"life-first", "work-now"}
    assert number == 2 or "did-not-work" in [card.result for card in cards]
    assert pick.inner_text() == NL("pages.meeting.pick")
    printed_only(page)
    assert page.locator(".sk-sheet").count() == 1


def test_what_differs_already_is_kept_and_what_did_not_work_is_added(
    page: Page, built: Built
) -> None:
    opened(page, f"{built.address('search')}?q=schulden wil niet werken")
    keep(page, "eindhoven-bouwdepot", "den-haag-ips")
    page.locator("[data-pick]").click()
    [line] = page.locator("[data-picked] li").all_inner_texts()
    assert line.startswith(NL("pages.meeting.why-wrong"))


def test_a_proposal_holds_nothing_that_is_kept(page: Page, built: Built) -> None:
    ids = proposed(page, built, "q=schulden wil niet werken")
    for number in (1, 2, 3):
        keep(page, ids[number - 1])
        links = page.locator("[data-picked] li a").all()
        shown = [Path(each.get_attribute("href") or "").stem for each in links]
        assert not set(shown) & set(ids[:number])
        assert len(shown) == 3 - number % 3


def test_filters_do_not_make_the_proposal_forget_the_words(page: Page, built: Built) -> None:
    """Over fifty, none of the three was about not showing up."""
    ids = proposed(page, built, "q=man 58 komt niet opdagen&situation=age-50-plus")
    no_show = [each for each in ids if "no-show" in built.library.cards[each].tag_ids]
    assert no_show
    line = about(page)[ids.index(no_show[0])]
    assert NL("pages.meeting.about-names", names="Komt niet opdagen") in line
    assert NL("pages.meeting.about-outside") in line


def test_escape_leaves_the_proposal(page: Page, built: Built) -> None:
    assert proposed(page, built, "q=schulden")
    page.keyboard.press("Escape")
    assert not page.locator("[data-picked]").is_visible()
    assert focused(page, "[data-pick]")


def test_beside_a_card_in_between_stand_both_sides(page: Page, built: Built) -> None:
    """The third was about another dilemma, while a card of the other side was there."""
    ids = proposed(page, built, "q=statushouder wil opleiding geen baan")
    cards = [built.library.cards[each] for each in ids]
    assert {card.dilemma for card in cards} == {"work-training"}
    assert cards[0].side == "between"
    assert {card.side for card in cards[1:]} == {"work-first", "training-first"}


def test_cards_that_stand_there_already_are_not_proposed(page: Page, built: Built) -> None:
    opened(page, f"{built.address('search')}?dilemma=more-less-attention&result=did-not-work")
    assert page.locator("[data-results] [data-card]").count() == 1
    page.locator("[data-pick]").click()
    ids = [*page.locator("[data-picked] li a").all()]
    assert len(ids) > 1
    opened(page, f"{built.address('search')}?dilemma=allowed-needed")
    assert page.locator("[data-results] [data-card]").count() == 2
    assert not page.locator("[data-pick]").is_visible()


def test_what_is_missing_is_said_and_can_be_written(page: Page, made: Made) -> None:
    opened(page, made.address(f"zoeken.html?dilemma={extreme.FULL_DILEMMA}"))
    page.locator("[data-pick]").click()
    missing = page.locator("[data-missing]")
    # The label that `extreme` gives to the side that nobody chose.
    assert NL("pages.meeting.no-other", side="2: x") in missing.inner_text()
    link = missing.get_by_role("link").first
    assert link.get_attribute("href") == "schrijven.html"
    page.locator("[data-close-picked]").click()
    assert focused(page, "[data-pick]")


# Afterwards.


def kept_before(page: Page, address: str, *ids: str, day: str = "2026-11-01") -> None:
    """Open the start page on 2 November with cards kept on a day before."""
    page.clock.install(time=DAY)
    page.goto(address)
    kept = json.dumps([[each, day] for each in ids])
    page.evaluate(f"kept => localStorage.setItem('{KEY}', kept)", kept)
    page.reload()


def test_the_start_page_asks_how_it_went_the_day_after(page: Page, built: Built) -> None:
    kept_before(page, built.address("start"), "proef-eigen", day="2026-11-02")
    assert page.evaluate("spreekkamer.meeting.all().length") == 1
    assert not page.locator("[data-after]").is_visible()
    page.clock.set_fixed_time("2026-11-03T08:00:00")
    page.reload()
    page.wait_for_selector("[data-after]:not([hidden])")
    assert (
        page.locator("[data-after] a").first.inner_text()
        == built.library.cards["proef-eigen"].title
    )


def test_the_same_choice_leads_to_the_card_with_the_lines_of_a_try(
    page: Page, built: Built
) -> None:
    kept_before(page, built.address("start"), "rotterdam-werkloont")
    button = page.locator("[data-answer=alike]")
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-expanded") == "true"
    page.locator(".sk-lines summary").click()
    lines = page.locator(".sk-lines details code").inner_text()
    assert lines.split() == [
        *("tries:", "-", "period:", "2026-Q4", "result:", "confirms", "note:", "''"),
    ]
    address = page.locator("[data-forge]").get_attribute("href")
    assert address == (
        "https://voorbeeld.nl/spreekkamer/edit/main/learnings/cards/rotterdam-werkloont.yml"
    )
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(".sk-lines details [data-copy]").click()
    status = page.locator(".sk-lines details [role=status]")
    page.wait_for_function("document.querySelector('.sk-lines details [role=status]').textContent")
    assert status.inner_text() == NL("pages.after.copied")
    assert page.evaluate("getSelection().toString()").strip() == lines.strip()


def test_a_card_with_tries_gets_only_the_new_one(page: Page, built: Built) -> None:
    kept_before(page, built.address("start"), "proef-eigen")
    page.locator("[data-answer=alike]").click()
    page.locator(".sk-lines summary").click()
    assert "tries:" not in page.locator(".sk-lines details code").inner_text()
    assert NL("pages.after.alike-more") in page.locator(".sk-lines").inner_text()


def test_another_choice_begins_a_card_of_the_other_side(page: Page, built: Built) -> None:
    kept_before(page, built.address("start"), "rotterdam-werkloont")
    page.locator("[data-answer=otherwise]").click()
    page.locator(".sk-lines summary").click()
    lines = page.locator(".sk-lines details code").inner_text()
    assert "dilemma: work-training\nside: training-first\n" in lines
    assert "- card: rotterdam-werkloont" in lines
    named = set(re.findall(r"^([a-z_]+):", lines, re.MULTILINE))
    needed = {name for name, field in CARD.fields.items() if field.always}
    assert needed <= named <= set(CARD.fields)
    assert page.locator("[data-forge]").get_attribute("href") == (
        "https://voorbeeld.nl/spreekkamer/new/main/learnings/cards"
    )


def test_the_button_that_takes_a_card_off_the_list_says_so(page: Page, built: Built) -> None:
    kept_before(page, built.address("start"), "proef-eigen")
    title = built.library.cards["proef-eigen"].title
    name = f"Haal weg uit Mijn gesprek {NL('pages.after.about', title=title)}"
    assert page.get_by_role("button", name=name).count() == 1


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1280, 800)])
def test_how_it_went_is_asked_in_the_first_screen(
    browser: Browser, built: Built, width: int, height: int
) -> None:
    with a_page(browser, width, height) as page:
        kept_before(page, built.address("start"), "proef-eigen")
        page.wait_for_selector("[data-after] li")
        box = page.locator("[data-answer]").first.bounding_box()
        assert box and box["y"] + box["height"] < height
        chips = page.locator(".sk-hero > .sk-chips").bounding_box()
        assert chips and chips["y"] > box["y"]


def test_away_with_it_takes_a_card_off_the_list(page: Page, built: Built) -> None:
    kept_before(page, built.address("start"), "proef-eigen", "rotterdam-werkloont")
    page.locator("[data-away]").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelectorAll('[data-after] li').length === 1")
    assert [ident for ident, _ in stored(page)] == ["rotterdam-werkloont"]
    assert focused(page, "[data-after] button")
    told = page.locator("[data-gone]")
    assert told.inner_text() == NL(
        "pages.after.gone", title=built.library.cards["proef-eigen"].title
    )
    page.locator("[data-away]").click()
    page.wait_for_function("document.querySelectorAll('[data-after] li').length === 0")
    assert stored(page) is None
    assert focused(page, "[data-back]")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-after] li")
    assert [ident for ident, _ in stored(page)] == ["rotterdam-werkloont"]
    assert focused(page, "#after")


@pytest.mark.parametrize(
    ("ident", "kind"),
    [("question-one-comes-the-other-never", "question"), ("example-five-loose-steps", "example")],
)
def test_what_nobody_went_through_is_not_asked_how_it_went(
    page: Page, built: Built, ident: str, kind: str
) -> None:
    kept_before(page, built.address("start"), ident)
    item = page.locator("[data-after] li")
    assert NL(f"pages.after.{kind}") in item.inner_text()
    assert page.locator("[data-answer]").count() == 0
    assert item.locator("a.sk-button").get_attribute("href") == "schrijven.html"


@pytest.mark.parametrize(
    ("settings", "beginning"),
    [
        ("    contact: kaarten@voorbeeld.nl\n", "mailto:kaarten@voorbeeld.nl?subject="),
        ("    contact: https://voorbeeld.nl/contact\n", "https://voorbeeld.nl/contact"),
        ("", "schrijven.html#send"),
    ],
)
def test_without_a_forge_the_lines_go_by_mail_or_as_the_page_says(
    page: Page, tmp_path: Path, settings: str, beginning: str
) -> None:
    extreme.plausible(tmp_path / "learnings", 2)
    folder = build_here(
        configure(tmp_path, settings=f"    language: nl\n{settings}"), tmp_path / "site"
    )
    kept_before(page, f"{folder.as_uri()}/index.html", "plausible-0")
    page.locator("[data-answer=alike]").click()
    link = page.locator(".sk-lines a").get_attribute("href") or ""
    assert link.startswith(beginning)
    assert ("Wat%20ik%20zag%3A" in link) == link.startswith("mailto:")
    assert "confirms" not in link
    shown = page.locator(".sk-lines").inner_text()
    assert "Hielp het (ja, een beetje, nee):" in shown
    assert "confirms" not in shown


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_in_what_is_asked_afterwards(
    browser: Browser, built: Built, width: int
) -> None:
    with a_page(browser, width, reduced_motion="reduce") as page:
        page.add_init_script(AXE.read_text(encoding="utf-8"))
        kept_before(page, built.address("start"), "proef-eigen", "rotterdam-werkloont")
        for number, answer in enumerate(("alike", "otherwise")):
            page.locator(f"[data-answer={answer}]").nth(number).click()
        options = test_search_page.test_accessibility.OPTIONS
        assert page.evaluate(JUDGE, options) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


# The data of the sheets.


def sheets_of(*cards: Any, language: str = "nl") -> dict[str, Any]:
    script = Sheets(a_library(*cards), texts.load(language), lambda path: f"x/{path}").script()
    found: dict[str, Any] = json.loads(script.partition(" = ")[2].rstrip(";\n"))["cards"]
    return found


def test_every_part_is_there_by_sentence() -> None:
    card = a_card("deze", **dict.fromkeys(PARTS, "Samen keken we wat er kon. En dan nu!"))
    found = sheets_of(card)["deze"]["parts"]
    assert found == [[name, ["Samen keken we wat er kon.", "En dan nu!"]] for name in PARTS]


@pytest.mark.parametrize(("today", "said"), [(date(2025, 12, 31), False), (date(2026, 1, 1), True)])
def test_a_sheet_says_when_the_rules_of_a_card_have_changed(today: date, said: bool) -> None:
    reading = check_folder(ROOT / "learnings", "learnings", NL)
    assert reading.library
    script = Sheets(reading.library, NL, lambda path: None, today).script()
    card = json.loads(script.partition(" = ")[2].rstrip(";\n"))["cards"]["den-bosch-earnings-bonus"]
    assert card["law"] == (NL("pages.sheet.law", day="1 januari 2026") if said else "")


def test_the_data_of_a_sheet_names_the_other_side_and_where_to_change_the_card() -> None:
    found = sheets_of(a_card("a"), a_card("b", side="between"), a_question("c", question="Wat nu?"))
    assert [found[each]["other"] for each in "abc"] == ["work-first", "", ""]
    assert found["a"]["edit"] == "x/learnings/cards/a.yml"
    assert found["c"]["question"] == "Wat nu?"
    assert [name for name, _ in found["c"]["parts"]] == ["situation"]
    assert sheets_of(a_card("a"), language="en")["a"]["lang"] == "nl"


def test_the_data_of_the_sheets_is_one_script_whatever_is_in_it(built: Built) -> None:
    strange = "</script>\u2028<b>'\"\\"
    library = a_library(a_card("deze", title=strange))
    script = Sheets(library, NL, lambda path: None).script()
    assert "\u2028" not in script
    assert json.loads(script.partition(" = ")[2].rstrip(";\n"))["cards"]["deze"]["title"] == strange
    assert (
        (built.folder / SHEETS_DATA)
        .read_text(encoding="utf-8")
        .startswith("window.spreekkamerSheets = ")
    )
