"""What a page shows → the page, if the last output has no equal one; the ground of generators."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from schaukasten.kept.digest import digest_of
from schaukasten.kept.last_output import LastOutput
from schaukasten.kept.made_by import is_all_ours, made_by
from schaukasten.model.look.theme import catalogs_digest
from schaukasten.plugins.own_generator import OwnGenerator
from schaukasten.plugins.page_writer import PageWriter, Values
from schaukasten.plugins.pelican_library import Pelican, signals


class PageGenerator(OwnGenerator):
    """A generator whose pages show what it names, and nothing besides."""

    def write(self, address: str, template: str, **values: object) -> None:
        """Write the page at an address of the site from a template of the theme.

        The template sees `values` and what all pages share, and of these only what it names.
        """
        self.write_later(address, template, lambda: values)

    def write_later(
        self, address: str, template: str, values: Callable[[], Values], made_of: str = ""
    ) -> None:
        """Write a page whose values are made when all generators are done.

        `made_of` is the digest of all that they can be made of, where there is one.
        """
        pages: PageWriter = self.settings["PAGES"]
        template_of_page = self.get_template(template)
        pages.write(save_as(address), template_of_page, self.context, values, made_of)


def save_as(address: str) -> str:
    """Return the file of the output that a web server sends for an address."""
    path = unquote(address.removeprefix("/"))
    return path + "index.html" if not path or path.endswith("/") else path


def prepare(pelican: Pelican) -> None:
    settings = pelican.settings
    output = Path(pelican.output_path)
    settings["PAGES"] = PageWriter(
        output, _last(settings, output), settings["MEMORY"].shelf, _ground(settings)
    )


def _last(settings: Mapping[str, Any], output: Path) -> LastOutput:
    """Return what the build was given as the last output; a folder is one that it remembers.

    Of one that may hang on code of others only the folder is known.
    """
    last = settings.get("LAST_OUTPUT")
    if last is not None and not is_all_ours(settings):
        return LastOutput(last if isinstance(last, Path) else last.folder)
    if isinstance(last, Path):
        return LastOutput.recalled(settings["MEMORY"].shelf, last)
    return last if isinstance(last, LastOutput) else LastOutput(output)


def _ground(settings: Mapping[str, Any]) -> str:
    """Return the digest of what templates are given beside the context: words, filters, Jinja."""
    association = settings["SITE"].association
    return digest_of(
        made_by(),
        catalogs_digest(Path(settings["THEME"])),
        association.language,
        association.country,
        jinja_digest(settings),
        # What code of others has made, nobody else may take for the same.
        "" if is_all_ours(settings) else "others",
    )


def jinja_digest(settings: Mapping[str, Any]) -> str:
    """Return the digest of how Jinja is set up."""
    jinja = sorted(settings["JINJA_ENVIRONMENT"].items())
    return digest_of(*(f"{name}={value}" for name, value in jinja if name != "bytecode_cache"))


def finish(pelican: Pelican) -> None:
    pelican.settings["PAGES"].finish()
    # Only now: what pages include is compiled while they are rendered.
    pelican.settings["MEMORY"].close()


def register() -> None:
    signals.get_generators.connect(prepare)
    signals.finalized.connect(finish)
