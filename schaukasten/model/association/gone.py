"""`content/data/gone.yaml` → the addresses that were taken away on purpose, and will not be back.

A web server answers 410 for them, and search engines forget them sooner than after a 404
(RFC 9110, 15.5.11).
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from schaukasten.model.reading.address_fields import LocalAddress
from schaukasten.model.reading.fields import AsList
from schaukasten.model.reading.schema import Schema


class Gone(Schema):
    """The file; who wrote an address there says why in a comment behind it."""

    addresses: Annotated[list[LocalAddress], AsList] = Field(
        default=[], examples=["[/aktuelles/2019/altes/]"]
    )
