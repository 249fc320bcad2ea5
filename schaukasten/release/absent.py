"""Addresses at which a visitor must find nothing → what he finds there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from schaukasten.language.messages import _
from schaukasten.release.finding import Finding, Kind
from schaukasten.release.inventory import SiteFile
from schaukasten.release.visitor import Answer

#: Nothing is there on any site.
NOWHERE = "/gibt-es-nicht-e0b2a8c1/"


def missing(nowhere: Answer, files: Mapping[str, SiteFile]) -> Iterator[Finding]:
    """Tell where the answer at NOWHERE is not the site's error page."""
    page = files.get("404.html")
    if nowhere.status != 404:
        what = _(
            "{address}: answered {status} instead of 404. In the host’s control panel, turn off "
            "what answers for pages that are not there (“error pages”).",
            address=NOWHERE,
            status=nowhere.status,
        )
        yield Finding(Kind.ERROR_PAGE, what, NOWHERE, nowhere.status)
    elif page and hashlib.sha256(nowhere.body).hexdigest() != page.sha256:
        what = _("{address}: another page than our 404.html.", address=NOWHERE)
        yield Finding(Kind.ERROR_PAGE, what, NOWHERE, nowhere.status)


def hidden(address: str, answer: Answer, nowhere: Answer) -> Iterator[Finding]:
    """Tell that an address is served at which only the server or the publisher may read."""
    if answer.status < 400 and not _is_nothing(answer, nowhere):
        what = _(
            "{address}: is served (answered {status}), but must not be.",
            address=address,
            status=answer.status,
        )
        yield Finding(Kind.HIDDEN, what, address, answer.status)


def _is_nothing(answer: Answer, nowhere: Answer) -> bool:
    """Some hosts have a page for whatever is not there; none of the hidden files is a page."""
    is_page = answer.body.lstrip().startswith(b"<")
    return answer.status == nowhere.status and (is_page or answer.body == nowhere.body)
