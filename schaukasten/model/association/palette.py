"""The colours of the theme, and those that an association sets in their place."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator

from schaukasten.kept.remembered import remembered
from schaukasten.language.messages import _
from schaukasten.model.association.screen_color import ScreenColor
from schaukasten.model.reading.fields import Text, refuse, shown
from schaukasten.model.reading.schema import Schema, read
from schaukasten.model.reading.source import read_text
from schaukasten.model.reading.yaml_text import parse

#: A colour's name in the dark scheme is its name with this at the end.
DARK = "_dark"


def _oklch(value: str) -> str:
    # CSS Color 4, oklch(): the only form let through, so that a value cannot carry other CSS.
    number = r"([0-9]{1,3}(?:\.[0-9]+)?)"
    found = re.fullmatch(rf"{number}% {number} {number}", value)
    if found:
        lightness, chroma, hue = map(float, found.groups())
        # No screen shows a chroma beyond 0.4; 135 is a forgotten decimal point.
        if lightness <= 100 and chroma <= 0.4 and hue <= 360:
            return value
    what = _("“{value}” is not a colour in OKLCH.", value=shown(value))
    return refuse(what, _("Write lightness, chroma and hue: 43% 0.135 35"))


Oklch = Annotated[Text, AfterValidator(_oklch)]


class Palette(Schema):
    """Colours, each as `lightness chroma hue`; what is left out is somebody else's to say."""

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
    line_strong: Oklch | None = None
    line_strong_dark: Oklch | None = None
    brick: Oklch | None = None
    brick_dark: Oklch | None = None
    brick_deep: Oklch | None = None
    brick_deep_dark: Oklch | None = None
    on_brick: Oklch | None = None
    on_brick_dark: Oklch | None = None
    garden: Oklch | None = None
    garden_dark: Oklch | None = None
    garden_text: Oklch | None = None
    garden_text_dark: Oklch | None = None
    on_garden: Oklch | None = None
    on_garden_dark: Oklch | None = None
    sun: Oklch | None = None
    sun_dark: Oklch | None = None
    on_sun: Oklch | None = None
    on_sun_dark: Oklch | None = None

    def over(self, other: Palette) -> Palette:
        """Return the other palette with this one's colours in their places."""
        return other.model_copy(update=self.model_dump(exclude_none=True))

    @property
    def missing(self) -> list[str]:
        """The names of the colours that it leaves to somebody else."""
        return [name for name in Palette.model_fields if getattr(self, name) is None]

    def color(self, name: str) -> ScreenColor:
        """Return a colour as a screen for sRGB shows it."""
        lightness, chroma, hue = getattr(self, name).split()
        return ScreenColor.from_oklch(float(lightness[:-1]) / 100, float(chroma), float(hue))


def theme_palette(theme: Path) -> Palette:
    """Return the colours of a theme, all of them; raises ValueError if one is missing or wrong."""
    file = theme / "palette.yaml"
    return _palette(read_text(file), str(file))


@remembered
def _palette(text: str, file: str) -> Palette:
    palette, problems = read(Palette, parse(text), file)
    if palette is None or palette.missing:
        raise ValueError(f"{file}: wrong or missing: {palette.missing if palette else problems}")
    return palette
