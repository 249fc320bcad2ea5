"""What JavaScript knows of our files is what the schemas say of them."""

from __future__ import annotations

from schaukasten.forms.shape import shape_of
from schaukasten.model.association.association import Association, Audiences
from schaukasten.model.association.location import Locations
from schaukasten.model.kinds.news import NewsItem
from schaukasten.model.kinds.offer import Offer
from schaukasten.model.kinds.page import Page
from schaukasten.model.time.days_off import Holidays


def keys(schema, layout="front-matter"):
    return shape_of(schema, layout)["root"]["keys"]


def test_a_file_that_is_a_list_has_a_list_as_its_root():
    assert shape_of(Audiences, "yaml")["root"]["type"] == "list"


def test_keys_are_those_of_the_file():
    slot = keys(Offer)["schedule"]["of"]["keys"]
    assert list(slot)[:4] == ["wochentag", "am", "von", "bis"]
    assert "register" in keys(Association, "yaml")


def test_days_of_the_week_may_be_a_list():
    assert keys(Offer)["schedule"]["of"]["keys"]["wochentag"] == {"type": "words"}


def test_what_must_be_a_day_is_one():
    news, slot = keys(NewsItem), keys(Offer)["schedule"]["of"]["keys"]
    assert news["date"] == news["publish_from"] == {"type": "date"}
    assert slot["am"]["of"] == slot["nicht"]["of"]["keys"]["am"] == {"type": "date"}
    # A year of the history, a holiday of every year.
    assert keys(Association, "yaml")["founded"]["of"] == {"type": "value"}
    assert keys(Holidays, "yaml")["local"]["of"]["keys"]["am"] == {"type": "value"}


def test_an_entry_without_keys_stands_for_a_day():
    pauses = keys(Offer)["schedule"]["of"]["keys"]["nicht"]
    assert pauses["short"] == "am"
    assert set(pauses["of"]["keys"]) == {"am", "ab", "zuletzt", "grund"}


def test_an_empty_list_is_written_where_it_must_be_there():
    assert keys(Offer)["schedule"]["required"]
    assert "required" not in keys(Offer)["languages"]


def test_facts_hold_what_they_are_about():
    location = shape_of(Locations, "yaml")["root"]["of"]["keys"]
    assert location["address"]["of"]["keys"]["street"] == {"type": "value"}
    assert location["hours"] == {
        "type": "fact",
        "of": {
            "type": "list",
            "of": {
                "type": "mapping",
                "keys": {
                    "wochentag": {"type": "words"},
                    "von": {"type": "value"},
                    "bis": {"type": "value"},
                },
            },
        },
    }
    assert keys(Association, "yaml")["logo"]["of"]["type"] == "mapping"


def test_what_holds_without_a_word_is_said_where_there_is_an_answer():
    news, slot = keys(Offer), keys(Offer)["schedule"]["of"]["keys"]
    assert news["status"]["default"] == "veröffentlicht"
    assert slot["ferien"]["default"] == "ja"
    assert keys(Page)["template"]["default"] == "Seite"
    note = news["image"]["keys"]
    assert note["decorative"]["default"] == "nein"
    # Nobody has said whether there are people, or whether it takes place on holidays.
    assert "default" not in note["people"]
    assert "default" not in slot["feiertage"]
