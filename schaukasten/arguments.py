"""What was typed behind a command → why it cannot be so, or nothing."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from schaukasten.language.messages import Message, _


def wrong_content(content: Path) -> Message | None:
    if content.is_dir():
        return None
    return _("There is no content folder {folder}.", folder=str(content))


def wrong_day(today: str | None) -> Message | None:
    try:
        dt.date.fromisoformat(today or "2026-12-24")
    except ValueError:
        return _("--today needs a day such as 2026-12-24, not {day}.", day=today)
    return None
