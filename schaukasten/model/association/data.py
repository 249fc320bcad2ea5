"""`content/data/*.yaml` → the association's data, or every problem in them."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TypeVar
from zoneinfo import ZoneInfo

from schaukasten.language.messages import Message, _
from schaukasten.model.association.association import Association, Audiences, Navigation
from schaukasten.model.association.gone import Gone
from schaukasten.model.association.location import Locations
from schaukasten.model.reading.fact import open_facts
from schaukasten.model.reading.problem import Invalid, Problem, Severity
from schaukasten.model.reading.schema import ENTRIES, Schema, read
from schaukasten.model.reading.source import SourceError, locate, read_text
from schaukasten.model.reading.telephone import telephone
from schaukasten.model.reading.yaml_text import Loc, YamlText, parse
from schaukasten.model.time.days_off import DaysOff, Holidays, regions

FOLDER = PurePosixPath("data")
#: Used for messages when the association's own language cannot be read.
FALLBACK_LANGUAGE = "de"
M = TypeVar("M", bound=Schema)


@dataclass
class Data:
    """What belongs to no single page; a part is None when its file has errors."""

    association: Association | None = None
    locations: Locations | None = None
    audiences: Audiences | None = None
    navigation: Navigation | None = None
    #: Files that a site may do without.
    gone: Gone | None = None
    holidays: Holidays | None = None
    problems: list[Problem] = field(default_factory=list)
    #: The lines of each file, by its name.
    yaml: dict[str, YamlText] = field(default_factory=dict)

    @property
    def language(self) -> str:
        return self.association.language if self.association else FALLBACK_LANGUAGE

    @property
    def zone(self) -> ZoneInfo:
        """The association's time zone."""
        return ZoneInfo(self.association.timezone if self.association else "UTC")

    def today(self) -> dt.date:
        """Return the day that it is in the association's time zone."""
        return dt.datetime.now(self.zone).date()

    @property
    def days_off(self) -> DaysOff:
        """The holidays where the association is."""
        school = self.holidays.school if self.holidays else None
        days = tuple(school.value or ()) if school else ()
        if self.association is None:
            return DaysOff("", None, self.language, days)
        return DaysOff(self.association.country, self.association.region, self.language, days)

    def error(self, file: str, place: int | Loc, invalid: Invalid) -> Problem:
        """Return the error at a line of one of the files, or at a place in its YAML."""
        return self.problem(file, place, Severity.ERROR, invalid.what, invalid.remedy)

    def problem(
        self, file: str, place: int | Loc, severity: Severity, what: Message, remedy: Message
    ) -> Problem:
        line = place if isinstance(place, int) else self.yaml[file].line_of(place)
        return Problem(str(FOLDER / file), line, severity, what, remedy)


def read_data(content: Path) -> Data:
    """Read the data files below `content`."""
    data = Data()
    data.association = _read(content, "association.yaml", Association, data)
    data.locations = _read(content, "locations.yaml", Locations, data)
    data.audiences = _read(content, "audiences.yaml", Audiences, data)
    data.navigation = _read(content, "navigation.yaml", Navigation, data)
    data.gone = _read(content, "gone.yaml", Gone, data, if_missing=Gone())
    data.holidays = _read(content, "holidays.yaml", Holidays, data, if_missing=Holidays())
    data.problems += _twins(data)
    data.problems += _region(data)
    data.problems += _contradictions(data)
    data.problems += _undialable(data)
    data.problems += _open_items(data)
    return data


def _read(
    content: Path, name: str, model: type[M], data: Data, if_missing: M | None = None
) -> M | None:
    file = str(FOLDER / name)
    if if_missing is not None and not os.path.lexists(content / FOLDER / name):
        return if_missing
    try:
        text = read_text(locate(content, FOLDER, name))
    except SourceError as error:
        data.problems.append(data.error(name, error.line, error))
        return None
    except Invalid as invalid:
        data.problems.append(data.error(name, 1, invalid))
        return None
    yaml = data.yaml[name] = parse(text)
    if ENTRIES in model.model_fields:
        yaml = data.yaml[name] = _as_entries(yaml)
    result, problems = read(model, yaml, file)
    data.problems += problems
    return result


def _as_entries(yaml: YamlText) -> YamlText:
    """Give a file that is a list the shape of a mapping, as schemas are."""
    lines = {(ENTRIES, *loc): line for loc, line in yaml.lines.items()}
    return YamlText({ENTRIES: yaml.data or []}, lines | {(): 1}, yaml.errors)


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


def _contradictions(data: Data) -> Iterator[Problem]:
    """Yield an error for special hours that say otherwise than others of the same days."""
    for index, house in enumerate(data.locations.entries if data.locations else []):
        for place, one in enumerate(house.special_hours):
            if any(one.contradicts(other) for other in house.special_hours[:place]):
                what = _("These days lie within others that stand before them.")
                remedy = _("Let one end before the other begins: check “ab” and “zuletzt”.")
                loc = (ENTRIES, index, "special_hours", place)
                yield data.error("locations.yaml", loc, Invalid(what, remedy))


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


def _open_items(data: Data) -> Iterator[Problem]:
    for part, name in (
        (data.association, "association.yaml"),
        (data.locations, "locations.yaml"),
        (data.holidays, "holidays.yaml"),
    ):
        if part is not None and name in data.yaml:
            yield from open_facts(part, data.yaml[name], str(FOLDER / name))
    logo = data.association.logo if data.association else None
    if logo and logo.value and logo.value.placeholder:
        what = _("The logo is a placeholder.")
        remedy = _("Put the real one in its place and delete “placeholder”.")
        yield data.problem("association.yaml", ("logo",), Severity.OPEN, what, remedy)
