"""Palette → the pairs of colours that cannot be told apart well enough.

WCAG 2.2 asks text for 4.5:1 (1.4.3, level AA) or 7:1 (1.4.6, level AAA), and controls for 3:1
(1.4.11). This theme promises 7:1 for all text and 4.5:1 for the edges of controls.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from schaukasten.language.messages import _
from schaukasten.model.association.data import Data
from schaukasten.model.association.palette import DARK, Palette
from schaukasten.model.reading.problem import Invalid, Problem

TEXT = 7.0
EDGE = 4.5

#: Every pair that meets on some page: what is read, on what, and the least contrast.
PAIRS = (
    ("ink", "paper", TEXT),
    ("ink", "sheet", TEXT),
    ("ink_soft", "paper", TEXT),
    ("ink_soft", "sheet", TEXT),
    ("brick", "paper", TEXT),
    ("brick", "sheet", TEXT),
    ("garden_text", "paper", TEXT),
    ("garden_text", "sheet", TEXT),
    ("on_brick", "brick_deep", TEXT),
    ("on_garden", "garden", TEXT),
    ("sun", "garden", TEXT),
    ("on_sun", "sun", TEXT),
    ("line_strong", "paper", EDGE),
    ("line_strong", "sheet", EDGE),
)


@dataclass(frozen=True)
class Pair:
    """Two colours of one scheme by their names in the palette, and their contrast (1 to 21)."""

    front: str
    back: str
    least: float
    contrast: float

    @property
    def is_weak(self) -> bool:
        return self.contrast < self.least

    @property
    def rounded(self) -> str:
        """The contrast with one decimal, rounded down: 6.96 is not yet 7."""
        return f"{int(self.contrast * 10) / 10:.1f}"


# Colours stay while texts change, and to measure them takes a third of reading a small site.
@lru_cache(maxsize=8)
def pairs(palette: Palette) -> tuple[Pair, ...]:
    """Return the pairs of a complete palette, of the light scheme and then of the dark one."""
    return tuple(_pairs(palette))


def _pairs(palette: Palette) -> Iterator[Pair]:
    for scheme in ("", DARK):
        for front, back, least in PAIRS:
            names = front + scheme, back + scheme
            one, other = map(palette.color, names)
            yield Pair(*names, least, one.contrast(other))


def too_weak(data: Data, palette: Palette) -> Iterator[Problem]:
    """Yield an error for each pair of `palette` that is hard to tell apart.

    It stands where the association has set one of the two, else where it could.
    """
    own = data.association.palette.model_dump(exclude_none=True) if data.association else {}
    for pair in pairs(palette):
        if not pair.is_weak:
            continue
        name = next((name for name in (pair.front, pair.back) if name in own), pair.front)
        what = _(
            "The colours “{front}” and “{back}” have a contrast of {contrast}:1, not {least}:1.",
            front=pair.front,
            back=pair.back,
            contrast=pair.rounded,
            least=f"{pair.least:g}",
        )
        remedy = _("Make one of them lighter or darker: the first number of “{name}”.", name=name)
        yield data.error("association.yaml", ("palette", name), Invalid(what, remedy))
