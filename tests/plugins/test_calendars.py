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
    "lager": "date: 2026-12-18\nend_date: 2026-12-20\nstart: 17:00\nend: 12:00",
    "nacht": "date: 2026-12-19\nstart: 20:00\nend: 1:00",
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
    every = components(output, "termine.ics")
    first = [one for one in every if str(one["uid"]).split("@")[0][-2:] not in (".2", ".3")]
    return {str(one["summary"]): one for one in first}


def test_there_is_a_file_for_events_for_hours_and_for_each_offer(output: Path) -> None:
    assert sorted(path.relative_to(output).as_posix() for path in output.rglob("*.ics")) == [
        "angebote/ohne-zeiten/termine.ics",
        "angebote/treff/termine.ics",
        "oeffnungszeiten.ics",
        "termine.ics",
        *sorted(f"termine/2026/{slug}/termine.ics" for slug in EVENTS),
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
        # The first of three days; each has a time of its own.
        ("tage-bis", "2026-12-14T10:00:00+01:00", "2026-12-14T12:00:00+01:00"),
        ("lager", "2026-12-18T17:00:00+01:00", "2026-12-20T12:00:00+01:00"),
        ("nacht", "2026-12-19T20:00:00+01:00", "2026-12-20T01:00:00+01:00"),
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
    # Of a program that knows no URL this is all that anybody sees.
    assert events["tag"]["description"] == (
        "Ein Satz.\nhttps://kleiner-verein.example/termine/2026/tag/"
    )


def test_what_somebody_has_to_know_stands_in_the_description(world: World) -> None:
    write_event(
        world,
        "cost: 5 €\nregistration: bis 1. Dezember\nbring: Sportschuhe\nmoved_from: 2026-12-04\n"
        "place: Stadtpark\naddress: {street: Parkweg 1, city: Dorf}\nonline: https://a.example/x",
    )
    assert world.build() == 0
    (event,) = components(world.output, "termine/2026/fest/termine.ics")
    assert str(event["description"]).split("\n") == [
        "Verlegt vom 4. Dezember 2026",
        "Ein Satz.",
        "Kosten: 5 €",
        "Anmeldung: bis 1. Dezember",
        "Bitte mitbringen: Sportschuhe",
        "Online: https://a.example/x",
        "https://kleiner-verein.example/termine/2026/fest/",
    ]
    assert event["location"] == "Stadtpark, Parkweg 1, Dorf; https://a.example/x"


def test_a_cancelled_event_stays_and_says_so_where_every_program_shows_it(
    events: dict[str, icalendar.Event],
) -> None:
    event = events["Fällt aus: abgesagt"]
    assert event["status"] == "CANCELLED"
    assert str(event["description"]).split("\n")[0] == "Sturm"
    assert event["last-modified"].dt == dt.datetime(2026, 11, 2, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("head", "uid"),
    [
        ("", "termine-2026-fest"),
        ("id: lampions", "lampions"),
        ("moved_from: 2026-12-01", "termine-2026-fest"),
        # It has moved into another year: it is the one of before.
        ("moved_from: 2025-12-30", "termine-2025-fest"),
        ("aliases: [/termine/2026/alt/]", "termine-2026-alt"),
        ("aliases: [/termine/2025/alt/]\nmoved_from: 2025-12-30", "termine-2025-alt"),
        # An address of an older site never had a calendar.
        ("aliases: [/veranstaltung/17/, /fest/, /angebote/fest/]", "termine-2026-fest"),
        ("id: lampions\naliases: [/termine/2026/alt/]", "lampions"),
    ],
)
def test_the_uid_stays_whatever_becomes_of_the_address(world: World, head: str, uid: str) -> None:
    write_event(world, head)
    assert world.build() == 0
    for name in ("termine.ics", "termine/2026/fest/termine.ics"):
        (event,) = components(world.output, name)
        assert event["uid"] == f"{uid}@kleiner-verein.example"


def test_an_event_that_was_put_off_to_the_next_year_is_found_at_its_old_address(
    world: World,
) -> None:
    write_event(world, "moved_from: 2025-12-30")
    assert world.build() == 0
    old = world.output / "termine/2025/fest"
    assert "/termine/2026/fest/" in (old / "index.html").read_text("utf-8")
    new = world.output / "termine/2026/fest/termine.ics"
    assert (old / "termine.ics").read_bytes() == new.read_bytes()
    rules = (world.output / ".htaccess").read_text("utf-8")
    assert "2026/fest/termine\\x2Eics" in rules or "2026/fest/termine.ics" in rules


def test_the_calendar_of_a_renamed_offer_is_where_it_was(world: World) -> None:
    world.offer(head="aliases: [/angebote/alt/]\n")
    assert world.build() == 0
    old, new = (world.output / "angebote" / name / "termine.ics" for name in ("alt", "treff"))
    assert old.read_bytes() == new.read_bytes()


def write_event(world: World, head: str) -> None:
    front = f"title: Fest\nsummary: Ein Satz.\ndate: 2026-12-05\n{head}\n"
    world.write("termine/fest.md", f"---\n{front}---\nText.\n")


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
    # It ends with the year after the next.
    assert event["dtstart"].dt.date() == dt.date(2026, 1, 5)
    assert event["rrule"]["until"][0].date() == dt.date(2028, 12, 25)
    assert dt.date(2026, 4, 6) in {one.dt.date() for one in event["exdate"].dts}, "Easter Monday"


def files(world: World, today: str) -> dict[str, bytes]:
    assert world.build(today=today) == 0
    return {
        path.relative_to(world.output).as_posix(): path.read_bytes()
        for path in world.output.rglob("*.ics")
    }


def test_a_day_later_only_the_stamp_of_the_build_is_another(world: World) -> None:
    write(world)
    first, later = files(world, "2026-11-03"), files(world, "2026-12-31")
    before, after = ({name: unstamped(one[name]) for name in one} for one in (first, later))
    assert before == after
    assert first != later


def test_at_new_year_calendars_go_on_and_lose_nothing(world: World) -> None:
    write(world)
    before, after = (files(world, day) for day in ("2026-12-31", "2027-01-01"))
    assert before.keys() == after.keys()
    treff = "angebote/treff/termine.ics"
    assert b"UNTIL=2028" in before[treff]
    assert b"UNTIL=2029" in after[treff]
    (old, new) = (
        icalendar.Calendar.from_ical(one[treff]).walk("VEVENT")[0] for one in (before, after)
    )
    assert old["dtstart"] == new["dtstart"]


def unstamped(text: bytes) -> list[bytes]:
    return [
        line for line in text.split(b"\r\n") if not line.startswith((b"DTSTAMP:", b"SEQUENCE:"))
    ]
