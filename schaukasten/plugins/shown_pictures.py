"""What was published of pictures → what templates say of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from markupsafe import Markup

from schaukasten.language.file_size import file_size
from schaukasten.language.messages import Gettext, _
from schaukasten.model.files.picture import Picture
from schaukasten.model.files.picture_addresses import PICTURES
from schaukasten.model.files.press_size import press_size
from schaukasten.model.files.sources import Room, Source, sources, with_sources
from schaukasten.model.text.html_tree import rebased
from schaukasten.plugins.shown import Shown


class Published(Protocol):
    """Knows which files there are of a picture."""

    def offered(self, picture: Picture) -> Sequence[str]:
        """Return the endings in which it is published, the lightest first."""

    def for_press(self, picture: Picture) -> bytes:
        """Return its file for the press."""


@dataclass(frozen=True)
class ShownPictures:
    """`language` is a BCP 47 tag; `base` is always what precedes addresses."""

    published: Published
    language: str
    gettext: Gettext

    def sources(self, picture: Picture, base: str, most: int | None) -> list[Source]:
        """Return what goes before the `<img>`; files of up to `most` pixels, if that is said."""
        return sources(picture, self.published.offered(picture), base, most)

    def body(self, content: Shown, base: str, room: Room) -> Markup:
        """Return a content's text, which the model has sanitised; its pictures have `room`."""
        html = rebased(content.html, base)
        pictures = content.rendering.pictures
        if not pictures:
            return Markup(html)
        return with_sources(html, pictures, self.published.offered, room, self.press_note, base)

    def press_address(self, picture: Picture, base: str) -> str:
        return f"{base}{PICTURES}{picture.press_name}"

    def press_note(self, picture: Picture) -> str:
        """Return what somebody wants to know of the file for the press before asking for it."""
        width, height = press_size(picture.width, picture.height, picture.is_drawing)
        size = file_size(len(self.published.for_press(picture)), self.language)
        note = _("JPEG, {width} × {height} pixels, {size}", width=width, height=height, size=size)
        return note.text(self.gettext)
