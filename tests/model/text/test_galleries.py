"""What staff write for a gallery → its pictures in order, or lines that are ready to be pasted."""

from __future__ import annotations

import pytest

from tests.model.files.pictures import jpeg
from tests.worlds import World

FOLDER = "aktuelles/2026-03-08-fest"
FILE = f"{FOLDER}/index.md"


@pytest.fixture
def party(world: World) -> World:
    for name in ("IMG_10.jpg", "IMG_9.JPG", "b grün.jpg"):
        world.write(f"{FOLDER}/bilder/{name}", jpeg(900, 600))
    return world


def write(world: World, gallery: str) -> None:
    world.news(head=gallery)


def files(world: World) -> list[str]:
    return [one.path.name for one in world.rendering(FILE).gallery]


def alts(*names: str) -> str:
    return "".join(f"      - {{file: '{name}', alt: Kinder malen im Hof}}\n" for name in names)


@pytest.mark.parametrize(
    "folder",
    ["bilder/", "bilder", "./bilder/", f"/{FOLDER}/bilder/", "bilder//", "BILDER/../bilder"],
)
def test_a_folder_is_named_as_people_name_it(party: World, folder: str) -> None:
    write(
        party,
        f"gallery:\n  - folder: {folder}\n    people: keine\n    credit: E\n    pictures:\n"
        + alts("b grün.jpg", "IMG_9.JPG", "IMG_10.jpg"),
    )
    assert party.lines() == []
    assert files(party) == ["b grün.jpg", "IMG_9.JPG", "IMG_10.jpg"]


def test_check_offers_the_lines_that_are_missing_ready_to_paste(party: World) -> None:
    write(party, "gallery: bilder/")
    (problem,) = [one for one in party.problems() if one.paste]
    assert problem.text(str).startswith(f"{FILE}:5: Of 3 pictures in “bilder/”")
    text = "\n".join(
        ["gallery:", "  - folder: bilder/", "    credit:", "    people:", "    pictures:"]
        + ["      - file: \"b grün.jpg\"", "        alt:"]
        + [line for name in ("IMG_9.JPG", "IMG_10.jpg") for line in (
            f"      - file: {name}", "        alt:")]
    )  # fmt: skip
    assert sorted(problem.paste.split("\n")) == sorted(text.split("\n"))
    # In its place and filled in, there is nothing left to say.
    filled = problem.paste.replace("alt:", "alt: Es ist ein Fest").replace("credit:", "credit: E")
    write(party, filled.replace("people:", "people: keine"))
    assert party.lines() == []
    assert files(party)[-2:] == ["IMG_9.JPG", "IMG_10.jpg"]


def test_a_picture_that_came_later_is_asked_for_at_the_depth_of_the_others(party: World) -> None:
    write(
        party,
        "gallery:\n- folder: bilder\n  people: keine\n  credit: E\n  pictures:\n"
        "  - file: IMG_9.JPG\n    alt: Ein Fest\n  - file: b grün.jpg\n    alt: Noch eins\n",
    )
    (problem,) = [one for one in party.problems() if one.paste]
    assert problem.paste == "  - file: IMG_10.jpg\n    alt:"


def test_one_note_holds_for_all_but_for_those_that_say_otherwise(party: World) -> None:
    write(
        party,
        "gallery:\n  - folder: bilder\n    people: erkennbar\n    consent: Ordner 1\n"
        "    credit: E\n    pictures:\n" + alts("IMG_9.JPG", "IMG_10.jpg")
        + "      - {file: 'b grün.jpg', alt: Ein Baum, people: keine, credit: Otto}\n",
    )  # fmt: skip
    assert party.lines() == []
    notes = [one.note for one in party.rendering(FILE).gallery]
    assert [(one.credit, str(one.people), one.consent) for one in notes] == [
        ("E", "erkennbar", "Ordner 1"),
        ("E", "erkennbar", "Ordner 1"),
        ("Otto", "keine", "Ordner 1"),
    ]


def test_what_is_missing_of_all_is_told_once_and_of_one_at_its_line(party: World) -> None:
    write(
        party,
        "gallery:\n  - folder: bilder\n    pictures:\n" + alts("IMG_9.JPG", "b grün.jpg")
        + "      - file: IMG_10.jpg\n        alt: Zwei Menschen\n        people: erkennbar\n",
    )  # fmt: skip
    assert party.lines() == [
        f"{FILE}:6: Bei 3 Bildern der Galerie fehlt die Angabe, von wem sie sind. "
        'Ergänzen Sie unter „gallery“ die Zeile credit: "Foto: …"',
        f"{FILE}:6: Bei 2 Bildern der Galerie fehlt die Angabe, ob auf ihnen jemand zu erkennen "
        "ist. Ergänzen Sie unter „gallery“ die Zeile people: keine",
        f"{FILE}:12: Auf „bilder/IMG_10.jpg“ sind Menschen zu erkennen, und es ist keine "
        "Einwilligung vermerkt. Ergänzen Sie, wo sie liegt, ohne einen Namen zu nennen – consent: "
        "Ordner 12, Blatt 3. Ohne Einwilligung nehmen Sie das Bild heraus.",
    ]


