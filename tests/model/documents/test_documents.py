import os
from pathlib import Path

import pytest

from schaukasten.model.reading.problem import Severity


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("title: A\n", 1, "Die Datei beginnt nicht mit einer Zeile aus drei Bindestrichen."),
        ("---\ntitle: A\n", 3, "Es fehlt die zweite Zeile aus drei Bindestrichen"),
        ("", 1, "Die Datei beginnt nicht mit einer Zeile aus drei Bindestrichen."),
        ("---\n---\n", 2, "Es fehlt „title“. Schreiben Sie zum Beispiel: title: Sommerfest im"),
        ("---\n- a\n---\n", 2, "In der Datei stehen keine Schlüssel mit Werten."),
        ("---\ntitle: A: B\n---\n", 2, "Mitten in diesem Wert steht ein Doppelpunkt."),
        ('---\ntitle: "A\nlang: de\n---\n', 2, "Hier beginnt ein Anführungszeichen, das nirgends"),
        ("---\ntitle: A\nimage:\n\tfile: x\n---\n", 4, "In dieser Zeile steht ein Tabulator."),
        ("---\ntitle: A\ntitle: B\n---\n", 3, "„title“ steht zweimal an derselben Stelle."),
        ("---\ntitle: A\nsumary: B\n---\n", 3, "Den Schlüssel „sumary“ gibt es nicht. Meinten Sie"),
        ("---\ntitle: A\nupdated: 10.06.2026\n---\n", 3, "updated: „10.06.2026“ ist kein Datum."),
        ("---\ntitle: A\npictures:\n  - file: a.png\n    alt: b\n  - file: c.png\n---\n", 6,
         "pictures: Das Bild „c.png“ hat keinen Alternativtext."),
        ("---\ntitle: A\npictures:\n  - file: a.png\n    alt: b\n---\n", 4,
         "Die Datei „a.png“ gibt es nicht."),
        ("---\ntitle: A\nimage:\n  alt: b\n  file: a.png\n---\n", 5,
         "Die Datei „a.png“ gibt es nicht."),
        ("---\ntitle: Größe\n---\nText".encode("latin-1"), 2, "Die Datei ist nicht als UTF-8"),
        (b"---\ntitle: A\n---\nText\0", 4, "Die Datei enthält Zeichen, die kein Text sind."),
        (b"---\ntitle: A\n---\n" + b"x" * 200_000, 1, "Die Datei ist größer als 200 KB."),
        (b"\xef\xbb\xbf---\r\ntitle: A\r\n---\r\n\r\n[x](y.md)\r\n", 5, "Die Datei „y.md“ gibt es"),
    ],
)  # fmt: skip
def test_a_fault_of_a_file_is_told_on_its_line(world, text, line, what):
    world.write("seiten/a.md", text)
    [found] = world.lines()
    assert found.startswith(f"seiten/a.md:{line}: {what}")


@pytest.mark.parametrize(
    "name", ["fest.md", "sonstiges/fest.md", "data/fest.md", "bilder/alt/fest.md"]
)
def test_a_text_in_no_folder_of_the_site_is_an_error(world, name):
    world.write(name, "---\ntitle: A\n---\n")
    [line] = world.lines()
    assert line.startswith(f"{name}:1: Die Datei liegt in keinem Ordner der Website")
    assert line.endswith("dieser Ordner: aktuelles, angebote, seiten, stellen, termine, verein.")


@pytest.mark.parametrize("name", ["seiten/Fest.MD", "aktuelles/fest.Md"])
def test_a_text_whose_ending_is_in_capitals_does_not_vanish_unseen(world, name):
    world.write(name, "---\ntitle: A\nsummary: B\ndate: 2026-03-08\n---\n")
    site = world.load().site
    assert world.lines() or (site is not None and name in site.documents)


@pytest.mark.parametrize("name", ["README.md", "LICENSE.md", "data/README.md"])
def test_a_note_for_the_keepers_of_the_content_is_passed_over(world, name):
    world.write(name, "Nur für uns")
    assert world.lines() == []


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("seiten/Makefile", "Dateien der Art „Makefile“ werden nicht veröffentlicht."),
        ("seiten/plan.xyz", "Dateien der Art „.xyz“ werden nicht veröffentlicht."),
        ("seiten/Seite.html", "„Seite.html“ ist eine gespeicherte Webseite; so etwas wird nicht"),
        ("data/a.yml", "„a.yml“ ist eine Datei mit Angaben, deren Endung nicht .yaml ist; so"),
        ("aktuelles/foto.heic", "„foto.heic“ ist ein Bild der Art HEIC; so etwas wird nicht"),
    ],
)
def test_a_file_of_another_kind_is_a_warning_that_names_the_kind(world, name, says):
    world.write(name, "x")
    [problem] = world.problems()
    assert problem.severity is Severity.WARNING
    assert world.lines()[0].startswith(f"{name}:1: {says}")


@pytest.mark.parametrize("name", [".DS_Store", "seiten/.kontakt.md.swp", ".git/config"])
def test_hidden_files_are_passed_over(world, name):
    world.write(name, "x")
    assert world.lines() == []


@pytest.mark.parametrize("target", ["seiten/index.md", "seiten", "../../../etc/passwd", "nirgends"])
@pytest.mark.parametrize("name", ["aktuelles/link", "seiten/link.md", "link"])
def test_a_symbolic_link_is_an_error_and_never_followed(world, name, target):
    path = world.content / name
    path.parent.mkdir(exist_ok=True)
    path.symlink_to(world.content / target)
    [line] = world.lines()
    assert line == (
        f"{name}:1: Das ist ein symbolischer Link; solchen Links wird nicht gefolgt. Legen Sie "
        "die Datei selbst an ihre Stelle."
    )


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("aktuelles/index.md", "date: 2026-03-08"),
        ("angebote/日本.md", "audience: Familien\nschedule: []\nschedule_note: x"),
        ("termine/!/index.md", "date: 2026-03-08"),
    ],
)
def test_an_item_without_a_name_is_told_to_get_one(world, name, head):
    world.write(name, f"---\ntitle: A\nsummary: B\n{head}\n---\n")
    [line] = world.lines()
    assert line.startswith(f"{name}:1: Die Datei oder ihr Ordner hat keinen Namen")


def test_a_folder_that_cannot_be_read_is_an_error_since_its_pages_would_go_missing(
    world, monkeypatch
):
    world.offer()
    open_folder = os.scandir

    def scandir(path):
        if str(path).endswith("angebote"):
            raise PermissionError(13, "Permission denied", str(path))
        return open_folder(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert world.lines() == [
        "angebote:1: Der Ordner lässt sich nicht lesen; alles darin würde fehlen. "
        "Prüfen Sie, wer ihn lesen darf."
    ]


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("![a](foto.png)", "6: „foto.png“ lässt sich nicht lesen."),
        ("[a](plan.pdf)", "6: „plan.pdf“ lässt sich nicht lesen."),
    ],
)
def test_a_file_that_may_not_be_read_is_told_where_it_is_named(world, monkeypatch, body, what):
    world.news(body)
    world.write("aktuelles/2026-03-08-fest/foto.png", b"x")
    world.write("aktuelles/2026-03-08-fest/plan.pdf", b"x")
    read = Path.read_bytes

    def forbid(path):
        if path.suffix in {".png", ".pdf"}:
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", forbid)
    [line] = world.lines()
    assert line.startswith(f"aktuelles/2026-03-08-fest/index.md:{what}")
