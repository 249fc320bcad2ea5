"""The country of the association → the pages that its site must have; open while one is missing.

No declaration of accessibility is among them: the laws that ask for one (in Germany § 12b BGG and
the BFSG) mean public bodies and what is sold to consumers.
"""

from __future__ import annotations

from collections.abc import Iterator

from schaukasten.language.messages import _
from schaukasten.model.association.data import Data
from schaukasten.model.documents.document import Document
from schaukasten.model.documents.layout import Layout
from schaukasten.model.kinds.item import Status
from schaukasten.model.kinds.page import TEMPLATES
from schaukasten.model.reading.problem import Problem, Severity

#: Country → template → the rule that asks for it.
_LAWS: dict[str, dict[str, str]] = {
    "DE": {
        "imprint": "§ 5 DDG, § 18 MStV",
        "privacy": "Art. 13 DSGVO",
        "contact": "§ 5 Abs. 1 Nr. 2 DDG",
    },
    "AT": {
        "imprint": "§ 5 ECG, § 25 MedienG",
        "privacy": "Art. 13 DSGVO",
        "contact": "§ 5 Abs. 1 Z 3 ECG",
    },
    "CH": {
        "imprint": "Art. 3 Abs. 1 Bst. s UWG",
        "privacy": "Art. 19 DSG",
        "contact": "Art. 3 Abs. 1 Bst. s UWG",
    },
}
_WORDS = {template: word for word, template in TEMPLATES.items()}


def missing_pages(documents: list[Document], data: Data, layout: Layout) -> Iterator[Problem]:
    """Yield what is open of each page that the law of the association's country asks for."""
    standing = [one for one in documents if one.kind == "PAGE"]
    for template, law in _LAWS.get(data.country, {}).items():
        pages = [one for one in standing if _is_page(one, template, data.language)]
        is_finished = any(page.item.status is Status.PUBLISHED for page in pages)
        for page in pages if not is_finished else ():
            what = _("This page is still a draft, and the law asks for it ({law}).", law=law)
            remedy = _("When everything in it is right, delete the line “status: Entwurf”.")
            yield page.problem(("status",), Severity.OPEN, what, remedy)
        if not pages:
            yield _missing(_WORDS[template], law, layout)


def _is_page(document: Document, template: str, language: str) -> bool:
    return document.template == template and document.item.lang in (None, language)


def _missing(word: str, law: str, layout: Layout) -> Problem:
    folder = layout.home.removesuffix("/index.md")
    what = _("The site has no page “{word}”, and the law asks for it ({law}).", word=word, law=law)
    remedy = _(
        "Make it with: {command} – or write a file of your own, with the line: template: {word}",
        command=f"python3 tasks.py new page {word}",
        word=word,
    )
    return Problem(f"{folder}/{word.lower()}.md", 1, Severity.OPEN, what, remedy)
