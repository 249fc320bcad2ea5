"""A link to a file that is offered → what it says of it, and how a sound can be heard in place."""

from __future__ import annotations

from lxml.html import HtmlElement
from lxml.html.builder import CLASS, SPAN, E

from schaukasten.language.file_size import file_size
from schaukasten.model.files.attachment import Attachment
from schaukasten.model.text.html_tree import append_text


def offer(link: HtmlElement, attachment: Attachment, language: str) -> None:
    """Let a link say type and size of a file, which people want to know before they ask for it."""
    title = link.text_content()
    size = file_size(attachment.size, language)
    # A no-break space keeps the bracket on the line of the link's last word.
    append_text(link, "\N{NO-BREAK SPACE}")
    link.append(SPAN(f"({attachment.type}, {size})", CLASS("attachment__type")))
    if attachment.is_sound:
        _hear(link, title)


def _hear(link: HtmlElement, title: str) -> None:
    """Let a link to a sound, alone in its paragraph, be preceded by the browser's own control.

    Nothing of it is loaded before somebody wants to hear it.
    """
    paragraph = link.getparent()
    alone = len(paragraph) == 1 and not (paragraph.text or "").strip()
    if paragraph.tag != "p" or not alone or (link.tail or "").strip():
        return
    audio = E.audio(controls="", preload="none", src=link.get("href"))
    audio.set("aria-label", title)
    paragraph.tag = "figure"
    paragraph.set("class", "sound")
    paragraph.insert(0, audio)
