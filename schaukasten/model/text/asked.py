"""What a text refers to → the answers, remembered, and whether they would be the same today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from schaukasten.kept.digest import digest_of
from schaukasten.kept.stamps import Stamps
from schaukasten.model.documents.document import Document
from schaukasten.model.files.attachment import Attachment
from schaukasten.model.files.picture import Picture
from schaukasten.model.files.picture_note import PictureNote
from schaukasten.model.reading.problem import Invalid, Place
from schaukasten.model.reading.yaml_places import Loc
from schaukasten.model.text.references import Away, References


class Answer(NamedTuple):
    """What a reference led to: an address, a file, what a folder holds, or nothing on that day."""

    reference: str
    #: What was asked for: `link`, `picture` or `folder`.
    kind: str
    #: Of what it led to.
    digest: str
    #: The file, relative to `content/`, with the digest of its bytes and of all files' names.
    file: str = ""
    holds: str = ""
    among: str = ""


@dataclass
class Asked:
    """Answers what a text asks of the references, and remembers it.

    `among` is the digest of the names of all files.
    """

    references: References
    among: str
    answers: dict[tuple[str, str], Answer] = field(default_factory=dict)

    def link(self, document: Document, href: str) -> str | Attachment | Away:
        """Return what `References.link` does."""
        target = self.references.link(document, href)
        # What leads away from the site, or to a place in the text, leads there on any day.
        if target != href or href.startswith("/"):
            self._remember(href, "link", target)
        return target

    def picture(self, document: Document, note: PictureNote, place: Place | Loc) -> Picture:
        """Return what `References.picture` does."""
        picture = self.references.picture(document, note, place)
        self._remember(note.file, "picture", picture)
        return picture

    def folder(self, document: Document, reference: str) -> list[str]:
        """Return what `References.folder` does."""
        names = self.references.folder(document, reference)
        self._remember(reference, "folder", names)
        return names

    def _remember(self, reference: str, kind: str, led_to: _Target) -> None:
        answer = Answer(reference, kind, _digest(led_to))
        if isinstance(led_to, Attachment | Picture):
            file = led_to.path.relative_to(self.references.content).as_posix()
            answer = Answer(reference, kind, answer.digest, file, led_to.digest, self.among)
        self.answers[reference, kind] = answer

    def would_be(self, document: Document, answers: Iterable[Answer], stamps: Stamps) -> bool:
        """Whether a text that has got these answers would get them now."""
        return all(self._would_be(document, one, stamps) for one in answers)

    def _would_be(self, document: Document, answer: Answer, stamps: Stamps) -> bool:
        # Without a file more or less, the same name leads to the same file.
        if answer.file and answer.among == self.among:
            return stamps.digest(answer.file) == answer.holds
        try:
            led_to = self._led_to(document, answer)
        except Invalid:
            return False
        return _digest(led_to) == answer.digest

    def _led_to(self, document: Document, answer: Answer) -> _Target:
        match answer.kind:
            case "picture":
                note = PictureNote.model_construct(file=answer.reference)
                return self.references.picture(document, note, ())
            case "folder":
                return self.references.folder(document, answer.reference)
        return self.references.link(document, answer.reference)


_Target = str | list[str] | Away | Attachment | Picture


def _digest(led_to: _Target) -> str:
    match led_to:
        case str():
            return led_to
        case list():
            return digest_of("folder", *led_to)
        case Away():
            return digest_of("away", led_to.address)
        case Attachment():
            return digest_of("attachment", str(led_to.path), led_to.address, led_to.digest)
        case Picture():
            return digest_of("picture", str(led_to.path), led_to.digest)
