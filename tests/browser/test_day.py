"""What a page says at an hour: open or closed, on or over, whoever looks and from wherever."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.conftest import served
from tests.browser.shifts import moved, read_to_the_end, watch
from tests.worlds import World

BERLIN = ZoneInfo("Europe/Berlin")
ZONES = ["Europe/Berlin", "America/Los_Angeles", "Pacific/Auckland"]
#: Open on weekdays, and in the night to Sunday, when clocks change.
HOUSE = """\
- id: haus
  name: Unser Haus
  address: {street: Am Eck 1, postcode: "01067", city: Beispielstadt}
  phone: 0231 000000
  email: post@kleiner-verein.example
  hours:
    - {wochentag: Montag bis Freitag, von: 9:00, bis: 18:00}
    - {wochentag: Sonntag, von: 1:00, bis: 4:00}
  special_hours:
    - {ab: 2026-12-07, zuletzt: 2026-12-08, grund: Umzug}
"""
SCHEDULE = """\
schedule:
  - {wochentag: Donnerstag, von: 10:00, bis: 12:00}
  - {wochentag: Sonntag, von: 2:15, bis: 2:45}
  - wochentag: Freitag
    von: 10:00
    bis: 12:00
    nicht: [{am: 2026-11-27, grund: Glatteis}]
