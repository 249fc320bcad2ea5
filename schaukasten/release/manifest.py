"""The manifest on the host: which files are ours, with what bytes, and which build is live.

It is untrusted, for whoever can write on the host can write it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints, ValidationError

from schaukasten.language.messages import _
from schaukasten.record.build_record import Commit, Strict
from schaukasten.record.items import Inventory
from schaukasten.release.targets.errors import PublishError
from schaukasten.release.targets.paths import is_safe, staged_name

FORMAT = 1


def _safe(path: str) -> str:
    if not is_safe(path):
        raise ValueError("a path that leaves the site")
    return path


SafePath = Annotated[str, AfterValidator(_safe)]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Retired(Strict):
    """An asset that no page names any more, and the day since when."""

    sha256: Digest
    since: dt.date


class Manifest(Strict):
    """What is on the host after a run."""

    format: int = FORMAT
    commit: Commit | None = None
    #: The day that the site was built for.
    day: str = ""
    #: When the run ended, UTC.
    published: dt.datetime | None = None
    #: Path → SHA-256 of every file of the site.
    files: dict[SafePath, Digest] = Field(default={})
    #: Old assets that stay for pages which somebody still has open.
    retired: dict[SafePath, Retired] = Field(default={})
    #: Files that are ours and go, or went, at the end of a run.
    leaving: list[SafePath] = Field(default=[])
    #: What the build said of each page.
    inventory: Inventory = Inventory()

    def ours(self) -> set[str]:
        """Every path that may be deleted."""
        return {*self.files, *self.retired, *self.leaving}

    def to_bytes(self) -> bytes:
        return self.model_dump_json().encode()


def parse(raw: bytes, name: str) -> Manifest:
    """Return the manifest; raise PublishError if one byte of it is not as we write it."""
    try:
        manifest = Manifest.model_validate_json(raw)
    except ValidationError as error:
        first = error.errors()[0]
        place = "/".join(str(part) for part in first["loc"])[:200]
        raise PublishError(
            _(
                "The manifest “{name}” on the host is not ours or damaged ({place}).",
                name=name,
                place=place or first["type"],
            ),
            _(
                "Nothing was changed. Look who else writes there. Then rename the file on the host "
                "and publish with --force: every file is sent again, none is deleted."
            ),
        ) from None
    if manifest.format != FORMAT:
        raise PublishError(
            _(
                "The host’s manifest has format {format}; this program knows {known}.",
                format=manifest.format,
                known=FORMAT,
            ),
            _("Publish with the newer version of the program that wrote it."),
        )
    return manifest


def after_interruption(
    before: Manifest, unfinished: Manifest, waiting: Collection[str] | None
) -> Manifest:
    """Return what is on the host after a run that was stopped while it put files into place.

    `before` is the last finished run, `unfinished` the stopped one, `waiting` the names
    (`staged_name`) of those of its files that were not renamed yet. None: nobody knows, for
    their folder is gone; then what the two differ in has to be sent again.
    """
    files = {}
    for path, digest in unfinished.files.items():
        if before.files.get(path) == digest or (
            waiting is not None and staged_name(path, digest) not in waiting
        ):
            files[path] = digest
        elif waiting is not None and path in before.files:
            files[path] = before.files[path]
    retired = {path: old for path, old in unfinished.retired.items() if path not in files}
    ours = before.ours() | set(unfinished.leaving)
    if waiting is None:
        ours |= unfinished.files.keys()
    return unfinished.model_copy(
        update={
            "files": files,
            "retired": retired,
            "leaving": sorted(ours - files.keys() - retired.keys()),
            # What was to be told of the stopped run has not been told.
            "inventory": before.inventory,
        }
    )
