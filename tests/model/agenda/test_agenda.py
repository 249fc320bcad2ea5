"""What is on and what is open, day by day, as the files of a site say it."""

from __future__ import annotations

import datetime as dt

import pytest

from schaukasten.model.agenda.agenda import Agenda
from schaukasten.model.agenda.day import Entry, Opening
from schaukasten.model.time.occurrence import Status
from tests.worlds import World

HOURS = """\
  hours:
    - wochentag: Montag bis Freitag
      von: 9:00
      bis: 18:00
"""
WEDNESDAY = "  - wochentag: Mittwoch\n    von: 17:00\n    bis: 18:30\n"


def agenda(world: World) -> Agenda:
    outcome = world.load()
    assert outcome.site is not None, world.lines()
    return outcome.site.agenda


def house(world: World, more: str = HOURS) -> None:
    path = world.content / "data/locations.yaml"
    world.write("data/locations.yaml", path.read_text("utf-8") + more)


def opening(world: World, day: str) -> str:
    """`09:00-18:00 (reason)`, `closed`, `unsaid (reason)`."""
    plan = agenda(world)
    found = plan.opening(plan.locations[0], dt.date.fromisoformat(day))
    assert found is not None
    return told(found)


def told(found: Opening) -> str:
    stretches = [f"{one.start:%H:%M}-{one.end:%H:%M}" for one in found.stretches]
    said = " ".join(stretches) or ("unsaid" if found.is_unsaid else "closed")
    return said + (f" ({found.reason})" if found.reason else "")


def entries(found: list[Entry]) -> list[str]:
    return [
        f"{one.occurrence.start:%m-%d %H:%M} {one.document.item.title} {one.occurrence.status}"
        for one in found
    ]


def event(world: World, head: str, title: str = "Fest") -> None:
    world.write(f"termine/{title.lower()}.md", f"---\ntitle: {title}\nsummary: B\n{head}\n---\n")


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-12-23", "09:00-18:00"),
        ("2026-12-19", "closed"),
        # All Saints' Day is a Sunday, on which nobody would come anyway.
        ("2026-11-01", "closed"),
        ("2026-12-25", "unsaid (Erster Weihnachtstag)"),
    ],
)
def test_a_house_is_open_at_its_hours(world: World, day: str, expected: str) -> None:
    house(world)
    assert opening(world, day) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [("ja", "09:00-18:00"), ("nein", "closed (Erster Weihnachtstag)")],
)
def test_on_a_public_holiday_it_is_as_was_said(world: World, said: str, expected: str) -> None:
    house(world, f"{HOURS}  open_on_holidays: {said}\n")
    assert opening(world, "2026-12-25") == expected


