"""The ground of all generators of ours: the site, and the templates of Pelican's first one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from schaukasten.kept.digest import digest_of
from schaukasten.kept.recalled import recalled
from schaukasten.model.site import Site
from schaukasten.plugins.pelican_library import Generator

T = TypeVar("T")


class OwnGenerator(Generator):
    """One of Pelican's generators, which would each load all templates for itself."""

    def __init__(
        self,
        context: dict[str, Any],
        settings: dict[str, Any],
        path: str,
        theme: str,
        output_path: str,
        **_others: object,
    ):
        """Take what Pelican gives to each generator."""
        self.context = context
        self.settings = settings
        self.path = path
        self.theme = theme
        self.output_path = output_path
        first: Generator = settings["FIRST_GENERATOR"]
        self.env = first.env
        # By which `get_template` finds them, and says where it has looked.
        self._templates = first._templates
        self._templates_path = first._templates_path

    @property
    def site(self) -> Site:
        site: Site = self.settings["SITE"]
        return site

    def made_of(self, *own: str) -> str:
        """Return the digest of all that a page can show; nothing if that is unknown.

        That is its own document, if it has one, and of others an outline, but no text: so what is
        new in the text of one leaves the pages of the others alone.
        """
        parts: tuple[str, ...] = (self.settings.get("SAID", ""), self.site.surroundings, *own)
        return digest_of(*parts) if all(parts) else ""

    def recalled(self, name: str, kind: type[T], make: Callable[[], T]) -> T:
        """Return what hangs on the outlines alone, kept under a name."""
        return recalled(self.settings["MEMORY"].shelf, name, self.made_of(), kind, make)
