"""What an event leaves unclear: which of its hours are meant, where it is, which event it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import count

from schaukasten.language.days import day_in_words
from schaukasten.language.messages import _
from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.event import Event
from schaukasten.model.kinds.occasion import Occasion
from schaukasten.model.kinds.offer import Offer
from schaukasten.model.reading.problem import Invalid, Severity
from schaukasten.model.reading.yaml_places import Loc
from schaukasten.model.rules.rule import Context, Finding, rule
from schaukasten.model.time.stretch import MORNING


@rule(Severity.HINT, _("Several days, and one pair of hours"))
def unclear_days(document: Document, context: Context) -> Iterator[Finding]:
    """A camp from Friday to Sunday has the same lines as a bazaar that opens every day."""
    event = document.item
    if not isinstance(event, Event) or not event.is_unclear or event.last_day < context.today:
        return
    if event.start is None or event.end is None:
        what = _("Of the days after the first no hours are known.")
        remedy = _("Add “end: 18:00”, and “overnight: ja” if it goes on through the nights.")
    elif len(event.sittings) > 1:
        hours = {"start": f"{event.start:%H:%M}", "end": _closing(event.end)}
        what = _("This is read as: each day from {start} to {end}.", **hours)
        remedy = _("If it is so, add “overnight: nein”; if it goes on all the time: overnight: ja")
    else:
        one = event.sittings[0]
        what = _(
            "This is read as: without a break, from {first}, {start} to {last}, {end}.",
            first=day_in_words(one.first),
            start=f"{event.start:%H:%M}",
            last=day_in_words(one.until),
            end=_closing(event.end),
        )
        remedy = _("If it is so, add “overnight: ja”; if it is on each day by itself: nein")
    yield ("end_date",), Invalid(what, remedy)


@rule(Severity.HINT, _("Until the next day"))
def late_end(document: Document, context: Context) -> Iterator[Finding]:
    """Of two hours that changed places nobody would notice, since a night could be meant."""
    for place, start, end in _hours(document):
        if start > end > MORNING:
            what = _("It begins at {start} and ends at {end} on the next day.", **_text(start, end))
            yield place, Invalid(what, _("Check the two hours; if it is so, all is well."))


@rule(Severity.HINT, _("Place without an address"))
def place_without_address(document: Document, context: Context) -> Iterator[Finding]:
    """Search engines announce no event whose address they do not know, nor does a map find it."""
    item = document.item
    if not isinstance(item, Event) or item.cancelled or item.last_day < context.today:
        return
    if item.place and not item.address:
        what = _("Of this place there is no address.")
        remedy = _("Add “address:”, and below it, moved in, “street: …” and “city: …”.")
        yield ("place",), Invalid(what, remedy)


@rule(Severity.ERROR, _("Two with one identity"))
def shared_identity(document: Document, context: Context) -> Iterator[Finding]:
    """Calendar programs would take one for a later version of the other, and drop it."""
    if not isinstance(document.item, Occasion):
        return
    others = [one for one in context.by_identity[document.identity] if one is not document]
    # Of two with one address that is told already.
    others = [one for one in others if one.address != document.address]
    if others:
        own = document.address.strip("/").replace("/", "-")
        free = next(key for key in _numbered(own) if key not in context.by_identity)
        what = _("“{file}” has the same identity.", file=others[0].source)
        remedy = _("If this is the copy, give it its own: id: {id}", id=free)
        yield ("id",) if document.item.id else ("aliases",), Invalid(what, remedy)


def _numbered(key: str) -> Iterator[str]:
    """Yield a key, then the same with a letter behind it, for ever."""
    yield key
    yield from (f"{key}-neu{number}" for number in count(1))


def _hours(document: Document) -> Iterator[tuple[Loc, dt.time, dt.time]]:
    """Yield each pair of hours that are written for one day, with its place."""
    item = document.item
    if isinstance(item, Event) and item.overnight is None and item.is_on_one_date and item.end:
        yield ("end",), item.start or item.end, item.end
    for index, slot in enumerate(item.schedule if isinstance(item, Offer) else []):
        place: Loc = ("schedule", index)
        yield (*place, "bis"), slot.start, slot.end
        for number, extra in enumerate(slot.extras):
            if extra.start and extra.end:
                yield (*place, "extra", number, "bis"), extra.start, extra.end


def _text(start: dt.time, end: dt.time) -> dict[str, str]:
    return {"start": f"{start:%H:%M}", "end": f"{end:%H:%M}"}


def _closing(end: dt.time) -> str:
    return "24:00" if end == dt.time.max else f"{end:%H:%M}"
