"""Pages that the law of the association's country asks for, and what is said without them."""

import pytest

from tests.worlds import World

LEGAL = ["impressum", "datenschutz", "kontakt"]


def without(world: World, *names: str) -> World:
    for name in names:
        (world.content / f"seiten/{name}.md").unlink()
    return world


def in_country(world: World, country: str, region: str) -> None:
    path = world.content / "data/association.yaml"
    text = path.read_text("utf-8").replace(
        "country: DE\nregion: NW", f"country: {country}\n{region}"
    )
    path.write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("country", "region", "laws"),
    [
        ("DE", "region: NW", ["§ 5 DDG", "Art. 13 DSGVO", "§ 5 Abs. 1 Nr. 2 DDG"]),
        ("AT", "region: '9'", ["§ 5 ECG", "Art. 13 DSGVO", "§ 5 Abs. 1 Z 3 ECG"]),
        ("CH", "region: ZH", ["UWG", "Art. 19 DSG", "UWG"]),
    ],
)
def test_each_country_asks_for_its_pages_by_its_own_law(world, country, region, laws):
    in_country(without(world, *LEGAL), country, region)
    path = world.content / "data/locations.yaml"
    path.write_text(
        path.read_text("utf-8").replace("  phone: 0231 000000", "  phone: keins"), "utf-8"
    )
    lines = {line.split(":")[0]: line for line in world.lines() if "Gesetz" in line}
    assert list(lines) == [f"seiten/{name}.md" for name in sorted(LEGAL)]
    for name, law in zip(LEGAL, laws, strict=True):
        assert law in lines[f"seiten/{name}.md"]


def test_a_missing_page_is_told_with_the_command_that_makes_it(world):
    assert without(world, "datenschutz").lines() == [
        "seiten/datenschutz.md:1: Die Website hat keine Seite „Datenschutz“, und das Gesetz "
        "verlangt sie (Art. 13 DSGVO). So legen Sie sie an: python3 tasks.py new page Datenschutz "
        "– oder Sie schreiben selbst eine Datei, mit der Zeile: template: Datenschutz"
    ]


def test_a_country_whose_law_is_not_known_asks_for_nothing(world):
    in_country(without(world, *LEGAL), "NL", "")
    assert [line for line in world.lines() if "Gesetz" in line] == []


def test_a_draft_is_no_imprint(world):
    world.write("seiten/impressum.md", "---\ntitle: A\ntemplate: Impressum\nstatus: Entwurf\n---\n")
    assert world.lines() == [
        "seiten/impressum.md:4: Diese Seite ist noch ein Entwurf, und das Gesetz verlangt sie (§ 5 "
        "DDG, § 18 MStV). Stimmt alles darin, löschen Sie die Zeile „status: Entwurf“."
    ]


def test_a_translation_is_no_imprint_and_a_page_of_another_name_is_one(world):
    without(world, "impressum")
    world.write("seiten/wer.md", "---\ntitle: A\ntemplate: Impressum\nlang: en\n---\n")
    assert "keine Seite „Impressum“" in world.lines()[0]
    world.write("verein/anbieter.md", "---\ntitle: A\ntemplate: Impressum\n---\n")
    assert world.lines() == []


def test_a_page_with_the_title_alone_is_no_imprint_that_is_filled_in(world):
    world.write("seiten/impressum.md", "---\ntitle: Impressum\n---\nWir.\n")
    (line,) = world.lines()
    assert line.endswith("mit der Zeile: template: Impressum")


@pytest.mark.parametrize("menu", ["main", "footer"])
def test_imprint_and_privacy_notice_are_in_reach_of_every_page_once(world, menu):
    other = "footer" if menu == "main" else "main"
    entry = "{label: Anbieter, address: /impressum/}"
    world.write("data/navigation.yaml", f"{menu}:\n- {entry}\n{other}: []\n")
    navigation = world.load().site.navigation
    labels = [one.label for one in [*navigation.main, *navigation.footer]]
    assert labels == ["Anbieter", "Datenschutz"]
