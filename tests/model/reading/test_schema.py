import re
from typing import Annotated

import pytest
from pydantic import Field

from schaukasten.model.reading.fact import Fact
from schaukasten.model.reading.fields import AsList, Date, Text
from schaukasten.model.reading.problem import Severity
from schaukasten.model.reading.schema import Schema, read
from schaukasten.model.reading.yaml_text import parse
from tests.worlds import german


class Person(Schema):
    name: Text = Field(examples=["Erika Beispiel"])
    born: Date | None = Field(default=None, examples=["1970-03-08"])


class Club(Schema):
    title: Text = Field(examples=["Kleiner Verein"])
    founded: Date | None = Field(default=None, examples=["1999-03-08"])
    members: int = Field(default=0, examples=["12"])
    people: list[Person] = Field(default=[])
    tags: Annotated[list[Text], AsList] = Field(default=[])
    chair: Person | None = None
    register_entry: Text | None = Field(default=None, alias="register", examples=["VR 1"])
    seat: Fact[Person] | None = None


def lines(text: str, first_line: int = 1) -> list[str]:
    club, problems = read(Club, parse(text, first_line), "f.md")
    assert (club is None) == bool(problems)
    assert all(problem.severity is Severity.ERROR for problem in problems)
    return [problem.text(german) for problem in problems]


def test_a_whole_text_becomes_an_object():
    club, problems = read(Club, parse("title: A\nregister: VR 2\nmembers: 7\n"), "f.md")
    assert problems == []
    assert club == Club(title="A", register="VR 2", members=7)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Not that the title is missing, too.
        ("titel: A", ["f.md:1: Den Schlüssel „titel“ gibt es nicht. Meinten Sie „title“?"]),
        ("Überschrift: A", ["f.md:1: Den Schlüssel „Überschrift“ gibt es nicht. Meinten Sie "
                            "„title“?"]),
        ("TITLE: A", ["f.md:1: Den Schlüssel „TITLE“ gibt es nicht. Meinten Sie „title“?"]),
        ("title: A\nzzz: b", ["f.md:2: Den Schlüssel „zzz“ gibt es nicht. Löschen Sie die Zeile, "
                              "oder nehmen Sie einen dieser Schlüssel: title, founded, members, "
                              "people, tags, chair, register, seat."]),
        ("title: A\nregistr: b", ["f.md:2: Den Schlüssel „registr“ gibt es nicht. "
                                  "Meinten Sie „register“?"]),
        ("title: A\nchair:\n  name: B\n  nam: C", ["f.md:4: Den Schlüssel „nam“ gibt es nicht. "
                                                   "Meinten Sie „name“?"]),
        ("title: A\nchair:\n  born: 1970-01-01", ["f.md:2: Es fehlt „name“. Schreiben Sie zum "
                                                  "Beispiel: name: Erika Beispiel"]),
        ("title: A\npeople:\n  - name: B\n  - name: C\n    born: neulich",
         ["f.md:5: born: „neulich“ ist kein Datum. Schreiben Sie Jahr, Monat und Tag: 2026-03-08"]),
        ("title: A\npeople:\n  - name: B\n  - born: 1970-01-01",
         ["f.md:4: Es fehlt „name“. Schreiben Sie zum Beispiel: name: Erika Beispiel"]),
        ("title: A\nchair: B", ["f.md:2: „chair“ braucht mehrere eigene Zeilen, jede mit einem "
                                "Schlüssel. Mögliche Schlüssel dort: name, born."]),
        ("title: A\npeople: B", ["f.md:2: Unter „people“ muss eine Liste stehen. Mögliche "
                                 "Schlüssel dort: name, born."]),
        ("title: A\nmembers: viele", ["f.md:2: „members“ braucht eine ganze Zahl. Schreiben Sie "
                                      "zum Beispiel: members: 12"]),
        ("title:", ["f.md:1: title: Hier muss Text stehen. Schreiben Sie den Text in dieselbe "
                    "Zeile, hinter den Doppelpunkt."]),
        ('title: ""', ["f.md:1: title: Der Wert ist leer. Füllen Sie ihn aus, oder löschen Sie "
                       "die ganze Zeile."]),
        ("title: A\ntags:\n  - b\n  - [c]", ["f.md:4: tags: Hier ist nur ein Wert möglich. "
                                             "Schreiben Sie einen davon, ohne Klammern: c"]),
        ("- a\n- b", ["f.md:1: In der Datei stehen keine Schlüssel mit Werten. Schreiben Sie "
                      "Zeilen der Form „Schlüssel: Wert“."]),
        ("nur ein Satz", ["f.md:1: In der Datei stehen keine Schlüssel mit Werten. Schreiben Sie "
                          "Zeilen der Form „Schlüssel: Wert“."]),
        ("title: A\nb: c: d", ["f.md:2: Mitten in diesem Wert steht ein Doppelpunkt. Setzen Sie "
                               "den ganzen Wert in Anführungszeichen: b: \"c: d\""]),
        ('title: "Unser Fest\nfounded: 1999-03-08\nb: "c: d"',
         ["f.md:1: Hier beginnt ein Anführungszeichen, das nirgends endet. Setzen Sie es auch ans "
          "Ende des Werts: title: \"Unser Fest\""]),
        ("title: A\nb: 'c: d", ["f.md:2: Hier beginnt ein Anführungszeichen, das nirgends endet. "
                               "Setzen Sie es auch ans Ende des Werts: b: 'c: d'"]),
        ('title: "Unser\n  Fest"\nb: c: d', ["f.md:3: Mitten in diesem Wert steht ein Doppelpunkt. "
                                           "Setzen Sie den ganzen Wert in Anführungszeichen: "
                                           "b: \"c: d\""]),
    ],
)  # fmt: skip
def test_a_fault_is_told_on_its_line_in_plain_words(text, expected):
    assert lines(text) == expected


