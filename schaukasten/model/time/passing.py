"""When a page is there → what somebody should know whose link leads to it."""

from __future__ import annotations

import datetime as dt

from schaukasten.language.days import day_in_words
from schaukasten.language.messages import _
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.time.span import Lifetime

#: So long before, an editor is told what a day will change.
SOON = dt.timedelta(days=30)


def passing(page: str, lifetime: Lifetime, today: dt.date) -> Invalid | None:
    """Return what becomes of a link to that address; None where nothing does."""
    span = lifetime.around(today)
    if span is not None:
        if span.last > today + SOON:
            return None
        last = day_in_words(span.last)
        what = _(
            "“{page}” is shown until {day}; then the link here goes, too.", page=page, day=last
        )
        remedy = _(
            "If that page is to stay, write a later day into “expires” of “{file}”; "
            "else nothing has to be done.",
            file=span.closer,
        )
        return Invalid(what, remedy)
    if coming := lifetime.after(today):
        first = day_in_words(coming.first)
        what = _(
            "“{page}” appears on {day}; until then the link here is missing.", page=page, day=first
        )
        remedy = _(
            "Nothing has to be done; to show it sooner, write an earlier day into “{file}”.",
            file=coming.opener,
        )
        return Invalid(what, remedy)
    if past := lifetime.before(today):
        last = day_in_words(past.last)
        what = _(
            "“{page}” was shown until {day}; the link here is missing since then.",
            page=page,
            day=last,
        )
        remedy = _(
            "Take the link out; or write a later day into “expires” of “{file}”.", file=past.closer
        )
        return Invalid(what, remedy)
    return None
