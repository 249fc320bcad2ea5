"""Which things a page tells search engines, and that no text breaks out of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from tests.worlds import World

EVIL = "</script><b>böse</b><!-"
PAGES = {"kontakt": "Kontakt", "spenden": "Spenden", "presse": "Presse"}


def graph(path: Path) -> list[dict[str, Any]]:
    page = html.parse(str(path), html.HTMLParser(encoding="utf-8"))
    (text,) = page.xpath("//head/script[@type='application/ld+json']/text()")
    return json.loads(text)["@graph"]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    world = World(tmp_path_factory.mktemp("structured"))
    world.news()
    path = world.offer(head="languages: [Deutsch]")
    line = "schedule:\n- {wochentag: Montag, von: 9:30, bis: 11:00}\n"
    text = path.read_text("utf-8").replace("schedule: []\n", line)
    path.write_text(text.replace("title: Treff", f'title: "{EVIL}"'), "utf-8")
    world.offer(slug="ohne-zeiten")
    front = "title: Fest\nsummary: Ein Fest.\ndate: 2026-12-05"
    world.write("termine/fest.md", f"---\n{front}\n---\nText.\n")
    world.write("verein/index.md", "---\ntitle: Wir\ntemplate: Verein\nsummary: Wir.\n---\nText.\n")
    for name, template in PAGES.items():
        head = f"title: {template}\ntemplate: {template}\nsummary: Ein Satz."
        world.write(f"seiten/{name}.md", f"---\n{head}\n---\nText.\n")
    assert world.build() == 0
    return world.output


@pytest.mark.parametrize(
    ("address", "kinds"),
    [
        ("", ["NGO"]),
        ("verein", ["NGO", "BreadcrumbList"]),
        ("kontakt", ["NGO", "Place", "BreadcrumbList"]),
        ("presse", ["NGO", "BreadcrumbList"]),
        ("spenden", ["DonateAction", "BreadcrumbList"]),
        ("aktuelles/2026/fest", ["NewsArticle", "BreadcrumbList"]),
        ("angebote/treff", ["Service", "EventSeries", "BreadcrumbList"]),
        ("angebote/ohne-zeiten", ["Service", "BreadcrumbList"]),
        ("termine/2026/fest", ["Event", "BreadcrumbList"]),
    ],
)
def test_each_page_tells_what_it_is_about(output: Path, address: str, kinds: list[str]) -> None:
    assert [one["@type"] for one in graph(output / address / "index.html")] == kinds


def test_breadcrumbs_name_the_lists_and_leave_out_what_is_no_page(output: Path) -> None:
    steps = graph(output / "aktuelles/2026/fest/index.html")[-1]["itemListElement"]
    assert [(one["name"], one["item"].split("/", 3)[3]) for one in steps] == [
        ("Kleiner Verein", ""),
        ("Aktuelles", "aktuelles/"),
        ("Fest", "aktuelles/2026/fest/"),
    ]


def test_a_title_cannot_end_the_element(output: Path) -> None:
    page = output / "angebote/treff/index.html"
    assert graph(page)[0]["name"] == EVIL
    assert not html.parse(str(page)).xpath("//b")


def test_every_address_carries_the_public_host(output: Path) -> None:
    text = json.dumps(graph(output / "angebote/treff/index.html"))
    assert '"url": "/' not in text
    assert "https://kleiner-verein.example/angebote/treff/" in text