def test_every_fault_of_a_file_comes_in_one_run():
    found = lines("titel: A\nfounded: 8.3.1999\nmembers: x\npeople:\n  - nam: B\n", first_line=2)
    places = [line.split(" ", 1)[0] for line in found]
    assert sorted(places) == ["f.md:2:", "f.md:3:", "f.md:4:", "f.md:6:"]


def test_an_empty_text_misses_what_is_needed():
    assert lines("", first_line=2)[0].startswith("f.md:2: Es fehlt „title“.")


def test_a_fact_written_plainly_keeps_the_line_of_each_of_its_keys():
    [line] = lines("title: A\nseat:\n  name: B\n  born: neulich\n")
    assert line.startswith("f.md:4: born: „neulich“ ist kein Datum.")


def test_a_fact_written_out_keeps_the_line_of_each_of_its_keys():
    [line] = lines("title: A\nseat:\n  value:\n    name: B\n    born: neulich\n  confirmed: nein\n")
    assert line.startswith("f.md:5: born: „neulich“ ist kein Datum.")


def test_a_suggestion_inside_a_fact_names_its_keys_and_its_line():
    [line] = lines("title: A\nseat:\n  name: B\n  bron: 1970-01-01\n")
    assert line == "f.md:4: Den Schlüssel „bron“ gibt es nicht. Meinten Sie „born“?"


@pytest.mark.parametrize(
    ("name", "key", "text", "line"),
    [
        ("people.yaml", "", "- Erika", "- {id: erika, name: Erika}"),
        ("people.yaml", "", "Erika", "- {id: erika, name: Erika}"),
        ("audiences.yaml", "", "- Alle", "- {name: Alle, door: …}"),
        ("association.yaml", "funders", "funders:\n  - Stadt E", "- {name: Stadt E}"),
        ("association.yaml", "funders", "funders: Stadt E", "funders: [{name: Stadt E}]"),
        ("association.yaml", "history", "history: [1986 Umzug]", "{year: 1986, text: Umzug}"),
        ("association.yaml", "logo", "logo: a.png",
         "logo: {file: a.png, alt: …, credit: …, people: …}"),
        ("association.yaml", "represented_by", "represented_by: Ida B, Vorsitz",
         "represented_by: [{name: Ida B, role: Vorsitz}]"),
        ("navigation.yaml", "main", "main: [/x/]", "{label: …, address: /x/}"),
    ],
)  # fmt: skip
def test_a_value_that_lacks_its_keys_is_told_with_them(world, name, key, text, line):
    path = world.content / "data" / name
    old = path.read_text("utf-8") if key else ""
    world.write(f"data/{name}", re.sub(rf"(?m)^{key}:.*\n(?:[ -].*\n)*", "", old) + text + "\n")
    [error] = world.errors()
    assert error.endswith(f" Schreiben Sie es so: {line}")


def test_a_key_that_says_nothing_there_is_not_offered(world):
    path = world.content / "data/association.yaml"
    logo = "funders: [{name: A, logo: {file: a.png, zzz: x}}]\n"
    path.write_text(path.read_text("utf-8") + logo, "utf-8")
    [error] = world.errors()
    assert "file, alt, credit" in error
    assert "caption" not in error
