"""Every key of every schema has a field, with words in the language of those who fill it in."""

from __future__ import annotations

import pytest

from schaukasten.forms.choices import Choices
from schaukasten.forms.configuration import FILES, configuration
from schaukasten.forms.fields import Form
from schaukasten.forms.parts import FactPart, ListPart, Mapping, parts_of
from schaukasten.forms.shape import shape_of
from schaukasten.model.association.association import Association
from schaukasten.model.association.location import Locations
from schaukasten.model.documents.layout import KINDS, Layout
from schaukasten.model.kinds.event import Event
from schaukasten.model.kinds.news import NewsItem
from schaukasten.model.kinds.offer import Offer
from schaukasten.model.kinds.page import Page
from schaukasten.model.look.theme import Theme
from schaukasten.plugins.pelican_library import read_settings
from tests.worlds import ROOT

SCHEMAS = [*KINDS.values(), *(schema for _name, schema, *_rest in FILES)]
SETTINGS = read_settings(str(ROOT / "pelicanconf.py"))
LAYOUT = Layout.from_settings(SETTINGS)
GERMAN = Theme.read(ROOT / "theme").translate("de")
CHOICES = Choices(
    {"Familien": "Familien", "Ältere": "Ältere"}, {"haus": "Unser Haus"}, ("Saal",), ("Garten",)
)
FORM = Form(CHOICES, GERMAN)


def mappings(part):
    """All mappings in a part, itself included."""
    if isinstance(part, FactPart | ListPart):
        yield from mappings(part.of)
    elif isinstance(part, Mapping):
        yield part
        for key in part.keys.values():
            yield from mappings(key.part)


def every_field(fields):
    for field in fields:
        yield field
        yield from every_field(field.get("fields", []))
        yield from every_field([field["field"]] if "field" in field else [])


def named(schema, *path):
    fields = FORM.fields(schema)
    for name in path:
        found = next(one for one in fields if one["name"] == name)
        fields = found.get("fields", [])
    return found


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda one: one.__name__)
def test_no_key_is_without_a_field_and_a_german_label(schema):
    english = Form(CHOICES, lambda text: text)
    for mapping in mappings(parts_of(schema)):
        fields = FORM.fields(mapping.schema)
        names = {field["name"] for field in fields}
        assert names - {"body"} == set(mapping.keys)
        for name in mapping.keys:
            label = FORM.label(mapping.schema, name)
            assert label
            is_same_word = label in set("Text Name IBAN BIC Bank Logo Fax Online".split())
            assert is_same_word or label != english.label(mapping.schema, name), name


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda one: one.__name__)
def test_no_hint_has_a_gap_in_it(schema):
    for field in every_field(FORM.fields(schema)):
        assert "{" not in field["label"] + field.get("hint", "")


def test_a_form_has_the_shape_of_its_file():
    def names(shape):
        match shape["type"]:
            case "mapping":
                return {key: names(one) for key, one in shape["keys"].items()}
            case "fact":
                return {"value": names(shape["of"]), "source": {}, "confirmed": {}}
            case "list":
                return names(shape["of"])
            case _:
                return {}

    def of_fields(fields):
        return {one["name"]: of_field(one) for one in fields if one["name"] != "body"}

    def of_field(field):
        inner = field.get("field", field)
        return of_fields(inner.get("fields", []))

    for schema in SCHEMAS:
        shape = shape_of(schema, "yaml")["root"]
        expected = names(shape) if shape["type"] == "mapping" else {"entries": names(shape)}
        assert of_fields(FORM.fields(schema)) == expected


def test_what_people_think_of_first_comes_first():
    assert [one["name"] for one in FORM.fields(NewsItem)][:6] == [
        *("title", "date", "summary", "body", "image", "pictures")
    ]
    assert [one["name"] for one in FORM.fields(Event)][:5] == [
        *("title", "date", "end_date", "start", "end")
    ]
    assert [one["name"] for one in FORM.fields(Offer)][:6] == [
        *("title", "summary", "audience", "schedule", "location", "body")
    ]


def test_what_must_be_there_is_required_and_nothing_else():
    assert {one["name"] for one in FORM.fields(NewsItem) if one["required"]} == {
        # Without a word of it, the state is another than that of a draft.
        *("title", "date", "summary", "status")
    }
    assert not named(Association, "founded")["required"]


def test_one_chooses_from_the_data():
    assert [one["value"] for one in named(Offer, "audience")["options"]] == ["Familien", "Ältere"]
    assert named(Event, "location")["options"] == [{"label": "Unser Haus", "value": "haus"}]
    assert "Garten" in named(NewsItem, "tags")["hint"]
    assert "Saal" in named(Offer, "room")["hint"]


def test_one_chooses_where_there_are_few_values():
    assert [one["value"] for one in named(NewsItem, "status")["options"]] == [
        *("Entwurf", "veröffentlicht")
    ]
    assert [one["value"] for one in named(NewsItem, "image", "people")["options"]] == [
        *("keine", "erkennbar")
    ]
    assert [one["value"] for one in named(Offer, "schedule", "feiertage")["options"]] == [
        *("ja", "nein")
    ]
    assert "Impressum" in [one["value"] for one in named(Page, "template")["options"]]


def test_days_are_chosen_in_a_calendar():
    assert named(NewsItem, "date")["widget"] == "datetime"
    assert named(Offer, "schedule", "am")["field"]["widget"] == "datetime"
    assert named(Locations, "entries", "address", "confirmed")["widget"] == "datetime"


def test_times_are_rows_of_day_from_to_rhythm_and_exceptions():
    schedule = named(Offer, "schedule")
    assert schedule["widget"] == "list"
    labels = [one["label"] for one in schedule["fields"]]
    assert labels[:5] == ["Wochentag", "Einzelne Tage", "Von", "Bis", "Wie oft"]


def test_a_picture_with_all_that_is_said_of_it_stands_in_one_place():
    assert [one["name"] for one in named(NewsItem, "image")["fields"]][:6] == [
        *("file", "alt", "caption", "credit", "people", "consent")
    ]
    assert named(NewsItem, "pictures", "file")["widget"] == "image"


def test_hints_of_a_form_are_the_sentences_of_new():
    assert named(NewsItem, "summary")["hint"] == "Ein, zwei Sätze für Listen und Suchmaschinen"


def test_the_menu_of_the_editor_is_what_people_look_for():
    cms = configuration(LAYOUT, CHOICES, GERMAN, "content")["cms"]
    assert [one["label"] for one in cms["collections"]] == [
        *("Aktuelles", "Angebote", "Termine", "Stellen", "Seiten", "Seiten: verein", "Unser Haus")
    ]


def test_every_format_has_its_shape():
    made = configuration(LAYOUT, CHOICES, GERMAN, "content")
    folders = [one for one in made["cms"]["collections"] if "folder" in one]
    files = [one for each in made["cms"]["collections"] for one in each.get("files", [])]
    assert {one["format"] for one in [*folders, *files]} == set(made["shapes"])


def test_nobody_is_offered_pictures_of_others():
    cms = configuration(LAYOUT, CHOICES, GERMAN, "content")["cms"]
    assert cms["media_libraries"]["stock_assets"] is False
