"""`content/` → the whole site as objects, and every problem of every file.

The order: data, then the front matter of all files, then what refers from one to another
(addresses, pictures, bodies), since a link can be checked only when every address is known.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from schaukasten.language.messages import _
from schaukasten.model.addresses import (
    Redirect,
    collisions,
    dead_ends,
    filters,
    generated,
    redirects,
)
from schaukasten.model.agenda.agenda import Agenda
from schaukasten.model.association.association import Association, Audience, Navigation
from schaukasten.model.association.data import FOLDER as DATA_FOLDER
from schaukasten.model.association.data import Data, read_data
from schaukasten.model.association.location import Location
from schaukasten.model.association.palette import Palette
from schaukasten.model.documents.document import Document
from schaukasten.model.documents.documents import read_documents, stray_files
from schaukasten.model.documents.layout import Layout
from schaukasten.model.files.attachment import Attachment
from schaukasten.model.files.picture import Picture
from schaukasten.model.kinds.page import Page
from schaukasten.model.look.contrast import too_weak
from schaukasten.model.look.theme import Theme
from schaukasten.model.reading.problem import Invalid, Problem, Severity, in_order
from schaukasten.model.rules import findings
from schaukasten.model.rules.rule import Context
from schaukasten.model.text.markdown_text import Renderer
from schaukasten.model.text.references import References


@dataclass
class Site:
    """A site without errors, as it stands on the day `today`."""

    association: Association
    locations: list[Location]
    audiences: list[Audience]
    navigation: Navigation
    logo: Picture | None
    #: All colours: the theme's, and the association's in their places.
    palette: Palette
    #: What this build shows, by source path: published documents, drafts too in a preview.
    documents: dict[str, Document]
    redirects: list[Redirect]
    #: Addresses that were taken away on purpose.
    gone: list[str]
    today: dt.date
    #: What is on and what is open, on any day.
    agenda: Agenda

    @property
    def pictures(self) -> list[Picture]:
        """Every picture that some page shows, each file once."""
        shown = [picture for document in self.documents.values() for picture in document.pictures]
        shown += [document.image for document in self.documents.values() if document.image]
        shown += [self.logo] if self.logo else []
        return list({picture.digest: picture for picture in shown}.values())

    @property
    def attachments(self) -> list[Attachment]:
        every = [one for document in self.documents.values() for one in document.attachments]
        return list({attachment.address: attachment for attachment in every}.values())

    def address_of_template(self, template: str) -> str | None:
        """Return the address of the page that is shown with a template."""
        for document in self.documents.values():
            item = document.item
            if isinstance(item, Page) and item.template == template and not item.lang:
                return document.address
        return None

    def location(self, id: str | None) -> Location:
        """Return the location with that id; None is the main one."""
        return self.agenda.location(id)


@dataclass
class Outcome:
    """`site` is None when any problem is an error; `language` is that of the messages."""

    site: Site | None
    problems: list[Problem]
    language: str
    #: How many documents were read, unpublished ones too.
    pages: int

    @property
    def errors(self) -> list[Problem]:
        return [problem for problem in self.problems if problem.severity is Severity.ERROR]


def load(
    content: Path,
    layout: Layout,
    theme: Theme,
    today: dt.date | None = None,
    drafts: bool = False,
) -> Outcome:
    """Read the folder `content`.

    `today` is the day to build for (default: now, in the association's time zone); with `drafts`
    nothing is left out for not being published.
    """
    data = read_data(content)
    association = data.association
    language = data.language
    today = today or data.today()

    documents, problems = read_documents(content, layout, language, today)
    problems += data.problems + stray_files(content, layout)
    problems += collisions(documents, layout, data)

    shown = [document for document in documents if document.published or drafts]
    addresses = {document.address for document in shown} | generated(shown, layout)
    audiences = data.audiences.entries if data.audiences else []
    addresses |= filters(shown, layout, audiences)
    by_source = {str(document.source): document for document in documents}
    references = References(content, by_source, frozenset(addresses), drafts)
    renderer = Renderer(references, language, theme.translate(language))
    for document in documents:
        problems += _resolve(document, references, renderer)
    context = Context(
        documents,
        data,
        today,
        theme.anchors,
        dict(zip(layout.lists, layout.LIST_TEMPLATES, strict=True)),
        theme.translate(language),
    )
    problems += findings(context)
    problems += dead_ends(data, addresses)
    palette = association.palette.over(theme.palette) if association else theme.palette
    problems += too_weak(data, palette)
    if "/" not in addresses:
        what = _("The site has no home page.")
        remedy = _("Write one, with the line “template: Startseite”.")
        problems.append(Problem(layout.home, 1, Severity.ERROR, what, remedy))
    logo = _logo(data, references, problems)

    outcome = Outcome(None, in_order(problems), language, len(documents))
    if not outcome.errors:
        # Without an error, no part of the data is missing.
        assert data.association is not None
        assert data.locations is not None
        assert data.audiences is not None
        assert data.navigation is not None
        assert data.gone is not None
        outcome.site = Site(
            data.association,
            data.locations.entries,
            data.audiences.entries,
            data.navigation,
            logo,
            palette,
            {str(document.source): document for document in shown},
            redirects(shown),
            data.gone.addresses,
            today,
            Agenda(shown, data.locations.entries, data.zone, data.days_off),
        )
    return outcome


def _resolve(document: Document, references: References, renderer: Renderer) -> list[Problem]:
    problems: list[Problem] = []
    if document.item.image:
        try:
            document.image = references.picture(document, document.item.image, ("image",))
        except Invalid as invalid:
            problems.append(document.error(("image", "file"), invalid))
    for index, note in enumerate(document.item.pictures):
        try:
            references.picture(document, note, ("pictures", index))
        except Invalid as invalid:
            problems.append(document.error(("pictures", index, "file"), invalid))
    return problems + renderer.render(document)


def _logo(data: Data, references: References, problems: list[Problem]) -> Picture | None:
    fact = data.association.logo if data.association else None
    if fact is None or fact.value is None:
        return None
    try:
        return references.picture_in(DATA_FOLDER, fact.value, ("logo",))
    except Invalid as invalid:
        problems.append(data.error("association.yaml", ("logo", "value", "file"), invalid))
        return None
