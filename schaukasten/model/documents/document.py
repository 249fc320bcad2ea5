"""What was read of a Markdown file of `content/`; what was made of it is a `Rendering`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from schaukasten.language.messages import Message
from schaukasten.model.kinds.item import Item
from schaukasten.model.kinds.page import Page
from schaukasten.model.reading.problem import Invalid, Place, Problem, Severity
from schaukasten.model.reading.yaml_text import Loc, YamlText

_TEMPLATES = {"ARTICLE": "news_item", "OFFER": "offer", "EVENT": "event"}


@dataclass(frozen=True)
class Document:
    """`source` is relative to `content/`; `body_line` is the line on which `markdown` begins."""

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
    #: Whether visitors will see it on a later day, without anybody touching it.
    planned: bool = False

    @property
    def template(self) -> str:
        """The stem of the template that shows it."""
        return self.item.template if isinstance(self.item, Page) else _TEMPLATES[self.kind]

    def error(self, place: Place | Loc, invalid: Invalid) -> Problem:
        """Return the error at a place in the text, or of a key in the front matter."""
        return self.problem(place, Severity.ERROR, invalid.what, invalid.remedy)

    def problem(
        self, place: Place | Loc, severity: Severity, what: Message, remedy: Message
    ) -> Problem:
        where = place if isinstance(place, Place) else self.yaml.place_of(place)
        return Problem(str(self.source), where.line, severity, what, remedy, columns=where.columns)
