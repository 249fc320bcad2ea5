"""`people.yaml` → people and groups, or what is wrong with them."""

import pytest

from schaukasten.model.association.person import People
from tests.worlds import World

ADA = "- {id: ada, name: Ada Beispiel, groups: [Team]}\n"


def people(text: str, world: World) -> People:
    world.write("data/people.yaml", text)
    outcome = world.load()
    assert outcome.site, world.lines()
    return outcome.site.data.whole.people


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Erika Beispiel", "EB"),
        ("Dr. phil. Erika Beispiel", "EB"),
        ("Prof. Dr. Özlem Ünal-Krämer", "ÖÜ"),
        ("E. Beispiel", "EB"),
        ("Ursula von der Beispiel", "UB"),
        ("Erika Beispiel, M. A.", "EB"),
        ("Ada", "A"),
        (",", ","),
        ("...", "…"),
        ("Dipl.-Ing. Ada Beispiel", "AB"),
        ("آدا مثال", "آم"),
    ],
)
def test_initials_are_those_of_the_name_without_titles(world, name, initials):
    (person,) = people(f'- {{id: a, name: "{name}"}}\n', world).entries
    assert person.initials == initials


def test_a_group_may_say_what_somebody_is_in_it(world):
    (person,) = people(
        "- id: ada\n  name: Ada\n  role: Leitung\n"
        "  groups:\n    - Team\n    - {name: Vorstand, role: Kasse}\n",
        world,
    ).entries
    assert (person.role_in("Team"), person.role_in("Vorstand")) == ("Leitung", "Kasse")


def test_groups_and_their_members_are_in_the_order_of_the_file(world):
    found = people(f"- {{id: otto, name: Otto, groups: [Vorstand, Team]}}\n{ADA}", world)
    assert found.groups == ["Vorstand", "Team"]
    assert [one.id for one in found.members("Team")] == ["otto", "ada"]


def test_a_site_needs_no_people(world):
    assert people("", world).entries == []
    assert people("[]\n", world).entries == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{ADA}{ADA}", "data/people.yaml:2: „ada“ steht zweimal in dieser Liste."),
        ("- {id: Ärna, name: A}\n", "aerna"),
        ("- {id: team, name: A, groups: [team]}\n", "zugleich der Name einer Gruppe"),
        ("- {id: ada, name: A, phone: ring mich an}\n", "ist keine Telefonnummer"),
        ("- {id: ada, name: A, phone: '-----'}\n", "ist keine Telefonnummer"),
        ("- {id: ada, name: A, left: bald}\n", "„bald“ ist kein Datum"),
        ("- {id: ada, name: A, funktion: B}\n", "Meinten Sie „role“?"),
        ("- {id: ada, name: A, gruppe: B}\n", "Meinten Sie „groups“?"),
        ("- Ada Beispiel\n", "data/people.yaml:1: "),
    ],
)
def test_what_cannot_be_is_an_error_with_its_line(world, text, told):
    world.write("data/people.yaml", text)
    (error,) = world.errors()
    assert told in error


def test_two_people_may_have_one_name_and_a_group_one_spelling(world):
    other = ADA.replace("id: ada", "id: ada-2").replace("Team", "team")
    world.write("data/people.yaml", ADA + other)
    lines = [one for one in world.lines() if "people.yaml:2" in one]
    assert "„Ada Beispiel“ steht zweimal in dieser Liste." in "".join(lines)
    assert "Die Gruppe „team“ heißt an anderer Stelle „Team“." in "".join(lines)
    assert not world.errors()


def test_two_groups_without_brackets_are_told(world):
    world.write("data/people.yaml", ADA.replace("[Team]", "'Team, Vorstand'"))
    assert any("[Team, Vorstand]" in one for one in world.lines())
