"""Schedules that would keep a calendar busy for hours, or that nobody can keep."""

from __future__ import annotations

from tests.hostile.case import Case, data, file

_HEAD = "---\ntitle: A\nsummary: B\naudience: Familien\nschedule:\n"
_DAILY = "  - wochentag: Montag bis Sonntag\n    von: 0:00\n    bis: 23:59\n"
_AGES = "{ab: 1800-01-01, zuletzt: 2199-12-31}"
_DAYS = [f"{year}-{month:02}-{day:02}" for year in range(2027, 2200) for month in range(1, 13)
         for day in range(1, 29)]  # fmt: skip
_HOURS = "email: post@kleiner-verein.example"


def _offer(name: str, slug: str, times: str, says: str = "", more: str = "") -> Case:
    """An offer with this schedule, whose first entry begins on line 6."""
    return file(name, f"angebote/{slug}.md", f"{_HEAD}{times}{more}---\n", says)


CASES: list[Case] = [
    _offer("a schedule of 50 daily lines", "taeglich", _DAILY * 50),
    _offer("a schedule of 51 lines", "zeilen", _DAILY * 51, "5: „schedule“ hat mehr als 50"),
    _offer("a schedule of 200 KB", "lang", _DAILY * 2600, "5: „schedule“ hat mehr als 50"),
    _offer("200 pauses of centuries", "pausen", f"{_DAILY}    nicht:\n"
           + f"      - {_AGES}\n" * 200),
    _offer("thousands of pauses", "viele-pausen",
           f"{_DAILY}    nicht: [{', '.join(_DAYS[:5000])}]\n",
           "9: „nicht“ hat mehr als 200 Einträge."),
    _offer("a season of centuries", "saison",
           f"{_DAILY}    ab: 1800-01-01\n    zuletzt: 2199-12-31\n"),
    _offer("every second week since 1800", "seit-1800",
           f"{_DAILY}    rhythmus: jede zweite Woche\n    ab: 1800-01-01\n"),
    _offer("200 days for each of 30 lines", "tage",
           f"  - {{am: [{', '.join(_DAYS[:200])}], von: '1:00', bis: '2:00'}}\n" * 30),
    _offer("200 moves to one day", "umzug", f"{_DAILY}    verlegt:\n" + "".join(
        f"      - {{am: {day}, auf: 2027-01-29}}\n" for day in _DAYS[28:228])),
    _offer("a weekday of blanks", "leere", f"  - wochentag: 'a{' ' * 190_000}b'\n    von: 1:00\n"
           "    bis: 2:00\n", "6: wochentag: „a"),
    _offer("a rhythm of 190,000 letters", "rhythmus", f"{_DAILY}    rhythmus: jeden "
           f"{'ersten, ' * 23_000}im Monat\n", "9: rhythmus: „jeden ersten, ersten"),
    _offer("lists of weekdays in lists", "listen", f"  - wochentag: {'[' * 15}Montag{']' * 15}\n"
           "    von: 1:00\n    bis: 2:00\n"),
    _offer("script as a reason", "grund", f"{_DAILY}    nicht: {{am: 2026-12-24, grund: "
           "'<script>alert(1)</script>'}\n"),
    _offer("a line end in a reason", "zeilenende",
           f"{_DAILY}    extra: {{am: 2026-12-24, von: 1:00, bis: 2:00, "
           'grund: "a\\x0aBEGIN:VEVENT"}\n'),
    data("200 special hours of centuries", "data/locations.yaml", _HOURS,
         f"{_HOURS}\n  hours: [{{wochentag: Montag bis Sonntag, von: '9:00', bis: '18:00'}}]\n"
         "  special_hours:\n"
         + "    - {ab: 1800-01-01, zuletzt: 2199-12-31, von: '9:00', bis: '10:00'}\n"
         + "    - {ab: 1800-01-01, zuletzt: 2199-12-31}\n" * 199),
    data("a region of another folder", "data/association.yaml", "region: NW", "region: ../../DE",
         "9: „../../DE“ ist keine Region, deren Feiertage bekannt sind."),
    data("a region that is a function", "data/association.yaml", "region: NW",
         "region: __class__", "9: „__class__“ ist keine Region"),
]  # fmt: skip
