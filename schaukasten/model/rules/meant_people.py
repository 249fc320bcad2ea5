"""A name that is nobody's on this site → who was meant, or the finished line for somebody else."""

from __future__ import annotations

import difflib
import re

from schaukasten.language.messages import Message, _
from schaukasten.model.association.parts import Representative
from schaukasten.model.association.person import People
from schaukasten.model.reading.answers import says_none
from schaukasten.model.reading.fields import NO
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.reading.reach import reach_in
from schaukasten.model.reading.slug import slugify
from schaukasten.model.reading.written_out import as_list, as_mapping, several_of


def unknown(id: str, people: People) -> Invalid:
    """Return what is wrong with a contact who is not known."""
    return _unknown(id, people, f"contact: {as_mapping(_reach_in(id, people))}")


def unknown_representative(id: str, people: People) -> Invalid:
    """Return what is wrong with somebody in a list of those who speak for the association."""
    return _unknown(id, people, f"- {as_mapping(Representative.meant_by(id))}")


def _unknown(id: str, people: People, example: str) -> Invalid:
    what = _("“{name}” is not a person of this site.", name=id)
    ids = [one.id for one in people.entries]
    if meant := _meant(id, people, ids):
        return Invalid(what, meant)
    if says_none(id) or id.casefold() in NO:
        return Invalid(what, _("If nobody is to be named, delete the line."))
    if not ids or re.search("[,@]|[0-9]{4}", id):
        return Invalid(what, _("Write it like this: {example}", example=example))
    remedy = _(
        "Choose one of: {choices}. Whoever is not among them is written like this: {example}",
        choices=", ".join(ids),
        example=example,
    )
    return Invalid(what, remedy)


def neither(name: str, people: People) -> Invalid:
    """Return what is wrong with what a page shows as a group or a person, and is none."""
    what = _("“{name}” is neither a group nor a person of this site.", name=name)
    known = [*people.groups, *(one.id for one in people.entries)]
    if several := several_of(name, _by_words(people)):
        return Invalid(what, _("Write several as a list: {list}", list=as_list(several)))
    if meant := _meant(name, people, known):
        return Invalid(what, meant)
    if not known:
        return Invalid(what, _("Make an entry in data/people.yaml first."))
    choices = ", ".join(dict.fromkeys(known))
    return Invalid(what, _("Choose one of: {choices}.", choices=choices))


def _by_words(people: People) -> dict[str, str]:
    """Return ids and names of groups by what may be written for them."""
    names = [str(one.name) for one in people.entries]
    known = {str(one.name): one.id for one in people.entries if names.count(str(one.name)) == 1}
    return known | {one.id: one.id for one in people.entries} | {one: one for one in people.groups}


def _meant(name: str, people: People, choices: list[str]) -> Message | None:
    """Say which of the choices was meant, as far as that is known."""
    folded = name.casefold()
    namesakes = [one.id for one in people.entries if one.name.casefold() == folded]
    if len(namesakes) > 1:
        return _("Several are called so; write one of: {choices}.", choices=", ".join(namesakes))
    by_looks = {one.casefold(): one for one in choices}
    by_looks |= {one.name.casefold(): one.id for one in people.entries}
    found = by_looks.get(folded) or by_looks.get(slugify(name))
    if not found and (close := difflib.get_close_matches(folded, by_looks, n=1, cutoff=0.8)):
        found = by_looks[close[0]]
    return _("Did you mean “{key}”?", key=found) if found else None


def _reach_in(text: str, people: People) -> dict[str, str]:
    """Return what a row like `Erika Beispiel, 0231 141662` says, each behind its key."""
    found = reach_in(text)
    name = found.get("name", "")
    person = _by_words(people).get(name, "")
    found |= {"person": person, "name": ""} if people.get(person) else {}
    return {key: found[key] for key in ("person", "name", "phone", "email") if found.get(key)}
