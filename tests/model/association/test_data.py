import datetime as dt

import pytest

from schaukasten.model.association.data import read_data
from schaukasten.model.reading.problem import Severity
from tests.model.files.pictures import png
from tests.worlds import World

FILES = ("association", "audiences", "locations", "navigation")


def change(world: World, name: str, old: str, new: str) -> int:
    """Replace a text in a data file; return the line on which the new text begins."""
    path = world.content / "data" / f"{name}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_the_four_files_become_the_associations_data(world):
    data = read_data(world.content)
    assert data.problems == []
    assert data.association is not None
    assert data.association.bank.value.iban == "DE02 1203 0000 0000 2020 51"
    assert [entry.anchor for entry in data.audiences.entries] == ["familien", "aeltere"]
    assert [entry.id for entry in data.locations.entries] == ["haus"]
    assert [entry.address for entry in data.navigation.main] == ["/aktuelles/"]


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_told(world, name):
    (world.content / "data" / f"{name}.yaml").unlink()
    problems = world.lines()
    assert [line for line in problems if line.startswith(f"data/{name}.yaml:1: Die Datei „{name}.")]


@pytest.mark.parametrize(
    ("raw", "line", "what"),
    [
        (b"name: Gr\xfc\xdfe\n", 1, "Die Datei ist nicht als UTF-8 gespeichert"),
        (b"main: x\nfooter: y\0\n", 2, "Die Datei enthält Zeichen, die kein Text sind."),
        (b"x" * 200_001, 1, "Die Datei ist größer als 200 KB."),
        (b"main:\n  - label: a: b\n", 2, "Mitten in diesem Wert steht ein Doppelpunkt."),
        (b"main: &a []\nfooter: *a\n", 2, "YAML-Verweise (*)"),
        (b"main: []\nmain: []\n", 2, "„main“ steht zweimal an derselben Stelle."),
        (b"main: []\n", 1, "Es fehlt „footer“."),
        (
            b"\xef\xbb\xbfmain: []\r\nfootr: []\r\n",
            2,
            "Den Schlüssel „footr“ gibt es nicht.",
        ),
        (
            b"main:\n  - label: a\n    adress: /\nfooter:\n",
            3,
            "Den Schlüssel „adress“ gibt es",
        ),
        (b"main:\n  - label: a\n    address: x\nfooter:\n", 3, "address: „x“ ist keine Adresse"),
    ],
)
def test_a_broken_file_is_told_on_its_line(world, raw, line, what):
    world.write("data/navigation.yaml", raw)
    assert any(found.startswith(f"data/navigation.yaml:{line}: {what}") for found in world.lines())


@pytest.mark.parametrize("name", ["locations", "audiences"])
def test_two_entries_that_nobody_could_tell_apart_are_told(world, name):
    path = world.content / "data" / f"{name}.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + text, encoding="utf-8")
    assert any(line.startswith(f"data/{name}.yaml:") for line in world.lines())


def test_a_linked_data_file_is_refused(world):
    path = world.content / "data" / "navigation.yaml"
    path.rename(world.folder / "navigation.yaml")
    path.symlink_to(world.folder / "navigation.yaml")
    assert all("symbolischer Link" in line for line in world.lines())
    assert world.load().site is None


def test_open_facts_of_all_files_are_listed_and_stop_nothing(world):
    first = change(world, "association", 'founded: "1999"', "founded:")
    second = change(world, "association", "host:", "host:\n  confirmed: nein\n  value:\n   #")
    text = (world.content / "data/association.yaml").read_text(encoding="utf-8")
    text = text.replace("  name: Hoster\n  log_days: 7", "    name: Hoster\n    log_days: 7")
    world.write("data/association.yaml", text)
    third = change(world, "locations", "phone: 0231 000000", "phone:")
    problems = world.problems()
    assert [(problem.file, problem.line) for problem in problems] == [
        ("data/association.yaml", first),
        ("data/association.yaml", second),
        ("data/locations.yaml", third),
    ]
    assert {problem.severity for problem in problems} == {Severity.OPEN}
    assert world.load().site is not None


