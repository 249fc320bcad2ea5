"""What was read of the content → the pages to which somebody may want to lead readers."""

from __future__ import annotations

from typing import Any

from schaukasten.forms.configuration import KIND_LABELS
from schaukasten.language.messages import Gettext, _
from schaukasten.model.content import Read, addresses_of
from schaukasten.model.documents.layout import Layout

_LISTS = {
    "news": _("All news"),
    "offers": _("All offers"),
    "events": _("All events"),
    "week": _("The week"),
    "jobs": _("All jobs"),
}
_LISTS_LABEL = _("Lists")


def pages_of(read: Read, layout: Layout, gettext: Gettext) -> list[dict[str, Any]]:
    """Return `{label, pages: [{title, address}]}` for each kind; of a draft nothing leads there."""
    here = addresses_of(read, layout).here
    lists = [
        {"title": _LISTS[template].text(gettext), "address": address}
        for template, address in layout.by_template.items()
        if address in here
    ]
    groups = [{"label": _LISTS_LABEL.text(gettext), "pages": lists}]
    for kind, label in KIND_LABELS.items():
        shown = [
            one for one in read.documents if one.kind == kind and (one.published or one.planned)
        ]
        pages = [{"title": str(one.item.title), "address": one.address} for one in shown]
        pages.sort(key=lambda page: page["title"].casefold())
        groups.append({"label": label.text(gettext), "pages": pages})
    return [group for group in groups if group["pages"]]
