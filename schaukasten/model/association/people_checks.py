"""`people.yaml` and the association → what between two of their places cannot be so."""

from __future__ import annotations

from collections.abc import Iterator

from schaukasten.language.messages import _
from schaukasten.model.association.data import Data
from schaukasten.model.reading.problem import Invalid, Problem, Severity
from schaukasten.model.reading.schema import ENTRIES
from schaukasten.model.reading.telephone import telephone
from schaukasten.model.reading.written_out import as_list, in_a_row

_FILE = "people.yaml"


def people_faults(data: Data) -> Iterator[Problem]:
    """Yield what is wrong with people and groups; references to them are looked at elsewhere."""
    if data.people is None:
        return
    yield from _names_of_two(data)
    yield from _group_or_person(data)
    yield from _groups_alike(data)
    yield from _values_in_a_row(data)
    yield from _undialable(data)
    yield from _nobody_remains(data)


def _names_of_two(data: Data) -> Iterator[Problem]:
    """Yield an error for an id that is taken, a hint for a name: two people may have the same."""
    assert data.people is not None
    ids: set[str] = set()
    names: set[str] = set()
    for number, one in enumerate(data.people.entries):
        if one.id in ids:
            what = _("“{value}” stands twice in this list.", value=one.id)
            remedy = _("Give each entry a name of its own.")
            yield data.error(_FILE, (ENTRIES, number, "id"), Invalid(what, remedy))
        elif one.name in names:
            what = _("“{name}” stands twice in this list.", name=one.name)
            remedy = _("If it is one person, one entry is enough: it may have several groups.")
            place = (ENTRIES, number, "name")
            yield data.problem(_FILE, place, Severity.HINT, what, remedy)
        ids.add(one.id)
        names.add(one.name)


def _group_or_person(data: Data) -> Iterator[Problem]:
    """Yield an error for an id that is the name of a group: a page may name both."""
    assert data.people is not None
    for number, one in enumerate(data.people.entries):
        if one.id in data.people.groups:
            what = _("“{name}” is the id of a person and the name of a group.", name=one.id)
            remedy = _("Give the person another id, for instance with the surname.")
            yield data.error(_FILE, (ENTRIES, number, "id"), Invalid(what, remedy))


def _groups_alike(data: Data) -> Iterator[Problem]:
    """Yield a warning for a group that is written in two ways."""
    assert data.people is not None
    usual: dict[str, str] = {}
    for number, one in enumerate(data.people.entries):
        for index, group in enumerate(one.groups):
            first = usual.setdefault(group.name.casefold(), group.name)
            if group.name != first:
                what = _("The group “{name}” is “{other}” elsewhere.", name=group.name, other=first)
                remedy = _("Write it alike, or pages take it for two groups.")
                place = (ENTRIES, number, "groups", index)
                yield data.problem(_FILE, place, Severity.WARNING, what, remedy)


def _values_in_a_row(data: Data) -> Iterator[Problem]:
    """Yield a warning for several groups or languages that are written as one."""
    assert data.people is not None
    for number, one in enumerate(data.people.entries):
        for key, names in (
            ("groups", [at.name for at in one.groups]),
            ("languages", one.languages),
        ):
            for index, name in enumerate(names):
                if parts := in_a_row(name):
                    what = _("“{value}” counts as one value here.", value=name)
                    remedy = _("Write several as a list: {list}", list=as_list(parts))
                    place = (ENTRIES, number, key, index)
                    yield data.problem(_FILE, place, Severity.WARNING, what, remedy)


def _undialable(data: Data) -> Iterator[Problem]:
    """Yield an error for each number that does not exist in the association's country."""
    assert data.people is not None
    for number, one in enumerate(data.people.entries if data.country else []):
        try:
            if one.phone:
                telephone(one.phone, data.country)
        except Invalid as invalid:
            yield data.error(_FILE, (ENTRIES, number, "phone"), invalid)


def _nobody_remains(data: Data) -> Iterator[Problem]:
    """Yield what is open once all who speak for the association have left (§ 5 DDG).

    It is so from the day on which it is written that they will leave: else a night would come
    after which the site is not published.
    """
    people = data.people
    found = (data.association.represented_by.value if data.association else None) or []
    if people is None or not found:
        return
    known = [(one, people.get(one.person)) for one in found if one.person]
    leaving = [person for _one, person in known if person and person.left]
    if len(leaving) == len(found):
        names = ", ".join(person.name for person in leaving)
        what = _("Who represents the association after {names} is not known.", names=names)
        remedy = _("Name who follows, beside those who leave: § 5 DDG asks for it.")
        yield data.problem("association.yaml", ("represented_by",), Severity.OPEN, what, remedy)
