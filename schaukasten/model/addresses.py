"""Every address of the site, the redirects to them, and where two things want the same one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from schaukasten.messages import _
from schaukasten.model.document import Document
from schaukasten.model.layout import Layout
from schaukasten.model.news import NewsItem
from schaukasten.model.offer import Offer
from schaukasten.model.problem import Invalid, Problem
from schaukasten.model.slug import slugify


@dataclass(frozen=True)
class Redirect:
    """An old address that leads to a page's present one."""

    address: str
    target: str


def generated(documents: Iterable[Document], layout: Layout) -> set[str]:
    """Return the addresses of lists and archives that these documents bring about."""
    addresses = set(layout.lists)
    for document in documents:
        if isinstance(document.item, NewsItem):
            addresses.add("/" + layout.year.format(date=document.item.date))
            addresses |= {"/" + layout.tag.format(slug=slugify(tag)) for tag in document.item.tags}
    return addresses


def redirects(documents: Iterable[Document]) -> list[Redirect]:
    """Return a redirect for each alias."""
    return [
        Redirect(alias, document.address)
        for document in documents
        for alias in document.item.aliases
    ]


def collisions(documents: Iterable[Document], layout: Layout) -> Iterator[Problem]:
    """Yield an error for each document or alias whose address is taken already.

    Addresses count as equal when a disk that ignores capitals would mix them up.
    """
    documents = list(documents)
    taken = dict.fromkeys(map(_key, generated(documents, layout)), "")
    for document in documents:
        reserved = isinstance(document.item, Offer) and document.slug in layout.reserved
        reserved |= _root(document.address) in layout.roots and document.address != "/404.html"
        owner = taken.get(_key(document.address))
        if owner is not None or reserved:
            yield document.error(("slug",), _taken(document.address, owner or ""))
        taken[_key(document.address)] = str(document.source)
    for document in documents:
        for index, alias in enumerate(document.item.aliases):
            owner = taken.get(_key(alias))
            if owner is not None or _root(alias) in layout.roots:
                yield document.error(("aliases", index), _taken(alias, owner or ""))
            taken[_key(alias)] = str(document.source)


def _root(address: str) -> str:
    return address.split("/")[1].casefold()


def _key(address: str) -> str:
    return unicodedata.normalize("NFC", address).casefold().removesuffix("index.html")


def _taken(address: str, owner: str) -> Invalid:
    if owner:
        what = _("The address “{address}” belongs to “{owner}”.", address=address, owner=owner)
    else:
        what = _("The address “{address}” belongs to a list of the site.", address=address)
    return Invalid(what, _("Choose another one: add a line “slug: …”, or change the alias."))
