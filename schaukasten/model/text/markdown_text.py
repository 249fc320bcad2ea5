"""A document → its rendering: safe HTML, with every line that cannot stay as it is."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import markdown
from markdown.extensions.abbr import AbbrTreeprocessor
from markdown.extensions.toc import TocExtension

from schaukasten.language.messages import Gettext, _
from schaukasten.model.documents.document import Document
from schaukasten.model.files.picture import Picture
from schaukasten.model.reading.problem import Invalid, Place, Problem, Severity
from schaukasten.model.reading.slug import slugify
from schaukasten.model.text import effort
from schaukasten.model.text.asked import Asked
from schaukasten.model.text.body import Body
from schaukasten.model.text.bold_headings import accidental_headings, bold_headings
from schaukasten.model.text.definitions import lost
from schaukasten.model.text.effort import TooMuchEffort, limited
from schaukasten.model.text.galleries import Galleries
from schaukasten.model.text.gfm import GitHubFlavored, Reader
from schaukasten.model.text.passage import answer_of, text_of
from schaukasten.model.text.questions import twins, with_questions
from schaukasten.model.text.references import References
from schaukasten.model.text.removals import why_removed
from schaukasten.model.text.rendering import Rendering
from schaukasten.model.text.sanitiser import clean, removed_from
from schaukasten.model.text.terms import halfway, terms_in
from schaukasten.model.text.untaken import untaken
from schaukasten.model.text.untaken_rows import untaken_rows


@dataclass
class MarkdownText:
    """Renders one document after the other: see `Renderer`."""

    references: References
    language: str
    country: str
    gettext: Gettext
    _markdown: markdown.Markdown = field(init=False)
    #: Seconds of computing that are left for all texts.
    _left: float = field(init=False)

    def __post_init__(self) -> None:
        self._markdown = _parser(self.gettext)
        texts = len(self.references.documents)
        self._left = effort.SITE_LIMIT + effort.TEXT_SHARE * texts

    def rendering(self, document: Document, references: References | Asked) -> Rendering:
        image, problems = self._noted_pictures(document, references)
        gallery = Galleries(document, references)
        gallery.open()
        passage = text_of(document)
        page = Body(document, passage, references, self.language, self.country, self.gettext)
        html = self._html(page)
        if document.item.questions:
            html = self._with_questions(html, page)
        for place, invalid in twins(page.asked):
            page.problems.append(
                document.problem(place, Severity.WARNING, invalid.what, invalid.remedy)
            )
        return Rendering(
            html,
            image,
            tuple(page.pictures),
            tuple(page.attachments),
            tuple(page.prose.items()),
            tuple(page.headings),
            tuple(page.links),
            (*problems, *gallery.problems, *page.problems),
            tuple(gallery.pictures),
        )

    def _noted_pictures(
        self, document: Document, references: References | Asked
    ) -> tuple[Picture | None, list[Problem]]:
        """Open every picture that the front matter names; return the lead picture."""
        image: Picture | None = None
        problems: list[Problem] = []
        for place, note in document.item.picture_notes:
            try:
                picture = references.picture(document, note, place)
            except Invalid as invalid:
                problems.append(document.error((*place, "file"), invalid))
            else:
                image = picture if note is document.item.image else image
        return image, problems

    def _with_questions(self, html: str, page: Body) -> str:
        """Return the text with the questions of the front matter below it."""
        asked = []
        for number, one in enumerate(page.document.item.questions):
            answer = replace(page, passage=answer_of(page.document, number))
            asked.append((one.question, self._html(answer)))
            page.asked.append((one.question, answer.passage.place(Place(0))))
        is_ours = page.document.item.lang in (None, self.language)
        language = "" if is_ours else self.language
        return with_questions(html, asked, self.gettext("Questions and answers"), language)

    def _html(self, page: Body) -> str:
        """Return the text's HTML; nothing, and why on the page, where that takes too much."""
        started = time.process_time()
        try:
            with limited(max(effort.LEAST, min(effort.LIMIT, self._left))):
                return self._rendered(page)
        except RecursionError:
            self._give_up(page, _TOO_DEEP)
        except TooMuchEffort:
            what = _("This text cannot be read in a bearable time.")
            remedy = _("Look for long rows of the same sign, or split it into several pages.")
            self._give_up(page, Invalid(what, remedy))
        finally:
            self._left -= time.process_time() - started
        return ""

    def _rendered(self, page: Body) -> str:
        text = page.passage.markdown
        reader = self._markdown.reset().parser
        assert isinstance(reader, Reader)
        raw_html = self._markdown.convert(text)
        if not text.strip():
            return ""
        if reader.is_cut_off:
            page.refuse(0, _TOO_DEEP)
        safe_html = clean(raw_html)
        for removed in removed_from(reader.met.raw, raw_html, safe_html):
            page.refuse(removed.line, why_removed(removed))
        for line, severity, invalid in self._slips(reader, text.split("\n")):
            page.tell(line, severity, invalid)
        for terms in terms_in(reader.tokens):
            page.asked += [
                (term, page.passage.place(Place(line))) for term, line in terms.questions
            ]
        return page.finish(safe_html, reader.met.paragraphs)

    def _slips(self, reader: Reader, lines: list[str]) -> Iterator[tuple[Place, Severity, Invalid]]:
        """Yield what was typed as Markdown and did not take, or is nowhere on the page."""
        for rows in reader.met.paragraphs:
            yield from untaken(rows, self.country)
            if rows.kind == "paragraph_open":
                for number, severity, invalid in untaken_rows(rows):
                    yield Place(rows.first + number), severity, invalid
        for line, severity, invalid in lost(reader.definitions, reader.tokens, lines):
            yield Place(line), severity, invalid
        for line, severity, invalid in (
            *halfway(terms_in(reader.tokens)),
            *bold_headings(reader.tokens),
            *accidental_headings(reader.tokens, lines),
        ):
            yield Place(line), severity, invalid
        for html, line in reader.met.raw:
            if html.lstrip().startswith("<!--") and "-->" not in html:
                what = _("“<!--” hides all that follows, and nothing ends it.")
                yield (
                    Place(line),
                    Severity.ERROR,
                    Invalid(what, _("Write “-->” where it is to end.")),
                )

    def _give_up(self, page: Body, invalid: Invalid) -> None:
        page.refuse(0, invalid)
        # A parser that was stopped in the middle remembers where it was, even after a reset.
        self._markdown = _parser(self.gettext)


_TOO_DEEP = Invalid(
    _("Something in this text is nested too deeply."), _("Write it with fewer levels.")
)


def _parser(gettext: Gettext) -> markdown.Markdown:
    parser = markdown.Markdown(
        extensions=[
            GitHubFlavored(gettext),
            TocExtension(marker="", slugify=lambda text, _separator: slugify(text) or "abschnitt"),
        ],
        output_format="html",
    )
    parser.treeprocessors.register(Abbreviations(parser), "abbr", 7)
    return parser


class Abbreviations(AbbrTreeprocessor):
    """Python-Markdown's own, with what the last text defined."""

    def run(self, root: object) -> None:
        assert isinstance(self.md, markdown.Markdown)
        reader = self.md.parser
        assert isinstance(reader, Reader)
        defined = reader.definitions.get("abbreviations", {})
        self.abbrs = {short: long for short, (long, _line) in defined.items()}
        super().run(root)
