"""Words for a rhythm that say too little → what is missing, or where else to say it."""

from __future__ import annotations

import re

from schaukasten.language.messages import Message, _
from schaukasten.model.time.words import DAY, ORDINAL

#: The first pattern that is found counts.
_INSTEAD: tuple[tuple[str, Message], ...] = (
    (
        r"gerade\w* (?:kalenderw|w|kw)",
        _("Write “rhythmus: jede zweite Woche” and, at “ab”, the first day."),
    ),
    (
        rf"jede[nrs]? {ORDINAL} (?:{DAY})",
        _(
            "Every second week: “rhythmus: jede zweite Woche” with “ab”; or once a month: "
            "“rhythmus: jeden zweiten im Monat”."
        ),
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
