"""Vacancies on the site: their list, their end, and that there is nothing without one."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from tests.worlds import TODAY, World


def job(world: World, name: str, head: str = "", date: str = "2026-11-01") -> None:
    common = f"title: {name}\nsummary: Etwas zu tun.\ndate: {date}\nemployment: Minijob\n"
    world.write(f"stellen/{name.lower()}.md", f"---\n{common}{head}---\nText.\n")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> World:
    world = World(tmp_path_factory.mktemp("jobs"))
    job(world, "Spät", "deadline: 2027-03-31\napply: a@example.org\n")
    job(world, "Heute", f"deadline: {TODAY}\n")
    job(world, "Laufend")
    job(world, "Vorbei", "deadline: 2026-11-21\napply: a@example.org\nexpires: 2027-01-31\n")
    job(world, "Entwurf", "status: Entwurf\n")
    job(world, "Bald", date="2026-11-23")
    assert world.build() == 0, world.lines()
    return world


def page(world: World, name: str) -> html.HtmlElement:
    return html.document_fromstring((world.output / name / "index.html").read_bytes())


def text(root: html.HtmlElement) -> str:
    return " ".join(root.xpath("string(//main)").split())


def test_the_list_has_those_for_which_one_may_apply_the_next_end_first(built: World) -> None:
    root = page(built, "stellen")
    titles = [one.text_content().strip() for one in root.xpath("//main//h2")]
    assert titles == ["Heute", "Spät", "Laufend"]
    # A script hides each at its end, and shows then that none is left.
    untils = root.xpath("//article/@data-until")
    assert untils == ["2026-11-23T00:00:00+01:00", "2027-04-01T00:00:00+02:00"]
    assert root.xpath("//*[@data-rest]/@hidden") == [""]


def test_after_its_deadline_a_page_stays_and_says_so(built: World) -> None:
    root = page(built, "stellen/vorbei")
    assert "Die Bewerbungsfrist ist am 21. November 2026 abgelaufen." in text(root)
    assert "a@example.org" not in html.tostring(root, encoding="unicode")
    assert "JobPosting" not in root.xpath("string(//script[@type='application/ld+json'])")
    open_one = page(built, "stellen/heute")
    assert "Bewerben bis 22. November 2026" in text(open_one)
    assert "JobPosting" in open_one.xpath("string(//script[@type='application/ld+json'])")


def test_every_page_leads_to_the_list_as_long_as_there_is_one(built: World) -> None:
    assert page(built, ".").xpath("//footer//a[@href='/stellen/']/text()") == ["Stellen"]
    assert not (built.output / "stellen/entwurf").exists()
    assert not (built.output / "stellen/bald").exists()


def test_when_none_is_free_the_list_says_so_and_nothing_leads_to_it(tmp_path: Path) -> None:
    world = World(tmp_path)
    job(world, "Vorbei", "deadline: 2026-11-21\n")
    assert world.build() == 0
    assert "Zurzeit ist keine Stelle ausgeschrieben." in text(page(world, "stellen"))
    assert page(world, ".").xpath("//footer//a[@href='/stellen/']") == []


def test_without_a_vacancy_there_is_no_list_and_a_page_may_have_its_address(tmp_path: Path) -> None:
    world = World(tmp_path)
    world.write("seiten/stellen.md", "---\ntitle: Gesucht\n---\nNiemand.\n")
    assert world.build() == 0
    assert text(page(world, "stellen")).startswith("Gesucht")
    job(world, "Koch")
    assert [one.split(":")[0] for one in world.errors()] == ["seiten/stellen.md"]


def test_on_a_later_day_it_ends_without_anybody_touching_it(tmp_path: Path) -> None:
    world = World(tmp_path)
    job(world, "Koch", "deadline: 2026-11-30\n")
    links = "[Zur Stelle](../stellen/koch.md), [alle](/stellen/)"
    world.write("seiten/mit.md", f"---\ntitle: M\n---\n{links}\n")
    for day, is_open in (("2026-11-30", True), ("2026-12-01", False), ("2030-01-01", False)):
        assert world.build(today=day) == 0
        card = page(world, "stellen").xpath("//article")
        assert bool(card) is is_open
        assert page(world, "mit").xpath("//main//a/@href")[:2] == ["/stellen/koch/", "/stellen/"]
