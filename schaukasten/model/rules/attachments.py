"""What keeps visitors from reading a file that a page offers."""

from __future__ import annotations

from collections.abc import Iterator

from schaukasten.language.messages import _
from schaukasten.model.documents.document import Document
from schaukasten.model.reading.problem import Invalid, Severity
from schaukasten.model.rules.rule import Context, Finding, rule


@rule(Severity.HINT, _("Document with comments"))
def commented_document(document: Document, context: Context) -> Iterator[Finding]:
    """Whoever downloads it can read what somebody has noted in the margin."""
    rendering = context.rendering(document)
    for attachment in dict.fromkeys(rendering.attachments):
        if attachment.commented:
            what = _("In “{file}” there are comments that everybody can read.",
                     file=attachment.path.name)  # fmt: skip
            remedy = _("Delete them in Word or LibreOffice, and save it anew.")
            yield next(rendering.places_of(attachment)), Invalid(what, remedy)


@rule(Severity.WARNING, _("Document with a lock"))
def locked_document(document: Document, context: Context) -> Iterator[Finding]:
    """It may ask for a password, and often it cannot be read aloud (EN 301 549, 10.1.3.1)."""
    rendering = context.rendering(document)
    for attachment in dict.fromkeys(rendering.attachments):
        if attachment.locked:
            what = _("The PDF “{file}” is protected.", file=attachment.path.name)
            remedy = _("Save it without a password and without limits to printing and copying.")
            yield next(rendering.places_of(attachment)), Invalid(what, remedy)
