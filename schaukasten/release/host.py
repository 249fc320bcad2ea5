"""What lies on the host before a run, and what of it must not be touched."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from schaukasten.messages import _
from schaukasten.release.errors import PublishError
from schaukasten.release.manifest import Manifest, after_interruption, parse
from schaukasten.release.paths import Places, parents
from schaukasten.release.transports.base import Transport


@dataclass(frozen=True)
class Host:
    """What the host says of itself: `waiting` are names and sizes of files sent, not in place.

    None where there is no folder for them.
    """

    live: Manifest
    waiting: dict[str, int] | None
    is_known: bool
    interrupted: bool


def read_host(transport: Transport, places: Places) -> Host:
    """Read both manifests and what waits; raises PublishError if they are not as we write them."""
    # At once, where the transport can: the host may be far away.
    with ThreadPoolExecutor(3) as pool:
        finished = pool.submit(transport.read, places.manifest)
        unfinished = pool.submit(transport.read, places.next_manifest)
        incoming = pool.submit(transport.sizes, places.incoming)
    waiting = incoming.result()
    before, after = finished.result(), unfinished.result()
    live = Manifest() if before is None else parse(before, places.manifest)
    if after is not None:
        live = after_interruption(live, parse(after, places.next_manifest), set(waiting or {}))
    return Host(live, waiting, not (before is after is None), after is not None)


def refuse_links(transport: Transport, places: Places, deletions: list[str]) -> None:
    """Raise PublishError where a path to delete leads out of the website."""
    suspects = {*deletions, *folders_of(deletions)}
    if links := transport.links(map(places.live, sorted(suspects))):
        raise PublishError(
            _("“{path}” on the host is a symbolic link, which we did not make.", path=min(links)),
            _("Nothing was changed. Delete the link on the host, then publish again."),
        )


def folders_of(paths: Iterable[str]) -> set[str]:
    """Return every folder that one of the paths lies in."""
    return {folder for path in paths for folder in parents(path)}
