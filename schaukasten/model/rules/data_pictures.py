"""The pictures that the data name → what an editor should know, by the rules for pictures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from schaukasten.language.messages import _
from schaukasten.model.association.data import Data
from schaukasten.model.data_pictures import DataNote, DataPictures, Use, notes_in
from schaukasten.model.files.picture import Picture
from schaukasten.model.files.picture_note import People
from schaukasten.model.look.logo_size import equal_size
from schaukasten.model.reading.problem import Problem, Severity
from schaukasten.model.rules import pictures, rights
from schaukasten.model.rules.named_pictures import Named, PictureRule

#: Pixels: a face is shown as wide as a thumb, three to the point on a sharp screen.
LEAST_OF_FACES = 320
RULES = [
    rule
    for module in (rights, pictures)
    for rule in vars(module).values()
    if isinstance(rule, PictureRule)
]


def of_data_pictures(data: Data, opened: DataPictures, today: dt.date) -> Iterator[Problem]:
    """Yield what the rules find in them, and what is odd in a portrait or a logo alone."""
    for one in notes_in(data):
        yield from _without_effect(one, data)
        if one.use is Use.PORTRAIT:
            yield from _nobody(one, data)
        picture = opened.at(one.file, *one.loc)
        if picture and one.use is Use.LOGO:
            yield from _unclear(one, picture, data)
        asked = [picture] if picture and not one.note.placeholder else []
        named = Named([(one.loc, one.note)], asked, LEAST_OF_FACES, People.RECOGNISABLE)
        for rule in RULES:
            if one.use is Use.PORTRAIT or (rule.of_logos and not _is_told(one, rule)):
                yield from _found(rule, named, one, data, today)


def _found(
    rule: PictureRule, named: Named, one: DataNote, data: Data, today: dt.date
) -> Iterator[Problem]:
    severity = rule.severity
    # The live site does not wait for what it does not show.
    if severity is Severity.OPEN and _has_left(one, data, today):
        severity = Severity.WARNING
    for place, found in rule.look(named):
        assert isinstance(place, tuple)
        problem = data.problem(one.file, place, severity, found.what, found.remedy)
        yield replace(problem, rule=rule.name)


def _is_told(one: DataNote, rule: PictureRule) -> bool:
    """Whether something else is said of it: of a logo that stands in for the right one."""
    return one.use is Use.OWN_LOGO and rule is pictures.placeholder_picture


def _has_left(one: DataNote, data: Data, today: dt.date) -> bool:
    if one.use is not Use.PORTRAIT or data.people is None:
        return False
    number = one.loc[1]
    assert isinstance(number, int)
    return not data.people.entries[number].is_there(today)


def _nobody(one: DataNote, data: Data) -> Iterator[Problem]:
    """Yield a warning for a picture of somebody on which nobody is to be recognised."""
    if one.note.people is People.NONE:
        what = _("“{file}” shows a person, and it says “people: keine”.", file=one.note.file)
        remedy = _("Write “people: erkennbar” and where the consent is filed (§ 22 KUG).")
        yield data.problem(one.file, (*one.loc, "people"), Severity.WARNING, what, remedy)


def _unclear(one: DataNote, logo: Picture, data: Data) -> Iterator[Problem]:
    """Yield a warning for a logo of which little is to be seen on its light sheet."""
    place = (*one.loc, "file")
    if logo.is_pale:
        what = _(
            "The logo “{file}” is very light or empty: hardly anything is to be seen of it.",
            file=one.note.file,
        )
        remedy = _("Ask for the one for light ground: logos stand on light sheets.")
        yield data.problem(one.file, place, Severity.WARNING, what, remedy)
    shown = equal_size(logo.width, logo.height)[0]
    if logo.width < shown:
        what = _(
            "The logo “{file}” is {width} pixels wide and shown {shown} wide, so it is blurred.",
            file=one.note.file,
            width=logo.width,
            shown=shown,
        )
        remedy = _("Ask for a larger one, best of all as SVG.")
        yield data.problem(one.file, place, Severity.WARNING, what, remedy)


def _without_effect(one: DataNote, data: Data) -> Iterator[Problem]:
    """Yield a warning for what is said of it and has no effect."""
    if one.note.caption:
        what = _("Here “caption” is not shown.")
        remedy = _("Delete the line; what is to be seen belongs to “alt”.")
        yield data.problem(one.file, (*one.loc, "caption"), Severity.WARNING, what, remedy)
    if one.note.download and one.use is not Use.OWN_LOGO:
        what = _("Here “download” has no effect: nobody can take the picture along.")
        remedy = _(
            "For the press, show it on a page, in its gallery or text; here delete the line."
        )
        yield data.problem(one.file, (*one.loc, "download"), Severity.WARNING, what, remedy)
