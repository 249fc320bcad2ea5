"""What a schedule says that cannot be so, or that does not go together with others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from schaukasten.language.messages import _
from schaukasten.model.agenda.openings import HORIZON
from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.occasion import Occasion
from schaukasten.model.kinds.offer import Offer
from schaukasten.model.reading.problem import Invalid, Severity
from schaukasten.model.rules.rule import Context, Finding, rule
from schaukasten.model.time.exceptions import Extra
from schaukasten.model.time.occurrence import falls_within, occurrences
from schaukasten.model.time.slot import Slot

#: School holidays should be known for so long ahead.
_AHEAD = dt.timedelta(days=90)


@rule(Severity.ERROR, _("Exception that changes nothing"))
def idle_exception(document: Document, context: Context) -> Iterator[Finding]:
    """A date that misses its Wednesday was meant for another, and visitors come in vain."""
    for place, slot in _slots(document):
        for index, pause in enumerate(slot.pauses):
            if not falls_within(slot, pause.first, pause.last):
                yield (*place, "nicht", index), _misses(pause.first, pause.last)
        moved = [move.day for move in slot.moves]
        for index, move in enumerate(slot.moves):
            # Who moves a day a second time meant another.
            if move.day in moved[:index] or not falls_within(slot, move.day, move.day):
                yield (*place, "verlegt", index, "am"), _misses(move.day, move.day)
            elif move.to == move.day and slot.has_usual_times(move):
                yield (*place, "verlegt", index, "auf"), _anyway(move.day)
        for index, extra in enumerate(slot.extras):
            before = {"extras": slot.extras[:index]}
            without = (_in_house(document, place, context) or slot).model_copy(update=before)
            if _is_there(extra, without, context):
                yield (*place, "extra", index), _anyway(extra.day)


@rule(Severity.WARNING, _("Two times moved to one"))
def moved_together(document: Document, context: Context) -> Iterator[Finding]:
    """It would be named twice on that day, and one of the two days was probably mistyped."""
    for place, slot in _slots(document):
        taken = set()
        for index, move in enumerate(slot.moves):
            if (move.to, move.start) in taken:
                what = _("Two of its times are moved to {day}, at the same hour.", day=move.to)
                remedy = _("If it is one, let the other be off (“nicht”); else check the days.")
                yield (*place, "verlegt", index, "auf"), Invalid(what, remedy)
            taken.add((move.to, move.start))


@rule(Severity.ERROR, _("Schedule without a day"))
def slot_without_days(document: Document, context: Context) -> Iterator[Finding]:
    """A season that holds none of its weekdays is shorter than was meant."""
    for place, slot in _slots(document):
        if slot.recurs and slot.last:
            first = slot.first or slot.last - HORIZON
            if not falls_within(slot, first, slot.last):
                what = _("Between “ab” and “zuletzt” it takes place on no day.")
                yield place, Invalid(what, _("Check the weekday, “rhythmus”, “ab” and “zuletzt”."))


@rule(Severity.HINT, _("Each weekday by itself"))
def several_firsts(document: Document, context: Context) -> Iterator[Finding]:
    """The first working day of the month cannot be said so: it would be five days."""
    for place, slot in _slots(document):
        if len(slot.weekdays or ()) > 2 and slot.rhythm.positions:
            what = _("Each of the weekdays is counted by itself: {count} days.",
                     count=len(slot.weekdays or ()) * len(slot.rhythm.positions))  # fmt: skip
            remedy = _("If one is meant, name its days one by one, in the place of “wochentag”.")
            yield (*place, "rhythmus"), Invalid(what, remedy)


@rule(Severity.WARNING, _("Two things in one room"))
def double_booking(document: Document, context: Context) -> Iterator[Finding]:
    """Of two groups that find themselves before the same door one has come in vain."""
    seen: set[str] = set()
    if not isinstance(document.item, Occasion):
        return
    for mine, other in context.clashes.get(str(document.source), []):
        # Every Wednesday of a year would be fifty times the same.
        name = other.document.item.title
        if name not in seen:
            seen.add(name)
            what = _(
                "In this room there is “{other}” as well, on {day}.",
                other=name,
                day=mine.occurrence.day.isoformat(),
            )
            yield (
                ("room",),
                Invalid(what, _("Choose another time or another room for one of them.")),
            )


@rule(Severity.WARNING, _("Schedule in the past"))
def schedule_over(document: Document, context: Context) -> Iterator[Finding]:
    """Visitors see that it is over, and wonder whether the page is, too."""
    item = document.item
    if not isinstance(item, Offer) or not item.schedule:
        return
    if all(slot.is_over(context.today) for slot in item.schedule):
        what = _("All times of this offer are in the past.")
        remedy = _("Write the new times, or for times that are not known yet: schedule: []")
        yield ("schedule",), Invalid(what, remedy)


@rule(Severity.WARNING, _("School holidays not known"))
def unknown_school_holidays(document: Document, context: Context) -> Iterator[Finding]:
    """Who pauses in the school holidays would be announced in those that nobody has entered."""
    if context.data.holidays is None:
        return
    known = context.data.days_off.school_is_known_until
    for place, slot in _slots(document):
        if slot.in_school_holidays or slot.is_over(context.today):
            continue
        if known is None:
            what = _("The school holidays are not in the data.")
            yield (*place, "ferien"), Invalid(what, _("Enter them in data/holidays.yaml."))
        elif known < min(context.today + _AHEAD, slot.last or dt.date.max):
            what = _("The school holidays are known until {day} only.", day=known.isoformat())
            yield (*place, "ferien"), Invalid(what, _("Enter the next ones in data/holidays.yaml."))


def _slots(document: Document) -> Iterator[tuple[tuple[str, int], Slot]]:
    if isinstance(document.item, Offer):
        for index, slot in enumerate(document.item.schedule):
            yield ("schedule", index), slot


def _in_house(document: Document, place: tuple[str, int], context: Context) -> Slot | None:
    """Return a line as its house lets it, which may be closed on days of it."""
    if context.agenda is None or not isinstance(document.item, Offer):
        return None
    return context.agenda.slots_of(document.item)[place[1]]


def _is_there(extra: Extra, slot: Slot, context: Context) -> bool:
    """Whether an extra takes place by the rest of its line, on a day that no holiday stops."""
    times = (extra.start or slot.start, extra.end or slot.end)
    data = context.data
    return any(
        one.takes_place and (one.start.time(), one.end.time()) == times
        for one in occurrences([slot], extra.day, extra.day, data.zone, data.days_off)
    )


def _anyway(day: dt.date) -> Invalid:
    what = _("It takes place on {day} anyway.", day=day.isoformat())
    return Invalid(what, _("Check the day, or delete it."))


def _misses(first: dt.date, last: dt.date) -> Invalid:
    days = first.isoformat() if first == last else f"{first.isoformat()} – {last.isoformat()}"
    what = _("It does not take place on {day} anyway.", day=days)
    return Invalid(what, _("Check the day: is it the right weekday, and within the season?"))