@pytest.mark.parametrize(
    ("special", "days"),
    [
        # A closed period.
        ("{ab: 2026-12-21, zuletzt: 2027-01-01, grund: Betriebsferien}",
         {"2026-12-18": "09:00-18:00", "2026-12-21": "closed (Betriebsferien)",
          "2026-12-25": "closed (Betriebsferien)", "2027-01-01": "closed (Betriebsferien)",
          "2027-01-04": "09:00-18:00"}),
        # A single Saturday.
        ("{am: 2026-11-28, von: 11:00, bis: 16:00, grund: Basar}",
         {"2026-11-28": "11:00-16:00 (Basar)", "2026-12-05": "closed"}),
        # A single holiday: whoever names it has looked into the calendar.
        ("{am: 2026-12-25, von: 11:00, bis: 16:00}", {"2026-12-25": "11:00-16:00"}),
        # A single day in the place of the usual hours.
        ("{am: 2026-12-22, von: 9:00, bis: 12:00}", {"2026-12-22": "09:00-12:00"}),
        ("{am: 2026-12-22}", {"2026-12-22": "closed"}),
        # Both halves of a day.
        ("[{am: 2026-12-22, von: 9:00, bis: 12:00}, {am: 2026-12-22, von: 14:00, bis: 15:00}]",
         {"2026-12-22": "09:00-12:00 14:00-15:00"}),
        # Shorter hours do not open days that are closed, and say nothing about holidays.
        ("{ab: 2026-12-21, zuletzt: 2027-01-03, von: 9:00, bis: 12:00, grund: Ferienzeiten}",
         {"2026-12-22": "09:00-12:00 (Ferienzeiten)", "2026-12-26": "closed (Ferienzeiten)",
          "2026-12-25": "unsaid (Erster Weihnachtstag)"}),
        # Within them a single day and a closed time are exceptions in their turn.
        ("[{ab: 2026-12-21, zuletzt: 2027-01-03, von: 9:00, bis: 12:00}, {am: 2026-12-24, grund: "
         "Heiligabend}, {ab: 2026-12-30, zuletzt: 2026-12-31, grund: Inventur}]",
         {"2026-12-23": "09:00-12:00", "2026-12-24": "closed (Heiligabend)",
          "2026-12-30": "closed (Inventur)", "2026-12-28": "09:00-12:00"}),
        # A single day within a closed time.
        ("[{ab: 2026-12-21, zuletzt: 2027-01-01, grund: Ferien}, {am: 2026-12-23, von: 9:00, "
         "bis: 10:00, grund: Notdienst}]",
         {"2026-12-22": "closed (Ferien)", "2026-12-23": "09:00-10:00 (Notdienst)"}),
    ],
)  # fmt: skip
def test_special_hours_replace_the_usual_ones(
    world: World, special: str, days: dict[str, str]
) -> None:
    house(world, f"{HOURS}  special_hours: {special}\n")
    assert {day: opening(world, day) for day in days} == days


def test_shorter_hours_are_as_closed_on_holidays_as_the_usual_ones(world: World) -> None:
    special = "{ab: 2026-12-21, zuletzt: 2027-01-03, von: 9:00, bis: 12:00}"
    house(world, f"{HOURS}  open_on_holidays: nein\n  special_hours: {special}\n")
    assert opening(world, "2026-12-25") == "closed (Erster Weihnachtstag)"


def test_of_a_house_without_hours_nobody_knows_when_it_is_open(world: World) -> None:
    house(world, "  special_hours: {am: 2026-12-24}\n")
    plan = agenda(world)
    assert plan.opening(plan.locations[0], dt.date(2026, 12, 24)) is None
    assert plan.next_openings(plan.locations[0], dt.date(2026, 12, 24), 7) == []
    assert plan.day(dt.date(2026, 12, 24)).openings == []


@pytest.mark.parametrize(
    ("special", "expected"),
    [
        ("[]", ["09:00-18:00", "09:00-18:00", "closed", "closed", "09:00-18:00"]),
        # After three weeks it opens again on a Monday.
        ("{ab: 2026-12-17, zuletzt: 2027-01-10, grund: Umbau}",
         ["closed (Umbau)", "closed (Umbau)", "closed (Umbau)", "closed (Umbau)", "09:00-18:00"]),
        ("{ab: 2026-12-17, zuletzt: 2199-12-31}", ["closed", "closed", "closed", "closed"]),
    ],
)  # fmt: skip
def test_the_next_openings_end_with_one(world: World, special: str, expected: list[str]) -> None:
    house(world, f"{HOURS}  special_hours: {special}\n")
    plan = agenda(world)
    found = plan.next_openings(plan.locations[0], dt.date(2026, 12, 17), 4)
    assert [told(one) for one in found] == expected
    if "2027-01-10" in special:
        assert found[-1].stretches[0].day == dt.date(2027, 1, 11)


