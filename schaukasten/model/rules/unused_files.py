"""Pictures and attachments beside the texts that no page shows, and no link leads to."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import groupby
from pathlib import Path, PurePosixPath

from schaukasten.attachment_kinds import kind_of
from schaukasten.kept.digest import digest_of
from schaukasten.kept.memory import Memory
from schaukasten.kept.work import KEEP, made
from schaukasten.language.messages import Message, _
from schaukasten.model.association.data import FOLDER
from schaukasten.model.data_pictures import DataPictures
from schaukasten.model.documents.document import Document
from schaukasten.model.files.picture_formats import FORMATS
from schaukasten.model.files.unfit_file import link_target
from schaukasten.model.reading.plain_text import look
from schaukasten.model.reading.problem import Problem, Severity
from schaukasten.model.text.rendering import Rendering


def unused_files(
    content: Path,
    files: Iterable[PurePosixPath],
    documents: Iterable[Document],
    renderings: Mapping[str, Rendering],
    of_data: DataPictures,
    memory: Memory,
) -> Iterator[Problem]:
    """Yield a hint for each folder in which files lie that nobody will see."""
    documents = list(documents)
    used = {look(name) for name in _used(content, documents, renderings, memory)}
    used |= {look(_inside(content, one.picture.path)) for one in of_data.every}
    homes = {document.source.parent for document in documents}
    lost = sorted(
        (one for one in files if _is_shown_somewhere(one) and look(str(one)) not in used),
        key=lambda one: (one.parent, _is_picture(one), one.name),
    )
    for (folder, are_pictures), found in groupby(lost, lambda one: (one.parent, _is_picture(one))):
        names = [one.name for one in found]
        if len(names) == 1:
            what = _("“{file}” appears on no page.", file=names[0])
        else:
            what = _(
                "{count} files in this folder appear on no page: {names}.",
                count=len(names),
                names=_some(names),
            )
        remedy = _remedy(folder, names, are_pictures, homes)
        yield Problem(str(folder / names[0]), 1, Severity.HINT, what, remedy)


def _is_shown_somewhere(file: PurePosixPath) -> bool:
    return _is_picture(file) or kind_of(file.name) is not None


def _is_picture(file: PurePosixPath) -> bool:
    return file.suffix.lower() in FORMATS


def _used(
    content: Path,
    documents: Iterable[Document],
    renderings: Mapping[str, Rendering],
    memory: Memory,
) -> Iterator[str]:
    """Yield what pages use, those of tomorrow as well, and what has a note of its own.

    To open what was made of each document takes longer than all the rest, so it is kept.
    """
    by_source = {str(one.source): one for one in documents}
    keys = {
        source: digest_of("used files", one.seen_as, renderings[source].made_of)
        for source, one in by_source.items()
    }

    def make(source: str) -> bytes:
        return KEEP + "\n".join(_used_by(content, by_source[source], renderings[source])).encode()

    found = made(memory.shelf, keys, make, lambda _source, raw: raw.decode().split("\n"))
    return itertools.chain.from_iterable(found.values())


def _used_by(content: Path, document: Document, rendering: Rendering) -> Iterator[str]:
    paths = [one.path for one in rendering.shown_pictures]
    paths += [one.path for one in rendering.attachments]
    yield from (_inside(content, path) for path in paths)
    for _place, note in document.item.picture_notes:
        yield str(document.source.parent / note.file)


def _inside(content: Path, path: Path) -> str:
    return path.relative_to(content).as_posix()


def _some(names: list[str]) -> str:
    return ", ".join(names[:3]) + (" …" if len(names) > 3 else "")


def _remedy(
    folder: PurePosixPath, names: list[str], are_pictures: bool, homes: Set[PurePosixPath]
) -> Message:
    if are_pictures and folder.is_relative_to(FOLDER):
        return _("Name it in a file of “data/”, as “picture” or “logo”, or delete it.")
    # Seen from the text that lies nearest above; files apart from all texts from the root.
    home = next((one for one in (folder, *folder.parents) if one in homes), None)
    path = "/" / folder if home is None else folder.relative_to(home)
    example = link_target(str(path / names[0]))
    if not are_pictures:
        if len(names) == 1:
            return _("Link to it: {example} – or delete it.", example=f"[…]({example})")
        return _("Link to each: {example} – or delete them.", example=f"[…]({example})")
    if len(names) == 1:
        return _("Show it: {example} – or delete it.", example=f"![…]({example})")
    if folder == home:
        return _(
            "Show each in the text, {example}, or move them into a folder of their own, "
            "which a text shows by the line “{line}”.",
            example=f"![…]({example})",
            line="gallery: bilder/",
        )
    return _(
        "As a gallery they stand below a text, with the line “{line}” at its top; or delete them.",
        line=f"gallery: {path}/",
    )
