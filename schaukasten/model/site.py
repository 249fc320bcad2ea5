"""What was made of `content/`: the site as objects, and every problem that was found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property

from schaukasten.kept.digest import digest_of
from schaukasten.kept.digester import Digester
from schaukasten.model.addresses import Redirect
from schaukasten.model.agenda.agenda import Agenda
from schaukasten.model.association.association import Association, Audience, Navigation
from schaukasten.model.association.data import Data
from schaukasten.model.association.location import Location
from schaukasten.model.association.palette import Palette
from schaukasten.model.data_pictures import DataPictures
from schaukasten.model.documents.document import Document
from schaukasten.model.files.attachment import Attachment
from schaukasten.model.files.picture import Picture
from schaukasten.model.reading.problem import Invalid, Problem, Severity
from schaukasten.model.staff import Staff
from schaukasten.model.text.rendering import Rendering

#: What the digests of documents and data say; the agenda is made of both.
_OUTLINED = ("data", "documents", "renderings", "agenda")


@dataclass(frozen=True)
class Site:
    """A site without errors, as it stands on the day `today`."""

    data: Data
    #: Without what leads to no page of this build.
    navigation: Navigation
    #: The pictures that the data name.
    data_pictures: DataPictures
    #: All colours: the theme's, and the association's in their places.
    palette: Palette
    #: What this build shows, by source path: published documents, drafts too in a preview.
    documents: dict[str, Document]
    #: The files of pages that it does not show.
    hidden: set[str]
    #: What was made of them, by source path.
    renderings: Mapping[str, Rendering]
    redirects: list[Redirect]
    #: Addresses that went since a day has passed, with the last day on which they were there.
    ended: Mapping[str, dt.date]
    today: dt.date
    #: What is on and what is open, on any day.
    agenda: Agenda

    @cached_property
    def surroundings(self) -> str:
        """The digest of all that there is beside the text of a document, for its page to show.

        It does not change with the texts of others: of them a page shows no more than an outline.
        Empty where it is not known.
        """
        outlines = [
            part
            for source, one in self.documents.items()
            for part in (one.outline, self.renderings[source].outline)
        ]
        if not all((self.data.made_of, *outlines)):
            return ""
        days = (f"{one.published} {one.planned}" for one in self.documents.values())
        rest = {
            one.name: getattr(self, one.name) for one in fields(self) if one.name not in _OUTLINED
        }
        return digest_of(self.data.made_of, *outlines, *days, Digester()(rest))

    @cached_property
    def association(self) -> Association:
        """The association; of those who speak for it, who is there."""
        return self.staff.represented(self.data.whole.association)

    @cached_property
    def staff(self) -> Staff:
        return Staff(self.data.whole.people, self.data_pictures, self.today)

    @property
    def logo(self) -> Picture | None:
        return self.data_pictures.logo

    @property
    def locations(self) -> list[Location]:
        return self.data.whole.locations

    @property
    def audiences(self) -> list[Audience]:
        return self.data.whole.audiences

    @property
    def gone(self) -> list[str]:
        """Addresses that were taken away on purpose."""
        return self.data.whole.gone

    def rendering(self, document: Document) -> Rendering:
        return self.renderings[str(document.source)]

    @property
    def pictures(self) -> list[Picture]:
        """Every picture that some page shows, each file once."""
        renderings = self.renderings.values()
        shown = [picture for one in renderings for picture in one.shown_pictures]
        shown += self.data_pictures.logos
        items = (document.item for document in self.documents.values())
        shown += [portrait for item in items for portrait in self.staff.portraits(item)]
        return list({picture.digest: picture for picture in shown}.values())

    @property
    def press_pictures(self) -> list[Picture]:
        """Every picture that the press may take along, each file once."""
        renderings = self.renderings.values()
        shown = [picture for one in renderings for picture in one.shown_pictures]
        shown += [self.logo] if self.logo else []
        return list({one.press_name: one for one in shown if one.note.download}.values())

    @property
    def attachments(self) -> list[Attachment]:
        every = [one for rendering in self.renderings.values() for one in rendering.attachments]
        return list({attachment.address: attachment for attachment in every}.values())

    def error_of(self, file: Picture | Attachment, invalid: Invalid) -> Problem | None:
        """Return what is wrong with a file as an error at the first place that names it."""
        for source, rendering in self.renderings.items():
            for place in rendering.places_of(file):
                return self.documents[source].error(place, invalid)
        named = self.data_pictures.of(file)
        return self.data.error(named.file, (*named.loc, "file"), invalid) if named else None

    def address_of_template(self, template: str) -> str | None:
        """Return the address of the page that is shown with a template."""
        for document in self.documents.values():
            if document.template == template and not document.item.lang:
                return document.address
        return None

    def location(self, id: str | None) -> Location:
        """Return the location with that id; None is the main one."""
        return self.agenda.location(id)

    def answering(self, location: Location) -> Location:
        """Return whom to ask about what is at a location: itself, or else the main one."""
        return location if location.is_reachable else self.location(None)


@dataclass(frozen=True)
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
