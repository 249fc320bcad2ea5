"""What rules may look at beside their document → a digest of each part of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from schaukasten.kept.digest import digest_of
from schaukasten.kept.digester import Digester
from schaukasten.kept.recalled import recalled
from schaukasten.model.documents.document import Document
from schaukasten.model.rules.rule import Context
from schaukasten.model.text.rendering import Rendering


@dataclass(frozen=True)
class _Digest:
    digest: str


class Facets:
    """The digests of the parts of a context, by the names of its attributes.

    `words` is the digest of the catalog.
    """

    def __init__(self, context: Context, words: str):
        self._context = context
        self._digester = Digester()
        self._known: dict[str, str] = {}
        self._made: dict[str, Callable[[], str]] = {
            "today": context.today.isoformat,
            "gettext": lambda: words,
            "data": lambda: context.data.made_of,
            "agenda": self._schedule,
            "clashes": self._schedule,
            "by_identity": self._schedule,
        }

    def digest(self, name: str) -> str:
        """Return the digest of an attribute; of one that is made of all documents, that of all."""
        if name not in self._known:
            make = self._made.get(name)
            self._known[name] = make() if make else self._plain(name)
        return self._known[name]

    def _plain(self, name: str) -> str:
        if name in ("anchors", "lists"):
            return self._items(name)
        if name not in ("lifetimes", "tags", "twins"):
            return self._everything
        # Made of no more than what stands above the texts, and seldom otherwise.
        shelf, outlines = self._context.shelf, self._context.outlines
        made = _Digest
        return recalled(
            shelf, f"facet {name}", outlines, made, lambda: made(self._items(name))
        ).digest

    def _items(self, name: str) -> str:
        # Sets, from which some of them are made, have no order.
        return self._digester(sorted(getattr(self._context, name).items()))

    @cached_property
    def _everything(self) -> str:
        context = self._context
        documents = (one.seen_as for one in context.documents)
        renderings = (context.rendering(one).made_of for one in context.documents)
        return digest_of(*documents, *renderings, self.digest("today"), self.digest("data"))

    def _schedule(self) -> str:
        occasions = [one for one in self._context.documents if one.is_occasion]
        seen = (one.seen_as for one in occasions)
        return digest_of(*seen, self.digest("today"), self.digest("data"))


class Looked:
    """A context that remembers at which of its parts a rule has looked, for one document."""

    def __init__(self, context: Context, document: Document):
        self._context = context
        self._document = document
        self.parts: set[str] = set()

    def __getattr__(self, name: str) -> object:
        self.parts.add(name)
        return getattr(self._context, name)

    def rendering(self, document: Document) -> Rendering:
        """Return the rendering of a document; that of its own is no other part."""
        if document is not self._document:
            self.parts.add("renderings")
        return self._context.rendering(document)
