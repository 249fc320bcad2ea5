"""Photographs on a telephone: what they weigh, and the large view of a gallery."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response

from tests.browser import axe
from tests.browser.conftest import served
from tests.browser.shifts import moved, read_to_the_end, watch
from tests.browser.widths import WIDTHS, WINDOWS
from tests.photographs import photograph_file
from tests.worlds import World

COUNT = 20
#: Bytes of a page that is read to its end, at 360 pixels with two to the point.
LEAD, GALLERY = 100_000, 400_000
#: Requests of a page without a gallery.
MOST_REQUESTS = 12
PARTY, VISIT = "/aktuelles/2026/fest/", "/aktuelles/2026/besuch/"
_SIZES = [(800, 600), (600, 800), (800, 500), (700, 700), (800, 360)]

# Of each row how far its pictures begin and end from one another, in pixels.
_ROWS = """() => { const rows = new Map();
  for (const one of document.querySelectorAll('.gallery__link')) {
    const box = one.getBoundingClientRect();
    const key = Math.round(box.top);
    rows.set(key, [...(rows.get(key) ?? []), box]);
  }
  return [...rows.values()].map((row) => [row.length, Math.max(...row.map((box) => box.height))
    - Math.min(...row.map((box) => box.height)), row.at(-1).right - row[0].left]); }"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    world = World(tmp_path_factory.mktemp("gallery"))
    folder = "aktuelles/2026-03-08-fest"
    lines = ""
    for number in range(COUNT):
        world.write(
            f"{folder}/bilder/IMG_{number}.jpg",
            photograph_file(number, *_SIZES[number % len(_SIZES)]),
        )
        lines += f"      - {{file: IMG_{number}.jpg, alt: 'Das Fest, Bild {number}'}}\n"
    lines = lines.replace("Bild 1'}", "Bild 1', caption: Die Band}", 1)
    world.news(
        "Es war schön.\n",
        head="gallery:\n  - folder: bilder/\n    credit: 'Fotos: Erika'\n    people: keine\n"
        f"    pictures:\n{lines}",
    )
    world.write("aktuelles/2026-03-09-besuch/foto.jpg", photograph_file(99, 1600, 1200))
    world.write(
        "aktuelles/2026-03-09-besuch/index.md",
        "---\ntitle: Besuch\ndate: 2026-03-09\nsummary: S.\nimage: {file: foto.jpg, alt: Ein Hof, "
        "credit: E, people: keine}\n---\n" + "Ein Satz mit einigen Worten darin. " * 60,
    )
    assert world.build() == 0
    return world.output


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as found:
        yield found


@pytest.fixture(scope="module")
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 360, "height": 740},
        device_scale_factor=2,
        has_touch=True,
        bypass_csp=True,
    )
    page = context.new_page()
    watch(page)
    yield page
    context.close()


@pytest.fixture
def gallery(phone: Page, address: str) -> Page:
    phone.goto(address + PARTY)
    return phone


def read(page: Page, address: str, site: Path) -> dict[str, int]:
    """Read a page to its end; return the bytes of all that travelled, as Apache would send it."""
    weights: dict[str, int] = {}

    def weigh(answer: Response) -> None:
        name = answer.url.split("/", 3)[3] or "index.html"
        path = site / (f"{name}index.html" if name.endswith("/") else name)
        small = path.with_name(f"{path.name}.br")
        weights[name] = (small if small.exists() else path).stat().st_size

    page.on("response", weigh)
    page.goto(address)
    read_to_the_end(page)
    page.remove_listener("response", weigh)
    return weights


def test_a_page_with_a_photograph_costs_little_and_nothing_in_it_moves(
    phone: Page, address: str, site: Path
) -> None:
    weights = read(phone, address + VISIT, site)
    assert sum(weights.values()) <= LEAD, weights
    assert len(weights) <= MOST_REQUESTS
    assert moved(phone) == 0
    phone.route("**/*.woff2", lambda route: route.abort())
    read(phone, address + VISIT, site)
    assert moved(phone) == 0
    phone.unroute("**/*.woff2")


def test_twenty_photographs_cost_less_than_one_from_a_camera(
    phone: Page, address: str, site: Path
) -> None:
    weights = read(phone, address + PARTY, site)
    assert len([name for name in weights if name.startswith("bilder/")]) == COUNT
    assert sum(weights.values()) <= GALLERY, weights
    assert moved(phone) == 0


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_the_rows_of_a_gallery_are_even(gallery: Page, width: int) -> None:
    gallery.set_viewport_size({"width": width, "height": 740})
    *rows, _last = gallery.evaluate(_ROWS)
    room = gallery.locator(".gallery__rows").bounding_box()
    gallery.set_viewport_size({"width": 360, "height": 740})
    assert room is not None
    assert len(rows) > 2
    for _count, uneven, wide in rows:
        assert uneven == pytest.approx(0, abs=0.5)
        assert wide == pytest.approx(room["width"], abs=2)


