"""What was made of a document for its page: safe HTML, and all that it shows and links to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape

from schaukasten.model.files.attachment import Attachment
from schaukasten.model.files.picture import Picture
from schaukasten.model.reading.problem import Place, Problem
from schaukasten.model.reading.yaml_places import Loc

_ID = re.compile(r'\sid="([^"]*)"')


@dataclass(frozen=True)
class Heading:
    """A heading in a text: `level` as it was typed, 1 to 6."""

    level: int
    text: str
    place: Place


@dataclass(frozen=True)
class Link:
    """A link in a text; `address` is where it leads: on the site from its root, else whole."""

    text: str
    address: str
    place: Place


@dataclass(frozen=True)
class Rendering:
    """`html` is sanitised, its addresses start with a slash; empty if it could not be read."""

    html: str
    #: The lead picture.
    image: Picture | None
    #: Those in the text, as often as they stand there.
    pictures: tuple[Picture, ...]
    attachments: tuple[Attachment, ...]
    #: The words of the text by their line, without code and addresses.
    prose: tuple[tuple[int, str], ...]
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    #: What was wrong with the pictures and the text; with an error the rest is not to be shown.
    problems: tuple[Problem, ...]
    #: Those of its gallery.
    gallery: tuple[Picture, ...] = ()
    #: The digest of all that; empty where it is not known.
    made_of: str = ""
    #: The digest of all that but what was made of the words; empty where it is not known.
    outline: str = ""

    @classmethod
    def of_nothing(cls) -> Rendering:
        """Return what is made of an empty text."""
        return cls("", None, (), (), (), (), (), ())

    @property
    def seen_as(self) -> str:
        return self.made_of

    @cached_property
    def anchors(self) -> frozenset[str]:
        """The places in the text that a link can lead to."""
        return frozenset(map(unescape, _ID.findall(self.html)))

    @property
    def shown_pictures(self) -> tuple[Picture, ...]:
        """The lead picture, those in the text, and those of the gallery."""
        return (*([self.image] if self.image else []), *self.pictures, *self.gallery)

    def places_of(self, file: Picture | Attachment) -> Iterator[Place | Loc]:
        """Yield where the document names a file: lines, and places in its front matter."""
        for picture in self.shown_pictures:
            if picture.path == file.path:
                yield picture.place
        if isinstance(file, Attachment):
            for link in self.links:
                if link.address.partition("#")[0] == file.address:
                    yield link.place
