"""The association's name at the top of every page, where there is little room for large letters."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import served
from tests.browser.measures import TEXT_TWICE_AS_LARGE, faults
from tests.worlds import World

#: The pieces of a name, as the lines divide it; a line may hold several.
_LINES = """() => {
  const text = document.querySelector('.brand__name').firstChild;
  const lines = [];
  let above = null;
  for (let index = 0; index < text.length; index += 1) {
    if (text.data[index] === '\\u00ad') continue;
    const range = document.createRange();
    range.setStart(text, index);
    range.setEnd(text, index + 1);
    // A letter behind a hyphen has a second box, of the hyphen, on the line above.
    const top = [...range.getClientRects()].at(-1).top;
    if (above === null || Math.abs(top - above) > 5) lines.push('');
    above = top;
    lines[lines.length - 1] += text.data[index];
  }
  return lines.map((line) => line.trim());
}"""
_VIEWS = [(320, ""), (360, ""), (320, TEXT_TWICE_AS_LARGE), (640, TEXT_TWICE_AS_LARGE)]


@pytest.fixture(
    scope="module", params=["Mütterzentrum Dortmund", "Nachbar&shy;schafts&shy;haus Ost"]
)
def header(
    request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, dict[str, list[str]], dict[str, dict[str, list[str]]]]:
    """A name; by view its lines, and what is wrong there."""
    world = World(tmp_path_factory.mktemp("header"))
    path: Path = world.content / "data/association.yaml"
    name = f"short_name: {request.param}"
    path.write_text(path.read_text("utf-8").replace("short_name: Kleiner Verein", name), "utf-8")
    assert world.build() == 0
    lines, wrong = {}, {}
    with served(world.output) as address:
        page: Page = browser.new_page()
        page.goto(address + "/")
        for width, css in _VIEWS:
            page.set_viewport_size({"width": width, "height": 900})
            style = page.add_style_tag(content=css or " ")
            view = f"{width}{' twice as large' if css else ''}"
            lines[view] = page.evaluate(_LINES)
            wrong[view] = faults(page, "too wide", "cut off", "out of its box")
            style.evaluate("(style) => style.remove()")
        page.close()
    return request.param, lines, wrong


def test_a_name_is_whole_or_divided_where_its_words_are(header) -> None:
    name, by_view, _wrong = header
    pieces = name.replace("&shy;", " ").split()
    for view, lines in by_view.items():
        left = list(pieces)
        for line in lines:
            rest = line.replace(" ", "")
            while rest:
                piece = left.pop(0)
                assert rest.startswith(piece), (view, lines)
                rest = rest.removeprefix(piece)


def test_nothing_sticks_out_or_is_cut_off(header) -> None:
    _name, _lines, wrong = header
    assert not [(view, found) for view, found in wrong.items() if any(found.values())]


def test_the_button_of_the_menu_is_below_a_name_that_needs_the_line(
    browser: Browser, tmp_path: Path
) -> None:
    world = World(tmp_path)
    assert world.build() == 0
    with served(world.output) as address:
        page = browser.new_page(viewport={"width": 320, "height": 900})
        page.goto(address + "/")
        beside = page.locator(".menu__button").bounding_box()
        page.add_style_tag(content=TEXT_TWICE_AS_LARGE)
        below = page.locator(".menu__button").bounding_box()
        name = page.locator(".brand__name").bounding_box()
        page.close()
    assert None not in (beside, below, name)
    assert beside["y"] < 40 < below["y"]
    assert below["y"] >= name["y"] + name["height"]
