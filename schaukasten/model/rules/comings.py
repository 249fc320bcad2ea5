"""What comes or goes on a day without anybody touching it, and what must not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from schaukasten.language.days import day_in_words
from schaukasten.language.messages import _
from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.event import Event
from schaukasten.model.kinds.item import Status
from schaukasten.model.kinds.job import Job
from schaukasten.model.kinds.offer import Offer
from schaukasten.model.kinds.page import Page
from schaukasten.model.reading.problem import Invalid, Severity
from schaukasten.model.reading.yaml_places import Loc
from schaukasten.model.rules.rule import Context, Finding, rule
from schaukasten.model.time.passing import SOON, passing
from schaukasten.model.time.span import Lifetime, Span

#: Pages that the law or the theme asks for on every day (§ 5 DDG, Art. 13 GDPR).
_STAYING = frozenset({"contact", "imprint", "privacy", "not_found"})


@rule(Severity.ERROR, _("Page that has to stay"))
def fleeting_page(document: Document, context: Context) -> Iterator[Finding]:
    """Without its home page, its imprint or its contact page there would be no site one morning."""
    item = document.item
    is_translation = item.lang not in (None, context.data.language)
    stays = document.address == "/" or (isinstance(item, Page) and item.template in _STAYING)
    if not stays or is_translation:
        return
    for key in ("publish_from", "expires"):
        if getattr(item, key) is not None:
            what = _("This page cannot come or go on a day: the site is never without it.")
            remedy = _("Delete the line “{key}”; what is new on a day is changed then.", key=key)
            yield (key,), Invalid(what, remedy)


@rule(Severity.HINT, _("Link that comes or goes"))
def passing_link(document: Document, context: Context) -> Iterator[Finding]:
    """What expires takes the links to it along; whoever wrote them should know of it."""
    mine = document.item.shown or Span()
    if mine.last < context.today:
        return
    for link in context.rendering(document).links:
        address = link.address.partition("#")[0].partition("?")[0]
        if not address.startswith("/"):
            continue  # It leads away, and there are thousands of lifetimes.
        lifetime = context.lifetimes.get(address)
        if lifetime is not None and not _outlives(lifetime, mine, context.today):
            found = passing(address, lifetime, context.today)
            if found is not None:
                yield link.place, found


@rule(Severity.HINT, _("Comes or goes within 30 days"))
def coming_change(document: Document, context: Context) -> Iterator[Finding]:
    """What a night changes by itself, somebody should have seen before."""
    item, today = document.item, context.today
    soon = Span(today, today + SOON)
    if item.status is Status.DRAFT:
        return
    if item.expires is not None and item.expires in soon:
        what = _(
            "This page is shown until {day}, and then no more.", day=day_in_words(item.expires)
        )
        yield ("expires",), Invalid(what, _("If it is to stay, write a later day."))
    if item.publish_from is not None and item.publish_from in soon and item.publish_from > today:
        what = _("This page appears on {day}.", day=day_in_words(item.publish_from))
        yield ("publish_from",), Invalid(what, _("Look at it in the preview until then."))
    if document.published and isinstance(item, Offer) and (last := item.last_day) in soon:
        what = _("After {day} no time of this offer is to come.", day=day_in_words(last))
        yield ("schedule",), Invalid(what, _("Write the new times as soon as they are known."))
    if document.published and isinstance(item, Job) and item.deadline and item.deadline in soon:
        what = _("After {day} this job is listed no more.", day=day_in_words(item.deadline))
        yield ("deadline",), Invalid(what, _("If it is still free then, write a later day."))


@rule(Severity.HINT, _("Days after the end of the page"))
def days_after_end(document: Document, context: Context) -> Iterator[Finding]:
    """A time that no page shows any more brings nobody."""
    item = document.item
    if item.expires is None:
        return
    for place, day in _days(document):
        if day > item.expires:
            what = _(
                "{day} comes after “expires” ({last}), so nobody sees it.",
                day=day_in_words(day),
                last=day_in_words(item.expires),
            )
            yield place, Invalid(what, _("Write a later day into “expires”, or delete this one."))


def _outlives(lifetime: Lifetime, mine: Span, today: dt.date) -> bool:
    """Whether a page is there on every day on which another one is."""
    span = lifetime.around(max(today, mine.first))
    return span is not None and mine.last <= span.last


def _days(document: Document) -> Iterator[tuple[Loc, dt.date]]:
    """Yield each day that is written for one time of an offer or an event, with its place."""
    item = document.item
    if isinstance(item, Job) and item.deadline:
        yield ("deadline",), item.deadline
    if isinstance(item, Event):
        yield ("end_date" if item.end_date else "date",), item.last_day
    for number, slot in enumerate(item.schedule if isinstance(item, Offer) else []):
        place = ("schedule", number)
        for index, day in enumerate(slot.days):
            yield (*place, "am", index), day
        for index, extra in enumerate(slot.extras):
            yield (*place, "extra", index), extra.day
        if slot.first is not None:
            yield (*place, "ab"), slot.first