def test_the_next_times_are_those_at_which_it_is_on_with_the_others_in_between(
    world: World,
) -> None:
    times = f"{WEDNESDAY}    nicht: {{ab: 2026-11-25, zuletzt: 2026-12-03}}\n    feiertage: nein\n"
    world.offer(head=f"schedule:\n{times}")
    plan = agenda(world)
    document = plan.entries(dt.date(2026, 11, 25), dt.date(2026, 11, 25))[0].document
    assert entries(plan.next_of(document, dt.date(2026, 11, 22), 2)) == [
        "11-25 17:00 Treff cancelled",
        "12-02 17:00 Treff cancelled",
        "12-09 17:00 Treff planned",
        "12-16 17:00 Treff planned",
    ]
    # The day itself is still to come.
    assert entries(plan.next_of(document, dt.date(2026, 12, 9), 1)) == ["12-09 17:00 Treff planned"]


@pytest.mark.parametrize(
    ("rhythm", "expected"),
    [
        ("rhythmus: jeden ersten im Monat", ["12-02", "01-06", "02-03"]),
        ("ab: 2027-06-01", ["06-02", "06-09", "06-16"]),
        ("zuletzt: 2026-12-02", ["11-25", "12-02"]),
        ("ab: 2028-06-01", []),
    ],
)
def test_the_next_times_are_looked_for_in_the_year_to_come(
    world: World, rhythm: str, expected: list[str]
) -> None:
    world.offer(head=f"schedule:\n{WEDNESDAY}    {rhythm}\n")
    plan = agenda(world)
    [document] = [one for one in plan.documents if one.kind == "OFFER"]
    found = plan.next_of(document, dt.date(2026, 11, 22), 3)
    assert [one[:5] for one in entries(found)] == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("date: 2026-12-05\nstart: 15:00\nend: 18:00", [("12-05 15:00", "12-05 18:00", True)]),
        ("date: 2026-12-05\nstart: 15:00", [("12-05 15:00", "12-06 00:00", True)]),
        ("date: 2026-12-05", [("12-05 00:00", "12-06 00:00", False)]),
        # Of several days each is there; hours are those of the first and the last.
        ("date: 2026-12-05\nend_date: 2026-12-06\nstart: 15:00\nend: 12:00",
         [("12-05 15:00", "12-06 00:00", True), ("12-06 00:00", "12-06 12:00", False)]),
        # At the same hours on each day, unless it ends before it began.
        ("date: 2026-12-05\nend_date: 2026-12-06\nstart: 10:00\nend: 18:00",
         [("12-05 10:00", "12-05 18:00", True), ("12-06 10:00", "12-06 18:00", True)]),
        ("date: 2026-12-05\nend_date: 2026-12-06\nstart: 10:00\nend: 18:00\novernight: ja",
         [("12-05 10:00", "12-06 00:00", True), ("12-06 00:00", "12-06 18:00", False)]),
        ("date: 2026-12-05\nend_date: 2026-12-06\nstart: 20:00\nend: 1:00\novernight: nein",
         [("12-05 20:00", "12-06 01:00", True), ("12-06 20:00", "12-07 01:00", True)]),
        # A night belongs to its evening, in both ways of writing it.
        ("date: 2026-12-05\nend_date: 2026-12-06\nstart: 20:00\nend: 1:00",
         [("12-05 20:00", "12-06 01:00", True)]),
        ("date: 2026-12-05\nstart: 20:00\nend: 1:00", [("12-05 20:00", "12-06 01:00", True)]),
        ("date: 2026-12-05\nend_date: 2026-12-06\nstart: 20:00\nend: 24:00",
         [("12-05 20:00", "12-06 00:00", True), ("12-06 20:00", "12-07 00:00", True)]),
        # Days with hours of their own, or with those that all have.
        ("date: 2026-12-05\nstart: 10:00\nend: 18:00\n"
         "days: [2026-12-05, {am: 2026-12-08, von: 9:00, bis: 12:00}]",
         [("12-05 10:00", "12-05 18:00", True), ("12-08 09:00", "12-08 12:00", True)]),
        ("date: 2026-12-05\nend_date: 2026-12-06\nstart: 10:00\nend: 18:00\n"
         "days: {am: 2026-12-06, von: 10:00, bis: 14:00}",
         [("12-05 10:00", "12-05 18:00", True), ("12-06 10:00", "12-06 14:00", True)]),
        ("date: 2026-12-05\nend_date: 2026-12-05\nstart: 15:00\nend: 18:00",
         [("12-05 15:00", "12-05 18:00", True)]),
        # Of centuries only the days that are asked for.
        ("date: 1800-01-01\nend_date: 2199-12-31",
         [(f"12-{day:02} 00:00", f"12-{day + 1:02} 00:00", False) for day in range(1, 10)]),
        ("date: 2026-12-10", []),
        ("date: 2026-11-30", []),
    ],
)  # fmt: skip
def test_an_event_is_there_on_each_of_its_days(world: World, head: str, expected: list) -> None:
    event(world, head)
    found = agenda(world).entries(dt.date(2026, 12, 1), dt.date(2026, 12, 9))
    assert [
        (f"{one.occurrence.start:%m-%d %H:%M}", f"{one.occurrence.end:%m-%d %H:%M}", one.has_start)
        for one in found
    ] == expected


