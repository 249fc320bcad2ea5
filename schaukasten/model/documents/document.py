"""A Markdown file of `content/` with everything that was made of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from pathlib import PurePosixPath

from schaukasten.language.messages import Message
from schaukasten.model.files.attachment import Attachment
from schaukasten.model.files.picture import Picture
from schaukasten.model.kinds.item import Item
from schaukasten.model.kinds.page import Page
from schaukasten.model.reading.problem import Invalid, Problem, Severity
from schaukasten.model.reading.yaml_text import Loc, YamlText

_TEMPLATES = {"ARTICLE": "news_item", "OFFER": "offer", "EVENT": "event"}
_ID = re.compile(r'\sid="([^"]*)"')


@dataclass(frozen=True)
class Heading:
    """A heading in a text: `level` as it was typed, 1 to 6."""

    level: int
    text: str
    line: int


@dataclass(frozen=True)
class Link:
    """A link in a text; `address` is where it leads: on the site from its root, else whole."""

    text: str
    address: str
    line: int


@dataclass
class Document:
    """`source` is relative to `content/`; `html` is sanitised, its addresses start with a slash."""

    source: PurePosixPath
    kind: str
    item: Item
    slug: str
    address: str
    #: Whether visitors may see it on the day of the build; others appear in the preview only.
    published: bool
    yaml: YamlText
    markdown: str
    body_line: int
    html: str = ""
    image: Picture | None = None
    pictures: list[Picture] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    #: The Markdown with blanks in the place of code; empty if it could not be read.
    prose: str = ""
    headings: list[Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)

    @property
    def template(self) -> str:
        """The stem of the template that shows it."""
        return self.item.template if isinstance(self.item, Page) else _TEMPLATES[self.kind]

    @cached_property
    def anchors(self) -> frozenset[str]:
        """The places in its text that a link can lead to."""
        return frozenset(map(unescape, _ID.findall(self.html)))

    def error(self, place: int | Loc, invalid: Invalid) -> Problem:
        """Return the error at a line, or at a place in the front matter."""
        return self.problem(place, Severity.ERROR, invalid.what, invalid.remedy)

    def problem(
        self, place: int | Loc, severity: Severity, what: Message, remedy: Message
    ) -> Problem:
        line = place if isinstance(place, int) else self.yaml.line_of(place)
        return Problem(str(self.source), line, severity, what, remedy)
