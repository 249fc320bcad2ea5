"""The macros of the theme, each alone: what they show, what they escape, what they insist on."""

from __future__ import annotations

import datetime as dt
import inspect
from pathlib import Path

import pytest
from jinja2 import Environment, Template
from lxml import html

from schaukasten.model.association.location import Location
from schaukasten.model.files.picture import Picture
from schaukasten.model.files.picture_note import PictureNote
from schaukasten.model.reading.fact import Fact
from schaukasten.model.time.hours import Hours
from tests.components.examples import environment
from tests.worlds import THEME

COMPONENTS = sorted(path.name for path in (THEME / "templates" / "components").glob("*.html"))


@pytest.fixture(scope="module")
def env() -> Environment:
    return environment()


def shown(env: Environment, component: str, call: str, **values: object) -> html.HtmlElement:
    """Call a macro, written as in a template, and parse what it gives."""
    name = call.split("(")[0]
    source = f'{{% from "components/{component}.html" import {name} %}}{{{{ {call} }}}}'
    return html.fragment_fromstring(env.from_string(source).render(**values), create_parent=True)


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_only_defines_macros(env: Environment, name: str) -> None:
    template: Template = env.get_template(f"components/{name}")
    assert not template.render().strip()
    macros = [one for one in vars(template.module).values() if type(one).__name__ == "Macro"]
    assert macros
    source = inspect.cleandoc(Path(template.filename or "").read_text("utf-8"))
    assert "|safe" not in source.replace(" ", "")


def news_card(env: Environment, **values: object) -> html.HtmlElement:
    defaults = {
        "title": "Fest",
        "href": "/fest/",
        "date": dt.date(2026, 3, 8),
        "summary": "Ein Fest",
    }
    call = "news_card(title, href, date, summary, draft=draft)"
    return shown(env, "news_card", call, **defaults | {"draft": False} | values)


def test_a_news_card_shows_its_day_on_the_tab(env: Environment) -> None:
    card = news_card(env)
    assert text(card.find_class("notice__tab")[0]) == "8. März 2026"
    assert card.xpath(".//time/@datetime") == ["2026-03-08"]
    assert card.xpath(".//h2/a/@href") == ["/fest/"]


def test_a_draft_says_so(env: Environment) -> None:
    assert "Entwurf" in text(news_card(env, draft=True))
    assert "Entwurf" not in text(news_card(env))


@pytest.mark.parametrize("field", ["title", "summary", "href"])
def test_what_an_editor_writes_is_escaped(env: Environment, field: str) -> None:
    card = news_card(env, **{field: '"><script>alert(1)</script>'})
    assert not card.xpath(".//script")


def location(**changes: object) -> Location:
    values: dict[str, object] = {
        "id": "haus",
        "name": "Unser Haus",
        "address": {"street": "Am Eck 1", "postcode": "01067", "city": "Beispielstadt"},
        "phone": "0231 000000",
        "fax": "0231 000001",
        "email": "post@example.org",
        "hours": [{"wochentag": "Montag", "von": "9:00", "bis": "12:30"}],
    }
    return Location.model_validate(values | changes)


def test_a_location_can_be_rung_and_written_to(env: Environment) -> None:
    card = shown(env, "location", "location_card(location)", location=location())
    assert card.xpath(".//a/@href") == ["tel:+49231000000", "mailto:post@example.org"]
    assert "01067 Beispielstadt" in text(card)
    assert "Montag 9 bis 12:30 Uhr" in text(card)
    assert "Fax 0231 000001" in text(card)


def test_an_unknown_telephone_number_leaves_no_empty_line(env: Environment) -> None:
    card = shown(env, "location", "reach(location)", location=location(phone=None, fax=None))
    assert text(card) == "post@example.org"


def test_a_contact_of_its_own_takes_the_place_of_the_locations(env: Environment) -> None:
    contact = {"phone": "0231 777777", "email": None}
    card = shown(env, "location", "reach(location, contact=c)", location=location(), c=contact)
    assert card.xpath(".//a/@href") == ["tel:+49231777777", "mailto:post@example.org"]


UNKNOWN = Fact[str].model_validate({"value": None, "source": "Das Büro", "confirmed": "no"})
UNCONFIRMED = Fact[str].model_validate({"value": "VR 1", "source": "Seite", "confirmed": "no"})
CONFIRMED = Fact[str].model_validate({"value": "VR 1", "confirmed": "2026-03-08"})


@pytest.mark.parametrize(
    ("value", "preview", "expected"),
    [
        (UNKNOWN, False, ""),
        (UNKNOWN, True, "Register Offen: noch nicht bekannt (Das Büro)"),
        (UNCONFIRMED, False, "Register VR 1"),
        (UNCONFIRMED, True, "Register VR 1 Offen: nicht bestätigt (Seite)"),
        (CONFIRMED, True, "Register VR 1"),
        (None, True, ""),
    ],
)
def test_a_fact_shows_how_sure_it_is_in_the_preview_only(
    env: Environment, value: Fact[str] | None, preview: bool, expected: str
) -> None:
    row = shown(env, "fact", "fact_row('Register', value, preview=p)", value=value, p=preview)
    assert text(row) == expected


def test_neighbouring_days_with_the_same_hours_share_a_line(env: Environment) -> None:
    week = [
        Hours.model_validate({"wochentag": day, "von": "9:00", "bis": "18:00"})
        for day in ("Montag", "Dienstag", "Mittwoch", "Freitag")
    ]
    rows = shown(env, "hours", "hours(week | rows)", week=week).find_class("hours__row")
    assert [text(row) for row in rows] == [
        "Montag bis Mittwoch 9 bis 18 Uhr",
        "Freitag 9 bis 18 Uhr",
    ]


def picture(**note: object) -> Picture:
    notes = {"file": "a.jpg", "alt": 'Ein "Fest"'} | note
    return Picture(Path("a.jpg"), 1200, 800, "0" * 64, PictureNote.model_validate(notes))


def test_a_picture_has_sizes_alternative_text_and_credit(env: Environment) -> None:
    one = picture(caption="Malen", credit="Foto: X")
    figure = shown(env, "picture", "picture(one, '50vw, 40rem', base='/verein')", one=one)
    image = figure.xpath(".//img")[0]
    assert (image.get("width"), image.get("height")) == ("1200", "800")
    assert image.get("alt") == 'Ein "Fest"'
    assert [part.split(" ")[1] for part in image.get("srcset").split(", ")] == [
        *("360w", "540w", "720w", "1080w", "1200w"),
    ]
    # As wide as its column, as its own pixels and as its height allows.
    assert image.get("sizes") == "min(50vw, 40rem, 180vh, 1200px)"
    assert image.get("src").startswith("/verein/bilder/")
    assert text(figure.xpath(".//figcaption")[0]) == "Malen Foto: X"


def test_a_picture_without_caption_has_no_empty_one(env: Environment) -> None:
    assert not shown(env, "picture", "picture(one, '50vw')", one=picture()).xpath(".//figcaption")


def test_a_number_carries_its_date(env: Environment) -> None:
    entries = [{"value": "über 50", "label": "Ehrenamtliche", "as_of": "August 2022"}]
    block = shown(env, "numbers", "numbers(entries)", entries=entries)
    assert text(block) == "Ehrenamtliche (Stand: August 2022) über 50"