@pytest.mark.parametrize(
    ("gallery", "line", "said"),
    [
        ("gallery: fotos/", 5, "Den Ordner „fotos/“ gibt es nicht, oder er ist leer."),
        ("gallery: Bilder/", 5, "Den Ordner „Bilder/“ gibt es nicht, oder er ist leer."),
        ("gallery: ../../..", 5, "„../../..“ liegt außerhalb des Inhaltsordners."),
        ("gallery: ''", 5, "folder: Der Wert ist leer."),
        ("gallery: [{credit: E}]", 5, "gallery: Es fehlt die Angabe, welche Bilder gemeint sind."),
        ("gallery: [{file: a.jpg, folder: bilder}]", 5,
         "gallery: Es ist nicht klar, ob ein Bild gemeint ist oder mehrere."),
        ("gallery: {folder: bilder, alt: Viele}", 5,
         "gallery: Was zu sehen ist, ist auf jedem Bild etwas anderes."),
        ("gallery:\n  folder: bilder\n  pictures:\n    - file: IMG_11.jpg\n      alt: A", 8,
         "In „bilder/“ gibt es kein Bild „IMG_11.jpg“."),
        ("gallery:\n  folder: bilder\n  pictures: [{file: IMG_9.JPG, alt: A}, "
         "{file: ./IMG_9.JPG, alt: B}]", 7, "„IMG_9.JPG“ steht zweimal da."),
        ("gallery: [{file: bilder/IMG_9.JPG}]", 5,
         "Das Bild „bilder/IMG_9.JPG“ hat keinen Alternativtext."),
        ("gallery: [{file: fehlt.jpg, alt: A}]", 5, "Die Datei „fehlt.jpg“ gibt es nicht."),
        ("gallery: bilder/IMG_9.JPG", 5, "Bei „bilder/IMG_9.JPG“ steht nicht, was zu sehen ist."),
    ],
)  # fmt: skip
def test_what_cannot_be_shown_is_told_at_its_line(
    party: World, gallery: str, line: int, said: str
) -> None:
    write(party, gallery)
    assert any(one.startswith(f"{FILE}:{line}: {said}") for one in party.errors()), party.errors()


def test_single_pictures_need_no_folder(party: World) -> None:
    party.write(f"{FOLDER}/a.jpg", jpeg(900, 600))
    write(
        party,
        "gallery:\n  - {file: a.jpg, alt: Ein Hof, credit: E, people: keine}\n"
        "  - credit: E\n    people: keine\n    pictures: [{file: bilder/IMG_9.JPG, alt: Ein Baum}]",
    )
    assert [one for one in party.lines() if "erscheinen auf keiner Seite" not in one] == []
    assert files(party) == ["a.jpg", "IMG_9.JPG"]


def test_what_lies_beside_the_pictures_is_no_picture(party: World) -> None:
    for name in ("Thumbs.db", ".DS_Store", "liste.pdf", "innen/IMG_1.jpg"):
        party.write(f"{FOLDER}/bilder/{name}", b"%PDF-1.4\n%%EOF" if name == "liste.pdf" else b"x")
    party.write(f"{FOLDER}/bilder/film.mov", b"x")
    write(
        party,
        "gallery:\n  - folder: bilder\n    people: keine\n    credit: E\n    pictures:\n"
        + alts("b grün.jpg", "IMG_9.JPG", "IMG_10.jpg"),
    )
    assert len(files(party)) == 3
    # Of what somebody may miss something is said.
    assert any("film.mov" in line for line in party.lines())


@pytest.mark.parametrize(
    "typed",
    [
        "bilder/IMG_9.JPG",
        "[bilder/IMG_9.JPG, bilder/IMG_10.jpg]",
        '\n  - "bilder/b grün.jpg"\n  - bilder/IMG_10.jpg',
    ],
)
def test_where_only_names_are_typed_there_are_lines_for_all_that_is_to_be_said(
    party: World, typed: str
) -> None:
    write(party, f"gallery: {typed}")
    (line,) = [one for one in party.lines() if FILE in one]
    assert "hinter „credit:“, von wem das Bild ist" in line
    (problem,) = [one for one in party.problems() if one.paste]
    filled = problem.paste.replace("alt:", "alt: Es ist ein Fest").replace("credit:", "credit: E")
    write(party, filled.replace("people:", "people: keine"))
    assert not [one for one in party.lines() if FILE in one]
    assert len(files(party)) == problem.paste.count("file:")


def test_of_single_pictures_what_is_missing_belongs_to_each(party: World) -> None:
    write(party, "gallery:\n  - file: bilder/IMG_9.JPG\n    alt: Ein Fest\n    people: keine\n")
    (line,) = [one for one in party.lines() if FILE in one]
    assert line.startswith(f"{FILE}:6: ")
    assert line.endswith('Ergänzen Sie beim Bild die Zeile credit: "Foto: …"')
