"""The filters of the offers as pages; how they combine: tests/browser/test_finder.py."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree, html

from tests.worlds import World

HEADS = {
    "adler": "audience: [Ältere, Familien]\nlanguages: [Deutsch, العربية]\ncost: kostenlos",
    "biber": "audience: Familien\nregistration: ohne Anmeldung\nstep_free: ja",
}
DAYS = {"adler": "Mittwoch", "biber": "Montag bis Mittwoch"}


def write(world: World) -> None:
    for slug, head in HEADS.items():
        line = f"{{wochentag: {DAYS[slug]}, von: 9:30, bis: 11:00}}"
        front = f"title: {slug.title()}\nsummary: Ein Satz.\n{head}\nschedule: [{line}]"
        world.write(f"angebote/{slug}.md", f"---\n{front}\n---\nText.\n")


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    world = World(tmp_path_factory.mktemp("finder"))
    write(world)
    world.news("[Mittwochs](/angebote/am/mittwoch/)")
    assert world.build() == 0
    return world.output


def page(output: Path, address: str) -> html.HtmlElement:
    path = output / address.strip("/") / "index.html"
    return html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot()


def titles(output: Path, address: str) -> list[str]:
    return [
        title.text_content().strip() for title in page(output, address).xpath("//main//article//h3")
    ]


@pytest.mark.parametrize(
    ("address", "heading", "offers"),
    [
        ("/angebote/fuer/familien/", "Mit Kindern", ["Adler", "Biber"]),
        ("/angebote/fuer/aeltere/", "Im Alter", ["Adler"]),
        ("/angebote/am/montag/", "Montag", ["Biber"]),
        ("/angebote/am/mittwoch/", "Mittwoch", ["Adler", "Biber"]),
        ("/angebote/kosten/kostenlos/", "Kostenlos", ["Adler"]),
        ("/angebote/sprache/deutsch/", "Deutsch", ["Adler"]),
        ("/angebote/sprache/ar/", "العربية", ["Adler"]),
        ("/angebote/anmeldung/ohne/", "Ohne Anmeldung", ["Biber"]),
        ("/angebote/zugang/stufenlos/", "Ohne Stufen", ["Biber"]),
    ],
)
def test_each_filter_has_a_page_with_its_offers(
    output: Path, address: str, heading: str, offers: list[str]
) -> None:
    found = page(output, address)
    assert found.xpath("//h1")[0].text_content() == f"Angebote: {heading}"
    assert titles(output, address) == offers
    (current,) = found.xpath("//main//a[@aria-current]")
    assert current.get("href") == address
    assert found.xpath("//*[@role='status']")[0].text_content() == (
        f"{len(offers)} Angebot{'e' * (len(offers) > 1)}"
    )
    (back,) = found.xpath("//main//a[@data-reset and not(@hidden)]/@href")
    assert back == "/angebote/"


def test_a_value_that_no_offer_has_is_no_page(output: Path) -> None:
    filters = {path.parent.name for path in output.glob("angebote/*/*/index.html")}
    assert filters == {
        *("familien", "aeltere", "montag", "dienstag", "mittwoch", "kostenlos"),
        *("deutsch", "ar", "ohne", "stufenlos"),
    }


def test_the_list_names_all_filters_audiences_as_in_the_data(output: Path) -> None:
    links = page(output, "/angebote/").xpath("//main//a[@data-filter]/@href")
    assert links == [
        *("/angebote/fuer/familien/", "/angebote/fuer/aeltere/"),
        *(f"/angebote/am/{day}/" for day in ("montag", "dienstag", "mittwoch")),
        *("/angebote/kosten/kostenlos/", "/angebote/sprache/ar/", "/angebote/sprache/deutsch/"),
        *("/angebote/anmeldung/ohne/", "/angebote/zugang/stufenlos/"),
    ]


def test_each_card_of_the_list_carries_its_values(output: Path) -> None:
    cards = page(output, "/angebote/").xpath("//article/@data-tokens")
    assert [set(card.split()) for card in cards] == [
        {
            *("fuer=familien", "am=montag", "am=dienstag", "am=mittwoch"),
            *("anmeldung=ohne", "zugang=stufenlos"),
        },
        {
            *("fuer=aeltere", "fuer=familien", "am=mittwoch", "kosten=kostenlos"),
            *("sprache=deutsch", "sprache=ar"),
        },
    ]


def test_the_sitemap_lists_every_filter(output: Path) -> None:
    root = etree.parse(str(output / "sitemap.xml")).getroot()
    listed = {url[0].text.split("/", 3)[3] for url in root}
    filters = {
        path.parent.relative_to(output).as_posix() + "/"
        for path in output.glob("angebote/*/*/index.html")
    }
    assert len(filters) == 10
    assert filters <= listed


def test_a_text_may_link_to_a_filter(output: Path) -> None:
    assert page(output, "/aktuelles/2026/fest/").xpath("//main//a[@href='/angebote/am/mittwoch/']")


def test_a_link_to_a_filter_that_holds_nothing_is_an_error(world: World) -> None:
    write(world)
    world.news("[Sonntags](/angebote/am/sonntag/)")
    (error,) = world.errors()
    assert "/angebote/am/sonntag/" in error


def test_the_navigation_may_lead_to_a_filter(world: World) -> None:
    write(world)
    entry = "main:\n  - {label: Mittwochs, address: /angebote/am/mittwoch/}\nfooter: []\n"
    world.write("data/navigation.yaml", entry)
    assert world.errors() == []


@pytest.mark.parametrize("alias", ["/angebote/am/mittwoch/", "/Angebote/Am/sonntag/"])
def test_an_alias_may_not_lie_among_the_filters(world: World, alias: str) -> None:
    """Be there such a filter today or not: tomorrow an offer may bring it about."""
    write(world)
    world.news(head=f"aliases: {alias}")
    (error,) = world.errors()
    assert f"Die Adresse „{alias}“ gehört einer Übersicht der Website." in error


def test_a_page_may_not_lie_among_the_filters(world: World) -> None:
    world.write("seiten/angebote/am/mittwoch.md", "---\ntitle: A\n---\n")
    (error,) = world.errors()
    assert "„/angebote/am/mittwoch/“ gehört einer Übersicht der Website." in error


def test_a_filter_cannot_be_gone(world: World) -> None:
    write(world)
    world.write("data/gone.yaml", "addresses: [/angebote/am/mittwoch/]\n")
    (error,) = world.errors()
    assert "„/angebote/am/mittwoch/“ gehört einer Übersicht der Website." in error


@pytest.mark.parametrize("slug", ["fuer", "am", "kosten", "sprache", "anmeldung", "zugang"])
def test_no_offer_may_be_called_like_a_facet(world: World, slug: str) -> None:
    world.offer(slug=slug)
    (error,) = world.errors()
    assert f"„/angebote/{slug}/“ gehört einer Übersicht der Website." in error


def test_drafts_are_in_no_filter_of_the_published_site(world: World) -> None:
    write(world)
    path = world.content / "angebote/biber.md"
    path.write_text(path.read_text("utf-8").replace("title:", "status: Entwurf\ntitle:"), "utf-8")
    assert world.build() == 0
    assert titles(world.output, "/angebote/am/mittwoch/") == ["Adler"]
    assert not (world.output / "angebote/am/montag").exists()


def test_without_offers_there_are_no_filters(world: World) -> None:
    assert world.build() == 0
    assert "data-filter" not in world.read("angebote/index.html")
    assert not list(world.output.glob("angebote/*/"))


def test_the_page_of_a_day_stays_when_nothing_is_left_on_it(world: World) -> None:
    """Otherwise a link to it would stop a build that nobody has changed."""
    path = world.offer("[Sonntags](/angebote/am/sonntag/)")
    slot = "{am: 2026-11-29, von: 9:00, bis: 10:00}"
    path.write_text(path.read_text("utf-8").replace("schedule: []", f"schedule: [{slot}]"), "utf-8")
    for today, count in (("2026-11-29", "1 Angebot"), ("2026-11-30", "0 Angebote")):
        assert world.build(today=today) == 0
        found = page(world.output, "/angebote/am/sonntag/")
        assert found.xpath("//*[@role='status']")[0].text_content() == count
    assert "Sonntag" not in world.read("angebote/index.html")
