"""Funders and partners → what a page shows of them: names, and logos of equal weight."""

from __future__ import annotations

from dataclasses import dataclass

from schaukasten.model.association.parts import Supporter
from schaukasten.model.data_pictures import SUPPORTERS
from schaukasten.model.files.picture import Picture
from schaukasten.model.look.logo_size import equal_size
from schaukasten.model.site import Site


@dataclass(frozen=True)
class ShownSupporter:
    """`size` is width and height of the logo in CSS pixels; None without one."""

    supporter: Supporter
    logo: Picture | None
    size: tuple[int, int] | None


@dataclass(frozen=True)
class ShownList:
    """All funders, or all partners; a name alone needs a sheet only beside a logo."""

    shown: list[ShownSupporter]
    has_logos: bool
    #: Who made the logos, as far as it is said.
    credits: list[str]


def supporters_of(site: Site) -> dict[str, ShownList]:
    """Return funders and partners, by the name of their list."""
    lists = {}
    for key in SUPPORTERS:
        shown = _shown(site, key)
        logos = [one.logo for one in shown if one.logo]
        named = dict.fromkeys(logo.note.credit for logo in logos if logo.note.credit)
        lists[key] = ShownList(shown, bool(logos), list(named))
    return lists


def _shown(site: Site, key: str) -> list[ShownSupporter]:
    supporters: list[Supporter] = getattr(site.association, key)
    shown = []
    for number, one in enumerate(supporters):
        logo = site.data_pictures.at("association.yaml", key, number, "logo")
        shown.append(
            ShownSupporter(one, logo, equal_size(logo.width, logo.height) if logo else None)
        )
    return shown
