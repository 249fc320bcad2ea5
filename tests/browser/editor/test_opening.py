"""Every file of three sites in the real editor: it opens, nothing of it is changed by that, and its
text is rich where it comes back as it was."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.editor.conftest import CONTENTS
from tests.browser.editor.local_mode import LocalBed
from tests.browser.editor.steps import field, fill, is_dirty, open_entry, save
from tests.model.files.pictures import png
from tests.model.files.test_attachment_kinds import SOUND
from tests.worlds import SITES

#: What is asked of each text when it is opened: (the text, whether it may be rich).
_WATCH = """() => {
  window.tried = [];
  const mustStay = schaukasten.mustStay;
  schaukasten.mustStay = (text, back) => {
    try { mustStay(text, back); tried.push([text, back, true]); }
    catch (reason) { tried.push([text, back, false]); throw reason; }
  };
}"""
#: Texts with what rich text has no way to show: HTML, abbreviations, tables with sides, footnotes,
#: questions typed as terms.
RAW = {
    "real": set(),
    "harbour": {
        "content/angebote/mending-bench.md",
        "content/angebote/quay-choir/index.md",
        "content/angebote/rowing-out.md",
        "content/termine/2027-03-20-spring-clean.md",
    },
    "crowded": {
        "content/aktuelles/2026-11-06-text-mit-allem/index.md",
        "content/aktuelles/2026-11-16-willkommen/index.md",
        "content/stellen/alles-auf-einmal.md",
    },
}


@pytest.mark.whole
@pytest.mark.parametrize("site", CONTENTS)
def test_a_text_opens_unchanged_and_is_rich_where_it_comes_back_as_it_was(
    local_bed: Callable[..., LocalBed], site: str
) -> None:
    bed = local_bed(site)
    bed.page.evaluate(_WATCH)
    raw, dirty = set(), set()
    every = [name for name in bed.start if name.endswith(".md")]
    # Of sites that are none, those that stay raw, and a part of the rest.
    names = every if site == "real" else sorted({*every[::4], *RAW[site]})
    for name in names:
        bed.page.evaluate("() => { tried.length = 0 }")
        open_entry(bed, name)
        bed.page.wait_for_function("() => tried.length")
        text, back, is_rich = bed.page.evaluate("() => tried.at(-1)")
        written = bed.start[name].decode().split("---", 2)[2].strip()
        assert text.strip() == written, name
        assert is_rich == (back.strip() == written), name
        rich = field(bed, "body").locator(".lexical-root")
        rich.wait_for(state="visible" if is_rich else "hidden")
        if not is_rich:
            assert field(bed, "body").locator("textarea").input_value().strip() == written
            raw.add(name)
        if is_dirty(bed):
            dirty.add(name)
    assert len(every) >= 30
    assert raw == RAW[site]
    assert dirty == set()
    assert bed.watch.nothing(), bed.watch
    assert bed.files() == bed.start


@pytest.mark.whole
@pytest.mark.parametrize("site", CONTENTS)
def test_a_data_file_opens_unchanged(local_bed: Callable[..., LocalBed], site: str) -> None:
    bed = local_bed(site)
    names = [name for name in bed.start if name.endswith(".yaml")]
    assert names
    for name in names:
        open_entry(bed, name)
        assert not is_dirty(bed), name
    assert bed.watch.nothing(), bed.watch


#: A picture that leads away, and a sound: each alone in its paragraph.
_CARDS = (
    "Am Abend spielte die Band.\n\n"
    "[![](film.png)](https://www.youtube.com/watch?v=abcdefghijk)\n\n"
    "[![Das Haus](film.png)](https://www.openstreetmap.org/#map=17/51.5/7.4)\n\n"
    "[Das Lied](lied.mp3)\n"
)


def test_cards_and_sounds_stay_what_they_are_when_the_text_is_edited(
    local_bed: Callable[..., LocalBed], tmp_path: Path
) -> None:
    content = tmp_path / "content"
    shutil.copytree(SITES / "minimal" / "content", content)
    name = "content/aktuelles/2026-03-08-fest/index.md"
    folder = tmp_path / name.removesuffix("/index.md")
    folder.mkdir(parents=True)
    (folder / "film.png").write_bytes(png())
    (folder / "lied.mp3").write_bytes(SOUND)
    pictures = "pictures:\n  - file: film.png\n    alt: Die Band\n    people: keine\n"
    head = f"---\ntitle: Fest\ndate: 2026-03-08\nsummary: Ein Fest.\n{pictures}---\n"
    (folder / "index.md").write_text(f"{head}{_CARDS}", "utf-8")
    bed = local_bed(content)
    bed.page.evaluate(_WATCH)
    open_entry(bed, name)
    bed.page.wait_for_function("() => tried.length")
    assert bed.page.evaluate("() => tried.at(-1)[2]")
    assert not is_dirty(bed)
    # Each picture is shown, and nobody else is asked for one.
    shown = field(bed, "body").locator(".lexical-root img")
    bed.until(lambda: shown.count() == 2, "no pictures in the rich text")
    fill(bed, "title", "Ein Fest")
    _old, new = save(bed)
    assert new[name].decode() == f"{head}{_CARDS}".replace("title: Fest", "title: Ein Fest")
    first = field(bed, "body").get_by_text("Am Abend spielte die Band.", exact=True)
    first.click()
    bed.page.keyboard.press("End")
    bed.page.keyboard.type(" Alle tanzten.")
    _old, new = save(bed)
    written = _CARDS.replace("Band.", "Band. Alle tanzten.")
    assert new[name].decode().endswith(f"---\n{written}")
    assert bed.watch.nothing(), bed.watch
