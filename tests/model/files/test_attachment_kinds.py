"""Each kind of file that may be offered: whole ones pass, and others are named as what they are."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from schaukasten.model.files.attachment import open_attachment
from schaukasten.model.files.attachment_kinds import KINDS
from schaukasten.model.reading.problem import Invalid
from tests.worlds import german

ICS = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n"
    b"DTSTART:20260620T150000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def packed(*names: str, first: tuple[str, bytes] | None = None) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        if first:
            file.writestr(*first)
        for name in names:
            file.writestr(name, b"x" * 200)
    return out.getvalue()


def open_document(kind: str) -> bytes:
    mime = f"application/vnd.oasis.opendocument.{kind}".encode()
    return packed("content.xml", first=("mimetype", mime))


WORD = packed("[Content_Types].xml", "word/document.xml")
SHEET = packed("[Content_Types].xml", "xl/workbook.xml")
WHOLE = {
    ".pdf": b"%PDF-1.7\n" + b"x" * 900 + b"\n%%EOF\n",
    ".docx": WORD,
    ".odt": open_document("text"),
    ".xlsx": SHEET,
    ".ods": open_document("spreadsheet"),
    ".zip": packed("Satzung.pdf", "Antrag/Antrag.odt"),
    ".ics": ICS,
    ".mp3": b"ID3\x04\0\0\0\0\0\0" + b"\0" * 900,
}


def refusal(folder: Path, raw: bytes, name: str) -> tuple[str, str]:
    (folder / name).write_bytes(raw)
    with pytest.raises(Invalid) as refused:
        open_attachment(folder / name, "/verein/")
    return refused.value.what.text(german), refused.value.remedy.text(german)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.ending)
@pytest.mark.parametrize("capitals", [False, True])
def test_a_whole_file_of_each_kind_is_offered_by_its_name(tmp_path, kind, capitals):
    name = f"Antrag auf Mitgliedschaft{kind.ending.upper() if capitals else kind.ending}"
    (tmp_path / name).write_bytes(WHOLE[kind.ending])
    found = open_attachment(tmp_path / name, "/verein/")
    assert (found.address, found.type) == (
        f"/verein/antrag-auf-mitgliedschaft{kind.ending}",
        kind.name,
    )


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.ending)
def test_a_file_of_another_kind_is_no_file_of_this_one(tmp_path, kind):
    others = {ending: raw for ending, raw in WHOLE.items() if ending != kind.ending}
    if kind.ending == ".zip":
        # What Office packs is a packed folder, too.
        others = {ending: others[ending] for ending in (".pdf", ".ics", ".mp3")}
    for raw in (*others.values(), b"", b"nur Text", b"\xff\xd8\xff" + b"x" * 300):
        what, remedy = refusal(tmp_path, raw, f"a{kind.ending}")
        assert what.startswith(f"„a{kind.ending}“ ist")
        assert len(remedy) > 20


@pytest.mark.parametrize("ending", [".pdf", ".docx", ".odt", ".xlsx", ".ods", ".zip"])
def test_a_file_that_is_cut_off_is_not_offered(tmp_path, ending):
    raw = WHOLE[ending]
    what, _remedy = refusal(tmp_path, raw[: len(raw) - 40], f"a{ending}")
    assert what == f"„a{ending}“ hört mittendrin auf: Das Ende der Datei fehlt."


def test_a_calendar_that_no_program_can_read_is_not_offered(tmp_path):
    what, _remedy = refusal(tmp_path, ICS.replace(b"END:VEVENT\r\n", b""), "a.ics")
    assert what == "„a.ics“ hört mittendrin auf: Das Ende der Datei fehlt."
    (tmp_path / "b.ics").write_bytes(b"\xef\xbb\xbf" + ICS)
    assert open_attachment(tmp_path / "b.ics", "/").type == "ICS"


@pytest.mark.parametrize("first", [b"\xff\xfb\x90\0", b"\xff\xf3\x90\0", b"\xff\xfa\x90\0"])
def test_a_sound_may_begin_without_a_tag(tmp_path, first):
    (tmp_path / "a.mp3").write_bytes(first + bytes(500))
    assert open_attachment(tmp_path / "a.mp3", "/").is_sound


@pytest.mark.parametrize(
    ("raw", "name", "says"),
    [
        (b"\xd0\xcf\x11\xe0" + "xEncryptedPackage".encode("utf-16-le"), "a.docx",
         "„a.docx“ verlangt ein Kennwort."),
        (packed("word/document.xml", "word/vbaProject.bin"), "a.docx",
         "„a.docx“ enthält Makros, und die können Schaden anrichten."),
        (packed("Fotos.pdf", "setup/Setup.EXE"), "a.zip", "„a.zip“ enthält ein Programm."),
        (b"\xff\xd8", "a.pages", "„a.pages“ ist eine Pages-Datei"),
        (b"x", "a.doc", "„a.doc“ ist eine Word-Datei"),
        (b"x", "a.m4a", "„a.m4a“ ist eine Tonaufnahme"),
        (b"x", "a.rar", "„a.rar“ ist ein gepackter Ordner"),
        (b"x", "a.xls", "„a.xls“ ist eine Tabelle"),
        (b"x", "a.xyz", "Dateien der Art „.xyz“ werden nicht veröffentlicht."),
    ],
)  # fmt: skip
def test_what_would_harm_or_not_open_is_named(tmp_path, raw, name, says):
    what, remedy = refusal(tmp_path, raw, name)
    assert what.startswith(says)
    assert len(remedy) > 20


def test_comments_in_a_text_are_seen(tmp_path):
    (tmp_path / "a.docx").write_bytes(packed("word/document.xml", "word/comments.xml"))
    (tmp_path / "b.docx").write_bytes(WORD)
    found = [open_attachment(tmp_path / name, "/").commented for name in ("a.docx", "b.docx")]
    assert found == [True, False]


def test_a_packed_folder_of_very_many_files_is_refused_without_unpacking(tmp_path):
    what, _remedy = refusal(tmp_path, packed(*(f"{number}.txt" for number in range(5001))), "a.zip")
    assert what == "„a.zip“ enthält mehr als 5000 Dateien."


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.ending)
def test_a_file_that_is_too_heavy_is_told_how_it_gets_lighter(tmp_path, kind):
    with (tmp_path / f"a{kind.ending}").open("wb") as file:
        file.truncate(kind.limit + 1)
    with pytest.raises(Invalid) as refused:
        open_attachment(tmp_path / f"a{kind.ending}", "/")
    assert refused.value.what.text(german).endswith(f"ist größer als {kind.limit // 10**6} MB.")
