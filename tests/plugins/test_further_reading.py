"""What to read after a news item, and what else is behind an offer's door."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

from lxml import html

from schaukasten.plugins.further_reading import read_next
from tests.worlds import World


def article(name: str, day: int, *tags: str) -> SimpleNamespace:
    return SimpleNamespace(
        name=name, date=dt.datetime(2026, 3, day), item=SimpleNamespace(tags=list(tags))
    )


def test_items_on_the_same_topics_come_first_then_the_newest() -> None:
    read = article("read", 5, "Garten", "Familie")
    twice, once = article("twice", 1, "Familie", "Garten"), article("once", 2, "Garten", "Café")
    new, old = article("new", 9), article("old", 3)
    found = read_next(read, [new, read, old, once, twice])
    assert [one.name for one in found] == ["twice", "once", "new"]


def test_nobody_is_sent_to_what_was_just_read() -> None:
    read = article("read", 5)
    assert read_next(read, [read]) == []


def test_a_single_news_item_leads_to_no_empty_case(world: World) -> None:
    world.news()
    assert world.build() == 0
    page = world.read("aktuelles/2026/fest/index.html")
    assert "Weitere Nachrichten" not in page
    assert 'class="case"' not in page


def test_a_news_item_leads_to_the_others(world: World) -> None:
    world.news()
    world.news(slug="noch-ein-fest")
    assert world.build() == 0
    page = html.fromstring(world.read("aktuelles/2026/fest/index.html"))
    assert page.xpath("//*[@class='case']//article//a/@href") == ["/aktuelles/2026/noch-ein-fest/"]


def test_an_offer_leads_to_what_else_is_behind_its_door(world: World) -> None:
    world.offer()
    world.offer(slug="zweiter")
    assert world.build() == 0
    page = html.fromstring(world.read("angebote/treff/index.html"))
    assert page.xpath("//*[@class='doors']//a/@href") == ["/angebote/zweiter/"]
    alone = World(world.folder / "alone")
    alone.offer()
    assert alone.build() == 0
    assert 'class="doors"' not in alone.read("angebote/treff/index.html")
