"""What a page shows → its file, where the last output has none that shows the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Template

from schaukasten.kept.digest import digest_of
from schaukasten.kept.digester import Digester
from schaukasten.kept.halves import in_halves
from schaukasten.kept.last_output import LastOutput, MadeFrom, write_anew
from schaukasten.kept.next_output import Stats, complete
from schaukasten.kept.shelf import Shelf
from schaukasten.plugins.sight import Sight, Sights

#: What a page shows, by the names under which its template knows it.
Values = Mapping[str, Any]
#: The name of a file, and what writes it.
_Waiting = tuple[str, Callable[[], MadeFrom]]
#: As many files that take long to make are worth a second process.
_FEW = 10


@dataclass
class _Page:
    """A page that is to be written; `known_by` as in `MadeFrom`."""

    file: str
    template: Template
    shared: Values
    own: Callable[[], Values]
    made_of: str
    known_by: str = ""


class PageWriter:
    """Writes the pages of one build into the folder `output`.

    `ground` is the digest of what every page depends on: the program, the language, its words.
    `made_from` says of each file, by its name, what it was made from. What the last output can give
    is not in the folder before `complete`.
    """

    def __init__(self, output: Path, last: LastOutput, shelf: Shelf, ground: str):
        self.output = output
        self.last = last
        self.made_from: dict[str, MadeFrom] = {}
        self._shelf = shelf
        self._ground = ground
        self._sights: Sights | None = None
        self._digester = Digester()
        #: What waits to be written: pages, and other files.
        self._pages: list[_Page] = []
        self._late: list[_Waiting] = []
        self._templates: dict[str, Template] = {}
        #: By template and the names of a page's own values.
        self._grounds: dict[tuple[str, frozenset[str]], tuple[list[str], str]] = {}
        #: The digests of what all pages share, by name.
        self._shared: dict[str, str] = {}

    def write(
        self,
        file: str,
        template: Template,
        shared: Values,
        own: Callable[[], Values],
        made_of: str = "",
    ) -> None:
        """Let a file of the output be a page; what `own` returns goes before what all pages share.

        A template is shown what it names, and nothing else. `made_of` is the digest of all that
        `own` can see: as long as it stays the same, `own` is not asked. The page is written by
        `finish`.
        """
        self._templates[str(template.name)] = template
        self._pages.append(_Page(file, template, shared, own, made_of))

    def finish(self) -> None:
        """Write what waits, in two processes where it is much."""
        # Before they part: each would have to find out the same.
        for template in self._templates.values():
            self._sight(template)
        pages = [one for one in self._pages if self._is_new(one)]
        waiting: list[_Waiting] = [(one.file, partial(self._page, one)) for one in pages]
        # What takes long goes first: one process begins with the first thing, one with the second.
        waiting[1:1] = self._late
        made = in_halves(lambda one: " ".join(one[1]()).encode(), waiting)
        for (name, _write), raw in zip(waiting, made, strict=True):
            self.made_from[name] = MadeFrom(*raw.decode().split(" "))
        self._pages.clear()
        self._late.clear()

    def complete(self, ground: Path | None = None) -> Stats:
        """Make the folder whole, and return all its files; see `next_output` for the ground."""
        return complete(self.output, self.made_from, self.last, ground)

    def _is_new(self, page: _Page) -> bool:
        """Whether the page must be asked what it shows; else the last output has it."""
        if page.made_of:
            ground = self._seen(page.template, page.shared, frozenset())[1]
            page.known_by = digest_of(ground, page.made_of)
            digest = self.last.digest(page.file, page.known_by)
            if digest and self.last.give(page.file, digest):
                self.made_from[page.file] = MadeFrom(digest, page.known_by)
                return False
        return True

    def _page(self, page: _Page) -> MadeFrom:
        """Write a page, and return what it was made from."""
        own = {**page.own(), "output_file": page.file}
        seen, ground = self._seen(page.template, page.shared, frozenset(own))
        digest = digest_of(ground, *(self._digester(own[name]) for name in seen if name in own))
        if not self.last.give(page.file, digest):
            view = {name: own[name] if name in own else page.shared[name] for name in seen}
            write_anew(self.output / page.file, page.template.render(view).encode())
        return MadeFrom(digest, page.known_by)

    def file_later(self, name: str, made_from: str, make: Callable[[], bytes]) -> None:
        """Write as `file` does, but in `finish`, and among the first: it takes long to make."""
        if not self.is_given(name, made_from):
            self._late.append((name, partial(self._file, name, made_from, make)))

    def file(self, name: str, made_from: str, make: Callable[[], bytes]) -> None:
        """Write a file, unless the last output has one that was made from the same."""
        self.made_from[name] = self._file(name, made_from, make)

    def _file(self, name: str, made_from: str, make: Callable[[], bytes]) -> MadeFrom:
        if not self.last.give(name, made_from):
            write_anew(self.output / name, make())
        return MadeFrom(made_from)

    def is_given(self, name: str, made_from: str) -> bool:
        """Take a file over from the last output, if it was made from the same there."""
        is_given = self.last.give(name, made_from)
        if is_given:
            self.made_from[name] = MadeFrom(made_from)
        return is_given

    def files(self, files: Sequence[tuple[str, str, Callable[[], bytes]]]) -> None:
        """Write some as `file` does, of which each takes long to make."""
        missing = [one for one in files if not self.is_given(one[0], one[1])]
        made = in_halves(lambda one: one[2](), missing, worth=_FEW)
        for (name, made_from, _make), raw in zip(missing, made, strict=True):
            write_anew(self.output / name, raw)
            self.made_from[name] = MadeFrom(made_from)

    def _sight(self, template: Template) -> Sight:
        # All generators of ours share one environment.
        if self._sights is None:
            self._sights = Sights(template.environment, self._shelf, self._ground)
        return self._sights.of(str(template.name))

    def _seen(
        self, template: Template, shared: Values, own: frozenset[str]
    ) -> tuple[list[str], str]:
        """Return what the template sees, and the digest of all of it that is not the page's own."""
        name = str(template.name)
        if (name, own) not in self._grounds:
            sight = self._sight(template)
            seen = sorted(sight.names & {*own, *shared})
            digests = (self._shared_digest(one, shared) for one in seen if one not in own)
            ground = digest_of(self._ground, name, sight.digest, *seen, *digests)
            self._grounds[name, own] = seen, ground
        return self._grounds[name, own]

    def _shared_digest(self, name: str, shared: Values) -> str:
        if name not in self._shared:
            self._shared[name] = self._digester(shared[name])
        return self._shared[name]
