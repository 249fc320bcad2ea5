"""People, pages and a day → whom the pages show."""

import pytest

from tests.model.files.pictures import png
from tests.worlds import World

PEOPLE = """\
- id: ada
  name: Ada Beispiel
  role: Leitung
  groups: [Team, {name: Vorstand, role: Vorsitz}]
  phone: 0231 1234567
  email: ada@kleiner-verein.example
  left: 2026-11-30
- id: otto
  name: Otto Muster
  groups: [Team]
"""
LAST, NEXT = "2026-11-30", "2026-12-01"
OFFER = "angebote/treff.md"


@pytest.fixture
def world(world: World) -> World:
    world.write("data/people.yaml", PEOPLE)
    return world


def shown(world: World, people: str, today: str = LAST) -> list[tuple[str, list[str]]]:
    world.write("seiten/wir.md", f"---\ntitle: Wir\npeople: {people}\n---\n")
    site = world.load(today=today).site
    assert site, world.lines()
    groups = site.staff.faces(site.documents["seiten/wir.md"].item)
    return [
        (one.name, [f"{face.person.id} {face.role}".strip() for face in one.faces])
        for one in groups
    ]


def asked(world: World, contact: str, today: str = LAST) -> tuple[str | None, str | None] | None:
    world.offer(head=f"contact: {contact}\n")
    site = world.load(today=today).site
    assert site, world.lines()
    found = site.staff.answerer(site.documents[OFFER].item)
    return found and (found.name, found.phone)


def test_a_page_shows_groups_and_single_people_in_its_own_order(world):
    assert shown(world, "[otto, Vorstand, Team, ada]") == [
        ("", ["otto"]),
        ("Vorstand", ["ada Vorsitz"]),
        ("Team", ["ada Leitung", "otto"]),
        ("", ["ada Leitung"]),
    ]


def test_who_leaves_is_shown_on_the_last_day_and_not_on_the_next(world):
    assert shown(world, "[Vorstand, Team, ada]", NEXT) == [("Team", ["otto"])]


@pytest.mark.parametrize("contact", ["ada", "{person: ada}", "\n  person: ada"])
def test_a_contact_refers_to_a_person(world, contact):
    assert asked(world, contact) == ("Ada Beispiel", "0231 1234567")


def test_what_stands_beside_the_person_goes_before_it(world):
    contact = "{person: ada, phone: 0231 7654321, name: Ada (vormittags)}"
    assert asked(world, contact) == ("Ada (vormittags)", "0231 7654321")


def test_in_the_place_of_who_has_left_the_house_is_asked(world):
    assert asked(world, "{person: ada, phone: 0231 7654321}", NEXT) is None
    assert asked(world, "{name: Eva}", NEXT) == ("Eva", None)


def represented(world: World, lines: str, today: str):
    path = world.content / "data/association.yaml"
    text = path.read_text("utf-8").replace("  - name: Erika Beispiel\nregister", f"{lines}register")
    path.write_text(text, "utf-8")
    site = world.load(today=today).site
    assert site, world.lines()
    return site.association.represented_by


def test_who_speaks_for_the_association_is_named_by_the_person_or_by_what_stands_there(world):
    lines = "  - ada\n  - {person: otto, role: Kasse}\n  - name: Eva\n"
    found = represented(world, lines, LAST).value
    assert [(one.name, one.role) for one in found] == [
        ("Ada Beispiel", "Leitung"),
        ("Otto Muster", "Kasse"),
        ("Eva", None),
    ]
    assert [one.name for one in represented(world, "", NEXT).value] == ["Otto Muster", "Eva"]


def test_where_nobody_remains_it_is_open_who_does_on_any_day(world):
    fact = represented(world, "  - ada\n", NEXT)
    assert (fact.value, fact.is_known) == (None, False)
    for day in ("2026-01-01", LAST, NEXT):
        told = [one for one in world.lines(today=day) if "vertritt" in one]
        assert len(told) == 1
        assert told[0].startswith("data/association.yaml:12: Wer den Verein nach Ada Beispiel")


def test_only_portraits_that_a_page_shows_are_published(world):
    world.write("data/ada.png", png(400, 500))
    note = (
        "  picture: {file: ada.png, alt: Ada, people: erkennbar, consent: Blatt 3, credit: Eva}\n"
    )
    world.write("data/people.yaml", PEOPLE.replace("  role: Leitung\n", note))

    def names(today: str) -> list[str]:
        site = world.load(today=today).site
        assert site, world.lines()
        return [one.path.name for one in site.pictures]

    assert names(LAST) == []
    world.offer(head="contact: ada\n")
    assert names(LAST) == ["ada.png"]
    assert names(NEXT) == []
