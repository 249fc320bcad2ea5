"""The key of a list → what one of its entries is called, and how it is told when folded up."""

from __future__ import annotations

from schaukasten.language.messages import Message, _

#: What one entry of a list is called.
SINGULARS: dict[str, Message] = {
    "pictures": _("picture"),
    "tags": _("topic"),
    "aliases": _("address"),
    "schedule": _("time"),
    "am": _("day"),
    "nicht": _("day off"),
    "verlegt": _("day that is moved"),
    "extra": _("additional day"),
    "days": _("day"),
    "languages": _("language"),
    "represented_by": _("person"),
    "numbers": _("figure"),
    "history": _("event of the history"),
    "memberships": _("membership"),
    "funders": _("funder"),
    "Locations.entries": _("house"),
    "Audiences.entries": _("audience"),
    "hours": _("time"),
    "special_hours": _("day or stretch"),
    "rooms": _("room"),
    "main": _("link"),
    "footer": _("link"),
    "addresses": _("address"),
    "school": _("school holidays"),
    "local": _("holiday"),
}
#: What stands in one line for an entry of a list that is folded up.
SUMMARIES = {
    "schedule": "{{fields.wochentag}}{{fields.am}} {{fields.von}} – {{fields.bis}}",
    "hours": "{{fields.wochentag}} {{fields.von}} – {{fields.bis}}",
    "special_hours": "{{fields.am}}{{fields.ab}} {{fields.grund}}",
    "nicht": "{{fields.am}}{{fields.ab}} {{fields.grund}}",
    "verlegt": "{{fields.am}} → {{fields.auf}}",
    "extra": "{{fields.am}} {{fields.grund}}",
    "days": "{{fields.am}} {{fields.von}} – {{fields.bis}}",
    "pictures": "{{fields.alt}}",
    "history": "{{fields.value.year}}",
    "entries": "{{fields.name}}",
    "main": "{{fields.label}}",
    "footer": "{{fields.label}}",
    "numbers": "{{fields.value}} {{fields.label}}",
    "funders": "{{fields.name}}",
    "school": "{{fields.name}} {{fields.ab}}{{fields.am}}",
    "local": "{{fields.name}}",
    "represented_by": "{{fields.name}}",
}
