"""A generator for a kind of content: the page of each document, and lists of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any, ClassVar, NamedTuple

from schaukasten.model.documents.document import Document
from schaukasten.model.documents.layout import Layout
from schaukasten.model.list_pages import ListPage, divided
from schaukasten.plugins.page_generator import PageGenerator
from schaukasten.plugins.page_writer import Values
from schaukasten.plugins.pager import pager_of
from schaukasten.plugins.pelican_library import Writer
from schaukasten.plugins.shown import Card, Shown, card_values, page_values


@dataclass(frozen=True)
class Listing:
    """A page that lists documents; `address` is from the root of the site.

    Its `values` are asked for only where something has changed of which it could show an outline.
    """

    address: str
    template: str
    members: Sequence[Document]
    values: Callable[[], Values]


class ListName(NamedTuple):
    """A page that lists documents, and the last day on which one of them was changed."""

    address: str
    template: str
    changed: dt.date | None


@dataclass(frozen=True)
class _Lists:
    found: list[ListName]


class DocumentsGenerator(PageGenerator):
    """Shows the documents of a kind; subclasses name it, and say what stands in its lists."""

    #: As in the model: `OFFER`.
    kind: ClassVar[str]
    #: By which name the page's template knows the document.
    name: ClassVar[str]

    def generate_context(self) -> None:
        self.documents = self.ordered(
            [one for one in self.site.documents.values() if one.kind == self.kind]
        )

    def ordered(self, documents: list[Document]) -> list[Document]:
        """Return the documents in the order in which they are listed."""
        return documents

    def card(self, document: Document) -> Card:
        """Return what a list shows of a document."""
        return Card(**card_values(document, self.site))

    def shown(self, document: Document) -> Shown:
        """Return what its own page shows of a document."""
        return Shown(**page_values(document, self.site))

    def besides(self, document: Document) -> dict[str, Any]:
        """Return what its page shows besides the document."""
        return {}

    def listings(self) -> Iterator[Listing]:
        """Yield every page that lists documents of the kind."""
        return iter(())

    def in_pages(self, listing: Listing, **behind: Any) -> Iterator[Listing]:
        """Yield a list in pages; `members` come in with the newest first.

        They are shown as `listed`, with a `pager`. `behind` are values of its older pages, which
        must not change with each new member: they take the place of those of the first page.
        """
        pages = divided(listing.members, self.layout.list_page_size)
        for page in pages:
            address = listing.address
            if page.number is not None:
                address = self.layout.list_page(listing.address, page.number)
            values = partial(self._listed, listing, pages, page, behind)
            yield replace(listing, address=address, members=page.members, values=values)

    def _listed(
        self,
        listing: Listing,
        pages: Sequence[ListPage[Document]],
        page: ListPage[Document],
        behind: Values,
    ) -> Values:
        return {
            **listing.values(),
            **(behind if page.number is not None else {}),
            "listed": [self.card(one) for one in self.in_reading_order(page.members)],
            "pager": pager_of(pages, page, listing.address, self.layout),
        }

    def in_reading_order(self, members: Sequence[Document]) -> Sequence[Document]:
        """Return the members of a page of a list as they are to be read; the newest come first."""
        return members

    @cached_property
    def layout(self) -> Layout:
        return Layout.from_settings(self.settings)

    @cached_property
    def lists(self) -> list[ListName]:
        """All pages that list documents of the kind, without their values."""
        return self.recalled(f"lists {self.kind}", _Lists, self._lists).found

    def _lists(self) -> _Lists:
        return _Lists([_named(one) for one in self._listings.values()])

    @cached_property
    def _listings(self) -> dict[str, Listing]:
        return {one.address: one for one in self.listings()}

    def _values_of(self, address: str) -> Values:
        return self._listings[address].values()

    def generate_output(self, writer: Writer) -> None:
        for document in self.documents:
            page = partial(self._page, document)
            made_of = self.made_of(document.seen_as, self.site.rendering(document).made_of)
            self.write_later(document.address, document.template, page, made_of)
        for one in self.lists:
            values = partial(self._values_of, one.address)
            self.write_later(one.address, one.template, values, self.made_of())

    def _page(self, document: Document) -> dict[str, Any]:
        return {
            self.name: self.shown(document),
            "structured_data": self.settings["DESCRIBE"](document),
            **self.besides(document),
        }


def _named(listing: Listing) -> ListName:
    days = (one.item.last_changed for one in listing.members)
    return ListName(listing.address, listing.template, max(filter(None, days), default=None))
