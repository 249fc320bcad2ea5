"""The folder of a theme → what the model has to know of it: colours, words, places in its pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from schaukasten.kept.digest import digest_of
from schaukasten.language.catalogs import catalog
from schaukasten.language.messages import Gettext
from schaukasten.model.association.palette import Palette, theme_palette

#: The part of an address behind the `#`, where a template writes it out.
_ANCHOR = re.compile(r'\sid="([\w-]+)"')


@dataclass(frozen=True)
class Theme:
    """`anchors` maps the name of a template to the places in its pages that a link can lead to."""

    palette: Palette
    anchors: Mapping[str, frozenset[str]]
    #: The catalog of a language (BCP 47).
    translate: Callable[[str], Gettext]
    #: The digest of all catalogs.
    words: str = ""

    @classmethod
    def read(cls, folder: Path) -> Theme:
        return cls(
            palette=theme_palette(folder),
            anchors={
                path.stem: frozenset(_ANCHOR.findall(path.read_text(encoding="utf-8")))
                for path in sorted((folder / "templates").glob("*.html"))
            },
            translate=lambda language: catalog(folder, language).gettext,
            words=catalogs_digest(folder),
        )


def catalogs_digest(folder: Path) -> str:
    """Return the digest of all catalogs of a theme."""
    files = sorted((folder / "translations").rglob("*.po"))
    return digest_of(*(part for file in files for part in (file.parts[-3], file.read_bytes())))
