"""Markdown → sanitised HTML in the language's typography, with every line that cannot stay."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTextInlineProcessor

from schaukasten.model.body import Body
from schaukasten.model.document import Document
from schaukasten.model.messages import Gettext, _
from schaukasten.model.problem import Invalid, Problem
from schaukasten.model.references import References
from schaukasten.model.sanitiser import clean, removed_from
from schaukasten.model.slug import slugify

#: Opening and closing quotation marks, double and single, by language (CLDR, delimiters).
QUOTES = {
    "ar": "”“’‘",
    "de": "„“‚‘",
    "en": "“”‘’",
    "fr": "«»‹›",
    "pl": "„”‚’",
    "ru": "«»„“",
    "tr": "“”‘’",
    "uk": "«»„“",
}
_TYPEWRITTEN = re.compile(r"[\"']|--|\.\.\.")


class _Apostrophe(Extension):
    """Between letters a straight quote is an apostrophe, in every language (geht's → geht’s)."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        pattern = _ApostrophePattern(r"(?<=\w)(')(?=\w)")
        md.inlinePatterns.register(pattern, "apostrophe", 1)


class _ApostrophePattern(SimpleTextInlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:
        return "’", m.start(0), m.end(0)


@dataclass
class Renderer:
    """Turns one document's Markdown after the other into HTML."""

    references: References
    language: str
    gettext: Gettext
    _converters: dict[str, markdown.Markdown] = field(default_factory=dict)

    def _converter(self, document: Document) -> markdown.Markdown:
        """Return a converter for the document's language, ready for a new text."""
        # Smarty takes twice the time, so it is kept for texts that hold something to replace.
        language = document.item.lang or self.language
        smart = language if _TYPEWRITTEN.search(document.markdown) else ""
        if smart not in self._converters:
            self._converters[smart] = self._new_converter(smart)
        return self._converters[smart].reset()

    def _new_converter(self, smart: str) -> markdown.Markdown:
        quotes = QUOTES.get(smart.split("-")[0], QUOTES["en"])
        marks = ("left-double", "right-double", "left-single", "right-single")
        substitutions = {f"{mark}-quote": quotes[i] for i, mark in enumerate(marks)}
        extensions = ["smarty", _Apostrophe()] if smart else []
        return markdown.Markdown(
            extensions=[
                *("abbr", "def_list", "fenced_code", "footnotes", "sane_lists", "tables", "toc"),
                *extensions,
            ],
            extension_configs={
                "smarty": {"substitutions": substitutions},
                "tables": {"use_align_attribute": True},
                "toc": {"slugify": lambda text, separator: slugify(text) or "abschnitt"},
                "footnotes": {
                    "BACKLINK_TITLE": self.gettext("Back to footnote {} in the text"),
                    "SEPARATOR": "-",
                },
            },
            output_format="html",
        )

    def render(self, document: Document) -> list[Problem]:
        """Set the document's `html`, `pictures` and `attachments`; return its body's errors."""
        page = Body(document, self.references, self.language, self.gettext)
        converter = self._converter(document)
        raw_html = converter.convert(document.markdown)
        safe_html = clean(raw_html)
        typed = [str(raw) for raw in converter.htmlStash.rawHtmlBlocks if "<" in str(raw)]
        if typed:
            for removed in removed_from(typed, raw_html, safe_html):
                what = _("“{name}” is not allowed in a text and was removed.", name=removed.name)
                page.refuse(
                    removed.source, Invalid(what, _("Write it in Markdown, or leave it out."))
                )
        document.html = page.finish(safe_html)
        return page.problems
