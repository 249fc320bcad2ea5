"""Every address of the site, the redirects to them, and what goes wrong between two of them."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from schaukasten.language.messages import Message, _
from schaukasten.model.association.association import Audience
from schaukasten.model.association.data import FOLDER, Data
from schaukasten.model.documents.document import Document
from schaukasten.model.documents.layout import Layout
from schaukasten.model.kinds.facets import used, values_of
from schaukasten.model.kinds.offer import Offer
from schaukasten.model.list_pages import list_addresses, lists_of, page_spans
from schaukasten.model.reading.problem import Invalid, Problem
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
    """`here` are those that a build has; `lifetimes` has when visitors find each, on any day."""

    here: frozenset[str]
    lifetimes: Mapping[str, Lifetime]

    @classmethod
    def of(
        cls,
        shown: Iterable[Document],
        documents: Iterable[Document],
        layout: Layout,
        audiences: Iterable[Audience],
    ) -> Addresses:
        """Return the addresses of a site that shows the first of all these documents."""
        audiences = list(audiences)
        here = every_address(shown, layout, audiences)
        return cls(here, lifetimes(documents, layout, audiences))


def every_address(
    shown: Iterable[Document], layout: Layout, audiences: Iterable[Audience]
) -> frozenset[str]:
    """Return the addresses of a site that shows these documents: theirs, and generated ones."""
    shown = list(shown)
    own = {document.address for document in shown}
    return frozenset(own | generated(shown, layout) | filters(shown, layout, audiences))


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
    if isinstance(document.item, Offer):
        addresses |= filters([document], layout, audiences)
    return addresses


def generated(documents: Iterable[Document], layout: Layout) -> set[str]:
    """Return the addresses of lists, archives and calendars that these documents bring about."""
    documents = list(documents)
    calendars = {calendar_of(one.address) for one in documents if one.is_occasion}
    return {*layout.lists, *layout.calendars, *calendars, *list_addresses(documents, layout)}


def calendar_of(address: str) -> str:
    """Return the address of the calendar of the offer or event that has this address."""
    return f"{address}termine.ics"


def filters(
    documents: Iterable[Document], layout: Layout, audiences: Iterable[Audience]
) -> set[str]:
    """Return the addresses of the pages that list the offers with one value of a facet."""
    audiences = list(audiences)
    offers = [document.item for document in documents if isinstance(document.item, Offer)]
    every = [values_of(offer, audiences) for offer in offers]
    return {
        "/" + layout.filter.format(facet=facet, value=value)
        for facet, value in used(every, audiences)
    }


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


def collisions(documents: Iterable[Document], layout: Layout, data: Data) -> Iterator[Problem]:
    """Yield an error for each document or alias whose address is taken already.

    An address that is said to be gone must not be in use either. Addresses count as equal when a
    disk that ignores capitals would mix them up.
    """
    documents = list(documents)
    taken = dict.fromkeys(map(_key, generated(documents, layout)), "")
    for document in documents:
        reserved = document.kind == "OFFER" and document.slug in layout.reserved
        reserved |= _is_kept(document.address, layout) and document.address != "/404.html"
        owner = taken.get(_key(document.address))
        if owner is not None or reserved:
            yield document.error(("slug",), _taken(document.address, owner or ""))
        taken[_key(document.address)] = str(document.source)
    for document in documents:
        for index, alias in enumerate(document.item.aliases):
            owner = taken.get(_key(alias))
            if owner is not None or _is_kept(alias, layout):
                yield document.error(("aliases", index), _taken(alias, owner or ""))
            taken[_key(alias)] = str(document.source)
    for index, address in enumerate(data.gone.addresses if data.gone else []):
        owner = taken.get(_key(address))
        if owner is not None or _is_kept(address, layout):
            yield data.error("gone.yaml", ("addresses", index), _not_gone(address, owner or ""))
        taken[_key(address)] = str(FOLDER / "gone.yaml")


def _is_kept(address: str, layout: Layout) -> bool:
    """Whether an address is kept for what the site makes by itself, today or once it has more."""
    is_root = address.split("/")[1].casefold() in layout.roots
    return is_root or layout.is_filter(address) or layout.is_list_page(_key(address))


def _key(address: str) -> str:
    return unicodedata.normalize("NFC", address).casefold().removesuffix("index.html")


def _taken(address: str, owner: str) -> Invalid:
    remedy = _("Choose another one: add a line “slug: …”, or change the alias.")
    return Invalid(owned(address, owner), remedy)


def _not_gone(address: str, owner: str) -> Invalid:
    remedy = _("Delete it here; or delete the page or alias that has it, if it is to stay away.")
    return Invalid(owned(address, owner), remedy)


def owned(address: str, owner: str) -> Message:
    """Say whose an address is; without an owner it is that of a generated list."""
    if owner:
        return _("The address “{address}” belongs to “{owner}”.", address=address, owner=owner)
    return _("The address “{address}” belongs to a list of the site.", address=address)
