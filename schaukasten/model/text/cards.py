"""Links that stand alone in their paragraph → a sound to hear in place, a card that leads away."""

from __future__ import annotations

from lxml.html import HtmlElement
from lxml.html.builder import CLASS, SPAN, E

from schaukasten.language.messages import Gettext
from schaukasten.model.text.platforms import destination

#: The class of a link around a picture that leads to another site.
AWAY = "away__link"
#: The class of the words that say where to.
WHERE = "away__where"


def cards(root: HtmlElement, gettext: Gettext) -> None:
    """Say of a picture that leads away from the site, alone in its paragraph, where to.

    So nobody leaves without knowing; and nothing of the other site is loaded before.
    """
    for link in list(root.iter("a")):
        if not _is_alone(link) or len(link) != 1 or link[0].tag != "img":
            continue
        there = destination(link.get("href", ""))
        if there is None or link.text_content().strip():
            continue
        link.set("class", AWAY)
        line = gettext(there.line.msgid).format(host=there.host)
        link.append(SPAN(line, CLASS(WHERE)))
        _frame(link, "picture notice away")


def hear(link: HtmlElement, title: str) -> None:
    """Let a link to a sound, alone in its paragraph, stand below the browser's own control.

    Nothing of the sound is loaded before somebody wants to hear it. What it is called stands in
    the link, and is the name of the control for who does not see them together.
    """
    if not _is_alone(link):
        return
    audio = E.audio(controls="", preload="none", src=link.get("href").partition("#")[0])
    audio.set("aria-label", title)
    link.addprevious(audio)
    _frame(link, "sound")


def _is_alone(link: HtmlElement) -> bool:
    paragraph = link.getparent()
    beside = (paragraph.text or "") + (link.tail or "")
    return paragraph.tag == "p" and len(paragraph) == 1 and not beside.strip()


def _frame(link: HtmlElement, name: str) -> None:
    paragraph = link.getparent()
    paragraph.text = link.tail = None
    paragraph.tag = "figure"
    paragraph.set("class", name)
