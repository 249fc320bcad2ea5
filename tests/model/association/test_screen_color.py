"""Colours on a screen, held against a library for colours."""

from __future__ import annotations

import pytest
from coloraide import Color
from hypothesis import given
from hypothesis import strategies as st

from schaukasten.model.association.screen_color import ScreenColor

OKLCH = st.tuples(st.floats(0, 100), st.floats(0, 0.4), st.floats(0, 360))


def both(lightness: float, chroma: float, hue: float) -> tuple[ScreenColor, Color]:
    theirs = Color("oklch", [lightness / 100, chroma, hue]).convert("srgb").clip()
    return ScreenColor.from_oklch(lightness / 100, chroma, hue), theirs


@given(OKLCH, OKLCH)
def test_a_color_and_a_contrast_are_those_that_css_and_wcag_define(one, other):
    (ours, theirs), (our_other, their_other) = both(*one), both(*other)
    assert ours.channels == pytest.approx(theirs.coords(nans=False), abs=1e-9)
    contrast = theirs.contrast(their_other, method="wcag21")
    assert ours.contrast(our_other) == pytest.approx(contrast, abs=1e-7)


def test_black_and_white_are_as_far_apart_as_can_be():
    white, black = ScreenColor.from_oklch(1, 0, 0), ScreenColor.from_oklch(0, 0, 0)
    assert (white.hex, black.hex) == ("#ffffff", "#000000")
    assert white.contrast(black) == pytest.approx(21)
