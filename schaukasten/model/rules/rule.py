"""A function that finds something in a document → a rule with a name, a title and a severity."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from schaukasten.kept.recalled import recalled
from schaukasten.kept.shelf import Shelf
from schaukasten.language.messages import Gettext, Message
from schaukasten.model.addresses import Addresses
from schaukasten.model.agenda.agenda import Agenda
from schaukasten.model.agenda.bookings import clashes
from schaukasten.model.agenda.day import Entry
from schaukasten.model.association.data import Data
from schaukasten.model.documents.document import Document
from schaukasten.model.documents.layout import Layout
from schaukasten.model.kinds.news import NewsItem
from schaukasten.model.reading.problem import Invalid, Place, Problem, Severity
from schaukasten.model.reading.yaml_places import Loc
from schaukasten.model.rules.twins import twins
from schaukasten.model.text.rendering import Rendering
from schaukasten.model.time.span import Lifetime


@dataclass(frozen=True)
class Context:
    """What a rule may know beside its document."""

    #: All of them, unpublished ones too.
    documents: Sequence[Document]
    #: By source.
    renderings: Mapping[str, Rendering]
    data: Data
    today: dt.date
    addresses: Addresses
    #: Template → the places in its pages that a link can lead to: see `look.theme`.
    anchors: Mapping[str, frozenset[str]]
    #: Where pages are.
    layout: Layout
    #: The catalog of the site's language.
    gettext: Gettext
    #: The digest by which is recalled what hangs on no text: see `load`.
    outlines: str
    shelf: Shelf

    def rendering(self, document: Document) -> Rendering:
        return self.renderings[str(document.source)]

    @property
    def lifetimes(self) -> Mapping[str, Lifetime]:
        """When each address that there is on any day is there."""
        return self.addresses.lifetimes

    @cached_property
    def lists(self) -> dict[str, str]:
        """The address of a list → its template."""
        return {address: template for template, address in self.layout.by_template.items()}

    @cached_property
    def by_address(self) -> dict[str, Document]:
        return {document.address: document for document in self.documents}

    @cached_property
    def by_identity(self) -> dict[str, list[Document]]:
        """All offers and events of each identity."""
        found: dict[str, list[Document]] = defaultdict(list)
        for document in self.documents:
            if document.is_occasion:
                found[document.identity].append(document)
        return found

    @property
    def tags(self) -> Mapping[str, int]:
        """How many news items carry each tag."""
        return self._tags.counts

    @property
    def twins(self) -> Mapping[str, str]:
        """Tags that were probably meant to be another one, and which."""
        return self._tags.twins

    @cached_property
    def _tags(self) -> Tags:
        return recalled(self.shelf, "tags", self.outlines, Tags, lambda: Tags.of(self.documents))

    @cached_property
    def clashes(self) -> Mapping[str, list[tuple[Entry, Entry]]]:
        """By source: the times of a document at which another one has its room."""
        return clashes(self.agenda, self.today) if self.agenda else {}

    @cached_property
    def agenda(self) -> Agenda | None:
        """What all documents say about time; None where no house is known."""
        if self.data.locations is None:
            return None
        houses = self.data.locations.entries
        return Agenda(self.documents, houses, self.data.zone, self.data.days_off)


@dataclass(frozen=True)
class Tags:
    counts: dict[str, int]
    twins: dict[str, str]

    @classmethod
    def of(cls, documents: Iterable[Document]) -> Tags:
        items = (one.item for one in documents if one.kind == "ARTICLE")
        counts = Counter(tag for item in items if isinstance(item, NewsItem) for tag in item.tags)
        return cls(dict(counts), twins(counts))


#: Where something was found, in the text or in the front matter, and what is wrong there.
Finding = tuple[Place | Loc, Invalid]
Find = Callable[[Document, Context], Iterator[Finding]]


@dataclass(frozen=True)
class Rule:
    """`name` is for tools, `title` for people."""

    name: str
    severity: Severity
    title: Message
    find: Find
    #: Whether it is of no concern before the site goes live.
    for_release: bool = False

    def problems(self, document: Document, context: Context) -> Iterator[Problem]:
        """Yield a problem for each finding.

        The live site does not wait for what it does not show: there, open items only warn. But for
        what it will show it waits at once, while somebody is there to read of it; else a night
        would come whose site is not published.
        """
        severity = self.severity
        is_awaited = document.published or document.planned
        if severity is Severity.OPEN and not is_awaited:
            severity = Severity.WARNING
        for place, found in self.find(document, context):
            problem = document.problem(place, severity, found.what, found.remedy)
            yield replace(problem, rule=self.name)


def rule(severity: Severity, title: Message, for_release: bool = False) -> Callable[[Find], Rule]:
    """Make a rule of the function below, under the function's name."""
    return lambda find: Rule(find.__name__, severity, title, find, for_release)
