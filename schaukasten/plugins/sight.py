"""A template → which names it can see, and a digest of all that its pages are made with.

Jinja itself says which names a template asks for, those that it extends, includes and imports as
well. So what a page depends on is no list that somebody has to keep.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment, TemplateError, meta, nodes

from schaukasten.kept.codec import Unkeepable, pack, unpack
from schaukasten.kept.digest import digest_of
from schaukasten.kept.made_by import made_by
from schaukasten.kept.shelf import Shelf


@dataclass(frozen=True)
class Sight:
    """What a template sees: `names` of the context; `digest` is that of its sources."""

    names: frozenset[str]
    digest: str


class Sights:
    """The sights of the templates of an environment, each looked at once."""

    def __init__(self, env: Environment, shelf: Shelf, ground: str):
        """`ground` is the digest of how Jinja is set up."""
        self._env = env
        self._shelf = shelf
        self._ground = ground
        self._sources: dict[str, str] = {}
        self._looks: dict[str, tuple[frozenset[str], tuple[str | None, ...]]] = {}
        self._sights: dict[str, Sight] = {}

    def of(self, name: str) -> Sight:
        """Return the sight of the template with this file name."""
        if name not in self._sights:
            every = sorted(self._reachable(name))
            names = frozenset[str]().union(*(self._look(one)[0] for one in every))
            sources = (part for one in every for part in (one, self._sources[one]))
            self._sights[name] = Sight(names - self._env.globals.keys(), digest_of(*sources))
        return self._sights[name]

    def _reachable(self, name: str) -> set[str]:
        found: set[str] = set()
        waiting = [name]
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                waiting += self._referred(one)
        return found

    def _referred(self, name: str) -> Iterator[str]:
        for one in self._look(name)[1]:
            if one is not None:
                yield one
            else:  # Its name is computed, so it may be any.
                yield from self._env.list_templates()

    def _look(self, name: str) -> tuple[frozenset[str], tuple[str | None, ...]]:
        if name not in self._looks:
            self._looks[name] = self._looked(name)
        return self._looks[name]

    def _looked(self, name: str) -> tuple[frozenset[str], tuple[str | None, ...]]:
        self._sources[name] = ""
        try:
            assert self._env.loader is not None
            self._sources[name] = self._env.loader.get_source(self._env, name)[0]
            return self._kept(name)
        # What is wrong is said when the template is used, and with its line.
        except TemplateError:
            return frozenset(), ()

    def _kept(self, name: str) -> tuple[frozenset[str], tuple[str | None, ...]]:
        key = digest_of("sight", made_by(), self._ground, name, self._sources[name])
        try:
            names, referred = unpack(self._shelf.get(key) or b"")
        except (Unkeepable, TypeError, ValueError):
            # Nothing is kept, or what no build has put there.
            tree = self._env.parse(self._sources[name], name)
            # Its own variables as well, of which no page gives a value.
            names = frozenset(one.name for one in tree.find_all(nodes.Name))
            referred = tuple(meta.find_referenced_templates(tree))
            self._shelf.put(key, pack((names, referred)))
        return names, referred
