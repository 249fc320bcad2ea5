import pytest

from schaukasten.model.addresses import Redirect
from tests.worlds import World


def page(world: World, name: str, head: str = "") -> None:
    world.write(f"seiten/{name}", f"---\ntitle: A\n{head}---\n")


def test_two_items_with_the_same_address_are_told_apart(world):
    world.news(slug="fest")
    world.write(
        "aktuelles/2026-05-05-fest.md", "---\ntitle: A\nsummary: B\ndate: 2026-05-05\n---\n"
    )
    assert world.lines() == [
        "aktuelles/2026-05-05-fest.md:2: Die Adresse „/aktuelles/2026/fest/“ gehört schon zu "
        "„aktuelles/2026-03-08-fest/index.md“. Wählen Sie eine andere: mit einer Zeile „slug: …“, "
        "oder ändern Sie den Eintrag unter „aliases“."
    ]


def test_two_years_may_each_have_their_summer_fair(world):
    world.news(slug="fest")
    world.write(
        "aktuelles/2025-05-05-fest.md", "---\ntitle: A\nsummary: B\ndate: 2025-05-05\n---\n"
    )
    assert world.lines() == []


def test_a_collision_is_told_on_the_line_of_the_slug(world):
    page(world, "a.md")
    page(world, "b.md", "slug: a\n")
    [line] = world.lines()
    assert line.startswith("seiten/b.md:3: Die Adresse „/a/“ gehört schon zu „seiten/a.md“.")


def test_an_offer_may_not_take_a_reserved_address(world):
    world.offer(slug="fuer", head="schedule_note: x\n")
    [line] = world.lines()
    assert line.startswith(
        "angebote/fuer.md:2: Die Adresse „/angebote/fuer/“ gehört einer Übersicht der Website."
    )


def test_the_reserved_word_is_free_elsewhere(world):
    page(world, "fuer.md")
    assert world.lines() == []


@pytest.mark.parametrize(
    ("alias", "owner"),
    [
        ("/treffpunkt/", "gehört schon zu „seiten/treffpunkt.md“."),
        ("/Treffpunkt/", "gehört schon zu „seiten/treffpunkt.md“."),
        ("/treffpunkt/index.html", "gehört schon zu „seiten/treffpunkt.md“."),
        ("/alt/", "gehört schon zu „seiten/alias.md“."),
        ("/", "gehört schon zu „seiten/index.md“."),
        ("/index.html", "gehört schon zu „seiten/index.md“."),
        ("/aktuelles/", "gehört einer Übersicht der Website."),
        ("/aktuelles/2026/", "gehört einer Übersicht der Website."),
        ("/aktuelles/thema/offener-garten/", "gehört einer Übersicht der Website."),
        ("/angebote/", "gehört einer Übersicht der Website."),
        ("/termine/", "gehört einer Übersicht der Website."),
    ],
)
def test_an_alias_may_not_take_an_address_that_is_in_use(world, alias, owner):
    page(world, "treffpunkt.md")
    page(world, "alias.md", "aliases: /alt/\n")
    world.news(head="tags: Offener Garten\n")
    page(world, "neu.md", f"aliases:\n  - /frei/\n  - {alias}\n")
    assert [line.split(" Wählen")[0] for line in world.lines()] == [
        f"seiten/neu.md:5: Die Adresse „{alias}“ {owner}"
    ]


def test_a_page_may_not_take_the_address_of_a_list(world):
    page(world, "aktuelles.md")
    [line] = world.lines()
    assert line.startswith("seiten/aktuelles.md:2: Die Adresse „/aktuelles/“ gehört einer Übersich")


@pytest.mark.parametrize(
    "twin", ["Treffpunkt.md", "KONTAKT/index.md", "Übersicht.md", "U\u0308bersicht.md"]
)
def test_names_that_differ_only_in_capitals_or_accents_are_twins(world, twin):
    page(world, "treffpunkt.md")
    page(world, "uebersicht.md")
    page(world, twin)
    assert len([line for line in world.lines() if "gehört schon zu" in line]) == 1


def test_aliases_that_differ_only_in_capitals_are_twins(world):
    page(world, "a.md", "aliases:\n  - /Alt/\n  - /alt/\n")
    [line] = world.lines()
    assert line.startswith("seiten/a.md:5: Die Adresse „/alt/“ gehört schon zu „seiten/a.md“.")


def test_a_draft_keeps_its_address_for_itself(world):
    page(world, "a.md", "status: Entwurf\n")
    page(world, "b.md", "slug: a\n")
    assert len(world.lines()) == 1


def test_an_alias_leads_to_the_present_address_of_its_page(world):
    world.news(head="aliases: [/alt/, /fest.html]\n")
    site = world.load().site
    assert site is not None
    assert site.redirects == [
        Redirect("/alt/", "/aktuelles/2026/fest/"),
        Redirect("/fest.html", "/aktuelles/2026/fest/"),
    ]


def test_a_draft_brings_about_no_redirect_before_it_is_published(world):
    world.news(head="aliases: /alt/\nstatus: Entwurf\n")
    site, preview = world.load().site, world.load(drafts=True).site
    assert site is not None
    assert preview is not None
    assert (len(site.redirects), len(preview.redirects)) == (0, 1)
