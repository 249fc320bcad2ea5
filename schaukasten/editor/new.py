"""`new`: a title → a folder with a starting file at the right place, and nothing overwritten."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from schaukasten.editor.starting_file import starting_text
from schaukasten.language.messages import Gettext, _
from schaukasten.language.visible import visible
from schaukasten.model.association.data import Data, read_data
from schaukasten.model.collisions import collisions, owned
from schaukasten.model.documents.documents import read_document, read_documents
from schaukasten.model.documents.layout import Layout
from schaukasten.model.look.theme import Theme
from schaukasten.model.reading.fields import iso_date
from schaukasten.model.reading.problem import Invalid
from schaukasten.model.reading.slug import slugify
from schaukasten.model.reading.source import walk
from schaukasten.plugins.pelican_library import read_settings

#: What is typed → the kind.
KINDS = {"news": "ARTICLE", "offer": "OFFER", "event": "EVENT", "job": "JOB", "page": "PAGE"}
#: Kinds whose folders begin with their day, so that next year's has a place, too.
_DATED = {"ARTICLE", "EVENT"}
#: Characters; a longer title is cut at a word.
_MAX_SLUG = 60


@dataclass(frozen=True)
class NewFile:
    """What was asked for: `day` is YYYY-MM-DD or empty for today, `slug` empty for the title's."""

    kind: str
    title: str
    day: str = ""
    slug: str = ""


def new(root: Path, wanted: NewFile, content: Path, edit: bool = False) -> int:
    """Make the file in the absolute folder `content`.

    With `edit` it is opened in the program that $VISUAL or $EDITOR names. Returns the exit code;
    with 1 nothing was made.
    """
    settings = read_settings(str(root / "pelicanconf.py"))
    data = read_data(content)
    gettext = Theme.read(Path(settings["THEME"])).translate(data.language)
    try:
        source, text = _file(content, wanted, data, Layout.from_settings(settings), gettext)
        _write(content, source, text)
    except Invalid as invalid:
        told = f"{invalid.what.text(gettext)} {invalid.remedy.text(gettext)}"
        print(visible(told), file=sys.stderr)
        return 1
    made = f"{content.name}/{source}"
    print(_("Made: {file}", file=made).text(gettext))
    print(_("To see it while you write: {command}", command="python3 tasks.py serve").text(gettext))
    return _open(content / source, gettext) if edit else 0


def _file(
    content: Path, wanted: NewFile, data: Data, layout: Layout, gettext: Gettext
) -> tuple[PurePosixPath, str]:
    """Return the file's place and text; raise Invalid for what cannot be a page of the site."""
    if wanted.kind not in KINDS:
        what = _("“{value}” is nothing that can be made.", value=wanted.kind)
        raise Invalid(what, _("Choose one of: {choices}.", choices=", ".join(KINDS)))
    kind = KINDS[wanted.kind]
    title = " ".join(visible(wanted.title).split())
    day = iso_date(wanted.day) if wanted.day else data.today()
    name = _slug(wanted, title)
    folder = next(folder for folder, lying in layout.folders.items() if lying == kind)
    dated = f"{day.isoformat()}-{name}" if kind in _DATED else name
    source = PurePosixPath(folder, dated, "index.md")
    audiences = [one.name for one in data.audiences.entries] if data.audiences else []
    text = starting_text(kind, title, day, audiences, gettext, f"{name}-{day.isoformat()}")
    _refuse_taken(content, source, kind, text, data, layout)
    return source, text


def _slug(wanted: NewFile, title: str) -> str:
    slug = wanted.slug or slugify(title)
    if len(slug) > _MAX_SLUG and not wanted.slug:
        slug = slug[: _MAX_SLUG + 1].rpartition("-")[0] or slug[:_MAX_SLUG]
    if slug and slug == slugify(slug) and len(slug) <= 2 * _MAX_SLUG:
        return slug
    what = _("From “{title}” no address can be made.", title=wanted.slug or wanted.title)
    raise Invalid(what, _("Add one of small letters, digits and hyphens: --slug sommerfest"))


def _refuse_taken(
    content: Path,
    source: PurePosixPath,
    kind: str,
    text: str,
    data: Data,
    layout: Layout,
) -> None:
    """Raise Invalid if there is such a file, or a page with the address that it would get."""
    if os.path.lexists(content / source.parent):
        what = _("“{file}” exists already.", file=source.parent)
        raise Invalid(what, _("Open what is there, or choose another title."))
    language, today = data.language, data.today()
    document, problems = read_document(source, kind, text, layout, language, today)
    if document is None:
        raise Invalid(problems[0].what, problems[0].remedy)
    others = read_documents(content, walk(content), layout, language, today)[0]
    before = set(collisions(others, layout, data))
    for problem in collisions([*others, document], layout, data):
        if problem not in before:
            # Of a page and another's alias it is the alias that is told.
            is_ours = problem.file == str(source)
            what = problem.what if is_ours else owned(document.address, problem.file)
            raise Invalid(what, _("Choose another title, or add --slug."))


def _write(content: Path, source: PurePosixPath, text: str) -> None:
    path = content / source
    try:
        path.parent.mkdir(parents=True)
    except OSError:
        raise _unwritable(source) from None
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError:
        # Half a file would look like one, and keep its title from being used again.
        shutil.rmtree(path.parent, ignore_errors=True)
        raise _unwritable(source) from None


def _unwritable(source: PurePosixPath) -> Invalid:
    what = _("“{file}” cannot be made.", file=source)
    return Invalid(
        what, _("Find out who may write into that folder, and whether the disk is full.")
    )


def _open(path: Path, gettext: Gettext) -> int:
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        return subprocess.run([*shlex.split(command), str(path)], check=False).returncode
    except (OSError, ValueError):
        told = _("No editor can be opened: $EDITOR is “{command}”.", command=command)
        print(visible(told.text(gettext)), file=sys.stderr)
        return 1
