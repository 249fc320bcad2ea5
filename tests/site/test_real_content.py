"""What the first site must say, whatever its editors change."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from schaukasten.model.load import load
from schaukasten.model.reading.problem import Severity
from tests.worlds import ROOT, layout, theme


def main_of(site: Path, address: str) -> html.HtmlElement:
    parser = html.HTMLParser(encoding="utf-8")
    page = html.parse(str(site / address / "index.html"), parser).getroot()
    return page.xpath("//main")[0]


def words(element: html.HtmlElement) -> int:
    return len(re.findall(r"\w+", element.text_content()))


def test_the_mayors_visit_has_date_line_quotation_and_both_pictures(real_site: Path) -> None:
    main = main_of(real_site, "aktuelles/2022/oberbuergermeister-westphal-zu-besuch")
    text = re.sub(r"\s+", " ", main.text_content())
    assert "Dortmund, 8. August 2022" in text
    quotation = main.xpath(".//figure[@class='quotation']")[0].text_content()
    assert "Es ist ein wichtiges Zeichen, dass uns der Oberbürgermeister besucht" in quotation
    assert "sind die Stütze unserer Stadtgesellschaft und verdienen besondere" in quotation
    assert "Nicole Siegmann" in quotation
    pictures = main.xpath(".//figure[contains(@class, 'picture')]")
    assert len(pictures) == 2
    assert all(picture.xpath(".//img/@alt")[0] for picture in pictures)
    assert all("Foto: Mütterzentrum Dortmund e. V." in one.text_content() for one in pictures)


def test_there_are_three_news_items(real_site: Path) -> None:
    assert len(main_of(real_site, "aktuelles").xpath(".//article")) == 3


def test_every_offer_tells_enough_and_whom_to_ring(real_site: Path) -> None:
    offers = [path.parent for path in (real_site / "angebote").glob("*/index.html")]
    assert len(offers) >= 18
    for offer in offers:
        main = main_of(real_site, offer.relative_to(real_site).as_posix())
        assert words(main.xpath(".//div[@class='prose']")[0]) >= 60, offer.name
        assert main.xpath(".//a[starts-with(@href, 'tel:+49231')]"), offer.name


def test_the_profile_has_history_members_funders_and_locations(real_site: Path) -> None:
    main = main_of(real_site, "verein")
    assert words(main.xpath(".//div[@class='prose']")[0]) >= 300
    text = main.text_content()
    for part in ("1986", "2000", "2006", "Paritätischer", "Stadt Dortmund", "Westfalendamm 75"):
        assert part in text


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("presse", ["Kurz", "Mittel", "Lang", "Pressekontakt"]),
        ("kontakt", ["Hospitalstraße 6", "44149 Dortmund", "So kommen Sie zu uns"]),
        ("impressum", ["Mehrgenerationenhaus Mütterzentrum Dortmund e.V.", "Hospitalstraße 6"]),
        ("datenschutz", ["Artikel 15", "Beschwerde", "Verantwortlich"]),
        ("barrierefreiheit", ["WCAG 2.2", "Barriere melden"]),
        ("mitmachen", ["Ehrenamt", "Mitglied"]),
        ("spenden", ["Spendenkonto", "gemeinnützig"]),
    ],
)
def test_each_standing_page_says_its_part(real_site: Path, address: str, parts: list[str]) -> None:
    text = re.sub(r"\s+", " ", main_of(real_site, address).text_content())
    missing = [part for part in parts if part not in text]
    assert not missing


def test_the_way_there_has_its_anchor(real_site: Path) -> None:
    assert main_of(real_site, "kontakt").xpath(".//*[@id='anfahrt']")


def test_open_items_show_in_the_preview_and_nowhere_else(
    real_site: Path, real_preview: Path
) -> None:
    preview = main_of(real_preview, "impressum")
    assert len(preview.xpath(".//mark[@class='open-item']")) >= 6
    for path in real_site.rglob("*.html"):
        assert "open-item" not in path.read_text("utf-8"), path.name


def test_what_is_unknown_is_listed_as_open() -> None:
    problems = load(ROOT / "content", layout(), theme()).problems
    open_items = {
        (problem.file, dict(problem.what.values).get("key"))
        for problem in problems
        if problem.severity is Severity.OPEN
    }
    for key in ("represented_by", "register", "bank", "responsible_for_content", "host"):
        assert ("data/association.yaml", key) in open_items
    assert not [problem for problem in problems if problem.severity is Severity.ERROR]


def test_every_number_of_the_association_carries_its_date(real_site: Path) -> None:
    for address in ("", "verein"):
        main = main_of(real_site, address)
        assert len(main.find_class("numbers__entry")) == 5
        assert [date.text_content() for date in main.find_class("numbers__date")] == [
            "Stand: August 2022"
        ]
