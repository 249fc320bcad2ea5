"""Every built site: what its pages lead to and load."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import etree, html

from schaukasten.attachment_kinds import BY_ENDING
from tests.worlds import SITES

SITES_BUILT = ["real_site", "real_preview", "second_site"]
LOADED = {"link": "href", "img": "src", "script": "src", "source": "src", "iframe": "src"}


def pages(site: Path) -> dict[str, html.HtmlElement]:
    """Every page by its address."""
    return {
        "/" + path.relative_to(site).as_posix().removesuffix("index.html"): html.parse(
            str(path), html.HTMLParser(encoding="utf-8")
        ).getroot()
        for path in sorted(site.rglob("*.html"))
    }


@pytest.fixture(params=SITES_BUILT)
def site(request: pytest.FixtureRequest) -> Path:
    return request.getfixturevalue(request.param)


def references(page: html.HtmlElement) -> list[str]:
    found = [value for _, _, value, _ in page.iterlinks()]
    for srcset in page.xpath("//@srcset"):
        found += [candidate.split()[0] for candidate in srcset.split(", ")]
    return found


def test_every_internal_link_fragment_and_asset_resolves(site: Path) -> None:
    assert sum(len(references(page)) for page in pages(site).values()) > 100
    assert broken_links(site) == []


def broken_links(site: Path) -> list[str]:
    """Return what leads to no file of the site, or to no place in it: `page: link`."""
    every = pages(site)
    broken = []
    for address, page in every.items():
        for reference in references(page):
            target = urlsplit(urljoin(f"http://site{address}", reference))
            if target.netloc != "site":
                continue
            path = unquote(target.path)
            found = path in every or (not path.endswith("/") and (site / path[1:]).is_file())
            if found and target.fragment:
                found = bool(every[path].xpath("//*[@id=$id]", id=unquote(target.fragment)))
            if not found:
                broken.append(f"{address}: {reference}")
    return broken


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    foreign = []
    for address, page in pages(site).items():
        for tag, attribute in LOADED.items():
            for element in page.iter(tag):
                if element.get("rel") == "canonical":
                    continue
                source = element.get(attribute) or ""
                if urlsplit(source).netloc:
                    foreign.append(f"{address}: {source}")
    for css in site.rglob("*.css"):
        if "//" in css.read_text("utf-8").replace("/*", "").replace("*/", ""):
            foreign.append(css.name)
    assert not foreign


def test_no_page_needs_a_style_or_script_inside_it(site: Path) -> None:
    """The content security policy will start from default-src 'none'."""
    for address, page in pages(site).items():
        inline = "//script[not(@src) and not(@type='application/ld+json')]"
        assert not page.xpath(f"//@style | //style | {inline}"), address
        assert not [name for name in page.xpath("//@*") if name.attrname.startswith("on")], address


def test_every_page_has_its_own_title_one_h1_and_a_language(site: Path) -> None:
    titles = []
    for address, page in pages(site).items():
        if page.xpath("//meta[@http-equiv='refresh']"):
            continue
        titles.append(page.findtext(".//title"))
        assert len(page.xpath("//h1")) == 1, address
        assert page.get("lang"), address
        assert page.get("dir") in {"ltr", "rtl"}, address
    assert len(set(titles)) == len(titles)


def test_legal_pages_are_one_click_away_from_every_page(real_site: Path) -> None:
    for address, page in pages(real_site).items():
        if page.xpath("//meta[@http-equiv='refresh']"):
            continue
        links = set(page.xpath("//a/@href"))
        assert {"/impressum/", "/datenschutz/", "/barrierefreiheit/"} <= links, address


def test_nothing_but_known_kinds_of_files_is_in_the_output(site: Path) -> None:
    kinds = {path.suffix for path in site.rglob("*") if path.is_file()}
    assert kinds <= {
        *(".html", ".css", ".js", ".woff2", ".xml", ".txt", ".png", ""),
        *(".avif", ".webp", ".jpg", ".br", ".gz"),
        *BY_ENDING,
    }
    assert not [path for path in site.rglob("*") if path.is_symlink()]


def test_the_second_associations_site_holds_no_word_of_the_first(second_site: Path) -> None:
    words = ("Dortmund", "Mütterzentrum", "Muetterzentrum", "Dorstfeld", "Hospitalstr", "Westphal",
             "Siegmann", "Mehrgenerationenhaus", "Tagespflege")  # fmt: skip
    found = [
        f"{path.name}: {word}"
        for path in second_site.rglob("*")
        if path.suffix in {".html", ".css", ".js", ".xml", ".txt", ".ics"}
        for word in words
        if word.casefold() in path.read_text("utf-8").casefold()
    ]
    assert not found


def test_the_second_associations_pages_speak_its_language(second_site: Path) -> None:
    """A German word in an English page would be an interface word past the catalogs."""
    german = {"und", "der", "die", "das", "Uhr", "Angebote", "Aktuelles", "Kontakt", "Telefon"}
    for address, page in pages(second_site).items():
        for foreign in page.xpath("//*[@lang='de']"):
            foreign.clear()
        words = set(page.text_content().split())
        assert not words & german, address


def test_code_theme_and_configuration_hold_no_fact_of_an_association() -> None:
    root = SITES.parent.parent
    facts = ("dortmund", "mütterzentrum", "muetterzentrum", "dorstfeld", "hospitalstr", "harbour")
    files = [root / "tasks.py", root / "pelicanconf.py"]
    for folder in ("schaukasten", "theme"):
        files += [
            path for path in (root / folder).rglob("*") if path.suffix in {".py", ".html", ".css",
            ".xml", ".txt", ".po", ".js"}
        ]  # fmt: skip
    found = [
        f"{path.name}: {fact}"
        for path in files
        for fact in facts
        if fact in path.read_text("utf-8").casefold()
    ]
    assert not found


def test_feeds_and_sitemaps_are_well_formed(site: Path) -> None:
    for path in site.rglob("*.xml"):
        etree.parse(str(path))
