"""What keeps visitors from reading a file that a page offers, and what it tells them unasked."""

from __future__ import annotations

from collections.abc import Iterator

from schaukasten.language.messages import Message, _
from schaukasten.model.documents.document import Document
from schaukasten.model.files.attachment_checks import Tells
from schaukasten.model.reading.problem import Invalid, Severity
from schaukasten.model.rules.rule import Context, Finding, rule

#: What is told, with the file's name as {file}, and the remedy.
_TOLD: dict[Tells, tuple[Message, Message]] = {
    Tells.COMMENTS: (
        _("In “{file}” there are comments that everybody can read."),
        _("Delete them in Word or LibreOffice, and save it anew."),
    ),
    Tells.CHANGES: (
        _("In “{file}” everybody can read what was changed and deleted."),
        _("Accept all changes in Word or LibreOffice, and save it anew."),
    ),
    Tells.HIDDEN_SHEETS: (
        _("In “{file}” there are hidden sheets that everybody can show."),
        _("Delete them, or copy what visitors need into a new file."),
    ),
    Tells.PHOTOGRAPHS: (
        _("Photographs in “{file}” may tell when and where they were taken."),
        _("Show them in a gallery instead, or remove the place in each one before packing."),
    ),
    Tells.PROGRAMS: (
        _("In “{file}” there are programs."),
        _("Take them out and link to the page of their maker; visitors are warned of them."),
    ),
    Tells.GUESTS: (
        _("In “{file}” there are e-mail addresses of guests."),
        _("Export the dates from the calendar without those who were invited."),
    ),
}


@rule(Severity.HINT, _("Document that tells more than it shows"))
def telling_document(document: Document, context: Context) -> Iterator[Finding]:
    """Whoever downloads it can read what its author has not looked at for long (Art. 5 GDPR)."""
    rendering = context.rendering(document)
    for attachment in dict.fromkeys(rendering.attachments):
        for tells, (what, remedy) in _TOLD.items():
            if tells in attachment.tells:
                said = Message(what.msgid, (("file", attachment.path.name),))
                yield next(rendering.places_of(attachment)), Invalid(said, remedy)


@rule(Severity.WARNING, _("Document with a lock"))
def locked_document(document: Document, context: Context) -> Iterator[Finding]:
    """It may ask for a password, and often it cannot be read aloud (EN 301 549, 10.1.3.1)."""
    rendering = context.rendering(document)
    for attachment in dict.fromkeys(rendering.attachments):
        if Tells.LOCK in attachment.tells:
            what = _("The PDF “{file}” is protected.", file=attachment.path.name)
            remedy = _("Save it without a password and without limits to printing and copying.")
            yield next(rendering.places_of(attachment)), Invalid(what, remedy)
