"""The addresses of all targets → whether the editor in the browser has an origin of its own.

What signs an editor in at the forge lies in the browser, open to every page of the same origin
(RFC 6454). So it may share one with no site, in whose pages a mistake would be enough to read it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from schaukasten.language.messages import _
from schaukasten.record.build_record import BuildRecord
from schaukasten.release.targets.errors import PublishError
from schaukasten.release.targets.target import Target

_USUAL = {"http": 80, "https": 443}


def refuse_shared_origin(
    record: BuildRecord, target: Target, settings: Mapping[str, object]
) -> None:
    """Raise PublishError where the editor would share its origin; `settings` are all targets."""
    ours = target.website or record.website
    for theirs in _of_others(record, target, settings):
        if _origin(ours) == _origin(theirs):
            editor, site = (ours, theirs) if target.editor else (theirs, ours)
            raise PublishError(
                _(
                    "The editor ({editor}) would have the same origin as the site ({site}): each "
                    "page of the site could read the tokens of those who sign in.",
                    editor=editor,
                    site=site,
                ),
                _("Give the editor a subdomain of its own, such as redaktion.example.org."),
            )


def _of_others(
    record: BuildRecord, target: Target, settings: Mapping[str, object]
) -> Iterator[str]:
    """Yield the addresses of sites, for the editor; those of editors, for a site."""
    if target.editor:
        yield record.website
    for name, options in settings.items():
        if name == target.name or not isinstance(options, dict):
            continue
        if bool(options.get("editor")) != target.editor and isinstance(options.get("website"), str):
            yield options["website"]


def _origin(address: str) -> tuple[str, int | None]:
    """Host and port; without the scheme, since what is there by http is there by https as well."""
    parts = urlsplit(address)
    try:
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port
    except ValueError:
        return parts.netloc.lower(), None
    return host.rstrip("."), None if port in (None, _USUAL.get(parts.scheme)) else port
