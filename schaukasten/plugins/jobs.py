"""Vacancies: a page for each, and the list of those for which one may apply."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.job import Job
from schaukasten.plugins.documents import DocumentsGenerator, Listing
from schaukasten.plugins.page_writer import Values
from schaukasten.plugins.pelican_library import Pelican, signals
from schaukasten.plugins.shown import Card, Shown, card_values, page_values


@dataclass(frozen=True)
class JobCard(Card):
    """A vacancy in a list; `until` is the last day to apply, `ends` the moment at its end."""

    employment: str
    until: dt.date | None
    ends: dt.datetime | None


@dataclass(frozen=True)
class ShownJob(Shown):
    is_over: bool
    employment: str
    hours: str
    begins: str
    limited: str


class JobsGenerator(DocumentsGenerator):
    kind = "JOB"
    name = "job"

    def ordered(self, documents: list[Document]) -> list[Document]:
        """Return those first that end first."""
        return sorted(documents, key=lambda one: (_item(one).last_day, one.slug))

    def card(self, document: Document) -> JobCard:
        item, agenda = _item(document), self.site.agenda
        next_day = item.deadline + dt.timedelta(1) if item.deadline else None
        return JobCard(
            **card_values(document, self.site),
            employment=self._employment(item),
            until=item.deadline,
            ends=agenda.midnight(next_day) if next_day else None,
        )

    def shown(self, document: Document) -> ShownJob:
        item, words = _item(document), self.env.filters
        return ShownJob(
            **page_values(document, self.site),
            is_over=self._is_over(document),
            employment=self._employment(item),
            hours=words["weekly_hours"](item.weekly_hours),
            begins=words["day_or_words"](item.begins),
            limited=words["limited"](item.limited_until),
        )

    def besides(self, document: Document) -> dict[str, Any]:
        house = self.site.location(_item(document).location)
        return {
            "house": house,
            "asked": self.site.answering(house),
            "contact": self.site.staff.answerer(document.item),
        }

    def listings(self) -> Iterator[Listing]:
        if self.documents:
            yield Listing(f"/{self.settings['JOBS_URL']}", "jobs", self.documents, self._open)

    def _open(self) -> Values:
        return {"jobs": [self.card(one) for one in self.documents if not self._is_over(one)]}

    def _is_over(self, document: Document) -> bool:
        return _item(document).last_day < self.site.today

    def _employment(self, item: Job) -> str:
        found: str = self.env.filters["employments"](item.employment)
        return found


def _item(document: Document) -> Job:
    assert isinstance(document.item, Job)
    return document.item


def get_generator(pelican: Pelican) -> type[JobsGenerator]:
    return JobsGenerator


def register() -> None:
    signals.get_generators.connect(get_generator)
