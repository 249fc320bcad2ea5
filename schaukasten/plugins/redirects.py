"""Old addresses (`aliases:`) → small pages that lead on, for hosts that know no redirects."""

from __future__ import annotations

from pelican import Pelican, signals
from pelican.generators import Generator
from pelican.writers import Writer

from schaukasten.plugins.reader import save_as


class RedirectsGenerator(Generator):
    def generate_output(self, writer: Writer) -> None:
        for redirect in self.settings["SITE"].redirects:
            if redirect.is_calendar:
                continue  # a copy lies there, since programs do not read pages
            writer.write_file(
                save_as(redirect.address),
                self.get_template("redirect"),
                self.context,
                target=redirect.target,
            )


def get_generator(pelican: Pelican) -> type[RedirectsGenerator]:
    return RedirectsGenerator


def register() -> None:
    signals.get_generators.connect(get_generator)
