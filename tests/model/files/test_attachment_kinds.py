"""Each kind of file that may be offered: whole ones pass, and others are named as what they are."""

from __future__ import annotations

import random
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest

from schaukasten.attachment_kinds import KINDS
from schaukasten.model.files import package
from schaukasten.model.files.attachment import open_attachment
from schaukasten.model.files.attachment_checks import Tells
from schaukasten.model.files.package import Package
from schaukasten.model.reading.problem import Invalid
from tests.worlds import german

ICS = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n"
    b"DTSTART:20260620T150000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def packed(*names: str, parts: dict[str, str] | None = None) -> bytes:
    """A packed folder: `parts` are names and what they hold, the first of them not shrunk."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, text in (parts or {}).items():
            method = zipfile.ZIP_DEFLATED if file.filelist else zipfile.ZIP_STORED
            file.writestr(name, text, method)
        for name in names:
            file.writestr(name, b"x" * 200)
    return out.getvalue()


def office(**parts: str) -> bytes:
    """What Office makes; `word_document` is what its part word/document.xml holds."""
    named = {f"{name.replace('_', '/', 1)}.xml": text for name, text in parts.items()}
    return packed(parts={"[Content_Types].xml": "<Types/>" + " " * 300, **named})


def open_document(kind: str, *names: str, content: str = "<x/>", manifest: str = "<x/>") -> bytes:
    mime = f"application/vnd.oasis.opendocument.{kind}"
    parts = {"mimetype": mime, "content.xml": content, "META-INF/manifest.xml": manifest}
    return packed(*names, parts=parts)


def frames(version: bytes, length: int) -> bytes:
    """Two frames of layer III and the beginning of a third."""
    return 2 * (version + bytes(length - 4)) + version


WORD = office(word_document="<w:document/>")
SHEET = office(xl_workbook="<workbook/>")
#: 128 kbit per second, 44,100 samples.
SOUND = frames(b"\xff\xfb\x90\0", 417)
WHOLE = {
    ".pdf": b"%PDF-1.7\n" + b"x" * 900 + b"\n%%EOF\n",
    ".docx": WORD,
    ".odt": open_document("text"),
    ".xlsx": SHEET,
    ".ods": open_document("spreadsheet"),
    ".zip": packed("Satzung.pdf", "Antrag/Antrag.odt"),
    ".ics": ICS,
    ".mp3": b"ID3\x04\0\0\0\0\0\x0a" + b"\0" * 30 + SOUND,
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


def test_what_a_renamed_file_is_comes_with_its_right_name(tmp_path):
    found = {
        ending: refusal(tmp_path, raw, "Antrag neu.pdf")
        for ending, raw in WHOLE.items()
        if ending != ".pdf"
    }
    assert {ending: what for ending, (what, _remedy) in found.items()} == {
        ".docx": "„Antrag neu.pdf“ ist in Wahrheit eine Word-Datei.",
        ".odt": "„Antrag neu.pdf“ ist in Wahrheit eine LibreOffice-Datei.",
        ".xlsx": "„Antrag neu.pdf“ ist in Wahrheit eine Excel-Datei.",
        ".ods": "„Antrag neu.pdf“ ist in Wahrheit eine Tabelle aus LibreOffice.",
        ".zip": "„Antrag neu.pdf“ ist in Wahrheit ein gepackter Ordner.",
        ".ics": "„Antrag neu.pdf“ ist in Wahrheit eine Kalenderdatei.",
        ".mp3": "„Antrag neu.pdf“ ist in Wahrheit eine Tonaufnahme als MP3.",
    }
    for ending, (_what, remedy) in found.items():
        assert f"[Antrag neu](<Antrag neu{ending}>)" in remedy


@pytest.mark.parametrize(
    ("first", "length"),
    [(b"\xff\xfb\x90\0", 417), (b"\xff\xf3\x90\0", 261), (b"\xff\xe3\x90\0", 522),
     (b"\xff\xfa\x90\0", 417)],
)  # fmt: skip
def test_a_sound_may_begin_without_a_tag_or_behind_several(tmp_path, first, length):
    tag = b"ID3\x04\0\0\0\0\1\0" + bytes(128)
    for raw in (frames(first, length), 2 * tag + bytes(50) + frames(first, length)):
        (tmp_path / "a.mp3").write_bytes(raw)
        assert open_attachment(tmp_path / "a.mp3", "/").is_sound


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"ID3\x04\0\0\0\0\x20\0" + bytes(200), "„a.mp3“ hört mittendrin auf"),
        (b"ID3\x04\0\0\0\0\0\0" + bytes(900), "„a.mp3“ ist kein MP3"),
        # Sound of another kind behind the same tag.
        (b"ID3\x04\0\0\0\0\0\0" + b"\xff\xf1\x50\x80" * 300, "„a.mp3“ ist kein MP3"),
        (b"\xff\xf1\x50\x80" * 300, "„a.mp3“ ist in Wahrheit eine Tonaufnahme."),
        (b"RIFF....WAVE", "„a.mp3“ ist in Wahrheit eine Tonaufnahme."),
        (b"....ftypM4A ", "„a.mp3“ ist in Wahrheit eine Tonaufnahme."),
    ],
)  # fmt: skip
def test_a_file_without_a_sound_that_browsers_play_is_no_mp3(tmp_path, raw, says):
    what, remedy = refusal(tmp_path, raw, "a.mp3")
    assert what.startswith(says)
    assert len(remedy) > 20


ENCRYPTED = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
MACROS = "enthält Makros, und die können Schaden anrichten."


@pytest.mark.parametrize(
    ("raw", "name", "says"),
    [
        (b"\xd0\xcf\x11\xe0" + "xEncryptedPackage".encode("utf-16-le"), "a.docx",
         "„a.docx“ verlangt ein Kennwort."),
        (open_document("text", manifest=ENCRYPTED), "a.odt", "„a.odt“ verlangt ein Kennwort."),
        (office(word_document="", word_vbaProject="").replace(b"vbaProject.xml", b"vbaProject.bin"),
         "a.docx", f"„a.docx“ {MACROS}"),
        (open_document("spreadsheet", "Basic/Standard/a.xml"), "a.ods", f"„a.ods“ {MACROS}"),
        (SHEET.replace(b"xl/workbook.xml", b"xl/workbook.bin"), "a.xlsx",
         "„a.xlsx“ ist in Wahrheit eine Tabellendatei."),
        (b"PK\5\6" + bytes(18), "a.zip", "„a.zip“ ist leer."),
        (packed("Fotos/"), "a.zip", "„a.zip“ ist leer."),
        (b"Rar!" + bytes(300), "a.zip", "„a.zip“ ist in Wahrheit ein gepackter Ordner"),
        (ICS.replace(b"VEVENT", b"VTIMEZONE"), "a.ics", "In „a.ics“ steht kein Termin."),
        (ICS.replace(b"PRODID:x", b"PRODID:\xfc"), "a.ics", "Die Buchstaben von „a.ics“"),
        (b"<!DOCTYPE html><title>Anmelden", "a.ics", "„a.ics“ ist in Wahrheit eine gespeicherte"),
        (b"\xff\xd8", "a.pages", "„a.pages“ ist eine Pages-Datei"),
        (b"x", "a.doc", "„a.doc“ ist eine Word-Datei"),
        (b"x", "a.m4a", "„a.m4a“ ist eine Tonaufnahme"),
        (b"x", "a.rar", "„a.rar“ ist ein gepackter Ordner"),
        (b"x", "a.xls", "„a.xls“ ist eine Tabelle"),
        (b"x", "a.xyz", "Dateien der Art „.xyz“ werden nicht veröffentlicht."),
        (WORD, "~$Antrag.docx", "„~$Antrag.docx“ ist etwas, das ein Programm hinterlassen hat"),
    ],
)  # fmt: skip
def test_what_would_harm_or_not_open_is_named(tmp_path, raw, name, says):
    what, remedy = refusal(tmp_path, raw, name)
    assert what.startswith(says)
    assert len(remedy) > 20


@pytest.mark.parametrize(
    ("name", "raw", "tells"),
    [
        ("a.docx", WORD, set()),
        ("a.docx", office(word_document="", word_comments='<w:comment w:id="0">'),
         {Tells.COMMENTS}),
        ("a.docx", office(word_document="", word_comments="<w:comments/>"), set()),
        ("a.docx", office(word_document='<w:p><w:del w:id="1">'), {Tells.CHANGES}),
        ("a.docx", office(word_document="<w:insideH/><w:delText/>"), set()),
        ("a.odt", open_document("text", content="<text:changed-region><office:annotation a=''>"),
         {Tells.CHANGES, Tells.COMMENTS}),
        ("a.xlsx", office(xl_workbook='<sheet name="A" state="veryHidden"/>', xl_comments1=""),
         {Tells.HIDDEN_SHEETS, Tells.COMMENTS}),
        ("a.xlsx", office(xl_workbook='<sheet name="A" state="visible"/>'), set()),
        ("a.ods", open_document("spreadsheet", content='<x table:display="false"/>'),
         {Tells.HIDDEN_SHEETS}),
        ("a.zip", packed("Satzung.pdf"), set()),
        ("a.zip", packed("Fotos/IMG_1.JPG", "setup/Setup.EXE"),
         {Tells.PHOTOGRAPHS, Tells.PROGRAMS}),
        ("a.ics", ICS, set()),
        ("a.ics", ICS.replace(b"UID:1", b"ATTEN\r\n DEE:mailto:e@example.org"), {Tells.GUESTS}),
    ],
)  # fmt: skip
def test_what_a_file_tells_unasked_is_seen(tmp_path, name, raw, tells):
    (tmp_path / name).write_bytes(raw)
    assert open_attachment(tmp_path / name, "/").tells == tells


def test_a_folder_in_a_packed_folder_may_be_called_as_office_calls_its_own(tmp_path):
    (tmp_path / "a.zip").write_bytes(packed("word/Antrag.docx", "xl/Liste.pdf"))
    assert open_attachment(tmp_path / "a.zip", "/").type == "ZIP"


def test_a_packed_folder_of_very_many_files_is_refused_before_its_directory_is_read(tmp_path):
    raw = packed("Satzung.pdf")
    end = raw.rindex(b"PK\5\6") + 12
    claimed = raw[:end] + (2_000_001).to_bytes(4, "little") + raw[end + 4 :]
    what, _remedy = refusal(tmp_path, claimed, "a.zip")
    assert what.startswith("„a.zip“ enthält so viele Dateien")


def test_of_a_part_that_claims_to_be_huge_only_the_beginning_is_unpacked(monkeypatch):
    monkeypatch.setattr(package, "_MOST_TEXT", 1000)
    raw = office(word_document="x" * 900 + '<w:del w:id="1">' + "x" * 900_000)
    assert len(raw) < 3000
    assert len(Package(raw).part("word/document.xml")) == 1000


@pytest.mark.parametrize("seed", range(6))
def test_no_byte_of_a_file_can_stop_the_check_by_anything_but_a_sentence(tmp_path, seed):
    luck = random.Random(seed)
    for ending, whole in WHOLE.items():
        for _time in range(30):
            raw = bytearray(whole)
            for _byte in range(luck.choice((1, 3, 20))):
                raw[luck.randrange(len(raw))] = luck.randrange(256)
            (tmp_path / f"a{ending}").write_bytes(
                raw[: luck.choice((len(raw), luck.randrange(99)))]
            )
            with suppress(Invalid):
                open_attachment(tmp_path / f"a{ending}", "/")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.ending)
def test_a_file_that_is_too_heavy_is_told_how_it_gets_lighter(tmp_path, kind):
    with (tmp_path / f"a{kind.ending}").open("wb") as file:
        file.truncate(kind.limit + 1)
    with pytest.raises(Invalid) as refused:
        open_attachment(tmp_path / f"a{kind.ending}", "/")
    assert refused.value.what.text(german).endswith(f"ist größer als {kind.limit // 10**6} MB.")
