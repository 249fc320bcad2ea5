"""What a host answered → its sentence, on one line, of a length that can be read."""

from __future__ import annotations

from contextlib import suppress

#: Characters; a greeting may be a page long.
LONGEST = 300


def said(error: BaseException) -> str:
    return sentence(str(getattr(error, "reason", "") or error)) or type(error).__name__


def sentence(answer: str) -> str:
    """Return it as it was meant, if it came as bytes that were taken for Latin-1."""
    # Else it is Latin-1, or a text that is none of FTP's.
    with suppress(UnicodeError):
        answer = answer.encode("latin-1").decode("utf-8")
    line = " ".join(answer.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]} …"


def readable(name: str) -> str:
    """The same for a file's name: in another encoding than UTF-8 it is none of ours."""
    return name.encode("latin-1", "replace").decode("utf-8", "replace")
