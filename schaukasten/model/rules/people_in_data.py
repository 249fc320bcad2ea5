"""`people.yaml` beside all else → who is shown nowhere, what changes when somebody leaves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from schaukasten.language.days import day_in_words
from schaukasten.language.messages import _
from schaukasten.model.association.data import FILES, Data
from schaukasten.model.association.person import Person
from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.page import Page
from schaukasten.model.reading.problem import Problem, Severity
from schaukasten.model.reading.schema import ENTRIES
from schaukasten.model.reading.yaml_places import Loc
from schaukasten.model.rules.meant_people import unknown_representative
from schaukasten.model.rules.naming import texts_in
from schaukasten.model.rules.people import (
    named_after,
    named_before,
    names_who_leaves,
    names_who_left,
    namings,
)
from schaukasten.model.staff import contact_in

_PEOPLE = "people.yaml"
#: So many files are named, to know where to look.
_MOST = 5


def of_people(documents: Iterable[Document], data: Data, today: dt.date) -> Iterator[Problem]:
    """Yield what an editor should know of the people in the data on a day."""
    # To look into all documents takes long, and most associations have nobody there.
    if data.people is None or not data.people.entries:
        return
    named = _named(documents, data)
    for number, person in enumerate(data.people.entries):
        direct = named.get(person.id, [])
        places = [*direct, *(one for group in person.groups for one in named.get(group.name, ()))]
        if person.left:
            concerned = places if person.is_there(today) else direct
            yield _leaving(number, person, concerned, data, today)
        elif not places:
            what = _("{name} is shown on no page.", name=person.name)
            remedy = _(
                "Name the person in a page, people: [{group}], or in an offer, contact: {id}.",
                group=person.groups[0].name if person.groups else person.id,
                id=person.id,
            )
            yield data.problem(_PEOPLE, (ENTRIES, number), Severity.WARNING, what, remedy)
    yield from _mentions(data, today)


def unknown_representatives(data: Data) -> Iterator[Problem]:
    """Yield an error for each id of somebody who is not in `people.yaml`."""
    found = (data.association.represented_by.value if data.association else None) or []
    for number, one in enumerate(found if data.people else []):
        if one.person and data.people and data.people.get(one.person) is None:
            place = ("represented_by", "value", number, "person")
            yield data.error(
                "association.yaml", place, unknown_representative(one.person, data.people)
            )


def _named(documents: Iterable[Document], data: Data) -> dict[str, list[str]]:
    """Return by whom people and groups are named: the files, by id or by the name of a group."""
    found: dict[str, list[str]] = {}
    for document in documents:
        contact = contact_in(document.item)
        names = list(document.item.people) if isinstance(document.item, Page) else []
        names += [contact.person] if contact and contact.person else []
        for name in names:
            found.setdefault(name, []).append(str(document.source))
    if data.association is None:
        return found
    for one in data.association.represented_by.value or []:
        if one.person:
            found.setdefault(one.person, []).append("data/association.yaml")
    return found


def _leaving(
    number: int, person: Person, concerned: Iterable[str], data: Data, today: dt.date
) -> Problem:
    """Return what becomes of somebody who leaves on a day, or has left, and in which files."""
    assert person.left is not None
    name, files = person.name, list(dict.fromkeys(concerned))
    told = ", ".join(files[:_MOST]) + (" …" if len(files) > _MOST else "")
    if person.is_there(today):
        day = day_in_words(person.left)
        what = _("{name} is shown until {day}, and then no more.", name=name, day=day)
        remedy = _("So these files change by themselves: {files}", files=told or "–")
    else:
        what = _("{name} has left, and no page shows it any more.", name=name)
        remedy = _("Delete the entry, and the picture too if there is one.")
        if files:
            remedy = _(
                "The id still stands in: {files}. Take it out there; after that, delete the entry, "
                "and the picture too if there is one.",
                files=told,
            )
    return data.problem(_PEOPLE, (ENTRIES, number, "left"), Severity.HINT, what, remedy)


def _mentions(data: Data, today: dt.date) -> Iterator[Problem]:
    """Yield where the data name somebody who has left, or will leave."""
    for has_left, rule, told in (
        (True, names_who_left, named_after),
        (False, names_who_leaves, named_before),
    ):
        for naming in namings(data, today, has_left):
            for file, loc, text in _texts(data):
                if file == _PEOPLE and _is_of(loc, naming.person, data):
                    continue
                for _line, words in naming.lines_of(text):
                    found = told(words, naming)
                    problem = data.problem(file, loc, rule.severity, found.what, found.remedy)
                    yield replace(problem, rule=rule.name)


def _texts(data: Data) -> Iterator[tuple[str, Loc, str]]:
    for file in FILES:
        if file in data.yaml:
            for loc, text in texts_in(data.yaml[file].data):
                yield file, loc, text


def _is_of(loc: Loc, person: Person, data: Data) -> bool:
    """Whether a place is in the entry of somebody."""
    number = loc[1] if len(loc) > 1 else None
    entries = data.people.entries if data.people else []
    return isinstance(number, int) and entries[number].id == person.id
