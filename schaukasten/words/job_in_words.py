"""The facts of a vacancy → words in the site's language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from schaukasten.language.messages import Message, _
from schaukasten.model.kinds.job_terms import Employment
from schaukasten.words.dates_in_words import Dates

_EMPLOYMENTS: dict[Employment, Message] = {
    Employment.FULL_TIME: _("full time"),
    Employment.PART_TIME: _("part time"),
    Employment.MINIJOB: _("minijob"),
    Employment.TEMPORARY: _("temporary"),
    Employment.PERMANENT: _("permanent"),
    Employment.TRAINING: _("vocational training"),
    Employment.INTERNSHIP: _("internship"),
    Employment.WORKING_STUDENT: _("for students"),
    Employment.FSJ: _("voluntary social year (FSJ)"),
    Employment.BFD: _("federal volunteer service (BFD)"),
    Employment.VOLUNTEER: _("voluntary work"),
    Employment.CONTRACTOR: _("on a fee basis"),
}


class JobWords(Dates):
    """Says what kind of work it is, how much, and from when to when."""

    def employments(self, kinds: Iterable[Employment]) -> str:
        """Vollzeit, Teilzeit."""
        found = ", ".join(self.say(_EMPLOYMENTS[one]) for one in dict.fromkeys(kinds))
        return found[:1].upper() + found[1:]

    def weekly_hours(self, hours: str | None) -> str:
        """20 bis 25 Stunden in der Woche; empty where it is not known."""
        if not hours:
            return ""
        least, _sign, most = hours.partition("–")
        if most:
            return self.say(_("{least} to {most} hours a week", least=least, most=most))
        if least == "1":
            return self.say(_("one hour a week"))
        return self.say(_("{hours} hours a week", hours=least))

    def limited(self, value: dt.date | str | None) -> str:
        """bis 31. Dezember 2028; or the words, as they were typed."""
        if isinstance(value, dt.date):
            return self.say(_("until {day}", day=self.long_date(value)))
        return value or ""

    def day_or_words(self, value: dt.date | str | None) -> str:
        """1. Januar 2027; or the words, as they were typed."""
        return self.long_date(value) if isinstance(value, dt.date) else value or ""
