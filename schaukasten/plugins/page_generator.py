"""What a page shows → the page, if the last output has no equal one; the ground of generators."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

from pelican import Pelican, signals
from pelican.generators import Generator

from schaukasten.plugins.page_writer import PageWriter


class PageGenerator(Generator):
    """A generator whose pages show what it names, and nothing besides."""

    def write(self, address: str, template: str, **values: object) -> None:
        """Write the page at an address of the site from a template of the theme.

        The template sees `values` and what all pages share, and of these only what it names.
        """
        self.settings["PAGES"].write(
            save_as(address), self.get_template(template), self.context, values
        )


def save_as(address: str) -> str:
    """Return the file of the output that a web server sends for an address."""
    path = unquote(address.removeprefix("/"))
    return path + "index.html" if not path or path.endswith("/") else path


def prepare(pelican: Pelican) -> None:
    pelican.settings["PAGES"] = PageWriter(Path(pelican.output_path))


def register() -> None:
    signals.get_generators.connect(prepare)
