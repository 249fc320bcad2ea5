"""Documents and the data → what goes wrong between two of their addresses."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from schaukasten.language.messages import Message, _
from schaukasten.model.association.data import FOLDER, Data
from schaukasten.model.documents.document import Document
from schaukasten.model.documents.layout import Layout
from schaukasten.model.generated import generated
from schaukasten.model.reading.problem import Invalid, Problem


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
