"""The crowded association's content → the same with hundreds of news items and dozens of offers."""

from __future__ import annotations

import datetime as dt

from schaukasten.model.association.data import read_data
from tests.worlds import World

NEWS = 300
OFFERS = 40
#: On every generated news item, so that its list is as long as one can be.
TOPIC = "Rundbrief"
LAST_DAY = dt.date(2026, 6, 30)
PICTURES = "../2026-11-12-zwoelf-bilder"
WORDS = (
    "Nachbarschaft Kindertagespflegevermittlungsstelle Suppe und Gehwegplattenangelegenheiten im "
    "Hinterhaus zwischen Mitgliederversammlungsvorbereitungssitzung Kaffee Öl sowie "
    "Wohnumfeldverbesserung"
).split()


def fill(world: World) -> None:
    """Write the news and offers that make lists long; they use the pictures that are there."""
    for number in range(1, NEWS + 1):
        _write_news(world, number)
    audiences = read_data(world.content).audiences
    assert audiences is not None
    for number in range(1, OFFERS + 1):
        _write_offer(world, number, audiences.entries[number % len(audiences.entries)].name)


def _write_news(world: World, number: int) -> None:
    day = LAST_DAY - dt.timedelta(days=2 * number)
    front = [
        f"title: {number}. Rundbrief, {_words(number, number % 11)}",
        f"date: {day}",
        f"summary: Es geht um {_words(number, 5 + number % 17)}.",
        f"tags: [{TOPIC}, Rundbriefe des Jahres {day.year}]",
    ]
    if number % 3 == 0:
        picture = f"{PICTURES}/bild-{1 + number % 12:02}.png"
        front.append(f"image: {{file: {picture}, alt: Ein Haus auf einer Wiese, people: keine}}")
    world.write(f"aktuelles/{day}-rundbrief-{number}/index.md", _document(front, number))


def _write_offer(world: World, number: int, audience: str) -> None:
    front = [
        f"title: {number}. Kurs, {_words(number, number % 9)}",
        f"summary: Es geht um {_words(number, 5 + number % 13)}.",
        f"audience: [{audience!r}]",
        "schedule: [{wochentag: Dienstag, von: 9:30, bis: 11:00}]",
    ]
    world.write(f"angebote/kurs-{number}.md", _document(front, number))


def _words(start: int, count: int) -> str:
    return " ".join(WORDS[(start + index) % len(WORDS)] for index in range(count)) or "kurz"


def _document(front: list[str], number: int) -> str:
    return "\n".join(["---", *front, "---", f"Es ging um {_words(number, 60)}.", ""])
