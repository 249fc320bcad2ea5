"""Tags that were probably meant to be one."""

from __future__ import annotations

from collections.abc import Iterator

from schaukasten.language.messages import _
from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.news import NewsItem
from schaukasten.model.reading.problem import Invalid, Severity
from schaukasten.model.rules.rule import Context, Finding, rule


@rule(Severity.HINT, _("Tag that resembles another"))
def similar_tag(document: Document, context: Context) -> Iterator[Finding]:
    """News are found by their topic; a slip makes a topic of its own with one item in it."""
    if not isinstance(document.item, NewsItem):
        return
    for index, tag in enumerate(document.item.tags):
        usual = context.twins.get(tag)
        if usual:
            what = _("The tag “{tag}” is almost “{other}”.", tag=tag, other=usual)
            remedy = _(
                "Write “{other}”, as {count} other items do, if the same is meant.",
                other=usual,
                count=context.tags[usual],
            )
            yield ("tags", index), Invalid(what, remedy)
