"""Every address of the site, the redirects to them, and what goes wrong between two of them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from schaukasten.model.association.association import Audience
from schaukasten.model.association.data import Data
from schaukasten.model.collisions import collisions
from schaukasten.model.documents.document import Document
from schaukasten.model.documents.layout import Layout
from schaukasten.model.generated import calendar_of, every_address, filters, generated
from schaukasten.model.kinds.offer import Offer
from schaukasten.model.list_pages import lists_of, page_spans
from schaukasten.model.reading.problem import Problem
from schaukasten.model.time.passing import passing
from schaukasten.model.time.span import Lifetime, Span


@dataclass(frozen=True)
class Redirect:
    """An old address that leads to a page's present one."""

    address: str
    target: str

    @property
    def is_calendar(self) -> bool:
        return self.target.endswith(".ics")


@dataclass(frozen=True)
class Addresses:
    """`here` are those that a build has, `ever` those that it has on any day.

    `lifetimes` has when visitors find each of them, `changing` when those of which a link would
    have to be told; `over` has the last days of those that are over.
    """

    here: frozenset[str]
    ever: frozenset[str]
    over: dict[str, dt.date]
    changing: dict[str, Lifetime]
    redirects: list[Redirect]
    collisions: list[Problem]
    lifetimes: dict[str, Lifetime]

    @classmethod
    def of(
        cls,
        shown: Collection[Document],
        documents: Collection[Document],
        layout: Layout,
        data: Data,
        today: dt.date,
    ) -> Addresses:
        """Return the addresses of a site that shows the first of all these documents."""
        audiences = data.audiences.entries if data.audiences else []
        here = every_address(shown, layout, audiences)
        every = lifetimes(documents, layout, audiences)
        return cls(
            here=here,
            ever=frozenset(every),
            over=over(every, here, today),
            changing={one: life for one, life in every.items() if passing(one, life, today)},
            redirects=redirects(shown),
            collisions=list(collisions(documents, layout, data)),
            lifetimes=every,
        )


def over(
    lifetimes: Mapping[str, Lifetime], here: Collection[str], today: dt.date
) -> dict[str, dt.date]:
    """Return the addresses that there are no more, each with the last day on which it was there."""
    return {
        address: span.last
        for address, lifetime in lifetimes.items()
        if address not in here and (span := lifetime.before(today))
    }


def lifetimes(
    documents: Iterable[Document], layout: Layout, audiences: Iterable[Audience]
) -> dict[str, Lifetime]:
    """Return when each address is there, of all that are there on some day.

    A list that documents bring about is there as long as one of them is; a page of it that has a
    number, as long as there are enough of them.
    """
    audiences = list(audiences)
    own: dict[str, list[Span]] = defaultdict(list)
    members: dict[str, list[Span]] = defaultdict(list)
    for document in documents:
        shown = document.item.shown
        if shown is not None:
            source = str(document.source)
            span = replace(shown, opener=source, closer=source)
            for address in _own(document, layout, audiences):
                own[address].append(span)
            for address in lists_of(document.item, layout):
                members[address].append(span)
    for address, span in page_spans(members, layout):
        own[address].append(span)
    always = {address: [Span()] for address in generated([], layout)}
    spans = {**own, **members, **always}
    return {address: Lifetime.of(every) for address, every in spans.items()}


def _own(document: Document, layout: Layout, audiences: Iterable[Audience]) -> set[str]:
    """Return the addresses that a document brings about, but for those of lists in pages."""
    addresses = {document.address}
    if document.is_occasion:
        addresses.add(calendar_of(document.address))
    if document.kind == "JOB":
        addresses.add(layout.jobs)
    if isinstance(document.item, Offer):
        addresses |= filters([document], layout, audiences)
    return addresses


def redirects(documents: Iterable[Document]) -> list[Redirect]:
    """Return a redirect for each alias, and for what was put off to another year; calendars too."""
    documents = list(documents)
    taken = {one.address for one in documents} | {
        alias for one in documents for alias in one.item.aliases
    }
    found = []
    for document in documents:
        former = document.former if document.former not in taken else None
        for old in [*document.item.aliases, *([former] if former else [])]:
            found.append(Redirect(old, document.address))
            if document.is_occasion and old.endswith("/"):
                found.append(Redirect(calendar_of(old), calendar_of(document.address)))
    return found
