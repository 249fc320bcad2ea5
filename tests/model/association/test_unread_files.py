"""Files of data under names that nobody asks for."""

import pytest

from tests.worlds import World

ERIKA = "- id: erika\n  name: Erika\n"


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("data/personen.yaml", "Nennen Sie sie data/people.yaml."),
        ("data/People.yaml", "Nennen Sie sie data/people.yaml."),
        ("data/Kopie von people (1).yaml", "Nennen Sie sie data/people.yaml."),
        ("seiten/people.yaml", "Nennen Sie sie data/people.yaml."),
        ("data/team/people.yaml", "Nennen Sie sie data/people.yaml."),
        ("data/Ferien 2027.yaml", "Nennen Sie sie data/holidays.yaml."),
        ("data/Menü.yaml", "Übernehmen Sie nach data/navigation.yaml"),
        ("data/partner.yaml", "Partner stehen in data/association.yaml"),
        ("data/foerderer.yaml", "Partner stehen in data/association.yaml"),
        ("data/verein.yaml", "Übernehmen Sie nach data/association.yaml"),
        ("data/transporte.yaml", "Gelesen werden"),
    ],
)
def test_a_file_that_is_not_read_is_told_with_what_it_may_be(
    world: World, name: str, remedy: str
) -> None:
    world.write(name, ERIKA)
    (line,) = [one for one in world.lines() if "nicht gelesen" in one]
    assert line.startswith(f"{name}:1: ")
    assert remedy in line


def test_what_is_read_is_not_told(world: World) -> None:
    world.write("data/people.yaml", ERIKA)
    assert not [one for one in world.lines() if "nicht gelesen" in one]
