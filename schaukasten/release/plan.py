"""The site here and the manifest of the host → what to send, to keep and to delete."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from schaukasten.language.messages import Message, _
from schaukasten.record.build_record import BuildRecord
from schaukasten.record.items import Unsaid, fingerprint, unsaid
from schaukasten.release.inventory import HASHED_ASSET, Phase, SiteFile, plain
from schaukasten.release.manifest import Manifest, Retired
from schaukasten.release.targets.errors import PublishError

#: Days for which an old stylesheet stays, for a page that is open in a tab or in a cache.
KEPT_DAYS = 30
#: More deletions than this share of what is there are rather a mistake.
MOST_DELETED = 0.2
#: As is a site that has less than this share of its files left.
LEAST_LEFT = 2 / 3


@dataclass(frozen=True)
class Plan:
    """What a run does; `uploads` in the order of publishing, `manifest` is that of the end."""

    uploads: list[SiteFile]
    deletions: list[str]
    #: New on the host, among the uploads.
    new: set[str]
    manifest: Manifest
    #: What goes since a day has passed, and nobody took it away: among the deletions.
    ended: frozenset[str] = frozenset()
    #: What moved or changed since the last publishing without a word.
    unsaid: tuple[Unsaid, ...] = ()

    @property
    def size(self) -> int:
        """Bytes to send."""
        return sum(file.size for file in self.uploads)

    def phase(self, phase: Phase) -> list[SiteFile]:
        return [file for file in self.uploads if file.phase is phase]


def make_plan(
    local: Mapping[str, SiteFile], live: Manifest, record: BuildRecord, today: dt.date
) -> Plan:
    """Compare the site's files with what the host has; `today` is the day of publishing."""
    uploads = [file for file in local.values() if _digest_on_host(live, file.path) != file.sha256]
    gone = {path: digest for path, digest in live.files.items() if path not in local}
    retired = {
        path: Retired(sha256=digest, since=today)
        for path, digest in gone.items()
        if HASHED_ASSET.search(path)
    }
    oldest = today - dt.timedelta(days=KEPT_DAYS)
    for path, old in live.retired.items():
        if path not in local and old.since >= oldest:
            retired[path] = old
    deletions = sorted(live.ours() - local.keys() - retired.keys())
    return Plan(
        uploads=sorted(uploads, key=lambda file: (file.phase, file.path)),
        deletions=deletions,
        new={file.path for file in uploads if _digest_on_host(live, file.path) is None},
        manifest=Manifest(
            commit=record.commit,
            day=record.day,
            files={file.path: file.sha256 for file in local.values()},
            retired=retired,
            leaving=deletions,
            inventory=record.inventory,
        ),
        unsaid=tuple(unsaid(live.inventory, record.inventory, record.redirects, record.day)),
        ended=frozenset(path for path in deletions if _has_ended(path, live, record, today)),
    )


def _has_ended(path: str, live: Manifest, record: BuildRecord, today: dt.date) -> bool:
    """Whether a file was there by right when the live site was built, and its time is over now.

    By today's date and not by that of the build, which may have been made for another year.
    """
    last = record.ended.get(fingerprint(plain(path)))
    return last is not None and live.day <= last.isoformat() and last <= today


def refuse_great_losses(plan: Plan, live: Manifest) -> None:
    """Raise PublishError where so much would go that it is rather a mistake."""
    for what in _losses(plan, live):
        raise PublishError(
            what,
            _("Nothing was changed. Look at the folder of the site; if it is right, --force."),
        )


def _losses(plan: Plan, live: Manifest) -> Iterator[Message]:
    # Pages are counted for themselves too: a hundred of them drown among a thousand pictures. What
    # a day has taken never belonged to it: nobody is there at night to say that it is right.
    for kind, belongs in (
        (_("files"), lambda path: True),
        (_("pages"), lambda path: path.endswith(".html")),
    ):
        counted = live.files.keys() - plan.ended
        before = sum(map(belongs, counted))
        after = sum(map(belongs, plan.manifest.files))
        deleted = sum(belongs(path) for path in plan.deletions if path in counted)
        if deleted > before * MOST_DELETED:
            yield _(
                "{deleted} of {before} {kind} on the host would be deleted, more than a fifth.",
                deleted=deleted,
                before=before,
                kind=kind,
            )
        if after < before * LEAST_LEFT:
            yield _(
                "The site has shrunk from {before} to {after} {kind}, by more than a third.",
                before=before,
                after=after,
                kind=kind,
            )


def _digest_on_host(live: Manifest, path: str) -> str | None:
    if path in live.files:
        return live.files[path]
    return live.retired[path].sha256 if path in live.retired else None
