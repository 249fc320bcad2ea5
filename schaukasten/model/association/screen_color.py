"""A colour in OKLCH → what a screen for sRGB shows of it, and its contrast with another.

The numbers are those of CSS Color 4 (https://www.w3.org/TR/css-color-4/#color-conversion-code) and
of WCAG 2.2. A library for colours takes a tenth of a second to start, for these few lines.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

Vector = tuple[float, float, float]
_Matrix = tuple[Vector, Vector, Vector]

_OKLAB_TO_LMS: _Matrix = (
    (1.0, 0.3963377773761749, 0.21580375730991364),
    (1.0, -0.10556134581565857, -0.0638541728258133),
    (1.0, -0.08948417752981186, -1.2914855480194092),
)
_LMS_TO_XYZ: _Matrix = (
    (1.226879875845924, -0.5578149944602171, 0.2813910456659647),
    (-0.04057574521480083, 1.112286803280317, -0.07171105806551635),
    (-0.07637293667466008, -0.42149333240224324, 1.5869240198367818),
)
_XYZ_TO_RGB: _Matrix = (
    (3.240969941904523, -1.5373831775700941, -0.4986107602930035),
    (-0.9692436362808797, 1.8759675015077204, 0.04155505740717562),
    (0.05563007969699365, -0.20397695888897652, 1.0569715142428784),
)
#: The share of red, green and blue in what the eye takes for bright.
_LUMINANCE: Vector = (0.21263900587151024, 0.715168678767756, 0.07219231536073371)


@dataclass(frozen=True)
class ScreenColor:
    """Red, green and blue of sRGB, from 0 to 1."""

    channels: Vector

    @classmethod
    def from_oklch(cls, lightness: float, chroma: float, hue: float) -> ScreenColor:
        """Take lightness from 0 to 1 and hue in degrees; as browsers do, clip what lies outside."""
        angle = math.radians(hue)
        lab = (lightness, chroma * math.cos(angle), chroma * math.sin(angle))
        red, green, blue = (part**3 for part in _times(_OKLAB_TO_LMS, lab))
        linear = _times(_XYZ_TO_RGB, _times(_LMS_TO_XYZ, (red, green, blue)))
        red, green, blue = (min(max(_encoded(part), 0.0), 1.0) for part in linear)
        return cls((red, green, blue))

    @property
    def hex(self) -> str:
        """As CSS has it: #8c2f1b."""
        return "#" + "".join(f"{math.floor(part * 255 + 0.5):02x}" for part in self.channels)

    @property
    def luminance(self) -> float:
        return sum(
            share * _decoded(part) for share, part in zip(_LUMINANCE, self.channels, strict=True)
        )

    def contrast(self, other: ScreenColor) -> float:
        """Return the contrast ratio of WCAG 2, from 1 to 21."""
        dark, light = sorted((self.luminance, other.luminance))
        return (light + 0.05) / (dark + 0.05)


def _times(matrix: _Matrix, vector: Vector) -> Vector:
    one, two, three = (
        row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2] for row in matrix
    )
    return one, two, three


def _encoded(linear: float) -> float:
    return 1.055 * linear ** (1 / 2.4) - 0.055 if linear > 0.0031308 else 12.92 * linear


def _decoded(part: float) -> float:
    return ((part + 0.055) / 1.055) ** 2.4 if part > 0.04045 else part / 12.92
