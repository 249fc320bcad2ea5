"""What a host answered → its sentence, on one line, of a length that can be read."""

from __future__ import annotations

#: Characters; a greeting may be a page long.
LONGEST = 300


def said(error: BaseException) -> str:
    return sentence(str(getattr(error, "reason", "") or error)) or type(error).__name__


def sentence(answer: str) -> str:
    """Return it as UTF-8, where it came as bytes that were taken for Latin-1."""
    line = " ".join(readable(answer).split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]} …"


def readable(answer: str) -> str:
    try:
        return answer.encode("latin-1").decode("utf-8", "replace")
    except UnicodeEncodeError:
        return answer
