import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from schaukasten.model.reading.fields import Weekday
from schaukasten.model.reading.schema import read
from schaukasten.model.reading.yaml_text import parse
from schaukasten.model.time.days_off import DaysOff
from schaukasten.model.time.hours import Hours, OpenDays, SpecialHours, as_slots, in_house, merged
from schaukasten.model.time.occurrence import Status, occurrences
from schaukasten.model.time.slot import Slot
from tests.worlds import german

WEEK = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()


def stretch(day: str, start: str = "09:00", end: str = "18:00") -> Hours:
    return Hours(wochentag=day, von=start, bis=end)


def in_short(days: list[OpenDays]) -> list[str]:
    return [
        f"{open_days.first.name}-{open_days.last.name} "
        + " ".join(f"{start:%H:%M}-{end:%H:%M}" for start, end in open_days.stretches)
        for open_days in days
    ]


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ([], []),
        ([stretch("Montag")], ["Montag-Montag 09:00-18:00"]),
        ([stretch(day) for day in WEEK[:5]], ["Montag-Freitag 09:00-18:00"]),
        ([stretch(day) for day in reversed(WEEK[:5])], ["Montag-Freitag 09:00-18:00"]),
        ([stretch(day) for day in WEEK], ["Montag-Sonntag 09:00-18:00"]),
        (
            [stretch("Montag"), stretch("Mittwoch")],
            ["Montag-Montag 09:00-18:00", "Mittwoch-Mittwoch 09:00-18:00"],
        ),
        (
            [stretch("Montag"), stretch("Dienstag"), stretch("Mittwoch", end="12:00")],
            ["Montag-Dienstag 09:00-18:00", "Mittwoch-Mittwoch 09:00-12:00"],
        ),
        (
            [stretch(day, *times) for day in WEEK[:2]
             for times in (("14:00", "17:00"), ("09:00", "12:00"))],
            ["Montag-Dienstag 09:00-12:00 14:00-17:00"],
        ),
        (
            [stretch("Montag"), stretch("Montag", "19:00", "20:00"), stretch("Dienstag")],
            ["Montag-Montag 09:00-18:00 19:00-20:00", "Dienstag-Dienstag 09:00-18:00"],
        ),
        (
            [stretch("Sonntag"), stretch("Montag")],
            ["Montag-Montag 09:00-18:00", "Sonntag-Sonntag 09:00-18:00"],
        ),
    ],
)  # fmt: skip
def test_neighbouring_days_with_the_same_hours_become_one(hours, expected):
    assert in_short(merged(hours)) == expected


def test_hours_are_read_with_german_keys():
    hours, problems = read(Hours, parse("wochentag: mittwoch\nvon: 9:30\nbis: 18:00\n"), "f")
    assert problems == []
    assert hours is not None
    assert (hours.weekdays, hours.start, hours.end) == (
        (Weekday.Mittwoch,),
        dt.time(9, 30),
        dt.time(18),
    )


@pytest.mark.parametrize(("start", "end"), [("18:00", "09:00"), ("09:00", "09:00")])
def test_an_end_that_is_not_after_the_start_is_refused(world, start, end):
    entry = f"  - wochentag: Montag\n    von: {start}\n    bis: {end}\n"
    world.write(
        "angebote/treff.md",
        f"---\ntitle: A\nsummary: B\naudience: Familien\nschedule:\n{entry}---\n",
    )
    assert world.lines() == [
        f"angebote/treff.md:6: schedule: Das Ende ({end}) liegt nicht nach dem Anfang ({start}). "
        "Prüfen Sie „von“ und „bis“."
    ]


@pytest.mark.parametrize(
    ("entry", "line", "what"),
    [
        ("wochentag: Montach\nvon: 9:00\nbis: 10:00", 1, "wochentag: „Montach“ ist kein"),
        ("wochentag: Montag\nvon: 9 Uhr\nbis: 10:00", 2, "von: „9 Uhr“ ist keine Uhrzeit."),
        ("wochentag: Montag\nvon: 9:00", 1, "Es fehlt „bis“. Schreiben Sie zum Beispiel: bis:"),
        (
            "wochentag: Montag\nvon: 9:00\nbs: 10:00\nbis: 10:00",
            3,
            "Den Schlüssel „bs“ gibt",
        ),
    ],
)
def test_a_slip_in_the_hours_is_told_on_its_line(entry, line, what):
    problems = read(Hours, parse(entry), "f")[1]
    assert problems[0].text(german).startswith(f"f:{line}: {what}")


def special(**written: str) -> SpecialHours:
    return SpecialHours.model_validate(written)


def test_without_usual_hours_only_a_single_day_can_be_special():
    found = as_slots(
        [],
        [
            special(ab="2026-12-21", zuletzt="2026-12-31", von="9:00", bis="12:00"),
            special(am="2026-12-24", von="9:00", bis="12:00"),
            special(am="2026-12-25"),
        ],
        None,
    )
    assert [slot.days for slot in found] == [[dt.date(2026, 12, 24)]]


