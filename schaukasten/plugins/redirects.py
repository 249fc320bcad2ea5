"""Old addresses (`aliases:`) → small pages that lead on, for hosts that know no redirects."""

from __future__ import annotations

from schaukasten.plugins.page_generator import PageGenerator
from schaukasten.plugins.pelican_library import Pelican, Writer, signals


class RedirectsGenerator(PageGenerator):
    def generate_output(self, writer: Writer) -> None:
        for redirect in self.settings["SITE"].redirects:
            if redirect.is_calendar:
                continue  # a copy lies there, since programs do not read pages
            self.write(redirect.address, "redirect", target=redirect.target)


def get_generator(pelican: Pelican) -> type[RedirectsGenerator]:
    return RedirectsGenerator


def register() -> None:
    signals.get_generators.connect(get_generator)
