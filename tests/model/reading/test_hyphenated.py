"""Names in which somebody wrote where a line may divide them."""

import pytest

from schaukasten.model.reading.hyphenated import Hyphenated
from tests.worlds import World

SHOWN = "Mütter\N{SOFT HYPHEN}zentrum"


@pytest.mark.parametrize("typed", [SHOWN, "Mütter&shy;zentrum", "Mütter&#173;zentrum"])
def test_a_soft_hyphen_is_read_however_it_is_written(typed):
    name = Hyphenated.of(typed)
    assert (name, name.shown) == ("Mütterzentrum", SHOWN)
    assert isinstance(name, str)


@pytest.mark.parametrize(
    ("typed", "letters"),
    [("Haus am See", 4), (SHOWN, 7), ("Nachbarschaftshaus", 18), ("Müll-Abfuhr", 6), ("-", 0)],
)
def test_the_longest_piece_is_what_no_line_may_divide(typed, letters):
    assert Hyphenated.of(typed).longest == letters


def test_only_what_people_see_is_divided(world: World) -> None:
    path = world.content / "data/association.yaml"
    text = path.read_text("utf-8").replace("short_name: Kleiner Verein", f"short_name: {SHOWN}")
    path.write_text(
        text.replace("name: Kleiner Verein e. V.", "name: Mütter&shy;zentrum e. V."), "utf-8"
    )
    world.news()
    world.offer(head="schedule:\n- {wochentag: Montag, von: 9:30, bis: 11:00}\n")
    assert world.build() == 0
    home = world.read("index.html")
    assert f'<span class="brand__name">{SHOWN}</span>' in home
    assert f'<p class="footer__name">{SHOWN} e. V.</p>' in home
    assert home.count(SHOWN) == 2
    assert "&amp;shy;" not in home
    for name in ("feeds/aktuelles.atom.xml", "oeffnungszeiten.ics", "angebote/treff/termine.ics"):
        file = world.read(name)
        assert "Mütterzentrum" in file
        assert "\N{SOFT HYPHEN}" not in file
        assert "shy" not in file
