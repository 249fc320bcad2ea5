"""Whom texts refer to: people and groups that there are, and those who leave or have left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from schaukasten.language.days import day_in_words
from schaukasten.language.messages import _
from schaukasten.model.association.data import Data
from schaukasten.model.association.person import Person
from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.event import Event
from schaukasten.model.kinds.job import Job
from schaukasten.model.kinds.page import Page
from schaukasten.model.reading.problem import Invalid, Place, Severity
from schaukasten.model.reading.yaml_places import Loc
from schaukasten.model.rules.meant_people import neither, unknown
from schaukasten.model.rules.naming import Naming, leavers, texts_in
from schaukasten.model.rules.rule import Context, Finding, rule
from schaukasten.model.staff import contact_in


@rule(Severity.ERROR, _("Unknown person or group"))
def unknown_person(document: Document, context: Context) -> Iterator[Finding]:
    """Where somebody should stand there would be nobody, and no one would know why."""
    people = context.data.people
    if people is None:
        return
    contact = contact_in(document.item)
    if contact and contact.person is not None and people.get(contact.person) is None:
        yield ("contact", "person"), unknown(contact.person, people)
    known = {*people.groups, *(one.id for one in people.entries)}
    for index, name in enumerate(_asked_for(document)):
        if name not in known:
            yield ("people", index), neither(name, people)


@rule(Severity.HINT, _("Somebody who leaves"))
def leaving_person(document: Document, context: Context) -> Iterator[Finding]:
    """Who leaves goes from pages by themselves; whoever keeps these should have seen it before."""
    people = context.data.people
    if people is None or not _is_shown(document, context.today):
        return
    contact = contact_in(document.item)
    person = people.get(contact.person) if contact else None
    if person and person.left:
        yield ("contact", "person"), _asked_elsewhere(person, person.left, context.today)
    for index, name in enumerate(_asked_for(document)):
        single = people.get(name)
        found = people.members(name) or ([single] if single else [])
        days = [one.left for one in found if one.left]
        if found and len(days) == len(found):
            yield ("people", index), _left_out(name, max(days), context.today)


@rule(Severity.WARNING, _("Text that names somebody who has left"))
def names_who_left(document: Document, context: Context) -> Iterator[Finding]:
    """Who rings somebody who is no longer there reaches nobody. Reports may go on naming them."""
    for naming in namings(context.data, context.today, has_left=True):
        for place, words in _mentions(document, naming, context.today):
            yield place, named_after(words, naming)


@rule(Severity.HINT, _("Text that names somebody who will leave"))
def names_who_leaves(document: Document, context: Context) -> Iterator[Finding]:
    """Other than what refers to a person, words do not change by themselves."""
    for naming in namings(context.data, context.today, has_left=False):
        for place, words in _mentions(document, naming, context.today):
            yield place, named_before(words, naming)


def namings(data: Data, today: dt.date, has_left: bool) -> Iterator[Naming]:
    """Yield how those are named who have left, or are yet to leave."""
    for person in leavers(data):
        if person.is_there(today) is not has_left:
            yield Naming.of(person, data)


def named_after(words: str, naming: Naming) -> Invalid:
    name = naming.person.name
    what = _("“{words}” stands here, and {name} has left.", words=words, name=name)
    return Invalid(what, _("Name who is asked now, or take the words out."))


def named_before(words: str, naming: Naming) -> Invalid:
    person = naming.person
    assert person.left is not None
    what = _(
        "“{words}” stands here, and {name} leaves after {day}.",
        words=words,
        name=person.name,
        day=day_in_words(person.left),
    )
    return Invalid(what, _("See to it that somebody changes it then."))


def _asked_for(document: Document) -> list[str]:
    return document.item.people if isinstance(document.item, Page) else []


def _is_shown(document: Document, today: dt.date) -> bool:
    """Whether visitors see it, or may see it yet."""
    return document.item.expires is None or today <= document.item.expires


def _asked_elsewhere(person: Person, last: dt.date, today: dt.date) -> Invalid:
    if today <= last:
        day = day_in_words(last)
        what = _("{name} is there until {day}; then the house is asked.", name=person.name, day=day)
    else:
        what = _("{name} has left: in their place the house is asked.", name=person.name)
    return Invalid(what, _("Write who is asked instead, or delete the contact."))


def _left_out(name: str, last: dt.date, today: dt.date) -> Invalid:
    if today <= last:
        day = day_in_words(last)
        what = _(
            "“{name}” is shown until {day}; then nobody is there any more.", name=name, day=day
        )
    else:
        what = _("“{name}” is not shown: nobody is there any more.", name=name)
    return Invalid(what, _("Delete it here, or enter in data/people.yaml who is there now."))


def _mentions(
    document: Document, naming: Naming, today: dt.date
) -> Iterator[tuple[Place | Loc, str]]:
    """Yield the places in a document that name somebody; of what is over, whom to ask."""
    if not _is_shown(document, today):
        return
    is_over = document.kind == "ARTICLE"
    if isinstance(document.item, Event | Job):
        is_over = document.item.last_day < today
    for loc, text in texts_in(document.yaml.data):
        for _line, words in naming.lines_of(text, only_reach=is_over and loc[0] != "contact"):
            yield loc, words
    for line, words in naming.lines_of(document.markdown, only_reach=is_over):
        yield Place(document.body_line + line), words