def test_a_cancelled_event_stays_with_its_reason(world: World) -> None:
    event(world, "date: 2026-12-05\ncancelled: Die Band ist krank")
    [entry] = agenda(world).entries(dt.date(2026, 12, 5), dt.date(2026, 12, 5))
    assert entry.is_off
    assert entry.occurrence.reason == "Die Band ist krank"


def test_a_day_has_everything_in_order_of_its_times(world: World) -> None:
    world.offer(head=f"schedule:\n{WEDNESDAY}")
    event(world, "date: 2026-12-02\nstart: 10:00\nend: 11:00", "Morgen")
    event(world, "date: 2026-12-02\nstart: 17:00\nend: 18:00", "Abend")
    event(world, "date: 2026-12-02", "Ganztags")
    day = agenda(world).day(dt.date(2026, 12, 2))
    assert entries(day.entries) == [
        "12-02 00:00 Ganztags planned",
        "12-02 10:00 Morgen planned",
        "12-02 17:00 Abend planned",
        "12-02 17:00 Treff planned",
    ]
    assert day.shown == day.entries


def test_what_a_holiday_stops_is_told_unless_the_house_says_so(world: World) -> None:
    house(world)
    friday = WEDNESDAY.replace("Mittwoch", "Freitag")
    saturday = WEDNESDAY.replace("Mittwoch", "Samstag")
    world.offer(head=f"schedule:\n{friday}    feiertage: nein\n{friday}{saturday}")
    event(world, "date: 2026-12-25\ncancelled: Krankheit")
    day = agenda(world).day(dt.date(2026, 12, 25))
    assert (day.public_holiday, day.school_holiday) == ("Erster Weihnachtstag", "")
    assert entries(day.shown) == ["12-25 00:00 Fest cancelled"]
    assert [told(one) for one in day.openings] == ["unsaid (Erster Weihnachtstag)"]
    assert day.holiday == ""
    # On a Saturday the house is closed anyway, and gives no reason.
    day = agenda(world).day(dt.date(2026, 12, 26))
    assert [told(one) for one in day.openings] == ["closed"]
    assert [one.occurrence.status for one in day.shown] == [Status.UNSAID]
    assert day.holiday == "Zweiter Weihnachtstag"


@pytest.mark.parametrize(
    ("date", "hours"), [("2026-12-02", 24), ("2026-03-29", 23), ("2026-10-25", 25)]
)
def test_a_day_lasts_from_midnight_to_midnight(world: World, date: str, hours: int) -> None:
    day = agenda(world).day(dt.date.fromisoformat(date))
    lasts = day.ends.astimezone(dt.UTC) - day.begins.astimezone(dt.UTC)
    assert lasts == dt.timedelta(hours=hours)
    assert day.eve.date() == day.date - dt.timedelta(1)