def shown(page: Page) -> str:
    return page.locator(".viewer__words").inner_text()


def test_the_large_view_goes_on_by_keys_and_leads_back(gallery: Page) -> None:
    first = gallery.locator(".gallery__link").first
    first.focus()
    gallery.keyboard.press("Enter")
    dialog = gallery.get_by_role("dialog", name="Bilder")
    assert dialog.is_visible()
    assert shown(gallery) == f"Bild 1 von {COUNT}: Das Fest, Bild 0"
    gallery.keyboard.press("ArrowRight")
    # It is announced, and says what stands below the picture where something does.
    assert gallery.get_by_role("status").inner_text() == f"Bild 2 von {COUNT}: Die Band"
    gallery.keyboard.press("ArrowLeft")
    gallery.keyboard.press("ArrowLeft")
    assert shown(gallery).startswith(f"Bild {COUNT} von {COUNT}")
    assert dialog.locator("img").get_attribute("alt") == f"Das Fest, Bild {COUNT - 1}"
    gallery.keyboard.press("Escape")
    assert not dialog.is_visible()
    gallery.wait_for_function(
        f"[...document.querySelectorAll('.gallery__link')].indexOf(document.activeElement) "
        f"=== {COUNT - 1}"
    )


def test_the_large_view_has_buttons_for_a_thumb(gallery: Page) -> None:
    gallery.locator(".gallery__link").nth(2).tap()
    for name, number in (("Weiter", 4), ("Zurück", 3)):
        button = gallery.get_by_role("button", name=name, exact=True)
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 44
        button.tap()
        assert shown(gallery).startswith(f"Bild {number} von")
    assert axe.violations(gallery) == []
    gallery.get_by_role("button", name="Schließen").tap()
    assert not gallery.locator(".viewer").is_visible()


_SWIPE = """([start, end]) => { const box = document.querySelector('.viewer');
  const at = (x) => new Touch({identifier: 1, target: box, clientX: x, clientY: 300});
  box.dispatchEvent(new TouchEvent('touchstart', {touches: [at(start)]}));
  box.dispatchEvent(new TouchEvent('touchend', {changedTouches: [at(end)]})); }"""


@pytest.mark.parametrize(("direction", "left", "right"), [("ltr", 3, 1), ("rtl", 1, 3)])
def test_a_swipe_goes_on_in_the_direction_of_reading(
    phone: Page, address: str, site: Path, direction: str, left: int, right: int
) -> None:
    html = (site / PARTY.strip("/") / "index.html").read_text("utf-8")
    body = html.replace('dir="ltr"', f'dir="{direction}"', 1)
    phone.route(address + PARTY, lambda route: route.fulfill(body=body, content_type="text/html"))
    phone.goto(address + PARTY)
    phone.unroute(address + PARTY)
    for start, end, number in ((300, 290, 2), (300, 100, left), (100, 300, right)):
        phone.locator(".gallery__link").nth(1).tap()
        phone.evaluate(_SWIPE, [start, end])
        assert shown(phone).startswith(f"Bild {number} von")
        phone.keyboard.press("Escape")
    key = "ArrowLeft" if direction == "rtl" else "ArrowRight"
    phone.locator(".gallery__link").nth(1).tap()
    phone.keyboard.press(key)
    assert shown(phone).startswith("Bild 3 von")


def test_without_a_script_each_picture_leads_to_its_large_file(
    browser: Browser, address: str, site: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PARTY)
    for link in page.locator(".gallery__link").all():
        href = link.get_attribute("href")
        assert href is not None
        assert (site / href.lstrip("/")).is_file()
    assert not page.locator(".viewer").is_visible()
    context.close()


def test_on_paper_a_gallery_is_a_contact_sheet(gallery: Page) -> None:
    gallery.set_viewport_size({"width": 720, "height": 1000})
    gallery.emulate_media(media="print")
    rows = gallery.evaluate(_ROWS)
    caption = gallery.get_by_text("Die Band", exact=True)
    assert {count for count, _uneven, _wide in rows} == {4}
    assert caption.is_visible()
    gallery.emulate_media(media="screen")
    gallery.set_viewport_size({"width": 360, "height": 740})


def test_a_tile_is_about_as_wide_as_its_page_tells_the_browser(gallery: Page) -> None:
    for width, height in WINDOWS:
        gallery.set_viewport_size({"width": width, "height": height})
        # A tile is filled and cut. The last rows may keep what is left to them.
        tiles = gallery.evaluate(WIDTHS)[-COUNT:-3]
        shares = sorted(said / max(box, high * ratio) for _, said, box, high, ratio in tiles)
        assert shares[0] > 0.65, (width, shares)
        assert 0.85 < shares[len(shares) // 2] < 1.2, (width, shares)
        assert shares[-1] < 1.4, (width, shares)
    gallery.set_viewport_size({"width": 360, "height": 740})
