"""What depends on the day: times that are missing, past, or due."""

from __future__ import annotations

from collections.abc import Iterator

from schaukasten.language.messages import _
from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.event import Event
from schaukasten.model.kinds.news import NewsItem
from schaukasten.model.kinds.offer import Offer
from schaukasten.model.reading.problem import Invalid, Severity
from schaukasten.model.rules.rule import Context, Finding, rule


@rule(Severity.HINT, _("Times not known"))
def unknown_times(document: Document, context: Context) -> Iterator[Finding]:
    """Visitors first ask when an offer takes place."""
    item = document.item
    if isinstance(item, Offer) and not item.schedule and not item.schedule_note:
        what = _("The times of this offer are not known.")
        remedy = _("Fill in “schedule”; until then the page says that they are to be asked for.")
        yield ("schedule",), Invalid(what, remedy)


@rule(Severity.HINT, _("Event in the past"))
def past_event(document: Document, context: Context) -> Iterator[Finding]:
    """A wrong year puts a coming event among the past ones, where nobody looks."""
    item = document.item
    if isinstance(item, Event) and item.last_day < context.today:
        what = _("This event is over ({day}).", day=item.last_day.isoformat())
        remedy = _("Check the year; a past event stays in the list of past ones.")
        yield ("date",), Invalid(what, remedy)


@rule(Severity.HINT, _("News of a later day"))
def later_news(document: Document, context: Context) -> Iterator[Finding]:
    """An invitation that bears the day of the party appears when nobody needs it any more."""
    item = document.item
    if isinstance(item, NewsItem) and item.date > context.today:
        what = _("This news item appears on {day}, not before.", day=item.date.isoformat())
        remedy = _("If it is to appear at once, write today's day; the party itself is an event.")
        yield ("date",), Invalid(what, remedy)


@rule(Severity.WARNING, _("Changed on a later day"))
def updated_ahead(document: Document, context: Context) -> Iterator[Finding]:
    """A mistyped year tells visitors and calendars of a change that has not been."""
    updated = document.item.updated
    if updated is not None and updated > context.today:
        what = _("The day of the change is still to come: {day}.", day=updated.isoformat())
        yield ("updated",), Invalid(what, _("Write the day on which you have changed it."))


@rule(Severity.WARNING, _("Never to be seen"))
def never_shown(document: Document, context: Context) -> Iterator[Finding]:
    """What ends before it begins appears on no day."""
    item = document.item
    first = item.first_day
    if item.expires is not None and item.expires < first:
        what = _("This ends ({last}) before it begins ({first}).", last=item.expires, first=first)
        yield ("expires",), Invalid(what, _("Check both days."))


@rule(Severity.WARNING, _("Review is due"), for_release=True)
def review_due(document: Document, context: Context) -> Iterator[Finding]:
    """What was right once may be wrong today."""
    due = document.item.review_by
    if due is not None and due < context.today:
        what = _("This page was to be looked through by {day}.", day=due.isoformat())
        remedy = _("Read it, then write a later day into “review_by”.")
        yield ("review_by",), Invalid(what, remedy)
