"""The bytes of a ZIP, which Office and LibreOffice make too → the names of its parts, and one part.

Nothing is unpacked but single parts by name, and of these no more than `_MOST_TEXT`: what a packed
file claims to become is bounded by nothing (CWE-409).
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from io import BytesIO

#: Bytes of the directory at the end of the file: 20,000 names as people write them.
_MOST_DIRECTORY = 2_000_000
#: Bytes of a part: a book of 1,000 pages.
_MOST_TEXT = 8_000_000
# APPNOTE 6.3.10, 4.3.16: the end of the directory, behind which there may be a comment.
_END, _END_LENGTH, _LONGEST_COMMENT = b"PK\5\6", 22, 65_535
# APPNOTE 6.3.10, 4.4.4: bit 0 of a part that asks for a password.
_LOCKED = 1
_READABLE = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_FAULTS = (
    *(zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError, OverflowError),
    *(EOFError, IndexError, struct.error, zlib.error),
)


class CutOff(ValueError):
    """The directory of a package is missing or broken."""


class TooMany(ValueError):
    """A directory longer than anybody would read."""


class Package:
    """`names` are those of its parts, folders included; `locked` where one asks for a password."""

    def __init__(self, raw: bytes):
        """Read the directory; raises CutOff and TooMany."""
        self._raw = raw
        _refuse_long(raw)
        try:
            with zipfile.ZipFile(BytesIO(raw)) as packed:
                self._parts = {one.filename: one for one in packed.infolist()}
        except _FAULTS:
            raise CutOff from None
        self.names = list(self._parts)
        self.locked = any(one.flag_bits & _LOCKED for one in self._parts.values())

    def holds(self, beginning: str) -> bool:
        """Whether the name of a part begins so."""
        return any(name.startswith(beginning) for name in self.names)

    def part(self, name: str) -> bytes:
        """Return what a part begins with; nothing where it is missing or cannot be read."""
        found = self._parts.get(name)
        if found is None or found.compress_type not in _READABLE:
            return b""
        try:
            with zipfile.ZipFile(BytesIO(self._raw)) as packed, packed.open(found) as file:
                return file.read(_MOST_TEXT)
        except _FAULTS:
            return b""


def _refuse_long(raw: bytes) -> None:
    """Look how long the directory is before it is read; raises CutOff and TooMany."""
    at = raw.rfind(_END, max(0, len(raw) - _END_LENGTH - _LONGEST_COMMENT))
    if at < 0 or at + _END_LENGTH > len(raw):
        raise CutOff
    (length,) = struct.unpack_from("<I", raw, at + 12)
    if length > _MOST_DIRECTORY:
        raise TooMany
