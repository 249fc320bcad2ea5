"""Vacancies: those that are over, those that nobody has looked at for long, and slips in a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from schaukasten.language.days import day_in_words
from schaukasten.language.messages import _
from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.job import Job
from schaukasten.model.kinds.job_terms import Employment
from schaukasten.model.reading.problem import Invalid, Severity
from schaukasten.model.rules.rule import Context, Finding, rule

#: So long after it was advertised or changed, somebody should ask whether it is still free.
_LONG = dt.timedelta(days=183)


@rule(Severity.HINT, _("Job whose deadline has passed"))
def past_job(document: Document, context: Context) -> Iterator[Finding]:
    """It is in no list any more; with a wrong year nobody would have seen it there."""
    item = document.item
    if isinstance(item, Job) and item.deadline and item.deadline < context.today:
        day = day_in_words(item.deadline)
        what = _("Nobody can apply any more since {day}; no list has this job.", day=day)
        remedy = _("If it is still free, write a later day; if it is given, delete the page.")
        yield ("deadline",), Invalid(what, remedy)


@rule(Severity.WARNING, _("Job without a deadline, for long"))
def stale_job(document: Document, context: Context) -> Iterator[Finding]:
    """Whoever applies for what was given away long ago has had the work for nothing."""
    item = document.item
    if not isinstance(item, Job) or item.deadline or not document.published:
        return
    day = item.last_changed or item.date
    if day + _LONG < context.today:
        what = _("This job is advertised since {day}, without a deadline.", day=day_in_words(day))
        remedy = _(
            "If it is still free, write today's day into “updated”, or a “deadline”; "
            "if it is given, delete the page."
        )
        yield ("date",), Invalid(what, remedy)


@rule(Severity.WARNING, _("Deadline before the advertisement"))
def deadline_before_date(document: Document, context: Context) -> Iterator[Finding]:
    """It would be over before anybody has read of it."""
    item = document.item
    if isinstance(item, Job) and item.deadline and item.deadline < item.first_day:
        what = _(
            "The deadline ({last}) comes before the advertisement ({first}).",
            last=day_in_words(item.deadline),
            first=day_in_words(item.first_day),
        )
        yield ("deadline",), Invalid(what, _("Check both days, the year above all."))


@rule(Severity.WARNING, _("Job that is limited and permanent"))
def limited_and_permanent(document: Document, context: Context) -> Iterator[Finding]:
    """Whoever looks for work for good would not know what they read."""
    item = document.item
    if not isinstance(item, Job) or Employment.PERMANENT not in item.employment:
        return
    if item.limited_until or Employment.TEMPORARY in item.employment:
        what = _("This job is called permanent, and limited as well.")
        remedy = _("Delete one of both: “unbefristet”, or what limits it.")
        yield ("employment",), Invalid(what, remedy)


@rule(Severity.HINT, _("Job of a later day"))
def later_job(document: Document, context: Context) -> Iterator[Finding]:
    """Its day is that of the advertisement, and not that on which somebody is to begin."""
    item = document.item
    if isinstance(item, Job) and item.date > context.today:
        what = _("This job appears on {day}, not before.", day=day_in_words(item.date))
        remedy = _("If it is to appear at once, write today's day; the first day is “begins”.")
        yield ("date",), Invalid(what, remedy)
