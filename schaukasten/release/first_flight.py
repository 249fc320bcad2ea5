"""A finished site → the pages of which a browser can draw nothing after the first answer.

A server may send ten packets before it hears again from the browser (RFC 6928): the page and all
the sheets that it waits for have to be in them, or on a slow line each visitor waits once more. The
two small scripts that it waits for as well come beside the sheets.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping
from pathlib import Path

#: Bytes, as they travel: ten packets of 1,460.
MOST = 14_600
#: A sheet for which the page waits: not one for paper.
_SHEET = re.compile(rb'<link rel="stylesheet" href="([^"?]+)"(?! media="print")')


def heavy_pages(site: Path, sizes: Mapping[str, int], base: str = "") -> dict[str, int]:
    """Return the bytes of each page that are too many, with its sheets, by its file's name.

    `sizes` are those of all files of the folder; addresses in pages begin with `base`.
    """
    pages = {name: size for name, size in sizes.items() if name.endswith(".html")}
    sheets = [sizes[f"{name}.gz"] for name in sizes if _is_main(name) and f"{name}.gz" in sizes]
    # Of the two large sheets, the usual one and that of crowded pages, each page has one. So most
    # pages are so light that none has to be opened.
    *rest, _usual, crowded = [0, 0, *sorted(sheets)]
    room = MOST - sum(rest) - crowded
    found = {}
    for name in pages:
        size = sizes.get(f"{name}.gz", pages[name])
        if size > room and (whole := flight(site, name, base)) > MOST:
            found[name] = whole
    return found


def flight(site: Path, page: str, base: str = "") -> int:
    """Return the bytes of a page and of the sheets that it waits for, each as gzip has it."""
    return sum(map(_small, files_of(site, page, base)))


def files_of(site: Path, page: str, base: str = "") -> list[Path]:
    """Return the page itself and the sheets without which it is not drawn."""
    sheets = _SHEET.findall((site / page).read_bytes())
    return [site / page, *(site / href.decode().removeprefix(f"{base}/") for href in sheets)]


def _small(file: Path) -> int:
    zipped = file.with_name(f"{file.name}.gz")
    return zipped.stat().st_size if zipped.exists() else len(gzip.compress(file.read_bytes(), 9))


def _is_main(name: str) -> bool:
    return name.endswith(".css") and "/print." not in name and "/preview." not in name
