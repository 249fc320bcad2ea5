"""The Atom feed: each entry is the whole news item, for readers without our stylesheets."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import lxml.html
import pytest
from lxml import etree
from PIL import Image

from tests.model.files.pictures import encoded
from tests.worlds import World

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "https://kleiner-verein.example"
PAGE = f"{SITE}/aktuelles/2026/fest/"
FOLDER = "aktuelles/2026-03-08-fest"
HEAD = """image:
  file: gross.jpg
  alt: Kinder malen
  caption: Malen beim Fest
  credit: "Foto: Erika"
pictures:
- file: klein.jpg
  alt: Ein Kuchen
  caption: Der Kuchen
  credit: "Foto: Anna"
"""
BODY = """Es kamen viele.[^1] Mehr [unten](#kuchen), im [Treff](../../angebote/treff.md), beim
[Amt](https://example.org/a?b=1#c), Tel. 0231 141662, post@example.org.

![](klein.jpg)

## Kuchen

| Kuchen | Preis |
| :--- | ---: |
| Apfel | 1 € |

> [!WARNING]
> Der Weg ist gesperrt.

- [x] erledigt
- [ ] offen

~~15 Uhr~~ 16 Uhr, und der [Plan](plan.pdf).

<details><summary>Wer da war</summary>Alle.</details>

> Es war schön.
>
> — Erika Beispiel

[^1]: Gezählt am Eingang.
"""


def full(world: World) -> None:
    """Three items: one with everything, one with a footnote of the same name, one in Arabic."""
    world.write(f"{FOLDER}/gross.jpg", encoded(Image.new("RGB", (1800, 1200), "#a33"), "JPEG"))
    world.write(f"{FOLDER}/klein.jpg", encoded(Image.new("RGB", (300, 200), "#3a3"), "JPEG"))
    world.write(f"{FOLDER}/plan.pdf", b"%PDF-1.7\n%%EOF")
    world.news(BODY, HEAD)
    world.news("Noch eine.[^1]\n\n[^1]: Auch gezählt.", slug="zweites")
    world.news("", slug="leer")
    world.news("مرحبا", "lang: ar\n", slug="arabisch")
    world.offer()


@pytest.fixture(scope="module")
def feed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    world = World(tmp_path_factory.mktemp("feed"))
    full(world)
    assert world.build() == 0, world.lines()
    return (world.output / "feeds/aktuelles.atom.xml").read_bytes()


@pytest.fixture(scope="module")
def contents(feed: bytes) -> dict[str, lxml.html.HtmlElement]:
    """The text of each entry as a reader's parser sees it, by the last step of its address."""
    found = {}
    for entry in etree.fromstring(feed).findall(f"{ATOM}entry"):
        name = entry.find(f"{ATOM}link").get("href").strip("/").rpartition("/")[2]
        text = entry.findtext(f"{ATOM}content") or "<p></p>"
        found[name] = lxml.html.fragment_fromstring(text, create_parent="div")
    return found


def test_the_feed_is_one_by_rfc_4287(feed: bytes) -> None:
    parsed = feedparser.parse(feed)
    assert (parsed.bozo, parsed.version) == (False, "atom10")
    root = etree.fromstring(feed)
    entries = root.findall(f"{ATOM}entry")
    assert len(entries) == 4
    for element in (root, *entries):  # 4.1.1 and 4.1.2: one of each
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1, name
        moment = dt.datetime.fromisoformat(element.findtext(f"{ATOM}updated"))
        assert moment.tzinfo is not None  # 3.3
    assert len({entry.findtext(f"{ATOM}id") for entry in entries}) == 4
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    for entry in entries:
        (link,) = entry.findall(f"{ATOM}link")
        assert urlsplit(link.get("href")).scheme == "https"
        assert entry.find(f"{ATOM}content").get("type") == "html"
        assert entry.findtext(f"{ATOM}summary") == "Ein Fest."


def test_the_lead_picture_comes_first_with_all_that_is_said_of_it(contents) -> None:
    first = contents["fest"][0]
    assert first.tag == "figure"
    image = first.find("img")
    assert image.get("src").startswith(f"{SITE}/bilder/")
    assert image.get("alt") == "Kinder malen"
    # The file that a reader gets, not the largest of those that a browser may choose.
    assert (image.get("width"), image.get("height")) == ("720", "480")
    assert first.findtext("figcaption") == "Malen beim Fest Foto: Erika"


def test_pictures_in_the_text_stay_where_they_are(contents) -> None:
    lead, picture = contents["fest"].findall(".//img")
    assert (picture.get("width"), picture.get("height")) == ("300", "200")
    assert picture.getparent().findtext("figcaption").startswith("Der Kuchen")
    assert "Foto: Anna" in picture.getparent().text_content()
    assert lead.get("src") != picture.get("src")


def test_every_address_carries_the_host(contents) -> None:
    for content in contents.values():
        for element in content.iter():
            for name in ("href", "src"):
                scheme = urlsplit(element.get(name, "https:")).scheme
                assert scheme in {"https", "mailto", "tel"}, (element.tag, element.get(name))
    addresses = [link.get("href") for link in contents["fest"].iter("a")]
    assert f"{SITE}/angebote/treff/" in addresses
    assert f"{PAGE}plan.pdf" in addresses
    assert "https://example.org/a?b=1#c" in addresses
    assert "mailto:post@example.org" in addresses
    assert "tel:+49231141662" in addresses
    assert f"{PAGE}#kuchen" in addresses


def test_a_footnote_leads_to_the_page_since_readers_mix_up_the_notes_of_two_texts(contents) -> None:
    for name in ("fest", "zweites"):
        (mark,) = contents[name].findall(".//sup/a")
        assert mark.get("href") == f"{SITE}/aktuelles/2026/{name}/#fn-1"
        assert "gezählt" in contents[name].text_content().casefold()
        assert "↩" not in contents[name].text_content()


def test_nothing_waits_for_a_stylesheet_or_another_text(contents) -> None:
    for content in contents.values():
        for element in content.iter():
            names = {"id", "class", "style", "srcset", "sizes", "loading", "tabindex"}
            assert not names & set(element.attrib), etree.tostring(element)


def test_what_the_text_means_can_be_read_without_a_stylesheet(contents) -> None:
    content = contents["fest"]
    words = " ".join(content.text_content().split())
    assert content.find("table") is not None, "no box of ours around it"
    assert [cell.get("align") for cell in content.findall(".//td")] == ["left", "right"]
    assert content.findtext(".//del") == "15 Uhr"
    assert "☑ erledigt" in words
    assert "☐ offen" in words
    assert content.findtext(".//blockquote/p/strong") == "Achtung"
    assert content.findtext(".//details/summary") == "Wer da war"
    assert "Plan\N{NO-BREAK SPACE}(PDF, 1 KB)".replace("\N{NO-BREAK SPACE}", " ") in words


def test_a_text_in_another_language_says_so(contents) -> None:
    (text,) = contents["arabisch"]
    assert (text.get("lang"), text.get("dir")) == ("ar", "rtl")


def test_a_site_below_a_path_keeps_it(tmp_path: Path) -> None:
    world = World(tmp_path)
    full(world)
    path = world.content / "data/association.yaml"
    text = path.read_text("utf-8").replace(f"website: {SITE}", f"website: {SITE}/verein")
    path.write_text(text, "utf-8")
    assert world.build() == 0
    raw = (world.output / "feeds/aktuelles.atom.xml").read_text("utf-8")
    assert f"{SITE}/verein/bilder/" in raw
    assert f"{SITE}/verein/aktuelles/2026/fest/#fn-1" in raw
    assert f"{SITE}/bilder/" not in raw


def test_a_feed_reader_resolves_and_cleans_nothing_away(feed: bytes) -> None:
    (entry,) = (one for one in feedparser.parse(feed).entries if one.link == PAGE)
    for part in ("<figure", "<figcaption", "<img", "<table", f'href="{PAGE}#fn-1"'):
        assert part in entry.content[0].value
