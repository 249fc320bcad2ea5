import os
from pathlib import Path

import pytest

from schaukasten.language.messages import Message, _
from schaukasten.model.reading.problem import Columns, Problem, Severity
from schaukasten.model.reading.source import MAX_TEXT
from schaukasten.report.excerpt import WIDTH, Excerpts


def marked(
    folder: Path, line: int = 1, file: str = "a.md", columns: Columns | None = None
) -> str | None:
    """The line of a problem, its place in brackets."""
    problem = Problem(file, line, Severity.ERROR, Message("x"), Message("y"), columns=columns)
    found = Excerpts(folder).of(problem)
    if found is None:
        return None
    before, place, after = (
        found.text[: found.start], found.text[found.start : found.end], found.text[found.end :],
    )  # fmt: skip
    return f"{before}[{place}]{after}"


@pytest.mark.parametrize(
    ("line", "columns", "shown"),
    [
        ("date: 10.06.2026", (6, 16), "date: [10.06.2026]"),
        ("datum: x", (0, 5), "[datum]: x"),
        ("  - wochentag: Montg", (15, 20), "  - wochentag: [Montg]"),
        ("  Ein Satz. ", None, "  [Ein Satz.] "),
        ("Grüße 😀 <b>", (8, 11), "Grüße 😀 [<b>]"),
        ("a\x1b[31mb", (1, 6), "a[�[31m]b"),
        # The file was saved anew in the meantime.
        ("kurz", (10, 20), "kurz[]"),
        ("kurz", (2, 20), "ku[rz]"),
    ],
)
def test_the_place_is_the_one_that_the_parser_knows_else_all_of_the_line(
    tmp_path, line, columns, shown
):
    (tmp_path / "a.md").write_text(line, encoding="utf-8")
    assert marked(tmp_path, columns=columns) == shown


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them(tmp_path, ends):
    (tmp_path / "a.md").write_bytes(f"\ufeffeins{ends}{ends}drei".encode())
    assert marked(tmp_path, 3) == "[drei]"
    assert marked(tmp_path, 1) == "[eins]"
    assert marked(tmp_path, 2) is None
    assert marked(tmp_path, 4) is None


@pytest.mark.parametrize("before", ["", "x " * 400])
def test_of_a_long_line_the_part_around_the_place_is_shown(tmp_path, before):
    (tmp_path / "a.md").write_text(f"{before}HIER{' y' * 400}")
    shown = marked(tmp_path, columns=(len(before), len(before) + 4))
    assert "[HIER]" in shown
    assert len(shown) == WIDTH + 2
    assert shown.startswith("…") == bool(before)
    assert shown.endswith("…")


def test_what_cannot_be_read_as_lines_is_not_quoted(tmp_path):
    (tmp_path / "latin.md").write_bytes("Grüße".encode("latin-1"))
    assert marked(tmp_path, file="latin.md") == "[Gr�ße]".replace("ß", "�")
    (tmp_path / "big.md").write_bytes(b"x" * (MAX_TEXT + 1))
    (tmp_path / "link.md").symlink_to("latin.md")
    (tmp_path / "folder.md").mkdir()
    os.mkfifo(tmp_path / "pipe.md")
    for file in ("big.md", "link.md", "folder.md", "pipe.md", "missing.md", "a\0b", "x" * 300):
        assert marked(tmp_path, file=file) is None


@pytest.mark.parametrize("raw", [b"ID3\x03\0\0Lied", b"PK\x03\x04word/", b"\x01\x02"])
def test_of_a_file_that_is_no_text_nothing_is_quoted(tmp_path, raw):
    (tmp_path / "lied.mp3").write_bytes(raw)
    (tmp_path / "index.md").write_bytes(raw)
    what = _("“{file}” is empty.", file="lied.mp3")
    problems = [Problem(file, 1, Severity.WARNING, what, what) for file in ("lied.mp3", "index.md")]
    assert [Excerpts(tmp_path).of(problem) is None for problem in problems] == [True, False]
