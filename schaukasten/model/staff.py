"""The data and a day → whom pages show on it: their people, whom to ask, who speaks for all.

Who has left is in none of them, from the day after on.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from schaukasten.model.association.association import Association
from schaukasten.model.association.parts import Representative
from schaukasten.model.association.person import People, Person
from schaukasten.model.data_pictures import DataPictures
from schaukasten.model.files.picture import Picture
from schaukasten.model.kinds.item import Contact, Item
from schaukasten.model.kinds.job import Job
from schaukasten.model.kinds.news import NewsItem
from schaukasten.model.kinds.occasion import Occasion
from schaukasten.model.kinds.page import Page
from schaukasten.model.reading.fact import Fact
from schaukasten.model.reading.schema import ENTRIES

#: The width of a face on a card and beside a contact, in rem; it is 4 to 5 (`person.css`).
FACE = 6.5
SMALL_FACE = 4


@dataclass(frozen=True)
class Face:
    """Somebody as a page shows them; `role` is what they are there."""

    person: Person
    role: str
    picture: Picture | None

    @property
    def sizes(self) -> str:
        """How wide the picture is drawn, as `sizes` of an `<img>`."""
        return _drawn(self.picture, FACE)


@dataclass(frozen=True)
class Faces:
    """Those of a group; single persons side by side have no name together."""

    name: str
    faces: list[Face]

    @property
    def credits(self) -> list[str]:
        """Who made the pictures, each once (§ 13 UrhG)."""
        notes = (face.picture.note for face in self.faces if face.picture)
        return list(dict.fromkeys(note.credit for note in notes if note.credit))


@dataclass(frozen=True)
class Answerer:
    """Whom to ask; what is None is the house's."""

    name: str | None
    role: str
    phone: str | None
    email: str | None
    picture: Picture | None

    @property
    def sizes(self) -> str:
        """How wide the picture is drawn, as `sizes` of an `<img>`."""
        return _drawn(self.picture, SMALL_FACE)


def _drawn(picture: Picture | None, width: float) -> str:
    """Return how wide a picture is drawn that fills a face: of a wide one the sides are cut off."""
    if picture is None:
        return ""
    return f"{width * max(1, picture.width / picture.height * 5 / 4):.4g}rem"


def contact_in(item: Item) -> Contact | None:
    """Return what front matter says of whom to ask."""
    return item.contact if isinstance(item, NewsItem | Occasion | Job) else None


@dataclass(frozen=True)
class Staff:
    """The people of an association on a day."""

    people: People
    pictures: DataPictures
    day: dt.date

    def faces(self, item: Item) -> list[Faces]:
        """Return whom a page asks for; of a group nobody of whom is there, nothing."""
        wanted = list(dict.fromkeys(item.people)) if isinstance(item, Page) else []
        found = []
        for is_single, names in groupby(wanted, lambda name: name not in self.people.groups):
            if is_single:
                found.append(Faces("", [one for name in names for one in self._single(name)]))
            else:
                found += [Faces(name, self._members(name)) for name in names]
        return [group for group in found if group.faces]

    def answerer(self, item: Item) -> Answerer | None:
        """Return whom an offer, an event or news name; None where that is the house."""
        contact = contact_in(item)
        if contact is None:
            return None
        if contact.person is None:
            return Answerer(contact.name, "", contact.phone, contact.email, None)
        person = self.people.get(contact.person)
        # What is written beside it was theirs as well.
        if person is None or not person.is_there(self.day):
            return None
        return Answerer(
            contact.name or person.name,
            person.role or "",
            contact.phone or person.phone,
            contact.email or person.email,
            self._portrait(person),
        )

    def portraits(self, item: Item) -> Iterator[Picture]:
        """Yield the pictures of people that a page shows."""
        for group in self.faces(item):
            yield from (face.picture for face in group.faces if face.picture)
        answerer = self.answerer(item)
        if answerer and answerer.picture:
            yield answerer.picture

    def represented(self, association: Association) -> Association:
        """Return the association with the names of those who speak for it on the day.

        Where nobody of them is there any more, it is not known who does.
        """
        fact = association.represented_by
        found = [
            who for one in fact.value or [] if (who := representative(one, self.people, self.day))
        ]
        if found == fact.value:
            return association
        known: Fact[list[Representative]] = fact.model_copy(update={"value": found or None})
        return association.model_copy(update={"represented_by": known})

    def _single(self, id: str) -> Iterator[Face]:
        person = self.people.get(id)
        if person and person.is_there(self.day):
            yield Face(person, person.role or "", self._portrait(person))

    def _members(self, group: str) -> list[Face]:
        return [
            Face(one, one.role_in(group), self._portrait(one))
            for one in self.people.members(group)
            if one.is_there(self.day)
        ]

    def _portrait(self, person: Person) -> Picture | None:
        numbers = {one.id: number for number, one in enumerate(self.people.entries)}
        return self.pictures.at("people.yaml", ENTRIES, numbers[person.id], "picture")


def representative(
    one: Representative, people: People, day: dt.date | None
) -> Representative | None:
    """Return who speaks for the association, by name; None if they are not there on the day.

    Without a day it is asked whether they are there for good.
    """
    if one.person is None:
        return one
    person = people.get(one.person)
    if person is None or not (person.left is None if day is None else person.is_there(day)):
        return None
    return Representative(name=one.name or person.name, role=one.role or person.role)
