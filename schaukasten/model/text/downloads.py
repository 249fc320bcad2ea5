"""A link to a file that is offered → the same with what people want to know before they ask."""

from __future__ import annotations

from lxml.html import HtmlElement
from lxml.html.builder import CLASS, SPAN

from schaukasten.language.file_size import file_size
from schaukasten.model.files.attachment import Attachment
from schaukasten.model.text.cards import hear
from schaukasten.model.text.html_tree import append_text


def offer(link: HtmlElement, attachment: Attachment, language: str) -> None:
    """Let a link say type and size of its file; a sound can be heard in place."""
    title = link.text_content()
    size = file_size(attachment.size, language)
    # A no-break space keeps the bracket on the line of the link's last word.
    append_text(link, "\N{NO-BREAK SPACE}")
    link.append(SPAN(f"({attachment.type}, {size})", CLASS("attachment__type")))
    if attachment.is_sound:
        hear(link, title)
