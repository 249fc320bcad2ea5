"""Which calendar files there are, and what they say; how schedules recur: tests/model/agenda/."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import icalendar
import pytest

from tests.worlds import World

EVENTS = {
    "stunde": "date: 2026-12-05\nstart: 15:00\nend: 18:00\nroom: Saal",
    "anfang": "date: 2026-12-06\nstart: 15:00",
    "tag": "date: 2026-12-07\nplace: Westpark",
    "tage": "date: 2026-12-08\nend_date: 2026-12-10",
    "tage-ab": "date: 2026-12-11\nend_date: 2026-12-13\nstart: 10:00",
    "tage-bis": "date: 2026-12-14\nend_date: 2026-12-16\nstart: 10:00\nend: 12:00",
    "abgesagt": "date: 2026-12-17\ncancelled: Sturm\nupdated: 2026-11-02",
}
HOUSE = """  rooms: [Saal]
  open_on_holidays: nein
  hours:
    - {wochentag: Montag bis Freitag, von: 9:00, bis: 17:00}
  special_hours:
    - {am: 2026-12-05, von: 10:00, bis: 14:00, grund: Markt}
    - {ab: 2026-12-23, zuletzt: 2027-01-03, grund: Winterpause}
"""


def write(world: World) -> None:
    locations = world.content / "data/locations.yaml"
    locations.write_text(locations.read_text("utf-8") + HOUSE, "utf-8")
    for slug, head in EVENTS.items():
        front = f"title: {slug}\nsummary: Ein Satz.\n{head}"
        world.write(f"termine/{slug}.md", f"---\n{front}\n---\nText.\n")
    path = world.offer(slug="treff")
    line = "schedule:\n- {wochentag: Montag, von: 9:30, bis: 11:00, feiertage: nein}\n"
    path.write_text(path.read_text("utf-8").replace("schedule: []\n", line), "utf-8")
    world.offer(slug="ohne-zeiten")


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    world = World(tmp_path_factory.mktemp("calendars"))
    write(world)
    assert world.build() == 0
    return world.output


def calendar(output: Path, name: str) -> icalendar.Calendar:
    return icalendar.Calendar.from_ical((output / name).read_bytes())


def components(output: Path, name: str) -> list[icalendar.Event]:
    return list(calendar(output, name).walk("VEVENT"))


@pytest.fixture
def events(output: Path) -> dict[str, icalendar.Event]:
    return {str(one["summary"]): one for one in components(output, "termine.ics")}


def test_there_is_a_file_for_events_for_hours_and_for_each_offer(output: Path) -> None:
    assert sorted(path.relative_to(output).as_posix() for path in output.rglob("*.ics")) == [
        "angebote/ohne-zeiten/termine.ics",
        "angebote/treff/termine.ics",
        "oeffnungszeiten.ics",
        "termine.ics",
    ]


def test_a_calendar_ends_with_the_page_of_its_offer(world: World) -> None:
    days = "[2026-12-09, 2026-12-16, 2026-12-17]"
    world.offer(
        head=f"expires: 2026-12-16\nschedule:\n- {{am: {days}, von: 9:30, bis: 11:00}}\n"
        "- {wochentag: Montag, von: 9:30, bis: 11:00, extra: [2026-12-15, 2026-12-18]}\n"
    )
    assert world.build() == 0
    found = components(world.output, "angebote/treff/termine.ics")
    single = sorted(f"{one['dtstart'].dt:%m-%d}" for one in found if "rrule" not in one)
    assert single == ["12-09", "12-15", "12-16"]
    [weekly] = [one for one in found if "rrule" in one]
    assert f"{weekly['rrule']['until'][0]:%m-%d}" == "12-14"


def test_a_file_stays_when_nothing_is_in_it_any_more(world: World) -> None:
    """Who has subscribed would keep the last copy of one that is gone."""
    assert world.build() == 0
    for name in ("termine.ics", "oeffnungszeiten.ics"):
        assert components(world.output, name) == []


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("termine.ics", "Termine: Kleiner Verein"),
        ("oeffnungszeiten.ics", "Öffnungszeiten: Kleiner Verein"),
        ("angebote/treff/termine.ics", "Treff, Kleiner Verein"),
    ],
)
def test_every_file_is_a_calendar_with_a_name_and_its_zone(
    output: Path, name: str, title: str
) -> None:
    found = calendar(output, name)
    # Of these two the library does not know that a comma in them has a backslash.
    names = {str(found[key]).replace("\\,", ",") for key in ("name", "x-wr-calname")}
    assert names == {title}
    assert [str(zone["tzid"]) for zone in found.walk("VTIMEZONE")] == ["Europe/Berlin"]
    uids = [(str(one["uid"]), one.get("recurrence-id")) for one in components(output, name)]
    assert len(set(uids)) == len(uids) > 0
    assert all(uid.endswith("@kleiner-verein.example") for uid, _ in uids)
    raw = (output / name).read_bytes()
    # RFC 5545, 3.1: lines end with CRLF and have at most 75 octets.
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert max(map(len, raw.split(b"\r\n"))) <= 75


@pytest.mark.parametrize(
    ("slug", "start", "end"),
    [
        ("stunde", "2026-12-05T15:00:00+01:00", "2026-12-05T18:00:00+01:00"),
        ("anfang", "2026-12-06T15:00:00+01:00", None),
        # RFC 5545, 3.6.1: the end of whole days is the day after the last.
        ("tag", "2026-12-07", "2026-12-08"),
        ("tage", "2026-12-08", "2026-12-11"),
        ("tage-ab", "2026-12-11T10:00:00+01:00", "2026-12-14T00:00:00+01:00"),
        ("tage-bis", "2026-12-14T10:00:00+01:00", "2026-12-16T12:00:00+01:00"),
    ],
)
def test_an_event_takes_its_hours_or_its_days(
    events: dict[str, icalendar.Event], slug: str, start: str, end: str | None
) -> None:
    event = events[slug]
    assert event["dtstart"].dt.isoformat() == start
    assert (event["dtend"].dt.isoformat() if "dtend" in event else None) == end
    assert "status" not in event


def test_an_event_says_where_it_is_and_what_its_page_is(
    events: dict[str, icalendar.Event],
) -> None:
    assert events["stunde"]["location"] == "Saal, Unser Haus, Am Eck 1, 01067 Beispielstadt"
    assert events["tag"]["location"] == "Westpark"
    assert events["tag"]["url"] == "https://kleiner-verein.example/termine/2026/tag/"
    assert events["tag"]["description"] == "Ein Satz."


def test_a_cancelled_event_stays_and_says_so(events: dict[str, icalendar.Event]) -> None:
    event = events["abgesagt"]
    assert event["status"] == "CANCELLED"
    # A program takes over what has the higher number.
    assert event["sequence"] > events["tag"]["sequence"]
    assert event["dtstamp"].dt == dt.datetime(2026, 11, 2, tzinfo=dt.UTC)


def test_opening_hours_fill_nobodys_time_and_leave_out_holidays_and_closures(
    output: Path,
) -> None:
    every = components(output, "oeffnungszeiten.ics")
    assert {str(one["transp"]) for one in every} == {"TRANSPARENT"}
    (weekly,) = [one for one in every if "rrule" in one]
    assert weekly["summary"] == "Unser Haus: geöffnet"
    off = {one.dt.date() for one in weekly["exdate"].dts}
    closed = {dt.date(2026, 12, 23) + dt.timedelta(number) for number in range(12)}
    assert {day for day in closed if day.weekday() < 5} <= off
    assert dt.date(2026, 4, 3) in off, "Good Friday"
    assert dt.date(2026, 12, 21) not in off


def test_a_closure_is_told_as_whole_days_and_other_hours_as_a_time(output: Path) -> None:
    single = {
        str(one["summary"]): (one["dtstart"].dt, one["dtend"].dt)
        for one in components(output, "oeffnungszeiten.ics")
        if "rrule" not in one
    }
    closed = single["Unser Haus: geschlossen (Winterpause)"]
    assert closed == (dt.date(2026, 12, 23), dt.date(2027, 1, 4))
    market = single["Unser Haus: geöffnet"]
    assert [moment.isoformat() for moment in market] == [
        "2026-12-05T10:00:00+01:00",
        "2026-12-05T14:00:00+01:00",
    ]


def test_an_offer_recurs_except_on_holidays(output: Path) -> None:
    (event,) = components(output, "angebote/treff/termine.ics")
    assert event["rrule"]["freq"] == ["WEEKLY"]
    assert event["rrule"]["byday"] == ["MO"]
    # It begins with the year, and ends with the one after the next.
    assert event["dtstart"].dt.date() == dt.date(2026, 1, 5)
    assert event["rrule"]["until"][0].date() == dt.date(2028, 12, 25)
    assert dt.date(2026, 4, 6) in {one.dt.date() for one in event["exdate"].dts}, "Easter Monday"


def files(world: World, today: str) -> dict[str, bytes]:
    assert world.build(today=today) == 0
    return {
        path.relative_to(world.output).as_posix(): path.read_bytes()
        for path in world.output.rglob("*.ics")
    }


def test_within_a_year_every_day_gives_the_same_bytes_and_the_next_year_another_frame(
    world: World,
) -> None:
    write(world)
    first = files(world, "2026-01-01")
    assert files(world, "2026-12-31") == first
    later = files(world, "2027-01-01")
    assert later.keys() == first.keys()
    assert b"UNTIL=2029" in later["angebote/treff/termine.ics"]
    # Events are the same; only the years of the time zone have gone on.
    before, after = (icalendar.Calendar.from_ical(one["termine.ics"]) for one in (first, later))
    assert before.walk("VEVENT") == after.walk("VEVENT")