"""


@pytest.fixture(scope="module")
def site_of(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """Build for a day, once; gives the address."""
    hosts: dict[str, tuple[object, str]] = {}

    def build(today: str) -> str:
        if today not in hosts:
            world = World(tmp_path_factory.mktemp("day"))
            world.write("data/locations.yaml", HOUSE)
            offer = world.offer()
            offer.write_text(offer.read_text("utf-8").replace("schedule: []\n", SCHEDULE), "utf-8")
            front = "title: Fest\nsummary: Ein Fest.\ndate: 2026-11-26\nstart: 15:00\nend: 17:00"
            world.write("termine/fest.md", f"---\n{front}\n---\nText.\n")
            contact = "title: Kontakt\ntemplate: Kontakt"
            world.write("seiten/kontakt.md", f"---\n{contact}\n---\nText.\n")
            assert world.build(today=today) == 0
            context = served(world.output)
            hosts[today] = context, context.__enter__()
        return hosts[today][1]

    yield build
    for context, _host in hosts.values():
        context.__exit__(None, None, None)  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def visit(browser: Browser, site_of: Callable[[str], str]) -> Iterator[Callable[..., Page]]:
    """Open a page of the site of a day, at a moment in Berlin or with an offset of its own.

    To begin a visit takes longer than to open a page: each kind of visitor stays.
    """
    visitors: dict[tuple[str, bool], Page] = {}

    def open_page(
        today: str, moment: str, address: str = "/", zone: str = ZONES[0], scripts: bool = True
    ) -> Page:
        if (zone, scripts) not in visitors:
            context = browser.new_context(timezone_id=zone, java_script_enabled=scripts)
            visitors[zone, scripts] = context.new_page()
        page = visitors[zone, scripts]
        page.clock.set_fixed_time(at(moment))
        page.goto(site_of(today) + address)
        return page

    yield open_page
    for page in visitors.values():
        page.context.close()


def at(moment: str) -> dt.datetime:
    time = dt.datetime.fromisoformat(moment)
    return time if time.tzinfo else time.replace(tzinfo=BERLIN)


def panel(page: Page) -> str:
    """What the sheet at the top of the home page says."""
    return re.sub(r"\s+", " ", page.locator(".today").inner_text()).strip()


THURSDAY = "2026-11-26"


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    ("moment", "told", "is_open"),
    [
        ("2026-11-26T00:00", "Heute, Donnerstag, 26. November Öffnet heute um 9 Uhr", False),
        ("2026-11-26T08:59:59", "Heute, Donnerstag, 26. November Öffnet heute um 9 Uhr", False),
        ("2026-11-26T09:00", "Heute, Donnerstag, 26. November Jetzt geöffnet, bis 18 Uhr", True),
        ("2026-11-26T17:59:59", "Heute, Donnerstag, 26. November Jetzt geöffnet, bis 18", True),
        ("2026-11-26T18:00", "Heute, Donnerstag, 26. November Öffnet morgen um 9 Uhr", False),
        ("2026-11-27T00:00", "Heute, Freitag, 27. November Öffnet heute um 9 Uhr", False),
        ("2026-11-27T18:00", "Heute, Freitag, 27. November Öffnet am Sonntag, 29. November, um 1",
         False),
        ("2026-11-28T12:00", "Heute, Samstag, 28. November Öffnet morgen um 1 Uhr", False),
        ("2026-11-28T23:59:59", "Heute, Samstag, 28. November Öffnet morgen um 1 Uhr", False),
        ("2026-11-29T00:00", "Öffnungszeiten Unser Haus Montag bis Freitag 9 bis 18 Uhr", False),
    ],
)  # fmt: skip
def test_the_home_page_says_whether_it_is_open_at_the_houses_hour(
    visit: Callable[..., Page], moment: str, told: str, is_open: bool, zone: str
) -> None:
    page = visit(THURSDAY, moment, zone=zone)
    assert panel(page).startswith(told)
    assert page.locator(".today .is-open:visible").count() == is_open


@pytest.mark.parametrize("moment", ["2026-11-26T08:59", "2026-11-26T20:00", "2026-12-24T12:00"])
def test_without_a_script_the_day_is_named_and_nothing_else_is_said(
    visit: Callable[..., Page], moment: str
) -> None:
    for address in ("/", "/wochenplan/", "/angebote/treff/", "/termine/", "/kontakt/"):
        page = visit(THURSDAY, moment, address, scripts=False)
        text = page.locator("body").inner_text()
        assert not re.search(r"\b(heute|morgen|jetzt)\b", text, re.IGNORECASE), address
        assert "26. November" in text
    assert panel(visit(THURSDAY, moment, scripts=False)) == (
        "Donnerstag, 26. November Geöffnet 9 bis 18 Uhr 10 bis 12 Uhr Treff 15 bis 17 Uhr Fest"
    )


def test_what_is_over_is_not_shown_and_the_rest_stays(visit: Callable[..., Page]) -> None:
    assert panel(visit(THURSDAY, "2026-11-26T11:59")).endswith("Treff 15 bis 17 Uhr Fest")
    assert panel(visit(THURSDAY, "2026-11-26T12:00")).endswith("bis 18 Uhr 15 bis 17 Uhr Fest")
    assert panel(visit(THURSDAY, "2026-11-26T17:00")).endswith("Jetzt geöffnet, bis 18 Uhr")


def test_what_does_not_take_place_is_told_with_its_reason(visit: Callable[..., Page]) -> None:
    page = visit(THURSDAY, "2026-11-27T09:30")
    assert panel(page).endswith("10 bis 12 Uhr Treff findet nicht statt (Glatteis)")
    dates = visit(THURSDAY, "2026-11-26T09:30", "/angebote/treff/").locator(".date:visible")
    assert [re.sub(r"\s+", " ", text).strip() for text in dates.all_inner_texts()] == [
        "Heute, Donnerstag, 26. November 10 bis 12 Uhr",
        "Morgen, Freitag, 27. November findet nicht statt (Glatteis)",
        "Sonntag, 29. November 2:15 bis 2:45 Uhr",
        "Donnerstag, 3. Dezember 10 bis 12 Uhr",
        "Freitag, 4. Dezember 10 bis 12 Uhr",
    ][: dates.count()]
    assert dates.count() >= 4


def test_an_event_leaves_the_list_when_it_is_over(visit: Callable[..., Page]) -> None:
    cards = visit(THURSDAY, "2026-11-26T16:59", "/termine/").locator("article:visible")
    assert cards.count() == 1
    page = visit(THURSDAY, "2026-11-26T17:00", "/termine/")
    assert page.locator("article:visible").count() == 0
    assert "Zurzeit ist kein" in page.locator("main").inner_text()
    assert page.locator("main [href^='tel:']").first.is_visible()


def test_the_week_marks_its_day_and_drops_those_that_were(visit: Callable[..., Page]) -> None:
    def days(moment: str) -> list[str]:
        page = visit(THURSDAY, moment, "/wochenplan/")
        return page.locator(".week-table__name:visible").all_inner_texts()

    assert days("2026-11-26T12:00")[:3] == [
        "Heute, Donnerstag, 26. November",
        "Morgen, Freitag, 27. November",
        "Samstag, 28. November",
    ]
    assert len(days("2026-11-26T12:00")) == 7
    assert days("2026-11-28T12:00")[0] == "Heute, Samstag, 28. November"
    assert len(days("2026-11-28T12:00")) == 5
    page = visit(THURSDAY, "2026-12-24T12:00", "/wochenplan/")
    assert page.locator("tbody tr:visible").all_inner_texts() == [
        "Dieser Plan ist veraltet. Rufen Sie an oder schreiben Sie uns."
    ]


def test_a_page_that_stays_open_goes_on_with_the_time(
    browser: Browser, site_of: Callable[[str], str]
) -> None:
    page = browser.new_page()
    page.clock.install(time=at("2026-11-26T17:58:30"))
    page.goto(site_of(THURSDAY))
    assert "Jetzt geöffnet" in panel(page)
    page.clock.run_for(120_000)
    assert "Öffnet morgen um 9 Uhr" in panel(page)
    page.clock.run_for(6 * 3_600_000)
    assert panel(page).startswith("Heute, Freitag, 27. November Öffnet heute um 9 Uhr")
    page.close()


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    ("moment", "told"),
    [
        # Clocks go back from 3 to 2: half past two is there twice, an hour apart.
        ("2026-10-25T00:59+02:00", "Öffnet heute um 1 Uhr 2:15 bis 2:45 Uhr Treff"),
        ("2026-10-25T02:30+02:00", "Jetzt geöffnet, bis 4 Uhr 2:15 bis 2:45 Uhr Treff"),
        ("2026-10-25T02:30+01:00", "Jetzt geöffnet, bis 4 Uhr"),
        ("2026-10-25T03:59+01:00", "Jetzt geöffnet, bis 4 Uhr"),
        ("2026-10-25T04:00+01:00", "Öffnet morgen um 9 Uhr"),
        ("2026-10-25T23:59+01:00", "Öffnet morgen um 9 Uhr"),
    ],
)
def test_the_night_in_which_clocks_go_back_has_an_hour_more(
    visit: Callable[..., Page], moment: str, told: str, zone: str
) -> None:
    page = visit("2026-10-24", moment, zone=zone)
    assert panel(page) == f"Heute, Sonntag, 25. Oktober {told}"


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        ("2027-03-28T01:59+01:00", "Jetzt geöffnet, bis 4 Uhr 2:15 bis 2:45 Uhr Treff"),
        # A quarter past two is skipped: it begins an hour later (RFC 5545, 3.3.5).
        ("2027-03-28T03:30+02:00", "Jetzt geöffnet, bis 4 Uhr 2:15 bis 2:45 Uhr Treff"),
        ("2027-03-28T03:45+02:00", "Jetzt geöffnet, bis 4 Uhr"),
        ("2027-03-28T04:00+02:00", "Öffnet am Dienstag, 30. März, um 9 Uhr"),
    ],
)
def test_the_night_in_which_clocks_go_forward_has_an_hour_less(
    visit: Callable[..., Page], moment: str, told: str
) -> None:
    # Easter Monday follows, of which nothing is said.
    page = visit("2027-03-28", moment)
    assert panel(page).startswith(f"Heute, Sonntag, 28. März {told}")


def test_on_a_holiday_of_which_nothing_was_said_nobody_is_sent_there(
    visit: Callable[..., Page],
) -> None:
    asks = "Erster Weihnachtstag: bitte fragen Sie, ob geöffnet ist"
    page = visit("2026-12-25", "2026-12-25T10:00")
    assert panel(page) == f"Heute, Freitag, 25. Dezember {asks}"
    assert page.locator(".today .is-open:visible").count() == 0
    bare = visit("2026-12-25", "2026-12-25T10:00", scripts=False)
    assert panel(bare) == f"Freitag, 25. Dezember {asks}"


def test_other_hours_are_announced_before_and_gone_after(visit: Callable[..., Page]) -> None:
    def told(today: str, moment: str, address: str = "/angebote/") -> list[str]:
        return visit(today, moment, address).locator(".closure:visible").all_inner_texts()

    notice = "Unser Haus: 7. Dezember 2026 bis 8. Dezember 2026: geschlossen (Umzug)"
    assert told("2026-10-24", "2026-10-24T12:00") == []
    assert told(THURSDAY, "2026-11-26T12:00") == [notice]
    assert told(THURSDAY, "2026-12-08T23:59") == [notice]
    assert told(THURSDAY, "2026-12-09T00:00") == []


def test_a_house_says_on_its_card_whether_it_is_open(visit: Callable[..., Page]) -> None:
    def state(moment: str, scripts: bool = True) -> list[str]:
        page = visit(THURSDAY, moment, "/kontakt/", scripts=scripts)
        return page.locator("main .opening:visible").all_inner_texts()

    assert state("2026-11-26T10:00") == ["Jetzt geöffnet, bis 18 Uhr"]
    assert state("2026-11-28T10:00") == ["Öffnet morgen um 1 Uhr"]
    assert state("2026-11-29T00:00") == []
    assert state("2026-11-26T10:00", scripts=False) == [
        "Donnerstag, 26. November: Geöffnet 9 bis 18 Uhr"
    ]


def test_a_preview_of_another_day_is_seen_as_on_that_day(browser: Browser, tmp_path: Path) -> None:
    world = World(tmp_path)
    world.write("data/locations.yaml", HOUSE)
    assert world.build(drafts=True, today="2027-06-18") == 0
    page = browser.new_page()
    with served(world.output) as host:
        page.goto(host)
        assert panel(page).startswith("Heute, Freitag, 18. Juni Jetzt geöffnet, bis 18 Uhr")
    page.close()
    # The public site knows what time it is.
    assert world.build(today="2027-06-18") == 0
    assert "data-now" not in world.read("index.html")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    ("path", "changed"),
    [
        ("/", ".entry[hidden]"),
        ("/wochenplan/", ".entry[hidden]"),
        ("/angebote/treff/", ".date[hidden]"),
        ("/angebote/?am=sonntag", "[data-reset]:not([hidden])"),
    ],
)
def test_what_a_script_changes_was_never_seen(
    browser: Browser, site_of: Callable[[str], str], path: str, changed: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    watch(page)

    def late(route: Route) -> None:
        page.wait_for_timeout(200)
        route.continue_()

    page.route("**/*.js", late)
    page.clock.set_fixed_time(at("2026-11-26T17:30"))
    page.goto(site_of(THURSDAY) + path)
    read_to_the_end(page)
    assert page.locator(changed).count()
    assert moved(page) == 0
    context.close()
