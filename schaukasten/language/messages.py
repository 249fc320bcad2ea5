"""A message's English text and its values → the sentence in the reader's language.

The model finds problems before it is known in which language to report them,
so a message stays untranslated until somebody shows it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Gettext = Callable[[str], str]


@dataclass(frozen=True)
class Message:
    """A catalog key (`msgid`) with the values for its `{placeholders}`."""

    msgid: str
    values: tuple[tuple[str, object], ...] = ()

    def text(self, gettext: Gettext) -> str:
        """Return the sentence; values that are messages are translated too."""
        values = {
            name: value.text(gettext) if isinstance(value, Message) else value
            for name, value in self.values
        }
        return gettext(self.msgid).format_map(values)


def _(msgid: str, /, **values: object) -> Message:
    """Mark `msgid` for the catalogs (Babel extracts calls of `_`)."""
    return Message(msgid, tuple(values.items()))
