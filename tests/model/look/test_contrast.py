"""Which colours can be told apart, of the theme's palette and of an association's."""

from __future__ import annotations

import pytest

from schaukasten.model.association.palette import DARK, Palette, theme_palette
from schaukasten.model.look.contrast import PAIRS, pairs
from tests.worlds import THEME, World

FILE = "data/association.yaml"


def set_palette(world: World, **colors: str) -> None:
    with (world.content / FILE).open("a", encoding="utf-8") as data:
        data.write("palette:\n" + "".join(f"  {name}: {v}\n" for name, v in colors.items()))


def test_the_theme_keeps_its_promise_in_both_schemes() -> None:
    found = list(pairs(theme_palette(THEME)))
    assert len(found) == 2 * len(PAIRS)
    assert [pair for pair in found if pair.is_weak] == []


def test_black_on_white_is_the_strongest_contrast_there_is() -> None:
    palette = Palette(ink="0% 0 0", paper="100% 0 0").over(theme_palette(THEME))
    strongest = next(pair for pair in pairs(palette) if (pair.front, pair.back) == PAIRS[0][:2])
    assert strongest.contrast == pytest.approx(21, abs=0.01)


def test_every_text_of_the_theme_is_compared_with_what_it_stands_on() -> None:
    named = {name for front, back, _least in PAIRS for name in (front, back)}
    every = {name.removesuffix(DARK) for name in Palette.model_fields}
    # A line that only divides carries no meaning (WCAG 2.2, 1.4.11).
    assert every - named == {"line"}


def test_a_weak_pair_is_an_error_that_names_both_colours_and_the_line(world: World) -> None:
    set_palette(world, garden="60% 0.065 160")
    lines = world.lines()
    number = (world.content / FILE).read_text("utf-8").splitlines().index("  garden: 60% 0.065 160")
    assert lines[0].startswith(
        f"{FILE}:{number + 1}: Die Farben „on_garden“ und „garden“ haben einen Kontrast von "
    )
    assert "nötig sind 7:1" in lines[0]
    assert lines[0].endswith("die erste Zahl bei „garden“.")
    assert world.build() == 1


def test_each_scheme_is_looked_at_by_itself(world: World) -> None:
    set_palette(world, ink_soft_dark="55% 0.02 80")
    assert {line.split("„")[1].split("“")[0] for line in world.lines()} == {"ink_soft_dark"}


def test_a_contrast_is_rounded_down(world: World) -> None:
    soft = "45% 0.03 50"  # 6.99 on paper: not yet 7
    palette = Palette(ink_soft=soft).over(theme_palette(THEME))
    on_paper = next(pair for pair in pairs(palette) if pair.front == "ink_soft")
    assert 6.95 < on_paper.contrast < 7
    set_palette(world, ink_soft=soft)
    [line] = world.lines()
    assert "Kontrast von 6.9:1" in line


def test_colours_that_are_set_together_are_judged_together(world: World) -> None:
    # Light ink on dark paper in the light scheme: unusual, and well legible.
    set_palette(world, sun="35% 0.1 90", on_sun="98% 0.01 90", garden="96% 0.02 160")
    fronts = {line.split("„")[1].split("“")[0] for line in world.lines()}
    assert fronts == {"on_garden"}
