"""The data of an association → the pictures that they name, opened: logos and portraits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from schaukasten.model.association.data import FOLDER, Data
from schaukasten.model.association.parts import Supporter
from schaukasten.model.files.picture import Picture
from schaukasten.model.files.picture_note import PictureNote
from schaukasten.model.reading.problem import Invalid, Problem
from schaukasten.model.reading.schema import ENTRIES
from schaukasten.model.reading.yaml_places import Loc
from schaukasten.model.text.references import References

#: The lists of supporters in `association.yaml`.
SUPPORTERS = ("funders", "partners")


class Use(StrEnum):
    """What a picture of the data is for."""

    OWN_LOGO = "own logo"
    LOGO = "logo"
    PORTRAIT = "portrait"


@dataclass(frozen=True)
class DataNote:
    """What the data say of a picture: in which file, and where in it."""

    file: str
    loc: Loc
    use: Use
    note: PictureNote


@dataclass(frozen=True)
class DataPicture(DataNote):
    """The same, opened."""

    picture: Picture


@dataclass(frozen=True)
class DataPictures:
    """All that could be opened, by where the data name them."""

    every: list[DataPicture] = field(default_factory=list)

    def at(self, file: str, *loc: str | int) -> Picture | None:
        """Return the picture whose note stands at a place of a file."""
        return next((one.picture for one in self.every if (one.file, one.loc) == (file, loc)), None)

    @property
    def logo(self) -> Picture | None:
        return next((one.picture for one in self.every if one.use is Use.OWN_LOGO), None)

    @property
    def logos(self) -> list[Picture]:
        """Those of others, and the own one."""
        return [one.picture for one in self.every if one.use is not Use.PORTRAIT]

    def of(self, file: object) -> DataPicture | None:
        """Return the first of a file, which several may show."""
        path = getattr(file, "path", None)
        return next((one for one in self.every if one.picture.path == path), None)


def notes_in(data: Data) -> Iterator[DataNote]:
    """Yield what the data say of pictures, those that cannot be opened as well."""
    association = data.association
    if association and association.logo and association.logo.value:
        note = association.logo.value
        yield DataNote("association.yaml", ("logo", "value"), Use.OWN_LOGO, note)
    for key in SUPPORTERS if association else ():
        supporters: list[Supporter] = getattr(association, key)
        for number, supporter in enumerate(supporters):
            if supporter.logo:
                loc = (key, number, "logo")
                yield DataNote("association.yaml", loc, Use.LOGO, _named(supporter))
    for number, person in enumerate(data.people.entries if data.people else []):
        if person.picture:
            portrait = (ENTRIES, number, "picture")
            yield DataNote("people.yaml", portrait, Use.PORTRAIT, person.picture)


def pictures_of(data: Data, references: References) -> tuple[DataPictures, list[Problem]]:
    """Return the pictures of the data, and why some cannot be opened."""
    found: list[DataPicture] = []
    problems: list[Problem] = []
    for one in notes_in(data):
        try:
            picture = references.picture_in(FOLDER, one.note, one.loc)
        except Invalid as invalid:
            problems.append(data.error(one.file, (*one.loc, "file"), invalid))
        else:
            found.append(DataPicture(one.file, one.loc, one.use, one.note, picture))
    return DataPictures(found), problems


def _named(supporter: Supporter) -> PictureNote:
    """Let the name be the alternative text where nothing else is said: the logo may be a link."""
    assert supporter.logo is not None
    if supporter.logo.alt:
        return supporter.logo
    return supporter.logo.model_copy(update={"alt": supporter.name})
