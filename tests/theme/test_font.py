"""The font: its size, and that it may be passed on."""

from __future__ import annotations

from tests.worlds import THEME

#: Bytes; shared by all pages, so that it is worth its way once.
LARGEST_FONT = 40_000


def test_the_font_is_small_and_comes_with_its_licence() -> None:
    (font,) = (THEME / "static" / "fonts").glob("*.woff2")
    assert font.stat().st_size <= LARGEST_FONT
    assert "SIL OPEN FONT LICENSE" in (font.parent / "OFL.txt").read_text("utf-8").upper()
