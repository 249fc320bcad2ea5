"""Documents → the addresses that they bring about: their own, and lists, filters and calendars."""

from __future__ import annotations

from collections.abc import Iterable

from schaukasten.model.association.association import Audience
from schaukasten.model.documents.document import Document
from schaukasten.model.documents.layout import Layout
from schaukasten.model.kinds.facets import used, values_of
from schaukasten.model.kinds.offer import Offer
from schaukasten.model.list_pages import list_addresses


def every_address(
    shown: Iterable[Document], layout: Layout, audiences: Iterable[Audience]
) -> frozenset[str]:
    """Return the addresses of a site that shows these documents: theirs, and generated ones."""
    shown = list(shown)
    own = {document.address for document in shown}
    return frozenset(own | generated(shown, layout) | filters(shown, layout, audiences))


def generated(documents: Iterable[Document], layout: Layout) -> set[str]:
    """Return the addresses of lists, archives and calendars that these documents bring about."""
    documents = list(documents)
    calendars = {calendar_of(one.address) for one in documents if one.is_occasion}
    jobs = {layout.jobs for one in documents if one.kind == "JOB"}
    lists = {*layout.lists, *jobs, *list_addresses(documents, layout)}
    return {*lists, *layout.calendars, *calendars}


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
