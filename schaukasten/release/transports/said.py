"""What a host answered → its sentence, on one line, of a length that can be read."""

from __future__ import annotations

import codecs
from contextlib import suppress

#: Characters; a greeting may be a page long.
LONGEST = 300
#: Stands in the place of the rest.
CUT_OFF = "…"


def said(error: BaseException) -> str:
    return sentence(str(getattr(error, "reason", "") or error)) or type(error).__name__


def sentence(answer: str) -> str:
    """Return it as it was meant, if it came as bytes that were taken for Latin-1."""
    # Else it is a text that is none of FTP's.
    with suppress(UnicodeError):
        answer = answer.encode("latin-1").decode("utf-8", "latin-1")
    line = " ".join(answer.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]} {CUT_OFF}"


def _as_latin(error: UnicodeError) -> tuple[str, int]:
    """Take what is no UTF-8 for Latin-1: a server may repeat our word in a sentence of its own."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("latin-1", _as_latin)


def readable(name: str) -> str:
    """The same for a file's name: in another encoding than UTF-8 it is none of ours."""
    return name.encode("latin-1", "replace").decode("utf-8", "replace")
