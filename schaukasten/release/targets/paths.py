"""Which paths may be touched on a host, and where everything lies there."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

#: The folder of the publisher's own files, where it has to lie inside the website.
STATE = ".schaukasten"
#: The same on a host that forbids names with a dot. No address of a site begins like this.
PLAIN_STATE = "_schaukasten"

_CONTROL = re.compile(r"[\x00-\x1f\x7f\\]")


def is_safe(path: str) -> bool:
    """Say whether the path stays below the website's root and names a file of a site.

    Paths come from a manifest on the host, which anyone with access to the host can write.
    """
    parts = path.split("/")
    return (
        bool(path)
        and len(path) <= 1000
        and not _CONTROL.search(path)
        and not any(part in ("", ".", "..") for part in parts)
        and parts[0] not in (STATE, PLAIN_STATE)
    )


def has_dot(path: str) -> bool:
    """Say whether a name in it begins with a dot, which some hosts forbid."""
    return any(part.startswith(".") for part in path.split("/"))


def parents(path: str) -> list[str]:
    """Return the folders that the path lies in, the outermost first."""
    return [str(folder) for folder in reversed(PurePosixPath(path).parents) if folder.name]


def by_depth(folders: Iterable[str]) -> list[list[str]]:
    """Return the folders in groups, the outer ones first, as they have to be made."""
    levels: dict[int, list[str]] = {}
    for folder in folders:
        levels.setdefault(folder.count("/"), []).append(folder)
    return [levels[depth] for depth in sorted(levels)]


@dataclass(frozen=True)
class Places:
    """Where the website (`root`) and the publisher's own files (`state`) lie on the host."""

    root: str
    state: str
    #: What the names of our own things begin with, `STATE` or `PLAIN_STATE`.
    name: str = STATE

    def live(self, path: str) -> str:
        return f"{self.root}/{path}" if self.root else f"/{path}"

    def staged(self, path: str, sha256: str) -> str:
        return f"{self.incoming}/{staged_name(path, sha256)}"

    @property
    def incoming(self) -> str:
        """Whole files that wait for being renamed into place."""
        return f"{self.state}/incoming"

    @property
    def manifest(self) -> str:
        return f"{self.state}/manifest.json"

    @property
    def next_manifest(self) -> str:
        """The manifest of a run whose files are all there, but not all in place."""
        return f"{self.state}/next.json"

    @property
    def lock(self) -> str:
        return f"{self.state}/lock"


def staged_name(path: str, sha256: str) -> str:
    """Return the name of a waiting file: by its bytes and by where it belongs.

    A run that was interrupted knows by it what need not be sent again, and what is in place
    already, since a rename takes the name away.
    """
    return f"{sha256[:40]}-{hashlib.sha256(path.encode()).hexdigest()[:16]}"
