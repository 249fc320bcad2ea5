"""What to read after a news item, and what else is behind an offer's door."""

from __future__ import annotations

import datetime as dt
from pathlib import PurePosixPath

from lxml import html

from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.news import NewsItem
from schaukasten.model.reading.yaml_places import YamlText
from schaukasten.plugins.further_reading import Further
from tests.worlds import World


def article(name: str, day: int, *tags: str) -> Document:
    item = NewsItem.model_construct(title=name, date=dt.date(2026, 3, day), tags=list(tags))
    source = PurePosixPath(f"aktuelles/{name}.md")
    return Document(source, "ARTICLE", item, name, f"/{name}/", True, YamlText(), "", 1)


def test_items_on_the_same_topics_come_first_then_the_newest() -> None:
    read = article("read", 5, "Garten", "Familie")
    twice, once = article("twice", 1, "Familie", "Garten"), article("once", 2, "Garten", "Café")
    new, old = article("new", 9), article("old", 3)
    found = Further([new, read, old, once, twice]).after(read)
    assert [one.slug for one in found] == ["twice", "once", "new"]


def test_nobody_is_sent_to_what_was_just_read() -> None:
    read = article("read", 5)
    assert Further([read]).after(read) == []


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
