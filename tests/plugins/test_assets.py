"""CSS as one file for publishing, as written for the preview; the association's palette."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from schaukasten.model.palette import Palette
from schaukasten.plugins.assets import bundle, palette_css
from tests.worlds import THEME, World


def test_the_bundle_keeps_every_rule_in_its_layer() -> None:
    css = bundle(THEME / "static" / "css" / "site.css")
    assert "@import" not in css
    assert "/*" not in css
    order = re.search(r"@layer ([\w, ]+);", css)
    layers = re.findall(r"@layer (\w+) \{", css)
    assert order is not None
    assert list(dict.fromkeys(layers)) == order[1].split(", ")
    assert css.count("{") == css.count("}")


def test_every_stylesheet_of_the_theme_is_imported() -> None:
    folder = THEME / "static" / "css"
    entry = (folder / "site.css").read_text("utf-8")
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*.css")} - {"site.css"}
    assert set(re.findall(r'url\("([^"]+)"\)', entry)) == files


def test_the_published_stylesheet_is_named_by_its_bytes(world: World) -> None:
    assert world.build() == 0
    (css,) = world.output.rglob("*.css")
    digest = hashlib.sha256(css.read_bytes()).hexdigest()[:12]
    assert css.name == f"site.{digest}.css"
    assert f'<link rel="stylesheet" href="/theme/css/{css.name}">' in world.read("index.html")


def test_the_preview_serves_the_stylesheets_as_written(world: World) -> None:
    assert world.build(drafts=True) == 0
    assert world.read("theme/css/tokens.css") == (THEME / "static/css/tokens.css").read_text(
        "utf-8"
    )


def test_a_colour_for_one_scheme_does_not_show_in_the_other() -> None:
    css = palette_css(Palette(paper="97% 0.01 80", ink_soft="30% 0.02 50", sun_dark="80% 0.1 90"))
    light, dark = css.splitlines()
    assert light.startswith("@media not (prefers-color-scheme: dark)")
    assert "--paper: oklch(97% 0.01 80); --ink-soft: oklch(30% 0.02 50);" in light
    assert "--sun: oklch(80% 0.1 90);" in dark
    assert "--paper" not in dark


def test_every_colour_of_the_palette_is_a_token_of_the_theme() -> None:
    tokens = (THEME / "static/css/tokens.css").read_text("utf-8")
    for name in Palette.model_fields:
        assert f"--{name.removesuffix('_dark').replace('_', '-')}: oklch(" in tokens


def test_the_palette_reaches_both_builds(second_site: Path, world: World) -> None:
    (css,) = second_site.rglob("*.css")
    assert "--paper: oklch(97.6% 0.011 215);" in css.read_text("utf-8")
    with (world.content / "data/association.yaml").open("a") as data:
        data.write("palette: {sun: 80% 0.1 90}\n")
    assert world.build(drafts=True) == 0
    assert "--sun: oklch(80% 0.1 90);" in world.read("theme/css/palette.css")
    assert "/theme/css/palette.css" in world.read("index.html")
