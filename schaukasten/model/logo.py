"""The data of an association → its logo, opened."""

from __future__ import annotations

from schaukasten.model.association.data import FOLDER, Data
from schaukasten.model.files.picture import Picture
from schaukasten.model.reading.problem import Invalid, Problem
from schaukasten.model.text.references import References


def logo_of(data: Data, references: References) -> tuple[Picture | None, list[Problem]]:
    """Return the logo, or why it cannot be opened; None if there is none."""
    fact = data.association.logo if data.association else None
    if fact is None or fact.value is None:
        return None, []
    place = ("logo", "value", "file")
    where = data.yaml["association.yaml"].place_of(place)
    try:
        return references.picture_in(FOLDER, fact.value, where), []
    except Invalid as invalid:
        return None, [data.error("association.yaml", place, invalid)]
