"""Front matter → the pictures of a gallery: single ones, whole folders, and what is said of each.

`gallery: bilder/` is the short form of `gallery: [{folder: bilder/}]`.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, PlainValidator, model_validator

from schaukasten.language.messages import _
from schaukasten.model.files.picture_formats import has_picture_ending
from schaukasten.model.files.picture_note import Answer, People, PictureNote, people_of
from schaukasten.model.reading.fields import AsList, Text, Words, YesNo
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.reading.schema import Schema

#: More of them nobody looks at, and the page would be too heavy.
MAX_PICTURES = 200


class GalleryNote(Schema):
    """What may be said of a picture, or of several together."""

    #: The author's credit (§ 13 UrhG).
    credit: Answer | None = Field(default=None, examples=["Foto: Erika Beispiel"])
    people: Annotated[People | None, PlainValidator(people_of)] = Field(
        default=None, examples=["keine"]
    )
    consent: Answer | None = Field(default=None, examples=["Ordner 12, Blatt 3"])
    download: YesNo | None = Field(default=None, examples=["ja"])


class _What(Schema):
    file: Text = Field(examples=["IMG_2031.jpg"])
    alt: Words | None = Field(default=None, examples=["Kinder malen am großen Tisch"])
    caption: Words | None = Field(default=None, examples=["Malen beim Sommerfest"])
    decorative: YesNo = Field(default=False, examples=["ja"])


class GalleryPicture(GalleryNote, _What):
    """One picture; what it does not say is said of all."""


class _Which(Schema):
    folder: Text | None = Field(default=None, examples=["bilder/"])
    file: Text | None = Field(default=None, examples=["sommerfest.jpg"])
    alt: Words | None = Field(default=None, examples=["Kinder malen am großen Tisch"])
    caption: Words | None = Field(default=None, examples=["Malen beim Sommerfest"])
    decorative: YesNo = Field(default=False, examples=["ja"])


# In files and forms, what was meant stands before what is said of it.
class GalleryEntry(GalleryNote, _Which):
    """One picture (`file`), or several with what holds for all of them.

    `folder` names all of a folder; `pictures` those of which more is said, or all without a folder.
    """

    pictures: Annotated[list[GalleryPicture], AsList] = Field(
        default=[], examples=["[{file: IMG_2031.jpg, alt: Kinder malen}]"], max_length=MAX_PICTURES
    )

    @model_validator(mode="after")
    def _is_one_thing(self) -> GalleryEntry:
        if not (self.file or self.folder or self.pictures):
            what = _("It is not said which pictures are meant.")
            raise Invalid(what, _("Name a folder, “folder: bilder/”, or a picture, “file: a.jpg”."))
        if self.file and (self.folder or self.pictures):
            what = _("It is not clear whether one picture is meant or several.")
            remedy = _("Keep “file”, or “folder” with its “pictures”.")
            raise Invalid(what, remedy)
        if not self.file and (self.alt or self.caption or self.decorative):
            what = _("What is to be seen is another thing on each picture.")
            example = "pictures: [{file: a.jpg, alt: …}]"
            raise Invalid(what, _("Say it of each: {example}", example=example))
        return self


def names_a_picture(entry: GalleryEntry) -> bool:
    """Whether an entry is one picture, even where it is written as a folder is."""
    return bool(entry.file) or has_picture_ending(entry.folder or "")


def note_of(entry: GalleryNote, picture: GalleryPicture) -> PictureNote:
    """Return all that is said of a picture of an entry; it may have no alternative text."""
    said = {
        name: getattr(picture, name) if getattr(picture, name) is not None else getattr(entry, name)
        for name in GalleryNote.model_fields
    }
    return PictureNote.model_construct(
        file=picture.file,
        alt=picture.alt,
        caption=picture.caption,
        decorative=picture.decorative,
        **said | {"download": bool(said["download"])},
    )
