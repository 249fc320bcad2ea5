"""People and supporters in a built site: cards, contacts, the imprint, logos of one weight."""

from __future__ import annotations

import pytest
from lxml import html
from lxml.html import HtmlElement

from schaukasten.model.look.logo_size import AREA, HIGHEST, WIDEST, equal_size
from tests.model.files.pictures import png
from tests.worlds import World

PEOPLE = """\
- id: ada
  name: Ada Beispiel
  role: Leitung
  groups: [Team]
  picture:
    file: ada.png
    alt: Eine Frau am Fenster
    credit: Foto von Eva
    people: erkennbar
    consent: Blatt 3
  phone: 0231 1234567
  email: ada@example.org
  ask_about: Räume & Anmeldung
  languages: [Deutsch, Türkisch]
- {id: otto, name: Otto Muster, groups: [Team], left: 2026-11-30}
"""
LAST, NEXT = "2026-11-30", "2026-12-01"


def _filled(world: World) -> World:
    world.write("data/people.yaml", PEOPLE)
    world.write("data/ada.png", png(800, 400))
    world.write("data/stadt.png", png(300, 100))
    path = world.content / "data/association.yaml"
    text = path.read_text("utf-8").replace(
        "  - name: Erika Beispiel\nreg", "  - otto\n  - ada\nreg"
    )
    stadt = (
        "funders:\n  - {name: Stadt, website: 'https://stadt.example', logo: {file: stadt.png}}\n"
    )
    path.write_text(
        f"{text}{stadt}  - name: Land\n    note: Miete\npartners:\n  - name: Chor\n", "utf-8"
    )
    world.write(
        "verein/index.md", "---\ntitle: Verein\ntemplate: Verein\npeople: [Team]\n---\nText.\n"
    )
    world.write("seiten/wir.md", "---\ntitle: Wir\npeople: [otto, ada]\n---\n")
    world.offer(head="contact: otto\n")
    world.news(head="contact: ada\n")
    return world


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> World:
    world = _filled(World(tmp_path_factory.mktemp("people")))
    assert world.build(today=LAST) == 0, world.lines()
    return world


def page(site: World, name: str) -> HtmlElement:
    return html.document_fromstring(site.read(f"{name}/index.html"))


def _words(element: HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


def test_a_card_says_all_that_is_known_and_nothing_else(site: World) -> None:
    # In the order in which the page names them.
    otto, ada = page(site, "wir").xpath('//div[@class="person"]')
    assert _words(ada) == (
        "Ada Beispiel Leitung Fragen zu: Räume & Anmeldung Spricht Deutsch, Türkisch "
        "Telefon 0231 1234567 ada@ example.org"
    )
    assert ada.xpath("string(.//a[1]/@href)") == "tel:+492311234567"
    assert _words(otto) == "OM Otto Muster"


def test_a_group_has_a_heading_its_members_and_who_made_their_pictures(site: World) -> None:
    (group,) = page(site, "verein").xpath('//section[h2[text()="Team"]]')
    assert group.xpath(".//h3/text()") == ["Ada Beispiel", "Otto Muster"]
    assert "Foto von Eva" in group.text_content()


def test_the_sizes_of_a_face_are_those_of_the_whole_picture(site: World) -> None:
    # Twice as wide as high, and as high as a face, which is 6.5 rem wide and 4 to 5.
    sizes = 'string(//div[@class="person__face"]//img/@sizes)'
    assert page(site, "verein").xpath(sizes) == "min(16.25rem, 240vh, 800px)"


def test_contacts_and_the_imprint_name_who_is_there(site: World) -> None:
    news = page(site, "aktuelles/2026/fest")
    assert "Ada Beispiel, Leitung" in news.text_content()
    assert (
        news.xpath('string(//aside//div[@class="person__face"]//img/@sizes)')
        == "min(10rem, 240vh, 800px)"
    )
    assert "Foto von Eva" in news.text_content()
    assert "Otto Muster" in page(site, "angebote/treff").text_content()
    assert "Otto Muster, Ada Beispiel (Leitung)" in page(site, "impressum").text_content()


def test_the_day_after_the_last_nobody_finds_them_anywhere(tmp_path) -> None:
    world = _filled(World(tmp_path))
    assert world.build(today=LAST) == 0
    assert world.build(today=NEXT) == 0, world.lines()
    for file in world.output.rglob("*.html"):
        assert "Otto" not in file.read_text("utf-8"), file
    assert "post@kleiner-verein.example" in page(world, "angebote/treff").text_content()
    # The second build is what a clean one would be.
    clean = World(tmp_path / "clean")
    assert _filled(clean).build(today=NEXT) == 0
    for file in clean.output.rglob("*.html"):
        assert file.read_bytes() == (world.output / file.relative_to(clean.output)).read_bytes()


def test_a_logo_is_a_link_with_the_name_and_a_name_has_the_same_sheet(site: World) -> None:
    stadt, land = page(site, "verein").xpath('//*[@class="supporter__sheet"]')
    (logo,) = stadt.xpath(".//img")
    assert (stadt.get("href"), logo.get("alt")) == ("https://stadt.example", "Stadt")
    assert logo.get("sizes").startswith(f"min({logo.get('width')}px, ")
    assert (land.tag, land.text_content().strip()) == ("div", "Land")
    # Where no partner has a logo, names are enough.
    assert "Chor" in page(site, "verein").xpath('//main//ul[@class="plain-list"]/li/text()')


@pytest.mark.parametrize("ratio", [0.4, 0.7, 1, 1.5, 2.5, 8, 20])
def test_logos_of_any_form_have_one_area_or_reach_the_edge_of_their_sheet(ratio: float) -> None:
    width, height = equal_size(round(1000 * ratio), 1000)
    assert width <= WIDEST
    assert height <= HIGHEST
    assert abs(width * height - AREA) < 100 or width == WIDEST or height == HIGHEST
    assert abs(width / height / ratio - 1) < 0.1


def test_a_portrait_with_other_bytes_is_another_picture_on_the_pages_that_show_it(tmp_path) -> None:
    world = _filled(World(tmp_path))
    assert world.build(today=LAST) == 0

    def shown() -> list[str]:
        face = 'string(//div[@class="person__face"]//img/@src)'
        return [page(world, name).xpath(face) for name in ("wir", "verein")]

    before = shown()
    world.write("data/ada.png", png(900, 400))
    assert world.build(today=LAST) == 0
    assert not set(before) & set(shown())
    assert (world.output / shown()[0].removeprefix("/")).is_file()
    assert not (world.output / before[0].removeprefix("/")).exists()
