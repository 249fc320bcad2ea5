"""Links to what a day brings or takes away."""

import datetime as dt

import pytest

from tests.model.files.pictures import png
from tests.model.test_navigation import ADDRESSES, passing_site
from tests.site.test_links import broken_links
from tests.turning_days import turning_days
from tests.worlds import TODAY, World

PAGE = "seiten/hier.md"


def page(world: World, body: str, head: str = "") -> None:
    world.write(PAGE, f"---\ntitle: Hier\n{head}---\n{body}\n")


def html(world: World, day: str, drafts: bool = False) -> str:
    outcome = world.load(today=day, drafts=drafts)
    assert outcome.site is not None, world.lines(today=day)
    return outcome.site.renderings[PAGE].html


@pytest.mark.parametrize(
    "target", [*ADDRESSES.values(), "lager.md", "/seiten/lager.md", "../angebote/treff.md"]
)
def test_a_link_is_text_when_its_page_has_gone(world, target):
    passing_site(world)
    page(world, f"Das *[ganze Heft]({target})* hier.")
    assert html(world, "2026-12-12").count("<a ") == 1
    assert html(world, "2026-12-13") == "<p>Das <em>ganze Heft</em> hier.</p>"
    assert html(world, "2026-12-13", drafts=True).count("<a ") == 1
    [before] = world.found("passing_link", today="2026-12-12")
    assert before.startswith(f"{PAGE}:4: „/")
    assert "läuft am 12. Dezember 2026 ab; dieser Link verschwindet dann." in before
    [after] = world.found("passing_link", today="2026-12-13")
    assert "ist am 12. Dezember 2026 abgelaufen; seitdem fehlt dieser Link." in after


def test_a_link_comes_with_its_page(world):
    world.write("seiten/bald.md", "---\ntitle: A\npublish_from: 2026-12-01\n---\n## Ort\n")
    world.write("aktuelles/neu.md", "---\ntitle: A\nsummary: B\ndate: 2026-12-01\n---\n")
    page(world, "[Eins](bald.md#ort), [zwei](/bald/#ort), [drei](../aktuelles/neu.md)")
    assert html(world, "2026-11-30") == "<p>Eins, zwei, drei</p>"
    assert html(world, "2026-12-01").count("<a ") == 3
    told = world.found("passing_link", today="2026-11-30")
    assert [line.split(", schreiben Sie in ")[1] for line in told] == [
        "„seiten/bald.md“ einen früheren Tag.",
        "„aktuelles/neu.md“ einen früheren Tag.",
    ]
    assert all("erscheint erst am 1. Dezember 2026; bis dahin fehlt" in line for line in told)
    assert world.found("passing_link", today="2026-12-01") == []


def test_a_dead_place_on_a_page_to_come_is_an_error_before_it_comes(world):
    world.write("seiten/bald.md", "---\ntitle: A\npublish_from: 2026-12-01\n---\n## Ort\n")
    page(world, "[Eins](bald.md#fehlt)")
    assert len(world.errors(today="2026-11-30")) == len(world.errors(today="2026-12-01")) == 1


def test_pictures_places_and_languages_stay_where_the_link_goes(world):
    passing_site(world)
    world.write("seiten/foto.png", png())
    body = '[![Ein Zelt](foto.png)](lager.md) <a id="x" lang="en" href="lager.md">camp</a> [x](#x)'
    page(world, body)
    text = html(world, "2026-12-13")
    assert "<img " in text
    assert '<span id="x" lang="en">camp</span>' in text
    assert text.count("<a ") == 1
    assert world.errors(today="2026-12-13") == []


def test_only_what_is_left_behind_is_named(world):
    passing_site(world)
    page(world, "[Lager](lager.md)", head="expires: 2026-12-12\n")
    for day in ("2026-12-01", "2026-12-12", "2026-12-13"):
        assert world.found("passing_link", today=day) == []
    page(world, "[Lager](lager.md)", head="expires: 2026-12-13\n")
    assert len(world.found("passing_link", today="2026-12-01")) == 1


def test_pictures_and_files_of_a_page_go_with_it_though_a_text_links_to_it(world):
    world.write("seiten/lager/index.md", "---\ntitle: A\nexpires: 2026-12-12\n---\n[P](plan.pdf)\n")
    world.write("seiten/lager/plan.pdf", b"%PDF-1.7\n%%EOF")
    page(world, "[Lager](lager/index.md)")
    assert len(world.load(today="2026-12-12").site.attachments) == 1
    assert world.load(today="2026-12-13").site.attachments == []


def test_no_day_of_a_site_where_all_comes_and_goes_stops_it(world):
    passing_site(world)
    heads = ["publish_from: 2026-12-01", "publish_from: 2026-12-05\nexpires: 2027-01-05"]
    for number, head in enumerate(heads):
        world.write(
            f"seiten/s{number}.md", f"---\ntitle: A\n{head}\n---\n[weiter](s{1 - number}.md)\n"
        )
    links = " ".join(f"[Seite]({address})" for address in ADDRESSES.values())
    page(world, f"{links} [x](lager.md#anmeldung) [y](s0.md) [z](/s1/)")
    entries = "".join(
        f"  - label: b\n    address: {address}\n"
        for address in ADDRESSES.values()
        if address[-1] == "/"
    )
    world.write("data/navigation.yaml", f"main:\n{entries}footer:\n{entries}")
    days = turning_days(world.content, dt.date.fromisoformat(TODAY))
    assert len(days) > 15
    for day in days:
        assert world.errors(today=day.isoformat()) == []
    for day in ("2026-12-13", "2031-01-01"):
        assert world.build(today=day) == 0
        assert "Seite Seite" in world.read("hier/index.html")
        assert broken_links(world.output) == []
