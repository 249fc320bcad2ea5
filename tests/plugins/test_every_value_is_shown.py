"""Every key of a file → its value is on its page, or the key is one that is not for visitors."""

from __future__ import annotations

import random
from html import unescape
from pathlib import Path

import pytest
from lxml import html

from schaukasten.model.files.picture_note import PictureNote
from schaukasten.model.kinds.event import Event
from schaukasten.model.kinds.item import Contact, Item
from schaukasten.model.kinds.job import Job
from schaukasten.model.kinds.news import NewsItem
from schaukasten.model.kinds.occasion import Occasion
from schaukasten.model.kinds.offer import Offer
from schaukasten.model.kinds.page import Page
from schaukasten.model.reading.schema import Schema
from tests.model.files.pictures import png
from tests.worlds import World

#: Keys that say how a page is shown, when and where; what is filed of a picture is for nobody.
NOT_FOR_VISITORS = {
    Item: {"slug", "status", "publish_from", "expires", "review_by", "aliases", "image", "pictures",
           "gallery", "questions", "updated", "lang"},
    PictureNote: {"file", "people", "consent", "placeholder", "decorative", "download"},
    Occasion: {"id"},
    Offer: {"location", "schedule", "contact"},
    # Of an event, either the room of a house or another place is told; a rule names both.
    Event: {"location", "room", "date", "end_date", "start", "end", "moved_from", "contact",
            "overnight", "days", "address", "online"},
    NewsItem: {"date", "contact"},
    Job: {"date", "employment", "deadline", "weekly_hours", "location", "contact", "apply"},
    Page: {"template", "people"},
    Contact: {"person", "phone", "email"},
}  # fmt: skip
_SIGNS = (
    "Freund*innen", "eine*n", "#1", "#garten", "& mehr", "<3", "5 > 3", "„so“", "e. V.", "24. Mai",
    "'ne", "50 %", "3,50 €", "C#", "a_b_c", "~50", "(neu)", "[sic]", "{2}", "|", "10:30", "Türkçe",
    "мир", "🙂", "http://a.example/x--y", "*neu*", "**neu**", "`so`", "\\", "½", "Öl/Essig", "“x”",
)  # fmt: skip


def _value(key: str, chance: random.Random) -> str:
    """A text of that key, in the quotation marks that YAML wants for it."""
    words = [f"{key}{number}x {chance.choice(_SIGNS)}" for number in range(4)]
    return "'" + " ".join(words).replace("'", "''") + "'"


def _lines(schema: type[Schema], chance: random.Random, indent: str = "") -> str:
    """A line for each key that is for visitors."""
    hidden = {key for kind in schema.__mro__ for key in NOT_FOR_VISITORS.get(kind, ())}
    keys = [key for key in schema.model_fields if key not in hidden]
    lists = {"tags": "[tags0x]", "audience": "[Familien]", "languages": "[languages0x]"}
    return "".join(f"{indent}{key}: {lists.get(key) or _value(key, chance)}\n" for key in keys)


def _picture(chance: random.Random, indent: str) -> str:
    return f"{indent}file: foto.png\n{indent}people: keine\n{_lines(PictureNote, chance, indent)}"


@pytest.fixture(scope="module", params=range(3))
def shown(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> World:
    chance = random.Random(request.param)
    world = World(tmp_path_factory.mktemp("values"))
    rooms = world.content / "data" / "locations.yaml"
    room = _value("room", chance)
    rooms.write_text(rooms.read_text("utf-8").rstrip() + f"\n  rooms: [{room}]\n", "utf-8")
    for kind, name, head in (
        (NewsItem, "aktuelles/neu/index.md", "date: 2026-03-08\n"),
        (Offer, "angebote/neu/index.md", "schedule: []\n"),
        (Event, "termine/neu/index.md", "date: 2026-12-01\n"),
        (Job, "stellen/neu/index.md", "date: 2026-03-08\nemployment: Teilzeit\n"),
        (Page, "seiten/neu/index.md", ""),
    ):
        front = head + _lines(kind, chance)
        if kind in {NewsItem, Offer, Event, Job}:
            front += f"contact:\n{_lines(Contact, chance, '  ')}"
        front = "\n".join(
            f"room: {room}" if line.startswith("room:") else line for line in front.split("\n")
        )
        if kind in {NewsItem, Page}:
            front += f"image:\n{_picture(chance, '  ')}"
        world.write(name, f"---\n{front}---\nText.\n")
        world.write(str(Path(name).with_name("foto.png")), png())
    assert world.build() == 0, world.lines()
    return world


@pytest.mark.parametrize(
    ("kind", "page"),
    [
        (NewsItem, "aktuelles/2026/neu"),
        (Offer, "angebote/neu"),
        (Event, "termine/2026/neu"),
        (Job, "stellen/neu"),
        (Page, "neu"),
    ],
)
def test_every_value_that_is_for_visitors_is_on_its_page(
    shown: World, kind: type[Item], page: str
) -> None:
    root = html.document_fromstring((shown.output / page / "index.html").read_bytes())
    text = root.text_content() + " ".join(
        unescape(value) for element in root.iter() for value in element.values()
    )
    hidden = {key for one in kind.__mro__ for key in NOT_FOR_VISITORS.get(one, ())}
    pictures = set(PictureNote.model_fields) - NOT_FOR_VISITORS[PictureNote]
    keys = set(kind.model_fields) - hidden - {"audience"}
    keys |= pictures if kind in {NewsItem, Page} else {"name"}
    words = {f"{key}{number}x" for key in keys for number in range(4)}
    words -= {f"{key}{number}x" for key in ("tags", "languages") for number in range(1, 4)}
    assert {word for word in words if word not in text} == set()


def test_the_signs_in_a_title_are_on_the_page_as_typed(shown: World) -> None:
    title = shown.document("seiten/neu/index.md").item.title
    root = html.document_fromstring((shown.output / "neu" / "index.html").read_bytes())
    assert " ".join(root.xpath("string(//h1)").split()) == " ".join(title.split())
