"""Pages of an association without register, account, telephone and hours: whole all the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from tests.worlds import World

#: What leads to something that there is not.
_MISSING = ('href="tel:', "telephone", "giro-code", "IBAN")


@pytest.fixture(scope="module")
def pages(bare_site: Path) -> dict[str, str]:
    """The words of each page, by its address."""
    return {
        f"/{path.relative_to(bare_site).as_posix().removesuffix('index.html')}": " ".join(
            html.parse(str(path)).getroot().find(".//main").text_content().split()
        )
        for path in bare_site.rglob("*.html")
    }


def test_no_page_leads_to_what_is_not_there(bare_site: Path, pages: dict[str, str]) -> None:
    for path in bare_site.rglob("*.html"):
        source = path.read_text("utf-8")
        found = [one for one in _MISSING if one in source]
        assert found == [], path
    for address, words in pages.items():
        assert "rufen sie" not in words.casefold(), address
        assert not {"Telefon", "Fax", "keine", "keins"} & set(words.split()), address


def test_no_box_stands_empty(bare_site: Path) -> None:
    boxes = "//dd | //section[not(@data-rest)] | //ul | //*[contains(@class, 'notice ')]"
    tab = "string-length(.//p[@class='notice__tab'])"
    for path in bare_site.rglob("*.html"):
        for box in html.parse(str(path)).getroot().xpath(boxes):
            assert len(box.text_content().strip()) > box.xpath(tab), (path, html.tostring(box))


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/impressum/", "Nicht in ein Register eingetragen"),
        (
            "/spenden/",
            "Ein Bankkonto haben wir nicht. Möchten Sie etwas geben, dann fragen Sie uns",
        ),
        ("/wochenplan/", "Dieser Plan ist veraltet. Bitte schreiben Sie uns."),
        ("/", "Sonntag, 22. November Für diesen Tag steht nichts auf dem Plan Montag"),
        ("/", "Wo wir sind Unser HausAm Eck 1, 01067 Beispielstadt post@kleiner-verein.example"),
        ("/angebote/ohne-zeiten/", "Kontakt post@kleiner-verein.example"),
        ("/termine/2026/fest/", "GartenAm Bach01067 B Kontakt post@kleiner-verein.example"),
    ],
)
def test_a_page_says_what_there_is_instead(
    pages: dict[str, str], address: str, sentence: str
) -> None:
    assert sentence in pages[address]


def test_a_preview_marks_what_is_not_confirmed_and_nothing_else(world: World) -> None:
    path = world.content / "data/association.yaml"
    text = path.read_text("utf-8").partition("\nbank:")
    answer = "\nbank:\n  value: keine\n  confirmed: nein\nvat_id: keine\n"
    rest = text[2].partition("tax_status")
    world.write("data/association.yaml", f"{text[0]}{answer}tax_status{rest[2]}")
    world.write("seiten/spenden.md", "---\ntitle: A\ntemplate: Spenden\n---\n")
    assert world.build(drafts=True) == 0
    assert "nicht bestätigt" in world.read("spenden/index.html")
    assert "open-item" not in world.read("impressum/index.html")
