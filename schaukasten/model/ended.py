"""What a site no longer has since a day has passed, and nobody took anything away.

A page that is over goes with all that it alone has brought about: filters and archives, old
addresses, calendars, pictures and attachments.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from schaukasten.model.addresses import Addresses, redirects
from schaukasten.model.documents.document import Document
from schaukasten.model.files.picture_addresses import PICTURES
from schaukasten.model.text.rendering import Rendering


def ended(
    documents: Iterable[Document],
    renderings: Mapping[str, Rendering],
    addresses: Addresses,
    today: dt.date,
) -> dict[str, dt.date]:
    """Return the addresses that are over on `today`, each with its last day; files as well."""
    days = dict(addresses.over)
    for document in documents:
        if document.address not in addresses.over:
            continue
        shown = document.item.shown
        if shown is not None and shown.last < today:
            rendering = renderings[str(document.source)]
            old = (one.address for one in redirects([document]))
            for address in (*old, *_files(rendering)):
                days[address] = max(shown.last, days.get(address, shown.last))
    return days


def _files(rendering: Rendering) -> Iterator[str]:
    for picture in rendering.shown_pictures:
        yield from (PICTURES + name for name in picture.possible_files)
    yield from (attachment.address for attachment in rendering.attachments)
