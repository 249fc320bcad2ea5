"""The newest news → the Atom feed, unless the last output has the same."""

from __future__ import annotations

from schaukasten.kept.digest import digest_of
from schaukasten.kept.made_by import made_by
from schaukasten.plugins.news import newest_first
from schaukasten.plugins.own_generator import OwnGenerator
from schaukasten.plugins.page_writer import PageWriter
from schaukasten.plugins.pelican_library import Pelican, Writer, signals

#: Who has not looked for longer reads on the site.
NEWEST = 50


class FeedGenerator(OwnGenerator):
    def generate_output(self, writer: Writer) -> None:
        path = self.settings["FEED"]
        if path is None:
            return
        site = self.site
        host = self.settings["SITEURL"]
        news = newest_first(self)[:NEWEST]
        texts = (part for one in news for part in (one.seen_as, site.rendering(one).made_of))
        made_from = digest_of(made_by(), site.data.made_of, host, path, *texts)

        def make() -> bytes:
            # What writes feeds is loaded only where there is one to write.
            from schaukasten.plugins.feed_file import feed

            return feed(site, news, host, path, self.settings["MEMORY"].shelf)

        pages: PageWriter = self.settings["PAGES"]
        pages.file_later(path, made_from, make)


def get_generator(pelican: Pelican) -> type[FeedGenerator]:
    return FeedGenerator


def register() -> None:
    signals.get_generators.connect(get_generator)
