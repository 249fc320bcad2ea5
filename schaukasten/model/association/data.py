"""`content/data/*.yaml` → the association's data, or every problem in them."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from schaukasten.kept.codec import pack, unpack
from schaukasten.kept.digest import digest_of
from schaukasten.kept.made_by import made_by
from schaukasten.kept.memory import Memory
from schaukasten.kept.stamps import read_digest
from schaukasten.language.catalogs import FALLBACK_LANGUAGE
from schaukasten.language.messages import Message
from schaukasten.model.association.association import Association, Audience, Audiences, Navigation
from schaukasten.model.association.gone import Gone
from schaukasten.model.association.location import Location, Locations
from schaukasten.model.association.person import People
from schaukasten.model.reading.located import locate
from schaukasten.model.reading.problem import Invalid, Place, Problem, Severity
from schaukasten.model.reading.schema import ENTRIES, Schema, read
from schaukasten.model.reading.source import SourceError, read_text
from schaukasten.model.reading.typeset import typeset
from schaukasten.model.reading.yaml_places import Loc, YamlText
from schaukasten.model.reading.yaml_text import parse
from schaukasten.model.time.days_off import DaysOff, Holidays

FOLDER = PurePosixPath("data")
FILES = tuple(
    f"{name}.yaml"
    for name in "association locations audiences navigation gone holidays people".split()
)
M = TypeVar("M", bound=Schema)


class Whole(NamedTuple):
    """The data of an association, without an error in any file."""

    association: Association
    locations: list[Location]
    audiences: list[Audience]
    navigation: Navigation
    gone: list[str]
    people: People


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
    people: People | None = None
    problems: list[Problem] = field(default_factory=list)
    #: The lines of each file, by its name.
    yaml: dict[str, YamlText] = field(default_factory=dict)
    #: The digest of all files.
    made_of: str = ""

    @property
    def language(self) -> str:
        return self.association.language if self.association else FALLBACK_LANGUAGE

    @property
    def country(self) -> str:
        """Where the association is; empty when its file has errors."""
        return self.association.country if self.association else ""

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
        local = tuple(self.holidays.local) if self.holidays else ()
        region = self.association.region if self.association else None
        return DaysOff(self.country, region, self.language, days, local)

    @property
    def whole(self) -> Whole:
        """The parts of data without an error, of which none is missing then."""
        assert self.association is not None
        assert self.locations is not None
        assert self.audiences is not None
        assert self.navigation is not None
        assert self.gone is not None
        assert self.people is not None
        return Whole(
            self.association,
            self.locations.entries,
            self.audiences.entries,
            self.navigation,
            self.gone.addresses,
            self.people,
        )

    def error(self, file: str, place: int | Loc, invalid: Invalid) -> Problem:
        """Return the error at a line of one of the files, or at a place in its YAML."""
        return self.problem(file, place, Severity.ERROR, invalid.what, invalid.remedy)

    def problem(
        self, file: str, place: int | Loc, severity: Severity, what: Message, remedy: Message
    ) -> Problem:
        where = Place(place) if isinstance(place, int) else self.yaml[file].place_of(place)
        at = str(FOLDER / file)
        return Problem(at, where.line, severity, what, remedy, columns=where.columns)


def read_data(content: Path, memory: Memory | None = None) -> Data:
    """Read the data files below `content`; what they say of each other is looked at later."""
    memory = memory or Memory.of(content)
    held = [memory.stamps.digest(str(FOLDER / name)) for name in FILES]
    # A file that may be missing is not one that nobody can read.
    there = [str(os.path.lexists(content / FOLDER / name)) for name in FILES]
    key = digest_of("data", made_by(), *held, *there)
    if (raw := memory.shelf.get(key)) is not None:
        data: Data = unpack(raw)
        return data
    data = _read_all(content)
    data.made_of = key
    # What was read in between may not be what was digested; and an error is found again.
    if not data.problems and held == [read_digest(content / FOLDER / name) for name in FILES]:
        memory.shelf.put(key, pack(data))
    return data


def _read_all(content: Path) -> Data:
    data = Data()
    data.association = _read(content, "association.yaml", Association, data)
    data.locations = _read(content, "locations.yaml", Locations, data)
    data.audiences = _read(content, "audiences.yaml", Audiences, data)
    data.navigation = _read(content, "navigation.yaml", Navigation, data)
    data.gone = _read(content, "gone.yaml", Gone, data, if_missing=Gone())
    data.holidays = _read(content, "holidays.yaml", Holidays, data, if_missing=Holidays())
    data.people = _read(content, "people.yaml", People, data, if_missing=People())
    return _typeset(data)


def _typeset(data: Data) -> Data:
    """Set all words in the marks of the association's language, which is known only now."""
    data.association = typeset(data.association, data.language)
    data.locations = typeset(data.locations, data.language)
    data.audiences = typeset(data.audiences, data.language)
    data.navigation = typeset(data.navigation, data.language)
    data.holidays = typeset(data.holidays, data.language)
    data.people = typeset(data.people, data.language)
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
    places = {(ENTRIES, *loc): place for loc, place in yaml.places.items()}
    keys = {(ENTRIES, *loc): place for loc, place in yaml.keys.items()}
    return YamlText({ENTRIES: yaml.data or []}, places | {(): Place(1)}, keys, yaml.errors)
