"""What a document's front matter must agree on with the rest of the content.

A rule is a function that yields problems; it sees one document, the data, and the day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from schaukasten.messages import _
from schaukasten.model.data import Data
from schaukasten.model.document import Document
from schaukasten.model.event import Event
from schaukasten.model.offer import Offer
from schaukasten.model.picture import PictureNote
from schaukasten.model.problem import Invalid, Problem, Severity
from schaukasten.model.telephone import telephone
from schaukasten.model.yaml_text import Loc


def rules(document: Document, data: Data, today: dt.date) -> Iterator[Problem]:
    """Yield the findings of every rule."""
    yield from known_audience(document, data)
    yield from known_location(document, data)
    yield from dialable_contact(document, data)
    yield from placeholder_pictures(document)
    yield from known_times(document)
    yield from review_is_due(document, today)


def known_audience(document: Document, data: Data) -> Iterator[Problem]:
    """An offer names audiences that the association knows: they are headings and doors."""
    if not isinstance(document.item, Offer) or data.audiences is None:
        return
    names = [audience.name for audience in data.audiences.entries]
    for index, name in enumerate(document.item.audience):
        if name not in names:
            what = _("“{name}” is not an audience of this site.", name=name)
            remedy = _("Choose one of: {choices}.", choices=", ".join(names))
            yield document.error(("audience", index), Invalid(what, remedy))


def known_location(document: Document, data: Data) -> Iterator[Problem]:
    """An offer or event takes place in a house that is in the data."""
    if not isinstance(document.item, Offer | Event) or data.locations is None:
        return
    ids = [location.id for location in data.locations.entries]
    if document.item.location is not None and document.item.location not in ids:
        what = _("“{name}” is not a location of this site.", name=document.item.location)
        remedy = _("Choose one of: {choices}.", choices=", ".join(ids))
        yield document.error(("location",), Invalid(what, remedy))


def dialable_contact(document: Document, data: Data) -> Iterator[Problem]:
    """A tap on the number must ring somewhere."""
    if not isinstance(document.item, Offer | Event) or data.association is None:
        return
    contact = document.item.contact
    if contact is not None and contact.phone is not None:
        try:
            telephone(contact.phone, data.association.country)
        except Invalid as invalid:
            yield document.error(("contact", "phone"), invalid)


def placeholder_pictures(document: Document) -> Iterator[Problem]:
    """A stand-in for a picture must not go live unnoticed."""
    item = document.item
    notes: list[tuple[Loc, PictureNote]] = [(("image",), item.image)] if item.image else []
    notes += [(("pictures", index), note) for index, note in enumerate(item.pictures)]
    for loc, note in notes:
        if note.placeholder:
            what = _("The picture “{file}” is a placeholder.", file=note.file)
            remedy = _("Put the real one in its place and delete “placeholder”.")
            yield document.problem((*loc, "placeholder"), Severity.OPEN, what, remedy)


def known_times(document: Document) -> Iterator[Problem]:
    """Visitors first ask when an offer takes place."""
    item = document.item
    if isinstance(item, Offer) and not item.schedule and not item.schedule_note:
        what = _("The times of this offer are not known.")
        remedy = _("Fill in “schedule”; until then the page says that they are to be asked for.")
        yield document.problem(("schedule",), Severity.HINT, what, remedy)


def review_is_due(document: Document, today: dt.date) -> Iterator[Problem]:
    due = document.item.review_by
    if due is not None and due < today:
        what = _("This page was to be looked through by {day}.", day=due.isoformat())
        remedy = _("Read it, then write a later day into “review_by”.")
        yield document.problem(("review_by",), Severity.WARNING, what, remedy)
