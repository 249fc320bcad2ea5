"""A site without an error page of its own → `404.html` all the same, in its language.

Without one a visitor would meet the host's own page, in English and with advertisements.
"""

from __future__ import annotations

from types import SimpleNamespace

from markupsafe import Markup
from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from schaukasten.model.structured_data.structured_data import StructuredData, script


class NotFoundGenerator(Generator):
    def generate_output(self, writer: Writer) -> None:
        if self.settings["SITE"].address_of_template("not_found") is None:
            writer.write_file(
                "404.html", self.get_template("not_found"), self.context, page=self._page()
            )

    def _page(self) -> SimpleNamespace:
        """Return what the template asks of a page that an editor wrote."""
        site, gettext = self.settings["SITE"], self.settings["GETTEXT"]
        data = StructuredData(site, self.context["site_address"])
        return SimpleNamespace(
            title=gettext("There is no such page"),
            summary=gettext("Perhaps it has moved, or its address was mistyped."),
            lang=self.settings["DEFAULT_LANG"],
            image=None,
            document=SimpleNamespace(published=True),
            rendering=SimpleNamespace(html=""),
            structured_data=Markup(script([data.organization()])),
        )


def get_generator(pelican: Pelican) -> type[NotFoundGenerator]:
    return NotFoundGenerator


def register() -> None:
    signals.get_generators.connect(get_generator)
