"""What the facts of an association are made of: persons, authorities, figures, years."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from schaukasten.language.messages import _
from schaukasten.model.reading.address_fields import WebAddress
from schaukasten.model.reading.answers import OrNone
from schaukasten.model.reading.fact import Fact, never_none
from schaukasten.model.reading.fields import Text, Words
from schaukasten.model.reading.schema import Schema


class Person(Schema):
    name: Words = Field(examples=["Erika Beispiel"])
    role: Annotated[Words | None, OrNone] = Field(default=None, examples=["Vorsitzende"])


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


class Milestone(Schema):
    year: Text = Field(examples=["1986"])
    text: Words = Field(examples=["Gründung des Vereins"])


#: An entry of the history.
PastEvent = Annotated[
    Fact[Milestone],
    never_none(
        _("“There is none” is no event of a history."),
        _("Delete the entry; where there is no history to tell, write: history: []"),
    ),
]


class Funder(Schema):
    name: Words = Field(examples=["Stadt Musterstadt"])
    note: Annotated[Words | None, OrNone] = Field(
        default=None, examples=["Zuschuss zur Jugendhilfe"]
    )
    website: Annotated[WebAddress | None, OrNone] = Field(
        default=None, examples=["https://www.example.org"]
    )


class Boilerplate(Schema):
    """The standard paragraph about the association, for the press, in three lengths."""

    short: Words = Field(examples=["…"])
    medium: Words = Field(examples=["…"])
    long: Words = Field(examples=["…"])

    @property
    def long_paragraphs(self) -> list[str]:
        return [part.strip() for part in self.long.split("\n\n") if part.strip()]
