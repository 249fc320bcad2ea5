"""The folder `content/` → what stands in each of its files, and what their texts become.

Nothing here looks at two files at once, but for where a link leads; that is `load`.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from schaukasten.kept.digest import digest_of
from schaukasten.kept.memory import Memory
from schaukasten.kept.recalled import recalled
from schaukasten.model.addresses import Addresses
from schaukasten.model.association.data import Data, read_data
from schaukasten.model.documents.document import Document
from schaukasten.model.documents.documents import outlines_of, read_documents
from schaukasten.model.documents.layout import Layout
from schaukasten.model.look.theme import Theme
from schaukasten.model.reading.problem import Problem
from schaukasten.model.reading.source import Tree, walk
from schaukasten.model.text.references import References
from schaukasten.model.text.renderer import Renderer
from schaukasten.model.text.renderings import Renderings


@dataclass(frozen=True)
class Read:
    """What stands in the files, before anything in them refers to anything else."""

    content: Path
    memory: Memory
    tree: Tree
    data: Data
    today: dt.date
    #: All of them, and those that this build shows.
    documents: list[Document]
    shown: list[Document]
    #: By what is recalled that hangs on none of their texts: see `outlines_of`.
    outlines: str
    #: What is wrong in documents, whose pages will be missing.
    problems: list[Problem]


def read_content(
    content: Path, layout: Layout, today: dt.date | None, drafts: bool, memory: Memory
) -> Read:
    """The files of `content/` → data and documents, each by itself; drafts are shown if wanted."""
    data = read_data(content, memory)
    today = today or data.today()
    tree = memory.tree if isinstance(memory.tree, Tree) else walk(content)
    documents, problems = read_documents(content, tree, layout, data.language, today, memory)
    shown = [document for document in documents if document.published or drafts]
    outlines = outlines_of(documents, shown, layout, data.made_of, today)
    return Read(content, memory, tree, data, today, documents, shown, outlines, problems)


def addresses_of(read: Read, layout: Layout) -> Addresses:
    """What is shown, and all documents → every address of the site, generated lists included."""
    make = partial(Addresses.of, read.shown, read.documents, layout, read.data, read.today)
    return recalled(read.memory.shelf, "addresses", read.outlines, Addresses, make, ("lifetimes",))


def references_of(read: Read, addresses: Addresses, drafts: bool) -> References:
    """All documents and addresses → what a link or a picture in a text can lead to."""
    by_source = {str(document.source): document for document in read.documents}
    known, files = read.memory.measured, read.tree.file_names
    here, ever = addresses.here, addresses.ever
    unread = {one.file for one in read.problems}
    return References(read.content, by_source, here, ever, drafts, unread, known, files)


def renderings_of(read: Read, references: References, theme: Theme) -> Renderings:
    """What was read, and what it can refer to → what renders the documents."""
    data = read.data
    renderer = Renderer(references, data.language, data.country, theme.translate(data.language))
    names = read.tree.names
    return Renderings(
        renderer, read.memory, theme.words, names, _led_to(read, names, references.drafts)
    )


def _led_to(read: Read, names: str, drafts: bool) -> str:
    """What was read → the digest of all to which links and pictures can lead, if it is known."""
    # Of a document they take the address and the days.
    files = (str(file) for file in read.tree.files if file.suffix != ".md")
    stamps = read.memory.stamps
    held = digest_of(*(stamps.digest(file) for file in files))
    return digest_of(read.outlines, names, held, str(drafts)) if read.outlines else ""


def keep_texts(
    content: Path, layout: Layout, theme: Theme, today: dt.date | None, drafts: bool, memory: Memory
) -> None:
    """The files of `content/` → what `memory` has to know of their texts when they are loaded."""
    read = read_content(content, layout, today, drafts, memory)
    references = references_of(read, addresses_of(read, layout), drafts)
    renderings_of(read, references, theme).keep(read.documents)
