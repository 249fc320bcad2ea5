"""Tags that were probably meant to be one."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from schaukasten.messages import _
from schaukasten.model.document import Document
from schaukasten.model.news import NewsItem
from schaukasten.model.problem import Invalid, Severity
from schaukasten.model.rules.rule import Context, Finding, rule

# Of ten letters, about one may differ.
_ALIKE = 0.86


@rule(Severity.WARNING, _("Tag that resembles another"))
def similar_tag(document: Document, context: Context) -> Iterator[Finding]:
    """News are found by their topic; a slip makes a topic of its own with one item in it."""
    if not isinstance(document.item, NewsItem):
        return
    for index, tag in enumerate(document.item.tags):
        if usual := _usual(tag, context):
            what = _("The tag “{tag}” is almost “{other}”.", tag=tag, other=usual)
            remedy = _(
                "Write “{other}”, as {count} other items do, if the same is meant.",
                other=usual,
                count=context.tags[usual],
            )
            yield ("tags", index), Invalid(what, remedy)


def _usual(tag: str, context: Context) -> str | None:
    """Return a tag that is written almost alike and used more often."""
    often = context.tags[tag]
    rivals = [
        other
        for other, count in context.tags.items()
        if (count, other) > (often, tag)
        and other[:1].casefold() == tag[:1].casefold()
        # 'Sommerfest 2025' and 'Sommerfest 2026' are two things.
        and re.findall(r"\d+", other) == re.findall(r"\d+", tag)
    ]
    folded = {other.casefold(): other for other in rivals}
    close = difflib.get_close_matches(tag.casefold(), folded, n=1, cutoff=_ALIKE)
    return folded[close[0]] if close else None
