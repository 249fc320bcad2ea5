"""What search engines are told of offers and events."""

from __future__ import annotations

from typing import Any

import pytest

from schaukasten.model.agenda.openings import HORIZON
from schaukasten.model.documents.document import Document
from schaukasten.model.structured_data.structured_times import StructuredTimes
from tests.worlds import World

HOST = "https://kleiner-verein.example"
WEDNESDAYS = "wochentag: Mittwoch, von: 17:00, bis: 18:30, feiertage: nein"


def read(world: World, name: str) -> tuple[StructuredTimes, Document]:
    site = world.load().site
    assert site is not None, world.errors()
    return StructuredTimes(site, HOST), site.documents[name]


def offer(world: World, *lines: str, head: str = "") -> tuple[StructuredTimes, Document]:
    path = world.offer(head=head)
    schedule = "schedule:\n" + "".join(f"- {{{line}}}\n" for line in lines)
    path.write_text(path.read_text("utf-8").replace("schedule: []\n", schedule), "utf-8")
    return read(world, "angebote/treff.md")


def series(world: World, *lines: str, head: str = "") -> dict[str, Any]:
    data, document = offer(world, *lines, head=head)
    today = data.site.today
    entries = data.site.agenda.entries_of(document, today, today + HORIZON)
    return data.event_series(document, entries)


def event(world: World, head: str) -> dict[str, Any]:
    text = f"---\ntitle: Fest\nsummary: Ein Fest.\ndate: 2026-12-05\n{head}\n---\nText.\n"
    world.write("termine/fest.md", text)
    data, document = read(world, "termine/fest.md")
    return data.event(document)


def test_an_offer_names_whom_to_ring_where_that_is_not_the_house(world: World) -> None:
    world.write("data/people.yaml", "- {id: ada, name: Ada, phone: 0231 1234567}\n")
    data, document = offer(world, WEDNESDAYS, head="contact: ada")
    assert data.service(document)["availableChannel"]["servicePhone"] == {
        "@type": "ContactPoint",
        "name": "Ada",
        "telephone": "0231 1234567",
    }
    data, document = offer(world, WEDNESDAYS, head="contact: {name: Eva}")
    assert "servicePhone" not in data.service(document)["availableChannel"]


def test_an_offer_is_a_service_for_somebody_in_languages_at_a_place(world: World) -> None:
    data, document = offer(world, WEDNESDAYS, head="languages: [Deutsch, Türkisch]")
    thing = data.service(document)
    assert thing["@id"] == f"{HOST}/angebote/treff/#offer"
    assert thing["provider"] == data.organization()
    assert thing["audience"] == [{"@type": "Audience", "audienceType": "Familien"}]
    assert thing["availableChannel"]["availableLanguage"] == ["Deutsch", "Türkisch"]
    assert thing["availableChannel"]["serviceLocation"]["@id"] == f"{HOST}/#haus"


def test_an_offer_that_does_not_name_its_languages_tells_none(world: World) -> None:
    data, document = offer(world, WEDNESDAYS)
    assert "availableLanguage" not in data.service(document)["availableChannel"]


def test_what_recurs_is_a_schedule_in_the_houses_time_zone(world: World) -> None:
    thing = series(world, WEDNESDAYS, head="cost: kostenlos")
    (schedule,) = thing["eventSchedule"]
    assert schedule["scheduleTimezone"] == "Europe/Berlin"
    assert thing["isAccessibleForFree"] is True
    assert thing["about"] == {"@id": f"{HOST}/angebote/treff/#offer"}


def test_an_offer_of_which_nobody_said_that_it_is_free_does_not_say_the_contrary(
    world: World,
) -> None:
    assert "isAccessibleForFree" not in series(world, WEDNESDAYS, head="cost: 3 Euro")


def test_the_days_off_of_a_schedule_are_those_of_the_year_to_come(world: World) -> None:
    off = "nicht: [{am: 2026-12-09}, {ab: 2026-12-23, zuletzt: 2027-01-03}, {am: 2026-11-04}]"
    moved = "verlegt: [{am: 2027-02-10, auf: 2027-02-11}]"
    (schedule,) = series(world, f"{WEDNESDAYS}, {off}, {moved}")["eventSchedule"]
    # What was off on 4 November is over.
    assert schedule["exceptDate"] == ["2026-12-09", "2026-12-23", "2026-12-30", "2027-02-10"]


