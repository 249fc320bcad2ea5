"""The components as they are drawn, against pictures that somebody has looked at and approved.

After a change that is meant, `pytest tests/browser/test_appearance.py --approve` takes them anew;
the new ones are looked at in the difference of the commit. What the blur swallows is not seen here:
a hairline, a shade.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter
from playwright.sync_api import Browser, Page

from tests.components.examples import COMPONENTS

APPROVED = Path(__file__).parent / "approved"
#: Pixels by which a side may differ: browsers round a line's height in their own ways.
SIDE = 3
#: A channel's difference (of 255) that an eye sees, after a blur that forgives the letters' edges.
SEEN = 32
#: The share of such pixels that is forgiven.
SHARE = 0.002

# The third panel is left out: its Arabic letters come from the machine.
ONLY_OUR_FONT = """.example__panel:nth-child(3) { display: none }
  .example__panels { grid-template-columns: repeat(2, minmax(0, 1fr)) !important }"""


@pytest.fixture(scope="module")
def guide(browser: Browser, preview_address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 800, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.goto(preview_address + "/stilbuch/", wait_until="networkidle")
    page.add_style_tag(content=ONLY_OUR_FONT)
    page.evaluate(
        """async () => {
          document.querySelectorAll('img').forEach((one) => { one.loading = 'eager'; });
          await Promise.all([...document.images].map((one) => one.decode()));
          await document.fonts.ready;
        }"""
    )
    yield page
    context.close()


def taken(guide: Page, component: str) -> Image.Image:
    # Alone, so that it stands on the same pixels whatever components there are above it, and in
    # the list of all.
    guide.evaluate(
        """(shown) => {
          document.querySelector('.style-guide > nav').style.display = 'none';
          document.querySelectorAll('.component').forEach((one) => {
            one.style.display = one.id === shown ? '' : 'none';
          });
        }""",
        component,
    )
    raw = guide.locator(f"#{component}").screenshot(animations="disabled")
    return Image.open(BytesIO(raw)).convert("RGB")


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return the share of pixels that differ visibly; 1 if the sizes do."""
    if any(abs(a - b) > SIDE for a, b in zip(one.size, other.size, strict=True)):
        return 1.0
    size = (min(one.width, other.width), min(one.height, other.height))
    blur = ImageFilter.GaussianBlur(2)
    both = [image.crop((0, 0, *size)).filter(blur) for image in (one, other)]
    strongest = ImageChops.difference(*both)
    worst = max(strongest.split(), key=lambda channel: sum(channel.histogram()[SEEN:]))
    return sum(worst.histogram()[SEEN:]) / (size[0] * size[1])


@pytest.mark.parametrize("component", COMPONENTS)
def test_a_component_looks_as_it_was_approved(
    guide: Page, component: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    now = taken(guide, component)
    approved = APPROVED / f"{component}.png"
    if request.config.getoption("--approve"):
        now.quantize(128).save(approved, optimize=True)
        return
    found = difference(now, Image.open(approved).convert("RGB"))
    if found > SHARE:
        now.save(tmp_path / f"{component}.png")
    assert found <= SHARE, f"looks otherwise: {tmp_path / component}.png"


@pytest.mark.parametrize(
    "change",
    [
        ".notice__tab { background: white !important }",
        ".notice { padding: 8px !important }",
        ".notice > p { font-weight: 700 }",
        ".notice { border-inline-start: 5px solid black !important }",
    ],
)
def test_a_change_of_the_look_would_be_found(guide: Page, change: str) -> None:
    before = taken(guide, "notice")
    assert difference(before, taken(guide, "notice")) == 0
    style = guide.add_style_tag(content=change)
    after = taken(guide, "notice")
    style.evaluate("one => one.remove()")
    assert difference(before, after) > SHARE
