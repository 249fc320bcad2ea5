"""Offers, events, news archives: which pages there are and what they list."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import html

from tests.worlds import World


def headings(path: Path, level: str) -> list[str]:
    page = html.parse(str(path)).getroot()
    return [element.text_content().strip() for element in page.xpath(f"//main//{level}")]


def test_offers_are_grouped_by_the_audience_they_name_first(world: World) -> None:
    world.offer(slug="zebra")
    path = world.offer(slug="adler")
    text = path.read_text("utf-8").replace("audience: Familien", "audience: [Ältere, Familien]")
    path.write_text(text.replace("title: Treff", "title: Adler"), "utf-8")
    assert world.build() == 0
    assert headings(world.output / "angebote/index.html", "h2") == ["Mit Kindern", "Im Alter"]
    assert headings(world.output / "angebote/index.html", "h3") == ["Treff", "Adler"]
    home = world.read("index.html")
    assert 'href="/angebote/fuer/familien/"' in home
    assert 'href="/angebote/fuer/aeltere/"' in home


def test_an_offer_without_times_says_that_they_are_to_be_asked_for(world: World) -> None:
    world.offer()
    assert world.build() == 0
    page = world.read("angebote/treff/index.html")
    assert "Termine bitte erfragen" in page
    assert 'href="tel:+49231000000"' in page


def test_an_offer_shows_its_week_and_its_facts(world: World) -> None:
    head = (
        "cost: 3 Euro\nregistration: ohne Anmeldung\nlanguages: [Deutsch, Türkisch]\n"
        "step_free: ja\ncontact: {name: Erika Beispiel, phone: 0231 111111}\n"
    )
    path = world.offer(head=head)
    week = "schedule:\n- {wochentag: Montag, von: 9:30, bis: 11:00}\n"
    path.write_text(path.read_text("utf-8").replace("schedule: []\n", week), "utf-8")
    assert world.build() == 0
    text = html.parse(str(world.output / "angebote/treff/index.html")).getroot().text_content()
    for words in ("Montag", "9:30 bis 11 Uhr", "3 Euro", "ohne Anmeldung", "Deutsch, Türkisch"):
        assert words in text
    facts = re.sub(r"\s+", " ", text)
    assert "Erika Beispiel Telefon 0231 111111" in facts


def test_events_are_split_by_the_day_of_the_build(world: World) -> None:
    for slug, date, end in (("alt", "2026-05-01", ""), ("jetzt", "2026-11-20", "2026-11-22")):
        end_date = f"end_date: {end}\n" if end else ""
        front = f"title: {slug}\nsummary: Text.\ndate: {date}\n{end_date}start: 15:00\nend: 18:00"
        world.write(f"termine/{date}-{slug}/index.md", f"---\n{front}\n---\nText.\n")
    assert world.build(today="2026-11-22") == 0
    page = html.parse(str(world.output / "termine/index.html")).getroot()
    titles = [element.text_content() for element in page.xpath("//article//a")]
    assert titles == ["jetzt"]
    assert page.xpath("//nav[@aria-labelledby='section-past']//a/@href") == ["/termine/2026/"]
    year = html.parse(str(world.output / "termine/2026/index.html")).getroot()
    # Both, without a word about which are over: it would not be true for long.
    assert year.xpath("//main//article//a/text()") == ["jetzt", "alt"]
    assert "15 bis 18 Uhr" in world.read("termine/2026/jetzt/index.html")


def test_without_events_the_page_says_so_and_names_its_day(world: World) -> None:
    assert world.build(today="2026-11-22") == 0
    assert "Stand: 22. November 2026" in world.read("termine/index.html")


def test_news_have_an_archive_for_each_year_and_each_topic(world: World) -> None:
    world.news(head="tags: [Café & Küche]")
    old = world.news(slug="alt", head="tags: [Café & Küche, Garten]")
    folder = world.content / "aktuelles" / "2019-01-02-alt"
    old.parent.rename(folder)
    text = (folder / "index.md").read_text("utf-8").replace("2026-03-08", "2019-01-02")
    (folder / "index.md").write_text(text, "utf-8")
    assert world.build() == 0
    assert headings(world.output / "aktuelles/index.html", "h2") == ["Fest", "Fest"]
    assert headings(world.output / "aktuelles/2019/index.html", "h2") == ["Fest"]
    assert len(headings(world.output / "aktuelles/thema/cafe-kueche/index.html", "h2")) == 2
    assert len(headings(world.output / "aktuelles/thema/garten/index.html", "h2")) == 1
    assert 'href="/aktuelles/thema/cafe-kueche/"' in world.read("aktuelles/2026/fest/index.html")


def test_a_new_item_leaves_the_archives_of_other_years_as_they_are(world: World) -> None:
    world.news(slug="alt")
    old = (world.content / "aktuelles/2026-03-08-alt/index.md").read_text("utf-8")
    world.write("aktuelles/2019-01-02-a/index.md", old.replace("2026-03-08", "2019-01-02"))
    assert world.build() == 0
    before = world.read("aktuelles/2019/index.html")
    world.news(slug="neu")
    assert world.build() == 0
    assert world.read("aktuelles/2019/index.html") == before


def test_two_years_may_have_news_of_the_same_name(world: World) -> None:
    world.news()
    text = (world.content / "aktuelles/2026-03-08-fest/index.md").read_text("utf-8")
    world.write("aktuelles/2025-03-08-fest/index.md", text.replace("2026", "2025"))
    assert world.build() == 0
    assert (world.output / "aktuelles/2025/fest/index.html").exists()
    assert (world.output / "aktuelles/2026/fest/index.html").exists()


def test_what_comes_next_is_named_on_the_home_page_and_in_the_week(world: World) -> None:
    for number in (1, 3, 4, 5, 8):
        front = f"title: F{number}\nsummary: B\ndate: 2027-0{number}-20\nstart: 15:00\nend: 18:00"
        world.write(f"termine/f{number}.md", f"---\n{front}\n---\n")
    assert world.build() == 0
    for name in ("index.html", "wochenplan/index.html"):
        page = html.fromstring(world.read(name))
        [section] = page.xpath("//section[@aria-labelledby='section-events']")
        assert section.xpath(".//h3//time/@datetime") == ["2027-01-20", "2027-03-20", "2027-04-20"]
        assert section.xpath(".//a[contains(@class, 'entry__link')]/text()") == ["F1", "F3", "F4"]
        assert section.get("data-until") == "2027-04-20T18:00:00+02:00"
    # Those of the week stand in the week.
    assert world.build(today="2027-01-18") == 0
    page = html.fromstring(world.read("wochenplan/index.html"))
    assert page.xpath("//section[@aria-labelledby='section-events']//h3//time/@datetime")[0] == (
        "2027-03-20"
    )
    assert page.xpath("//table//a[contains(@class, 'entry__link')]/text()") == ["F1"]


def test_each_event_leads_to_its_calendar_as_long_as_it_is_to_come(world: World) -> None:
    for slug, head in (("bald", "date: 2026-12-05"), ("alt", "date: 2026-05-01")):
        world.write(f"termine/{slug}.md", f"---\ntitle: {slug}\nsummary: B\n{head}\n---\n")
    assert world.build() == 0
    link = '<a class="calendar-links__link" href="/termine/2026/bald/termine.ics" download>'
    assert f"{link}In den Kalender</a>" in world.read("termine/2026/bald/index.html")
    assert "termine.ics" not in world.read("termine/2026/alt/index.html")


def test_an_event_shows_its_place_in_the_web_and_what_to_bring(world: World) -> None:
    head = (
        "place: Stadtpark\naddress: {street: Parkweg 1, postcode: 12345, city: Dorf}\n"
        "online: https://example.org/raum\nbring: Sportschuhe"
    )
    front = f"title: Fest\nsummary: B\ndate: 2026-12-05\n{head}"
    world.write("termine/fest.md", f"---\n{front}\n---\n")
    assert world.build() == 0
    page = html.fromstring(world.read("termine/2026/fest/index.html"))
    facts = re.sub(r"\s+", " ", page.xpath("//dl[@class='facts']")[0].text_content())
    assert "Stadtpark" in facts
    assert "Parkweg 1" in facts
    assert "12345 Dorf" in facts
    assert "Bitte mitbringen Sportschuhe" in facts
    assert page.xpath("//dl[@class='facts']//a/@href")[1] == "https://example.org/raum"


def test_an_event_that_is_only_online_names_no_house(world: World) -> None:
    front = "title: Fest\nsummary: B\ndate: 2026-12-05\nonline: ja"
    world.write("termine/fest.md", f"---\n{front}\n---\n")
    assert world.build() == 0
    page = html.fromstring(world.read("termine/2026/fest/index.html"))
    facts = page.xpath("//dl[@class='facts']")[0].text_content()
    assert "die Adresse erfahren Sie bei der Anmeldung" in facts
    assert "Am Eck" not in facts
