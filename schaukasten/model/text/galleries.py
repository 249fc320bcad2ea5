"""The gallery of a document → its pictures, opened, or why it cannot be shown so."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from schaukasten.language.messages import _
from schaukasten.model.documents.document import Document
from schaukasten.model.files.gallery import (
    MAX_PICTURES,
    GalleryEntry,
    GalleryPicture,
    names_a_picture,
    note_of,
)
from schaukasten.model.files.picture import Picture
from schaukasten.model.files.picture_note import PictureNote
from schaukasten.model.reading.problem import Invalid, Problem, Severity
from schaukasten.model.reading.yaml_places import Loc
from schaukasten.model.text.asked import Asked
from schaukasten.model.text.references import References
from schaukasten.model.text.typed_references import plain_name

#: Names that YAML takes for nothing else.
_PLAIN = re.compile(r"[\w][\w.() +-]*", re.ASCII)
#: What is said of each picture that nobody has said anything of.
_ASKED = ("alt", "credit", "people")
_TO_BE_FILLED = _(
    "Put these lines in its place, and fill them in: behind “alt:” what is to be seen, behind "
    "“credit:” who took it, behind “people:” keine or erkennbar:"
)


@dataclass
class Galleries:
    """Opens the pictures of one document after the other."""

    document: Document
    references: References | Asked
    pictures: list[Picture] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def open(self) -> None:
        """Collect all pictures in their order, and all that is wrong."""
        for loc, entry in self._entries():
            try:
                pictures = list(self._pictures_of(entry, loc))
            except Invalid as invalid:
                self.problems.append(self.document.error(loc, invalid))
                continue
            if not self._is_name_alone(entry, loc):
                self._without_alternative(entry, loc, pictures)
            for where, note in pictures:
                self._open(where, note)
        self._names_alone()
        if len(self.pictures) > MAX_PICTURES:
            what = _("The gallery has more than {limit} pictures.", limit=MAX_PICTURES)
            remedy = _("Make several pages of it, or keep those that matter.")
            self.problems.append(self.document.error(("gallery",), Invalid(what, remedy)))

    def _entries(self) -> Iterator[tuple[Loc, GalleryEntry]]:
        """Yield each entry with its place; a single one may stand there without a list."""
        for number, entry in enumerate(self.document.item.gallery):
            in_list: Loc = ("gallery", number)
            yield in_list if in_list in self.document.yaml.places else ("gallery",), entry

    def _open(self, where: Loc, note: PictureNote) -> None:
        try:
            self.pictures.append(self.references.picture(self.document, note, where))
        except Invalid as invalid:
            self.problems.append(self.document.error((*where, "file"), invalid))

    def _pictures_of(self, entry: GalleryEntry, loc: Loc) -> Iterator[tuple[Loc, PictureNote]]:
        """Yield each picture of an entry with its place; raises Invalid for a wrong folder."""
        folder = entry.folder
        if names_a_picture(entry):
            yield loc, note_of(entry, _as_picture(entry))
            return
        there = self.references.folder(self.document, folder) if folder else []
        base = f"{folder.rstrip('/')}/" if folder else ""
        said = set()
        for number, picture in enumerate(entry.pictures):
            where: Loc = (*loc, "pictures", number)
            name = plain_name(picture.file)
            if folder and name not in map(plain_name, there):
                what = _("In “{folder}” there is no picture “{file}”.", folder=base, file=name)
                remedy = _("Check the spelling, capital letters too, or delete the entry.")
                invalid = Invalid(what, remedy)
                self.problems.append(self.document.error((*where, "file"), invalid))
                continue
            if name in said:
                what = _("“{file}” is named twice.", file=name)
                invalid = Invalid(what, _("Delete one of the two."))
                self.problems.append(self.document.error((*where, "file"), invalid))
                continue
            said.add(name)
            yield where, _within(base, note_of(entry, picture))
        for file in there:
            if plain_name(file) not in said:
                yield loc, _within(base, note_of(entry, GalleryPicture(file=file)))

    def _without_alternative(
        self, entry: GalleryEntry, loc: Loc, pictures: list[tuple[Loc, PictureNote]]
    ) -> None:
        """Report the pictures of which it is not said what is to be seen (WCAG 2.2, 1.1.1)."""
        silent = [(where, note) for where, note in pictures if not (note.alt or note.decorative)]
        for where, note in silent:
            if where != loc or names_a_picture(entry):
                what = _("The picture “{file}” has no alternative text.", file=note.file)
                remedy = _("Add a line “alt: …” that says what is to be seen, or “decorative: ja”.")
                self.problems.append(self.document.error(where, Invalid(what, remedy)))
        files = [PurePosixPath(note.file).name for where, note in silent if where == loc]
        if files and not names_a_picture(entry):
            what = _("The picture “{file}” has no alternative text.", file=files[0])
            if len(files) > 1:
                what = _(
                    "Of {count} pictures in “{folder}” it is not said what is to be seen.",
                    count=len(files),
                    folder=entry.folder or "",
                )
            lines = self._lines(entry, loc, files)
            remedy = _("Add these lines, and write behind each “alt:” what is to be seen:")
            if lines.startswith("gallery:"):
                remedy = _TO_BE_FILLED
            problem = self.document.problem(loc, Severity.ERROR, what, remedy)
            self.problems.append(replace(problem, paste=lines))

    def _is_name_alone(self, entry: GalleryEntry, loc: Loc) -> bool:
        """Whether nothing is typed of a picture but its name, behind “gallery:” or in its list."""
        typed = self.document.yaml.keys
        return names_a_picture(entry) and not {(*loc, "file"), (*loc, "folder")} & typed.keys()

    def _names_alone(self) -> None:
        """Report pictures of which nothing but the name is typed, with all that belongs there."""
        entries = list(self._entries())
        alone = [
            (loc, _as_picture(entry).file)
            for loc, entry in entries
            if self._is_name_alone(entry, loc)
        ]
        if not alone:
            return
        what = _("Of “{file}” it is not said what is to be seen.", file=alone[0][1])
        if len(alone) > 1:
            what = _(
                "Of {count} pictures it is not said what is to be seen: {names}.",
                count=len(alone),
                names=", ".join(file for _loc, file in alone),
            )
        remedy = _TO_BE_FILLED
        lines = ["gallery:"] if len(alone) == len(entries) else []
        for _loc, file in alone:
            lines += [f"  - file: {_scalar(file)}", *(f"    {key}:" for key in _ASKED)]
        loc = ("gallery",) if lines[0] == "gallery:" else alone[0][0]
        problem = self.document.problem(loc, Severity.ERROR, what, remedy)
        self.problems.append(replace(problem, paste="\n".join(lines)))

    def _lines(self, entry: GalleryEntry, loc: Loc, files: list[str]) -> str:
        """Return the lines that are missing, ready to paste, as deep as those that are there."""
        folder = self.document.yaml.keys.get((*loc, "folder"))
        first = self.document.yaml.keys.get((*loc, "pictures", 0, "file"))
        before: list[str] = []
        indent = 6
        if first and first.columns:
            indent = first.columns[0] - len("- ")
        elif folder and folder.columns:
            indent = folder.columns[0] + 2
            before = [f"{' ' * folder.columns[0]}pictures:"]
        else:
            named = f"  - folder: {_scalar(entry.folder or '')}"
            before = ["gallery:", named, "    credit:", "    people:", "    pictures:"]
        blank = " " * max(0, indent)
        entries = (f"{blank}- file: {_scalar(file)}\n{blank}  alt:" for file in files)
        return "\n".join([*before, *entries])


def _as_picture(entry: GalleryEntry) -> GalleryPicture:
    return GalleryPicture.model_construct(
        file=entry.file or entry.folder or "",
        alt=entry.alt,
        caption=entry.caption,
        decorative=entry.decorative,
    )


def _within(base: str, note: PictureNote) -> PictureNote:
    return note.model_copy(update={"file": base + note.file})


def _scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text.rstrip("/")) else json.dumps(text, ensure_ascii=False)
