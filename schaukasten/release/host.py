"""What lies on the host before a run, and what of it must not be touched."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from schaukasten.language.messages import _
from schaukasten.release.manifest import Manifest, after_interruption, parse
from schaukasten.release.plan import Plan
from schaukasten.release.state import names_in_root
from schaukasten.release.targets.errors import PublishError
from schaukasten.release.targets.paths import Places, parents, staged_name
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
        stopped = parse(after, places.next_manifest)
        if waiting is not None:
            waiting |= _unlisted(transport, places, live, stopped, waiting)
        live = after_interruption(live, stopped, waiting)
    return Host(live, waiting, not (before is after is None), after is not None)


def _unlisted(
    transport: Transport,
    places: Places,
    before: Manifest,
    stopped: Manifest,
    listed: Collection[str],
) -> dict[str, int]:
    """Return what waits though no list shows it, with a size that no file has.

    Else it would count as put into place, and stay away for good.
    """
    names = {
        staged_name(path, digest)
        for path, digest in stopped.files.items()
        if before.files.get(path) != digest
    }
    asked = {f"{places.incoming}/{name}": name for name in names.difference(listed)}
    return {asked[path]: -1 for path in transport.kinds(asked)}


def refuse_strange(
    transport: Transport, places: Places, host: Host, plan: Plan, force: bool
) -> None:
    """Raise PublishError where a path leads out of the website, or is somebody else's.

    With `force` only the latter may be written over.
    """
    touched = [*plan.deletions, *(file.path for file in plan.uploads)]
    new = plan.new - host.live.ours()
    if not host.is_known:
        # At a first run a folder of somebody else's would be mixed with ours; and all is new.
        names_in_root(transport, places)
        new = {_top(path) for path in new}
    suspects = {*plan.deletions, *folders_of(touched), *new}
    kinds = transport.kinds(map(places.live, sorted(suspects)))
    links = sorted(path for path, kind in kinds.items() if kind == "l")
    if links:
        raise PublishError(
            _("“{path}” on the host is a symbolic link, which we did not make.", path=links[0]),
            _("Nothing was changed. Delete the link on the host, then publish again."),
        )
    # And where a folder has to be there lies a file.
    new |= {folder for folder in folders_of(new) if kinds.get(places.live(folder)) == "-"}
    if not force and (strangers := sorted(path for path in new if places.live(path) in kinds)):
        raise PublishError(
            _(
                "The host’s folder holds files of somebody else that would be written over: "
                "{files}",
                files=", ".join(strangers[:10]),
            ),
            _(
                "Nothing was changed. Save them and delete them there, or publish with --force if "
                "nobody needs them."
            ),
        )


def _top(path: str) -> str:
    """Return what of the path is ours alone: in `.well-known` hosts keep things too (RFC 8615)."""
    first = path.split("/")[0]
    return path if first == ".well-known" else first


def folders_of(paths: Iterable[str]) -> set[str]:
    """Return every folder that one of the paths lies in."""
    return {folder for path in paths for folder in parents(path)}
