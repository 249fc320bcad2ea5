"""A picture that a page names → its notes, its size and the files that will be published of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field, PlainValidator, model_validator

from schaukasten.language.messages import _
from schaukasten.model.files.file_marks import HEAD, picture_format
from schaukasten.model.files.original import digest_of, read_again, read_head, read_small
from schaukasten.model.files.picture_formats import FORMATS, is_svg
from schaukasten.model.files.unfit_file import kind_by_name, refusal, refuse_misnamed
from schaukasten.model.reading.fields import Text, Words, YesNo, choose, refuse
from schaukasten.model.reading.problem import Invalid, Place
from schaukasten.model.reading.schema import Schema
from schaukasten.model.reading.yaml_places import Loc

#: Bytes.
MAX_BYTES = 30_000_000
#: Published widths in pixels: a phone, a column, a wide screen.
WIDTHS = (480, 960, 1600)
#: The folder of the site that holds the published files.
PICTURES = "/bilder/"


class People(StrEnum):
    """Whether persons can be recognised, who then must have consented (§ 22 KUG)."""

    NONE = "keine"
    RECOGNISABLE = "erkennbar"


def _people(value: object) -> People:
    return choose(value, {word.value: word for word in People})


# What people write in a field that they cannot fill in.
_NO_ANSWER = frozenset(
    "nein no keine keiner kein offen unbekannt folgt fehlt später tbd todo".split()
)


def _answer(value: str) -> str:
    words = re.findall(r"[^\W_]+", value.casefold())
    if words and not (len(words) == 1 and words[0] in _NO_ANSWER):
        return value
    what = _("“{value}” is no answer.", value=value)
    return refuse(what, _("Ask, and until then leave the whole line out."))


Answer = Annotated[Words, AfterValidator(_answer)]


class PictureNote(Schema):
    """What front matter says of a picture; `file` is relative to the Markdown file."""

    file: Text = Field(examples=["sommerfest.jpg"])
    alt: Words | None = Field(default=None, examples=["Kinder malen am großen Tisch"])
    caption: Words | None = Field(default=None, examples=["Malen beim Sommerfest"])
    #: The author's credit (§ 13 UrhG).
    credit: Answer | None = Field(default=None, examples=["Foto: Erika Beispiel"])
    people: Annotated[People | None, PlainValidator(_people)] = Field(
        default=None, examples=["keine"]
    )
    #: Where the consent is filed; never a name, since the repository may be public.
    consent: Answer | None = Field(default=None, examples=["Ordner 12, Blatt 3"])
    placeholder: YesNo = Field(default=False, examples=["ja"])
    decorative: YesNo = Field(default=False, examples=["ja"])

    #: Whether it has to say what is to be seen: not where a name beside it does.
    needs_alternative: ClassVar[bool] = True

    @model_validator(mode="after")
    def _has_text_alternative(self) -> PictureNote:
        # WCAG 2.2, 1.1.1: every picture has a text alternative or is marked as decoration.
        if self.needs_alternative and not self.alt and not self.decorative:
            raise Invalid(
                _("The picture “{file}” has no alternative text.", file=self.file),
                _("Add a line “alt: …” that says what is to be seen, or “decorative: ja”."),
            )
        return self


#: What was found out by decoding: width, height, and whether there are more frames.
Measured = tuple[int, int, bool]


@dataclass(frozen=True)
class Variant:
    """A published size of a picture: pixels, and the file's name in the pictures folder."""

    width: int
    height: int
    name: str


@dataclass(frozen=True)
class Picture:
    """A picture that was decoded: `width` and `height` in pixels, upright."""

    path: Path
    width: int
    height: int
    digest: str
    note: PictureNote
    #: Where its document says what it shows, in the text or in the front matter.
    place: Place | Loc = ()
    #: Whether it has more frames, which are not shown.
    moves: bool = False

    @property
    def measured(self) -> Measured:
        return self.width, self.height, self.moves

    @property
    def is_drawing(self) -> bool:
        """Whether it is no photograph."""
        return is_svg(self.path.name)

    @property
    def variants(self) -> list[Variant]:
        """The published sizes, small to large; a picture is never blown up."""
        largest = min(self.width, WIDTHS[-1])
        widths = [width for width in WIDTHS if width < largest] + [largest]
        return [
            Variant(width, max(1, round(self.height * width / self.width)), self._name(width))
            for width in widths
        ]

    def published(self, variant: Variant) -> bytes:
        """Return the file of a size; raise Invalid if the picture is no longer what it was."""
        # Here, since a decoder is loaded for those only who have a picture to open.
        from schaukasten.model.files import image_file

        raw = read_again(self.path, self.digest)
        return image_file.scaled(raw, self.path.name, variant.width, variant.height)

    def _name(self, width: int) -> str:
        return f"{self.digest[:16]}-{width}.webp"


def open_picture(
    path: Path, note: PictureNote, known: dict[tuple[str, str], Measured] | None = None
) -> Picture:
    """Decode the file at `path`; raise Invalid if it is no picture, broken, or too large.

    `known` remembers pictures by their digest and kind: many pages may have copies of one.
    """
    known = {} if known is None else known
    name = path.name
    if path.suffix.lower() not in FORMATS:
        raise _of_another_kind(path)
    too_large = _("Export it smaller; 2,000 pixels wide is plenty.")
    raw = read_small(path, MAX_BYTES, too_large)
    digest = digest_of(raw)
    key = digest, path.suffix.lower()
    if key not in known:
        # Here, since a decoder is loaded only for pictures that were never seen before.
        from schaukasten.model.files import image_file

        known[key] = *image_file.inspect(raw, name), image_file.is_animated(raw, name)
    width, height, moves = known[key]
    return Picture(path, width, height, digest, note, moves=moves)


def _of_another_kind(path: Path) -> Invalid:
    head = read_head(path, HEAD)
    # A telephone may have made a JPEG of it, and left its name.
    if picture_format(head):
        refuse_misnamed(head, path.name)
    if kind := kind_by_name(path.name):
        return refusal(kind, path.name)
    what = _("“{file}” is not a kind of picture that can be shown.", file=path.name)
    return Invalid(what, _("Use JPEG, PNG, WebP or SVG."))


def attributes(picture: Picture, base: str = "") -> dict[str, str]:
    """Return the attributes of an `<img>` that shows the picture; `base` precedes addresses."""
    variants = picture.variants
    middle = variants[len(variants) // 2]
    return {
        "src": f"{base}{PICTURES}{middle.name}",
        "srcset": ", ".join(
            f"{base}{PICTURES}{variant.name} {variant.width}w" for variant in variants
        ),
        "width": str(variants[-1].width),
        "height": str(variants[-1].height),
        "alt": picture.note.alt or "",
    }
