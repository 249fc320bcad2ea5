"""A key → what one of the entries of its list is called, and how it is told when folded up."""

from __future__ import annotations

from schaukasten.language.messages import Gettext, Message, _

#: What one entry of a list is called.
SINGULARS: dict[str, Message] = {
    "pictures": _("picture"),
    "gallery": _("picture or folder"),
    "questions": _("question"),
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
    "partners": _("partner"),
    "groups": _("group"),
    "People.entries": _("person"),
    "Page.people": _("group or person"),
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
_NO_ALT = _("without an alternative text")
#: A decorative one has none for good.
_PICTURE = "{{fields.alt | default('{no alt}')}}"
_SUMMARIES = {
    "schedule": "{{fields.wochentag}}{{fields.am}} {{fields.von}} – {{fields.bis}}",
    "hours": "{{fields.wochentag}} {{fields.von}} – {{fields.bis}}",
    "special_hours": "{{fields.am}}{{fields.ab}} {{fields.grund}}",
    "nicht": "{{fields.am}}{{fields.ab}} {{fields.grund}}",
    "verlegt": "{{fields.am}} → {{fields.auf}}",
    "extra": "{{fields.am}} {{fields.grund}}",
    "days": "{{fields.am}} {{fields.von}} – {{fields.bis}}",
    "pictures": _PICTURE,
    "image": _PICTURE,
    "gallery": "{{fields.folder}} {{fields.file}} {{fields.alt}}",
    "questions": "{{fields.question}}",
    "history": "{{fields.value.year}}",
    "entries": "{{fields.name}}",
    "main": "{{fields.label}}",
    "footer": "{{fields.label}}",
    "numbers": "{{fields.value}} {{fields.label}}",
    "funders": "{{fields.name}}",
    "partners": "{{fields.name}}",
    "groups": "{{fields.name}}",
    "school": "{{fields.name}} {{fields.ab}}{{fields.am}}",
    "local": "{{fields.name}}",
    "represented_by": "{{fields.person}}{{fields.name}}",
}


def summary_of(name: str, gettext: Gettext) -> dict[str, str]:
    """Return what says in one line what is folded up, if the first of its values does not."""
    if name not in _SUMMARIES:
        return {}
    return {"summary": _SUMMARIES[name].replace("{no alt}", _NO_ALT.text(gettext))}
