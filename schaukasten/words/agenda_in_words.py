"""What is on and what is open → sentences for pages, and for the script that knows the hour."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from schaukasten.language.messages import _
from schaukasten.model.agenda.day import Entry, Opening
from schaukasten.model.time.hours import SpecialHours
from schaukasten.model.time.occurrence import Occurrence, Status
from schaukasten.words.times_in_words import Words


class AgendaWords(Words):
    """The words of a language for times that are there, or not as usual."""

    def off(self, occurrence: Occurrence) -> str:
        """Say why somebody would come in vain: cancelled, moved, a holiday."""
        reason = occurrence.reason
        if occurrence.status is Status.MOVED_AWAY and occurrence.other:
            day = self.day(occurrence.other.date())
            if occurrence.other.date() == occurrence.day:
                day = self.clock(occurrence.other.time())
            moved = _("moved to {day}", day=day)
            return self.say(moved) + (f" ({reason})" if reason else "")
        if occurrence.status is Status.UNSAID:
            return self.say(_("{holiday}: please ask whether it takes place", holiday=reason))
        cancelled = self.say(_("does not take place"))
        return f"{cancelled} ({reason})" if reason else cancelled

    def changed(self, occurrence: Occurrence) -> str:
        """Say of a time that takes place what is unusual about it."""
        said = occurrence.reason
        if occurrence.status is Status.MOVED_HERE and occurrence.other:
            other = occurrence.other
            message = _("instead of {day}", day=self.day(other.date()))
            if other.date() == occurrence.day:
                message = _("instead of {time}", time=self.clock(other.time()))
            instead = self.say(message)
            said = f"{instead} ({said})" if said else instead
        return said

    def entry_times(self, entry: Entry) -> str:
        """Return the hours of an entry that are known: 9 bis 18 Uhr, ab 9 Uhr, bis 18 Uhr."""
        start, end = entry.occurrence.start.time(), entry.occurrence.end.time()
        if not entry.has_start:
            return self.say(_("to {end}", end=self.end_of_day(end))) if entry.has_end else ""
        return self.stretch((start, end if entry.has_end else None))

    def opening(self, opening: Opening) -> str:
        """Geöffnet 9 bis 18 Uhr; Geschlossen (Betriebsferien)."""
        if opening.stretches:
            said = self.say(_("Open {times}", times=self.stretches(opening.stretches)))
        elif opening.is_unsaid:
            return self.say(_("{holiday}: please ask whether we are open", holiday=opening.reason))
        elif opening.is_met_in:
            said = self.say(_("Office closed; some things take place"))
        else:
            said = self.say(_("Closed"))
        return f"{said} ({opening.reason})" if opening.reason else said

    def change(self, entry: Entry) -> str:
        """Say what is not as usual about an entry, if anything."""
        occurrence = entry.occurrence
        return self.off(occurrence) if entry.is_off else self.changed(occurrence)

    def opening_on(self, opening: Opening) -> str:
        """Montag, 23. November: Geöffnet 9 bis 18 Uhr."""
        return f"{self.day(opening.date)}: {self.opening(opening)}"

    def special(self, special: SpecialHours) -> str:
        """geschlossen (Betriebsferien); 10 bis 14 Uhr."""
        said = self.say(_("closed"))
        if special.start and special.end:
            said = self.stretch((special.start, special.end))
        return f"{said} ({special.reason})" if special.reason else said

    def hours_data(self, openings: Iterable[Opening]) -> str:
        """Return what `day.js` reads from `data-hours`, as JSON.

        A list of stretches, each `[from, to, eve, begins, open, today, tomorrow, later]`: four
        moments (ISO 8601 with offset; `eve` and `begins` are the midnights before the day before
        and before its day), then the sentence that is true within the stretch, and those that are
        true before it: on its day, on the day before, earlier.
        """
        return json.dumps(list(self._stretches(openings)), ensure_ascii=False)

    def _stretches(self, openings: Iterable[Opening]) -> Iterator[list[str]]:
        openings = list(openings)
        for opening in openings:
            # The night before is a stretch of its own only on the first of these days.
            for one in opening.nights if opening is openings[0] else ():
                moments = [one.start, one.end, opening.eve, opening.eve]
                still_open = _("Open now, until {end}", end=self.closing(one.end.time()))
                yield [one.isoformat() for one in moments] + [self.say(still_open)] * 4
            if opening.is_unsaid:
                moments = [opening.begins, opening.ends, opening.eve, opening.begins]
                yield [one.isoformat() for one in moments] + [self.opening(opening)] * 4
            for one in opening.stretches:
                moments = [one.start, one.end, opening.eve, opening.begins]
                start = self.clock(one.start.time())
                sentences = (
                    _("Open now, until {end}", end=self.closing(one.end.time())),
                    _("Opens today at {start}", start=start),
                    _("Opens tomorrow at {start}", start=start),
                    _("Opens on {day} at {start}", day=self.day(one.day), start=start),
                )
                yield [one.isoformat() for one in moments] + [self.say(one) for one in sentences]
