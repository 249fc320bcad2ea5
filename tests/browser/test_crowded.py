"""What the pages do with too much of everything, and with next to nothing."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser

from tests.browser import axe
from tests.browser.measures import LOOKS, MEASURES, TEXT_SPACING, TEXT_TWICE_AS_LARGE, faults
from tests.browser.visits import resize, visits


class View(NamedTuple):
    """A window's width in pixels, and what a visitor has set."""

    width: int
    setting: str = ""
    css: str = ""


# Windows of one width stand together, since changing the width takes longest.
VIEWS = (
    View(320),
    View(320, " with text spacing", TEXT_SPACING),
    View(360),
    View(640, " with large text", TEXT_TWICE_AS_LARGE),
    View(768),
    View(1280),
    View(1280, " with large text", TEXT_TWICE_AS_LARGE),
)
ONE_OF_EACH_TYPE = [
    "/",
    "/404.html",
    "/aktuelles/",
    "/aktuelles/2026/text-mit-allem/",
    "/angebote/",
    "/angebote/alles-auf-einmal/",
    "/ar/aktuelles/2026/willkommen/",
    "/impressum/",
    "/kontakt/",
    "/spenden/",
    "/termine/2027/mehrtagesfest/",
    "/verein/",
]
EXTREMES = [
    "/aktuelles/2026/dreissig-themen/",
    "/aktuelles/2026/ein-buchstabe/",
    "/aktuelles/2026/hochkant/",
    "/aktuelles/2026/neunzig-buchstaben/",
    "/aktuelles/2026/zwoelf-bilder/",
    "/aktuelles/thema/donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenauszahlungsstelle/",
    "/aktuelles/thema/rundbrief/",
    "/aktuelles/thema/rundbrief/seite/2/",
    "/angebote/donaudampfschifffahrt/",
    "/ar/angebote/deutschkurs/",
    "/barrierefreiheit/",
    "/datenschutz/",
    "/mitmachen/",
    "/presse/",
    "/rechtsbehelfsbelehrung/",
    "/termine/",
]
NOTICE = "<div class=notice><div class=notice__tab>Montag</div>"

Found = dict[str, dict[str, list[str]]]


@pytest.fixture(scope="module")
def found(browser: Browser, crowded_address: str, crowded_site: Path) -> Found:
    """What each measure finds, by page and view: pages are opened once for all tests."""
    pages = ONE_OF_EACH_TYPE + EXTREMES
    found: Found = {measure: {} for measure in MEASURES}
    for address, page in visits(browser, crowded_address, crowded_site, 320, only=pages):
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        wrong = {"": faults(page, "empty")}
        # What is extreme in one thing only is measured where there is least room, and where most.
        for view in VIEWS if address in ONE_OF_EACH_TYPE else (VIEWS[1], VIEWS[-1]):
            resize(page, view.width)
            wrong[f" at {view.width}{view.setting}"] = faults(page, *LOOKS, css=view.css)
        for where, by_measure in wrong.items():
            for measure, faulty in by_measure.items():
                found[measure][address + where] = faulty
    return found


def test_no_crowded_page_scrolls_sideways(found: Found) -> None:
    assert not found["too wide"]


def test_no_text_is_cut_off(found: Found) -> None:
    assert not found["cut off"]


def test_the_longest_word_breaks_rather_than_leave_its_box(found: Found) -> None:
    assert not found["out of its box"]


def test_no_column_is_so_narrow_that_words_fall_into_letters(found: Found) -> None:
    assert not found["squeezed"]


def test_no_tab_covers_the_text_of_a_notice(found: Found) -> None:
    assert not found["covered by a tab"]


def test_an_upright_picture_is_no_higher_than_a_screen_and_a_half(found: Found) -> None:
    assert not found["too high a picture"]


def test_no_picture_is_distorted(found: Found) -> None:
    assert not found["distorted"]


def test_no_picture_is_shown_larger_than_it_is(found: Found) -> None:
    assert not found["blown up"]


def test_nothing_is_empty_where_there_is_everything(found: Found) -> None:
    assert not found["empty"]


# On the home page it is a news item and one of the days to come.
@pytest.mark.parametrize(
    ("address", "number"), [("/", 2), ("/aktuelles/", 1), ("/angebote/", 1), ("/presse/", 1)]
)
def test_a_list_names_an_arabic_item_in_arabic(
    browser: Browser, crowded_address: str, address: str, number: int
) -> None:
    page = browser.new_page()
    page.goto(crowded_address + address)
    languages = page.locator("main a[href^='/ar/']").evaluate_all(
        "(links) => links.map((link) => [link.closest('[lang]').lang, link.matches(':dir(rtl)')])"
    )
    page.close()
    assert languages == [["ar", True]] * number


@pytest.mark.needs("axe")
def test_axe_finds_nothing_on_crowded_pages(
    browser: Browser, crowded_address: str, crowded_site: Path
) -> None:
    found = {}
    for address, page in visits(
        browser, crowded_address, crowded_site, 320, only=ONE_OF_EACH_TYPE, script=axe.source()
    ):
        if wrong := axe.violations_of_both(page):
            found[address] = wrong
    assert not found


def test_nothing_is_empty_where_there_is_next_to_nothing(
    browser: Browser, sparse_address: str, sparse_site: Path
) -> None:
    found = {}
    for address, page in visits(browser, sparse_address, sparse_site, 768):
        if wrong := faults(page, "empty"):
            found[address] = wrong
    assert not found


@pytest.mark.parametrize(
    ("measure", "bad"),
    [
        ("too wide", "<p style='width: 400px'>x"),
        ("cut off", "<p style='width: 9px; overflow: hidden'>Nachbarschaft"),
        ("cut off", "<p style='height: 9px; overflow: clip'>zu hoch"),
        ("out of its box", "<p style='width: 50px; margin-left: 100px'>Kindertagespflege"),
        ("out of its box", "<p style='height: 1em'>eins<br>zwei<br>drei"),
        ("squeezed", "<p style='width: 9px; overflow-wrap: anywhere'>Kindertagespflege"),
        ("covered by a tab", NOTICE + "<p style='margin-top: -1em'>Text"),
        ("too high a picture", "<img alt=x style='display: block; height: 9000px'>"),
        ("distorted", "<img alt=x height=50 width=100 style='display: block; height: 100px'>"),
        ("blown up", "<img alt=x height=10 width=10 style='display: block; width: 100px'>"),
        ("empty", "<section><h2>Nichts</h2><ul></ul></section>"),
        ("empty", "<p>None</p>"),
    ],
)
def test_the_measures_would_find_something(browser: Browser, measure: str, bad: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 900})
    page.set_content(f"<!doctype html><html lang=de><title>x</title><main><p>Text.</p>{bad}")
    found = faults(page, measure)
    page.close()
    assert found