@pytest.mark.parametrize("on_holidays", [True, False, None])
def test_usual_and_longer_special_hours_say_the_same_of_holidays(on_holidays):
    found = as_slots(
        [stretch("Montag bis Freitag")],
        [special(ab="1800-01-01", zuletzt="2199-12-31", von="9:00", bis="12:00")],
        on_holidays,
    )
    assert [slot.on_holidays for slot in found] == [on_holidays] * 2
    assert {slot.weekdays for slot in found} == {tuple(Weekday)[:5]}


def test_hours_of_several_days_are_read_as_one_says_them():
    hours, problems = read(
        Hours, parse("wochentag: Montag bis Freitag\nvon: 9:00\nbis: 18:00\n"), "f"
    )
    assert problems == []
    assert in_short(merged([hours])) == ["Montag-Freitag 09:00-18:00"]


@pytest.mark.parametrize(
    ("written", "open_on_holidays", "days"),
    [
        ({"wochentag": "Freitag"}, None, [18]),
        ({"wochentag": "Freitag"}, False, [18]),
        ({"wochentag": "Freitag", "feiertage": "ja"}, False, [18, 25]),
        ({"wochentag": "Mittwoch"}, None, [16, 23]),
        ({"wochentag": "Mittwoch", "extra": ["2026-12-30"]}, None, [16, 23, 30]),
        ({"am": ["2026-12-30"]}, None, [30]),
    ],
)
def test_what_is_in_a_house_stops_when_it_is_closed(written, open_on_holidays, days):
    closed = SpecialHours.model_validate({"ab": "2026-12-28", "zuletzt": "2027-01-03"})
    short = SpecialHours.model_validate({"am": "2026-12-16", "von": "9:00", "bis": "10:00"})
    slot = Slot.model_validate({"von": "17:00", "bis": "18:00"} | written)
    times = occurrences(
        in_house([slot], [closed, short], open_on_holidays),
        dt.date(2026, 12, 14),
        dt.date(2026, 12, 31),
        ZoneInfo("Europe/Berlin"),
        DaysOff("DE", "NW", "de"),
    )
    assert [one.day.day for one in times if one.takes_place] == days


@pytest.mark.parametrize(
    ("open_on_holidays", "status"),
    [(None, Status.UNSAID), (True, Status.UNSAID), (False, "holiday")],
)
def test_of_a_holiday_the_house_speaks_for_what_says_nothing(open_on_holidays, status):
    slot = Slot.model_validate({"wochentag": "Freitag", "von": "17:00", "bis": "18:00"})
    christmas = dt.date(2026, 12, 25)
    [found] = occurrences(
        in_house([slot], [], open_on_holidays),
        christmas,
        christmas,
        ZoneInfo("Europe/Berlin"),
        DaysOff("DE", "NW", "de"),
    )
    assert found.status == status


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("ab: 2026-12-28\nzuletzt: 2027-01-08", "ab: 2026-12-28\nzuletzt: 2026-12-30", True),
        ("ab: 2026-12-28\nzuletzt: 2027-01-08", "ab: 2027-01-08\nzuletzt: 2027-01-10", True),
        ("ab: 2026-12-28\nzuletzt: 2027-01-08", "ab: 2027-01-09\nzuletzt: 2027-01-10", False),
        ("ab: 2026-12-28\nzuletzt: 2027-01-08", "am: 2026-12-30", False),
    ],
)
def test_two_longer_times_with_hours_of_their_own_must_not_overlap(one, other, expected):
    first, second = (
        read(SpecialHours, parse(f"{text}\nvon: {start}\nbis: 14:00"), "f")[0]
        for text, start in ((one, "10:00"), (other, "9:00"))
    )
    assert first.contradicts(second) is second.contradicts(first) is expected


def test_two_halves_of_the_same_days_and_a_closed_time_within_are_no_contradiction():
    days = {"ab": "2026-12-28", "zuletzt": "2027-01-08"}
    morning = SpecialHours.model_validate(days | {"von": "9:00", "bis": "12:00"})
    afternoon = SpecialHours.model_validate(days | {"von": "14:00", "bis": "16:00"})
    closed = SpecialHours.model_validate({"ab": "2026-12-30", "zuletzt": "2026-12-31"})
    assert not morning.contradicts(afternoon)
    assert not closed.contradicts(morning)


def test_overlapping_special_hours_are_told_on_their_line(world):
    house = (world.content / "data/locations.yaml").read_text("utf-8")
    special = """\
  special_hours:
    - {ab: 2026-12-28, zuletzt: 2027-01-08, von: 10:00, bis: 14:00}
    - {ab: 2026-12-28, zuletzt: 2026-12-30, von: 10:00, bis: 12:00}
"""
    world.write("data/locations.yaml", house + special)
    line = house.count("\n") + 3
    assert world.errors() == [
        f"data/locations.yaml:{line}: Diese Tage überschneiden sich mit anderen, die davor stehen. "
        "Lassen Sie den einen enden, bevor der andere beginnt: Prüfen Sie „ab“ und „zuletzt“."
    ]
