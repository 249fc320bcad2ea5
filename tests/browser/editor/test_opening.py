"""Every file of three sites in the real editor: it opens, nothing of it is changed by that, and its
text is rich where it comes back as it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.editor.conftest import CONTENTS
from tests.browser.editor.local_mode import LocalBed
from tests.browser.editor.steps import field, is_dirty, open_entry

#: What is asked of each text when it is opened: (the text, whether it may be rich).
_WATCH = """() => {
  window.tried = [];
  const mustStay = schaukasten.mustStay;
  schaukasten.mustStay = (text, back) => {
    try { mustStay(text, back); tried.push([text, back, true]); }
    catch (reason) { tried.push([text, back, false]); throw reason; }
  };
}"""
#: Texts with what rich text has no way to show: HTML, abbreviations, tables with sides, footnotes.
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
