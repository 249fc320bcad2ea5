"""Front matter → Page."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, PlainValidator

from schaukasten.model.kinds.item import Item
from schaukasten.model.reading.fields import AsList, Name, choose

#: What an editor writes → the stem of the template.
TEMPLATES = {
    "Seite": "page",
    "Startseite": "home",
    "Verein": "about",
    "Spenden": "donate",
    "Presse": "press",
    "Kontakt": "contact",
    "Impressum": "imprint",
    "Datenschutz": "privacy",
    "Barrierefreiheit": "accessibility",
    "Fehlerseite": "not_found",
}


def _template(value: object) -> str:
    return choose(value, TEMPLATES)


class Page(Item):
    """A page that stands for itself; `template` says what is printed from the data beside it."""

    template: Annotated[str, PlainValidator(_template)] = Field(default="page", examples=["Seite"])
    #: Groups of `people.yaml`, and the `id` of single persons.
    people: Annotated[list[Name], AsList] = Field(
        default=[], examples=["[Vorstand, Team]"], max_length=100
    )
