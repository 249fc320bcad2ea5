"""A finished site's folder → its files with their digests, in the order of publishing."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from schaukasten.language.messages import Message, _
from schaukasten.record.build_record import MARK
from schaukasten.release.targets.errors import PublishError
from schaukasten.release.targets.paths import is_safe


class Phase(IntEnum):
    """What goes first: a page never names what is not there yet."""

    ASSETS = 1
    PICTURES = 2
    PAGES = 3
    #: Feeds, the sitemap and the server's rules lead to pages, so they come after them.
    FEEDS = 4


PHASES: dict[Phase, Message] = {
    Phase.ASSETS: _("Styles and fonts"),
    Phase.PICTURES: _("Pictures and documents"),
    Phase.PAGES: _("Pages"),
    Phase.FEEDS: _("Feeds, sitemap, rules for the server"),
}

_ASSETS = re.compile(r"\.(css|js|mjs|woff2?|wasm|map)$|^theme/")
_SMALLER = re.compile(r"\.(br|gz)$")
_FEEDS = re.compile(r"\.(xml|txt|ics|webmanifest)$|(^|/)\.htaccess$")

#: A digest in the name: another version is another file. Pictures have one too, but a picture
#: that was taken off a page must go at once, for somebody may have withdrawn their consent.
#: The second is how bundlers write it (chunk-6HYSBVTA.js): an open editor loads more of them later.
HASHED_ASSET = re.compile(
    r"(\.[0-9a-f]{8,64}|-(?=[\w-]*[A-Z])[\w-]{8})\.(css|js|mjs|woff2?|wasm)(\.(br|gz))?$"
)


@dataclass(frozen=True)
class SiteFile:
    """A file of the site: path with slashes from the site's root, SHA-256 in hex, size in bytes."""

    path: str
    sha256: str
    size: int

    @property
    def phase(self) -> Phase:
        # What is compressed goes with what it is.
        path = plain(self.path)
        if path.endswith(".html"):
            return Phase.PAGES
        if _ASSETS.search(path):
            return Phase.ASSETS
        return Phase.FEEDS if _FEEDS.search(path) else Phase.PICTURES


def plain(path: str) -> str:
    """Return the file of which another one is the same, compressed; or the file itself."""
    return _SMALLER.sub("", path)


def is_smaller(path: str, files: Container[str]) -> bool:
    """Whether a file is another one compressed, which a host gives in its place."""
    return plain(path) != path and plain(path) in files


def inventory(site: Path) -> dict[str, SiteFile]:
    """Return the files below `site` by path; the build's own record is none of them."""
    return {file.path: file for file in _files(site)}


def read_again(site: Path, file: SiteFile) -> bytes:
    """Return the file's bytes; raise PublishError if they are not those of the inventory."""
    try:
        raw = (site / file.path).read_bytes()
    except OSError:
        raw = b""
    if hashlib.sha256(raw).hexdigest() != file.sha256:
        raise PublishError(
            _("“{file}” changed while it was to be sent.", file=file.path),
            _("Let nobody build meanwhile, then publish again. The live site is as it was."),
        )
    return raw


def _files(site: Path) -> Iterator[SiteFile]:
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if name == MARK or (path.is_dir() and not path.is_symlink()):
            continue
        if path.is_symlink() or not path.is_file() or not is_safe(name):
            raise PublishError(
                _("“{file}” in the site’s folder cannot be published.", file=name),
                _("Build the site anew; only its own files may be in there."),
            )
        raw = path.read_bytes()
        yield SiteFile(name, hashlib.sha256(raw).hexdigest(), len(raw))
