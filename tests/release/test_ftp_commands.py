"""What FTP servers list, and what of it is understood."""

from __future__ import annotations

from typing import Any

import pytest

from schaukasten.release.targets.errors import PublishError
from schaukasten.release.transports.ftp_commands import entries


class Server:
    """A connection whose LIST answers these lines."""

    def __init__(self, *lines: str):
        self.lines = lines

    def cwd(self, _folder: str) -> None:
        pass

    def retrlines(self, _command: str, take: Any) -> None:
        for line in self.lines:
            take(line)


def listed(*lines: str) -> Any:
    return entries(Server(*lines), "/html")  # type: ignore[arg-type]


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


@pytest.mark.parametrize(
    "line", ["11-22-26  12:00PM  512 index.html", "index.html", "+i8388621.48594,m82,r,s512,\tx"]
)
def test_a_form_that_is_not_known_is_no_empty_folder(line: str) -> None:
    with pytest.raises(PublishError):
        listed(line)
