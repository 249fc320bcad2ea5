"""Words for a rhythm that say too little → what is missing, or where else to say it."""

from __future__ import annotations

import re

from schaukasten.language.messages import Message, _
from schaukasten.model.time.words import DAY, ORDINAL

#: The first pattern that is found counts.
_INSTEAD: tuple[tuple[str, Message], ...] = (
    (
        r"gerade\w* (?:kalenderw|w|kw)",
        _(
            "Write “rhythmus: jede zweite Woche”, at “ab” the first day and at “zuletzt” the end "
            "of the year; for the next year another entry, since weeks are counted anew."
        ),
    ),
    (
        rf"{ORDINAL} (?:werktag|arbeitstag|wochentag)",
        _("Name the days one by one, in the place of “wochentag”: am: [2026-12-01, 2027-01-04]"),
    ),
    (
        r"\b(?:außer|ausgenommen|nicht)\b",
        _("Name the months: jeden letzten von Januar bis November. Single days belong to “nicht”."),
    ),
    (
        rf"jede[nrs]? {ORDINAL}(?: (?:{DAY}))?$",
        _("Every so many weeks: “jede zweite Woche”, with “ab”. Once a month: add “im Monat”."),
    ),
    (
        r"monat|quartal|viertelj|halbj",
        _("Say which day as well: “jeden ersten im Monat”, “jeden 15. alle zwei Monate”."),
    ),
    (
        r"täglich|werktag|wochenend",
        _("Write the days at “wochentag”: wochentag: Montag bis Freitag"),
    ),
    (
        r"absprache|vereinbarung|bedarf|unregelm|ferien|anmeldung",
        _("Delete the line, and say it in words: schedule_note: …"),
    ),
)


def missing(text: str) -> Message | None:
    """Return the remedy for words in small letters that are no rhythm; None for all others."""
    return next((remedy for words, remedy in _INSTEAD if re.search(words, text)), None)
