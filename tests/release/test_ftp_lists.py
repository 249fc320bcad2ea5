"""What FTP servers list, and what of it is understood."""

from __future__ import annotations

import ftplib
from typing import Any

import pytest

from schaukasten.release.transports.ftp_lists import list_folder


class Server:
    """A connection whose LIST answers these lines; another command those named after it."""

    def __init__(self, *lines: str, **others: tuple[str, ...]):
        self.answers = {"LIST -a": lines, **others}

    def retrlines(self, command: str, take: Any) -> None:
        if command not in self.answers:
            raise ftplib.error_perm("500 Unknown command")
        for line in self.answers[command]:
            take(line)


def listed(*lines: str, **others: tuple[str, ...]) -> Any:
    return list_folder(Server(*lines, **others))  # type: ignore[arg-type]


def test_the_forms_of_unix_servers_are_understood() -> None:
    assert listed(
        "total 12",
        "drwxr-xr-x   2 w0123 w0123     4096 Nov 23 01:00 .",
        "-rw-r--r--   1 w0123 w0123      512 Mar  3  2024 index.html",
        # As it comes: bytes, taken for Latin-1.
        "-rw-r--r--   1 ftp   Domain Users 77 Nov  3 09:07 zwei  W\xc3\xb6rter.pdf",
        "-rw-r--r--+  1 1001 1001 1234567 2026-11-22 12:00 neu.html",
        "lrwxrwxrwx   1 w0123 w0123       11 Nov 23 01:00 dort -> /etc/passwd",
        "drwx---r-x   2 w0123 w0123     4096 Nov 23 01:00 bilder",
        "",
    ) == {
        "index.html": ("-", 512),
        "zwei  Wörter.pdf": ("-", 77),
        "neu.html": ("-", 1234567),
        "dort": ("l", 11),
        "bilder": ("d", 4096),
    }


def test_the_forms_of_windows_servers_are_understood() -> None:
    assert listed(
        "11-22-26  12:00PM                  512 index.html",
        "11-22-2026  09:07AM       <DIR>          bilder 2026",
        "2026-11-22  12:00       <SYMLINKD>     dort",
        "22.11.2026  12:00                   77 zwei W\xc3\xb6rter.pdf",
    ) == {
        "index.html": ("-", 512),
        "bilder 2026": ("d", 0),
        "dort": ("l", 0),
        "zwei Wörter.pdf": ("-", 77),
    }


def test_a_list_for_machines_stands_in_for_one_of_a_form_that_is_not_known() -> None:
    facts = (
        "type=cdir;modify=20261122120000; .",
        "Type=file;Size=512;Modify=20261122120000; index.html",
        "type=dir;sizd=4096; bilder 2026",
        "type=OS.unix=slink:/etc;size=11; dort",
    )
    assert listed("+i8388621.48594,m82,r,s512,\tx", MLSD=facts) == {
        "index.html": ("-", 512),
        "bilder 2026": ("d", 0),
        "dort": ("l", 11),
    }


@pytest.mark.parametrize(
    "line",
    [
        "insgesamt 8",
        "index.html",
        "+i8388621.48594,m82,r,s512,\tx",
        "Verzeichnis ist leer",
        "--- 3 entries, list truncated ---",
        "-rw-r--r--   1 u g 512 22. Nov 12:00 deutsch.html",
        "-rw-r--r--   1 u g 512 11\xe6\x9c\x88 22\xe6\x97\xa5 12:00 japanisch.html",
        "- [RWCEAFMS] supervisor   512 Nov 22 12:00 netware.html",
        "22.11.2026  12:00   1.234.567 tausend.html",
    ],
)
def test_a_line_of_a_form_that_is_not_known_shows_nothing_and_hides_nothing(line: str) -> None:
    known = "-rw-r--r--   1 w0123 w0123      512 Mar  3  2024 index.html"
    assert listed(line) == {}
    assert listed(line, known, line) == {"index.html": ("-", 512)}


def test_a_server_that_takes_an_option_for_a_name_is_asked_without_it() -> None:
    assert listed(LIST=("11-22-26  12:00PM  512 index.html",)) == {"index.html": ("-", 512)}
