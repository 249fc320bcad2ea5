"""How the site was built, for the publisher: see `schaukasten.record.build_record`."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from schaukasten.kept.digest import digest_of
from schaukasten.kept.shelf import Shelf
from schaukasten.kept.work import KEEP, made
from schaukasten.model.association.data import FOLDER
from schaukasten.model.association.location import Location
from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.event import Event
from schaukasten.model.reading.problem import Severity
from schaukasten.model.reading.schema import ENTRIES
from schaukasten.model.site import Site
from schaukasten.plugins.own_generator import OwnGenerator
from schaukasten.plugins.page_generator import save_as
from schaukasten.plugins.pelican_library import Pelican, Writer, signals
from schaukasten.record.build_record import BuildRecord, Commit
from schaukasten.record.history import Unknown, commit_of
from schaukasten.record.items import Inventory, Item, fingerprint

#: What calendars show of an offer or event, beside what they only describe.
_TOLD = frozenset(
    "title schedule date end_date start end overnight days location room place address online "
    "cancelled".split()
)
_IS_DIGEST = re.compile(rb"[0-9a-f]{16}")
_HOURS = ("address", "hours", "special_hours", "open_on_holidays")


class RecordGenerator(OwnGenerator):
    def generate_output(self, writer: Writer) -> None:
        settings = self.settings
        site = settings["SITE"]
        content = Path(settings["PATH"])
        commit = settings.get("COMMIT") or commit_of(content)
        BuildRecord(
            preview=settings["PREVIEW"],
            website=(settings["SITEURL"] or site.association.website).rstrip("/"),
            language=site.association.language,
            day=site.today.isoformat(),
            commit=commit if isinstance(commit, Commit) else None,
            commit_unknown=commit.why.text(settings["GETTEXT"])
            if isinstance(commit, Unknown)
            else "",
            open_items=[
                problem.text(settings["GETTEXT"], content.name)
                for problem in settings["PROBLEMS"]
                if problem.severity is Severity.OPEN
            ],
            redirects={redirect.address: redirect.target for redirect in site.redirects},
            ended={
                fingerprint(save_as(address)): day for address, day in sorted(site.ended.items())
            },
            to_https=settings["HTTPS_REDIRECT"],
            to_host=settings["HOST_REDIRECT"],
            inventory=self._inventory(),
        ).write(Path(self.output_path))

    def _inventory(self) -> Inventory:
        def make() -> _Json:
            shelf = self.settings["MEMORY"].shelf
            return _Json(inventory(self.site, shelf).model_dump_json())

        return Inventory.model_validate_json(self.recalled("inventory", _Json, make).text)


@dataclass(frozen=True)
class _Json:
    text: str


def inventory(site: Site, shelf: Shelf) -> Inventory:
    """Return each page and each house as the record names it."""
    former: dict[str, list[str]] = defaultdict(list)
    for redirect in site.redirects:
        if not redirect.is_calendar:
            former[redirect.target].append(redirect.address)
    times = _times([one for one in site.documents.values() if one.is_occasion], shelf)
    pages = [
        _page(one, former[one.address], times.get(one.address, ""))
        for one in site.documents.values()
    ]
    houses = [_hours(index, house, site) for index, house in enumerate(site.locations)]
    return Inventory(
        items=[*pages, *houses], hidden=sorted(map(fingerprint, site.hidden)), gone=site.gone
    )


def _times(occasions: list[Document], shelf: Shelf) -> dict[str, str]:
    """Return by the address of each what is told of its times, as a digest.

    It is made of what the lines say, so that another way of writing the same is no change.
    """

    def make(document: Document) -> bytes:
        told = document.item.model_dump(
            mode="json", include=set(_TOLD), exclude_unset=True, warnings=False
        )
        return KEEP + _digest(told).encode()

    by_address = {one.address: one for one in occasions}
    keys = {address: digest_of("times", one.made_of) for address, one in by_address.items()}
    return made(
        shelf,
        keys,
        lambda address: make(by_address[address]),
        lambda _address, raw: raw.decode(),
        lambda _address, kept: kept if _IS_DIGEST.fullmatch(kept) else None,
    )


def _page(document: Document, former: list[str], times: str) -> Item:
    item = document.item
    return Item(
        source=str(document.source),
        line=document.title_line,
        title=item.title,
        address=document.address,
        former=former,
        identity=document.identity if times else "",
        times=times,
        last=item.last_day.isoformat() if isinstance(item, Event) else "",
        updated=item.updated.isoformat() if item.updated else "",
    )


def _hours(index: int, house: Location, site: Site) -> Item:
    yaml = site.data.yaml["locations.yaml"]
    written = yaml.data[ENTRIES][index]
    return Item(
        source=f"{FOLDER}/locations.yaml",
        line=yaml.place_of((ENTRIES, index, "id")).line,
        title=house.name,
        identity=f"hours-{house.id}",
        times=_digest({key: written[key] for key in _HOURS if key in written}),
        updated=house.updated.isoformat() if house.updated else "",
    )


def _digest(told: object) -> str:
    return fingerprint(json.dumps(told, sort_keys=True, default=str))[:16]


def get_generator(pelican: Pelican) -> type[RecordGenerator]:
    return RecordGenerator


def register() -> None:
    signals.get_generators.connect(get_generator)
