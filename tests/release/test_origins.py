"""The published editor shares its origin with no site."""

from __future__ import annotations

from typing import Any

import pytest

from schaukasten.release.origins import refuse_shared_origin
from schaukasten.release.targets.errors import PublishError
from schaukasten.release.targets.target import read_target
from tests.release.sites import record
from tests.worlds import ROOT, german

OWN = "https://redaktion.verein.example"


def targets(editor: str = OWN, preview: str = "https://vorschau.verein.example") -> dict[str, Any]:
    return {
        "live": {"address": "file:///srv/live"},
        "preview": {"address": "file:///srv/preview", "preview": True, "website": preview},
        "redaktion": {"address": "file:///srv/editor", "editor": True, "website": editor},
    }


def asked(name: str, settings: dict[str, Any]) -> None:
    target = read_target(settings, name, {}, ROOT)
    refuse_shared_origin(record(editor=target.editor), target, settings)


@pytest.mark.parametrize("name", ["live", "preview", "redaktion"])
def test_three_names_are_three_origins(name: str) -> None:
    asked(name, targets())


@pytest.mark.parametrize(
    "editor",
    [
        "https://verein.example/redaktion",
        "https://VEREIN.example",
        "https://verein.example:443/",
        "https://vorschau.verein.example/redaktion",
    ],
)
def test_an_editor_beside_a_site_is_refused_with_the_reason_and_a_way_out(editor: str) -> None:
    with pytest.raises(PublishError) as refused:
        asked("redaktion", targets(editor))
    told = refused.value.text(german)
    assert told.startswith("Die Redaktion (https://")
    assert "Jede Seite der Website könnte die Token derer lesen" in told
    assert told.endswith(
        "Geben Sie der Redaktion eine eigene Subdomain, etwa redaktion.example.org."
    )


@pytest.mark.parametrize("name", ["live", "preview"])
def test_nor_may_a_site_come_to_where_the_editor_is(name: str) -> None:
    website = "https://verein.example" if name == "live" else "https://vorschau.verein.example"
    with pytest.raises(PublishError) as refused:
        asked(name, targets(f"{website}/redaktion"))
    assert refused.value.text(german).startswith(f"Die Redaktion ({website}/redaktion)")


def test_names_with_umlauts_are_the_same_however_they_are_written() -> None:
    with pytest.raises(PublishError):
        asked(
            "redaktion", targets("https://xn--brgerhaus-q9a.example", "https://bürgerhaus.example")
        )


def test_another_port_is_another_origin() -> None:
    asked("redaktion", targets("https://verein.example:8443"))
