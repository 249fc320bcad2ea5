"""What a value may be → the words that a form offers, and those that files may have instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import get_args

from pydantic.fields import FieldInfo

from schaukasten.forms.parts import Check, ListPart, Mapping, Value, parts_of
from schaukasten.language.messages import Gettext, _
from schaukasten.model.association.data import Data
from schaukasten.model.association.parts import Representative
from schaukasten.model.association.person import People
from schaukasten.model.documents.document import Document
from schaukasten.model.files.picture_note import People as PeopleShown
from schaukasten.model.files.picture_note import PictureNote
from schaukasten.model.kinds.item import Contact, Item, Status
from schaukasten.model.kinds.job import Job
from schaukasten.model.kinds.job_terms import WORDS as JOB_WORDS
from schaukasten.model.kinds.news import NewsItem
from schaukasten.model.kinds.occasion import Occasion
from schaukasten.model.kinds.offer import Offer
from schaukasten.model.kinds.page import TEMPLATES, Page
from schaukasten.model.reading.fields import NO, YES, Weekday, YesNo
from schaukasten.model.staff import contact_in
from schaukasten.model.time.rhythm import RHYTHMS


@dataclass(frozen=True)
class Choices:
    """Values for a form to choose from, each with its label; and those that the data bring."""

    audiences: dict[str, str] = field(default_factory=dict)
    locations: dict[str, str] = field(default_factory=dict)
    rooms: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    #: What the first page of a folder is called, by the folder.
    folders: dict[str, str] = field(default_factory=dict)
    #: Of people by their id, and of groups.
    people: dict[str, str] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)
    #: By key, what texts name and the data do not have (any more).
    unknown: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, data: Data, documents: Iterable[Document]) -> Choices:
        """What there is so far; a part is empty where its file has errors."""
        audiences = data.audiences.entries if data.audiences else []
        locations = data.locations.entries if data.locations else []
        tags: set[str] = set()
        folders: dict[str, str] = {}
        people = data.people or People()
        named: dict[str, set[str]] = {
            **{"audience": set(), "location": set(), "people": set()},
            "person": {one.person for one in _representatives(data) if one.person},
        }
        for one in documents:
            named["audience"].update(one.item.audience if isinstance(one.item, Offer) else ())
            if isinstance(one.item, Occasion | Job) and one.item.location:
                named["location"].add(one.item.location)
            if (contact := contact_in(one.item)) and contact.person:
                named["person"].add(contact.person)
            named["people"].update(one.item.people if isinstance(one.item, Page) else ())
            tags.update(one.item.tags if isinstance(one.item, NewsItem) else ())
            if len(one.source.parts) == 2 and one.source.stem == "index":
                folders[one.source.parts[0]] = str(one.item.title)
        known = {
            "audience": {str(one.name): str(one.name) for one in audiences},
            "location": {str(one.id): str(one.name) for one in locations},
            "person": {str(one.id): str(one.name) for one in people.entries},
        }
        groups = {str(name): str(name) for name in people.groups}
        known["people"] = groups | known["person"]
        return cls(
            known["audience"],
            known["location"],
            tuple(dict.fromkeys(room for one in locations for room in one.rooms)),
            tuple(sorted(tags, key=str.casefold)),
            folders,
            known["person"],
            groups,
            {key: tuple(sorted(named[key] - known[key].keys())) for key in known},
        )

    @property
    def suggestions(self) -> dict[str, list[str]]:
        """What may be chosen, by key, where something else may be typed as well."""
        return {
            "tags": list(self.tags),
            "room": list(self.rooms),
            "wochentag": [*(day.name for day in Weekday), "Montag bis Freitag"],
            "rhythmus": list(RHYTHMS),
        }


def _representatives(data: Data) -> list[Representative]:
    return (data.association.represented_by.value if data.association else None) or []


#: By what a value passes: each word that may stand in a file, and the one that forms show.
_WORDS: dict[Check, dict[str, str]] = {
    get_args(YesNo)[-1]: dict.fromkeys(YES, YES[0]) | dict.fromkeys(NO, NO[0]),
}
_OF_FIELDS: list[tuple[type[Item] | type[PictureNote], str, dict[str, str]]] = [
    (
        Item,
        "status",
        {word.value: word.value for word in Status}
        | {"draft": Status.DRAFT.value, "published": Status.PUBLISHED.value},
    ),
    (PictureNote, "people", {word.value: word.value for word in PeopleShown}),
    (Page, "template", {word: word for word in TEMPLATES}),
    (Job, "employment", {word: kind.value for word, kind in JOB_WORDS.items()}),
]
for _schema, _key, _words in _OF_FIELDS:
    _part = parts_of(_schema).keys[_key].part
    _part = _part.of if isinstance(_part, ListPart) else _part
    assert isinstance(_part, Value)
    _WORDS[_part.checks[-1]] = _words


def words_of(value: Value) -> dict[str, str]:
    """Return each word that may stand in a file for a value, and the one of it that forms show.

    Empty where the value is none of a few.
    """
    return next((_WORDS[one] for one in value.checks if one in _WORDS), {})


def usual(field: FieldInfo, words: dict[str, str]) -> str | None:
    """Return which of the words holds where a file has none; None where there is no answer then."""
    default = field.default
    if isinstance(default, bool):
        return YES[0] if default else NO[0]
    if isinstance(default, Status):
        return default.value
    return next((word for word in words if word in TEMPLATES and TEMPLATES[word] == default), None)


def named_by(mapping: Mapping, key: str, choices: Choices, gettext: Gettext) -> dict[str, str]:
    """Return what the data let a key choose from, each with its label; empty for any other key.

    What was renamed or has gone stays a choice as long as a text names it: a form that did not show
    it could not let go of it either.
    """
    if not issubclass(mapping.schema, Item | Contact | Representative):
        return {}
    known = {
        "audience": choices.audiences,
        "location": choices.locations,
        "person": choices.people,
        "people": choices.groups | choices.people,
    }.get(key, {})
    unknown = choices.unknown.get(key, ()) if known else ()
    return known | {one: _("{name} (does not exist)", name=one).text(gettext) for one in unknown}
