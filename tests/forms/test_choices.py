"""The data and texts of a content → what a form offers to choose from."""

from __future__ import annotations

from schaukasten.building.settings import settings_of
from schaukasten.forms.of_content import configuration_of
from tests.worlds import ROOT, World


def options(world: World, *keys: str) -> list[tuple[str, str]]:
    settings = settings_of(ROOT / "pelicanconf.py", {"PATH": str(world.content), "TODAY": None})
    made = configuration_of(world.content, settings)
    offers = next(one for one in made["cms"]["collections"] if one["name"] == "angebote")
    field = offers
    for key in keys:
        field = next(one for one in field["fields"] if one["name"] == key)
    return [(one["value"], one["label"]) for one in field["options"]]


def test_an_audience_that_was_renamed_can_be_let_go_of(world: World) -> None:
    world.offer()
    known = options(world, "audience")
    assert ("Familien", "Familien") in known
    path = next(world.content.glob("data/audiences.yaml"))
    path.write_text(path.read_text("utf-8").replace("Familien", "Eltern und Kinder"), "utf-8")
    renamed = options(world, "audience")
    assert ("Eltern und Kinder", "Eltern und Kinder") in renamed
    assert ("Familien", "Familien (gibt es nicht)") in renamed
    assert len(renamed) == len(known) + 1


def test_a_contact_is_chosen_among_people_and_one_who_has_gone_can_be_let_go_of(
    world: World,
) -> None:
    world.write("data/people.yaml", "- {id: ada, name: Ada Beispiel, groups: [Team]}\n")
    world.offer(head="contact: otto")
    assert options(world, "contact", "person") == [
        ("ada", "Ada Beispiel"),
        ("otto", "otto (gibt es nicht)"),
    ]


def test_a_house_that_a_text_alone_knows_is_shown_as_such(world: World) -> None:
    world.offer(head="location: werkstatt")
    assert ("werkstatt", "werkstatt (gibt es nicht)") in options(world, "location")
