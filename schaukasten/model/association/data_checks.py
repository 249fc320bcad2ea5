"""The association's data → what in them cannot be so, and what is not known yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from schaukasten.language.messages import _
from schaukasten.model.association.data import FOLDER, Data
from schaukasten.model.reading.fact import open_facts
from schaukasten.model.reading.problem import Invalid, Problem, Severity
from schaukasten.model.reading.schema import ENTRIES
from schaukasten.model.reading.telephone import telephone
from schaukasten.model.time.public_holidays import regions
from schaukasten.model.time.stretch import MORNING

_REGISTERED = re.compile(r"\be\.\s*V\b", re.IGNORECASE)


def faults(data: Data) -> Iterator[Problem]:
    """Yield what is wrong between two places of the data, and each open item."""
    yield from _twins(data)
    yield from _region(data)
    yield from _local_holidays(data)
    yield from _contradictions(data)
    yield from _late_closing(data)
    yield from _undialable(data)
    yield from _needed(data)
    yield from _unregistered(data)
    yield from _open_items(data)


def _twins(data: Data) -> Iterator[Problem]:
    """Yield an error for each location or audience that is called like one before it."""
    locations = [one.id for one in data.locations.entries] if data.locations else []
    audiences = [one.name for one in data.audiences.entries] if data.audiences else []
    anchors = [one.anchor for one in data.audiences.entries] if data.audiences else []
    for name, key, values in (
        ("locations.yaml", "id", locations),
        ("audiences.yaml", "name", audiences),
        ("audiences.yaml", "slug", anchors),
    ):
        for index, value in enumerate(values):
            if value in values[:index]:
                what = _("“{value}” stands twice in this list.", value=value)
                remedy = _("Give each entry a name of its own.")
                yield data.error(name, (ENTRIES, index, key), Invalid(what, remedy))


def _region(data: Data) -> Iterator[Problem]:
    """Yield an error for a region that the country does not have, a hint for one left out."""
    association = data.association
    if association is None:
        return
    known = regions(association.country)
    remedy = _("Choose one of: {choices}.", choices=", ".join(known))
    if association.region is None and known:
        what = _("Without “region” only the holidays of the whole country are known.")
        yield data.problem("association.yaml", ("country",), Severity.HINT, what, remedy)
    elif association.region is not None and association.region not in known:
        what = _("“{value}” is no region whose holidays are known.", value=association.region)
        if not known:
            remedy = _("Delete the line: of this country no region is known.")
        yield data.error("association.yaml", ("region",), Invalid(what, remedy))


def _local_holidays(data: Data) -> Iterator[Problem]:
    """Yield a warning for a holiday without a day whose name is that of none.

    No error: there are holidays of a single year, and no build fails because that has begun.
    """
    days_off, year = data.days_off, data.today().year
    for index, one in enumerate(days_off.local if data.association else ()):
        if not any(days_off.knows(one, near) for near in range(year - 1, year + 4)):
            what = _("Of “{name}” it is not known on which day it is.", name=one.name)
            remedy = _("Check the name, or add the day: am: 8. August")
            place = ("local", index, "name")
            yield data.problem("holidays.yaml", place, Severity.WARNING, what, remedy)


def _contradictions(data: Data) -> Iterator[Problem]:
    """Yield an error for special hours that say otherwise than others of the same days."""
    for index, house in enumerate(data.locations.entries if data.locations else []):
        for place, one in enumerate(house.special_hours):
            if any(one.contradicts(other) for other in house.special_hours[:place]):
                what = _("These days lie within others that stand before them.")
                remedy = _("Let one end before the other begins: check “ab” and “zuletzt”.")
                loc = (ENTRIES, index, "special_hours", place)
                yield data.error("locations.yaml", loc, Invalid(what, remedy))


def _late_closing(data: Data) -> Iterator[Problem]:
    """Yield a hint where two hours may have changed places: a night is read from them."""
    for index, house in enumerate(data.locations.entries if data.locations else []):
        for place, one in enumerate((house.hours.value if house.hours else None) or []):
            if one.start > one.end > MORNING:
                times = {"start": f"{one.start:%H:%M}", "end": f"{one.end:%H:%M}"}
                what = _("It begins at {start} and ends at {end} on the next day.", **times)
                remedy = _("Check the two hours; if it is so, all is well.")
                loc = (ENTRIES, index, "hours", "value", place, "bis")
                yield data.problem("locations.yaml", loc, Severity.HINT, what, remedy)


def _undialable(data: Data) -> Iterator[Problem]:
    """Yield an error for each number that does not exist in the association's country."""
    if data.association is None or data.locations is None:
        return
    for index, location in enumerate(data.locations.entries):
        for key, fact in (("phone", location.phone), ("fax", location.fax)):
            try:
                if fact and fact.value:
                    telephone(fact.value, data.association.country)
            except Invalid as invalid:
                yield data.error("locations.yaml", (ENTRIES, index, key, "value"), invalid)


def _needed(data: Data) -> Iterator[Problem]:
    """Yield an error where the main house is said to lack what every imprint has to name."""
    main = data.locations.entries[0] if data.locations else None
    if main and main.address.is_none:
        what = _("The imprint has to name a street; a post-office box is not enough.")
        remedy = _("Write where letters reach you, for instance at the chair’s home.")
        yield data.error("locations.yaml", (ENTRIES, 0, "address"), Invalid(what, remedy))
    if main and main.email.is_none:
        what = _("The imprint has to name an e-mail address.")
        remedy = _("Set one up that somebody reads, and write it here: email: post@example.org")
        yield data.error("locations.yaml", (ENTRIES, 0, "email"), Invalid(what, remedy))


def _unregistered(data: Data) -> Iterator[Problem]:
    """Yield a warning for a name with "e. V." of an association that is in no register."""
    association = data.association
    if association and association.register_entry.is_none and _REGISTERED.search(association.name):
        what = _(
            "“{name}” says “e. V.”, and “register” says that there is no entry.",
            name=association.name,
        )
        remedy = _(
            "Only a registered association may be called so (§ 65 BGB): correct one of them."
        )
        yield data.problem("association.yaml", ("name",), Severity.WARNING, what, remedy)


def _open_items(data: Data) -> Iterator[Problem]:
    parts = {
        "association": data.association,
        "locations": data.locations,
        "holidays": data.holidays,
    }
    for name, part in ((f"{stem}.yaml", part) for stem, part in parts.items()):
        if part is not None and name in data.yaml:
            yield from open_facts(part, data.yaml[name], str(FOLDER / name))
    logo = data.association.logo if data.association else None
    if logo and logo.value and logo.value.placeholder:
        what = _("The logo is a placeholder.")
        remedy = _("Put the real one in its place and delete “placeholder”.")
        yield data.problem("association.yaml", ("logo",), Severity.OPEN, what, remedy)
