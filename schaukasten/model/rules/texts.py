"""How a text reads: its headings, links, length and capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from urllib.parse import unquote

from schaukasten.language.messages import _
from schaukasten.model.documents.document import Document
from schaukasten.model.reading.problem import Invalid, Place, Severity
from schaukasten.model.reading.starting_text import requested
from schaukasten.model.reading.yaml_places import Loc
from schaukasten.model.rules.rule import Context, Finding, rule

#: Characters. Lists and search engines show about half of it.
MAX_SUMMARY = 300
#: Letters in a row of words in capitals; fewer may be abbreviations.
SHOUTING = 12

_VAGUE = frozenset(
    word.strip()
    for word in """
    click|click here|continue|da|datei|details|diese seite|diesem link|diesen link|
    dieser link|dort|download|file|here|herunterladen|hier|hier klicken|homepage|klick|
    klick hier|klicken|klicken sie hier|learn more|lesen sie mehr|link|mehr|mehr dazu|
    mehr erfahren|mehr informationen|mehr infos|mehr lesen|more|page|pdf|read more|
    seite|siehe hier|this link|this page|unter diesem link|webseite|website|weiter|
    weitere informationen|weitere infos|weiterlesen
    """.replace("\n", "|").split("|")
    if word.strip()
)
# A long word in capitals; looked for first, since nearly all texts have none.
_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-ÞΑ-ΩЀ-Я]{4}")
_WORD = re.compile(r"[^\W\d_]+")
# Between words in capitals: 'KOMMEN SIE ALLE', but not 'DRK, AWO'.
_JOINT = re.compile(r"[ !?-]+")
#: An address in the place of words; one that is typed without brackets is its own.
_PATH = re.compile(r"https?://.+/.|www\..*/.", re.IGNORECASE)
_ADDRESSES = re.compile(r"https?://\S+|\]\([^)]{0,500}\)|<[^>]{0,500}>")


@rule(Severity.WARNING, _("Heading that skips a level"))
def heading_jump(document: Document, context: Context) -> Iterator[Finding]:
    """Headings are the table of contents of those who cannot see the page (WCAG 2.2, 1.3.1)."""
    for upper, lower in pairwise(context.rendering(document).headings):
        if lower.level > upper.level + 1:
            what = _(
                "The heading “{text}” skips a level: {lower} comes after {upper}.",
                text=lower.text,
                lower="#" * lower.level,
                upper="#" * upper.level,
            )
            remedy = _("Write it with {level}.", level="#" * (upper.level + 1))
            yield lower.place, Invalid(what, remedy)


@rule(Severity.WARNING, _("Link text that says nothing"))
def vague_link(document: Document, context: Context) -> Iterator[Finding]:
    """A screen reader lists the links of a page without the words around (WCAG 2.2, 2.4.4)."""
    for link in context.rendering(document).links:
        text = " ".join(link.text.split())
        words = re.sub(r" ?\([^()]*\)$", "", text.casefold()).strip(" .:!>»→…")
        is_bare = link.address.removesuffix("/").endswith(text.removesuffix("/"))
        if words in _VAGUE or (not is_bare and _PATH.match(text)):
            what = _("The link text “{text}” does not say where the link leads.", text=text)
            remedy = _("Name what is there: [Sign up for the summer party](…)")
            yield link.place, Invalid(what, remedy)


@rule(Severity.ERROR, _("Link to a place that does not exist"))
def dead_fragment(document: Document, context: Context) -> Iterator[Finding]:
    """A link to a part of a page leads to its top when that part is missing."""
    for link in context.rendering(document).links:
        address, _sign, fragment = link.address.partition("#")
        is_known = fragment.startswith(":~:") or fragment.casefold() == "top"  # HTML, 7.4.2.3.3
        is_page = address.startswith("/") and address.partition("?")[0].endswith(("/", ".html"))
        if not fragment or is_known or not is_page:
            continue
        places = _places(address.partition("?")[0], context)
        if unquote(fragment) not in places:
            what = _("That page has no place called “#{name}”.", name=unquote(fragment))
            known = ", ".join(f"#{place}" for place in sorted(places) if _is_for_people(place))
            remedy = _("Leave out what follows the #.")
            if known:
                remedy = _("Choose one of: {choices}.", choices=known)
            yield link.place, Invalid(what, remedy)


@rule(Severity.WARNING, _("Summary too long"))
def long_summary(document: Document, context: Context) -> Iterator[Finding]:
    """The summary stands in lists, in feeds and in what people pass on."""
    length = len(document.item.summary or "")
    if length > MAX_SUMMARY:
        what = _("The summary has {length} characters.", length=length)
        remedy = _(
            "Say it in one or two sentences, with {limit} characters at most.", limit=MAX_SUMMARY
        )
        yield ("summary",), Invalid(what, remedy)


@rule(Severity.WARNING, _("Words in capitals"))
def shouting(document: Document, context: Context) -> Iterator[Finding]:
    """Capitals are slower to read, and screen readers may spell them out."""
    prose = context.rendering(document).prose
    rows = ((Place(line), text) for line, text in prose)
    for place, text in [(("title",), document.item.title), _summary(document), *rows]:
        loud = _loud(text, alone=place == ("title",))
        if loud:
            what = _("“{text}” is written in capitals.", text=loud)
            yield place, Invalid(what, _("Write it with small letters, as in any other text."))


@rule(Severity.OPEN, _("Starting text left"))
def starting_text(document: Document, context: Context) -> Iterator[Finding]:
    """What `new` wrote for the editor to replace is not for visitors."""
    wanted = requested(context.gettext)
    body = enumerate(document.markdown.split("\n"), document.body_line)
    for place, text in [_summary(document), *((Place(line), text) for line, text in body)]:
        if wanted in text:
            what = _("The text that a new file begins with stands here still.")
            yield place, Invalid(what, _("Put your own words in its place."))


def _summary(document: Document) -> tuple[Place | Loc, str]:
    return ("summary",), document.item.summary or ""


def _loud(text: str, alone: bool) -> str:
    """Return the first row of words in capitals; with `alone`, a single long word counts too."""
    if not _CAPITALS.search(text):
        return ""
    text = _ADDRESSES.sub(" , ", text)
    row: list[re.Match[str]] = []
    for word in [*_WORD.finditer(text), None]:
        joins = word and (not row or _JOINT.fullmatch(text, row[-1].end(), word.start()))
        if word and joins and word[0].isupper() and len(word[0]) > 1:
            row.append(word)
            continue
        if _is_loud([one[0] for one in row], alone):
            return text[row[0].start() : row[-1].end()]
        row = [word] if word and word[0].isupper() and len(word[0]) > 1 else []
    return ""


def _is_loud(words: list[str], alone: bool) -> bool:
    letters = sum(map(len, words))
    long_words = [word for word in words if len(word) > 3]
    return (letters >= SHOUTING and len(long_words) > 1) or (alone and letters >= SHOUTING - 2)


def _places(address: str, context: Context) -> frozenset[str]:
    """Return every place on the page with that address that a link can lead to."""
    document = context.by_address.get(address)
    general = context.anchors.get("base", frozenset())
    if document is not None:
        own = context.rendering(document).anchors
        return general | own | context.anchors.get(document.template, frozenset())
    template = context.lists.get(address, "news_list")
    found = general | context.anchors.get(template, frozenset())
    if template == "offers" and context.data.audiences:
        found |= {audience.anchor for audience in context.data.audiences.entries}
    return found


def _is_for_people(place: str) -> bool:
    return not place.startswith(("section-", "page-", "fn", "heading-"))
