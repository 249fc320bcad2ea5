"""A Markdown file of `content/` with everything that was made of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath

from schaukasten.messages import Message
from schaukasten.model.attachment import Attachment
from schaukasten.model.item import Item
from schaukasten.model.picture import Picture
from schaukasten.model.problem import Invalid, Problem, Severity
from schaukasten.model.yaml_text import Loc, YamlText


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

    def error(self, place: int | Loc, invalid: Invalid) -> Problem:
        """Return the error at a line, or at a place in the front matter."""
        return self.problem(place, Severity.ERROR, invalid.what, invalid.remedy)

    def problem(
        self, place: int | Loc, severity: Severity, what: Message, remedy: Message
    ) -> Problem:
        line = place if isinstance(place, int) else self.yaml.line_of(place)
        return Problem(str(self.source), line, severity, what, remedy)
