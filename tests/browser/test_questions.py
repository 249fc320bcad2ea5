"""Questions and answers in a browser: unfolded by a press, by a link, and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.browser import axe
from tests.browser.conftest import served
from tests.worlds import World

_OPEN = "[...document.querySelectorAll('.question')].map((one) => one.open)"
_TARGETS = (
    "[...document.querySelectorAll('summary.question__summary')].map((one) => one.clientHeight)"
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    world = World(tmp_path_factory.mktemp("questions"))
    world.news(
        "Lange Vorrede.\n\n" * 40 + "Wo?\n: Im Hof.\n\nWann?\n: Um drei.\n",
        head="questions: [{question: Was kostet es?, answer: Nichts davon.}]",
    )
    assert world.build() == 0
    with served(world.output) as found:
        yield f"{found}/aktuelles/2026/fest/"


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(
        viewport={"width": 360, "height": 740}, bypass_csp=True, reduced_motion="reduce"
    )
    yield page
    page.close()


def test_several_answers_may_be_open_and_each_is_reached_by_a_finger(
    phone: Page, address: str
) -> None:
    phone.goto(address)
    assert phone.evaluate(_OPEN) == [False, False, False]
    assert min(phone.evaluate(_TARGETS)) >= 44
    phone.get_by_text("Wo?").click()
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    assert phone.evaluate(_OPEN) == [True, True, False]
    assert axe.violations(phone) == []


def test_a_link_to_a_question_unfolds_its_answer_and_shows_the_question(
    phone: Page, address: str
) -> None:
    phone.goto("about:blank")
    phone.goto(f"{address}#was-kostet-es")
    assert phone.evaluate(_OPEN) == [False, False, True]
    question = phone.get_by_role("heading", name="Was kostet es?").bounding_box()
    assert question is not None
    assert 0 <= question["y"] < 740


def test_on_paper_every_answer_is_there(phone: Page, address: str) -> None:
    phone.goto(address)
    pages = PdfReader(BytesIO(phone.pdf(format="A4"))).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert [one for one in ("Im Hof.", "Um drei.", "Nichts davon.") if one not in text] == []