@pytest.mark.parametrize(("answer", "off"), [("nein", True), ("ja", False)])
def test_a_holiday_is_a_day_off_where_it_stops_the_offer(
    world: World, answer: str, off: bool
) -> None:
    fridays = f"wochentag: Freitag, von: 17:00, bis: 18:30, feiertage: {answer}"
    (schedule,) = series(world, fridays)["eventSchedule"]
    assert ("2026-12-25" in schedule.get("exceptDate", [])) is off


def test_each_time_that_is_not_as_usual_is_an_event_of_its_own(world: World) -> None:
    line = (
        f"{WEDNESDAYS}, nicht: [2026-12-09], extra: [2026-12-10],"
        " verlegt: [{am: 2026-12-16, auf: 2026-12-17, von: 10:00, bis: 11:00}]"
    )
    events = {one["startDate"]: one for one in series(world, line)["subEvent"]}
    states = {day: one["eventStatus"].rsplit("/", 1)[1] for day, one in events.items()}
    assert states == {
        "2026-12-09T17:00:00+01:00": "EventCancelled",
        "2026-12-10T17:00:00+01:00": "EventScheduled",
        "2026-12-17T10:00:00+01:00": "EventRescheduled",
    }
    moved = events["2026-12-17T10:00:00+01:00"]
    assert moved["previousStartDate"] == "2026-12-16T17:00:00+01:00"
    assert moved["endDate"] == "2026-12-17T11:00:00+01:00"
    assert moved["location"]["@id"] == f"{HOST}/#haus"


def test_single_days_are_events_and_no_schedule(world: World) -> None:
    thing = series(world, "am: [2026-12-05, 2027-01-09], von: 14:00, bis: 16:00")
    assert "eventSchedule" not in thing
    assert [one["startDate"][:10] for one in thing["subEvent"]] == ["2026-12-05", "2027-01-09"]


def test_a_season_that_is_over_is_not_told(world: World) -> None:
    over = "wochentag: Montag, von: 9:00, bis: 10:00, zuletzt: 2026-09-28"
    assert len(series(world, over, WEDNESDAYS)["eventSchedule"]) == 1


@pytest.mark.parametrize(
    ("head", "start", "end"),
    [
        ("", "2026-12-05", "2026-12-05"),
        ("end_date: 2026-12-06", "2026-12-05", "2026-12-06"),
        ("start: 15:00\nend: 18:00", "2026-12-05T15:00:00+01:00", "2026-12-05T18:00:00+01:00"),
        ("start: 15:00", "2026-12-05T15:00:00+01:00", None),
        ("start: 15:00\nend_date: 2026-12-06", "2026-12-05T15:00:00+01:00", "2026-12-06"),
        (
            "start: 15:00\nend: 12:00\nend_date: 2026-12-06",
            "2026-12-05T15:00:00+01:00",
            "2026-12-06T12:00:00+01:00",
        ),
    ],
)
def test_an_event_ends_when_somebody_said_so(
    world: World, head: str, start: str, end: str | None
) -> None:
    thing = event(world, head)
    assert (thing["startDate"], thing.get("endDate")) == (start, end)
    assert thing["eventStatus"] == "https://schema.org/EventScheduled"


def test_a_cancelled_event_is_cancelled_even_if_it_was_moved_before(world: World) -> None:
    thing = event(world, "moved_from: 2026-11-28\ncancelled: Sturm")
    assert thing["eventStatus"] == "https://schema.org/EventCancelled"


def test_a_moved_event_names_the_day_on_which_it_was_to_be(world: World) -> None:
    thing = event(world, "moved_from: 2026-11-28")
    assert thing["eventStatus"] == "https://schema.org/EventRescheduled"
    assert thing["previousStartDate"] == "2026-11-28"


def test_an_event_elsewhere_has_that_place_and_no_house(world: World) -> None:
    assert event(world, "place: Westpark")["location"] == {"@type": "Place", "name": "Westpark"}
    assert event(world, "")["location"]["@id"] == f"{HOST}/#haus"


