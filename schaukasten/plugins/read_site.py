"""Pelican's settings → the content that they name, and the words of its language.

Without Pelican: `check` reads the content by the same function as a build, and waits for no more.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from schaukasten.kept.memory import Memory
from schaukasten.language.messages import Gettext
from schaukasten.model.documents.layout import Layout
from schaukasten.model.load import keep_texts, load
from schaukasten.model.look.theme import Theme
from schaukasten.model.site import Outcome


def read_site(settings: Mapping[str, Any], memory: Memory) -> tuple[Outcome, Gettext]:
    """Read the content that Pelican's settings name; also return the words of its language."""
    theme = Theme.read(Path(settings["THEME"]))
    named = _named(settings, theme)
    try:
        outcome = load(*named, memory)
    # Somebody may have put there what no build does: then it is as if nothing were kept. A mistake
    # of ours is met again.
    except Exception:
        outcome = load(*named)
    return outcome, theme.translate(outcome.language)


def read_ahead(settings: Mapping[str, Any], memory: Memory) -> None:
    """Let `memory` know of the texts what `read_site` is going to need."""
    keep_texts(*_named(settings, Theme.read(Path(settings["THEME"]))), memory)


def _named(
    settings: Mapping[str, Any], theme: Theme
) -> tuple[Path, Layout, Theme, dt.date | None, bool]:
    """Return what settings say of the content, as `load` wants it."""
    today = dt.date.fromisoformat(settings["TODAY"]) if settings["TODAY"] else None
    layout = Layout.from_settings(settings)
    return Path(settings["PATH"]), layout, theme, today, settings["PREVIEW"]
