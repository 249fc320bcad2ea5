"""What a telephone loads before somebody can sign in: files by name, and bytes.

A budget is a limit that one may lower; whoever has to raise it says in the commit what for.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable

from tests.browser.editor.local_mode import LocalBed
from tests.worlds import SITES

#: Each file of the first load, without the digest in its name; its kilobytes gzipped and as it is.
BUDGET = {
    "index.html": (0.4, 0.6),
    "editor.css": (1.5, 3.8),
    "editor.js": (56, 164),
    "konfiguration.json": (15, 220),
    "npm.js": (680, 2200),
    # The words of the interface, in one language.
    "de.js": (25, 90),
    "immutable.es.js": (20, 70),
    "chunk.js": (4, 9),
    "source-sans-3-latin-wght-normal.woff2": (29, 29),
    # Icons whose names stand in a script; all that there are weigh 753.
    "material-symbols-outlined-latin-wght-normal.woff2": (45, 45),
}


def test_the_first_load_is_these_files_and_no_heavier_than_they_may_be(
    local_bed: Callable[..., LocalBed],
) -> None:
    bed = local_bed(SITES / "minimal" / "content")
    bed.watch.asked.clear()
    bed.page.evaluate("localStorage.clear()")
    bed.page.goto(f"{bed.origin}/index.html")
    bed.page.get_by_role("button", name="Mit lokalem").wait_for()
    bed.page.wait_for_load_state("networkidle")
    sizes: dict[str, tuple[float, float]] = {}
    for address in set(bed.watch.asked):
        raw = bed.page.request.get(address).body()
        packed, whole = sizes.get(plain(address), (0, 0))
        sizes[plain(address)] = (packed + len(gzip.compress(raw)) / 1000, whole + len(raw) / 1000)
    assert sizes.keys() == BUDGET.keys()
    heavier = {
        name: size
        for name, size in sizes.items()
        if any(one > most for one, most in zip(size, BUDGET[name], strict=True))
    }
    assert heavier == {}


def plain(address: str) -> str:
    """The name of a file without its digest."""
    return re.sub(r"-[\w-]{8}(?=\.\w+$)", "", address.rpartition("/")[2])
