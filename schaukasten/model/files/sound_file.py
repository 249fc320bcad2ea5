"""The bytes of an MP3 → whether there is a sound in it (ISO/IEC 11172-3, 2.4; ID3v2.4, 3.1)."""

from __future__ import annotations

_TAG = b"ID3"
_TAG_HEADER = 10
#: Bytes behind the tags in which some programs leave zeros or a picture that is no part of them.
_GAP = 65_536
#: kbit per second of layer III: version 1, and versions 2 and 2.5.
_RATES = (
    (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
)
#: Samples per second, by the bits of the version: 2.5, none, 2, 1.
_SAMPLES = ((11_025, 12_000, 8_000), (), (22_050, 24_000, 16_000), (44_100, 48_000, 32_000))


def end_of_tags(raw: bytes) -> int:
    """Return where the tags at the beginning end; behind the end of a file that is cut off."""
    at = 0
    while raw[at : at + 3] == _TAG and at + _TAG_HEADER <= len(raw):
        size = 0
        for byte in raw[at + 6 : at + _TAG_HEADER]:
            size = size << 7 | byte & 0x7F
        has_footer = raw[at + 5] & 0x10
        at += _TAG_HEADER + size + (_TAG_HEADER if has_footer else 0)
    return at


def has_sound(raw: bytes) -> bool:
    """Whether behind the tags there is a frame, and behind that another one or the end."""
    begin = end_of_tags(raw)
    at = raw.find(b"\xff", begin, begin + _GAP)
    while at >= 0:
        length = _frame(raw[at : at + 4])
        if length and (at + length >= len(raw) or _frame(raw[at + length : at + length + 4])):
            return True
        at = raw.find(b"\xff", at + 1, begin + _GAP)
    return False


def _frame(header: bytes) -> int:
    """Return the length of the frame that begins so, in bytes; 0 where none does."""
    if len(header) < 4 or header[0] != 0xFF or header[1] & 0xE6 != 0xE2:
        return 0
    version, rate, samples = header[1] >> 3 & 3, header[2] >> 4, header[2] >> 2 & 3
    if version == 1 or rate in (0, 15) or samples == 3:
        return 0
    is_first = version == 3
    per_second = _RATES[0 if is_first else 1][rate - 1] * 1_000
    return (144 if is_first else 72) * per_second // _SAMPLES[version][samples] + (
        header[2] >> 1 & 1
    )