ADDRESS = {
    "@type": "PostalAddress",
    "streetAddress": "Am Eck 1",
    "postalCode": "01067",
    "addressLocality": "Beispielstadt",
    "addressCountry": "DE",
}


def test_each_event_has_what_search_engines_ask_for(world: World) -> None:
    """developers.google.com/search/docs/appearance/structured-data/event"""
    for thing in (event(world, "cost: 3,50 €"), series(world, WEDNESDAYS, head="cost: 3,50 €")):
        assert thing["startDate"]
        assert thing["eventStatus"] == "https://schema.org/EventScheduled"
        assert thing["eventAttendanceMode"] == "https://schema.org/OfflineEventAttendanceMode"
        assert thing["location"]["name"] == "Unser Haus"
        assert thing["location"]["address"] == ADDRESS
        assert thing["organizer"]["name"]
        assert thing["organizer"]["url"]
        assert (thing["offers"]["price"], thing["offers"]["priceCurrency"]) == ("3.50", "EUR")
        assert thing["offers"]["url"] == thing["url"]


def test_a_series_begins_with_its_next_time(world: World) -> None:
    thing = series(world, f"{WEDNESDAYS}, nicht: [2026-11-25]")
    assert thing["startDate"] == "2026-12-02T17:00:00+01:00"
    assert "endDate" not in thing
    [schedule] = thing["eventSchedule"]
    assert schedule["startDate"] == "2026-12-02"


def test_a_series_that_ends_says_on_which_day(world: World) -> None:
    assert series(world, f"{WEDNESDAYS}, zuletzt: 2026-12-16")["endDate"] == "2026-12-16"


def test_what_costs_nothing_is_free_in_the_money_of_the_country(world: World) -> None:
    thing = event(world, "cost: kostenlos")
    assert thing["isAccessibleForFree"] is True
    assert (thing["offers"]["price"], thing["offers"]["priceCurrency"]) == ("0", "EUR")
    assert not {"offers", "isAccessibleForFree"} & event(world, "cost: ab 5 €").keys()


def test_a_place_of_its_own_has_its_address(world: World) -> None:
    head = "place: Stadtpark\naddress: {street: Parkweg 1, city: Dorf}"
    assert event(world, head)["location"]["address"] == {
        "@type": "PostalAddress",
        "streetAddress": "Parkweg 1",
        "addressLocality": "Dorf",
        "addressCountry": "DE",
    }


@pytest.mark.parametrize(
    ("head", "mode", "kinds"),
    [
        ("online: https://example.org/raum", "Online", ["VirtualLocation"]),
        ("online: ja", "Online", ["VirtualLocation"]),
        ("online: ja\nplace: Park", "Mixed", ["Place", "VirtualLocation"]),
        ("online: ja\nlocation: haus", "Mixed", ["Place", "VirtualLocation"]),
    ],
)
def test_an_event_may_be_online_or_both(
    world: World, head: str, mode: str, kinds: list[str]
) -> None:
    thing = event(world, head)
    assert thing["eventAttendanceMode"] == f"https://schema.org/{mode}EventAttendanceMode"
    places = thing["location"] if isinstance(thing["location"], list) else [thing["location"]]
    assert [place["@type"] for place in places] == kinds
    # Without an address of its own it is the page that tells how to take part.
    own = "https://example.org/raum" if "https" in head else f"{HOST}/termine/2026/fest/"
    assert places[-1]["url"] == own


def test_each_day_of_several_is_an_event_of_its_own(world: World) -> None:
    thing = event(world, "end_date: 2026-12-06\nstart: 10:00\nend: 18:00")
    assert (thing["startDate"], thing["endDate"]) == (
        "2026-12-05T10:00:00+01:00",
        "2026-12-06T18:00:00+01:00",
    )
    assert [(one["startDate"], one["endDate"]) for one in thing["subEvent"]] == [
        ("2026-12-05T10:00:00+01:00", "2026-12-05T18:00:00+01:00"),
        ("2026-12-06T10:00:00+01:00", "2026-12-06T18:00:00+01:00"),
    ]
    assert all(one["location"]["address"] == ADDRESS for one in thing["subEvent"])


def test_what_goes_on_without_a_break_is_one(world: World) -> None:
    assert "subEvent" not in event(world, "end_date: 2026-12-06\nstart: 17:00\nend: 12:00")
