"""The folder `content/` → the whole site as objects, and every problem of every file.

`load` is the table of contents. What refers from one file to another comes after all files were
read, since a link can be checked only when every address is known.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from schaukasten.kept.memory import Memory
from schaukasten.kept.recalled import recalled
from schaukasten.language.messages import _
from schaukasten.model.addresses import Addresses
from schaukasten.model.agenda.agenda import Agenda
from schaukasten.model.association.data import Data, read_data
from schaukasten.model.association.data_checks import faults
from schaukasten.model.association.palette import Palette
from schaukasten.model.documents.document import Document
from schaukasten.model.documents.documents import outlines_of, read_documents
from schaukasten.model.documents.layout import Layout
from schaukasten.model.documents.strays import stray_files
from schaukasten.model.ended import ended
from schaukasten.model.files.picture import Picture
from schaukasten.model.logo import logo_of
from schaukasten.model.look.contrast import too_weak
from schaukasten.model.look.theme import Theme
from schaukasten.model.navigation import dead_ends, menu
from schaukasten.model.reading.problem import Problem, Severity, are_stopping, in_order
from schaukasten.model.reading.source import Tree, walk
from schaukasten.model.rules import findings
from schaukasten.model.rules.legal_pages import missing_pages
from schaukasten.model.rules.rule import Context
from schaukasten.model.site import Outcome, Site
from schaukasten.model.text.references import References
from schaukasten.model.text.renderer import Renderer
from schaukasten.model.text.rendering import Rendering
from schaukasten.model.text.renderings import Renderings


@dataclass(frozen=True)
class _Read:
    """What stands in the files, before anything in them refers to anything else."""

    memory: Memory
    tree: Tree
    data: Data
    today: dt.date
    #: All of them, and those that this build shows.
    documents: list[Document]
    shown: list[Document]
    #: By what is recalled that hangs on none of their texts: see `outlines_of`.
    outlines: str
    #: Whether no file had errors, of which pages would be missing.
    all_read: bool
    problems: list[Problem]


@dataclass(frozen=True)
class _Made:
    """What was made of it; `renderings` by source, unpublished ones too."""

    renderings: Mapping[str, Rendering]
    palette: Palette
    logo: Picture | None
    problems: list[Problem]


def load(
    content: Path,
    layout: Layout,
    theme: Theme,
    today: dt.date | None = None,
    drafts: bool = False,
    memory: Memory | None = None,
) -> Outcome:
    """Read the folder `content`, for the day `today` (default: now, where the association is).

    With `drafts` nothing is left out for not being published; `memory` knows what did not change.
    """
    read = _read(content, layout, today, drafts, memory or Memory.of(content))
    addresses = _addresses(read, layout)
    made = _make(read, _references(read, content, addresses, drafts), theme)
    found = findings(_context(read, made, addresses, layout, theme), read.memory, theme.words)
    problems = in_order(_problems(read, made, addresses, found, layout))
    site = _site(read, made, addresses, layout, theme) if not are_stopping(problems) else None
    return Outcome(site, problems, read.data.language, len(read.documents))


def keep_texts(
    content: Path, layout: Layout, theme: Theme, today: dt.date | None, drafts: bool, memory: Memory
) -> None:
    """The files of `content/` → what `memory` has to know of their texts when they are loaded."""
    read = _read(content, layout, today, drafts, memory)
    references = _references(read, content, _addresses(read, layout), drafts)
    _renderings(read, references, theme).keep(read.documents)


def _read(
    content: Path, layout: Layout, today: dt.date | None, drafts: bool, memory: Memory
) -> _Read:
    """The files of `content/` → data and documents, each by itself; drafts are shown if wanted."""
    data = read_data(content, memory)
    today = today or data.today()
    tree = walk(content)
    documents, problems = read_documents(content, tree, layout, data.language, today, memory)
    shown = [document for document in documents if document.published or drafts]
    found = [*problems, *data.problems, *faults(data), *stray_files(content, tree, layout)]
    outlines = outlines_of(documents, shown, layout, data.made_of, today)
    return _Read(memory, tree, data, today, documents, shown, outlines, not problems, found)


def _addresses(read: _Read, layout: Layout) -> Addresses:
    """What is shown, and all documents → every address of the site, generated lists included."""
    make = partial(Addresses.of, read.shown, read.documents, layout, read.data, read.today)
    return recalled(read.memory.shelf, "addresses", read.outlines, Addresses, make, ("lifetimes",))


def _references(read: _Read, content: Path, addresses: Addresses, drafts: bool) -> References:
    """All documents and addresses → what a link or a picture in a text can lead to."""
    by_source = {str(document.source): document for document in read.documents}
    known, files = read.memory.measured, read.tree.file_names
    here, ever = addresses.here, addresses.ever
    return References(content, by_source, here, ever, drafts, read.all_read, known, files)


def _make(read: _Read, references: References, theme: Theme) -> _Made:
    """Documents and data → what pages need of them: texts, pictures, colours, the logo."""
    data = read.data
    renderings = _renderings(read, references, theme).of(read.documents)
    palette = data.association.palette.over(theme.palette) if data.association else theme.palette
    logo, problems = logo_of(data, references)
    problems += [problem for one in renderings.values() for problem in one.problems]
    return _Made(renderings, palette, logo, problems)


def _renderings(read: _Read, references: References, theme: Theme) -> Renderings:
    """What was read, and what it can refer to → what renders the documents."""
    data = read.data
    renderer = Renderer(references, data.language, data.country, theme.translate(data.language))
    return Renderings(renderer, read.memory, theme.words, read.tree.names)


def _context(
    read: _Read, made: _Made, addresses: Addresses, layout: Layout, theme: Theme
) -> Context:
    """All that was read and made → what a rule may know beside its document."""
    return Context(
        read.documents,
        made.renderings,
        read.data,
        read.today,
        addresses,
        theme.anchors,
        layout,
        theme.translate(read.data.language),
        read.outlines,
        read.memory.shelf,
    )


def _problems(
    read: _Read, made: _Made, addresses: Addresses, found: Iterable[Problem], layout: Layout
) -> Iterator[Problem]:
    """All of it → what is wrong in single files, between two of them, and by the rules."""
    yield from read.problems
    yield from addresses.collisions
    yield from made.problems
    yield from found
    yield from missing_pages(read.documents, read.data, layout)
    yield from dead_ends(read.data, addresses, read.today, read.all_read)
    yield from too_weak(read.data, made.palette)
    if "/" not in addresses.here:
        remedy = _("Write one, with the line “template: Startseite”.")
        yield Problem(layout.home, 1, Severity.ERROR, _("The site has no home page."), remedy)


def _site(read: _Read, made: _Made, addresses: Addresses, layout: Layout, theme: Theme) -> Site:
    """Content without an error → the site as it stands on that day."""
    documents = {str(one.source): one for one in read.shown}
    return Site(
        data=read.data,
        navigation=menu(
            *(read.data, addresses.here, read.shown, layout, read.today),
            theme.translate(read.data.language),
        ),
        logo=made.logo,
        palette=made.palette,
        documents=documents,
        hidden={str(one.source) for one in read.documents} - documents.keys(),
        renderings={source: made.renderings[source] for source in documents},
        redirects=addresses.redirects,
        ended=ended(read.documents, made.renderings, addresses, read.today),
        today=read.today,
        agenda=Agenda(read.shown, read.data.whole.locations, read.data.zone, read.data.days_off),
    )
