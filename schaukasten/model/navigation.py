"""The menu and the footer → what they show on a day, and what an editor should know of the rest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator

from schaukasten.language.messages import Gettext, _
from schaukasten.model.addresses import Addresses
from schaukasten.model.association.association import Navigation, NavigationEntry
from schaukasten.model.association.data import Data
from schaukasten.model.documents.document import Document
from schaukasten.model.documents.layout import Layout
from schaukasten.model.kinds.event import Event
from schaukasten.model.kinds.job import Job
from schaukasten.model.reading.problem import MEND_FIRST, Invalid, Problem, Severity
from schaukasten.model.time.passing import passing

_FILE = "navigation.yaml"
_LEGAL = ("imprint", "privacy")


def menu(
    data: Data,
    addresses: Collection[str],
    shown: Collection[Document],
    layout: Layout,
    today: dt.date,
    gettext: Gettext,
) -> Navigation:
    """Return the menu of the data as it is on a day, with what it always has to have."""
    there = with_legal_pages(navigation_to(data.whole.navigation, addresses), shown)
    there = with_events(there, gettext, layout, shown, today)
    return with_jobs(there, gettext, layout, shown, today)


def navigation_to(navigation: Navigation, addresses: Collection[str]) -> Navigation:
    """Return the same with those entries only that lead to one of these addresses."""
    left = {
        part: [entry for entry in entries if entry.address in addresses]
        for part, entries in _parts(navigation)
    }
    return navigation.model_copy(update=left)


def with_legal_pages(navigation: Navigation, documents: Collection[Document]) -> Navigation:
    """Return the same with the imprint and the privacy notice in the footer, if no menu has them.

    They have to be in reach of every page (§ 5 DDG, Art. 12 GDPR).
    """
    there = {entry.address for _part, entries in _parts(navigation) for entry in entries}
    added = [
        NavigationEntry(label=one.item.title, address=one.address)
        for template in _LEGAL
        for one in documents
        if one.template == template and not one.item.lang and one.address not in there
    ]
    return navigation.model_copy(update={"footer": [*navigation.footer, *added]})


def with_events(
    navigation: Navigation,
    gettext: Gettext,
    layout: Layout,
    documents: Iterable[Document],
    day: dt.date,
) -> Navigation:
    """Return the same with the list of events in the menu, as long as one is to come.

    It stands behind the lists of offers and of the week. A menu that names it keeps it every day.
    """
    events = layout.by_template["events"]
    menu = [entry.address for entry in navigation.main]
    items = (one.item for one in documents if one.kind == "EVENT")
    is_coming = any(isinstance(one, Event) and one.last_day >= day for one in items)
    if not is_coming or events in menu:
        return navigation
    lists = {layout.by_template[name] for name in ("offers", "week")}
    behind = [number for number, address in enumerate(menu, 1) if address in lists]
    place = max(behind, default=len(menu))
    added = NavigationEntry(label=_("Events").text(gettext), address=events)
    main = [*navigation.main[:place], added, *navigation.main[place:]]
    return navigation.model_copy(update={"main": main})


def with_jobs(
    navigation: Navigation,
    gettext: Gettext,
    layout: Layout,
    documents: Iterable[Document],
    day: dt.date,
) -> Navigation:
    """Return the same with the list of jobs first in the footer, as long as one is free.

    Where a menu names it, it is there as long as the list is.
    """
    named = {entry.address for _part, entries in _parts(navigation) for entry in entries}
    items = (one.item for one in documents if one.kind == "JOB")
    is_free = any(isinstance(one, Job) and one.last_day >= day for one in items)
    if not is_free or layout.jobs in named:
        return navigation
    added = NavigationEntry(label=_("Jobs").text(gettext), address=layout.jobs)
    return navigation.model_copy(update={"footer": [added, *navigation.footer]})


def dead_ends(
    data: Data,
    addresses: Addresses,
    today: dt.date,
    all_read: bool,
) -> Iterator[Problem]:
    """Yield an error for each entry that leads nowhere on any day; where a day decides, a hint.

    Unless `all_read`, pages are missing from the addresses whose files have errors.
    """
    if data.navigation is None:
        return
    for part, entries in _parts(data.navigation):
        for index, entry in enumerate(entries):
            place = (part, index, "address")
            address = entry.address
            if address in addresses.ever:
                lifetime = addresses.changing.get(address)
                if lifetime and (found := passing(address, lifetime, today)):
                    yield data.problem(_FILE, place, Severity.HINT, found.what, found.remedy)
            # A preview has more than there is on any day.
            elif address not in addresses.here:
                what = _("The site has no page with the address “{address}”.", address=address)
                remedy = _("Write the address of a page that exists, or delete the entry.")
                if not all_read:
                    remedy = MEND_FIRST
                yield data.error(_FILE, place, Invalid(what, remedy))


def _parts(navigation: Navigation) -> Iterator[tuple[str, list[NavigationEntry]]]:
    yield "main", navigation.main
    yield "footer", navigation.footer
