"""The front matter that every Markdown file may have, whatever its kind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from pydantic import Field, PlainValidator

from schaukasten.model.files.gallery import MAX_PICTURES, GalleryEntry, GalleryNote
from schaukasten.model.files.picture_note import PictureNote
from schaukasten.model.kinds.question import MAX_QUESTIONS, Question
from schaukasten.model.reading.address_fields import Email, LocalAddress, Phone, Slug
from schaukasten.model.reading.fields import AsList, Date, Language, Name, Words, choose
from schaukasten.model.reading.last_day import ends_on
from schaukasten.model.reading.schema import Schema
from schaukasten.model.reading.short import short_for
from schaukasten.model.reading.yaml_places import Loc
from schaukasten.model.time.span import Span


class Status(StrEnum):
    DRAFT = "Entwurf"
    PUBLISHED = "veröffentlicht"


def _status(value: object) -> Status:
    english = {"draft": Status.DRAFT, "published": Status.PUBLISHED}
    return choose(value, {word.value: word for word in Status} | english)


class Item(Schema):
    """What news, offers, events and pages have in common."""

    title: Words = Field(examples=["Sommerfest im Garten"])
    summary: Words | None = Field(default=None, examples=["Ein Satz, der neugierig macht."])
    slug: Slug | None = Field(default=None, examples=["sommerfest"])
    updated: Date | None = Field(default=None, examples=["2026-03-08"])
    image: PictureNote | None = None
    pictures: Annotated[list[PictureNote], AsList] = Field(default=[])
    gallery: Annotated[list[Annotated[GalleryEntry, short_for("folder")]], AsList] = Field(
        default=[], examples=["bilder/"], max_length=MAX_PICTURES
    )
    questions: Annotated[list[Question], AsList] = Field(
        default=[],
        examples=['[{question: "Was kostet es?", answer: "Nichts."}]'],
        max_length=MAX_QUESTIONS,
    )
    lang: Language | None = Field(default=None, examples=["de"])
    status: Annotated[Status, PlainValidator(_status)] = Field(
        default=Status.PUBLISHED, examples=["Entwurf"]
    )
    publish_from: Date | None = Field(default=None, examples=["2026-03-08"])
    expires: Annotated[Date | None, ends_on("expires: nie")] = Field(
        default=None, examples=["2026-12-31"]
    )
    review_by: Annotated[Date | None, ends_on("review_by: nie")] = Field(
        default=None, examples=["2027-03-08"]
    )
    aliases: Annotated[list[LocalAddress], AsList] = Field(default=[], examples=["/alte-adresse/"])

    @property
    def shown(self) -> Span | None:
        """The days on which visitors may see it; on the day `expires` names they still do.

        None for a draft, and for what ends before it begins.
        """
        span = Span(self.first_day, self.expires or dt.date.max)
        is_ever = self.status is Status.PUBLISHED and span.first <= span.last
        return span if is_ever else None

    def is_published(self, today: dt.date) -> bool:
        """Whether visitors may see it on that day."""
        return self.on(today)["published"]

    def on(self, today: dt.date) -> dict[str, bool]:
        """Return whether on that day it is published, and whether it is planned for a later one."""
        return on_day(self.shown, today)

    @property
    def first_day(self) -> dt.date:
        """The day from which it may be seen; `date.min` where none is named."""
        return self.publish_from or dt.date.min

    @property
    def picture_notes(self) -> list[tuple[Loc, PictureNote]]:
        """What is said of each picture, the lead picture first, with its place in the front matter.

        Of a file that is named twice the last word counts.
        """
        lead: list[tuple[Loc, PictureNote]] = [(("image",), self.image)] if self.image else []
        return lead + [(("pictures", index), note) for index, note in enumerate(self.pictures)]

    @property
    def gallery_notes(self) -> Iterator[tuple[Loc, GalleryNote]]:
        """What is said of the pictures of the gallery, of all and of each, with its place."""
        for index, entry in enumerate(self.gallery):
            yield ("gallery", index), entry
            for number, picture in enumerate(entry.pictures):
                yield ("gallery", index, "pictures", number), picture

    @property
    def last_changed(self) -> dt.date | None:
        """The day of the last change that an editor wrote down; never guessed from files."""
        return self.updated


def on_day(shown: Span | None, today: dt.date) -> dict[str, bool]:
    """Return whether what visitors see on some days is published, or planned, on one of them."""
    return {
        "published": shown is not None and today in shown,
        "planned": shown is not None and today < shown.first,
    }


class Contact(Schema):
    """Whom to ask; what is left out is the person's, and then the location's."""

    #: The `id` of somebody in `people.yaml`.
    person: Name | None = Field(default=None, examples=["erika"])
    name: Words | None = Field(default=None, examples=["Erika Beispiel"])
    phone: Phone | None = Field(default=None, examples=["0231 123456"])
    email: Email | None = Field(default=None, examples=["buero@example.org"])


#: `contact: erika` is the short form of `contact: {person: erika}`.
ContactField = Annotated[Contact, short_for("person")]
