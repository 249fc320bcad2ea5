"""The bytes of an SVG → its proportions, or why it is not drawn.

An SVG is only ever drawn to pixels here. But its renderer would read files that it names, and
crashes on some nonsense; so it is looked through first, without building a tree of it.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from schaukasten.language.messages import _
from schaukasten.model.reading.problem import Invalid

MAX_DEPTH = 50
MAX_ELEMENTS = 20_000
_ELEMENTS = frozenset(
    "a circle clipPath defs desc ellipse g line linearGradient marker mask metadata path pattern "
    "polygon polyline radialGradient rect stop svg symbol title use".split()
)
# Notes that drawing programs leave behind; they draw nothing.
_FOREIGN_NOTES = ("sodipodi:", "inkscape:", "rdf:", "cc:", "dc:")
_UNSAFE_VALUE = re.compile(r"url\(\s*[\"']?(?!#)|javascript:|data:|@import", re.IGNORECASE)
#: Pixels of a unit (CSS Values 3, 5.2); Inkscape writes millimetres.
_UNITS = {"": 1, "px": 1, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96, "pt": 96 / 72, "pc": 16}
_NUMBER = re.compile(r"\s*(\d*\.?\d+(?:[eE][+-]?\d{1,2})?)\s*(|px|mm|cm|in|pt|pc)\s*")
# The other side follows from the viewBox.
_OPEN = "auto"


class _Refused(Exception):
    pass


def proportions(raw: bytes, name: str) -> tuple[float, float]:
    """Return width and height in the drawing's own units; raise Invalid if it is refused."""
    look = _Look()
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = look.doctype
    parser.StartElementHandler = look.start
    parser.EndElementHandler = look.end
    try:
        parser.Parse(raw, True)
    except _Refused as found:
        what = _("“{file}” holds more than a drawing: {part}.", file=name, part=str(found))
        raise Invalid(
            what,
            _("Export it as plain SVG, without styles and with letters as paths, or as PNG."),
        ) from None
    except (expat.ExpatError, ValueError, LookupError):
        what = _("“{file}” is broken or is not a picture.", file=name)
        raise Invalid(what, _("Export it anew as JPEG or PNG.")) from None
    if look.size is None:
        what = _("“{file}” does not say how wide and high it is.", file=name)
        raise Invalid(what, _("Export it as PNG."))
    return look.size


class _Look:
    """Goes over the elements as they come; raises _Refused with the part that must not be."""

    def __init__(self) -> None:
        self.size: tuple[float, float] | None = None
        self.depth = 0
        self.elements = 0

    def doctype(self, *_arguments: object) -> None:
        raise _Refused("<!DOCTYPE>")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.elements += 1
        element = name.removeprefix("svg:")
        if self.elements == 1:
            self.size = _size(attributes) if element == "svg" else None
        if element not in _ELEMENTS and not element.startswith(_FOREIGN_NOTES):
            raise _Refused(f"<{name[:40]}>")
        if self.depth > MAX_DEPTH or self.elements > MAX_ELEMENTS:
            raise _Refused("<…>")
        for key, value in attributes.items():
            is_event = key.lower().startswith("on")
            leads_away = key.split(":")[-1] == "href" and not value.startswith("#")
            is_unsafe = is_event or leads_away or _UNSAFE_VALUE.search(value)
            if is_unsafe and not element.startswith(_FOREIGN_NOTES):
                raise _Refused(f"{key[:40]}=…")

    def end(self, _name: str) -> None:
        self.depth -= 1


def _size(attributes: dict[str, str]) -> tuple[float, float] | None:
    """As the renderer sees it, which makes room for as many pixels as that asks for."""
    box = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
    of_box = tuple(map(_pixels, box[2:])) if len(box) == 4 else (None, None)
    typed = [attributes.get(key, _OPEN).strip() for key in ("width", "height")]
    if all(one == "100%" for one in typed) or _OPEN in typed:
        given = of_box if None not in of_box else tuple(map(_pixels, typed))
    else:
        given = tuple(map(_pixels, typed))
    width, height = given
    return (width, height) if width and height else None


def _pixels(length: str) -> float | None:
    number = _NUMBER.fullmatch(length)
    return float(number[1]) * _UNITS[number[2]] if number else None
