"""A file's place in `content/` → its kind, its slug, and the address where it is published."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from string import Formatter
from typing import Any, ClassVar

from schaukasten.language.messages import _
from schaukasten.model.kinds.event import Event
from schaukasten.model.kinds.item import Item
from schaukasten.model.kinds.job import Job
from schaukasten.model.kinds.news import NewsItem
from schaukasten.model.kinds.offer import Offer
from schaukasten.model.kinds.page import Page
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.reading.slug import slugify

#: The name of a kind, as in Pelican's settings (`SECTIONS`, `OFFER_URL`), and its schema.
KINDS: dict[str, type[Item]] = {
    "ARTICLE": NewsItem,
    "OFFER": Offer,
    "EVENT": Event,
    "JOB": Job,
    "PAGE": Page,
}

# A folder may begin with the day: 2026-03-08-sommerfest.
_DATED = re.compile(r"^\d{4}-\d{2}-\d{2}-(.+)$")


@dataclass(frozen=True)
class Layout:
    """Where each kind lies and under which address it appears.

    `folders` maps a folder of `content/` to a kind, `patterns` a kind to its address pattern.
    `lists` are the addresses of generated lists, `year` and `tag` patterns of news archives,
    `event_year` that of past events.
    """

    #: The templates of `lists`.
    LIST_TEMPLATES: ClassVar[tuple[str, ...]] = ("news", "offers", "events", "week")

    folders: Mapping[str, str]
    patterns: Mapping[str, str]
    lists: tuple[str, ...]
    year: str
    tag: str
    event_year: str
    #: The address of the list of jobs, which is there as long as one of them is.
    jobs: str
    #: The pattern of the older pages of a `list`, and how many members each of them has.
    older: str
    list_page_size: int
    #: The pattern of the pages that list the offers with one `value` of a `facet`.
    filter: str
    #: The addresses of the calendars of all events and of the opening hours.
    calendars: tuple[str, ...]
    #: Slugs that an offer may not have, since a generated page lies there.
    reserved: frozenset[str]
    #: First steps of addresses that belong to generated files.
    roots: frozenset[str]

    @classmethod
    def from_settings(cls, settings: Mapping[str, Any]) -> Layout:
        """Read the `SECTIONS` and `…_URL` settings of `pelicanconf.py`."""
        return cls(
            folders={folder: kind for kind in KINDS for folder in settings["SECTIONS"][kind]},
            patterns={kind: settings[f"{kind}_URL"] for kind in KINDS},
            lists=tuple(
                f"/{settings[key]}" for key in ("NEWS_URL", "OFFERS_URL", "EVENTS_URL", "WEEK_URL")
            ),
            year=settings["YEAR_ARCHIVE_URL"],
            tag=settings["TAG_URL"],
            event_year=settings["EVENT_YEAR_URL"],
            jobs=f"/{settings['JOBS_URL']}",
            older=settings["LIST_PAGE_URL"],
            list_page_size=settings["LIST_PAGE"],
            filter=settings["OFFER_FILTER_URL"],
            calendars=tuple(f"/{settings[key]}" for key in ("EVENTS_CALENDAR", "HOURS_CALENDAR")),
            reserved=frozenset(settings["RESERVED_SLUGS"]),
            roots=frozenset(settings["RESERVED_ROOTS"]),
        )

    @property
    def by_template(self) -> dict[str, str]:
        """The addresses of generated lists, by the template that shows each."""
        return dict(zip(self.LIST_TEMPLATES, self.lists, strict=True)) | {"jobs": self.jobs}

    @property
    def home(self) -> str:
        """The file of the home page: the index of the first folder of pages."""
        return f"{next(folder for folder, kind in self.folders.items() if kind == 'PAGE')}/index.md"

    def is_filter(self, address: str) -> bool:
        """Return whether an address is kept for pages that list offers by a facet."""
        prefixes = (self.filter.partition("{value}")[0].format(facet=one) for one in self.reserved)
        # As for a disk that ignores capitals.
        return address.casefold().startswith(tuple(f"/{prefix}" for prefix in prefixes))

    def list_page(self, address: str, number: int) -> str:
        """Return the address of the page with that number of the list with that address."""
        return self.older.format(list=address, number=number)

    def is_list_page(self, address: str) -> bool:
        """Return whether an address is kept for a page of a list, on whatever day there is one."""
        return self._list_pages.fullmatch(address) is not None

    @cached_property
    def _list_pages(self) -> re.Pattern[str]:
        lists = [_shape(one, date=r"\d+") for one in (self.year, self.tag, self.event_year)]
        every = "|".join(f"/{one}" for one in lists)
        news = re.escape(self.by_template["news"])
        return re.compile(
            _shape(self.older, list=f"(?:{news}|{every})", number=r"\d+"), re.IGNORECASE
        )

    def kind_of(self, source: PurePosixPath) -> str | None:
        """Return the kind of the Markdown file, or None where no kind has its place."""
        return self.folders.get(source.parts[0]) if len(source.parts) > 1 else None

    def slug_of(self, source: PurePosixPath, item: Item) -> str:
        """Return the slug: from the front matter, else from the file's or its folder's name.

        Raises Invalid where there is neither; only a page may be the index of its folder.
        """
        if item.slug is not None:
            return item.slug
        names = source.with_suffix("").parts[1:]
        if not isinstance(item, Page):
            names = tuple(_DATED.sub(r"\1", name) for name in names)
        inside = [slugify(name) for name in names]
        if inside[-1] == "index":
            inside.pop()
        if not all(inside):
            what = _("The file or its folder has no name from which an address could be made.")
            raise Invalid(what, _("Use letters a to z in the name, or add a line “slug: …”."))
        if not isinstance(item, Page):
            if not inside:
                what = _("The file or its folder has no name from which an address could be made.")
                raise Invalid(what, _("Put it into a folder with a name of its own."))
            return inside[-1]
        return "/".join(inside)

    def address_of(self, source: PurePosixPath, item: Item, language: str) -> str:
        """Return the address below the site's root, with a slash at its beginning."""
        slug = self.slug_of(source, item)
        if isinstance(item, Page):
            if item.template == "not_found":
                return "/404.html"
            # The first page folder is the root; every other one keeps its name.
            roots = [folder for folder, kind in self.folders.items() if kind == "PAGE"]
            folder = source.parts[0]
            slug = "/".join(part for part in (folder if folder != roots[0] else "", slug) if part)
        day = getattr(item, "date", dt.date.min)
        kind = self.folders[source.parts[0]]
        address = self.patterns[kind].format(slug=slug, date=day) if slug else ""
        prefix = f"{item.lang}/" if item.lang and item.lang != language else ""
        return f"/{prefix}{address}"

    def former_address_of(self, source: PurePosixPath, item: Item, language: str) -> str | None:
        """Return the address of an event before it was put off; None where it has stayed."""
        if not isinstance(item, Event) or item.moved_from is None:
            return None
        before = item.model_copy(update={"date": item.moved_from})
        former = self.address_of(source, before, language)
        return None if former == self.address_of(source, item, language) else former


def _shape(pattern: str, **fields: str) -> str:
    """Return the regular expression of all addresses of a pattern; `fields` are those of parts."""
    return "".join(
        re.escape(text) + (fields.get(name, "[^/]+") if name is not None else "")
        for text, name, _spec, _conversion in Formatter().parse(pattern)
    )
