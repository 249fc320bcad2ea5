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


def precompress(pages: PageWriter) -> None:
    """Write what is missing beside the texts of an output, in two processes where it is much."""
    written = [name for name, _stat in files_of(pages.output)]
    names = sorted(name for name in {*written, *pages.made_from} if is_text(name))
    missing = [name for name in names if not _stays(pages, name)]
    texts = [(name, raw) for name in missing if len(raw := _read(pages, name)) >= LEAST]
    in_halves(lambda text: _write(pages.output, *text), texts)
    for name, _raw in texts:
        pages.made_from.update(dict.fromkeys(_companions(name), MadeFrom(made_by())))


def _stays(pages: PageWriter, name: str) -> bool:
    """Whether the last output has what belongs beside a text; then it is taken over."""
    before = pages.last.folder / name
    companions = _companions(name)
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


def _write(output: Path, name: str, raw: bytes) -> bytes:
    """Write both forms beside a text; there is nothing to give back."""
    quality = _MOST if name.endswith((".css", ".js")) else _USUAL
    small = brotli.compress(raw, mode=brotli.MODE_TEXT, quality=quality)
    # Without the time of the build.
    zipped = gzip.compress(raw, compresslevel=9, mtime=0)
    for companion, form in zip(_companions(name), (small, zipped), strict=True):
        write_anew(output / companion, form)
    return b""


def _companions(name: str) -> list[str]:
    return [f"{name}.{ending}" for ending in ENDINGS]
