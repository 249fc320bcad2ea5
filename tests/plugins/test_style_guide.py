"""The style guide is made with the preview, and with the preview only."""

from __future__ import annotations

import re

from lxml import html

from schaukasten.plugins.style_guide import components
from tests.worlds import THEME, World


def test_the_preview_shows_every_component_three_times(world: World) -> None:
    assert world.build(drafts=True) == 0
    page = html.fromstring(world.read("stilbuch/index.html"))
    for component in components(THEME):
        section = page.get_element_by_id(component)
        for example in section.find_class("example"):
            panels = example.find_class("example__panel")
            assert [(panel.get("lang"), panel.get("dir")) for panel in panels] == [
                ("de", "ltr"),
                ("de", "ltr"),
                ("ar", "rtl"),
            ]


def test_the_pictures_of_the_examples_are_there(world: World) -> None:
    assert world.build(drafts=True) == 0
    sources = re.findall(r'src="(/bilder/[^"]+)"', world.read("stilbuch/index.html"))
    assert sources
    assert all((world.output / source.lstrip("/")).is_file() for source in sources)


def test_the_palette_of_the_association_is_measured(world: World) -> None:
    assert world.build(drafts=True) == 0
    before = world.read("stilbuch/index.html")
    with (world.content / "data/association.yaml").open("a") as data:
        data.write("palette: {ink: 0% 0 0}\n")
    assert world.build(drafts=True) == 0
    assert world.read("stilbuch/index.html") != before


def test_the_public_site_has_neither_the_guide_nor_its_samples(world: World) -> None:
    assert world.build() == 0
    assert not (world.output / "stilbuch").exists()
    assert not list(world.output.rglob("style-guide*"))
    assert not list((world.output / "bilder").glob("*"))
