import os
from pathlib import Path, PurePosixPath

import pytest

from schaukasten.model.reading.located import locate
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.reading.source import MAX_TEXT, SourceError, read_text, walk
from tests.worlds import german

NEWS = PurePosixPath("aktuelles")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "aktuelles").mkdir(parents=True)
    (folder / "aktuelles" / "foto.jpg").write_bytes(b"x")
    (tmp_path / "geheim.txt").write_text("x")
    return folder


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"\xef\xbb\xbf---\n", "---\n"),
        ("Grüße 😀".encode(), "Grüße 😀"),
        (b"", ""),
        (b"x" * MAX_TEXT, "x" * MAX_TEXT),
    ],
    ids=["line ends", "byte order mark", "umlauts", "empty", "just small enough"],
)
def test_a_text_comes_with_plain_line_ends_and_without_a_byte_order_mark(tmp_path, raw, text):
    (tmp_path / "a.md").write_bytes(raw)
    assert read_text(tmp_path / "a.md") == text


@pytest.mark.parametrize(
    ("raw", "line", "what"),
    [
        ("a\nGrüße".encode("latin-1"), 2, "Die Datei ist nicht als UTF-8 gespeichert"),
        ("a\r\n\r\nGrüße".encode("cp1252"), 3, "Die Datei ist nicht als UTF-8 gespeichert"),
        ("Grüße".encode("utf-16"), 1, "Die Datei ist nicht als UTF-8 gespeichert"),
        (b"a\r\nb\r\nc\0", 3, "Die Datei enthält Zeichen, die kein Text sind."),
        (b"x" * (MAX_TEXT + 1), 1, "Die Datei ist größer als 200 KB."),
    ],
    ids=["Latin-1", "Windows", "UTF-16", "NUL", "too large"],
)
def test_a_file_that_is_no_text_is_refused_with_the_line(tmp_path, raw, line, what):
    (tmp_path / "a.md").write_bytes(raw)
    with pytest.raises(SourceError) as refused:
        read_text(tmp_path / "a.md")
    assert refused.value.line == line
    assert refused.value.what.text(german).startswith(what)


def test_a_file_that_may_not_be_read_is_refused(tmp_path, monkeypatch):
    (tmp_path / "a.md").write_bytes(b"x")
    monkeypatch.setattr(Path, "read_bytes", forbidden)
    with pytest.raises(SourceError) as refused:
        read_text(tmp_path / "a.md")
    assert refused.value.what.text(german) == "„a.md“ lässt sich nicht lesen."


def forbidden(path: object) -> bytes:
    """What the disk says to everybody but root."""
    raise PermissionError(13, "Permission denied", str(path))


@pytest.mark.parametrize(
    "reference",
    ["foto.jpg", "./foto.jpg", "../aktuelles/foto.jpg", "/aktuelles/foto.jpg", "x/../foto.jpg"],
)
def test_a_file_is_found_from_its_folder_or_from_the_root_of_the_content(content, reference):
    assert locate(content, NEWS, reference) == content / "aktuelles" / "foto.jpg"


@pytest.mark.parametrize(
    "reference",
    [
        "../../geheim.txt",
        "../../../../../../etc/passwd",
        "/../geheim.txt",
        "//../geheim.txt",
        "x/../../../geheim.txt",
        "..",
        "..\\..\\geheim.txt",
        "foto.jpg\0.md",
    ],
)
def test_nothing_outside_the_content_is_reached(content, reference):
    with pytest.raises(Invalid) as refused:
        locate(content, NEWS, reference)
    german_words = refused.value.what.text(german)
    assert "liegt außerhalb" in german_words or "gibt es nicht" in german_words


@pytest.mark.parametrize(
    "reference", ["", ".", "/", "fehlt.jpg", "Foto.jpg", "FOTO.JPG", "foto.jpg/x", "a" * 300]
)
def test_what_is_not_a_file_of_exactly_that_name_does_not_exist(content, reference):
    with pytest.raises(Invalid) as refused:
        locate(content, NEWS, reference)
    assert refused.value.what.text(german) == f"Die Datei „{reference}“ gibt es nicht."


def test_wrong_capitals_are_found_even_on_a_disk_that_ignores_them(content, monkeypatch):
    monkeypatch.setattr(Path, "is_file", lambda path: True)
    with pytest.raises(Invalid) as refused:
        locate(content, NEWS, "Foto.jpg")
    assert refused.value.remedy.text(german) == "Meinten Sie „foto.jpg“?"


@pytest.mark.parametrize("reference", ["link.jpg", "ordner/foto.jpg", "ordner"])
def test_a_symbolic_link_is_refused_wherever_it_leads(content, reference):
    (content / "aktuelles" / "link.jpg").symlink_to(content / "aktuelles" / "foto.jpg")
    (content / "aktuelles" / "ordner").symlink_to(content / "aktuelles")
    with pytest.raises(Invalid) as refused:
        locate(content, NEWS, reference)
    assert refused.value.what.text(german) == f"„{reference}“ ist ein symbolischer Link."


def test_a_walk_finds_files_and_links_in_order_and_passes_over_what_is_hidden(content):
    for name in (".DS_Store", ".git/config", "b.md", "a.md", "z/c.md"):
        path = content / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    (content / "kreis").symlink_to(content)
    (content / "z" / "link.md").symlink_to("/etc/passwd")
    tree = walk(content)
    assert list(map(str, tree.files)) == ["a.md", "aktuelles/foto.jpg", "b.md", "z/c.md"]
    assert list(map(str, tree.links)) == ["kreis", "z/link.md"]


def test_a_named_pipe_is_no_file_and_keeps_nobody_waiting(content):
    os.mkfifo(content / "aktuelles" / "rohr.md")
    assert PurePosixPath("aktuelles/rohr.md") not in walk(content).files
    with pytest.raises(Invalid):
        locate(content, NEWS, "rohr.md")
