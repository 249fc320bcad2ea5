"""What must be known of a picture before others see it: whose it is, and who is to be seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from schaukasten.language.messages import Message, _
from schaukasten.model.files.picture import Picture
from schaukasten.model.files.picture_note import People
from schaukasten.model.reading.problem import Invalid, Place, Severity
from schaukasten.model.reading.yaml_places import Loc
from schaukasten.model.rules.named_pictures import Named, picture_rule
from schaukasten.model.rules.pictures import place_of
from schaukasten.model.rules.rule import Finding


@picture_rule(Severity.OPEN, _("Picture without its author"))
def missing_credit(named: Named) -> Iterator[Finding]:
    """Whoever made a picture has a right to be named (§ 13 UrhG)."""
    for place, pictures in _lacking(named, "credit", lambda one: not one.note.credit):
        what = _("It is not said who made the picture “{file}”.", file=_name(pictures))
        if len(pictures) > 1:
            count = len(pictures)
            what = _("It is not said who made {count} pictures of the gallery.", count=count)
        yield place, Invalid(what, _note(named, pictures[0], 'credit: "Foto: …"'))


@picture_rule(Severity.OPEN, _("Not said whether people can be recognised"))
def people_unsaid(named: Named) -> Iterator[Finding]:
    """Only who looks at a photograph can say whether somebody must be asked (§ 22 KUG)."""

    def is_unsaid(picture: Picture) -> bool:
        return picture.note.people is None and not picture.is_drawing

    for place, pictures in _lacking(named, "people", is_unsaid):
        what = _(
            "It is not said whether people can be recognised in “{file}”.", file=_name(pictures)
        )
        if len(pictures) > 1:
            what = _(
                "It is not said whether people can be recognised in {count} pictures of the "
                "gallery.",
                count=len(pictures),
            )
        yield place, Invalid(what, _note(named, pictures[0], f"people: {named.usual}"))


@picture_rule(Severity.ERROR, _("Picture of people without their consent"), of_logos=True)
def missing_consent(named: Named) -> Iterator[Finding]:
    """Who can be recognised must have consented (§ 22 KUG): nothing is built before."""

    def is_missing(picture: Picture) -> bool:
        return picture.note.people is People.RECOGNISABLE and not picture.note.consent

    for place, pictures in _lacking(named, "people", is_missing):
        what = _(
            "People can be recognised in “{file}”, and no consent is filed.", file=_name(pictures)
        )
        if len(pictures) > 1:
            what = _(
                "People can be recognised in {count} pictures of the gallery, and no consent is "
                "filed.",
                count=len(pictures),
            )
        remedy = _(
            "Add where it is filed, without a name: consent: folder 12, sheet 3. "
            "Without consent take the picture out."
        )
        yield place, Invalid(what, remedy)


def _lacking(
    named: Named, key: str, lacks: Callable[[Picture], bool]
) -> Iterator[tuple[Place | Loc, list[Picture]]]:
    """Yield each place at which something is to be said, with the pictures of which it lacks."""
    found: dict[Place | Loc, list[Picture]] = defaultdict(list)
    for picture in named.pictures:
        # Where nothing but a name is typed, all that is missing is offered as lines to paste.
        if lacks(picture) and not _is_name_alone(named, picture):
            place = place_of(picture, key)
            # What none of a gallery's pictures says itself is said of all of them.
            if (together := _together(picture)) and place not in named.said:
                place = (*together, key)
            found[place].append(picture)
    yield from found.items()


def _together(picture: Picture) -> Loc:
    """The entry of a gallery that shows the picture with others; nothing where it stands alone."""
    if isinstance(picture.place, Place) or picture.place[:1] != ("gallery",):
        return ()
    place = picture.place
    return place[: place.index("pictures")] if "pictures" in place else place


def _is_name_alone(named: Named, picture: Picture) -> bool:
    entry = _together(picture)
    return bool(entry) and not any(
        (*entry, key) in named.said for key in ("file", "folder", "pictures")
    )


def _name(pictures: list[Picture]) -> str:
    return pictures[0].note.file


def _note(named: Named, picture: Picture, line: str) -> Message:
    """Say where the line belongs: to the picture's notes, or to new ones."""
    if isinstance(picture.place, Place):
        return _(
            "Add the picture to “pictures:” at the top of the file, with file, alt and {line}",
            line=line,
        )
    if (entry := _together(picture)) and (*entry, "file") not in named.said:
        return _("Add a line under “gallery”: {line}", line=line)
    return _("Add a line to it: {line}", line=line)
