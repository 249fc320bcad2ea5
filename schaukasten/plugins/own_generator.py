"""The ground of all generators of ours: they share the templates of Pelican's first one."""

from __future__ import annotations

from typing import Any

from schaukasten.plugins.pelican_library import Generator


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
