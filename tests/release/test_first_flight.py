"""How much of a page has to arrive before a browser can draw it."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import pytest

from schaukasten.release.first_flight import MOST, flight, heavy_pages
from tests.worlds import World


def words(count: int) -> str:
    luck = random.Random(count)
    return " ".join("".join(luck.choices("abcdefghijklmnop", k=7)) for _word in range(count))


def site(folder: Path, **files: str) -> dict[str, int]:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(text.encode(), 9))
    return {
        path.relative_to(folder).as_posix(): path.stat().st_size
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_page_weighs_what_it_waits_for_as_it_travels(tmp_path: Path) -> None:
    head = '<link rel="stylesheet" href="/club/a.css">'
    paper = '<link rel="stylesheet" href="/club/p.css" media="print">'
    sizes = site(
        tmp_path, a_css=words(900), p_css=words(9000), x__index_html=head + paper + words(300)
    )
    assert flight(tmp_path, "x/index.html", "/club") == (
        sizes["a.css.gz"] + sizes["x/index.html.gz"]
    )


def test_only_what_is_too_heavy_is_named(tmp_path: Path) -> None:
    head = '<link rel="stylesheet" href="/a.css">'
    sizes = site(
        tmp_path, a_css=words(900), light_html=head + words(900), heavy_html=head + words(2600)
    )
    found = heavy_pages(tmp_path, sizes)
    assert found == {"heavy.html": flight(tmp_path, "heavy.html")}
    assert found["heavy.html"] > MOST > flight(tmp_path, "light.html")


def test_an_editor_is_told_of_a_page_that_is_too_heavy(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    world.news(words(3500))
    assert world.build() == 0
    told = capsys.readouterr().out
    assert "content/aktuelles/2026-03-08-fest/index.md:1: Warnung: Diese Seite wiegt" in told
    assert "14600 kommen auf einmal an. Kürzen Sie sie" in told
