"""A document → its rendering, by what is loaded as soon as there is something to render."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from schaukasten.language.messages import Gettext
from schaukasten.model.documents.document import Document
from schaukasten.model.text.asked import Asked
from schaukasten.model.text.references import References
from schaukasten.model.text.rendering import Rendering

if TYPE_CHECKING:
    from schaukasten.model.text.markdown_text import MarkdownText


@dataclass
class Renderer:
    """Renders one document after the other.

    `country` is the ISO 3166 code in which telephone numbers are read.
    """

    references: References
    language: str
    country: str
    gettext: Gettext

    def render(self, document: Document) -> Rendering:
        """Return what a page needs of the document, and the errors of its pictures and its text."""
        return self.asked(document, self.references)

    def asked(self, document: Document, references: References | Asked) -> Rendering:
        """Render a document with these references in the place of the usual ones."""
        return self._text.rendering(document, references)

    @cached_property
    def _text(self) -> MarkdownText:
        # Two parsers, and telephone numbers of all countries: a build of a change needs none.
        from schaukasten.model.text.markdown_text import MarkdownText

        return MarkdownText(self.references, self.language, self.country, self.gettext)