def test_days_follow_each_other(world: World) -> None:
    days = agenda(world).days(dt.date(2026, 12, 30), 4)
    assert [f"{day.date:%m-%d}" for day in days] == ["12-30", "12-31", "01-01", "01-02"]


def test_an_offer_is_in_its_house_or_in_the_main_one(world: World) -> None:
    first = (world.content / "data/locations.yaml").read_text("utf-8")
    house(world, first.replace("id: haus", "id: garten"))
    world.offer(head=f"schedule:\n{WEDNESDAY}location: garten\n")
    event(world, "date: 2026-12-02")
    found = agenda(world).entries(dt.date(2026, 12, 2), dt.date(2026, 12, 2))
    assert [one.location.id for one in found] == ["haus", "garten"]


def test_a_day_of_the_month_pauses_with_its_house_too(world: World) -> None:
    house(world, "  special_hours: {ab: 2026-12-24, zuletzt: 2027-01-01, grund: Ferien}\n")
    path = world.offer()
    line = "schedule:\n- {rhythmus: jeden 24. im Monat, von: 17:00, bis: 19:00}\n"
    path.write_text(path.read_text("utf-8").replace("schedule: []\n", line), "utf-8")
    [entry] = agenda(world).entries(dt.date(2026, 12, 20), dt.date(2026, 12, 31))
    assert (entry.is_off, entry.occurrence.reason) == (True, "Ferien")


@pytest.mark.parametrize(
    ("head", "first", "expected"),
    [
        ("date: 2027-02-05", "2026-12-01", "2027-02-05"),
        ("date: 2027-02-05", "2027-02-05", "2027-02-05"),
        ("date: 2027-02-05", "2027-02-06", None),
        # Days in a row are one thing that has begun; single days each come by themselves.
        ("date: 2027-02-05\nend_date: 2027-02-07\nstart: 9:00\nend: 12:00", "2027-02-06", None),
        ("date: 2027-02-05\ndays: [2027-02-05, 2027-02-12]", "2027-02-06", "2027-02-12"),
    ],
)
def test_what_comes_next_is_named_be_it_weeks_away(
    world: World, head: str, first: str, expected: str | None
) -> None:
    event(world, head)
    found = agenda(world).next_events(dt.date.fromisoformat(first), 3)
    assert [one.occurrence.day.isoformat() for one in found] == ([expected] if expected else [])


def test_a_house_is_met_in_where_somebody_comes_at_an_hour(world: World) -> None:
    house(world)
    event(world, "date: 2026-12-05\nend_date: 2026-12-06", title="Ausstellung")
    event(world, "date: 2026-12-06\nstart: 15:00\nend: 16:00\nplace: Park", title="Draußen")
    event(world, "date: 2026-12-05\nstart: 15:00\nend: 16:00\ncancelled: Sturm", title="Weg")
    plan = agenda(world)
    met = [plan.day(dt.date(2026, 12, day)).openings[0].is_met_in for day in (5, 6)]
    assert met == [False, False]
    event(world, "date: 2026-12-05\nstart: 15:00\nend: 16:00")
    assert agenda(world).day(dt.date(2026, 12, 5)).openings[0].is_met_in


def test_a_house_that_is_open_past_midnight_is_so_on_the_next_day(world: World) -> None:
    house(world, "  hours: [{wochentag: Freitag, von: 18:00, bis: 1:00}]\n")
    plan = agenda(world)
    friday, saturday = (plan.opening(plan.locations[0], dt.date(2026, 12, day)) for day in (4, 5))
    assert friday is not None
    assert saturday is not None
    assert [f"{one.end:%d %H:%M}" for one in friday.stretches] == ["05 01:00"]
    assert (saturday.stretches, saturday.nights) == ([], friday.stretches)
