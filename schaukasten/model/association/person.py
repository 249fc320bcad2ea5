"""`content/data/people.yaml` → who can be asked for what, and until when they are there."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from schaukasten.model.files.picture_note import PictureNote
from schaukasten.model.reading.address_fields import Email, Phone, Slug
from schaukasten.model.reading.answers import OrEmpty, OrNone
from schaukasten.model.reading.fields import AsList, Date, Name, Words
from schaukasten.model.reading.last_day import ends_on
from schaukasten.model.reading.schema import Schema
from schaukasten.model.reading.short import short_for
from schaukasten.model.reading.slug import slugify


class Membership(Schema):
    """A group that somebody belongs to; `role` is what they are there, if elsewhere it is not."""

    name: Name = Field(examples=["Vorstand"])
    role: Annotated[Words | None, OrNone] = Field(default=None, examples=["Schatzmeisterin"])


#: `groups: [Team]` is the short form of `groups: [{name: Team}]`.
MembershipField = Annotated[Membership, short_for("name")]


class Person(Schema):
    """Somebody whom visitors may get to know; nothing is said but what is written here."""

    id: Slug = Field(examples=["erika"])
    name: Words = Field(examples=["Erika Beispiel"])
    role: Annotated[Words | None, OrNone] = Field(default=None, examples=["Hausleitung"])
    groups: Annotated[list[MembershipField], AsList, OrEmpty] = Field(
        default=[], examples=["[Vorstand, Team]"], max_length=50
    )
    #: Beside the file, as that of a page lies beside the page.
    picture: PictureNote | None = None
    phone: Annotated[Phone | None, OrNone] = Field(default=None, examples=["0231 123456"])
    email: Annotated[Email | None, OrNone] = Field(default=None, examples=["erika@example.org"])
    #: What to ask them about.
    ask_about: Annotated[Words | None, OrNone] = Field(
        default=None, examples=["Räume und Anmeldung"]
    )
    languages: Annotated[list[Name], AsList, OrEmpty] = Field(
        default=[], examples=["[Deutsch, Türkisch]"]
    )
    #: The last day on which they are shown.
    left: Annotated[Date | None, ends_on("left: nein")] = Field(
        default=None, examples=["2026-11-30"]
    )

    @classmethod
    def meant_by(cls, text: str) -> dict[str, str]:
        name, _comma, role = text.partition(",")
        known = {"id": slugify(name), "name": name.strip(), "role": role.strip()}
        return {key: value for key, value in known.items() if value}

    def is_there(self, day: dt.date) -> bool:
        return self.left is None or day <= self.left

    def role_in(self, group: str) -> str:
        """Return what they are in a group; elsewhere, and in no group, what they are at all."""
        of_group = next((one.role for one in self.groups if one.name == group), None)
        return of_group or self.role or ""

    @property
    def names(self) -> list[str]:
        """The words of the name, without titles and what stands behind a comma; at least one."""
        words = self.name.partition(",")[0].split() or [self.name]
        # “Dr.” and “Dipl.-Ing.”, but not the initial of “E. Beispiel”.
        return [word for word in words if len(word) < 3 or not word.endswith(".")] or words

    @property
    def initials(self) -> str:
        """The first letters of the first and the last name."""
        first, *others = self.names
        return (first[:1] + (others[-1][:1] if others else "")).upper()


class People(Schema):
    """The list in `content/data/people.yaml`; pages show it in this order."""

    entries: Annotated[list[Person], AsList] = Field(default=[], max_length=1000)

    @property
    def groups(self) -> list[str]:
        """The names of all groups, those of people who have left as well."""
        return list(dict.fromkeys(group.name for one in self.entries for group in one.groups))

    def members(self, group: str) -> list[Person]:
        return [one for one in self.entries if any(at.name == group for at in one.groups)]

    def get(self, id: str | None) -> Person | None:
        return next((one for one in self.entries if one.id == id), None)
