"""Colour profiles as telephones write them, made of their numbers (ICC.1:2022, 7 to 10)."""

from __future__ import annotations

import struct


def _number(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))


def _point(*values: float) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(map(_number, values))


def _curve(gamma: float) -> bytes:
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256)) + b"\0\0"


def profile(space: bytes, tags: dict[bytes, bytes]) -> bytes:
    """Return the bytes of a display's profile with the colour space and the tags."""
    white = _point(0.9642, 1, 0.8249)
    name = b"desc\0\0\0\0" + struct.pack(">I", 3) + b"P3\0" + bytes(79)
    tags = {b"desc": name, b"wtpt": white} | tags
    table, body, start = b"", b"", 132 + 12 * len(tags)
    for tag, value in tags.items():
        value += bytes(-len(value) % 4)
        table += tag + struct.pack(">II", start + len(body), len(value))
        body += value
    head = struct.pack(">I4xI", start + len(body), 0x02100000) + b"mntr" + space + b"XYZ "
    head = head.ljust(36, b"\0") + b"acsp"
    head = head.ljust(68, b"\0") + white[8:]
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + body


#: Display P3, with a plain curve.
P3 = profile(
    b"RGB ",
    {
        b"rXYZ": _point(0.5151, 0.2412, -0.0011),
        b"gXYZ": _point(0.2920, 0.6922, 0.0419),
        b"bXYZ": _point(0.1571, 0.0666, 0.7841),
        **{name: _curve(2.2) for name in (b"rTRC", b"gTRC", b"bTRC")},
    },
)
#: Grey that is much lighter than it looks in sRGB.
GREY = profile(b"GRAY", {b"kTRC": _curve(1.0)})
