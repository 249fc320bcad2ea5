"""CSS as one file for publishing, as written for the preview; the association's palette."""

from __future__ import annotations

import gzip
import hashlib
import re
from pathlib import Path

import pytest
from lxml import html

from schaukasten.model.association.palette import Palette, theme_palette
from schaukasten.model.look.stylesheet import imports
from schaukasten.plugins.assets import MAIN_SHEETS, SHEETS, palette_css
from tests.worlds import THEME, World


def test_every_stylesheet_of_the_theme_is_in_a_sheet() -> None:
    folder = THEME / "static" / "css"
    sheets = [f"{stem}.css" for stem in (*MAIN_SHEETS, *SHEETS)]
    named = [one.file for sheet in sheets for one in imports((folder / sheet).read_text("utf-8"))]
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*.css")}
    # The style guide has its own, which only its page links.
    of_pages = {f"{stem}.css" for stem in SHEETS} - {"times.css", "doors.css", "house.css"}
    assert set(named) == files - of_pages - {"home.css", "style-guide.css"}
    assert len(named) == len(set(named)), "in two sheets"


def test_a_published_stylesheet_is_named_by_its_bytes(world: World) -> None:
    assert world.build() == 0
    for css in world.output.rglob("*.css"):
        digest = hashlib.sha256(css.read_bytes()).hexdigest()[:12]
        assert css.name.endswith(f".{digest}.css")
    (home,) = (css.name for css in world.output.rglob("home.*.css"))
    assert f'<link rel="stylesheet" href="/theme/css/{home}">' in world.read("index.html")
    (site,) = (css.name for css in world.output.rglob("site.*.css"))
    assert f'<link rel="stylesheet" href="/theme/css/{site}">' in world.read("404.html")


def test_no_page_waits_for_what_is_for_paper(world: World) -> None:
    assert world.build() == 0
    links = html.fromstring(world.read("index.html")).xpath("//link[@rel='stylesheet']")
    assert [one.get("media") for one in links] == [None, "print"]


def test_the_preview_serves_the_stylesheets_as_written(world: World) -> None:
    assert world.build(drafts=True) == 0
    written = (THEME / "static/css/tokens/colour.css").read_text("utf-8")
    assert world.read("theme/css/tokens/colour.css") == written


def test_a_colour_of_the_palette_has_a_value_for_each_scheme() -> None:
    own = Palette(sun="80% 0.1 90", sun_dark="70% 0.1 90")
    css = palette_css(own.over(theme_palette(THEME)))
    assert css.startswith("@layer tokens {")
    assert "--sun: light-dark(oklch(80% 0.1 90), oklch(70% 0.1 90));" in css
    assert "--on-sun: light-dark(" in css
    names = [name for name in Palette.model_fields if not name.endswith("_dark")]
    assert css.count("light-dark(oklch(") == len(names)


def test_a_browser_without_light_dark_gets_the_light_scheme() -> None:
    css = palette_css(theme_palette(THEME))
    _new, old = css.split("@supports not (color: light-dark(white, black))")
    values = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", old))
    assert len(values) == len(Palette.model_fields) / 2
    assert values["paper"] > "#f0f0f0"
    assert values["ink"] < "#404040"


def test_the_palette_reaches_both_builds(second_site: Path, world: World) -> None:
    for name in ("site", "home"):
        (css,) = second_site.rglob(f"{name}.*.css")
        paper = "--paper:light-dark(oklch(97.6% 0.011 215),oklch(20% 0.028 240));"
        assert paper in css.read_text("utf-8")
    with (world.content / "data/association.yaml").open("a") as data:
        data.write("palette: {line: 80% 0.1 90}\n")
    assert world.build(drafts=True) == 0
    assert "--line: light-dark(oklch(80% 0.1 90), " in world.read("theme/css/palette.css")
    assert "/theme/css/palette.css" in world.read("index.html")


@pytest.mark.parametrize(("script", "most"), [("day", 1024), ("finder", 1536), ("gallery", 1024)])
def test_a_script_is_small_when_it_travels(real_site: Path, script: str, most: int) -> None:
    (path,) = real_site.glob(f"theme/js/{script}.*.js")
    assert len(gzip.compress(path.read_bytes(), 9)) <= most


def test_there_is_no_other_script(real_site: Path) -> None:
    names = {path.name.split(".")[0] for path in real_site.rglob("*.js")}
    assert names == {"day", "finder", "gallery"}
