"""A picture, its formats and the room that it has → what a page offers a browser to choose from.

A text is rendered with the `<img>` alone, which every program can show, away from the site as well;
what else there is of a picture is known only once it was made, and its room on its page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from schaukasten.model.files.picture import WIDTHS, Picture
from schaukasten.model.files.picture_addresses import PICTURES, srcset

#: The lengths (CSS) of which the least is how wide a picture may be; in a list, each behind the
#: media query for which it holds.
Room = str | Sequence[tuple[str, str]]

_TYPES = {"avif": "image/avif", "webp": "image/webp"}
#: No picture is taller than each of these: blocks/picture.css of the theme.
_TALLEST = ((52, "rem"), (120, "vh"))
_PRESS = re.compile(rf'(<a [^>]*href="[^"]*{PICTURES}([\w-]+\.jpg)"[^>]*>[^<]*)</a>')
_IMAGE = re.compile(rf'<img src="[^"]*{PICTURES}([0-9a-f]+)-\d+\.\w+"[^>]*>')


class Source(NamedTuple):
    """A format: its media type, and all sizes in it."""

    type: str
    srcset: str


def sources(
    picture: Picture, offered: Sequence[str], base: str = "", most: int | None = None
) -> list[Source]:
    """Return what goes before the `<img>`, the lightest first; `base` precedes addresses."""
    return [Source(_TYPES[one], srcset(picture, one, base, most)) for one in offered[:-1]]


def sizes(picture: Picture, room: Room) -> str:
    """Return how wide a picture will be in a room (HTML, 4.8.4.2.2), by its own proportions too."""
    ratio = picture.width / picture.height
    most = [f"{length * ratio:.4g}{unit}" for length, unit in _TALLEST]
    if ratio >= 1:  # Then it is as wide as its column before it is too tall.
        most = most[1:]
    if picture.width < WIDTHS[-1]:
        most.append(f"{picture.width}px")
    rooms = [("", room)] if isinstance(room, str) else room
    return ", ".join(f"{query} min({', '.join([least, *most])})".lstrip() for query, least in rooms)


def with_sources(
    html: str,
    pictures: Iterable[Picture],
    offered: Callable[[Picture], Sequence[str]],
    room: Room,
    weight: Callable[[Picture], str],
    base: str = "",
) -> Markup:
    """Return a rendered text whose pictures are offered in all that was published of them.

    Its addresses begin with `base`; `weight` says what there is to know of a file for the press.
    """
    by_press_name = {one.press_name: one for one in pictures if one.press_name}
    by_name = {one.digest[:16]: one for one in pictures}

    def more(image: re.Match[str]) -> str:
        picture = by_name[image[1]]
        width = sizes(picture, room)
        before = Markup().join(
            Markup('<source type="{}" srcset="{}" sizes="{}">').format(type, srcset, width)
            for type, srcset in sources(picture, offered(picture), base)
        )
        alone = Markup('{} sizes="{}">').format(Markup(image[0][:-1]), width)
        return f"<picture>{before}{alone}</picture>" if before else alone

    def weighed(link: re.Match[str]) -> str:
        # A no-break space keeps the bracket on the line of the link's last word.
        return Markup("{}\N{NO-BREAK SPACE}({})</a>").format(
            Markup(link[1]), weight(by_press_name[link[2]])
        )

    return Markup(_PRESS.sub(weighed, _IMAGE.sub(more, html)))
