"""The colours that an association may set in place of the theme's."""

from __future__ import annotations

from schaukasten.model.fields import Oklch
from schaukasten.model.schema import Schema


class Palette(Schema):
    """The association's colours, each `lightness chroma hue`; what is left out keeps the theme's.

    A token that ends in `_dark` holds in the dark scheme.
    """

    paper: Oklch | None = None
    paper_dark: Oklch | None = None
    sheet: Oklch | None = None
    sheet_dark: Oklch | None = None
    ink: Oklch | None = None
    ink_dark: Oklch | None = None
    ink_soft: Oklch | None = None
    ink_soft_dark: Oklch | None = None
    line: Oklch | None = None
    line_dark: Oklch | None = None
    brick: Oklch | None = None
    brick_dark: Oklch | None = None
    brick_deep: Oklch | None = None
    brick_deep_dark: Oklch | None = None
    garden: Oklch | None = None
    garden_dark: Oklch | None = None
    garden_text: Oklch | None = None
    garden_text_dark: Oklch | None = None
    sun: Oklch | None = None
    sun_dark: Oklch | None = None
