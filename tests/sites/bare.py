"""An association that has next to nothing, and says so: no register, no account, no telephone."""

from __future__ import annotations

import re

from tests.worlds import World

_NONE = "\n  value: keine\n  source: Vorstand\n  confirmed: 2026-11-01\n"
#: Facts of which there may be none.
ASSOCIATION = (
    *("register", "vat_id", "supervisory_authority", "dispute_resolution", "bank", "tax_status"),
    *("data_protection_officer", "statutes", "transparency", "logo"),
)
HOUSE = ("phone", "fax", "hours", "step_free")
_PAGES = {
    "seiten/spenden": "Spenden",
    "seiten/presse": "Presse",
    "seiten/barrierefreiheit": "Barrierefreiheit",
    "verein/index": "Verein",
}


def bare(world: World) -> World:
    """Make the small association of the tests into one without everything it can do without."""
    path = world.content / "data/association.yaml"
    text = re.sub(r"(?m)^(?:register|bank|tax_status):.*\n(?:  .*\n)*", "", path.read_text("utf-8"))
    text = text.replace(" e. V.", "").replace("eingetragener Verein", "nicht eingetragener Verein")
    text += "".join(f"{key}:{_NONE}" for key in ASSOCIATION)
    text += "numbers: keine\nmemberships: keine\nfunders: keine\nhistory: []\n"
    world.write("data/association.yaml", text)
    path = world.content / "data/locations.yaml"
    text = re.sub(r"(?m)^  phone:.*\n", "", path.read_text("utf-8"))
    text += "".join(f"  {key}:{_NONE}".replace("\n  ", "\n    ") for key in HOUSE)
    text += (
        "- id: garten\n  name: Garten\n  address: {street: Am Bach, postcode: '01067', city: B}\n"
    )
    world.write("data/locations.yaml", text + "  phone: keins\n  email: keine\n  hours: keine\n")
    for name, template in _PAGES.items():
        head = f"title: {template}\ntemplate: {template}\nsummary: Ein Satz."
        world.write(f"{name}.md", f"---\n{head}\n---\nText.\n")
    world.news()
    world.offer(head="location: garten\nschedule:\n- {wochentag: Montag, von: 9:30, bis: 11:00}\n")
    world.offer(slug="ohne-zeiten", head="location: garten")
    event = "title: Fest\nsummary: Ein Fest.\ndate: 2026-12-05\nlocation: garten"
    world.write("termine/fest.md", f"---\n{event}\n---\nText.\n")
    return world
