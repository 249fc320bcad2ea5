"""What was written now, and what stays of the last output → each text smaller, beside itself.

A host need not compress at each visit, and cheap ones do not know Brotli (RFC 7932), which almost
every browser asks for. `.htaccess` gives `page.html.br` or `.gz` in the place of `page.html`.
"""

from __future__ import annotations

import gzip
from contextlib import suppress
from pathlib import Path

import brotli

from schaukasten.apache.precompression import ENDINGS, is_text
from schaukasten.kept.halves import in_halves
from schaukasten.kept.last_output import MadeFrom, files_of, write_anew
from schaukasten.kept.made_by import made_by
from schaukasten.plugins.page_writer import PageWriter

#: Bytes. What is smaller comes in one packet in any case.
LEAST = 600
#: Of what every page waits for and seldom changes, the most; of pages as much as takes a
#: millisecond: a tenth less would take thirty.
_MOST, _USUAL = 11, 6
_LENGTH = 8


def precompress(pages: PageWriter) -> None:
    """Write what is missing beside the texts of an output, in two processes where it is much."""
    written = [name for name, _stat in files_of(pages.output)]
    names = sorted(name for name in {*written, *pages.made_from} if is_text(name))
    missing = [name for name in names if not _stays(pages, name)]
    texts = [(name, raw) for name in missing if len(raw := _read(pages, name)) >= LEAST]
    for (name, _raw), both in zip(texts, in_halves(_compressed, texts), strict=True):
        end = _LENGTH + int.from_bytes(both[:_LENGTH], "big")
        for ending, raw in zip(ENDINGS, (both[_LENGTH:end], both[end:]), strict=True):
            write_anew(pages.output / f"{name}.{ending}", raw)
            pages.made_from[f"{name}.{ending}"] = MadeFrom(made_by())


def _stays(pages: PageWriter, name: str) -> bool:
    """Whether the last output has what belongs beside a text; then it is taken over."""
    before = pages.last.folder / name
    companions = [f"{name}.{ending}" for ending in ENDINGS]
    if not all(pages.last.give(one, made_by()) for one in companions):
        return False
    new = pages.output / name
    with suppress(OSError):
        if new.exists() and (new.samefile(before) or new.read_bytes() != before.read_bytes()):
            return False
        pages.made_from.update(dict.fromkeys(companions, MadeFrom(made_by())))
        return True
    return False


def _read(pages: PageWriter, name: str) -> bytes:
    new = pages.output / name
    return (new if new.exists() else Path(pages.last.folder, name)).read_bytes()


def _compressed(text: tuple[str, bytes]) -> bytes:
    """Return both forms, the first behind its length."""
    name, raw = text
    quality = _MOST if name.endswith((".css", ".js")) else _USUAL
    small = brotli.compress(raw, mode=brotli.MODE_TEXT, quality=quality)
    # Without the time of the build.
    zipped = gzip.compress(raw, compresslevel=9, mtime=0)
    return len(small).to_bytes(_LENGTH, "big") + small + zipped
