"""A page on paper: a clean sheet of A4."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import combinations

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page
from pypdf import PageObject, PdfReader

from tests.browser.conftest import served
from tests.browser.visits import NOW
from tests.worlds import World

NEWS_ITEM = "/aktuelles/2022/oberbuergermeister-westphal-zu-besuch/"
OFFER = "/angebote/offener-treff/"
GONE = ["header nav", ".menu__button", "footer", ".skip-link", ".share", ".case", ".tag"]


@pytest.fixture(params=[360, 1280])
def paper(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page as it is printed from a window of that width, which must not matter."""
    size = {"width": request.param, "height": 900}
    page = browser.new_page(viewport=size, color_scheme="dark")  # type: ignore[arg-type]
    page.clock.set_fixed_time(NOW)
    page.emulate_media(media="print")
    yield page
    page.close()


def printed(page: Page) -> PdfReader:
    return PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))


def sheets(page: Page) -> int:
    return len(printed(page).pages)


def words(sheet: PageObject) -> list[tuple[float, float, str]]:
    """Where each run of text begins, from the left and from below in points, and the text."""
    found: list[tuple[float, float, str]] = []

    def note(text: str, cm: list[float], tm: list[float], *_font: object) -> None:
        if text.strip():
            # Both matrices scale and move: PDF 32000-1, 9.4.4.
            found.append((tm[4] * cm[0] + cm[4], tm[5] * cm[3] + cm[5], text.strip()))

    sheet.extract_text(visitor_text=note)
    return found


@pytest.mark.parametrize("address", [NEWS_ITEM, OFFER])
def test_what_cannot_be_pressed_on_paper_is_left_out(
    paper: Page, real_address: str, address: str
) -> None:
    paper.goto(real_address + address)
    assert paper.locator("h1").is_visible()
    assert paper.locator(".prose").first.is_visible()
    for selector in GONE:
        assert not any(one.is_visible() for one in paper.locator(selector).all()), selector
    headings = paper.locator("main h2:visible").all_inner_texts()
    assert "Weitersagen" not in headings
    assert "Themen" not in headings


def test_an_offer_is_one_sheet_and_a_news_item_with_two_pictures_two(
    paper: Page, real_address: str
) -> None:
    paper.goto(real_address + OFFER)
    assert sheets(paper) == 1
    paper.goto(real_address + NEWS_ITEM)
    assert sheets(paper) == 2
    paper.goto(real_address + "/aktuelles/2018/bundesministerin-giffey-zu-besuch/")
    assert sheets(paper) == 1


def test_paper_is_white_and_its_ink_black_in_the_dark_scheme_too(
    paper: Page, real_address: str
) -> None:
    paper.goto(real_address + OFFER)
    colors = "one => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]"
    assert paper.locator("body").evaluate(colors) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    # Without the browser's background graphics a yellow tab would be words on a line.
    assert paper.locator(".notice__tab").first.evaluate(colors)[1] == "rgb(255, 255, 255)"


def test_label_and_value_begin_on_one_line(paper: Page, real_address: str) -> None:
    paper.goto(real_address + OFFER)
    off = paper.locator(".facts > dt").evaluate_all(
        """labels => labels.map((label) => {
          const text = (one) => { const range = document.createRange();
            range.selectNodeContents(one); return range.getClientRects()[0].top; };
          return Math.abs(text(label) - text(label.nextElementSibling));
        })"""
    )
    assert len(off) > 3
    assert max(off) < 2


def test_the_sheet_says_where_the_page_stands(paper: Page, real_address: str) -> None:
    paper.goto(real_address + OFFER)
    colophon = paper.locator(".colophon")
    assert colophon.is_visible()
    assert "https://muetterzentrum-dortmund.de/angebote/offener-treff/" in colophon.inner_text()
    paper.emulate_media(media="screen")
    assert not colophon.is_visible()


def test_a_link_to_another_site_is_printed_with_its_address(paper: Page, real_address: str) -> None:
    paper.goto(real_address + "/barrierefreiheit/")
    paper.evaluate(
        "document.querySelector('.prose').insertAdjacentHTML("
        "'beforeend', '<p><a href=\"https://www.example.org/x\">dort</a></p>')"
    )
    after = "one => getComputedStyle(one, '::after').content"
    link = paper.locator(".prose a[href^=http]").last
    assert link.evaluate(after) == '" (" attr(href) ")"' or "example.org" in link.evaluate(after)
    paper.goto(real_address + OFFER)
    inner = paper.locator('.prose a[href^="/"]').first
    assert inner.evaluate(after) == "none"


@pytest.mark.parametrize("address", ["/", NEWS_ITEM, OFFER, "/presse/", "/verein/"])
def test_no_words_lie_on_others_where_a_sheet_ends(
    paper: Page, real_address: str, address: str
) -> None:
    paper.goto(real_address + address)
    for sheet in printed(paper).pages:
        runs = words(sheet)
        assert runs
        for (left, below, text), (other_left, other_below, other) in combinations(runs, 2):
            if abs(left - other_left) < 3:
                # The smallest type has lines of 12 points.
                apart = abs(below - other_below)
                assert apart < 1 or apart > 8, f"{text!r} on {other!r}"


@pytest.mark.parametrize("address", ["/", "/aktuelles/", "/termine/", OFFER, "/kontakt/"])
def test_a_sheet_is_used_in_its_whole_width(paper: Page, real_address: str, address: str) -> None:
    paper.goto(real_address + address)
    wide = paper.evaluate("document.documentElement.clientWidth")
    for wrapper in paper.locator("main .wrapper").locator("visible=true").all():
        box = wrapper.bounding_box()
        assert box is not None
        assert box["width"] == pytest.approx(wide, abs=1)


def test_the_week_is_one_sheet_that_leads_back_to_its_page(paper: Page, real_address: str) -> None:
    paper.goto(real_address + "/wochenplan/")
    assert sheets(paper) == 1
    code = Image.open(BytesIO(paper.locator(".week__code svg").screenshot()))
    assert [found.text for found in zxingcpp.read_barcodes(code)] == [
        "https://muetterzentrum-dortmund.de/wochenplan/"
    ]
    # On a wall it is another day tomorrow.
    assert "Heute" not in printed(paper).pages[0].extract_text()


@pytest.fixture(scope="module")
def full_week(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a house in which forty things take place each week."""
    world = World(tmp_path_factory.mktemp("full"))
    for number in range(40):
        day = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag")[number % 5]
        hour = (9, 10, 14, 16, 19, 9, 15, 17)[number // 5]
        slot = f"{{wochentag: {day}, von: {hour}:30, bis: {hour + 1}:45}}"
        offer = world.offer(slug=f"kurs-{number}")
        text = offer.read_text("utf-8").replace("title: Treff", f"title: Krabbelgruppe {number}")
        offer.write_text(text.replace("schedule: []", f"schedule: [{slot}]"), "utf-8")
    assert world.build() == 0
    with served(world.output) as address:
        yield address


def test_a_full_week_is_one_sheet_as_well(paper: Page, full_week: str) -> None:
    paper.goto(full_week + "/wochenplan/")
    assert paper.locator(".entry:visible").count() == 40
    assert sheets(paper) == 1
