"""All offers → what is wrong with so many."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from schaukasten.language.messages import _
from schaukasten.model.documents.document import Document
from schaukasten.model.reading.problem import Problem, Severity

#: They stand on one page, whose filters are combined in place; with more it is too heavy.
MOST = 300


def too_many_offers(documents: Iterable[Document], today: dt.date) -> Iterator[Problem]:
    """Yield a warning, at the first offer, for more than visitors can load and look through."""
    offers = [one for one in documents if one.kind == "OFFER" and one.published]
    if len(offers) > MOST:
        first = min(offers, key=lambda one: str(one.source))
        what = _(
            "The site shows {count} offers on one page; with more than {limit} it takes too long "
            "to load and to look through.",
            count=len(offers),
            limit=MOST,
        )
        remedy = _(
            "To each that is over, add the line “expires: {day}”; of several groups of the same "
            "course make one offer with several times.",
            day=today.isoformat(),
        )
        yield first.problem(("title",), Severity.WARNING, what, remedy)
