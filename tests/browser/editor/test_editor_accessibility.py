"""axe on what an editor sees, on a phone in light and at a desk in dark.

Of our own nothing is found. What Sveltia brings is in `axe_of_sveltia.txt`, one `rule selector` a
line: a new one is a failure, and one that is gone as well, so that the list only becomes shorter.
`REDAKTION_AXE=new` writes it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.browser import axe
from tests.browser.editor.bed import Bed
from tests.browser.editor.local_mode import LocalBed
from tests.browser.editor.steps import go, leave, new_entry, open_entry, reach, settle

pytestmark = [pytest.mark.needs("axe"), pytest.mark.whole]

LIST = Path(__file__).parent / "axe_of_sveltia.txt"
#: Crosswise, since a scheme changes colours alone and a width changes places alone.
LOOKS = {390: "light", 1280: "dark"}


def views(bed: Bed) -> Iterator[str]:
    """Go from one view to the next."""
    page = bed.page
    yield "lists"
    go(page, "#/collections/angebote")
    settle(page)
    yield "list"
    for folder in ("aktuelles", "angebote", "termine", "seiten"):
        new_entry(bed, folder)
        yield f"form of {folder}"
    open_entry(bed, "content/angebote/quay-choir/index.md")
    yield "raw text"
    open_entry(bed, "content/data/locations.yaml")
    yield "data file"
    new_entry(bed, "aktuelles")
    reach(bed, "image.file").get_by_role("button", name="Durchsuchen").click()
    dialog = page.get_by_role("dialog")
    dialog.wait_for()
    settle(page)
    yield "picture dialog"
    dialog.get_by_role("button", name="Abbrechen").click()
    reach(bed, "body").get_by_role("button", name="Link").click()
    page.locator(".page-choice").wait_for()
    yield "link dialog"
    page.get_by_role("dialog").get_by_role("button", name="Abbrechen").click()
    leave(bed)


def test_axe_finds_nothing_of_ours_and_of_sveltias_nothing_new(
    local_bed: Callable[..., LocalBed],
) -> None:
    found: dict[str, str] = {}
    ours: dict[str, list[str]] = {}
    for width, scheme in LOOKS.items():
        bed = local_bed("harbour", width=width, height=844)
        bed.put("content/angebote/kaputt.md", b"---\ntitle: &a Kaputt\n---\n")
        bed.page.emulate_media(color_scheme=scheme)
        bed.enter()
        bed.page.locator("#notices p").wait_for()
        # What fades in is not yet as anybody will see it.
        still = "* { transition: none !important; animation: none !important }"
        bed.page.add_style_tag(content=still)
        for view in views(bed):
            seen = f"{view}, {width}, {scheme}"
            found |= dict.fromkeys(axe.places(bed.page), seen)
            for own in ("#notices", ".page-choice"):
                if bed.page.locator(own).count() and (wrong := axe.violations(bed.page, own)):
                    ours[f"{own} {seen}"] = wrong
    assert ours == {}
    if os.environ.get("REDAKTION_AXE") == "new":
        LIST.write_text("".join(f"{place}\n" for place in sorted(found)), "utf-8")
    known = set(LIST.read_text("utf-8").splitlines())
    assert {place: found[place] for place in found.keys() - known} == {}
    assert known - found.keys() == set()
