"""What must be known of a picture before others see it, and what makes it useless to them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from schaukasten.language.messages import Message, _
from schaukasten.model.documents.document import Document
from schaukasten.model.files.picture import People, Picture
from schaukasten.model.reading.problem import Invalid, Place, Severity
from schaukasten.model.reading.yaml_places import Loc
from schaukasten.model.rules.named_pictures import Named, picture_rule
from schaukasten.model.rules.rule import Context, Finding, rule

# Alternative texts that only say that there is a picture, and names that cameras give.
_EMPTY_WORDS = re.compile(
    r"(das |eine? |the |an? )?(bild|foto|photo|picture|image|grafik|logo|alt|unbenannt)[ _-]*\d*"
    r"|(img|dsc[nf]?|pxl|p|image|whatsapp (image|bild)|screenshot)?[ _-]?\d[\d _-]*"
    r"|[\W\d_]*\w?[\W\d_]*\w?[\W\d_]*"
    r"|.*\.(jpe?g|png|webp|svg)",
    re.IGNORECASE,
)


@picture_rule(Severity.OPEN, _("Placeholder picture"), for_release=True, of_logos=True)
def placeholder_picture(named: Named) -> Iterator[Finding]:
    """A stand-in for a picture must not go live unnoticed."""
    for loc, note in named.notes:
        if note.placeholder:
            what = _("The picture “{file}” is a placeholder.", file=note.file)
            remedy = _("Put the real one in its place and delete “placeholder”.")
            yield (*loc, "placeholder"), Invalid(what, remedy)


@picture_rule(Severity.OPEN, _("Picture without its author"))
def missing_credit(named: Named) -> Iterator[Finding]:
    """Whoever made a picture has a right to be named (§ 13 UrhG)."""
    for picture in named.pictures:
        if not picture.note.credit:
            what = _("It is not said who made the picture “{file}”.", file=picture.note.file)
            yield _place(picture, "credit"), Invalid(what, _note(picture, 'credit: "Foto: …"'))


@picture_rule(Severity.OPEN, _("Not said whether people can be recognised"))
def people_unsaid(named: Named) -> Iterator[Finding]:
    """Only who looks at a photograph can say whether somebody must be asked (§ 22 KUG)."""
    for picture in named.pictures:
        if picture.note.people is None and not picture.is_drawing:
            file = picture.note.file
            what = _("It is not said whether people can be recognised in “{file}”.", file=file)
            yield _place(picture, "people"), Invalid(what, _note(picture, f"people: {named.usual}"))


@picture_rule(Severity.ERROR, _("Picture of people without their consent"), of_logos=True)
def missing_consent(named: Named) -> Iterator[Finding]:
    """Who can be recognised must have consented (§ 22 KUG): nothing is built before."""
    for picture in named.pictures:
        if picture.note.people is People.RECOGNISABLE and not picture.note.consent:
            what = _(
                "People can be recognised in “{file}”, and no consent is filed.",
                file=picture.note.file,
            )
            remedy = _(
                "Add where it is filed, without a name: consent: folder 12, sheet 3. "
                "Without consent take the picture out."
            )
            yield _place(picture, "people"), Invalid(what, remedy)


@picture_rule(Severity.WARNING, _("Picture too small"))
def small_picture(named: Named) -> Iterator[Finding]:
    """A picture is shown across the column; a small one is blurred there, or a stamp."""
    for picture in named.pictures:
        if max(picture.width, picture.height) < named.least:
            what = _(
                "The picture “{file}” has only {width} × {height} pixels.",
                file=picture.note.file,
                width=picture.width,
                height=picture.height,
            )
            remedy = _(
                "Take it as it comes from the camera; {least} pixels at least.", least=named.least
            )
            yield picture.place, Invalid(what, remedy)


@picture_rule(Severity.WARNING, _("Picture that moves"), of_logos=True)
def moving_picture(named: Named) -> Iterator[Finding]:
    """Only its first frame is shown: what moves by itself distracts from reading (WCAG 2.2.2)."""
    for picture in named.pictures:
        if picture.moves:
            what = _("“{file}” moves; only its first frame is shown.", file=picture.note.file)
            remedy = _(
                "Put the film on a platform and link to it, [title](https://…), "
                "or choose a picture that stands still."
            )
            yield picture.place, Invalid(what, remedy)


@rule(Severity.WARNING, _("Picture that is shown nowhere"))
def unshown_picture(document: Document, context: Context) -> Iterator[Finding]:
    """Notes put a picture nowhere; whoever took it out of the text may think that it is gone."""
    rendering = context.rendering(document)
    if any(problem.severity is Severity.ERROR for problem in rendering.problems):
        return  # Of a text that could not be read nobody knows what it shows.
    shown = {picture.note.file for picture in rendering.pictures}
    for index, note in enumerate(document.item.pictures):
        if note.file not in shown:
            what = _(
                "The picture “{file}” has notes, but does not stand in the text.", file=note.file
            )
            remedy = _(
                "Put it on a line of its own, ![]({file}), or delete its notes under “pictures”.",
                file=note.file,
            )
            yield ("pictures", index), Invalid(what, remedy)


@picture_rule(Severity.WARNING, _("Alternative text that says nothing"))
def empty_alternative(named: Named) -> Iterator[Finding]:
    """Who cannot see the picture hears this text in its place (WCAG 2.2, 1.1.1)."""
    for picture in named.pictures:
        if picture.note.decorative:
            continue
        alt = picture.note.alt or ""
        if _EMPTY_WORDS.fullmatch(alt.strip()):
            what = _("The alternative text “{text}” does not say what is to be seen.", text=alt)
            remedy = _("Say it as on the telephone: children painting at a long table.")
            yield _place(picture, "alt"), Invalid(what, remedy)


def _place(picture: Picture, key: str) -> Place | Loc:
    """Where the picture's notes have the key, or would have it."""
    return picture.place if isinstance(picture.place, Place) else (*picture.place, key)


def _note(picture: Picture, line: str) -> Message:
    """Say where the line belongs: to the picture's notes, or to new ones."""
    if isinstance(picture.place, Place):
        return _(
            "Add the picture to “pictures:” at the top of the file, with file, alt and {line}",
            line=line,
        )
    return _("Add a line to it: {line}", line=line)
