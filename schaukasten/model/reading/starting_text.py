"""How the text begins that a new file asks its editor to replace."""

from __future__ import annotations

from schaukasten.language.messages import Gettext, Message, _

#: `new` writes it, and a rule finds what was left of it.
REQUEST = _("[Please replace:")


def request(gettext: Gettext, wanted: Message) -> str:
    """Return the text that asks for what is wanted."""
    return f"{requested(gettext)} {wanted.text(gettext)}]"


def requested(gettext: Gettext) -> str:
    """Return how every such text begins."""
    return REQUEST.text(gettext)
