"""What one look at the published site has found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from schaukasten.language.messages import Message


class Kind(Enum):
    #: A file of the site is not as it was built.
    FILE = auto()
    #: Nobody has answered.
    SILENCE = auto()
    HEADER = auto()
    #: What is not there gets another page than ours, or another status.
    ERROR_PAGE = auto()
    REDIRECT = auto()
    #: What must not be served is.
    HIDDEN = auto()
    #: http:// does not lead to https://.
    ENCRYPTION = auto()


@dataclass(frozen=True)
class Finding:
    """`about` is the address, or the name of a header."""

    kind: Kind
    what: Message
    about: str = ""
    #: Of a file: the status of the answer, where it leads, and the digest of what came.
    status: int = 0
    location: str = ""
    digest: str = ""
