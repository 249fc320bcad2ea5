"""A finished site → a host, so that no visitor meets a broken page while it changes.

Everything new is sent under other names first, out of sight. Only when all of it is there is it
renamed into place: styles, pictures, pages, then what leads to pages; deletions come last.
Whatever interrupts this, each file on the host is whole, and a page's styles are there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

from schaukasten.language.messages import _
from schaukasten.record.build_record import BuildRecord
from schaukasten.release.gate import IsAncestor, refuse_older
from schaukasten.release.host import Host, folders_of, read_host, refuse_strange
from schaukasten.release.inventory import PHASES, Phase, SiteFile, read_again
from schaukasten.release.lock import RENEWED, STALE, Lock, new_token
from schaukasten.release.manifest import Manifest
from schaukasten.release.plan import Plan, make_plan, refuse_great_losses
from schaukasten.release.progress import Progress
from schaukasten.release.state import find_places, state_folder
from schaukasten.release.targets.paths import Places, has_dot, staged_name
from schaukasten.release.targets.target import Target
from schaukasten.release.transports.base import Transport


@dataclass
class Publisher:
    """A site on its way to a target; `force` lets pass what looks like a mistake."""

    site: Path
    record: BuildRecord
    #: Asked for once, when it is needed: reading a site takes as long as finding its host.
    read_files: Callable[[], dict[str, SiteFile]]
    target: Target
    is_ancestor: IsAncestor
    progress: Progress
    force: bool = False
    today: dt.date = field(default_factory=lambda: dt.datetime.now(dt.UTC).date())
    #: Seconds, see `lock`.
    renewed: float = RENEWED
    stale: float = STALE
    #: Kept over attempts: a lock that a broken line left behind is still ours.
    token: str = field(default_factory=new_token)
    _made: set[str] = field(default_factory=set, init=False)

    @cached_property
    def files(self) -> dict[str, SiteFile]:
        """What is published: all of the site, or all that the host takes."""
        files = self.read_files()
        if self.target.dotfiles:
            return files
        left_out = sorted(filter(has_dot, files))
        self.progress.tell(
            _("Left out, since the host forbids such names: {files}", files=", ".join(left_out))
        )
        return {path: file for path, file in files.items() if path not in left_out}

    def compare(self, transport: Transport) -> Plan:
        """Return what a run would do; nothing is changed on the host."""
        places = find_places(self.target, transport)
        return self._plan(transport, places, read_host(transport, places))

    def publish(self, transport: Transport) -> Plan:
        """Bring the host to the state of the site; a call after an interruption resumes it."""
        with (
            state_folder(self.target, transport, self.token, self._made) as places,
            Lock(
                transport, places.lock, self.progress.tell, self.token, self.renewed, self.stale
            ) as lock,
        ):
            host = read_host(transport, places)
            plan = self._plan(transport, places, host)
            if host.interrupted:
                transport.put(places.manifest, host.live.to_bytes())
                transport.delete([places.next_manifest])
            if plan.uploads or plan.deletions:
                self._send(transport, places, plan, host.waiting)
                lock.check()
                self._rename(transport, places, plan, lock)
                lock.check()
                self._delete(transport, places, plan)
            elif plan.manifest != host.live.model_copy(update={"published": None}):
                transport.put(places.manifest, _finished(plan).to_bytes())
            used = {staged_name(file.path, file.sha256) for file in plan.uploads}
            transport.delete(
                f"{places.incoming}/{name}" for name in (host.waiting or {}).keys() - used
            )
        return plan

    def _plan(self, transport: Transport, places: Places, host: Host) -> Plan:
        """Return what is to be done; raise PublishError for what must not be."""
        plan = make_plan(self.files, host.live, self.record, self.today)
        if not self.force:
            refuse_older(self.record, host.live, self.is_ancestor, self.progress.tell)
            # A new version of the editor has other files, nearly all of them.
            if not self.record.editor:
                refuse_great_losses(plan, host.live)
        refuse_strange(transport, places, host, plan, self.force)
        return plan

    def _send(
        self, transport: Transport, places: Places, plan: Plan, waiting: dict[str, int] | None
    ) -> None:
        missing = {
            places.staged(file.path, file.sha256): file
            for file in plan.uploads
            if (waiting or {}).get(staged_name(file.path, file.sha256)) != file.size
        }
        size = sum(file.size for file in missing.values())
        if waiting is None:
            transport.make_folder(places.incoming, private=True)
        unfinished = f"{places.next_manifest}.part"
        with self.progress.step(_("Sending"), len(missing), size) as step:
            transport.store(
                {name: partial(read_again, self.site, file) for name, file in missing.items()}
                | {unfinished: _finished(plan).to_bytes},
                lambda name: step(missing[name].size) if name in missing else None,
            )
        # From here on everything is there: what is interrupted now can be told from this file.
        transport.rename({unfinished: places.next_manifest})

    def _rename(self, transport: Transport, places: Places, plan: Plan, lock: Lock) -> None:
        # Not only those of new files: somebody may have deleted a folder on the host.
        folders = sorted(folders_of(file.path for file in plan.uploads))
        transport.make_folders(map(places.live, folders))
        for phase in Phase:
            lock.check()
            if files := plan.phase(phase):
                with self.progress.step(PHASES[phase], len(files)) as step:
                    transport.rename(
                        {
                            places.staged(file.path, file.sha256): places.live(file.path)
                            for file in files
                        },
                        lambda _path: step(0),
                    )

    def _delete(self, transport: Transport, places: Places, plan: Plan) -> None:
        if not plan.deletions:
            transport.rename({places.next_manifest: places.manifest})
            return
        with self.progress.step(_("Deleting"), len(plan.deletions)) as step:
            transport.delete(map(places.live, plan.deletions), lambda _path: step(0))
        kept = folders_of([*plan.manifest.files, *plan.manifest.retired])
        for folder in sorted(folders_of(plan.deletions) - kept, key=len, reverse=True):
            transport.remove_folder(places.live(folder))
        gone = _finished(plan).model_copy(update={"leaving": []})
        transport.put(places.manifest, gone.to_bytes())
        transport.delete([places.next_manifest])


def _finished(plan: Plan) -> Manifest:
    now = dt.datetime.now(dt.UTC).replace(microsecond=0)
    return plan.manifest.model_copy(update={"published": now})
