"""A day → how a sentence names it: 12 December 2026."""

from __future__ import annotations

import datetime as dt

from schaukasten.language.messages import Message, _

_MONTHS = (
    _("{day} January {year}"),
    _("{day} February {year}"),
    _("{day} March {year}"),
    _("{day} April {year}"),
    _("{day} May {year}"),
    _("{day} June {year}"),
    _("{day} July {year}"),
    _("{day} August {year}"),
    _("{day} September {year}"),
    _("{day} October {year}"),
    _("{day} November {year}"),
    _("{day} December {year}"),
)


def day_in_words(day: dt.date) -> Message:
    """Return the day as a part of a message, which is not in any language yet."""
    return Message(_MONTHS[day.month - 1].msgid, (("day", day.day), ("year", day.year)))
