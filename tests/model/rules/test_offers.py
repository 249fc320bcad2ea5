"""More offers than a page can show."""

from __future__ import annotations

import pytest

from schaukasten.model.rules import offers
from tests.worlds import World


def test_too_many_offers_are_told_once_with_what_to_do(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(offers, "MOST", 2)
    head = "schedule_note: nach Absprache\n"
    for slug in ("yoga", "chor"):
        world.offer(slug=slug, head=head)
    world.offer(slug="alt", head=f"{head}expires: 2026-11-21\n")
    world.offer(slug="bald", head=f"{head}status: Entwurf\n")
    assert not [line for line in world.lines() if "Angebote auf einer Seite" in line]
    world.offer(slug="tanz", head=head)
    assert [line for line in world.lines() if "Angebote auf einer Seite" in line] == [
        "angebote/chor.md:2: Die Website zeigt 3 Angebote auf einer Seite; bei mehr als 2 dauern "
        "Laden und Suchen zu lange. Geben Sie jedem, das es nicht mehr gibt, die Zeile „expires: "
        "2026-11-22“; machen Sie aus mehreren Gruppen desselben Kurses ein Angebot mit mehreren "
        "Zeiten."
    ]
