"""A house → the sentence that asks a visitor to get in touch, by a way that there is."""

from __future__ import annotations

from schaukasten.language.messages import Gettext, _
from schaukasten.model.association.location import Location


def ask_us(location: Location, gettext: Gettext) -> str:
    """Return the sentence; it never leads to a number or an address that is not there."""
    if location.phone.value and location.email.value:
        return _("Ring us or write to us.").text(gettext)
    if location.phone.value:
        return _("Please ring us.").text(gettext)
    if location.email.value:
        return _("Please write to us.").text(gettext)
    return _("Please come by and ask.").text(gettext)
