"""What visitors, calendar programs and search engines read of an event is the same thing."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from random import Random

import pytest

from tests.model.kinds.happenings import FORMS, happening, text
from tests.site.agreement import Site
from tests.site.said_in_words import read
from tests.worlds import TODAY, World

#: On these days a week begins with both changes of the clocks, New Year, a leap day in it.
WEEKS = ("2027-03-25", "2026-10-22", "2026-12-28", "2028-02-26")
#: So many of them are in each of these weeks, or shortly before and after it.
EVENTS = 75


def fill(world: World, random: Random, day: dt.date, count: int) -> None:
    """Write so many events around a day; those that cannot be are drawn again."""
    rooms = world.content / "data/locations.yaml"
    rooms.write_text(f"{rooms.read_text('utf-8')}  rooms: [Saal]\n", "utf-8")
    wanted = range(count)
    while wanted:
        for number in wanted:
            lines = happening(random, day - dt.timedelta(3), 13)
            world.write(f"termine/e-{number}.md", text(f"Fest {number}", lines))
        refused = {str(error.file) for error in world.load(day.isoformat()).errors}
        wanted = [number for number in wanted if f"termine/e-{number}.md" in refused]


def site(world: World, today: dt.date) -> Site:
    assert world.build(today=today.isoformat()) == 0
    return Site(world.output, today)


@pytest.mark.whole
@pytest.mark.parametrize("week", WEEKS)
def test_all_say_the_same_of_random_events(world: World, week: str) -> None:
    day = dt.date.fromisoformat(week)
    fill(world, Random(week), day, EVENTS)
    # Before it is in the week it is one of the next events.
    for today in (day, day - dt.timedelta(10)):
        built = site(world, today)
        assert len(built.said) == EVENTS
        assert built.differences() == []


def test_all_say_the_same_of_events_of_every_form(world: World) -> None:
    day = dt.date(2026, 12, 5)
    for number, form in enumerate(FORMS.values()):
        lines = {"date": str(day)} | form(Random(0), day)
        world.write(f"termine/form-{number}.md", text(f"Form {number}", lines))
    built = site(world, day)
    assert len(built.said) == len(FORMS)
    assert built.differences() == []


@pytest.mark.whole
@pytest.mark.parametrize(("name", "zone", "count"), [
    ("second_site", "Europe/London", 5),
    pytest.param("crowded_site", "Europe/Berlin", 3, marks=pytest.mark.whole),
    pytest.param("real_site", "Europe/Berlin", 0, marks=pytest.mark.whole),
])  # fmt: skip
def test_all_say_the_same_on_every_site(
    name: str, zone: str, count: int, request: pytest.FixtureRequest
) -> None:
    built = Site(request.getfixturevalue(name), dt.date.fromisoformat(TODAY), zone)
    assert len(built.said) >= count
    assert built.differences() == []


HEADS = {
    "bald": "date: 2026-12-05\nstart: 15:00\nend: 18:00\nplace: Westpark",
    "lager": "date: 2026-12-06\nend_date: 2026-12-08\nstart: 17:00\nend: 12:00",
    "abgesagt": "date: 2026-12-07\nstart: 11:00\ncancelled: Sturm\nonline: ja",
    "spaeter": "date: 2027-01-15\nend_date: 2027-01-17\nstart: 10:00\nend: 16:00",
}
#: Where each is said, with its words and others for them.
CHANGES = {
    "page": ("termine/2026/bald/index.html", "15 bis 18 Uhr", "15 bis 19 Uhr"),
    "page, a day": ("termine/2027/spaeter/index.html", "17. Januar", "18. Januar"),
    "page, the night": ("termine/2026/lager/index.html", ", 12 Uhr", ", 24 Uhr"),
    "page, off": ("termine/2026/abgesagt/index.html", "Dieser Termin fällt aus", "Gut"),
    "its calendar": ("termine/2026/bald/termine.ics", "T150000", "T153000"),
    "its calendar, off": ("termine/2026/abgesagt/termine.ics", "STATUS:CANCELLED\r\n", ""),
    "its calendar, place": ("termine/2026/bald/termine.ics", "LOCATION:West", "LOCATION:Ost"),
    "its calendar, online": ("termine/2026/abgesagt/termine.ics", "LOCATION:Online", "LOCATION:"),
    "calendar of all": ("termine.ics", "20270116T160000", "20270116T150000"),
    "calendar of all, days": ("termine.ics", "20270117T", "20270118T"),
    "calendar of all, title": ("termine.ics", "SUMMARY:lager", "SUMMARY:Lager"),
    "data": ("termine/2026/bald/index.html", "2026-12-05T18", "2026-12-05T19"),
    "data, a sitting": ("termine/2027/spaeter/index.html", "2027-01-16T10", "2027-01-16T11"),
    "data, off": ("termine/2026/abgesagt/index.html", "EventCancelled", "EventScheduled"),
    "data, place": ("termine/2026/bald/index.html", '"name": "Westpark"', '"name": "Ostpark"'),
    "week": ("wochenplan/index.html", "15 bis 18 Uhr", "15 bis 19 Uhr"),
    "week, a day": ("wochenplan/index.html", 'datetime="2026-12-07"', 'datetime="2026-12-09"'),
    "week, the last day": ("wochenplan/index.html", "bis 12 Uhr", "bis 13 Uhr"),
    "week, off": ("wochenplan/index.html", "entry--off", ""),
    "week, place": ("wochenplan/index.html", "Westpark", "Ostpark"),
    "week, next": ("wochenplan/index.html", "10 bis 16 Uhr", "10 bis 17 Uhr"),
    "home": ("index.html", "15 bis 18 Uhr", "15 bis 19 Uhr"),
    "home, until": ("index.html", "2026-12-05T18:00:00", "2026-12-05T17:00:00"),
    "home, next": ("index.html", "10 bis 16 Uhr", "11 bis 16 Uhr"),
    "home, next day": ("index.html", 'datetime="2027-01-15"', 'datetime="2027-01-22"'),
    "list": ("termine/index.html", 'datetime="2027-01-17"', 'datetime="2027-01-18"'),
    "list, off": ("termine/index.html", "findet nicht statt", "Sturm"),
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> World:
    world = World(tmp_path_factory.mktemp("small"))
    for slug, head in HEADS.items():
        front = f"title: {slug}\nsummary: Ein Satz.\n{head}"
        world.write(f"termine/{slug}.md", f"---\n{front}\n---\nText.\n")
    assert site(world, dt.date(2026, 12, 4)).differences() == []
    return world


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_difference_would_be_noticed(
    small: World, tmp_path: Path, change: tuple[str, str, str]
) -> None:
    name, said, other = change
    output = shutil.copytree(small.output, tmp_path / "output")
    path = output / name
    before = path.read_bytes().decode()
    assert said in before
    path.write_bytes(before.replace(said, other).encode())
    assert Site(output, dt.date(2026, 12, 4)).differences() != []


def test_an_event_that_is_off_or_over_is_in_no_calendar_by_a_click(small: World) -> None:
    links = {
        slug: bool(read(path).xpath("//a[contains(@class, 'calendar-links__link')]"))
        for slug in HEADS
        for path in small.output.glob(f"termine/*/{slug}/index.html")
    }
    assert links == {"bald": True, "lager": True, "abgesagt": False, "spaeter": True}
