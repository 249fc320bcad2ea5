"""The folder `content/` → the whole site as objects, and every problem of every file.

`load` is the table of contents. What refers from one file to another comes after all files were
read, since a link can be checked only when every address is known.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from schaukasten.kept.memory import Memory
from schaukasten.language.messages import _
from schaukasten.model.addresses import Addresses
from schaukasten.model.agenda.agenda import Agenda
from schaukasten.model.association.data_checks import faults
from schaukasten.model.association.palette import Palette
from schaukasten.model.association.people_checks import people_faults
from schaukasten.model.association.unread_files import unread_data
from schaukasten.model.content import Read, addresses_of, read_content, references_of, renderings_of
from schaukasten.model.data_pictures import DataPictures, pictures_of
from schaukasten.model.documents.layout import Layout
from schaukasten.model.documents.strays import stray_files
from schaukasten.model.ended import ended
from schaukasten.model.look.contrast import too_weak
from schaukasten.model.look.theme import Theme
from schaukasten.model.navigation import dead_ends, menu
from schaukasten.model.reading.problem import Problem, Severity, are_stopping, in_order
from schaukasten.model.rules import findings
from schaukasten.model.rules.data_pictures import of_data_pictures
from schaukasten.model.rules.legal_pages import missing_pages
from schaukasten.model.rules.people_in_data import of_people, unknown_representatives
from schaukasten.model.rules.profile_data import of_profile
from schaukasten.model.rules.rule import Context
from schaukasten.model.rules.unused_files import unused_files
from schaukasten.model.site import Outcome, Site
from schaukasten.model.text.references import References
from schaukasten.model.text.rendering import Rendering


@dataclass(frozen=True)
class _Made:
    """What was made of it; `renderings` by source, unpublished ones too."""

    renderings: Mapping[str, Rendering]
    palette: Palette
    pictures: DataPictures
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
    read = read_content(content, layout, today, drafts, memory or Memory.of(content))
    addresses = addresses_of(read, layout)
    made = _make(read, references_of(read, addresses, drafts), layout, theme)
    found = findings(_context(read, made, addresses, layout, theme), read.memory, theme.words)
    problems = in_order(_problems(read, made, addresses, found, layout))
    site = _site(read, made, addresses, layout, theme) if not are_stopping(problems) else None
    return Outcome(site, problems, read.data.language, len(read.documents))


def _make(read: Read, references: References, layout: Layout, theme: Theme) -> _Made:
    """Documents and data → what pages need of them, and what is wrong in single files."""
    data = read.data
    # The texts come later: another process may still be at them.
    found = [*read.problems, *data.problems, *faults(data), *people_faults(data)]
    found += [*stray_files(read.content, read.tree, layout), *unread_data(read.tree.files)]
    renderings = renderings_of(read, references, theme).of(read.documents)
    palette = data.association.palette.over(theme.palette) if data.association else theme.palette
    pictures, problems = pictures_of(data, references)
    found += [problem for one in renderings.values() for problem in one.problems]
    return _Made(renderings, palette, pictures, [*found, *problems])


def _context(
    read: Read, made: _Made, addresses: Addresses, layout: Layout, theme: Theme
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
    read: Read, made: _Made, addresses: Addresses, found: Iterable[Problem], layout: Layout
) -> Iterator[Problem]:
    """All of it → what is wrong in single files, between two of them, and by the rules."""
    yield from addresses.collisions
    yield from made.problems
    yield from found
    yield from of_data_pictures(read.data, made.pictures, read.today)
    yield from of_people(read.documents, read.data, read.today)
    yield from unknown_representatives(read.data)
    yield from of_profile(read.documents, read.data)
    yield from missing_pages(read.documents, read.data, layout)
    yield from dead_ends(read.data, addresses, read.today, not read.problems)
    yield from too_weak(read.data, made.palette)
    yield from _unused(read, made)
    if "/" not in addresses.here:
        remedy = _("Write one, with the line “template: Startseite”.")
        yield Problem(layout.home, 1, Severity.ERROR, _("The site has no home page."), remedy)


def _unused(read: Read, made: _Made) -> Iterator[Problem]:
    """All of it → the files that no page shows, when every text could be read for what it shows."""
    if not are_stopping([*read.problems, *made.problems]):
        yield from unused_files(
            *(read.content, read.tree.files, read.documents, made.renderings, made.pictures),
            read.memory,
        )


def _site(read: Read, made: _Made, addresses: Addresses, layout: Layout, theme: Theme) -> Site:
    """Content without an error → the site as it stands on that day."""
    documents = {str(one.source): one for one in read.shown}
    return Site(
        data=read.data,
        navigation=menu(
            *(read.data, addresses.here, read.shown, layout, read.today),
            theme.translate(read.data.language),
        ),
        data_pictures=made.pictures,
        palette=made.palette,
        documents=documents,
        hidden={str(one.source) for one in read.documents} - documents.keys(),
        renderings={source: made.renderings[source] for source in documents},
        redirects=addresses.redirects,
        ended=ended(read.documents, made.renderings, addresses, read.today),
        today=read.today,
        agenda=Agenda(read.shown, read.data.whole.locations, read.data.zone, read.data.days_off),
    )
