"""The preview's style guide: every example of every component, and the contrast of the palette."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from pathlib import Path, PurePosixPath
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from schaukasten.model.agenda.agenda import Agenda
from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.offer import Offer
from schaukasten.model.look.contrast import pairs
from schaukasten.model.look.samples import Samples, sample_picture, samples
from schaukasten.model.reading.yaml_places import YamlText
from schaukasten.model.time.days_off import DaysOff
from schaukasten.plugins.finder import Choice, Facet
from schaukasten.plugins.page_generator import PageGenerator
from schaukasten.plugins.pager import PageLink, Pager
from schaukasten.plugins.pelican_library import Pelican, Writer, signals

#: The samples' languages: the first for the light and the dark scheme, then right to left.
LANGUAGES = ("de", "ar")
#: Where examples lead: to the style guide itself.
_HERE = "#page-content"


class StyleGuideGenerator(PageGenerator):
    def generate_context(self) -> None:
        words = [words_in(Path(self.theme), language) for language in LANGUAGES]
        self.page = {
            "words": words[0],
            "mirrored": words[1],
            "components": components(Path(self.theme)),
            "pairs": list(pairs(self.settings["SITE"].palette)),
        }
        # The examples' pictures are published with those of the site.
        self.context["sample_pictures"] = [
            words[0].picture,
            words[0].upright,
            words[0].portrait,
            words[0].supporter_logo,
        ]

    def generate_output(self, writer: Writer) -> None:
        self.write(f"/{self.settings['STYLE_GUIDE_URL']}", "style_guide", **self.page)


def words_in(theme: Path, language: str) -> SimpleNamespace:
    """Return a theme's samples in a language, with what no file can hold: pictures and days."""
    files = sorted((theme / "samples").iterdir())
    stamp = tuple((file.name, file.stat().st_mtime_ns) for file in files)
    return _words_in(theme, language, stamp)


@lru_cache(maxsize=len(LANGUAGES))
def _words_in(theme: Path, language: str, _stamp: object) -> SimpleNamespace:
    # Kept from one build to the next: to read them takes a quarter of a small site's build.
    sample = samples(theme, language)
    zone = ZoneInfo("Europe/Berlin")
    portrait, logo = sample.people[0].picture, sample.supporters[0].logo
    assert portrait
    assert logo
    agenda = Agenda([_offer(sample)], [sample.location], zone, DaysOff("", None, language))
    return SimpleNamespace(
        **dict(sample)
        | {
            "picture": sample_picture(theme, sample.picture),
            "upright": sample_picture(theme, sample.upright),
            "portrait": sample_picture(theme, portrait),
            "supporter_logo": sample_picture(theme, logo),
            "agenda": agenda.day(dt.date(2026, 3, 9)),
            "openings": agenda.next_openings(sample.location, dt.date(2026, 3, 9), 1),
            "facet": Facet(
                "beispiel",
                sample.label,
                [
                    Choice("beispiel", str(number), text, text, "#page-content")
                    for number, text in enumerate(sample.behind)
                ],
            ),
            "first_page": Pager(_HERE, None, None, _page(4), _page(1), shown=73, every=273),
            "older_page": Pager(_HERE, _page(4), _page(3), _page(2), _page(1)),
            "day": dt.date(2026, 3, 8),
            "next_day": dt.date(2026, 3, 9),
            "start": dt.time(14),
            "end": dt.time(17, 30),
        }
    )


def _page(number: int) -> PageLink:
    return PageLink(number, _HERE)


def _offer(sample: Samples) -> Document:
    """Return an offer with the schedule of the samples."""
    item = Offer.model_construct(
        title=sample.title, summary=sample.summary, audience=[sample.door], schedule=sample.schedule
    )
    source = PurePosixPath("angebote/beispiel.md")
    return Document(source, "OFFER", item, "beispiel", "#page-content", True, YamlText(), "", 1)


def components(theme: Path) -> list[str]:
    """Return the names of the components that have examples."""
    return sorted(path.stem for path in (theme / "templates" / "examples").glob("*.html"))


def get_generator(pelican: Pelican) -> type[StyleGuideGenerator] | None:
    return StyleGuideGenerator if pelican.settings["PREVIEW"] else None


def register() -> None:
    signals.get_generators.connect(get_generator)
