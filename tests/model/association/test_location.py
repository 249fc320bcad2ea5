import datetime as dt

import pytest

from schaukasten.model.association.location import Location
from schaukasten.model.reading.fields import Weekday
from schaukasten.model.reading.problem import Severity
from tests.worlds import World

FILE = "data/locations.yaml"
HOUSE = """\
- id: haus
  name: Unser Haus
  address:
    street: Am Eck 1
    postcode: 01067
    city: Beispielstadt
  phone: 0231 000000
  email: post@kleiner-verein.example
  hours:
    - wochentag: Montag
      von: 9:30
      bis: 18:00
    - wochentag: Dienstag
      von: 9:30
      bis: 18:00
"""


def locations(world: World) -> list[Location]:
    site = world.load().site
    assert site is not None, world.lines()
    return site.locations


def test_a_postcode_keeps_its_zero_and_hours_are_times(world):
    world.write(FILE, HOUSE)
    [house] = locations(world)
    assert house.address.value.postcode == "01067"
    assert [hours.weekdays for hours in house.hours.value] == [
        (Weekday.Montag,),
        (Weekday.Dienstag,),
    ]
    assert f"{house.hours.value[0].end:%H:%M}" == "18:00"


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("id: haus", "id: Unser Haus", 1, "id: „Unser Haus“ kann kein Teil einer Adresse sein."),
        ("name: Unser Haus", "nam: Unser Haus", 2, "Den Schlüssel „nam“ gibt es nicht."),
        ("postcode: 01067", "postcode:", 5, "postcode: Hier muss Text stehen."),
        ("    city: B", "    cty: B", 6, "Den Schlüssel „cty“ gibt es nicht. Meinten Sie „city“?"),
        ("phone: 0231 000000", "phone: gern", 7, "phone: „gern“ ist keine Telefonnummer."),
        ("phone: 0231 000000", "phone: '-----'", 7, "„-----“ ist keine Telefonnummer."),
        ("email: post@", "email: post(at)", 8, "email: „post(at)kleiner-verein.example“ ist keine"),
        ("Dienstag", "Dienstach", 13, "wochentag: „Dienstach“ ist kein Wochentag."),
        (
            "9:30\n      bis: 18:00\n    -",
            "9:30\n      bis: 8:00\n    -",
            10,
            "hours: Das Ende (08",
        ),
    ],
)
def test_a_slip_is_told_on_the_line_where_it_stands(world, old, new, line, what):
    assert old in HOUSE
    world.write(FILE, HOUSE.replace(old, new, 1))
    assert any(found.startswith(f"{FILE}:{line}: {what}") for found in world.lines())


def test_the_open_facts_of_every_house_are_told_on_their_lines(world):
    second = """\
- id: garten
  name: Garten
  address:
    value:
      street: Am Eck 2
      postcode: "01067"
      city: Beispielstadt
    source: Flugblatt
    confirmed: nein
  phone:
  email: post@kleiner-verein.example
  step_free:
    value:
"""
    world.write(FILE, HOUSE + second)
    problems = world.problems()
    start = HOUSE.count("\n")
    assert [(problem.line - start, problem.severity) for problem in problems] == [
        (3, Severity.OPEN),
        (10, Severity.OPEN),
        (12, Severity.HINT),
    ]
    assert world.lines()[0].startswith(f"{FILE}:{start + 3}: „address“ ist nicht bestätigt.")
    assert locations(world)[1].phone.is_known is False


def test_one_house_may_be_written_without_a_list(world):
    world.write(FILE, HOUSE.replace("- id", "id").replace("\n  ", "\n"))
    assert len(locations(world)) == 1


@pytest.mark.parametrize("text", ["", "[]\n", "# noch leer\n"])
def test_an_association_without_a_house_is_told_so_in_words_of_its_file(world, text):
    world.write(FILE, text)
    [line] = world.lines()
    assert line.startswith(f"{FILE}:1: ")
    assert "entries" not in line


@pytest.mark.parametrize(
    ("special", "days"),
    [
        ("{am: 2026-12-24}", [("2026-12-24", "2026-12-24", None)]),
        ("[{ab: 2026-12-24, zuletzt: 2027-01-01, grund: Ferien}]",
         [("2026-12-24", "2027-01-01", "Ferien")]),
        ("{am: 2026-12-24, von: 9:00, bis: 12:00}", [("2026-12-24", "2026-12-24", None)]),
        ("[]", []),
    ],
)  # fmt: skip
def test_special_hours_are_of_days_or_of_a_longer_time(world, special, days):
    world.write(FILE, f"{HOUSE}  special_hours: {special}\n")
    [house] = locations(world)
    assert [(str(one.first), str(one.last), one.reason) for one in house.special_hours] == days


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("special_hours: {grund: Ferien}", "special_hours: Es ist nicht klar, welche Tage gemeint"),
        ("special_hours: [2026-12-24]", "„special_hours“ braucht mehrere eigene Zeilen"),
        ("special_hours: {am: 2026-12-24, von: 9:00}", "special_hours: Von den beiden Uhrzeiten"),
        (
            "special_hours: {am: 2026-12-24, von: 9:00, bis: 8:00}",
            "special_hours: Das Ende (08:00)",
        ),
        ("special_hours: {ab: 2026-12-24, zuletzt: 2026-12-23}", "special_hours: Der letzte Tag"),
        ("special_hours: {am: 2026-12-24, grnd: Ferien}", "Den Schlüssel „grnd“ gibt es nicht."),
        ("open_on_holidays: vielleicht", "open_on_holidays: „vielleicht“ ist keiner der"),
        ("rooms: {Saal: 1}", "rooms: Hier muss Text stehen."),
    ],
)
def test_a_slip_in_what_is_special_is_told_on_its_line(world, line, what):
    world.write(FILE, f"{HOUSE}  {line}\n")
    place = f"{FILE}:{HOUSE.count(chr(10)) + 1}: {what}"
    assert any(found.startswith(place) for found in world.lines()), world.lines()


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("2026-12-20", None),
        ("2026-12-21", "kürzer"),
        # A single day rather than a longer time, closed rather than open.
        ("2026-12-23", "Notdienst"),
        ("2026-12-24", "zu"),
        ("2026-12-31", "kürzer"),
    ],
)
def test_the_closest_of_what_is_special_on_a_day_gives_its_reason(world, day, reason):
    world.write(
        FILE,
        f"""{HOUSE}\
  special_hours:
    - {{ab: 2026-12-21, zuletzt: 2026-12-31, von: '9:00', bis: '12:00', grund: kürzer}}
    - {{ab: 2026-12-23, zuletzt: 2026-12-26, grund: zu}}
    - {{am: 2026-12-23, von: '9:00', bis: '10:00', grund: Notdienst}}
""",
    )
    [house] = locations(world)
    special = house.special_on(dt.date.fromisoformat(day))
    assert (special and special.reason) == reason


def test_rooms_are_a_list_or_one(world):
    world.write(FILE, f"{HOUSE}  rooms: Saal\n")
    assert locations(world)[0].rooms == ["Saal"]
