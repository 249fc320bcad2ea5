"""Lists in pages: what stands on each, how each says which it is, and what a new item changes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree, html

from schaukasten.kept.last_output import files_of
from schaukasten.release.budgets import over_budget
from tests.worlds import World


def news(world: World, *numbers: int, tags: str = "Garten") -> None:
    """News with these numbers, three a year from 2001 on."""
    for number in numbers:
        day = f"{2001 + (number - 1) // 3}-0{1 + (number - 1) % 3}-01"
        front = f"title: N{number}\ndate: {day}\nsummary: S\ntags: [{tags}]"
        world.write(f"aktuelles/n{number}.md", f"---\n{front}\n---\nText.\n")


def events(world: World, *days: str) -> None:
    for day in days:
        world.write(f"termine/t-{day}.md", f"---\ntitle: {day}\nsummary: S\ndate: {day}\n---\n")


def listed(world: World, name: str) -> list[str]:
    page = html.fromstring(world.read(name))
    return page.xpath("//main//article//h2/a/text()")  # type: ignore[no-any-return]


def pager(world: World, name: str) -> dict[str, str]:
    """What the pager offers, with where it leads."""
    page = html.fromstring(world.read(name))
    links = page.xpath("//nav[@class='pager']//a")
    return {link.text_content(): link.get("href") for link in links}


def pages(world: World) -> dict[str, bytes]:
    found = world.output.rglob("index.html")
    return {path.relative_to(world.output).as_posix(): path.read_bytes() for path in found}


@pytest.fixture
def divided(world: World) -> World:
    """Eleven news in pages of two, built."""
    world.divide(2)
    news(world, *range(1, 12))
    assert world.build() == 0
    return world


def test_the_newest_stand_on_the_first_page_and_the_oldest_on_page_1(divided: World) -> None:
    for folder in ("aktuelles", "aktuelles/thema/garten"):
        assert listed(divided, f"{folder}/index.html") == ["N11", "N10", "N9"]
        assert listed(divided, f"{folder}/seite/4/index.html") == ["N8", "N7"]
        assert listed(divided, f"{folder}/seite/1/index.html") == ["N2", "N1"]
        assert not (divided.output / folder / "seite/5").exists()


def test_each_page_leads_to_its_neighbours_and_to_both_ends(divided: World) -> None:
    page = "/aktuelles/seite/{}/".format
    assert pager(divided, "aktuelles/index.html") == {
        "Neueste": "/aktuelles/",
        "Ältere: Seite 4": page(4),
        "Älteste: Seite 1": page(1),
    }
    assert pager(divided, "aktuelles/seite/4/index.html") == {
        "Neueste": "/aktuelles/",
        "Seite 4": page(4),
        "Ältere: Seite 3": page(3),
        "Älteste: Seite 1": page(1),
    }
    assert pager(divided, "aktuelles/seite/1/index.html") == {
        "Neueste": "/aktuelles/",
        "Neuere: Seite 2": page(2),
        "Seite 1": page(1),
    }
    assert "Hier stehen die neuesten 3 von 11." in divided.read("aktuelles/index.html")


def test_every_page_has_a_title_a_canonical_address_and_a_place_of_its_own(divided: World) -> None:
    page = html.fromstring(divided.read("aktuelles/thema/garten/seite/2/index.html"))
    [heading] = page.xpath("//h1/text()")
    assert heading == "Thema: Garten, Seite 2 (2001–2002)"
    assert page.xpath("//title/text()")[0].startswith(heading)
    assert page.xpath("//meta[@name='description']/@content")[0].endswith(", Seite 2 (2001–2002)")
    assert page.xpath("//link[@rel='canonical']/@href") == [
        "https://kleiner-verein.example/aktuelles/thema/garten/seite/2/"
    ]
    assert page.xpath("//nav[@class='pager']//a[@aria-current='page']/text()") == ["Seite 2"]
    assert html.fromstring(divided.read("aktuelles/index.html")).xpath("//h1/text()") == [
        "Aktuelles"
    ]
    titles = [re.findall("<title>(.*?)</title>", one.decode()) for one in pages(divided).values()]
    assert len(titles) == len({title for [title] in titles})


def test_the_sitemap_has_every_page_with_the_day_of_its_newest(divided: World) -> None:
    root = etree.parse(str(divided.output / "sitemap.xml")).getroot()
    found = {url[0].text.split("example")[1]: url[-1].text for url in root}
    assert {f"/{name.removesuffix('index.html')}" for name in pages(divided)} <= found.keys()
    assert found["/aktuelles/seite/1/"] == "2001-02-01"


def test_what_is_new_changes_two_pages_of_a_list_at_most(divided: World) -> None:
    for number in (12, 13):  # the second is the first of a year
        before = pages(divided)
        news(divided, number)
        assert divided.build() == 0
        after = pages(divided)
        for folder in ("aktuelles/", "aktuelles/thema/garten/"):
            changed = [
                name
                for name in before
                if re.fullmatch(rf"{folder}(seite/\d+/)?index.html", name)
                and before[name] != after[name]
            ]
            assert set(changed) <= {f"{folder}index.html", f"{folder}seite/4/index.html"}
    assert (divided.output / "aktuelles/seite/5/index.html").exists()


def test_a_list_that_is_no_longer_than_one_page_may_be_has_no_pager(world: World) -> None:
    world.divide(2)
    news(world, 1, 2, 3)
    assert world.build() == 0
    assert "pager" not in world.read("aktuelles/index.html")
    assert not (world.output / "aktuelles/seite").exists()


def test_the_pages_of_a_year_name_its_months(world: World) -> None:
    world.divide(1)
    for month in (1, 2, 3):
        front = f"title: N{month}\ndate: 2020-0{month}-02\nsummary: S"
        world.write(f"aktuelles/n{month}.md", f"---\n{front}\n---\n")
    assert world.build() == 0
    page = html.fromstring(world.read("aktuelles/2020/seite/2/index.html"))
    assert page.xpath("//h1/text()") == ["Aktuelles 2020, Seite 2 (Februar 2020)"]


def test_two_tags_with_one_address_list_an_item_once(world: World) -> None:
    world.divide(1)
    news(world, 1, tags="Café, Cafe")
    assert world.build() == 0
    assert listed(world, "aktuelles/thema/cafe/index.html") == ["N1"]
    assert not (world.output / "aktuelles/thema/cafe/seite").exists()


def test_events_of_a_year_stand_in_pages_from_the_first_day_on(world: World) -> None:
    world.divide(2)
    events(world, *(f"2026-0{month}-05" for month in range(1, 6)))
    assert world.build() == 0
    assert listed(world, "termine/2026/index.html") == ["2026-05-05", "2026-04-05", "2026-03-05"]
    assert listed(world, "termine/2026/seite/1/index.html") == ["2026-02-05", "2026-01-05"]
    page = html.fromstring(world.read("termine/2026/seite/1/index.html"))
    assert page.xpath("//h1/text()") == ["Termine des Jahres 2026, Seite 1 (Januar–Februar 2026)"]
    assert pager(world, "termine/2026/index.html") == {
        "Die letzten": "/termine/2026/",
        "Frühere: Seite 1": "/termine/2026/seite/1/",
    }
    assert "Hier stehen die letzten 3 von 5." in world.read("termine/2026/index.html")


def test_of_many_events_to_come_the_next_are_named_and_the_way_to_the_later_ones(
    world: World,
) -> None:
    world.divide(2)
    coming = [f"2027-0{month}-05" for month in range(1, 8)]
    events(world, "2026-12-05", *coming, "2028-03-01")
    assert world.build() == 0
    assert listed(world, "termine/index.html") == ["2026-12-05", *coming[:2]]
    page = html.fromstring(world.read("termine/index.html"))
    links = page.xpath("//nav[@aria-labelledby='section-later']//a")
    assert {link.text: link.get("href") for link in links} == {
        "März–April 2027": "/termine/2027/seite/2/",
        "Mai–Juli 2027": "/termine/2027/",
        "März 2028": "/termine/2028/",
    }
    # What is all to come is read from the first to the last, as a programme is.
    assert listed(world, "termine/2027/seite/2/index.html") == ["2027-03-05", "2027-04-05"]
    assert world.build(today="2027-04-01") == 0
    assert listed(world, "termine/2027/seite/2/index.html") == ["2027-04-05", "2027-03-05"]


def test_no_page_is_over_its_budget_with_as_many_as_a_list_may_have(world: World) -> None:
    summary = "Ein Satz, der so lang ist, wie einer sein darf, ohne dass die Prüfung warnt. " * 3
    for number in range(99):
        day = f"2026-0{1 + number % 9}-{1 + number % 28:02}"
        front = f"title: {'Nachbarschaftsfrühstück ' * 4}{number}\nsummary: {summary}\ndate: {day}"
        world.write(f"aktuelles/n{number}.md", f"---\n{front}\n---\nText.\n")
        coming = front.replace("2026", "2027")
        world.write(f"termine/t{number}.md", f"---\n{coming}\nend_date: 2027-12-31\n---\n")
    assert world.build() == 0
    assert over_budget({name: stat.st_size for name, stat in files_of(world.output)}) == []
    assert len(listed(world, "aktuelles/index.html")) == 99
    for name in ("aktuelles", "termine", "termine/2027"):
        assert Path(world.output, name, "index.html").stat().st_size < 150_000
