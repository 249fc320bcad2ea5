"""What the facts of an association are made of: who speaks for it, authorities, figures, years."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from schaukasten.language.messages import _
from schaukasten.model.files.picture_note import PictureNote
from schaukasten.model.reading.address_fields import WebAddress
from schaukasten.model.reading.answers import OrNone
from schaukasten.model.reading.fact import Fact, never_none
from schaukasten.model.reading.fields import Name, Text, Words
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.reading.schema import Schema
from schaukasten.model.reading.short import short_for


class Representative(Schema):
    """Who speaks for the association: somebody in `people.yaml` by their `id`, or by name.

    What stands beside the `id` goes before what is said there.
    """

    person: Name | None = Field(default=None, examples=["erika"])
    name: Words | None = Field(default=None, examples=["Erika Beispiel"])
    role: Annotated[Words | None, OrNone] = Field(default=None, examples=["Vorsitzende"])

    @classmethod
    def meant_by(cls, text: str) -> dict[str, str]:
        name, _comma, role = text.partition(",")
        known = {"name": name.strip(), "role": role.strip()}
        return {key: value for key, value in known.items() if value}

    @model_validator(mode="after")
    def _is_somebody(self) -> Representative:
        if self.person is None and self.name is None:
            what = _("It is not said who this is.")
            raise Invalid(what, _("Write: name: Erika Beispiel"))
        return self


#: `- erika` is the short form of `- person: erika`.
RepresentativeField = Annotated[Representative, short_for("person")]


class Office(Schema):
    """A person or authority with a postal address."""

    name: Words = Field(examples=["Amtsgericht Musterstadt"])
    address: Annotated[Words | None, OrNone] = Field(
        default=None, examples=["Musterweg 1, 12345 Musterstadt"]
    )
    website: Annotated[WebAddress | None, OrNone] = Field(
        default=None, examples=["https://www.example.org"]
    )


class Host(Office):
    #: How long the host keeps its server logs, in days.
    log_days: int = Field(examples=["7"], ge=0)


class Register(Schema):
    """The register of associations (§ 5 (1) 4 DDG)."""

    court: Text = Field(examples=["Amtsgericht Musterstadt"])
    number: Text = Field(examples=["VR 1234"])


class Number(Schema):
    """A figure of which the association is proud, always with its date."""

    value: Words = Field(examples=["über 50"])
    label: Words = Field(examples=["Ehrenamtliche"])
    as_of: Annotated[Words | None, OrNone] = Field(default=None, examples=["August 2022"])

    @classmethod
    def meant_by(cls, text: str) -> dict[str, str]:
        value, _between, label = text.rpartition(" ")
        return {"value": value or text, "label": label if value else "…"}


class Milestone(Schema):
    year: Text = Field(examples=["1986"])
    text: Words = Field(examples=["Gründung des Vereins"])

    @classmethod
    def meant_by(cls, text: str) -> dict[str, str]:
        year, _between, words = text.partition(" ")
        is_year = year.strip(":,").isdigit()
        return {"year": year.strip(":,") if is_year else "…", "text": words if is_year else text}


#: An entry of the history.
PastEvent = Annotated[
    Fact[Milestone],
    never_none(
        _("“There is none” is no event of a history."),
        _("Delete the entry; where there is no history to tell, write: history: []"),
    ),
]


class LogoNote(PictureNote):
    """The logo of somebody whose name stands beside it in the data, and is its alternative text."""

    needs_alternative: ClassVar[bool] = False
    idle: ClassVar[frozenset[str]] = frozenset({"caption", "download"})

    @classmethod
    def meant_by(cls, text: str) -> dict[str, str]:
        return {"file": text}


class Supporter(Schema):
    """A funder or a partner."""

    name: Words = Field(examples=["Stadt Musterstadt"])
    note: Annotated[Words | None, OrNone] = Field(
        default=None, examples=["Zuschuss zur Jugendhilfe"]
    )
    website: Annotated[WebAddress | None, OrNone] = Field(
        default=None, examples=["https://www.example.org"]
    )
    logo: LogoNote | None = None

    @classmethod
    def meant_by(cls, text: str) -> dict[str, str]:
        return {"name": text}


class Boilerplate(Schema):
    """The standard paragraph about the association, for the press, in three lengths."""

    short: Words = Field(examples=["…"])
    medium: Words = Field(examples=["…"])
    long: Words = Field(examples=["…"])

    @property
    def long_paragraphs(self) -> list[str]:
        return [part.strip() for part in self.long.split("\n\n") if part.strip()]
