import os
from pathlib import Path

import pytest

from schaukasten.language.messages import Message, _
from schaukasten.model.reading.problem import Problem, Severity
from schaukasten.model.reading.source import MAX_TEXT
from schaukasten.report.excerpt import WIDTH, Excerpts


def marked(folder: Path, line: int = 1, file: str = "a.md", **values: object) -> str | None:
    """The line of a problem, its place in brackets."""
    what = _("“{key}” is missing.", **values)
    found = Excerpts(folder).of(Problem(file, line, Severity.ERROR, what, Message("x")))
    if found is None:
        return None
    before, place, after = (
        found.text[: found.start], found.text[found.start : found.end], found.text[found.end :],
    )  # fmt: skip
    return f"{before}[{place}]{after}"


@pytest.mark.parametrize(
    ("line", "value", "shown"),
    [
        ("date: 10.06.2026", "10.06.2026", "date: [10.06.2026]"),
        ("date: 10.06.2026", "anderes", "date: [10.06.2026]"),
        ("datum: x", "datum", "[datum]: x"),
        ("  - wochentag: Montg", "Montg", "  - wochentag: [Montg]"),
        ("  - file:   foto.jpg  ", "", "  - file:   [foto.jpg]  "),
        ("  Ein Satz. ", "", "  [Ein Satz.] "),
        ("kosten: frei  # was es kostet", "", "kosten: [frei]  # was es kostet"),
        ("kosten: a #1", "", "kosten: [a #1]"),
        ("schluessel:", "", "[schluessel:]"),
        ("Grüße 😀 <b>", "<b>", "Grüße 😀 [<b>]"),
        ("a\x1b[31mb", "\x1b[31m", "a[�[31m]b"),
    ],
)
def test_the_place_is_where_the_words_of_the_message_stand_else_the_value(
    tmp_path, line, value, shown
):
    (tmp_path / "a.md").write_text(line, encoding="utf-8")
    assert marked(tmp_path, key=value) == shown


def test_the_longest_words_of_the_message_say_the_place(tmp_path):
    (tmp_path / "a.md").write_text("alt: Das alte Haus")
    assert marked(tmp_path, key=_("{key}: {what}", key="alt", what="alte Haus")) == (
        "alt: Das [alte Haus]"
    )


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
    shown = marked(tmp_path, key="HIER")
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