def test_a_placeholder_logo_is_an_open_item(world):
    world.write("data/logo.png", png())
    line = change(world, "association", "boilerplate:", "logo:\n  file: logo.png\n  alt: Logo\n"
                  "  placeholder: ja\nboilerplate:")  # fmt: skip
    [problem] = world.problems()
    assert problem.severity is Severity.OPEN
    assert line <= problem.line <= line + 3
    site = world.load().site
    assert site is not None
    assert [picture.digest for picture in site.pictures] == [site.logo.digest]


@pytest.mark.parametrize(
    ("logo", "what"),
    [
        ("  file: weg.png\n  alt: Logo\n", "Die Datei „weg.png“ gibt es nicht."),
        ("  file: logo.png\n", "logo: Das Bild „logo.png“ hat keinen Alternativtext."),
        ("  file: ../../geheim.png\n  alt: Logo\n", "„../../geheim.png“ liegt außerhalb"),
    ],
)
def test_a_logo_that_cannot_be_shown_is_an_error(world, logo, what):
    world.write("data/logo.png", png())
    line = change(world, "association", "boilerplate:", f"logo:\n{logo}boilerplate:")
    [found] = world.lines()
    assert found.startswith(
        (f"data/association.yaml:{line}: {what}", f"data/association.yaml:{line + 1}: {what}")
    )


def test_without_a_region_only_the_holidays_of_the_country_are_known(world):
    line = change(world, "association", "region: NW\n", "") - 1
    [problem] = world.problems()
    assert (problem.line, problem.severity) == (line, Severity.HINT)
    [told] = world.lines()
    assert told.startswith(
        f"data/association.yaml:{line}: Ohne „region“ sind nur die Feiertage des ganzen Landes "
        "bekannt. Möglich sind: BB, BE, BW, BY, "
    )


@pytest.mark.parametrize("country", ["LI", "AC"])
def test_of_a_country_without_regions_none_is_asked_for_nor_offered(world, country):
    line = change(world, "association", "country: DE\nregion: NW", f"country: {country}") + 1
    assert [one for one in world.lines() if "egion" in one] == []
    change(world, "association", f"country: {country}", f"country: {country}\nregion: NW")
    assert [one for one in world.lines() if "egion" in one] == [
        f"data/association.yaml:{line}: „NW“ ist keine Region, deren Feiertage bekannt sind. "
        "Löschen Sie die Zeile: Von diesem Land ist keine Region bekannt."
    ]


HOLIDAYS = "school:\n  - name: Herbstferien\n    ab: 2026-10-17\n    zuletzt: 2026-10-31\n"


def test_holidays_are_those_of_the_association_and_of_its_file(world):
    world.write("data/holidays.yaml", HOLIDAYS)
    data = read_data(world.content)
    assert data.problems == []
    assert data.days_off.public(dt.date(2026, 11, 1)) == "Allerheiligen"
    assert data.days_off.in_school(dt.date(2026, 10, 31)) == "Herbstferien"


def test_a_site_does_without_a_file_of_holidays(world):
    data = read_data(world.content)
    assert data.problems == []
    assert data.days_off.school == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("    ab: ", "    am: ", "2: school: Es ist nicht klar, welche Tage gemeint sind."),
        ("2026-10-31", "31.10.2026", "4: zuletzt: „31.10.2026“ ist kein Datum."),
        ("2026-10-31", "2026-10-16", "2: school: Der letzte Tag (2026-10-16) liegt vor dem ersten"),
        ("school", "schule", "1: Den Schlüssel „schule“ gibt es nicht."),
        ("- name: Herbstferien", "- nam: Herbstferien", "2: Den Schlüssel „nam“ gibt es nicht."),
    ],
)
def test_a_slip_in_the_holidays_is_told_on_its_line(world, old, new, told):
    world.write("data/holidays.yaml", HOLIDAYS.replace(old, new))
    assert any(line.startswith(f"data/holidays.yaml:{told}") for line in world.lines())


def test_school_holidays_that_nobody_has_confirmed_are_open(world):
    entry = HOLIDAYS.replace("school:\n", "").replace("\n  ", "\n    ")
    world.write("data/holidays.yaml", f"school:\n  value:\n  {entry}  source: A\n  confirmed: no\n")
    assert [(problem.file, problem.line) for problem in world.problems()] == [
        ("data/holidays.yaml", 1)
    ]
    assert "„school“ ist nicht bestätigt." in world.lines()[0]
