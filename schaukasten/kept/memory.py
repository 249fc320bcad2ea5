"""What a build remembers of those before it: what they made, and what the files held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from schaukasten.kept.shelf import Shelf
from schaukasten.kept.stamps import Stamps


def kept_in(settings: Mapping[str, Any]) -> Path:
    """Return the folder of kept work."""
    return Path(settings["CACHE_PATH"], "kept")


@dataclass
class Memory:
    shelf: Shelf
    #: The digests of the files of `content/`.
    stamps: Stamps

    @classmethod
    def of(cls, content: Path, home: Path | None = None) -> Memory:
        """Return what is kept in the folder `home`; nothing, where that is None."""
        shelf = Shelf(home)
        return cls(shelf, Stamps(shelf, content))

    def close(self) -> None:
        """Keep what this build has found out."""
        self.stamps.close()
        self.shelf.close()
