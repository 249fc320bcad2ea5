from pathlib import Path

import pytest

from schaukasten.model.files.attachment import open_attachment
from schaukasten.model.files.attachment_checks import Tells
from schaukasten.model.reading.problem import Invalid
from tests.worlds import german

PDF = b"%PDF-1.7\n" + b"x" * 1234 + b"\n%%EOF\n"


@pytest.mark.parametrize(
    ("name", "page", "address"),
    [
        ("Jahresbericht 2025.pdf", "/verein/", "/verein/jahresbericht-2025.pdf"),
        ("Übersicht.PDF", "/aktuelles/2026/fest/", "/aktuelles/2026/fest/uebersicht.pdf"),
        ("plan.pdf", "/404.html", "/plan.pdf"),
        ("日本.pdf", "/verein/", "/verein/datei.pdf"),
    ],
)
def test_a_pdf_comes_out_beside_its_page_with_type_and_size(tmp_path, name, page, address):
    (tmp_path / name).write_bytes(PDF)
    found = open_attachment(tmp_path / name, page)
    assert (found.address, found.type, found.size) == (address, "PDF", len(PDF))


def refusal(folder: Path, raw: bytes, name: str = "a.pdf") -> tuple[str, str]:
    """What is wrong with a file and what to do, in German."""
    (folder / name).write_bytes(raw)
    with pytest.raises(Invalid) as refused:
        open_attachment(folder / name, "/")
    return refused.value.what.text(german), refused.value.remedy.text(german)


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "„a.pdf“ ist leer."),
        (bytes(5000), "„a.pdf“ ist leer."),
        (b"nur Text", "„a.pdf“ ist kein PDF, auch wenn der Name es sagt."),
        (b"x" * 1025 + PDF, "„a.pdf“ ist kein PDF, auch wenn der Name es sagt."),
        (b"PK\x03\x04..[Content_Types].xml..word/x", "„a.pdf“ ist in Wahrheit eine Word-Datei."),
        (b"PK\x03\x04..foto.jpg", "„a.pdf“ ist in Wahrheit ein gepackter Ordner."),
        (b"\n<!DOCTYPE html><h1>404", "„a.pdf“ ist in Wahrheit eine gespeicherte Webseite."),
        (b"\x7fELF", "„a.pdf“ ist in Wahrheit ein Programm."),
        (b"\xff\xd8\xff\xe0", "„a.pdf“ ist in Wahrheit eine JPEG-Datei."),
        (PDF[:-10], "„a.pdf“ hört mittendrin auf: Das Ende der Datei fehlt."),
        (PDF + b"x" * 9000, "„a.pdf“ hört mittendrin auf: Das Ende der Datei fehlt."),
    ],
)
def test_a_pdf_by_name_only_is_refused_as_what_it_is(tmp_path, raw, says):
    what, remedy = refusal(tmp_path, raw)
    assert what == says
    assert remedy


@pytest.mark.parametrize(
    "raw", [b"X-Mail: a\r\n\r\n" + PDF, b"\xef\xbb\xbf" + PDF, PDF + bytes(9000), PDF + b"<!-- -->"]
)
def test_a_pdf_with_a_little_before_or_behind_it_is_one(tmp_path, raw):
    (tmp_path / "a.pdf").write_bytes(raw)
    opened = open_attachment(tmp_path / "a.pdf", "/")
    assert opened.published() == raw


@pytest.mark.parametrize("trailer", [b"/Encrypt 5 0 R", b"/Encrypt<</Filter/Standard>>"])
def test_a_pdf_that_asks_for_a_password_is_seen(tmp_path, trailer):
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 trailer <<" + trailer + b">> %%EOF")
    assert open_attachment(tmp_path / "a.pdf", "/").tells == {Tells.LOCK}


@pytest.mark.parametrize(
    ("name", "says", "do"),
    [
        ("Antrag.docm", "eine Word-Datei", "[Antrag](Antrag.pdf)"),
        ("Antrag auf Hilfe.DOC", "eine Word-Datei", "[Antrag auf Hilfe](<Antrag auf Hilfe.pdf>)"),
        ("brief.ott", "eine LibreOffice-Datei", "als PDF"),
        ("plan.pages", "eine Pages-Datei", "als PDF"),
        ("Einladung.PUB", "eine Publisher-Datei", "als PDF"),
        ("tabelle.xls", "eine Tabellendatei", "als Tabelle in den Text"),
        ("Sprachnachricht.opus", "eine Tonaufnahme", "[Sprachnachricht](Sprachnachricht.mp3)"),
        ("film.mp4", "ein Film", "auf eine Plattform"),
        ("archiv.rar", "ein gepackter Ordner", "neu als ZIP"),
        ("setup.exe", "ein Programm", "die Seite des Herstellers"),
        ("fest.vcs", "eine Kalenderdatei", "in termine/"),
        ("fest.gif", "ein GIF", "als PNG"),
        ("~$Antrag.docx", "etwas, das ein Programm hinterlassen hat", "löschen Sie die Datei"),
        ("plan.pdf.crdownload", "ein Download, der nicht fertig wurde", "noch einmal herunter"),
        (
            "index.md.txt",
            "eine Textdatei mit zwei Endungen, von denen",
            "Benennen Sie sie um: index.md",
        ),
    ],
)
def test_a_file_of_another_kind_is_named_with_what_to_do_with_that_kind(tmp_path, name, says, do):
    what, remedy = refusal(tmp_path, PDF, name)
    assert what.startswith(f"„{name}“ ist {says}")
    assert do in remedy


def test_a_file_of_a_kind_that_nobody_knows_is_refused_too(tmp_path):
    what, remedy = refusal(tmp_path, PDF, "a.xyz")
    assert what == "Dateien der Art „.xyz“ werden nicht veröffentlicht."
    assert remedy.startswith("Speichern Sie sie als eines von diesen, am besten als PDF")
