"""What search engines are told of an association, its houses, news and pages."""

from __future__ import annotations

import json

import pytest

from schaukasten.model.documents.document import Document
from schaukasten.model.structured_data.structured_data import StructuredData, script
from tests.model.files.pictures import png
from tests.worlds import World

HOST = "https://kleiner-verein.example"
HOURS = "  hours: [{wochentag: Montag bis Freitag, von: 9:00, bis: 17:00}]\n"


def structured(world: World, **options: object) -> StructuredData:
    site = world.load(**options).site  # type: ignore[arg-type]
    assert site is not None, world.errors()
    return StructuredData(site, HOST)


def house(world: World, more: str = "") -> None:
    file = world.content / "data/locations.yaml"
    file.write_text(file.read_text("utf-8") + more, "utf-8")


def news(world: World, head: str = "") -> tuple[StructuredData, Document]:
    world.news(head=head)
    data = structured(world)
    return data, data.site.documents["aktuelles/2026-03-08-fest/index.md"]


def test_of_a_page_that_is_not_its_own_the_association_says_only_who_it_is(world: World) -> None:
    assert structured(world).organization() == {
        "@type": "NGO",
        "@id": f"{HOST}/#association",
        "name": "Kleiner Verein e. V.",
        "url": f"{HOST}/",
    }


def test_the_association_tells_all_that_is_known_of_it_and_nothing_else(world: World) -> None:
    thing = structured(world).organization(whole=True, houses=True)
    assert thing["foundingDate"] == "1999"
    assert thing["telephone"] == "0231 000000"
    assert thing["address"]["addressLocality"] == "Beispielstadt"
    assert thing["location"] == [
        {"@type": "Place", "@id": f"{HOST}/#haus", "name": "Unser Haus"},
    ]
    assert not {"memberOf", "funder"} & thing.keys()


def test_a_house_without_hours_tells_none(world: World) -> None:
    house(world, "  open_on_holidays: nein\n")
    data = structured(world)
    thing = data.place(data.site.locations[0])
    assert thing["address"]["@type"] == "PostalAddress"
    assert "openingHoursSpecification" not in thing
    assert "specialOpeningHoursSpecification" not in thing


@pytest.mark.parametrize(("answer", "closed"), [("nein", True), ("ja", False), (None, False)])
def test_a_house_is_closed_on_holidays_where_somebody_said_so(
    world: World, answer: str | None, closed: bool
) -> None:
    house(world, HOURS + (f"  open_on_holidays: {answer}\n" if answer else ""))
    data = structured(world)
    hours = data.place(data.site.locations[0])["openingHoursSpecification"]
    assert any("PublicHolidays" in one["dayOfWeek"] for one in hours) is closed


def test_of_special_hours_those_are_told_that_are_not_over(world: World) -> None:
    special = "".join(f"  - am: 2026-11-{day}\n" for day in (20, 22, 30))
    house(world, f"{HOURS}  special_hours:\n{special}")
    data = structured(world, today="2026-11-22")
    coming = data.place(data.site.locations[0])["specialOpeningHoursSpecification"]
    assert [one["validFrom"] for one in coming] == ["2026-11-22", "2026-11-30"]


def test_a_news_item_has_its_days_its_language_and_its_publisher(world: World) -> None:
    data, document = news(world, "updated: 2026-04-01\nlang: tr")
    thing = data.news_article(document)
    assert thing["headline"] == "Fest"
    assert thing["datePublished"] == "2026-03-08"
    assert thing["dateModified"] == "2026-04-01"
    assert thing["inLanguage"] == "tr"
    assert thing["url"] == HOST + document.address
    assert thing["author"] == thing["publisher"] == data.organization()
    assert "image" not in thing


def test_a_news_item_has_the_largest_of_its_pictures_sizes(world: World) -> None:
    world.write("aktuelles/2026-03-08-fest/fest.png", png(1000, 500))
    data, document = news(
        world, "image: {file: fest.png, alt: Ein Fest im Hof, credit: A, people: keine}"
    )
    image = data.site.rendering(document).image
    assert image is not None
    largest = max(image.variants, key=lambda one: one.width)
    assert data.news_article(document)["image"] == f"{HOST}/bilder/{largest.stem}.jpg"


def test_breadcrumbs_count_from_the_home_page_down(world: World) -> None:
    thing = structured(world).breadcrumbs([("Verein", "/"), ("Angebote", "/angebote/")])
    assert [(one["position"], one["name"], one["item"]) for one in thing["itemListElement"]] == [
        (1, "Verein", f"{HOST}/"),
        (2, "Angebote", f"{HOST}/angebote/"),
    ]


def test_a_donation_goes_to_the_association_by_its_page(world: World) -> None:
    data = structured(world)
    thing = data.donate_action("Spenden", "/spenden/")
    assert thing["recipient"] == data.organization()
    assert thing["target"]["urlTemplate"] == f"{HOST}/spenden/"


@pytest.mark.parametrize("text", ["</script><b>", "<!--<script>", "&lt;", "]]>", 'a"b\\'])
def test_no_text_can_end_the_element_that_it_is_in(text: str) -> None:
    written = script([{"@type": "Event", "name": text}])
    assert not set("<>&") & set(written)
    assert json.loads(written)["@graph"][0]["name"] == text
