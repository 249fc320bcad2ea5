"""What a document's front matter must agree on with the association's data."""

from __future__ import annotations

from collections.abc import Iterator

from schaukasten.language.messages import _
from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.event import Event
from schaukasten.model.kinds.job import Job
from schaukasten.model.kinds.offer import Offer
from schaukasten.model.reading.problem import Invalid, Severity
from schaukasten.model.reading.telephone import telephone
from schaukasten.model.reading.written_out import as_list, several_of
from schaukasten.model.rules.rule import Context, Finding, rule
from schaukasten.model.staff import contact_in


@rule(Severity.ERROR, _("Unknown audience"))
def unknown_audience(document: Document, context: Context) -> Iterator[Finding]:
    """An offer names audiences that the association knows: they are headings and doors."""
    audiences = context.data.audiences
    if not isinstance(document.item, Offer) or audiences is None:
        return
    names = [audience.name for audience in audiences.entries]
    for index, name in enumerate(document.item.audience):
        if name not in names:
            what = _("“{name}” is not an audience of this site.", name=name)
            remedy = _("Choose one of: {choices}.", choices=", ".join(names))
            if several := several_of(name, {str(one): str(one) for one in names}):
                remedy = _("Write several as a list: {list}", list=as_list(several))
            yield ("audience", index), Invalid(what, remedy)


@rule(Severity.ERROR, _("Unknown location"))
def unknown_location(document: Document, context: Context) -> Iterator[Finding]:
    """An offer, an event or a job is in a house that is in the data."""
    locations = context.data.locations
    if not isinstance(document.item, Offer | Event | Job) or locations is None:
        return
    ids = [location.id for location in locations.entries]
    if document.item.location is not None and document.item.location not in ids:
        what = _("“{name}” is not a location of this site.", name=document.item.location)
        remedy = _("Choose one of: {choices}.", choices=", ".join(ids))
        yield ("location",), Invalid(what, remedy)


@rule(Severity.ERROR, _("Unknown room"))
def unknown_room(document: Document, context: Context) -> Iterator[Finding]:
    """Only a room that is always written alike can be seen to be taken."""
    item = document.item
    locations = context.data.locations
    if not isinstance(item, Offer | Event) or locations is None or item.room is None:
        return
    id = item.location or locations.entries[0].id
    house = next((one for one in locations.entries if one.id == id), None)
    # That there is no such house is told above.
    if house and item.room not in house.rooms:
        what = _("“{name}” is not a room of “{house}”.", name=item.room, house=house.name)
        remedy = _("Add it to “rooms” in data/locations.yaml.")
        if house.rooms:
            remedy = _("Choose one of: {choices}.", choices=", ".join(house.rooms))
        yield ("room",), Invalid(what, remedy)


@rule(Severity.WARNING, _("Room at another place"))
def room_elsewhere(document: Document, context: Context) -> Iterator[Finding]:
    """What takes place in none of the houses has none of their rooms; visitors see one place."""
    item = document.item
    if isinstance(item, Event) and item.place and item.room:
        what = _("“room” is not shown, since the event takes place at “{place}”.", place=item.place)
        yield ("room",), Invalid(what, _("Delete the line “room”, or the line “place”."))


@rule(Severity.ERROR, _("Impossible telephone number"))
def undialable_contact(document: Document, context: Context) -> Iterator[Finding]:
    """A tap on the number must ring somewhere."""
    association = context.data.association
    contact = contact_in(document.item)
    if association is None:
        return
    item = document.item
    numbers = {
        "contact": contact.phone if contact else None,
        "apply": item.apply.phone if isinstance(item, Job) and item.apply else None,
    }
    for key, number in numbers.items():
        if number is not None:
            try:
                telephone(number, association.country)
            except Invalid as invalid:
                yield (key, "phone"), invalid
