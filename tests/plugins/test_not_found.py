"""The page for addresses that lead nowhere."""

from __future__ import annotations

from tests.worlds import World

FILE = "404.html"


def test_a_site_without_an_error_page_has_one_in_its_language(world: World) -> None:
    assert world.build() == 0
    page = world.read(FILE)
    assert '<html lang="de"' in page
    assert "<h1>Diese Seite gibt es nicht</h1>" in page
    assert 'href="/aktuelles/">Aktuelles</a>' in page
    assert 'href="tel:0231000000"' in page or 'href="tel:+49231000000"' in page
    assert FILE not in world.read("sitemap.xml")
    path = world.content / "data/association.yaml"
    path.write_text(path.read_text("utf-8").replace("language: de", "language: en"), "utf-8")
    assert world.build() == 0
    assert "<h1>There is no such page</h1>" in world.read(FILE)


def test_a_page_of_ones_own_takes_its_place(world: World) -> None:
    world.write(
        "seiten/weg.md", "---\ntitle: Hier ist nichts\ntemplate: Fehlerseite\n---\nSchade.\n"
    )
    assert world.build() == 0
    assert "Schade." in world.read(FILE)
    assert "Diese Seite gibt es nicht" not in world.read(FILE)


def test_a_draft_takes_its_place_in_the_preview_only(world: World) -> None:
    head = "title: Hier ist nichts\ntemplate: Fehlerseite\nstatus: Entwurf"
    world.write("seiten/weg.md", f"---\n{head}\n---\nSchade.\n")
    assert world.build() == 0
    assert "Diese Seite gibt es nicht" in world.read(FILE)
    assert world.build(drafts=True) == 0
    assert "Schade." in world.read(FILE)
