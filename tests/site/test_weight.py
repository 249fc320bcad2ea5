"""What a visitor waits for: no page may become heavy by and by."""

from __future__ import annotations

from pathlib import Path

import brotli
import pytest

from schaukasten.release.first_flight import MOST, files_of, flight

#: Bytes with gzip: 500 more than on 29 November 2026, when the theme had no galleries yet.
PAGES = {
    "index.html": 12_708,
    "aktuelles/2022/oberbuergermeister-westphal-zu-besuch/index.html": 12_173,
    "angebote/index.html": 11_887,
}
#: Bytes with Brotli, of a news item with two pictures and its sheet.
NEWS_WITH_BROTLI = 9_000


@pytest.mark.parametrize("site", ["real_site", "second_site", "crowded_site"])
def test_each_page_comes_with_the_first_answer(site: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(site)
    pages = [path.relative_to(folder).as_posix() for path in folder.rglob("*.html")]
    weights = {page: flight(folder, page) for page in pages}
    assert len(weights) > 20
    assert {page: weight for page, weight in weights.items() if weight > MOST} == {}


@pytest.mark.parametrize(("page", "most"), PAGES.items())
def test_no_page_has_grown_by_much(real_site: Path, page: str, most: int) -> None:
    assert flight(real_site, page) <= most


def test_a_news_item_is_light_for_almost_every_browser(real_site: Path) -> None:
    page = "aktuelles/2022/oberbuergermeister-westphal-zu-besuch/index.html"
    files = files_of(real_site, page)
    small = [path.with_name(f"{path.name}.br") for path in files]
    assert len(files) == 2
    assert brotli.decompress(small[0].read_bytes()) == files[0].read_bytes()
    assert sum(path.stat().st_size for path in small) <= NEWS_WITH_BROTLI
