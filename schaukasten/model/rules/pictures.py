"""What makes a picture useless to those who see it, or who cannot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from schaukasten.language.messages import _
from schaukasten.model.documents.document import Document
from schaukasten.model.files.picture import Picture
from schaukasten.model.reading.problem import Invalid, Place, Severity
from schaukasten.model.reading.yaml_places import Loc
from schaukasten.model.rules.named_pictures import Named, picture_rule
from schaukasten.model.rules.rule import Context, Finding, rule

#: Pixels of the longer side, for what a newspaper is to print.
MIN_PRINTED = 2000
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


@picture_rule(Severity.HINT, _("Picture too small for print"))
def small_for_print(named: Named) -> Iterator[Finding]:
    """A newspaper prints 12 dots to the millimetre: 2,000 pixels are a hand's breadth."""
    for picture in named.pictures:
        longest = max(picture.width, picture.height)
        if picture.note.download and longest < MIN_PRINTED and not picture.is_drawing:
            what = _(
                "“{file}” is offered to the press, and has only {longest} pixels.",
                file=picture.note.file,
                longest=longest,
            )
            remedy = _(
                "Take it as it comes from the camera; {least} pixels at least.", least=MIN_PRINTED
            )
            yield place_of(picture, "download"), Invalid(what, remedy)


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
        alt = picture.note.alt
        if alt is None or picture.note.decorative:
            continue
        if _EMPTY_WORDS.fullmatch(alt.strip()):
            what = _("The alternative text “{text}” does not say what is to be seen.", text=alt)
            remedy = _("Say it as on the telephone: children painting at a long table.")
            yield place_of(picture, "alt"), Invalid(what, remedy)


def place_of(picture: Picture, key: str) -> Place | Loc:
    """Where the picture's notes have the key, or would have it."""
    return picture.place if isinstance(picture.place, Place) else (*picture.place, key)
