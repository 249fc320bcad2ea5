"""Pelican's settings → what they say of the content, as whoever reads it wants to know it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from schaukasten.model.documents.layout import Layout
from schaukasten.model.look.theme import Theme


class NamedContent(NamedTuple):
    content: Path
    layout: Layout
    theme: Theme
    #: Without one it is the day that it is where the association is.
    today: dt.date | None
    drafts: bool


def named_content(settings: Mapping[str, Any]) -> NamedContent:
    """Return what settings say of the content."""
    return NamedContent(
        Path(settings["PATH"]),
        Layout.from_settings(settings),
        Theme.read(Path(settings["THEME"])),
        dt.date.fromisoformat(settings["TODAY"]) if settings["TODAY"] else None,
        settings["PREVIEW"],
    )
