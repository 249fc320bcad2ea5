"""The days and hours of an event → how the site's language says them."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from schaukasten.language.messages import _
from schaukasten.model.kinds.event import Event
from schaukasten.model.time.sitting import Sitting
from schaukasten.words.agenda_in_words import AgendaWords
from schaukasten.words.times_in_words import Row

#: With more days than that, a card says only that their hours differ.
_MOST = 3


class EventWords(AgendaWords):
    """The words of a language for what takes place once."""

    def event_rows(self, event: Event) -> list[Row]:
        """Return when it is, in as few lines as say it: 5. bis 7. Februar, jeden Tag 10 bis 18."""
        sittings = event.sittings
        if is_the_same_each_day(sittings):
            # Of nights, too, the day is told on which each of them begins.
            first, last = sittings[0].first, sittings[-1].first
            days = {"first": self.long_day(first), "last": self.long_day(last)}
            return [Row(self.say(_("{first} to {last}", **days)), self._each_day(sittings[0]))]
        return [self._row(one) for one in sittings]

    def event_days(self, event: Event, today: dt.date) -> str:
        """Return the first day and the last of days in a row; of single days the next one."""
        first, last = event.date, event.last_named
        if last is None:
            coming = event.next_from(today)
            return self.long_date(coming.first if coming else event.last_day)
        return self.say(
            _("{first} to {last}", first=self.long_date(first), last=self.long_date(last))
        )

    def event_hours(self, event: Event) -> str:
        """Return the hours for a card, whose tab has the first day and the last."""
        sittings = event.sittings
        if len(sittings) == 1:
            return self._hours(sittings[0])
        if is_the_same_each_day(sittings):
            return self._each_day(sittings[0])
        hours = {self._hours(one) for one in sittings}
        if len(sittings) > _MOST and len(hours) == 1:
            days = len({one.first for one in sittings})
            return self.say(_("on {days} days, {times}", days=days, times=hours.pop()))
        if len(sittings) > _MOST:
            return self.say(_("at different hours on different days"))
        each = ([self.day(one.first), self._hours(one)] for one in sittings)
        return "; ".join(", ".join(filter(None, one)) for one in each)

    def event_change(self, event: Event) -> str:
        """Say that an event does not take place, or is on another day than it was to be."""
        if event.cancelled:
            return f"{self.say(_('does not take place'))} ({event.cancelled})"
        if event.moved_from:
            return self.say(_("instead of {day}", day=self.day(event.moved_from)))
        return ""

    def _row(self, sitting: Sitting) -> Row:
        first = self.long_day(sitting.first)
        if sitting.is_on_one_day:
            return Row(first, self._hours(sitting))
        if sitting.begins:
            first = f"{first}, {self.clock(sitting.begins)}"
        last = self.long_day(sitting.end_day)
        if sitting.ends:
            last = f"{last}, {self.closing(sitting.ends)}"
        return Row(self.say(_("{first} to {last}", first=first, last=last)), "")

    def _hours(self, sitting: Sitting) -> str:
        """15 bis 18 Uhr; Freitag, 17 Uhr bis Sonntag, 12 Uhr; nothing where no hour is known."""
        if sitting.begins is None:
            return ""
        if sitting.is_on_one_day:
            return self.stretch((sitting.begins, sitting.ends))
        start = f"{self.day(sitting.first)}, {self.clock(sitting.begins)}"
        if sitting.ends is None:
            return self.say(_("from {start} on", start=start))
        end = f"{self.day(sitting.end_day)}, {self.closing(sitting.ends)}"
        return self.say(_("{first} to {last}", first=start, last=end))

    def _each_day(self, sitting: Sitting) -> str:
        if sitting.begins is None:
            return ""
        hours = self.stretch((sitting.begins, sitting.ends))
        return self.say(_("each day {times}", times=hours))


def is_the_same_each_day(sittings: list[Sitting]) -> bool:
    """Return whether there are several, on days in a row, at the same hours."""
    hours = {(one.begins, one.ends, (one.until - one.first).days) for one in sittings}
    in_a_row = all((after.first - before.first).days == 1 for before, after in pairwise(sittings))
    return len(sittings) > 1 and len(hours) == 1 and in_a_row
