"""What was read of a Markdown file of `content/`; what was made of it is a `Rendering`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import cast

from schaukasten.language.messages import Message
from schaukasten.model.kinds.item import Item
from schaukasten.model.kinds.occasion import Occasion
from schaukasten.model.kinds.page import Page
from schaukasten.model.reading.problem import Invalid, Place, Problem, Severity
from schaukasten.model.reading.yaml_places import Loc, YamlText

_TEMPLATES = {"ARTICLE": "news_item", "OFFER": "offer", "EVENT": "event", "JOB": "job"}


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
    #: Where it was before it was put off to another year.
    former: str | None = None
    #: The line of its title.
    title_line: int = 1
    #: The digest of all that it was made of but the day; empty where that is not known.
    made_of: str = ""
    #: The digest of all of it but its text and the day; empty where that is not known.
    outline: str = ""

    @property
    def seen_as(self) -> str:
        """The digest of the document on this day; empty where that is not known."""
        return self.made_of and f"{self.made_of} {self.published} {self.planned}"

    @property
    def is_occasion(self) -> bool:
        """Whether it is an offer or an event, which have times."""
        return self.kind in ("OFFER", "EVENT")

    @property
    def template(self) -> str:
        """The stem of the template that shows it."""
        usual = _TEMPLATES.get(self.kind)
        return usual or cast("Page", self.item).template

    @property
    def identity(self) -> str:
        """By what calendar programs know it, and what makes its UID.

        It is the `id`; else the first address that it had, so that it stays when that changes.
        """
        item = self.item
        if isinstance(item, Occasion) and item.id:
            return item.id
        before = [*self.item.aliases, *([self.former] if self.former else [])]
        first = next((one for one in before if self._is_of_its_kind(one)), self.address)
        return first.strip("/").replace("/", "-")

    def _is_of_its_kind(self, address: str) -> bool:
        """Whether an item of the same kind can have that address; not one of an older site."""
        own, other = self.address.split("/"), address.split("/")
        return len(own) == len(other) and own[:-2] == [
            new if new.isdigit() and old.isdigit() else old
            for new, old in zip(own[:-2], other[:-2], strict=True)
        ]

    def error(self, place: Place | Loc, invalid: Invalid) -> Problem:
        """Return the error at a place in the text, or of a key in the front matter."""
        return self.problem(place, Severity.ERROR, invalid.what, invalid.remedy)

    def problem(
        self, place: Place | Loc, severity: Severity, what: Message, remedy: Message
    ) -> Problem:
        where = place if isinstance(place, Place) else self.yaml.place_of(place)
        return Problem(str(self.source), where.line, severity, what, remedy, columns=where.columns)
