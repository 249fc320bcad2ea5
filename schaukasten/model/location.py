"""`content/data/locations.yaml` → the association's houses: how to reach them, when they open."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from schaukasten.model.address_fields import Email, Phone, Slug
from schaukasten.model.fact import AsFact, Detail, Fact
from schaukasten.model.fields import AsList, Text
from schaukasten.model.hours import Hours
from schaukasten.model.schema import Schema


class Address(Schema):
    street: Text = Field(examples=["Musterweg 1"])
    postcode: Text = Field(examples=["12345"])
    city: Text = Field(examples=["Musterstadt"])


class Location(Schema):
    """A house of the association; the first in the list is the main one."""

    id: Slug = Field(examples=["haus"])
    name: Text = Field(examples=["Unser Haus"])
    address: Fact[Address]
    phone: Fact[Phone] = Field(examples=["0231 123456"])
    fax: Annotated[Fact[Phone] | None, AsFact] = Field(default=None, examples=["0231 123457"])
    email: Fact[Email] = Field(examples=["buero@example.org"])
    hours: Annotated[Fact[list[Hours]] | None, AsFact] = None
    hours_note: Text | None = Field(default=None, examples=["Offener Treff"])
    step_free: Annotated[Detail[Text] | None, AsFact] = Field(
        default=None, examples=["Rampe am Eingang"]
    )
    directions: Text | None = Field(default=None, examples=["Vom Bahnhof fünf Minuten zu Fuß."])

    @property
    def is_reachable(self) -> bool:
        """Whether a visitor can be told a telephone number or an e-mail address."""
        return self.phone.is_known or self.email.is_known


class Locations(Schema):
    """The list in `content/data/locations.yaml`."""

    entries: Annotated[list[Location], AsList] = Field(min_length=1)
