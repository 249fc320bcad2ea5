"""Signs of Markdown where they have no effect: in titles, summaries and captions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from schaukasten.language.messages import _
from schaukasten.model.documents.document import Document
from schaukasten.model.reading.problem import Invalid, Severity
from schaukasten.model.reading.yaml_places import Loc
from schaukasten.model.rules.rule import Context, Finding, rule

_MARKS = re.compile(
    r"(?P<mark>\*\*|__|~~|`)(?P<strong>\S(?:[^*_~`]{0,200}\S)?)(?P=mark)"
    r"|(?<![\w*])\*(?P<emphasis>[^\s*](?:[^*]{0,200}[^\s*])?)\*(?![\w*])"
    r"|!?\[(?P<link>[^\[\]]{1,200})\]\([^()\s]{1,300}\)"
    r"|</?(?:a|b|i|u|em|strong|br|p|span|font|small|sup|sub)(?:\s[^<>]{0,200})?/?>"
    r"|&(?:amp|nbsp|lt|gt|quot|[aou]uml|szlig);",
    re.IGNORECASE,
)


@rule(Severity.WARNING, _("Markdown outside of a text"))
def markup_in_value(document: Document, context: Context) -> Iterator[Finding]:
    """A title is printed as it is typed, in lists, feeds and search engines too."""
    for place, value in _values(document):
        if found := _MARKS.search(value):
            what = _("“{text}” is printed as it stands: Markdown works in the text only.",
                     text=found[0])  # fmt: skip
            plain = " ".join(_MARKS.sub(_bare, value).split())
            yield place, Invalid(what, _("Write it without the signs: {example}", example=plain))


def _values(document: Document) -> Iterator[tuple[Loc, str]]:
    for key in ("title", "summary", "cost", "registration", "schedule_note", "place"):
        yield (key,), getattr(document.item, key, None) or ""
    for number, one in enumerate(document.item.questions):
        yield ("questions", number, "question"), one.question
    for loc, note in (*document.item.picture_notes, *document.item.gallery_notes):
        for key in ("alt", "caption", "credit"):
            yield (*loc, key), getattr(note, key, None) or ""


def _bare(found: re.Match[str]) -> str:
    return found["strong"] or found["emphasis"] or found["link"] or " "
