"""What a build remembers of those before it: what they made, and what the files held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from schaukasten.kept.codec import Unkeepable, pack, unpack
from schaukasten.kept.digest import digest_of
from schaukasten.kept.made_by import made_by
from schaukasten.kept.remembered import remember_on
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
    #: What was found out by decoding pictures, by their digest and kind.
    measured: dict[tuple[str, str], Any]
    #: What lies below `content`, if somebody has just looked: see `model/reading/source.py`.
    tree: object = None

    @classmethod
    def of(
        cls,
        content: Path,
        home: Path | None = None,
        looks: Mapping[str, str] = MappingProxyType({}),
        tree: object = None,
    ) -> Memory:
        """Return what is kept in the folder `home`; nothing, where that is None.

        `looks` are the stamps of files that somebody has just looked at, as for `Stamps`.
        """
        shelf = Shelf(home)
        remember_on(shelf)
        return cls(shelf, Stamps(shelf, content, looks), _measured(shelf), tree)

    def close(self) -> None:
        """Keep what this build has found out."""
        self.stamps.close()
        self.keep_measured()
        self.shelf.close()

    def keep_measured(self) -> None:
        """Keep what was found out by decoding pictures, beside what another process has."""
        known = _measured(self.shelf)
        if not self.measured.items() <= known.items():
            self.shelf.put(_pictures(), pack(known | self.measured))


def _measured(shelf: Shelf) -> dict[tuple[str, str], Any]:
    try:
        return dict(unpack(shelf.get(_pictures()) or b""))
    except (Unkeepable, TypeError, ValueError):
        return {}


def _pictures() -> str:
    return digest_of("pictures", made_by())
