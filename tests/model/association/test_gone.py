import pytest

from schaukasten.model.association.gone import Gone


def test_gone_addresses_reach_the_site(world):
    world.write("data/gone.yaml", "addresses:\n  - /alt/  # zog um\n  - /fest.html\n")
    site = world.load().site
    assert site is not None
    assert site.gone == ["/alt/", "/fest.html"]


@pytest.mark.parametrize("text", [None, "", "# nichts\n", "addresses:\n", "addresses: []\n"])
def test_a_site_may_do_without_the_file_and_without_entries(world, text):
    if text is not None:
        world.write("data/gone.yaml", text)
    assert world.lines() == []
    site = world.load().site
    assert site is not None
    assert site.gone == Gone().addresses == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("adresses: []\n", ":1: Den Schlüssel „adresses“ gibt es nicht."),
        ("addresses:\n  - alt\n", ":2: addresses: „alt“ ist keine Adresse dieser Website."),
        ("addresses:\n  - /alt\n", ":2: addresses: „/alt“ ist keine Adresse dieser Website."),
        ("- /alt/\n", ":1: In der Datei stehen keine Schlüssel mit Werten."),
    ],
)
def test_what_is_no_list_of_addresses_is_told_on_its_line(world, text, problem):
    world.write("data/gone.yaml", text)
    [line] = world.lines()
    assert line.startswith("data/gone.yaml" + problem)


@pytest.mark.parametrize(
    ("address", "owner"),
    [
        ("/fest-alt/", "gehört schon zu „aktuelles/2026-03-08-fest/index.md“."),
        ("/aktuelles/2026/fest/", "gehört schon zu „aktuelles/2026-03-08-fest/index.md“."),
        ("/Aktuelles/2026/Fest/index.html", "gehört schon zu „aktuelles/2026-03-08-fest/"),
        ("/", "gehört schon zu „seiten/index.md“."),
        ("/frei/", "gehört schon zu „data/gone.yaml“."),
        ("/aktuelles/2026/", "gehört einer Übersicht der Website."),
        ("/angebote/", "gehört einer Übersicht der Website."),
        ("/404.html", "gehört einer Übersicht der Website."),
        ("/theme/css/", "gehört einer Übersicht der Website."),
    ],
)
def test_what_the_site_has_cannot_be_gone(world, address, owner):
    world.news(head="aliases: /fest-alt/")
    world.write("data/gone.yaml", f"addresses:\n  - /frei/\n  - {address}\n")
    [line] = world.lines()
    assert line.startswith(f"data/gone.yaml:3: Die Adresse „{address}“ {owner}")
    assert line.endswith(
        "Löschen Sie sie hier. Soll es sie nicht mehr geben, löschen Sie die Seite oder den Alias."
    )


def test_a_linked_file_is_refused(world):
    (world.folder / "gone.yaml").write_text("addresses: []\n")
    (world.content / "data/gone.yaml").symlink_to(world.folder / "gone.yaml")
    assert world.lines()
    assert all("symbolischer Link" in line for line in world.lines())
