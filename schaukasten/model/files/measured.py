"""What is known of a picture once it was decoded, for those who have no decoder."""

from __future__ import annotations

from typing import NamedTuple


class Measured(NamedTuple):
    """Width and height in pixels, upright."""

    width: int
    height: int
    #: Whether it has more frames, of which only the first is published.
    moves: bool = False
    #: Whether something can be seen through it.
    is_clear: bool = False
    #: Whether all that is there to be seen is nearly white, as in a logo for dark ground.
    is_pale: bool = False
