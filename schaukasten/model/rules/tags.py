"""Tags that were probably meant to be one, and several that were written as one."""

from __future__ import annotations

from collections.abc import Iterator

from schaukasten.language.messages import _
from schaukasten.model.documents.document import Document
from schaukasten.model.kinds.news import NewsItem
from schaukasten.model.kinds.offer import Offer
from schaukasten.model.reading.problem import Invalid, Severity
from schaukasten.model.reading.written_out import as_list, in_a_row
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


@rule(Severity.WARNING, _("Several words written as one"))
def words_in_a_row(document: Document, context: Context) -> Iterator[Finding]:
    """Tags and languages are found one by one; of a row nobody finds the second."""
    item = document.item
    found = {
        "tags": item.tags if isinstance(item, NewsItem) else [],
        "languages": item.languages if isinstance(item, Offer) else [],
    }
    for key, words in found.items():
        for index, word in enumerate(words):
            if parts := in_a_row(word):
                what = _("“{value}” counts as one value here.", value=word)
                remedy = _("Write several as a list: {list}", list=as_list(parts))
                yield (key, index), Invalid(what, remedy)
