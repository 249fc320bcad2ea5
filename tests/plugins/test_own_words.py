"""Words of the site within a text in another language: they say in which they are (WCAG 3.1.2)."""

from pathlib import Path

import pytest
from lxml import html

from tests.model.files.pictures import png
from tests.worlds import World

NOTE = "alt: A yard, credit: Erika, people: keine, download: ja"
FOLDER = "aktuelles/2026-03-08-fest"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    world = World(tmp_path_factory.mktemp("words"))
    for name in ("a.png", "b.png", "bilder/c.png"):
        world.write(f"{FOLDER}/{name}", png(2000, 1500))
    world.news(
        "Hello.\n\n![](a.png)\n\n[![A yard](b.png)](https://www.youtube.com/watch?v=abcdefghijk)\n",
        f"lang: en\npictures:\n  - {{file: a.png, {NOTE}}}\n  - {{file: b.png, {NOTE}}}\n"
        f"gallery:\n  - {{file: bilder/c.png, {NOTE}}}\n",
    )
    world.write(
        "stellen/cook.md",
        "---\ntitle: A cook\nlang: en\ndate: 2026-11-01\nsummary: Cooking.\nemployment: Teilzeit\n"
        "deadline: 2027-01-31\nbegins: as soon as you can\nlimited_until: 2028-12-31\n"
        "apply: {post: The door on the left}\n---\nText.\n",
    )
    assert world.build() == 0
    return world.output


@pytest.mark.parametrize(
    ("page", "words", "count"),
    [
        ("aktuelles/2026/fest", "Bild herunterladen", 3),
        ("aktuelles/2026/fest", " ansehen", 1),
        ("stellen/cook", "bis 31. Dezember 2028", 1),
        ("stellen/cook", "Per Post:", 1),
    ],
)
def test_what_the_site_says_is_german(built: Path, page: str, words: str, count: int) -> None:
    root = html.document_fromstring((built / "en" / page / "index.html").read_bytes())
    found = root.xpath("//body//*[contains(text(), $words)]", words=words)
    assert len(found) == count
    for one in found:
        assert one.xpath("ancestor-or-self::*[@lang][1]/@lang") == ["de"], html.tostring(one)


@pytest.mark.parametrize("words", ["as soon as you can", "The door on the left"])
def test_what_was_typed_is_english(built: Path, words: str) -> None:
    root = html.document_fromstring((built / "en" / "stellen/cook/index.html").read_bytes())
    one = root.xpath("//dd/descendant-or-self::*[contains(text(), $words)]", words=words)[0]
    assert one.xpath("ancestor-or-self::*[@lang][1]/@lang") == ["en"]
