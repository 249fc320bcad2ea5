"""What the publisher asks of a host; each way to reach one answers it in its own module."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from pathlib import PurePosixPath
from types import TracebackType
from typing import Protocol

#: The most bytes that are read of a file on the host: what lies there is untrusted.
MOST_READ = 64 * 2**20

#: Told the path of each file when it is through.
Done = Callable[[str], None]


#: Gives a file's bytes, when it is their turn.
Read = Callable[[], bytes]


def nobody(_path: str) -> None:
    """The `Done` of a caller that does not count."""


class Transport(AbstractContextManager["Transport"], Protocol):
    """A connection to a host. Paths carry slashes, and start where the target's address does.

    Every method may be called from any thread and raises PublishError, ConnectionCut if the line
    is gone. Nothing but `store`, `put`, `rename` and `delete` ever touches a file.
    """

    def home(self) -> str:
        """Return the user's home folder, for an address that starts with `~`."""

    def read(self, path: str) -> bytes | None:
        """Return a small file's bytes; None if it is not there, which is proved."""

    def sizes(self, folder: str) -> dict[str, int] | None:
        """Return the names in a folder with their sizes in bytes; None if there is no folder.

        Some hosts hide names, or end a long list early: what is missing may be there (`kinds`).
        """

    def make_folder(self, path: str, private: bool = False) -> bool:
        """Make a folder in one step; False if something of that name is there already."""

    def make_folders(self, paths: Iterable[str]) -> None:
        """Make those folders that are not there, the outer ones first in `paths`."""

    def move_folder(self, path: str, to: str) -> bool:
        """Rename a folder; False if it is not there."""

    def remove_folder(self, path: str) -> bool:
        """Delete an empty folder; False if that cannot be."""

    def store(self, files: Mapping[str, Read], done: Done = nobody) -> None:
        """Write new files; what has its full size under its name is whole."""

    def put(self, path: str, raw: bytes) -> None:
        """Write one file under another name first, then rename it into place."""
        part = f"{path}.part"
        self.store({part: lambda: raw})
        self.rename({part: path})

    def rename(self, moves: Mapping[str, str], done: Done = nobody) -> None:
        """Rename files, each in one step, over what has the new name; `done` gets that name."""

    def delete(self, paths: Iterable[str], done: Done = nobody) -> None:
        """Delete files; one that is not there is fine."""

    def kinds(self, paths: Iterable[str]) -> dict[str, str]:
        """Return those of the paths that are there, each with `-` (file), `d` or `l` (link).

        What is not in here has been asked for by its name: a list proves no absence.
        """

    def close(self) -> None:
        """Leave; never raises."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def folder_of(path: str) -> str:
    return str(PurePosixPath(path).parent)
