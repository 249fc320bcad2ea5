"""The lists that only the page about the association shows, where there is no such page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from schaukasten.language.messages import _
from schaukasten.model.association.data import Data
from schaukasten.model.documents.document import Document
from schaukasten.model.reading.problem import Problem, Severity

_SHOWN_THERE = ("numbers", "history", "memberships", "partners")


def of_profile(documents: Iterable[Document], data: Data) -> Iterator[Problem]:
    """Yield a warning for each list that somebody has filled and nobody sees."""
    association = data.association
    filled = [key for key in _SHOWN_THERE if association and getattr(association, key)]
    if not filled or any(one.template == "about" for one in documents):
        return
    for key in filled:
        what = _("What stands under “{key}” is shown on no page.", key=key)
        remedy = _("Write a page about the association, with the line “template: Verein”.")
        yield data.problem("association.yaml", (key,), Severity.WARNING, what, remedy)
