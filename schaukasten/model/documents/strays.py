"""What lies below `content/` and is no part of the site, symbolic links above all."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from schaukasten.attachment_kinds import BY_ENDING
from schaukasten.language.messages import _
from schaukasten.language.visible import visible
from schaukasten.model.documents.layout import Layout
from schaukasten.model.files.picture_formats import FORMATS
from schaukasten.model.files.unfit_file import kind_by_name, refusal
from schaukasten.model.reading.problem import Invalid, Problem, Severity
from schaukasten.model.reading.source import Tree

#: Of data it is told elsewhere: `association/unread_files.py`.
_KNOWN_SUFFIXES = {".md", ".yaml", *BY_ENDING, *FORMATS}


def stray_files(content: Path, tree: Tree, layout: Layout) -> list[Problem]:
    """Report what lies in `content/` and is no part of the site, symbolic links above all."""
    problems = [_closed(Path(error.filename).relative_to(content)) for error in tree.closed]
    problems += [
        Problem(
            str(link),
            1,
            Severity.ERROR,
            _("This is a symbolic link; links are not followed."),
            _("Put the file itself in its place."),
        )
        for link in tree.links
    ]
    for file in tree.files:
        if visible(str(file)) != str(file):
            what = _("The name of the file or its folder contains characters that nobody can see.")
            remedy = _("Rename it: letters, digits and hyphens are enough.")
            problems.append(Problem(str(file), 1, Severity.ERROR, what, remedy))
        if file.suffix != ".md" and file.suffix.lower() == ".md":
            what = _("The ending “{kind}” must be written in small letters.", kind=file.suffix)
            problems.append(Problem(str(file), 1, Severity.ERROR, what, _("Rename it: .md")))
        elif file.suffix == ".md" and layout.kind_of(file) is None and not _is_notes(file):
            folders = ", ".join(sorted(layout.folders))
            what = _("The file lies in no folder of the site, so nobody will see it.")
            remedy = _("Move it into one of these folders: {folders}.", folders=folders)
            problems.append(Problem(str(file), 1, Severity.ERROR, what, remedy))
        elif _is_unknown(file) and not _is_notes(file):
            found = _unpublished(file)
            problems.append(Problem(str(file), 1, Severity.WARNING, found.what, found.remedy))
    return problems


def _is_unknown(file: PurePosixPath) -> bool:
    # What a program leaves behind has the ending of the file that was open.
    return file.suffix.lower() not in _KNOWN_SUFFIXES or kind_by_name(file.name) is not None


def _unpublished(file: PurePosixPath) -> Invalid:
    if kind := kind_by_name(file.name):
        return refusal(kind, file.name)
    what = _("Files of the kind “{kind}” are not published.", kind=file.suffix or file.name)
    return Invalid(what, _("Save it as PDF or as a picture, or take it out of the folder."))


def _closed(folder: Path) -> Problem:
    """Its pages would be missing, and taken from the host at the next publishing."""
    what = _("The folder cannot be read, so all that lies in it would be missing.")
    remedy = _("See who may read it.")
    return Problem(folder.as_posix(), 1, Severity.ERROR, what, remedy)


def _is_notes(file: PurePosixPath) -> bool:
    """A README or a licence beside the content is for its keepers, not for visitors."""
    return file.name.isupper() or file.stem.isupper()
