"""What front matter says of a picture → its notes, checked."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field, PlainValidator, model_validator

from schaukasten.language.messages import _
from schaukasten.model.reading.fields import Text, Words, YesNo, choose, refuse
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.reading.schema import Schema


class People(StrEnum):
    """Whether persons can be recognised, who then must have consented (§ 22 KUG)."""

    NONE = "keine"
    RECOGNISABLE = "erkennbar"


def people_of(value: object) -> People:
    """Return what a word of a file says; raises Invalid."""
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
    people: Annotated[People | None, PlainValidator(people_of)] = Field(
        default=None, examples=["keine"]
    )
    #: Where the consent is filed; never a name, since the repository may be public.
    consent: Answer | None = Field(default=None, examples=["Ordner 12, Blatt 3"])
    placeholder: YesNo = Field(default=False, examples=["ja"])
    decorative: YesNo = Field(default=False, examples=["ja"])
    #: Whether the press may take it along in a size for printing.
    download: YesNo = Field(default=False, examples=["ja"])

    #: Whether it has to say what is to be seen: not where a name beside it does.
    needs_alternative: ClassVar[bool] = True

    @classmethod
    def meant_by(cls, text: str) -> dict[str, str]:
        return {"file": text} | dict.fromkeys(("alt", "credit", "people"), "…")

    @model_validator(mode="after")
    def _has_text_alternative(self) -> PictureNote:
        # WCAG 2.2, 1.1.1: every picture has a text alternative or is marked as decoration.
        if self.needs_alternative and not self.alt and not self.decorative:
            raise Invalid(
                _("The picture “{file}” has no alternative text.", file=self.file),
                _("Add a line “alt: …” that says what is to be seen, or “decorative: ja”."),
            )
        return self
