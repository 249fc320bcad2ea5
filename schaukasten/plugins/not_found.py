"""A site without an error page of its own → `404.html` all the same, in its language.

Without one a visitor would meet the host's own page, in English and with advertisements.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from markupsafe import Markup

from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.page import Page
from schaukasten.model.reading.yaml_places import YamlText
from schaukasten.model.structured_data.structured_data import StructuredData, script
from schaukasten.model.text.rendering import Rendering
from schaukasten.plugins.page_generator import PageGenerator
from schaukasten.plugins.pelican_library import Pelican, Writer, signals
from schaukasten.plugins.shown import Shown


class NotFoundGenerator(PageGenerator):
    def generate_output(self, writer: Writer) -> None:
        site = self.settings["SITE"]
        if site.address_of_template("not_found") is None:
            data = StructuredData(site, self.context["site_address"])
            structured_data = Markup(script([data.organization()]))
            page = {"page": self._page(), "faces": [], "structured_data": structured_data}
            self.write("/404.html", "not_found", **page)

    def _page(self) -> Shown:
        """Return what the template asks of a page that an editor wrote."""
        gettext = self.settings["GETTEXT"]
        title = gettext("There is no such page")
        summary = gettext("Perhaps it has moved, or its address was mistyped.")
        item = Page(title=title, summary=summary, template="Fehlerseite")
        nowhere = PurePosixPath("404.md")
        document = Document(nowhere, "PAGE", item, "404", "/404.html", True, YamlText(), "", 1)
        return Shown(document, Rendering.of_nothing(), self.settings["DEFAULT_LANG"])


def get_generator(pelican: Pelican) -> type[NotFoundGenerator]:
    return NotFoundGenerator


def register() -> None:
    signals.get_generators.connect(get_generator)
