import pytest

from schaukasten.model.files import attachment
from schaukasten.model.files.attachment import open_attachment
from schaukasten.model.reading.problem import Invalid
from tests.worlds import german

PDF = b"%PDF-1.7\n" + b"x" * 1234


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


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04", b" %PDF-1.7", b"<html>", b"\x7fELF"])
def test_a_pdf_by_name_only_is_refused(tmp_path, raw):
    (tmp_path / "a.pdf").write_bytes(raw)
    with pytest.raises(Invalid) as refused:
        open_attachment(tmp_path / "a.pdf", "/")
    assert refused.value.what.text(german) == "„a.pdf“ ist kein PDF, auch wenn der Name es sagt."


@pytest.mark.parametrize("suffix", [".docx", ".odt", ".zip", ".exe", ".html", ".ics", ".mp4"])
def test_a_file_of_another_kind_is_refused_whatever_it_holds(tmp_path, suffix):
    (tmp_path / f"a{suffix}").write_bytes(PDF)
    with pytest.raises(Invalid) as refused:
        open_attachment(tmp_path / f"a{suffix}", "/")
    assert refused.value.what.text(german) == (
        f"Dateien der Art „{suffix}“ werden nicht veröffentlicht."
    )
    assert refused.value.remedy.text(german).startswith("Speichern Sie das Dokument als PDF")


def test_a_pdf_that_is_too_large_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(attachment, "MAX_BYTES", len(PDF) - 1)
    (tmp_path / "a.pdf").write_bytes(PDF)
    with pytest.raises(Invalid, match="larger"):
        open_attachment(tmp_path / "a.pdf", "/")
