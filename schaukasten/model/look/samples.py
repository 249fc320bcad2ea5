"""`theme/samples/*.yaml` → invented words and things for the examples of the style guide."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from schaukasten.model.association.location import Location
from schaukasten.model.association.parts import Milestone, Number, Supporter
from schaukasten.model.association.person import Person
from schaukasten.model.files.picture import Picture, open_picture
from schaukasten.model.files.picture_note import PictureNote
from schaukasten.model.reading.fact import Fact
from schaukasten.model.reading.fields import Language, Text
from schaukasten.model.reading.schema import Schema, read
from schaukasten.model.reading.source import read_text
from schaukasten.model.reading.yaml_text import parse
from schaukasten.model.time.slot import Slot


class Samples(Schema):
    """What the examples of all components need, in one language."""

    language: Language
    title: Text
    #: With words that are longer than a phone is wide.
    long_title: Text
    summary: Text
    label: Text
    other_label: Text
    door: Text
    behind: list[Text]
    tag: Text
    fact: Text
    paragraphs: list[Text]
    quotation: Text
    speaker: Text
    items: list[Text]
    picture: PictureNote
    upright: PictureNote
    location: Location
    schedule: list[Slot]
    numbers: list[Number]
    history: list[Fact[Milestone]]
    #: One confirmed, one not confirmed, one unknown.
    facts: list[Fact[Text]] = Field(min_length=3, max_length=3)
    #: One with a picture, one without.
    people: list[Person] = Field(min_length=2, max_length=2)
    #: One with a logo, one without.
    supporters: list[Supporter] = Field(min_length=2, max_length=2)


def samples(theme: Path, language: str) -> Samples:
    """Return a theme's samples in a language; raises ValueError if they are wrong."""
    file = theme / "samples" / f"{language}.yaml"
    found, problems = read(Samples, parse(read_text(file)), file.name)
    if found is None:
        raise ValueError(f"{file}: {problems}")
    return found


def sample_picture(theme: Path, note: PictureNote) -> Picture:
    return open_picture(theme / "samples" / note.file, note)
