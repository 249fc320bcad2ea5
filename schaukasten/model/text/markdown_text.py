"""A document → its rendering: safe HTML, with every line that cannot stay as it is."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

import markdown

from schaukasten.language.messages import Gettext, _
from schaukasten.model.documents.document import Document
from schaukasten.model.files.picture import Picture
from schaukasten.model.reading.problem import Invalid, Problem
from schaukasten.model.reading.slug import slugify
from schaukasten.model.text import effort
from schaukasten.model.text.body import NO_LINK, NO_PICTURE, Body
from schaukasten.model.text.effort import TooMuchEffort, limited
from schaukasten.model.text.references import References
from schaukasten.model.text.rendering import Rendering
from schaukasten.model.text.sanitiser import clean, removed_from


@dataclass
class Renderer:
    """Renders one document after the other."""

    references: References
    language: str
    gettext: Gettext
    _markdown: markdown.Markdown = field(init=False)
    #: Seconds of computing that are left for all texts.
    _left: float = field(init=False)

    def __post_init__(self) -> None:
        self._markdown = _parser(self.gettext)
        texts = len(self.references.documents)
        self._left = effort.SITE_LIMIT + effort.TEXT_SHARE * texts

    def render(self, document: Document) -> Rendering:
        """Return what a page needs of the document, and the errors of its pictures and its text."""
        image, problems = self._noted_pictures(document)
        page = Body(document, self.references, self.language, self.gettext)
        html = self._html(document, page)
        return Rendering(
            html,
            image,
            tuple(page.pictures),
            tuple(page.attachments),
            page.prose,
            tuple(page.headings),
            tuple(page.links),
            (*problems, *page.problems),
        )

    def _noted_pictures(self, document: Document) -> tuple[Picture | None, list[Problem]]:
        """Open every picture that the front matter names; return the lead picture."""
        image: Picture | None = None
        problems: list[Problem] = []
        for place, note in document.item.picture_notes:
            try:
                picture = self.references.picture(document, note, place)
            except Invalid as invalid:
                problems.append(document.error((*place, "file"), invalid))
            else:
                image = picture if note is document.item.image else image
        return image, problems

    def _html(self, document: Document, page: Body) -> str:
        """Return the text's HTML; nothing, and why on the page, where that takes too much."""
        started = time.process_time()
        try:
            with limited(max(effort.LEAST, min(effort.LIMIT, self._left))):
                return self._rendered(document, page)
        except RecursionError:
            what = _("Something in this text is nested too deeply.")
            self._give_up(page, Invalid(what, _("Write it with fewer levels.")))
        except TooMuchEffort:
            what = _("This text cannot be read in a bearable time.")
            remedy = _("Look for long rows of the same sign, or split it into several pages.")
            self._give_up(page, Invalid(what, remedy))
        finally:
            self._left -= time.process_time() - started
        return ""

    def _rendered(self, document: Document, page: Body) -> str:
        raw_html = self._markdown.reset().convert(document.markdown)
        safe_html = clean(raw_html)
        stashed = map(str, self._markdown.htmlStash.rawHtmlBlocks)
        for removed in removed_from([raw for raw in stashed if "<" in raw], raw_html, safe_html):
            page.refuse(removed.source, why_removed(removed.name))
        return page.finish(safe_html)

    def _give_up(self, page: Body, invalid: Invalid) -> None:
        page.refuse("", invalid)
        # A parser that was stopped in the middle remembers where it was, even after a reset.
        self._markdown = _parser(self.gettext)


def _parser(gettext: Gettext) -> markdown.Markdown:
    return markdown.Markdown(
        extensions="abbr def_list fenced_code footnotes sane_lists tables toc".split(),
        extension_configs={
            "tables": {"use_align_attribute": True},
            "toc": {
                "marker": "",
                "slugify": lambda text, separator: slugify(text) or "abschnitt",
            },
            "footnotes": {
                "BACKLINK_TITLE": gettext("Back to footnote {} in the text"),
                "SEPARATOR": "-",
            },
        },
        output_format="html",
    )


def why_removed(name: str) -> Invalid:
    """Return what an editor is told about something that the sanitiser took out."""
    match name:
        case "href":
            return NO_LINK
        case "src":
            return NO_PICTURE
    what = _("“{name}” is not allowed in a text and was removed.", name=name)
    return Invalid(what, _("Write it in Markdown, or leave it out."))
