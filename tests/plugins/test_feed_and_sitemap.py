"""What machines read: the Atom feed, the sitemap, robots.txt, redirects."""

from __future__ import annotations

from pathlib import Path

import feedparser
from lxml import etree

from tests.worlds import World

ATOM = "{http://www.w3.org/2005/Atom}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def feed_of(output: Path) -> etree._Element:
    return etree.parse(str(output / "feeds/aktuelles.atom.xml")).getroot()


def test_the_feed_has_what_rfc_4287_asks_for(world: World) -> None:
    world.news("**Alles** [Treff](../../angebote/treff.md)", "updated: 2026-04-01")
    world.offer()
    assert world.build() == 0
    feed = feed_of(world.output)
    assert feed.get(XML_LANG) == "de"
    assert feed.findtext(f"{ATOM}id") == "https://kleiner-verein.example/"
    assert feed.findtext(f"{ATOM}title") == "Kleiner Verein e. V."
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Kleiner Verein e. V."
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links["self"] == "https://kleiner-verein.example/feeds/aktuelles.atom.xml"
    entry = feed.find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}id").startswith("tag:kleiner-verein.example,2026-03-08:")
    link = entry.find(f"{ATOM}link").get("href")
    assert link == "https://kleiner-verein.example/aktuelles/2026/fest/"
    assert entry.findtext(f"{ATOM}published").startswith("2026-03-08T00:00:00+01:00")
    assert entry.findtext(f"{ATOM}updated").startswith("2026-04-01T00:00:00+02:00")
    content = entry.findtext(f"{ATOM}content")
    assert "<strong>Alles</strong>" in content
    assert 'href="https://kleiner-verein.example/angebote/treff/"' in content


def test_a_feed_reader_reads_the_feed(real_site: Path) -> None:
    parsed = feedparser.parse((real_site / "feeds/aktuelles.atom.xml").read_bytes())
    assert not parsed.bozo
    assert [entry.published[:10] for entry in parsed.entries] == [
        "2022-08-08",
        "2021-12-20",
        "2018-04-13",
    ]
    for entry in parsed.entries:
        assert 'src="/' not in entry.content[0].value
        assert 'href="/' not in entry.content[0].value


def test_the_sitemap_names_each_page_with_the_day_somebody_wrote_down(world: World) -> None:
    world.news(head="updated: 2026-04-01\ntags: [Garten]\naliases: [/alt/]")
    world.news(slug="zweites")
    world.offer()
    assert world.build() == 0
    root = etree.parse(str(world.output / "sitemap.xml")).getroot()
    days = {
        url[0].text.removeprefix("https://kleiner-verein.example"): url[1].text
        if len(url) > 1
        else None
        for url in root
    }
    assert days == {
        "/": None,
        "/aktuelles/": "2026-04-01",
        "/aktuelles/2026/": "2026-04-01",
        "/aktuelles/2026/fest/": "2026-04-01",
        "/aktuelles/2026/zweites/": "2026-03-08",
        "/aktuelles/thema/garten/": "2026-04-01",
        "/angebote/": None,
        "/angebote/fuer/familien/": None,
        "/angebote/treff/": None,
        "/datenschutz/": None,
        "/impressum/": None,
        "/kontakt/": None,
        "/termine/": None,
        "/wochenplan/": None,
    }


def test_the_sitemap_and_the_pages_are_the_same_set(real_site: Path) -> None:
    root = etree.parse(str(real_site / "sitemap.xml")).getroot()
    listed = {url[0].text.split("/", 3)[3] for url in root}
    pages = {
        path.relative_to(real_site).as_posix().removesuffix("index.html")
        for path in real_site.rglob("*.html")
        if 'http-equiv="refresh"' not in path.read_text("utf-8")
    }
    assert listed == pages - {"404.html"}


def test_robots_are_let_into_the_published_site_only(world: World) -> None:
    assert world.build() == 0
    assert "Sitemap: https://kleiner-verein.example/sitemap.xml" in world.read("robots.txt")
    assert world.build(drafts=True) == 0
    assert "Disallow: /\n" in world.read("robots.txt")
    assert not (world.output / "sitemap.xml").exists()


def test_an_old_address_leads_to_the_new_one(world: World) -> None:
    world.news(head="aliases:\n  - /alt/\n  - /alt/seite.html")
    assert world.build() == 0
    for file in ("alt/index.html", "alt/seite.html"):
        page = world.read(file)
        assert '<meta http-equiv="refresh" content="0; url=/aktuelles/2026/fest/">' in page
        assert 'href="https://kleiner-verein.example/aktuelles/2026/fest/"' in page
        assert '<meta name="robots" content="noindex">' in page


def test_the_address_of_the_press_release_of_2022_still_works(real_site: Path) -> None:
    old = "dortmunds-ob-westphal-zu-besuch-im-mehrgenerationenhaus-muetterzentrum-dortmund"
    target = "/aktuelles/2022/oberbuergermeister-westphal-zu-besuch/"
    assert f"url={target}" in (real_site / old / "index.html").read_text("utf-8")
