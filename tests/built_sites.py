"""Content that a test has filled → the folder of its site, which an earlier run may have built.

The shelf is `.cache/sites/`. A site stands on it by its name and by the digest of all that its
bytes depend on; what tests of the same process, of another worker and of the next run share
is the very same folder, in which nothing may be changed. If something was, it is built anew.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
import time
import zoneinfo
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import distributions
from pathlib import Path

import pytest

from schaukasten.building.build import build
from schaukasten.record.history import commit_of
from tests import parts
from tests.rooms import FOREIGN
from tests.worlds import COMPILED, ROOT, TODAY

#: What a site is made by; `schaukasten/` is looked at as it was when this process loaded it.
MADE_BY = ("theme", "pelicanconf.py", "publishconf.py", "requirements.txt")
#: Pelican takes the system's language and zone; a fixed seed or time would change what may vary.
VARIABLES = re.compile(
    "LANG|LANGUAGE|LC_[A-Z]+|TZ|TZDIR|PYTHONTZPATH|PYTHONUTF8|PYTHONHASHSEED|SOURCE_DATE_EPOCH"
)
#: Beside a whole site: its files as they were when it was built.
FILES = "files"
#: Seconds for which another run may still use what it was given.
IN_USE = 3600.0

Build = Callable[[Path, Path, Path, bool, str], int]


def build_with_shared_templates(
    root: Path, content: Path, output: Path, drafts: bool, today: str
) -> int:
    return build(root, content, output, drafts, today, COMPILED)


class Shelf:
    """Built sites in `folder`, made by the code, theme and settings in `root`."""

    def __init__(self, folder: Path, root: Path = ROOT, build: Build = build_with_shared_templates):
        self.folder = folder
        self.root = root
        self._build = build
        # What is edited from now on is not what this process runs.
        self._loaded = _digest([root / "schaukasten"])

    def begin(self, config: pytest.Config) -> None:
        """Take everything off where a run begins in CI: there nothing is left of another one.

        The workers of a run find on it what one of them has built; so this is not for them. Nor
        for a run that only lists tests, which may have been started by one of these.
        """
        is_worker = hasattr(config, "workerinput")
        if parts.is_in_ci() and not is_worker and not config.option.collectonly:
            shutil.rmtree(self.folder, ignore_errors=True)

    def site(self, name: str, content: Path, drafts: bool = False, today: str = TODAY) -> Path:
        """Return the site of `content`; of two who ask at once one builds and the other waits."""
        place = self.folder / name
        place.mkdir(parents=True, exist_ok=True)
        with _alone(place / "lock"):
            key = self._key(self._loaded, content, drafts, today)
            entry = place / key
            if not _is_whole(entry):
                shutil.rmtree(entry, ignore_errors=True)
                made = Path(tempfile.mkdtemp(prefix="unfinished.", dir=place))
                assert self._build(self.root, content, made / "site", drafts, today) == 0
                (made / FILES).write_text(_listing(made / "site"), encoding="utf-8")
                # Of what was edited meanwhile, the site may show both; the next one is whole again.
                code = _digest([self.root / "schaukasten"])
                if key == self._key(code, content, drafts, today):
                    # Where there are no locks, another may have been quicker.
                    with suppress(OSError):
                        made.rename(entry)
                if made.exists():
                    entry = made
            os.utime(entry)
            _clear(place, entry)
        return entry / "site"

    def _key(self, code: str, content: Path, drafts: bool, today: str) -> str:
        """Return the digest of everything that the bytes of a site depend on."""
        variables = {name: value for name, value in os.environ.items() if VARIABLES.fullmatch(name)}
        facts = [code, drafts, today, commit_of(content), sys.version, sys.platform, installed()]
        made_by = _digest([self.root / name for name in MADE_BY])
        zones = _digest([Path(folder) / "tzdata.zi" for folder in zoneinfo.TZPATH])
        every = [*facts, sorted(variables.items()), made_by, zones, _digest([content])]
        return sha256(repr(every).encode()).hexdigest()


@cache
def installed() -> list[tuple[str, str]]:
    """The packages of the environment, which may be newer than the lock says, or older."""
    return sorted((one.name, one.version) for one in distributions())


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Hold a lock that ends with the block, or with the process however that ends."""
    with lock.open("w") as turn:
        # On Windows both build, and one of the sites is kept.
        with suppress(ImportError):
            import fcntl

            fcntl.flock(turn, fcntl.LOCK_EX)
        yield


def _is_whole(entry: Path) -> bool:
    """Whether a site is there, with each file as it was built."""
    try:
        return (entry / FILES).read_text(encoding="utf-8") == _listing(entry / "site")
    except OSError:
        return False


def _listing(site: Path) -> str:
    """All files with size and time, all folders; without the bytes, to be there at once."""
    lines = []
    for path in sorted(site.rglob("*")):
        status = path.lstat()
        facts = () if path.is_dir() else (status.st_size, status.st_mtime_ns)
        lines.append(repr((path.relative_to(site).as_posix(), status.st_mode, *facts)))
    return "\n".join(lines)


def _clear(place: Path, entry: Path) -> None:
    """Remove what nobody uses any more: of one name the newest is enough."""
    for other in place.iterdir():
        if other != entry and other.is_dir() and time.time() - other.stat().st_mtime > IN_USE:
            shutil.rmtree(other, ignore_errors=True)


def _digest(paths: list[Path]) -> str:
    """Return the digest of files and folders: each path below them, and each byte."""
    total = sha256()
    for start in paths:
        for path in [start, *sorted(_below(start))]:
            raw = _content(path)
            # With the first folder's own name, which the content's record tells.
            name = path.relative_to(start.parent).as_posix()
            total.update(repr((name, len(raw))).encode() + raw)
    return total.hexdigest()


def _below(start: Path) -> Iterator[Path]:
    """Each file and folder, but for what is put there by programs: the editor's packages alone
    are 97 MB.
    """
    for folder, folders, names in os.walk(start):
        folders[:] = [name for name in folders if name not in FOREIGN]
        for name in folders + names:
            yield Path(folder, name)


def _content(path: Path) -> bytes:
    if path.is_symlink():
        return os.fsencode(path.readlink())
    return path.read_bytes() if path.is_file() else b""
